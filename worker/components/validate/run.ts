// Validate: the value in its JSON form against a schema of draft 2020-12. All violations are told, up to a limit.
import type { Tagged } from '../../model/app.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { KeptReady } from '../../model/kept-ready.ts'
import { heldValue } from '../held-value.ts'

/** Violations that are listed; further ones are counted. */
const MOST_TOLD = 100
/** Schemas that are kept ready. */
const MOST_KEPT = 50

interface Violation {
  /** Where in the value, as DataWay writes it: `['lines'][0]['qty']`; empty: the value itself. */
  path: string
  /** The keyword of the schema that it breaks: `type`, `required`. */
  keyword: string
  message: string
}
type Check = (value: unknown) => Violation[]

const checks = new KeptReady<Check>(MOST_KEPT)

const validate: Run = async (message, context) => {
  const value = jsonOf(context.field('content', message) ?? Data.none, context)
  const schema = schemaOf(context)
  const check = await checks.of(schema, () => makeCheck(schema))
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

async function makeCheck(text: string): Promise<Check> {
  const unusable = (why: string) =>
    fault('CORE:SCHEMA', `The schema cannot be used: ${why}`, {
      at: { field: 'schema' },
      hint: 'Write a JSON Schema: {"type": "object", "required": ["id"]}.',
    })
  let schema: Tagged
  try {
    schema = JSON.parse(text) as Tagged
  } catch (thrown) {
    throw unusable(`it is not JSON. ${(thrown as Error).message}`)
  }
  if (typeof schema !== 'boolean' && (typeof schema !== 'object' || schema === null || Array.isArray(schema)))
    throw unusable('it is neither an object nor true or false.')
  const { Validator } = await import('@cfworker/json-schema')
  const guarded = <T>(go: () => T): T => {
    try {
      return go()
    } catch (thrown) {
      throw unusable((thrown as Error).message)
    }
  }
  const validator = guarded(() => new Validator(schema as never, '2020-12', false))
  return (value) => {
    const { errors } = guarded(() => validator.validate(value))
    const own = errors.filter(({ keyword, keywordLocation }) => !around.has(keyword) && !/\/(any|one)Of\//.test(keywordLocation)) // prettier-ignore
    return (own.length > 0 ? own : errors).map(({ keyword, error, instanceLocation }) => ({
      path: pathOf(instanceLocation, value),
      keyword,
      message: keyword === 'false' ? 'It is not allowed here.' : error,
    }))
  }
}

/** Keywords that only say that something further inside does not fit. */
const around = new Set(
  (
    'properties patternProperties additionalProperties unevaluatedProperties propertyNames items prefixItems ' +
    'unevaluatedItems allOf then else dependentSchemas $ref $dynamicRef $recursiveRef'
  ).split(' '),
)

/** `#/lines/0/qty` → `['lines'][0]['qty']`: a number where a list stands, else a key. */
function pathOf(pointer: string, value: unknown): string {
  let here = value
  let path = ''
  for (const part of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~')
    path += Array.isArray(here) ? `[${key}]` : `['${key.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}']`
    here = (here as Record<string, unknown> | undefined)?.[key]
  }
  return path
}
