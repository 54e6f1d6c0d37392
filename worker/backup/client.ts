// The page's side of backups: packing and reading happen in a throw-away worker.
import { fault } from '../model/fault.ts'
import { askOnce } from '../throw-away.ts'
import workerUrl from './worker.ts?worker&url'
import type { Backup } from './zip.ts'

export { collect, restore, type Known } from './restore.ts'
export type { Backup } from './zip.ts'

const limits = {
  milliseconds: 120_000,
  slow: fault('BACKUP:TIMEOUT', 'This took too long.', { hint: 'Leave the runs out, or close other tabs.' }),
  broken: fault('BACKUP:FORMAT', 'The file could not be read in this browser.'),
}

/** The bytes of the file. */
export function packBackup(pack: Omit<Backup, 'unread'>): Promise<Uint8Array<ArrayBuffer>> {
  return askOnce(workerUrl, { pack }, limits)
}
/** Faults BACKUP:FORMAT, BACKUP:NEWER, BACKUP:TOO_LARGE. */
export async function readBackup(file: Blob): Promise<Backup> {
  return askOnce(workerUrl, { read: new Uint8Array(await file.arrayBuffer()) }, limits)
}
