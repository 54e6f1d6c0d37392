// A batch of events as it stands in the log: what repeats (paths, references to values) once, each event as eight numbers.
import type { EventData, RunEvent, ValueRef } from '../model/event.ts'

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

/** A kind is its place in this list: only ever add at the end. */
const kinds: RunEvent['kind'][] = [
  'start',
  'enter',
  'leave',
  'branch',
  'round',
  'effect',
  'log',
  'fault',
  'pause',
  'resume',
  'end',
]
const kindNumbers = new Map(kinds.map((kind, n) => [kind, n]))
const ROW = 8

/** Numbers of things in the order in which they first came, from 1. */
class Numbers<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<T, number>()
  of(thing: T): number {
    let number = this.#numbers.get(thing)
    if (number === undefined) this.#numbers.set(thing, (number = this.all.push(thing)))
    return number
  }
}

/** References that are the same object are written once. */
export function packEvents(events: readonly RunEvent[]): PackedEvents {
  const paths = new Numbers<string>()
  const refs = new Numbers<ValueRef>()
  const data: EventData[] = []
  const rows: number[] = []
  let seq = 0
  let at = 0
  for (const event of events) {
    const { values } = event
    rows.push(
      event.seq - seq,
      event.at - at,
      paths.of(event.path),
      kindNumbers.get(event.kind)!,
      event.data ? data.push(event.data) : 0,
      values?.payload ? refs.of(values.payload) : 0,
      values?.attributes ? refs.of(values.attributes) : 0,
      values?.variables ? refs.of(values.variables) : 0,
    )
    seq = event.seq
    at = event.at
  }
  return { paths: paths.all, refs: refs.all, data, rows }
}
export function unpackEvents({ paths, refs, data, rows }: PackedEvents): RunEvent[] {
  const events: RunEvent[] = []
  let seq = 0
  let at = 0
  for (let i = 0; i < rows.length; i += ROW) {
    seq += rows[i]!
    at += rows[i + 1]!
    const event: RunEvent = { seq, at, path: paths[rows[i + 2]! - 1]!, kind: kinds[rows[i + 3]!]! }
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
