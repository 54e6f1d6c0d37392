// State Store: each operation reads and writes what stands under its key, with no other change of it in between.
import type { Tagged } from '../../model/app.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withPayload } from '../../model/message.ts'
import type { Value } from '../../model/value.ts'
import { changeState, keyOf, nameOf } from '../kept-state.ts'

const LONGEST_KEY = 30
/** Characters of tagged JSON under one key. */
const MOST = 1024 * 1024
const DAY = 86_400_000

interface Kept {
  [name: string]: Tagged
  type: string
  value: Tagged
  /** Milliseconds since the epoch; null: never. */
  until: number | null
}
/** What is given to an operation: everything is read of the message before the store is touched. */
interface Asked {
  field: string
  value: Tagged
  atHead: boolean
  until: number | null
}
/** What is kept afterwards (undefined: nothing) and what the step answers. */
type Done = { keep: Kept | undefined; answer: Tagged }
type Operation = (kept: Kept | undefined, asked: Asked) => Done

const stateStore: Run = async (message, context) => {
  const type = context.setting<string>('type')
  const name = context.setting<string>('operation')
  const operation = operations[type]?.[name]
  if (!operation) throw noOperation(type, name)
  const key = context.text(context.field('key', message) ?? Data.of(''))
  if (key.length === 0 || key.length > LONGEST_KEY)
    throw fault('CORE:TYPE', `A key has 1 to ${LONGEST_KEY} characters, this one has ${key.length}.`, {
      at: { field: 'key' },
      data: { key },
    })
  const given = context.field('field', message)
  const days = Number(context.setting('days'))
  const now = context.now()
  const asked: Asked = {
    field: given === undefined || given.value === null ? '' : context.text(given),
    value: toTagged(
      (name === 'set' || name === 'push' ? context.field('value', message) : undefined)?.value ?? null,
    ),
    atHead: context.setting('end') === 'head',
    until: days > 0 ? now + days * DAY : null,
  }
  const answer = await changeState<Kept, Tagged>(context, `store/${key}`, (found) => {
    const kept = found && (found.until === null || found.until > now) ? found : undefined
    if (kept && kept.type !== type && name !== 'delete') throw otherKind(context, key, kept.type, type)
    const done = operation(kept, asked)
    mustFit(key, done.keep)
    return done
  })
  return withPayload(message, Data.of(new Map<Value, Value>([['value', fromTagged(answer)]])))
}
export default stateStore

const remove: Operation = (kept) => ({ keep: undefined, answer: kept !== undefined })
const expire: Operation = (kept, { until }) => ({
  keep: kept && { ...kept, until },
  answer: kept !== undefined,
})

const operations: Record<string, Record<string, Operation>> = {
  value: {
    get: (kept) => ({ keep: kept, answer: kept?.value ?? null }),
    set: (_, { value, until }) => ({ keep: { type: 'value', value, until }, answer: value }),
    delete: remove,
    expire,
  },
  list: {
    get: (kept) => ({ keep: kept, answer: itemsOf(kept) }),
    set: (_, { value, until }) => {
      if (!Array.isArray(value))
        throw fault('CORE:TYPE', 'A list is set to a list.', { at: { field: 'value' } })
      return { keep: { type: 'list', value, until }, answer: value }
    },
    push: (kept, { value, atHead }) => {
      const items = itemsOf(kept)
      const more = atHead ? [value, ...items] : [...items, value]
      return { keep: { type: 'list', value: more, until: kept?.until ?? null }, answer: more.length }
    },
    peek: (kept, { atHead }) => ({ keep: kept, answer: itemsOf(kept).at(atHead ? 0 : -1) ?? null }),
    pop: (kept, { atHead }) => {
      const items = itemsOf(kept)
      const left = atHead ? items.slice(1) : items.slice(0, -1)
      const keep = kept && left.length > 0 ? { ...kept, value: left } : undefined
      return { keep, answer: items.at(atHead ? 0 : -1) ?? null }
    },
    length: (kept) => ({ keep: kept, answer: itemsOf(kept).length }),
    delete: remove,
    expire,
  },
  hash: {
    get: (kept, { field }) => {
      const fields = fieldsOf(kept)
      return { keep: kept, answer: field ? (fields[nameOf(field)] ?? null) : shown(fields) }
    },
    set: (kept, { field, value, until }) => {
      if (!field)
        throw fault('CORE:TYPE', 'A hash is set field by field; none is named.', { at: { field: 'field' } })
      const fields = { ...fieldsOf(kept), [nameOf(field)]: value }
      return { keep: { type: 'hash', value: fields, until: until ?? kept?.until ?? null }, answer: value }
    },
    length: (kept) => ({ keep: kept, answer: Object.keys(fieldsOf(kept)).length }),
    delete: (kept, asked) => {
      if (!asked.field || !kept) return remove(kept, asked)
      const { [nameOf(asked.field)]: gone, ...left } = fieldsOf(kept)
      const keep = Object.keys(left).length > 0 ? { ...kept, value: left } : undefined
      return { keep, answer: gone !== undefined }
    },
    expire,
  },
}

function itemsOf(kept: Kept | undefined): Tagged[] {
  return (kept?.value as Tagged[] | undefined) ?? []
}
function fieldsOf(kept: Kept | undefined): { [name: string]: Tagged } {
  return (kept?.value as { [name: string]: Tagged } | undefined) ?? {}
}
/** A hash as a dict: a key that starts with `$` is doubled, as in all tagged JSON. */
function shown(fields: { [name: string]: Tagged }): Tagged {
  const entries = Object.entries(fields).map(([name, value]) => [keyOf(name), value] as const)
  return Object.fromEntries(entries.map(([key, value]) => [key.startsWith('$') ? `$${key}` : key, value]))
}

function mustFit(key: string, kept: Kept | undefined): void {
  const size = kept ? JSON.stringify(kept).length : 0
  if (size <= MOST) return
  throw fault(
    'CORE:STATE_FULL',
    `What stands under ${key} would have ${size} characters; ${MOST} are allowed.`,
    {
      at: { field: 'value' },
      hint: 'Keep less, or use several keys.',
      data: { key, size, limit: MOST },
    },
  )
}
function otherKind(context: Context, key: string, has: string, wants: string) {
  return fault(
    'CORE:TYPE',
    `Under ${key} stands a ${has}, not a ${wants}; the step ${context.step.name} changed nothing.`,
    {
      at: { field: 'type' },
      hint: 'Choose its kind, or delete it first.',
      data: { key, has, wants },
    },
  )
}
function noOperation(type: string, operation: string) {
  const kind = operations[type]
  return fault('CORE:TYPE', `A ${type} of State Store has no operation ${JSON.stringify(operation)}.`, {
    at: { field: kind ? 'operation' : 'type' },
    hint: `Choose ${Object.keys(kind ?? operations).join(', ')}.`,
  })
}
