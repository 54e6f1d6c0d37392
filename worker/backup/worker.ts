// A worker that packs or reads one backup and is thrown away.
import { answerOnce } from '../throw-away-worker.ts'
import { packBackup, unpackBackup, type Backup } from './zip.ts'

type Request = { pack: Omit<Backup, 'unread'> } | { read: Uint8Array }

answerOnce('BACKUP:FORMAT', (request: Request) =>
  'pack' in request ? packBackup(request.pack) : unpackBackup(request.read),
)
