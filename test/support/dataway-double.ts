// A stand-in for DataWay while its wasm is being written: expressions whose Python and JavaScript spelling agree.
import { Data } from '../../worker/model/data.ts'
import type { DataWay, Program } from '../../worker/model/dataway.ts'
import { fault } from '../../worker/model/fault.ts'
import { Entity, MessageValue, type Value } from '../../worker/model/value.ts'

const plain = (value: Value): unknown => {
  if (value instanceof Map) {
    const object: Record<string, unknown> = {}
    for (const [k, v] of value) object[String(k)] = plain(v)
    Object.defineProperty(object, 'get', { value: (k: string) => object[k] ?? null })
    return object
  }
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof MessageValue) return messageOf(value.message)
  if (value instanceof Entity && value.mime === 'application/json')
    return plain(fromJson(JSON.parse(new TextDecoder().decode(value.bytes))))
  return value
}
const fromJson = (thing: any): Value =>
  Array.isArray(thing)
    ? thing.map(fromJson)
    : thing instanceof Entity || thing instanceof MessageValue
      ? thing
      : typeof thing === 'object' && thing !== null
        ? new Map(Object.entries(thing).map(([k, v]) => [k, fromJson(v)]))
        : (thing ?? null)
const messageOf = (message: any): any => ({
  payload: plain(message.payload.value),
  attrs: plain(message.attributes.value),
  vars: plain(new Map([...message.variables].map(([k, v]: any) => [k, v.value]))),
  error: message.error ? { code: message.error.code, desc: message.error.message } : {},
})
const python = (source: string) =>
  source
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/\bNone\b/g, 'null')
    .replace(/\band\b/g, '&&')
    .replace(/\bor\b/g, '||')
    .replace(/\bnot\b/g, '!')

export function datawayDouble(): DataWay {
  let ids = 0
  const self: DataWay = {
    check: () => [],
    compile: (source, mode) => ({ source, mode, id: ids++ }) as Program,
    evaluate: ({ source, mode }, message, env) => {
      if (mode === 'text') return Data.of(source)
      try {
        const go = new Function('msg', 'clock', 'seed', 'print', 'str', 'len', `return (${python(source)})`)
        return Data.of(
          fromJson(
            go(
              messageOf(message),
              () => env.clock().micros,
              () => env.seed(),
              (t: string) => env.print(t),
              String,
              (x: any) => x.length,
            ),
          ),
        )
      } catch (error) {
        throw fault('DATAWAY:ERROR', (error as Error).message)
      }
    },
    truth: (data) => {
      const v = data.value
      return Array.isArray(v) ? v.length > 0 : v instanceof Map ? v.size > 0 : Boolean(v)
    },
    text: (data) => {
      const v = data.value
      return typeof v === 'string'
        ? v
        : v === null
          ? 'None'
          : v instanceof Map || Array.isArray(v)
            ? JSON.stringify(plain(v))
            : String(v)
    },
    items: (data) => {
      const v = data.value instanceof Entity ? fromJson(plain(data.value)) : data.value
      const list: Value[] | undefined = Array.isArray(v)
        ? v
        : v instanceof Map
          ? [...v.values()]
          : typeof v === 'string'
            ? [...v]
            : typeof v === 'number' && Number.isInteger(v)
              ? [...Array(v).keys()]
              : undefined
      if (!list) throw fault('CORE:TYPE', `A ${self.typeName(data)} cannot be looped over.`)
      return { count: list.length, at: (i) => Data.of(list[i]!) }
    },
    toBytes: (data) => {
      const v = data.value
      if (v instanceof Entity) return { bytes: v.bytes, mime: v.mime }
      if (typeof v === 'string') return { bytes: new TextEncoder().encode(v), mime: 'text/plain' }
      if (v instanceof Uint8Array) return { bytes: v, mime: 'application/octet-stream' }
      return { bytes: new TextEncoder().encode(JSON.stringify(plain(v))), mime: 'application/json' }
    },
    typeName: (data) => {
      const v = data.value
      return v === null
        ? 'NoneType'
        : typeof v === 'boolean'
          ? 'bool'
          : typeof v === 'string'
            ? 'str'
            : typeof v === 'number'
              ? Number.isInteger(v)
                ? 'int'
                : 'float'
              : Array.isArray(v)
                ? 'list'
                : v instanceof Map
                  ? 'dict'
                  : v instanceof Uint8Array
                    ? 'bytes'
                    : (v as object).constructor.name
    },
    complete: () => [],
    release: () => {},
  }
  return self
}
