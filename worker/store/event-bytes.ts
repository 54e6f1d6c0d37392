// A batch of events as the log has it: bytes of numbers, then all texts in one piece. What repeats (paths, references to values)
// is written once and then meant by its number, from 1 in the order in which they first come.
//   head: bytes of numbers u32 · characters of head, data: JSON
//   of each event: its number and its time since the event before it (signed) · its kind, with the bit DATA · its path · the parts
//   that it has values of, and of each its reference
// Numbers have 7 bits a byte, the lowest first. A path or a reference that is new is 0 and then itself.
import { InlineRef, type EventData, type RunEvent, type ValueRef } from '../model/event.ts'
import type { Tagged } from '../model/app.ts'
import type { EventsRecord } from './record.ts'

/** A kind is its place in this list: only ever add at the end. */
export const eventKinds: RunEvent['kind'][] = ['start', 'enter', 'leave', 'branch', 'round', 'effect', 'log', 'fault', 'pause', 'resume', 'end'] // prettier-ignore
const kindNumbers = new Map(eventKinds.map((kind, n) => [kind, n]))
const DATA = 64
const PAYLOAD = 1
const ATTRIBUTES = 2
const VARIABLES = 4
/** The most bytes that an event's numbers take: six of up to 8 bytes, and of each of three references three more. */
const MOST_AN_EVENT = 160
const HEAD = 4
const MOST_BEFORE = 32

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Where the numbers of batches are written one after another. A large one has a buffer of its own. */
const usual = new Uint8Array(1 << 17)
let buffer = usual

class Writer {
  at = HEAD
  text = ''
  readonly #paths = new Map<string, number>()
  readonly #refs = new Map<ValueRef, number>()
  #path = ''
  #pathNumber = 0
  readonly #last: (ValueRef | undefined)[] = [undefined, undefined, undefined]
  readonly #lastNumbers = [0, 0, 0]

  number(n: number): void {
    while (n > 127) {
      buffer[this.at++] = (n % 128) | 128
      n = Math.floor(n / 128)
    }
    buffer[this.at++] = n
  }
  signed(n: number): void {
    this.number(n < 0 ? -2 * n - 1 : 2 * n)
  }
  add(text: string): void {
    this.number(text.length)
    this.text += text
  }
  path(path: string): void {
    if (path !== this.#path || this.#pathNumber === 0) {
      this.#path = path
      const known = this.#paths.get(path)
      this.#pathNumber = known ?? this.#paths.size + 1
      if (known === undefined) {
        this.#paths.set(path, this.#pathNumber)
        this.number(0)
        this.add(JSON.stringify(path))
        return
      }
    }
    this.number(this.#pathNumber)
  }
  /** `part`: a reference is mostly that of the event before. */
  ref(ref: ValueRef, part: number): void {
    if (ref === this.#last[part]) return this.number(this.#lastNumbers[part]!)
    this.#last[part] = ref
    const known = this.#refs.get(ref)
    this.#lastNumbers[part] = known ?? this.#refs.size + 1
    if (known !== undefined) return this.number(known)
    this.#refs.set(ref, this.#lastNumbers[part]!)
    this.number(0)
    if ('inline' in ref) {
      this.number(0)
      this.add(InlineRef.json(ref))
      return
    }
    this.number(ref.bytes + 1)
    this.add(ref.digest)
    this.add(ref.type)
    this.add(JSON.stringify(ref.preview))
  }
}

/** The numbers (valid until the next batch is written), and the text behind them. References that are the same object are written once. */
export function writeEvents({ events, ...rest }: EventsRecord): { numbers: Uint8Array; text: string } {
  const room = MOST_BEFORE + events.length * MOST_AN_EVENT
  buffer = room > usual.length ? new Uint8Array(room) : usual
  const writer = new Writer()
  const data: EventData[] = []
  for (const event of events) if (event.data) data.push(event.data)
  writer.add(JSON.stringify(rest))
  writer.add(JSON.stringify(data))
  let seq = 0
  let at = 0
  for (const event of events) {
    writer.signed(event.seq - seq)
    writer.signed(event.at - at)
    seq = event.seq
    at = event.at
    buffer[writer.at++] = kindNumbers.get(event.kind)! | (event.data ? DATA : 0)
    writer.path(event.path)
    const { payload, attributes, variables } = event.values ?? {}
    buffer[writer.at++] =
      (payload ? PAYLOAD : 0) | (attributes ? ATTRIBUTES : 0) | (variables ? VARIABLES : 0)
    if (payload) writer.ref(payload, 0)
    if (attributes) writer.ref(attributes, 1)
    if (variables) writer.ref(variables, 2)
  }
  const size = writer.at
  for (let i = 0; i < HEAD; i++) buffer[i] = size >>> (8 * i)
  const numbers = buffer.subarray(0, size)
  buffer = usual
  return { numbers, text: writer.text }
}

class Reader {
  at = HEAD
  #textAt = 0
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #paths: string[] = []
  readonly #refs: ValueRef[] = []

  constructor(bytes: Uint8Array) {
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    this.#bytes = bytes.subarray(0, size)
    this.#text = decoder.decode(bytes.subarray(size))
  }
  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length
  }
  byte(): number {
    return this.#bytes[this.at++]!
  }
  number(): number {
    let byte = this.byte()
    let n = byte & 127
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = this.byte()
      n += (byte & 127) * factor
    }
    return n
  }
  signed(): number {
    const n = this.number()
    return n % 2 ? -(n + 1) / 2 : n / 2
  }
  text(): string {
    const from = this.#textAt
    this.#textAt += this.number()
    return this.#text.slice(from, this.#textAt)
  }
  json(): unknown {
    return JSON.parse(this.text())
  }
  path(): string {
    const number = this.number()
    if (number > 0) return this.#paths[number - 1]!
    const path = this.json() as string
    this.#paths.push(path)
    return path
  }
  ref(): ValueRef {
    const number = this.number()
    if (number > 0) return this.#refs[number - 1]!
    const bytes = this.number() - 1
    const ref: ValueRef =
      bytes < 0
        ? { inline: this.json() as Tagged }
        : { digest: this.text(), bytes, type: this.text(), preview: this.json() as string }
    this.#refs.push(ref)
    return ref
  }
}

export function readEvents(bytes: Uint8Array): EventsRecord {
  const reader = new Reader(bytes)
  const rest = reader.json() as Omit<EventsRecord, 'events'>
  const data = reader.json() as EventData[]
  const events: RunEvent[] = []
  let seq = 0
  let at = 0
  let nextData = 0
  while (!reader.isAtEnd) {
    seq += reader.signed()
    at += reader.signed()
    const kind = reader.byte()
    const event: RunEvent = { seq, at, path: reader.path(), kind: eventKinds[kind & ~DATA]! }
    if (kind & DATA) event.data = data[nextData++]
    const has = reader.byte()
    if (has) {
      const values: RunEvent['values'] = (event.values = {})
      if (has & PAYLOAD) values.payload = reader.ref()
      if (has & ATTRIBUTES) values.attributes = reader.ref()
      if (has & VARIABLES) values.variables = reader.ref()
    }
    events.push(event)
  }
  return { ...rest, events }
}
