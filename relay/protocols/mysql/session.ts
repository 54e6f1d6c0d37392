// MySQL and MariaDB by mysql2, over a socket of ours. Statements are prepared; decimals come as text, times as datetime, json as
// data. LOAD DATA LOCAL is off: the server could ask for files of the relay.
import { createConnection, type Connection, type ResultSetHeader } from 'mysql2'
import { isFault } from '../../../worker/model/fault.ts'
import { DateTime, LocalDate, LocalTime, type Value } from '../../../worker/model/value.ts'
import { connectError, connectFault } from '../../failures.ts'
import type { Protocol } from '../../session.ts'
import { sqlFault, sqlOperations, type SqlDriver } from '../../sql/operations.ts'
import type { Statement } from '../../sql/statement.ts'
import { ownTls } from '../../tls.ts'
import { float, toPlain, toValue } from '../../values.ts'

const mysql: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 3306) }
  const socket = await world.dialer.dial(at, undefined, world.signal)
  const secure = ownTls(connection, at.host)
  const client = createConnection({
    stream: socket,
    host: at.host,
    user: connection.text('user'),
    password: connection.text('password', ''),
    database: connection.text('database'),
    connectTimeout: connection.number('connectTimeout', 5) * 1000,
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    flags: ['-LOCAL_FILES'],
    ...(secure && { ssl: { ...secure, verifyIdentity: true } }),
  })
  let isOpen = true
  client.on('error', () => (isOpen = false))
  socket.on('close', () => (isOpen = false))
  const failed = (thrown: unknown) => {
    if (isFault(thrown)) return thrown
    const { sqlState, message, code, errno } = thrown as {
      sqlState?: string
      message: string
      code?: string
      errno?: number
    }
    // The server ends the connection after it has said so: before the socket tells.
    if (errno !== undefined && endings.has(errno)) isOpen = false
    if (sqlState) return sqlFault(stateOf(sqlState, errno), message, { code: code ?? errno })
    isOpen = false
    const broken =
      code === 'PROTOCOL_CONNECTION_LOST' ? Object.assign(new Error(message), { code: 'ECONNRESET' }) : thrown
    return connectFault(broken, at)
  }
  await new Promise<void>((resolve, reject) =>
    client.connect((error) => {
      // Zeros read as a greeting and an OK: the greeting of MySQL says version 10 of the protocol.
      const { _handshakePacket: greeting } = client as { _handshakePacket?: { protocolVersion?: number } }
      if (!error && greeting?.protocolVersion !== 10) return reject(connectError('LOST', at.host, at.port))
      return error ? reject(failed(error)) : resolve()
    }),
  ).catch((thrown) => {
    client.destroy()
    throw thrown
  })
  const run = ({ text, values }: Statement) =>
    new Promise<{ rows: unknown; fields: Column[] }>((resolve, reject) => {
      client.execute(
        { sql: text, rowsAsArray: true },
        values.map(parameterOf) as never,
        (error, rows, fields) =>
          error ? reject(failed(error)) : resolve({ rows, fields: fields as unknown as Column[] }),
      )
    })
  const driver: SqlDriver = {
    dialect: { placeholder: () => '?', quote: (name) => `\`${name.replaceAll('`', '``')}\`` },
    rows: async (statement) => {
      const { rows, fields } = await run(statement)
      return Array.isArray(rows) ? rows.map((row) => rowOf(row as unknown[], fields)) : []
    },
    change: async (statement) => {
      const { affectedRows, insertId } = (await run(statement)).rows as ResultSetHeader
      return { rowsAffected: affectedRows, ...(insertId && { lastId: toValue(BigInt(insertId)) }) }
    },
    async *batches(statement, size) {
      let batch: Value[] = []
      for await (const row of streamOf(client, statement, failed)) {
        batch.push(row)
        if (batch.length < size) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
  }
  const say = (text: string) => async () =>
    await new Promise<void>((resolve, reject) =>
      client.query(text, (error) => (error ? reject(failed(error)) : resolve())),
    )
  return {
    ...sqlOperations(driver),
    transaction: { begin: say('START TRANSACTION'), commit: say('COMMIT'), rollback: say('ROLLBACK') },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      client.destroy()
    },
  }
}
export default mysql

/** ER_SERVER_SHUTDOWN, ER_QUERY_INTERRUPTED, ER_CONNECTION_KILLED. */
const endings = new Set([1053, 1317, 1927])

interface Column {
  name: string
  columnType: number
  columnLength: number
  characterSet: number
}

/** Rows one by one; the socket is read no faster than they are taken. */
async function* streamOf(
  client: Connection,
  { text, values }: Statement,
  failed: (thrown: unknown) => unknown,
): AsyncGenerator<Value> {
  const command = client.execute({ sql: text, rowsAsArray: true }, values.map(parameterOf) as never)
  let columns: Column[] = []
  command.on('fields', (fields) => (columns = fields as unknown as Column[]))
  const rows = command.stream({ highWaterMark: 200 })
  let isDone = false
  try {
    for await (const row of rows as AsyncIterable<unknown[]>) yield rowOf(row, columns)
    isDone = true
  } catch (thrown) {
    throw failed(thrown)
  } finally {
    // Nobody reads the rest: the connection cannot be used again.
    if (!isDone) client.destroy()
  }
}

function rowOf(row: unknown[], columns: Column[]): Value {
  return new Map(row.map((one, i): [Value, Value] => [columns[i]!.name, columnValue(one, columns[i]!)]))
}

/** By the type of a column (enum_field_types of the protocol). */
function columnValue(given: unknown, { columnType }: Column): Value {
  if (given === null || given === undefined) return null
  switch (columnType) {
    case 8: // LONGLONG
      return toValue(BigInt(given as string))
    case 4: // FLOAT
    case 5: // DOUBLE
      return float(Number(given))
    case 7: // TIMESTAMP
    case 12: // DATETIME
      return new DateTime(String(given).replace(' ', 'T'))
    case 10: // DATE
      return new LocalDate(String(given))
    case 11: // TIME: within a day it is a time of day, else a duration as text
      return /^\d\d:/.test(String(given)) && String(given) < '24'
        ? new LocalTime(String(given))
        : String(given)
    case 245: // JSON
      return toValue(typeof given === 'string' ? JSON.parse(given) : given)
    default:
      return toValue(given)
  }
}

function parameterOf(value: Value): unknown {
  if (value instanceof DateTime) return value.iso.replace('T', ' ').replace(/\+00:00$/, '')
  if (value instanceof Map || Array.isArray(value)) return JSON.stringify(toPlain(value))
  return toPlain(value)
}

/** MySQL has one state for most; its numbers are finer. */
function stateOf(state: string, errno = 0): string {
  if ([1062, 1586].includes(errno)) return '23505'
  if (errno === 1049) return '3D000'
  if ([1142, 1143, 1044, 1227].includes(errno)) return '42501'
  if ([1205, 1213].includes(errno)) return '40001'
  if ([1264, 1366, 1406, 1292].includes(errno)) return '22000'
  return state
}
