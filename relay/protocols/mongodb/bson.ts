// Between the values of a flow and those of MongoDB (BSON, bsonspec.org/spec.html). In text, and in dicts of one key, the
// forms of MongoDB Extended JSON v2 are understood: {"$oid": "…"}, {"$date": "…"}, {"$numberDecimal": "…"}.
import { Binary, BSON, Decimal128, Double, Int32, Long, ObjectId, UUID } from 'mongodb'
import { fault } from '../../../worker/model/fault.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  LocalDate,
  LocalTime,
  type Value,
} from '../../../worker/model/value.ts'
import { textOf } from '../../arguments.ts'
import { dateTime, dict, float, toValue } from '../../values.ts'

const { EJSON } = BSON

export type Document = Record<string, unknown>

const deepest = 100
const extended = new Set(['$oid', '$date', '$numberInt', '$numberLong', '$numberDouble', '$numberDecimal', '$binary', '$uuid', '$timestamp', '$minKey', '$maxKey', '$regularExpression', '$symbol', '$code']) // prettier-ignore

/** A document given as a dict, or as JSON text. Throws MONGODB:DOCUMENT. */
export function documentOf(value: Value, name: string): Document {
  const given = value instanceof Map ? toBson(value) : parsed(textOf(value), name)
  if (typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype)
    return given as Document
  throw wrong(`${name} has to be a dict, or the JSON of one.`)
}

function parsed(text: string | undefined, name: string): unknown {
  if (text === undefined) return undefined
  try {
    return EJSON.parse(text, { relaxed: true })
  } catch (thrown) {
    throw wrong(`${name} is not JSON: ${(thrown as Error).message}`)
  }
}

function wrong(message: string) {
  return fault('MONGODB:DOCUMENT', message, { hint: 'Give {"field": value}.' })
}

export function toBson(value: Value, depth = 0): unknown {
  if (depth > deepest) throw wrong(`A document is more than ${deepest} deep.`)
  if (typeof value === 'number') return Number.isInteger(value) ? whole(BigInt(value)) : value
  if (typeof value === 'bigint') return whole(value)
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Float) return new Double(value.value)
  if (value instanceof Decimal) return Decimal128.fromString(value.text)
  if (value instanceof DateTime) return new Date(/Z|[+-]\d\d:\d\d/.test(value.iso.slice(10)) ? value.iso : value.iso + 'Z') // prettier-ignore
  if (value instanceof LocalDate || value instanceof LocalTime) return value.iso
  if (value instanceof Uint8Array) return new Binary(value)
  if (value instanceof Entity) return textOf(value)
  if (Array.isArray(value)) return value.map((one) => toBson(one, depth + 1))
  if (!(value instanceof Map)) throw wrong('A document has a value that MongoDB has no kind for.')
  const entries = [...value].map(([key, one]): [string, unknown] => [
    textOf(key) ?? '',
    toBson(one, depth + 1),
  ])
  // Own properties, also for a key like __proto__.
  const object = Object.fromEntries(entries)
  return entries.length === 1 && extended.has(entries[0]![0]) ? ofExtended(object) : object
}

function ofExtended(object: Document): unknown {
  try {
    return (EJSON.parse(JSON.stringify({ v: object }), { relaxed: true }) as { v: unknown }).v
  } catch (thrown) {
    throw wrong((thrown as Error).message)
  }
}

function whole(number: bigint): unknown {
  if (number >= -(2n ** 31n) && number < 2n ** 31n) return new Int32(Number(number))
  if (number >= -(2n ** 63n) && number < 2n ** 63n) return Long.fromBigInt(number)
  throw wrong(`${number} has more than 64 bits; write it as a Decimal.`)
}

/** What the server gave, read with `promoteValues: false`, so that 2.0 and 2 stay apart. */
export function fromBson(given: unknown): Value {
  if (given instanceof ObjectId) return given.toHexString()
  if (given instanceof Int32) return given.value
  if (given instanceof Double) return float(given.value)
  if (given instanceof Decimal128) return new Decimal(given.toString())
  if (given instanceof Date) return dateTime(given)
  if (given instanceof UUID || (given instanceof Binary && given.sub_type === Binary.SUBTYPE_UUID))
    return given.toUUID().toHexString()
  if (given instanceof Binary) return new Uint8Array(given.value())
  if (Array.isArray(given)) return given.map(fromBson)
  const kind = (given as { _bsontype?: string } | null)?._bsontype
  if (kind === 'Long') return toValue((given as Long).toBigInt())
  if (kind !== undefined) return fromBson(EJSON.serialize({ v: given }, { relaxed: true })['v'])
  if (given instanceof RegExp) return fromBson(EJSON.serialize({ v: given })['v'])
  if (typeof given !== 'object' || given === null) return toValue(given)
  return dict(Object.entries(given).map(([key, one]) => [key, fromBson(one)]))
}
