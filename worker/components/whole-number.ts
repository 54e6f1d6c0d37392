// A whole number out of a field that takes any value.
import type { Context } from '../model/context.ts'
import type { Data } from '../model/data.ts'
import { fault } from '../model/fault.ts'
import { Float } from '../model/value.ts'

/** `undefined` for None. Throws CORE:TYPE for what is no whole number, up to 2⁵³. */
export function wholeNumber(context: Context, data: Data | undefined, field: string): number | undefined {
  const value = data?.value ?? null
  if (value === null) return undefined
  const number = value instanceof Float ? value.value : typeof value === 'bigint' ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  throw fault('CORE:TYPE', `${field} is a ${context.typeName(data!)}: ${context.text(data!).slice(0, 100)}; a whole number was wanted.`, {
    at: { field },
    hint: 'Write a number, or an expression that gives one.',
  }) // prettier-ignore
}
