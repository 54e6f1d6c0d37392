// A JSON Schema of draft 2020-12 as a check of values: each violation with its place, written as DataWay does.
import type { Tagged } from './app.ts'
import { fault } from './fault.ts'

export interface Violation {
  /** Where in the value, as DataWay writes it: `['lines'][0]['qty']`; empty: the value itself. */
  path: string
  /** The keyword of the schema that it breaks: `type`, `required`. */
  keyword: string
  message: string
}
export type SchemaCheck = (value: unknown) => Violation[]

/** The check of a schema. Throws CORE:SCHEMA where it is none. */
export async function schemaCheck(text: string): Promise<SchemaCheck> {
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
