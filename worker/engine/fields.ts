// Values of fields: a literal is decoded once, a script runs on the message. Faults name the field.
import type { FieldValue } from '../model/app.ts'
import { fromTagged } from '../model/codec.ts'
import { Data } from '../model/data.ts'
import type { DataWay, EvaluateEnv } from '../model/dataway.ts'
import { fault, isFault, withPlace } from '../model/fault.ts'
import { isScalar, rowsOf } from '../model/field-value.ts'
import type { Message } from '../model/message.ts'
import { MultiMap } from '../model/value.ts'
import type { PlannedField } from './plan.ts'

export interface FieldReader {
  readonly dataway: DataWay
  secret(id: string): string | undefined
}

/** The value of a field for this message; undefined when it is not set. */
export function readField(
  reader: FieldReader,
  field: PlannedField,
  message: Message,
  env: EvaluateEnv,
): Data | undefined {
  if (field.constant) return field.constant
  const { value } = field
  if (value === undefined || value === null) return undefined
  if (isScalar(value)) return (field.constant = Data.constant(value))
  if (value.mode === 'literal') return (field.constant = Data.constant(fromTagged(value.value)))
  if (value.mode === 'secret') return Data.of(secretOf(reader, value.id, field.name))
  if (value.mode === 'expression' && value.source === 'msg.payload' && !value.as) return message.payload
  try {
    const as = value.as ?? (value.mode === 'text' ? field.textAs : undefined)
    field.program ??= reader.dataway.compile(value.source, value.mode, as)
    return reader.dataway.evaluate(field.program, message, env)
  } catch (thrown) {
    throw isFault(thrown) ? withPlace(thrown, { field: field.name }) : thrown
  }
}

/** A field that is never a script: the scalar itself. */
export function readSetting(field: PlannedField): string | number | boolean | null {
  const { value } = field
  if (value === undefined) return null
  if (isScalar(value)) return value
  if (value.mode === 'literal' && isScalar(value.value as FieldValue)) return value.value as string
  throw fault('CORE:FIELD', `The field ${field.name} takes no script.`, { at: { field: field.name } })
}

/** Names and values of a `rows` field. A row without a name is left out; a value that is not set is None. */
export function readRows(
  reader: FieldReader,
  field: PlannedField,
  message: Message,
  env: EvaluateEnv,
): [string, Data][] {
  const rows = (field.rows ??= plannedRows(field))
  if (rows !== 'made') {
    const read: [string, Data][] = []
    for (const { name, cell } of rows) read.push([name, readField(reader, cell, message, env) ?? Data.none])
    return read
  }
  const data = readField(reader, field, message, env)
  if (data === undefined || data.value === null) return []
  const dict = data.value
  if (dict instanceof Map)
    return [...dict].map(([name, value]) => [reader.dataway.text(Data.of(name)), Data.of(value)])
  if (dict instanceof MultiMap) return dict.entries.map(([name, value]) => [name, Data.of(value)])
  throw fault('CORE:TYPE', `${field.name} is a ${reader.dataway.typeName(data)}; a dict was wanted.`, {
    at: { field: field.name },
    hint: "Write a dict: {'name': value}.",
  })
}

function plannedRows({ name, value, textAs }: PlannedField): NonNullable<PlannedField['rows']> {
  const named = rowsOf(value)?.filter(([row]) => row !== '')
  return named?.map(([row, value]) => ({ name: row, cell: { name, value, textAs } })) ?? 'made'
}

export function secretOf(reader: Pick<FieldReader, 'secret'>, id: string, field: string): string {
  const secret = reader.secret(id)
  if (secret === undefined)
    throw fault('CORE:NO_SECRET', `The secret of the field ${field} is not there.`, {
      at: { field },
      hint: `Unlock the vault or enter it there, or give WEFT_SECRET_${id} to the command line.`,
    })
  return secret
}
