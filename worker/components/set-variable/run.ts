// Set Variable: sets a variable, or makes a new list or dict of the old one and the value.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, type Fault } from '../../model/fault.ts'
import { withEntries, withItems } from '../../model/growing.ts'
import { withVariable, type Message } from '../../model/message.ts'
import type { Value } from '../../model/value.ts'

const setVariable: Run = (message, context) => {
  const name = String(context.setting('name') ?? '').trim()
  if (name === '') throw fault('CORE:FIELD', 'The variable has no name.', { at: { field: 'name' } })
  const data = context.field('value', message) ?? Data.none
  const operation = context.setting<string>('operation')
  if (operation === 'overwrite') return withVariable(message, name, data)
  const old = message.variables.get(name)
  const made = old ? combined(operation, name, old, data, message, context) : fresh(operation, data, message, context) // prettier-ignore
  return withVariable(message, name, made)
}
export default setVariable

/** A variable that is not there yet: append and extend begin a list, put and merge a dict. */
function fresh(operation: string, data: Data, message: Message, context: Context): Data {
  if (operation === 'append') return Data.of([data.value])
  if (operation === 'put') return Data.of(new Map([[keyOf(message, context), data.value]]))
  return data
}

function combined(
  operation: string,
  name: string,
  old: Data,
  data: Data,
  message: Message,
  context: Context,
): Data {
  const made = grown(operation, old, data, message, context)
  if (made) return made
  const wanted = operation === 'append' || operation === 'extend' ? 'list' : 'dict'
  throw wrong('name', `${operation} needs a ${wanted}; ${name} is a ${context.typeName(old)}.`)
}
/** Undefined: the old value is not of the type that the operation needs. */
function grown(
  operation: string,
  old: Data,
  data: Data,
  message: Message,
  context: Context,
): Data | undefined {
  switch (operation) {
    case 'append':
      return withItems(old, [data.value])
    case 'extend':
      return withItems(old, listOf(data, context))
    case 'put':
      return withEntries(old, [[keyOf(message, context), data.value]])
    default:
      return withEntries(old, dictOf(data, context))
  }
}

function keyOf(message: Message, context: Context): Value {
  return (context.field('key', message) ?? Data.none).value
}
function listOf(data: Data, context: Context): Value[] {
  const value = data.value
  if (Array.isArray(value)) return value
  throw wrong('value', `extend needs a list; the value is a ${context.typeName(data)}.`)
}
function dictOf(data: Data, context: Context): Map<Value, Value> {
  const value = data.value
  if (value instanceof Map) return value
  throw wrong('value', `merge needs a dict; the value is a ${context.typeName(data)}.`)
}
function wrong(field: string, message: string): Fault {
  return fault('CORE:TYPE', message, { at: { field }, hint: 'Overwrite the variable first with [] or {}.' })
}
