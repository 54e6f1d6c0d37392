// SQLite by its own WebAssembly build, loaded when a step first needs it. A kept database lives in the browser's private file system
// (OPFS) in a pool of handles of its own, which one tab at a time can have.
import type { Database, SAHPoolUtil, Sqlite3Static, SqlValue } from '@sqlite.org/sqlite-wasm'
import type { Arguments } from '../../../relay/arguments.ts'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { DateTime, Decimal, Entity, Float, LocalDate, LocalTime, type Value } from '../../../worker/model/value.ts' // prettier-ignore
import type { PageProtocol } from '../../protocol-link.ts'

let loaded: Promise<Sqlite3Static> | undefined
const pools = new Map<string, Promise<SAHPoolUtil>>()
/** Databases in memory outlive the calls: they last as long as the tab. */
const inMemory = new Map<string, Database>()

const sql: PageProtocol = async (connection) => {
  const sqlite = await (loaded ??= load())
  const name = connection.line('database', 'main')
  if (!/^[\w-]{1,64}$/.test(name))
    throw fault('SQL:NAME', `${JSON.stringify(name.slice(0, 80))} cannot be the name of a database.`, {
      hint: 'Use letters, digits, - and _.',
    })
  const isKept = connection.text('place', 'browser') === 'browser'
  const database = isKept ? await keptDatabase(sqlite, name) : memoryDatabase(sqlite, name)
  const schema = connection.text('schema', '')
  if (schema.trim()) guarded(sqlite, () => database.exec(schema))
  const exec = (text: string): void => guarded(sqlite, () => void database.exec(text))
  return {
    operations: {
      query: async (values) => ({ payload: guarded(sqlite, () => rows(sqlite, database, values)) }),
      execute: async (values) => ({ payload: guarded(sqlite, () => execute(sqlite, database, values)) }),
      script: async (values) => {
        const text = values.text('sql')
        guarded(sqlite, () => atOnce(database, () => void database.exec(text)))
        return {}
      },
    },
    transaction: {
      begin: async () => exec('begin immediate'),
      commit: async () => exec('commit'),
      rollback: async () => exec('rollback'),
    },
    isOpen: () => database.isOpen(),
    close: async () => {
      if (isKept) database.close()
    },
  }
}
export default sql

async function load(): Promise<Sqlite3Static> {
  // Its other ways to OPFS start workers of their own, which the page's policy refuses. Errors are ours to tell.
  const vfs = { opfs: true, 'opfs-vfs': true, 'opfs-wl': true, kvvfs: true }
  const config = { disable: { vfs }, warn: () => {}, error: () => {} }
  Object.assign(globalThis, { sqlite3ApiConfig: config })
  const { default: init } = await import('@sqlite.org/sqlite-wasm')
  return await init()
}

function memoryDatabase(sqlite: Sqlite3Static, name: string): Database {
  let database = inMemory.get(name)
  if (!database?.isOpen()) inMemory.set(name, (database = new sqlite.oo1.DB(':memory:', 'c')))
  return database
}

async function keptDatabase(sqlite: Sqlite3Static, name: string): Promise<Database> {
  if (typeof navigator === 'undefined' || !('storage' in navigator) || !('getDirectory' in navigator.storage))
    throw fault('SQL:PLACE', 'There is no private file system here to keep a database in.', {
      hint: 'Choose “in memory” in the connection, or open Weft in a browser window that is not private.',
    })
  let pool = pools.get(name)
  if (!pool) {
    pool = sqlite.installOpfsSAHPoolVfs({ name: `weft-${name}`, directory: `/weft-sql/${name}` })
    pools.set(name, pool)
  }
  try {
    return new (await pool).OpfsSAHPoolDb(`/${name}.sqlite`)
  } catch (thrown) {
    pools.delete(name)
    throw /access handle|NoModificationAllowed/i.test(String(thrown))
      ? fault('SQL:BUSY', `Another tab has the database ${name} open.`, { hint: 'Close that tab, or use another database.' }) // prettier-ignore
      : failed(sqlite, thrown)
  }
}

function rows(sqlite: Sqlite3Static, database: Database, values: Arguments): Value {
  const most = values.number('maxRows', 10_000)
  const statement = database.prepare(values.text('sql'))
  try {
    bind(statement, values.value('parameters'))
    const names: string[] = statement.columnCount > 0 ? statement.getColumnNames([]) : []
    const found: Value[] = []
    while (statement.step()) {
      if (found.length >= most)
        throw fault('SQL:TOO_LARGE', `The query gives more than ${most} rows.`, { hint: 'Use limit and offset, or raise the limit.' }) // prettier-ignore
      found.push(new Map<Value, Value>(names.map((name, i) => [name, valueAt(sqlite, statement, i)])))
    }
    return found
  } finally {
    statement.finalize()
  }
}

/** One statement, once or for each of several parameters; those are done all or none. */
function execute(sqlite: Sqlite3Static, database: Database, values: Arguments): Value {
  const parameters = values.value('parameters')
  const isMany = Array.isArray(parameters) && parameters.length > 0 && parameters.every((one) => Array.isArray(one) || one instanceof Map) // prettier-ignore
  const before = Number(database.changes(true, true))
  const statement = database.prepare(values.text('sql'))
  const once = (given: Value): void => {
    bind(statement, given)
    while (statement.step());
    statement.reset(true)
  }
  try {
    if (isMany) atOnce(database, () => (parameters as Value[]).forEach(once))
    else once(parameters)
  } finally {
    statement.finalize()
  }
  const lastId = sqlite.capi.sqlite3_last_insert_rowid(database.pointer!)
  return new Map<Value, Value>([
    ['rowsAffected', Number(database.changes(true, true)) - before],
    ['lastId', whole(lastId)],
  ])
}

/** All or none, also inside a transaction. */
function atOnce(database: Database, work: () => void): void {
  database.exec('savepoint weft')
  try {
    work()
    database.exec('release weft')
  } catch (thrown) {
    database.exec('rollback to weft; release weft')
    throw thrown
  }
}

type Statement = ReturnType<Database['prepare']>

function bind(statement: Statement, given: Value): void {
  if (given === null || given === '') return
  if (Array.isArray(given)) {
    if (given.length > 0) statement.bind(given.map(toSql))
    return
  }
  if (!(given instanceof Map))
    throw fault('SQL:PARAMETERS', 'The parameters are neither a dict nor a list.', { hint: "Write {'id': 7} or [7]." }) // prettier-ignore
  for (const [key, one] of given) {
    const name = String(key)
    // What the statement does not name is not asked for.
    const index = [name, `:${name}`, `@${name}`, `$${name}`].map((text) => statement.getParamIndex(text)).find((at) => at) // prettier-ignore
    if (index) statement.bind(index, toSql(one))
  }
}

function toSql(value: Value): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value // prettier-ignore
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Float) return value.value
  if (value instanceof Decimal) return value.text
  if (value instanceof DateTime || value instanceof LocalDate || value instanceof LocalTime) return value.iso
  if (value instanceof Uint8Array) return value
  if (value instanceof Entity) return value.bytes
  throw fault('SQL:PARAMETERS', 'A dict or list cannot be a value of a column.', { hint: 'Write it as text: str(…) or json.dumps(…).' }) // prettier-ignore
}

function valueAt({ capi }: Sqlite3Static, statement: Statement, index: number): Value {
  const kind = capi.sqlite3_column_type(statement.pointer!, index)
  const value = statement.get(index) as SqlValue
  if (value === null || value === undefined) return null
  if (kind === capi.SQLITE_INTEGER) return whole(BigInt(value as number | bigint))
  if (kind === capi.SQLITE_FLOAT) return new Float(Number(value))
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return value as string | Uint8Array
}
function whole(number: bigint): Value {
  return Number.isSafeInteger(Number(number)) ? Number(number) : number
}

function guarded<T>(sqlite: Sqlite3Static, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw failed(sqlite, thrown)
  }
}
function failed({ capi }: Sqlite3Static, thrown: unknown): Fault {
  if (isFault(thrown)) return thrown
  const { resultCode = 1, message } = thrown as { resultCode?: number; message: string }
  const text = message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, '')
  if ((resultCode & 255) === capi.SQLITE_CONSTRAINT)
    return fault('SQL:CONSTRAINT', text, {
      hint: 'Look at the values, or use “on conflict”.',
      data: { resultCode },
    })
  if ((resultCode & 255) === capi.SQLITE_FULL)
    return fault('SQL:FULL', text, { hint: 'The browser gives no more room: delete something.' })
  return fault('SQL:ERROR', text, { hint: 'Look at the statement and its parameters.', data: { resultCode } })
}
