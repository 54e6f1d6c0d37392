// The page's side of imports: a foreign text is read in a throw-away worker with a deadline.
import { fault } from '../model/fault.ts'
import { askOnce } from '../throw-away.ts'
import type { Found } from './found.ts'
import workerUrl from './worker.ts?worker&url'

const milliseconds = 20_000

/** Faults IMPORT:… */
export function importText(text: string, from?: string): Promise<Found> {
  const slow = fault('IMPORT:TIMEOUT', 'Reading this took too long.', { hint: 'Try a smaller part of it.' })
  const broken = fault('IMPORT:SYNTAX', 'This could not be read in this browser.')
  return askOnce<Found>(workerUrl, { text, from }, { milliseconds, slow, broken })
}
