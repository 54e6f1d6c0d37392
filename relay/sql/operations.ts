// The operations that every SQL database has, over what its driver can do.
import { fault, type Fault } from '../../worker/model/fault.ts'
import type { Value } from '../../worker/model/value.ts'
import type { Arguments } from '../arguments.ts'
import type { Operation, Session, Stream } from '../session.ts'
import { dictOf } from '../values.ts'
import { bind, deleteOf, insertOf, selectOf, updateOf, type Dialect, type Statement } from './statement.ts'

export interface SqlDriver {
  dialect: Dialect
  /** Rows in the order they come. Rejects with a Fault DATABASE:… or CONNECT:…. */
  rows(statement: Statement): Promise<Value[]>
  /** How many rows were changed, and the id that the database gave, where it says one. */
  change(statement: Statement): Promise<{ rowsAffected: number; lastId?: Value }>
  /** Batches of rows; the next one is read when it is asked for. */
  batches(statement: Statement, size: number): AsyncIterable<Value[]>
}

const mostRows = 100_000

export function sqlOperations(driver: SqlDriver): Pick<Session, 'operations' | 'streams'> {
  const { dialect } = driver
  const bound = (values: Arguments): Statement =>
    bind(values.text('sql'), values.entries('parameters'), dialect)
  const isTable = (values: Arguments): boolean => values.line('by', 'sql') === 'table'
  const change = (make: (values: Arguments) => Statement): Operation => {
    return async (values) => {
      const { rowsAffected, lastId } = await driver.change(isTable(values) ? make(values) : bound(values))
      return { payload: dictOf({ rowsAffected, ...(lastId !== undefined && { lastId }) }) }
    }
  }
  const query: Operation = async (values) => {
    const rows = await driver.rows(isTable(values) ? selection(values, dialect) : bound(values))
    if (rows.length > mostRows)
      throw fault(
        'DATABASE:TOO_MANY',
        `The query gave ${rows.length} rows; at most ${mostRows} are taken at once.`,
        {
          hint: 'Use Query in batches, or a limit.',
        },
      )
    return { payload: rows }
  }
  const batches: Stream = async function* (values) {
    const size = Math.min(Math.max(1, values.number('size', 1000)), 10_000)
    for await (const rows of driver.batches(bound(values), size)) yield { payload: rows }
  }
  return {
    operations: {
      query,
      insert: change((values) => insertOf(values.text('table'), rowsOf(values), dialect)),
      update: change((values) =>
        updateOf(values.text('table'), values.entries('values'), values.entries('where'), dialect),
      ),
      delete: change((values) => deleteOf(values.text('table'), values.entries('where'), dialect)),
    },
    streams: { 'query-batches': batches },
  }
}

function selection(values: Arguments, dialect: Dialect): Statement {
  const what = {
    table: values.text('table'),
    columns: values.texts('columns'),
    conditions: values.entries('where'),
    order: values.texts('order'),
    limit: values.number('limit', 0),
  }
  return selectOf(what, dialect)
}

function rowsOf(values: Arguments): Map<Value, Value>[] {
  const rows = values.list('values')
  if (rows.length > 0 && rows.every((row) => row instanceof Map)) return rows
  throw fault('RELAY:ARGUMENT', 'values has to be a dict, or a list of dicts.', {
    data: { argument: 'values' },
  })
}

/** By SQLSTATE (ISO/IEC 9075-2, table of condition classes), the same for all databases. */
export function sqlFault(state: string, message: string, more: Record<string, unknown> = {}): Fault {
  const fitting = Object.keys(states).filter((start) => state.startsWith(start))
  const finest = fitting.sort((a, b) => b.length - a.length)[0]
  const [code, hint] = states[finest ?? ''] ?? ['ERROR', 'The message is the database’s own.']
  return fault(`DATABASE:${code}`, message, { hint, data: { sqlState: state, ...more } })
}

const states: Record<string, readonly [string, string]> = {
  28: ['AUTH', 'Check user and password of the connection.'],
  '3D': ['NO_DATABASE', 'Check the name of the database.'],
  23505: ['DUPLICATE', 'There is a row with this key already.'],
  23: ['CONSTRAINT', 'The row breaks a rule of its table.'],
  40: ['CONFLICT', 'Another transaction was in the way: retry it.'],
  '42P01': ['NO_TABLE', 'Check the name of the table, and the schema.'],
  '42S02': ['NO_TABLE', 'Check the name of the table.'],
  42501: ['DENIED', 'The user may not do this.'],
  42: ['SYNTAX', 'Look at the SQL, and at the names in it.'],
  22: ['VALUE', 'A value does not fit its column.'],
  57014: ['TIMEOUT', 'The statement took too long and was stopped.'],
}
