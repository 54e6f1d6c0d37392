// A worker that packs or reads one backup and is thrown away.
import { isFault, toFault } from '../model/fault.ts'
import { packBackup, unpackBackup, type Backup } from './zip.ts'

Object.freeze(Object.prototype)

type Request = { pack: Omit<Backup, 'unread'> } | { read: Uint8Array }

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    self.postMessage({ answer: 'pack' in data ? packBackup(data.pack) : unpackBackup(data.read) })
  } catch (thrown) {
    self.postMessage({ fault: isFault(thrown) ? thrown : toFault(thrown, 'BACKUP:FORMAT') })
  }
})

self.postMessage({ ready: true })
