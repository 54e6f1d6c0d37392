// Between the values of a flow and those of SQL Server ([MS-TDS] 2.2.5.4). Texts are converted by the server to the type of
// their column, also decimals and times.
import { TYPES } from 'tedious'
import { fault } from '../../../worker/model/fault.ts'
import { DateTime, Float, LocalDate, LocalTime, type Value } from '../../../worker/model/value.ts'
import { float, toPlain, toValue } from '../../values.ts'

type DataType = (typeof TYPES)[keyof typeof TYPES]

export function parameterOf(value: Value): { type: DataType; value: unknown } {
  if (typeof value === 'boolean') return { type: TYPES.Bit, value }
  if (typeof value === 'number' && Number.isInteger(value))
    return Math.abs(value) < 2 ** 31
      ? { type: TYPES.Int, value }
      : { type: TYPES.BigInt, value: String(value) }
  if (typeof value === 'number') return { type: TYPES.Float, value }
  if (value instanceof Float) return { type: TYPES.Float, value: value.value }
  if (typeof value === 'bigint') return { type: TYPES.BigInt, value: String(value) }
  if (value instanceof Uint8Array) return { type: TYPES.VarBinary, value: toPlain(value) }
  if (value instanceof Map || Array.isArray(value)) return { type: TYPES.NVarChar, value: JSON.stringify(toPlain(value)) } // prettier-ignore
  return { type: TYPES.NVarChar, value: toPlain(value) }
}

const outputs: Record<string, DataType> = {
  bit: TYPES.Bit,
  tinyint: TYPES.TinyInt,
  smallint: TYPES.SmallInt,
  int: TYPES.Int,
  bigint: TYPES.BigInt,
  real: TYPES.Real,
  float: TYPES.Float,
  money: TYPES.Money,
  decimal: TYPES.Decimal,
  numeric: TYPES.Numeric,
  char: TYPES.Char,
  varchar: TYPES.VarChar,
  text: TYPES.VarChar,
  nchar: TYPES.NChar,
  nvarchar: TYPES.NVarChar,
  ntext: TYPES.NVarChar,
  date: TYPES.Date,
  time: TYPES.Time,
  datetime: TYPES.DateTime,
  datetime2: TYPES.DateTime2,
  datetimeoffset: TYPES.DateTimeOffset,
  uniqueidentifier: TYPES.UniqueIdentifier,
  binary: TYPES.VarBinary,
  varbinary: TYPES.VarBinary,
}

/** By its name, as in `fieldType`: also `decimal(10,2)`. Throws RELAY:ARGUMENT. */
export function outputType(name: string): { type: DataType; options?: { precision: number; scale: number } } {
  const [, word = '', precision, scale] = /^\s*(\w+)\s*(?:\(\s*(\d+|max)\s*(?:,\s*(\d+)\s*)?\))?\s*$/i.exec(name) ?? [] // prettier-ignore
  const type = Object.hasOwn(outputs, word.toLowerCase()) ? outputs[word.toLowerCase()] : undefined
  if (!type)
    throw fault('RELAY:ARGUMENT', `${name.slice(0, 40)} is no type of an output.`, {
      hint: `Types are: ${Object.keys(outputs).join(', ')}.`,
    })
  if (type !== TYPES.Decimal && type !== TYPES.Numeric) return { type }
  return { type, options: { precision: Number(precision ?? 38), scale: Number(scale ?? 6) } }
}

export interface Column {
  colName: string
  type: { name: string }
  scale?: number | undefined
}

export function columnValue(given: unknown, { type, scale = 0 }: Column): Value {
  if (given === null || given === undefined) return null
  switch (type.name) {
    case 'BigInt':
    case 'IntN': // of eight bytes it comes as text
      return typeof given === 'string' ? toValue(BigInt(given)) : toValue(given)
    case 'Decimal':
    case 'DecimalN':
    case 'Numeric':
    case 'NumericN':
      return (given as number).toFixed(scale)
    case 'Money':
    case 'SmallMoney':
    case 'MoneyN':
      return (given as number).toFixed(4)
    case 'Real':
    case 'Float':
    case 'FloatN':
      return float(given as number)
    case 'Date':
      return new LocalDate((given as Date).toISOString().slice(0, 10))
    case 'Time':
      return new LocalTime(isoOf(given as Date).slice(11))
    case 'DateTime':
    case 'DateTimeN':
    case 'SmallDateTime':
    case 'DateTime2':
      return new DateTime(isoOf(given as Date))
    case 'DateTimeOffset':
      return new DateTime(isoOf(given as Date) + '+00:00')
    default:
      return toValue(given)
  }
}

/** With microseconds where there are fractions, as Python's isoformat has it. */
function isoOf(date: Date & { nanosecondsDelta?: number }): string {
  const [seconds, fraction = '000'] = date.toISOString().slice(0, -1).split('.')
  const below = Math.floor((date.nanosecondsDelta ?? 0) * 1e6)
  const micros = Number(fraction) * 1000 + below
  return micros === 0 ? seconds! : `${seconds}.${String(micros).padStart(6, '0')}`
}
