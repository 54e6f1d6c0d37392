// DataWay values as JavaScript sees them, where JavaScript needs to see them at all. Most data never takes this form:
// it stays bytes (Entity) or a handle into the DataWay heap.
//
//   None null · bool boolean · str string · bytes Uint8Array · list Value[] · dict Map (keeps order, any key)
//   int     number when |n| < 2⁵³, else bigint
//   float   number when it is not a safe integer (or is -0), else Float, so that 1.0 stays 1.0
//   Decimal, datetime, date, time, Entity, MultiMap, FormDataParts, Message: the classes below
import type { Message } from './message.ts'

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Value[]
  | Map<Value, Value>
  | Float
  | Decimal
  | DateTime
  | LocalDate
  | LocalTime
  | Entity
  | MultiMap
  | FormDataParts
  | MessageValue

/** A float with an integral value: 1.0. */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}
/** Python's Decimal in its text form. */
export class Decimal {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
/** `isoformat()` of Python's datetime, with or without an offset; `zone` is the key of a ZoneInfo, if it has one. */
export class DateTime {
  readonly iso: string
  constructor(iso: string) {
    this.iso = iso
  }
}
export class LocalDate {
  readonly iso: string
  constructor(iso: string) {
    this.iso = iso
  }
}
export class LocalTime {
  readonly iso: string
  constructor(iso: string) {
    this.iso = iso
  }
}

/**
 * Bytes with a MIME type and an encoding: how a payload comes in and goes out. Whoever makes an Entity gives its bytes
 * away: they are never changed afterwards, by anyone. Parsed inside WebAssembly, lazily.
 */
export class Entity {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly encoding: string
  constructor(bytes: Uint8Array, mime: string, encoding = 'utf-8') {
    this.bytes = bytes
    this.mime = mime
    this.encoding = encoding
  }
}
/** A dict with repeated keys, in order. */
export class MultiMap {
  readonly entries: [string, Value][]
  constructor(entries: [string, Value][]) {
    this.entries = entries
  }
}
/** The parts of a multipart/form-data body. */
export class FormDataParts {
  readonly boundary: string
  readonly parts: { headers: [string, string][]; content: Uint8Array }[]
  constructor(boundary: string, parts: { headers: [string, string][]; content: Uint8Array }[]) {
    this.boundary = boundary
    this.parts = parts
  }
}

/** A Message as a value: the `rootMessage` of the loops. Its parts stay Data, so nothing is copied. */
export class MessageValue {
  readonly message: Message
  constructor(message: Message) {
    this.message = message
  }
}
