// Table State: each operation is one piece of work on the table; nobody else changes it meanwhile.
import { toTagged } from '../../model/codec.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault } from '../../model/fault.ts'
import { withPayload, type Message } from '../../model/message.ts'
import type { Value } from '../../model/value.ts'
import { Columns, type Row } from './columns.ts'
import { Table, textOf, type Kept } from './table.ts'

type Work = (table: Table, message: Message, context: Context) => Promise<Value>

const tableState: Run = async (message, context) => {
  const operation = context.setting<string>('operation')
  const prepare = prepared[operation]
  if (!prepare)
    throw fault('CORE:TYPE', `${JSON.stringify(operation)} is no operation of Table State.`, {
      at: { field: 'operation' },
      hint: `Choose ${Object.keys(prepared).join(', ')}.`,
    })
  const work = prepare(message, context)
  const result = await Table.use(context, (table) => work(table, message, context))
  return withPayload(message, Data.of(result))
}
export default tableState

/** What an operation needs of the message is read before the table is touched. */
const prepared: Record<string, (message: Message, context: Context) => Work> = {
  query: (message, context) => {
    const chosen = choice(message, context)
    const limit = Number(context.setting('limit'))
    return async (table) => (await chosen(table, limit)).map(({ row }) => row)
  },
  delete: (message, context) => {
    const chosen = choice(message, context)
    return async (table) => {
      const rows = await chosen(table, Infinity)
      for (const { name } of rows) await table.delete(name)
      return new Map<Value, Value>([['deleted', rows.length]])
    }
  },
  insert: (message, context) => {
    const ignores = context.setting<boolean>('ignoreErrors')
    const rows = given(message, context, ignores)
    return async (table) => {
      let ignored = rows.refused
      for (const { row, name } of rows.good) {
        if (!(await table.get(name))) await table.put(name, row)
        else if (ignores) ignored++
        else throw duplicate(name)
      }
      const inserted = rows.good.length + rows.refused - ignored
      return new Map<Value, Value>([['inserted', inserted], ['ignored', ignored]]) // prettier-ignore
    }
  },
  merge: (message, context) => {
    const only = context.setting<string>('only')
    const rows = given(message, context, false)
    return async (table) => {
      const counts = { inserted: 0, updated: 0, ignored: 0 }
      for (const { row, name } of rows.good) {
        const old = await table.get(name)
        const isWanted = old ? only !== 'insert' : only !== 'update'
        counts[!isWanted ? 'ignored' : old ? 'updated' : 'inserted']++
        // A row keeps the columns that the new one does not have.
        if (isWanted) await table.put(name, old ? new Map([...old.row, ...row]) : row)
      }
      return new Map<Value, Value>(Object.entries(counts))
    }
  },
  diff: (message, context) => {
    const rows = given(message, context, false)
    const isFull = context.setting('extent') === 'full'
    const keeps = context.setting<boolean>('keep')
    return async (table) => {
      const old = new Map(isFull ? (await table.all()).map((kept) => [kept.name, kept]) : [])
      const seen = new Set<string>()
      const result: Row[] = []
      for (const { row, name } of rows.good) {
        const before = old.get(name) ?? (isFull ? undefined : await table.get(name))
        seen.add(name)
        if (before && before.text === textOf(toTagged(row))) continue
        result.push(new Map([...row, ['op_type', before ? 'Modify' : 'Add']]))
        if (keeps) await table.put(name, row)
      }
      for (const [name, { row }] of old) {
        if (seen.has(name)) continue
        result.push(new Map([...row, ['op_type', 'Deleted']]))
        if (keeps) await table.delete(name)
      }
      return result
    }
  },
}

/** The rows that come in; those that are none are an error, or counted. */
function given(message: Message, context: Context, ignores: boolean) {
  const data = context.field('rows', message) ?? Data.none
  const columns = new Columns(context)
  const good: { row: Row; name: string }[] = []
  let refused = 0
  for (const [index, one] of columns.rows(data).entries())
    try {
      good.push(columns.read(one, index))
    } catch (thrown) {
      if (!ignores || !isFault(thrown)) throw thrown
      if (refused++ === 0) context.log('WARN', context.flow.name, `A row does not go in: ${thrown.message}`)
    }
  return { good, refused }
}

/** The rows that are meant by keys and condition, in the order in which they were inserted. */
function choice(message: Message, context: Context): (table: Table, limit: number) => Promise<Kept[]> {
  const keys = context.field('keys', message)
  const columns = new Columns(context)
  const names = keys === undefined || keys.value === null ? undefined : namesOf(keys, columns, context)
  const hasCondition = context.step.config['where'] !== undefined
  const fits = ({ row }: Kept): boolean =>
    !hasCondition || context.condition('where', withPayload(message, Data.of(row)))
  return async (table, limit) => {
    const found: Kept[] = []
    if (!names) {
      for (const kept of await table.all()) if (found.length < limit && fits(kept)) found.push(kept)
      return found
    }
    for (const name of names) {
      const kept = await table.get(name)
      if (kept && found.length < limit && fits(kept)) found.push(kept)
    }
    return found
  }
}

function namesOf(keys: Data, columns: Columns, context: Context): Set<string> {
  const type = context.typeName(keys)
  const all = type === 'list' ? [...context.items(keys)] : [keys]
  return new Set(all.map((key, index) => columns.name(key, `Key ${index}`)))
}

function duplicate(name: string) {
  const key = name.slice(name.indexOf(':') + 1)
  return fault('CORE:DUPLICATE', `The table has a row with the key ${key} already; nothing was inserted.`, {
    hint: 'Merge instead, or pass over such rows.',
    data: { key },
  })
}
