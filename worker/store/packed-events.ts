// A batch of events as logs of an older version have it, JSON: what repeats (paths, references to values) once, each event as
// eight numbers.
import type { EventData, RunEvent, ValueRef } from '../model/event.ts'
import { eventKinds } from './event-bytes.ts'

export interface PackedEvents {
  paths: string[]
  refs: ValueRef[]
  data: EventData[]
  /**
   * Of each event: its number and its time since the event before it, its path, its kind, and from 1 (0: none) its data and the
   * references of payload, attributes and variables.
   */
  rows: number[]
}
const ROW = 8

export function unpackEvents({ paths, refs, data, rows }: PackedEvents): RunEvent[] {
  const events: RunEvent[] = []
  let seq = 0
  let at = 0
  for (let i = 0; i < rows.length; i += ROW) {
    seq += rows[i]!
    at += rows[i + 1]!
    const event: RunEvent = { seq, at, path: paths[rows[i + 2]! - 1]!, kind: eventKinds[rows[i + 3]!]! }
    if (rows[i + 4]) event.data = data[rows[i + 4]! - 1]
    const [payload, attributes, variables] = [refs[rows[i + 5]! - 1], refs[rows[i + 6]! - 1], refs[rows[i + 7]! - 1]] // prettier-ignore
    if (payload || attributes || variables)
      event.values = {
        ...(payload && { payload }),
        ...(attributes && { attributes }),
        ...(variables && { variables }),
      }
    events.push(event)
  }
  return events
}
