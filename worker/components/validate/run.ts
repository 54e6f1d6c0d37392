// Validate: the value in its JSON form against a schema of draft 2020-12. All violations are told, up to a limit.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { KeptReady } from '../../model/kept-ready.ts'
import { schemaCheck, type SchemaCheck } from '../../model/schema-check.ts'
import { heldValue } from '../held-value.ts'

/** Violations that are listed; further ones are counted. */
const MOST_TOLD = 100
/** Schemas that are kept ready. */
const MOST_KEPT = 50

const checks = new KeptReady<SchemaCheck>(MOST_KEPT)

const validate: Run = async (message, context) => {
  const value = jsonOf(context.field('content', message) ?? Data.none, context)
  const schema = schemaOf(context)
  const check = await checks.of(schema, () => schemaCheck(schema))
  const violations = check(value)
  if (violations.length === 0) return message
  const told = violations.slice(0, MOST_TOLD)
  const lines = told.map(({ path, message }) => `${path || 'the value'}: ${message}`)
  const more = violations.length - told.length
  throw fault(
    'CORE:INVALID',
    `The value does not fit (${violations.length}): ${lines.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`,
    {
      at: { field: 'content' },
      hint: 'Look at the violations: each names its place in the value.',
      data: { violations: told, count: violations.length },
    },
  )
}
export default validate

/** An Entity as what it holds; datetimes and decimals as JSON writes them. */
function jsonOf(data: Data, context: Context): unknown {
  const plain = heldValue(data, context)
  // Text stands for itself, not for the JSON in it.
  if (typeof plain.value === 'string') return plain.value
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(context.bytes(plain).bytes)) as unknown
  } catch {
    throw fault('CORE:TYPE', `A ${context.typeName(plain)} cannot be written as JSON.`, {
      at: { field: 'content' },
      hint: 'Make dicts, lists, text and numbers of it.',
    })
  }
}

function schemaOf(context: Context): string {
  if (context.setting('against') !== 'type') return String(context.setting('schema') ?? '')
  const name = String(context.setting('type') ?? '')
  const schema = context.dataType(name)
  if (schema !== undefined) return JSON.stringify(schema)
  throw fault('CORE:SCHEMA', `The app has no data type ${name}.`, {
    at: { field: 'type' },
    hint: 'Choose a data type of this app.',
    data: { type: name },
  })
}
