// Values to and from the bytes that cross into the DataWay module: the mirror of assembly/message/wire.ts.
// A tag, then lengths (u32) and content, little endian.
import { Data } from '../worker/model/data.ts'
import type { Fault } from '../worker/model/fault.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  FormDataParts,
  LocalDate,
  LocalTime,
  MessageValue,
  MultiMap,
  type Value,
} from '../worker/model/value.ts'
import { Variables } from '../worker/model/variables.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const loneSurrogate = /\p{Surrogate}/u
const MAX_INT = 2n ** 63n

/** MIME types of what toBytes gives by the module's number for them. */
export const wireTypes = ['', 'text/plain; charset=utf-8', 'application/octet-stream', 'application/json']

/** A growing buffer for one value. Kept and used again. */
export class WireWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  length = 0

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
  clear(): void {
    this.length = 0
    if (this.#bytes.length > 1 << 20) this.#grow(1024, false)
  }
  #grow(size: number, keep: boolean): void {
    const fresh = new Uint8Array(size)
    if (keep) fresh.set(this.#bytes.subarray(0, this.length))
    this.#bytes = fresh
    this.#view = new DataView(fresh.buffer)
  }
  #room(n: number): void {
    if (this.length + n > this.#bytes.length)
      this.#grow(Math.max(this.#bytes.length * 2, this.length + n), true)
  }
  u8(n: number): void {
    this.#room(1)
    this.#bytes[this.length++] = n
  }
  u32(n: number): void {
    this.#room(4)
    this.#view.setUint32(this.length, n, true)
    this.length += 4
  }
  i64(n: bigint): void {
    this.#room(8)
    this.#view.setBigInt64(this.length, n, true)
    this.length += 8
  }
  f64(n: number): void {
    this.#room(8)
    this.#view.setFloat64(this.length, n, true)
    this.length += 8
  }
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }
  blob(bytes: Uint8Array): void {
    this.u32(bytes.length)
    this.raw(bytes)
  }
  /** Length and UTF-8; lone surrogates keep their three bytes. */
  text(text: string): void {
    this.#room(text.length * 3 + 4)
    const at = this.length
    const { read, written } = encoder.encodeInto(text, this.#bytes.subarray(at + 4))
    if (read === text.length && !loneSurrogate.test(text)) {
      this.#view.setUint32(at, written, true)
      this.length = at + 4 + written
      return
    }
    const bytes = surrogateBytes(text)
    this.u32(bytes.length)
    this.raw(bytes)
  }

  value(value: Value): void {
    if (value === null) return this.u8(0)
    switch (typeof value) {
      case 'boolean':
        return this.u8(value ? 1 : 2)
      case 'string':
        this.u8(6)
        return this.text(value)
      case 'bigint':
        if (value >= -MAX_INT && value < MAX_INT) {
          this.u8(3)
          return this.i64(value)
        }
        this.u8(4)
        return this.text(String(value))
      case 'number':
        if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
          this.u8(3)
          return this.i64(BigInt(value))
        }
        this.u8(5)
        return this.f64(value)
    }
    if (Array.isArray(value)) {
      this.u8(8)
      this.u32(value.length)
      for (const item of value) this.value(item)
    } else if (value instanceof Map) {
      this.u8(9)
      this.u32(value.size)
      for (const [key, item] of value) {
        this.value(key)
        this.value(item)
      }
    } else this.#object(value)
  }

  #object(
    value: Exclude<Value, null | boolean | number | bigint | string | Value[] | Map<Value, Value>>,
  ): void {
    if (value instanceof Uint8Array) {
      this.u8(7)
      this.blob(value)
    } else if (value instanceof Float) {
      this.u8(5)
      this.f64(value.value)
    } else if (value instanceof Entity) {
      this.u8(14)
      this.text(value.mime)
      this.text(value.encoding)
      this.blob(value.bytes)
    } else if (value instanceof MultiMap) {
      this.u8(15)
      this.u32(value.entries.length)
      for (const [key, item] of value.entries) {
        this.text(key)
        this.value(item)
      }
    } else if (value instanceof FormDataParts) this.#parts(value)
    else if (value instanceof MessageValue) {
      const { payload, attributes, variables, seqId, error } = value.message
      this.u8(17)
      this.value(payload.value)
      this.value(attributes.value)
      this.value(new Map([...variables].map(([name, data]) => [name, data.value])))
      this.text(seqId)
      this.text(seqId)
      this.value(error ? errorDict(error) : new Map())
    } else {
      const isText = value instanceof Decimal
      this.u8(isText ? 10 : value instanceof DateTime ? 11 : value instanceof LocalDate ? 12 : 13)
      this.text(isText ? value.text : (value as DateTime | LocalDate | LocalTime).iso)
    }
  }

  #parts(value: FormDataParts): void {
    this.u8(16)
    this.text(value.boundary)
    this.u32(value.parts.length)
    for (const part of value.parts) {
      this.value(new Map(part.headers.map(([name, text]) => [name, headerValue(name, text)])))
      this.blob(part.content)
    }
  }
}

/** Inside, a Content-Disposition is a dict; outside it is its text. */
function headerValue(name: string, text: string): Value {
  if (name.toLowerCase() !== 'content-disposition') return text
  const parts = text.match(/(?:[^;"]|"(?:[^"\\]|\\.)*")+/g) ?? []
  const dict = new Map<Value, Value>([['disposition', parts[0]?.trim() ?? '']])
  for (const part of parts.slice(1)) {
    const [key = '', ...rest] = part.split('=')
    dict.set(key.trim(), rest.join('=').trim().replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1')) // prettier-ignore
  }
  return dict
}
function headerText(value: Value): string {
  if (!(value instanceof Map)) return String(value)
  let text = String(value.get('disposition') ?? 'form-data')
  for (const [key, item] of value) if (key !== 'disposition') text += `; ${String(key)}="${String(item)}"`
  return text
}

function surrogateBytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code >= 0xd800 && code < 0xe000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(...encoder.encode(char))
  }
  return Uint8Array.from(bytes)
}

/** Writes a text as UTF-8 and gives its bytes' count; three for each of its characters must have room. */
export function encodeTextAt(text: string, bytes: Uint8Array, at: number): number {
  // Ids are short and plain: an encoder costs more than they do.
  let i = 0
  for (; i < text.length && i < 64; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) break
    bytes[at + i] = code
  }
  if (i === text.length) return i
  return encoder.encodeInto(text, bytes.subarray(at, at + text.length * 3)).written
}

/** UTF-8 that may hold lone surrogates as three bytes. */
export function decodeText(bytes: Uint8Array): string {
  return shortText(bytes, 0, bytes.length) ?? decodeAny(bytes)
}
/** A text that is short and plain: a decoder costs more than it does. Undefined when it is not. */
export function shortText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > SHORT) return undefined
  let text = ''
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    if (byte > 127) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}
const SHORT = 24
function decodeAny(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (!text.includes('\ufffd')) return text
  let out = ''
  let from = 0
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i] !== 0xed || bytes[i + 1]! < 0xa0) continue
    out += decoder.decode(bytes.subarray(from, i))
    out += String.fromCharCode(0xd000 | ((bytes[i + 1]! & 63) << 6) | (bytes[i + 2]! & 63))
    i += 2
    from = i + 1
  }
  return out + decoder.decode(bytes.subarray(from))
}

/** An int as JavaScript has it (worker/model/value.ts). */
function wholeNumber(n: bigint): Value {
  const small = Number(n)
  return Number.isSafeInteger(small) ? small : n
}

/** Reads one value from bytes; what it gives is independent of them. */
export class WireReader {
  #bytes: Uint8Array
  #view: DataView
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  #u32(): number {
    this.#at += 4
    return this.#view.getUint32(this.#at - 4, true)
  }
  #text(): string {
    const n = this.#u32()
    this.#at += n
    const from = this.#at - n
    return shortText(this.#bytes, from, this.#at) ?? decodeAny(this.#bytes.subarray(from, this.#at))
  }
  #blob(): Uint8Array {
    const n = this.#u32()
    this.#at += n
    return this.#bytes.slice(this.#at - n, this.#at)
  }

  value(): Value {
    switch (this.#bytes[this.#at++]) {
      case 1:
        return true
      case 2:
        return false
      case 3: {
        this.#at += 8
        return wholeNumber(this.#view.getBigInt64(this.#at - 8, true))
      }
      case 4:
        return wholeNumber(BigInt(this.#text()))
      case 5: {
        this.#at += 8
        const x = this.#view.getFloat64(this.#at - 8, true)
        return Number.isSafeInteger(x) && !Object.is(x, -0) ? new Float(x) : x
      }
      case 6:
        return this.#text()
      case 7:
        return this.#blob()
      case 8: {
        const list: Value[] = new Array<Value>(this.#u32())
        for (let i = 0; i < list.length; i++) list[i] = this.value()
        return list
      }
      case 9:
        return this.#dict()
      case 10:
        return new Decimal(this.#text())
      case 11:
        return new DateTime(this.#text())
      case 12:
        return new LocalDate(this.#text())
      case 13:
        return new LocalTime(this.#text())
      case 14: {
        const mime = this.#text()
        const encoding = this.#text()
        return new Entity(this.#blob(), mime, encoding)
      }
      case 15: {
        const entries: [string, Value][] = []
        for (let n = this.#u32(); n > 0; n--) entries.push([this.#text(), this.value()])
        return new MultiMap(entries)
      }
      case 16: {
        const boundary = this.#text()
        const parts = []
        for (let n = this.#u32(); n > 0; n--) {
          const headers = [...(this.value() as Map<Value, Value>)].map(([name, value]): [string, string] => [
            String(name),
            headerText(value),
          ])
          parts.push({ headers, content: this.#blob() })
        }
        return new FormDataParts(boundary, parts)
      }
      case 17:
        return this.#message()
      default:
        return null
    }
  }
  #dict(): Map<Value, Value> {
    const dict = new Map<Value, Value>()
    for (let n = this.#u32(); n > 0; n--) {
      const key = this.value()
      dict.set(key, this.value())
    }
    return dict
  }
  #message(): Value {
    const payload = Data.of(this.value())
    const attributes = Data.of(this.value())
    let variables = Variables.none
    for (const [name, value] of this.value() as Map<Value, Value>)
      variables = variables.with(String(name), Data.of(value))
    const seqId = this.#text()
    this.#text()
    const error = this.value() as Map<Value, Value>
    const code = error.get('code')
    return new MessageValue({
      payload,
      attributes,
      variables,
      seqId,
      ...(typeof code === 'string' ? { error: { code, message: String(error.get('desc') ?? '') } } : {}),
    })
  }
}

/** `msg.error`: code and description in both spellings, its data (an HTTP answer's status, headers, body …), and its cause in the same form. */
export function errorDict(error: Fault): Value {
  const dict = new Map<Value, Value>()
  for (const key of ['code', 'Code']) dict.set(key, error.code)
  for (const key of ['desc', 'Description']) dict.set(key, error.message)
  dict.set('data', valueOf(error.data ?? {}))
  dict.set('cause', error.cause ? errorDict(error.cause) : null)
  return dict
}

/** Plain JavaScript data, as it comes from JSON, as a value. */
function valueOf(plain: unknown): Value {
  if (Array.isArray(plain)) return plain.map(valueOf)
  if (typeof plain !== 'object' || plain === null) return (plain ?? null) as Value
  return new Map(Object.entries(plain).map(([key, value]): [Value, Value] => [key, valueOf(value)]))
}
