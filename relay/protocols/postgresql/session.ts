// PostgreSQL by pg. Values travel as parameters of the extended protocol; decimals come as text, times as datetime, json as data.
import pg from 'pg'
import Cursor from 'pg-cursor'
import { isFault } from '../../../worker/model/fault.ts'
import { DateTime, LocalDate, LocalTime, type Value } from '../../../worker/model/value.ts'
import { connectError, connectFault } from '../../failures.ts'
import type { Protocol } from '../../session.ts'
import { sqlFault, sqlOperations, type SqlDriver } from '../../sql/operations.ts'
import type { Statement } from '../../sql/statement.ts'
import { ownTls } from '../../tls.ts'
import { dict, float, toPlain, toValue } from '../../values.ts'

const postgresql: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 5432) }
  const { address, host, port } = await world.dialer.check(at)
  const client = new pg.Client({
    host: address,
    port,
    user: connection.text('user'),
    password: connection.text('password', ''),
    database: connection.text('database'),
    ssl: ownTls(connection, host) ?? false,
    connectionTimeoutMillis: connection.number('connectTimeout', 5) * 1000,
    application_name: 'weft',
    keepAlive: true,
    types: { getTypeParser: parserOf as never },
  })
  let isOpen = true
  client.on('error', () => (isOpen = false))
  client.on('end', () => (isOpen = false))
  const failed = (thrown: unknown) => {
    if (isFault(thrown)) return thrown
    const { code = '', message = String(thrown), detail, severity } = thrown as pg.DatabaseError
    // The server ends the connection after it has said so: before the socket tells.
    if (severity === 'FATAL' || severity === 'PANIC') isOpen = false
    if (/^[0-9A-Z]{5}$/.test(code)) return sqlFault(code, message, detail === undefined ? {} : { detail })
    isOpen = false
    if (/does not support SSL/i.test(message)) return connectError('TLS', at.host, at.port)
    return connectFault(thrown, at)
  }
  const run = async (statement: Statement) => {
    try {
      return await client.query({
        text: statement.text,
        values: statement.values.map(parameterOf),
        rowMode: 'array',
      })
    } catch (thrown) {
      throw failed(thrown)
    }
  }
  try {
    await client.connect()
  } catch (thrown) {
    throw failed(thrown)
  }
  const driver: SqlDriver = {
    dialect: { placeholder: (index) => `$${index}`, quote: (name) => `"${name.replaceAll('"', '""')}"` },
    rows: async (statement) => {
      const { rows, fields } = await run(statement)
      return rows.map((row) => rowOf(row as Value[], fields))
    },
    change: async (statement) => ({ rowsAffected: (await run(statement)).rowCount ?? 0 }),
    async *batches({ text, values }, size) {
      const cursor = new Cursor<unknown[]>(text, values.map(parameterOf), { rowMode: 'array' })
      client.query(cursor as never)
      try {
        for (;;) {
          const rows = await cursor.read(size).catch((thrown: unknown) => Promise.reject(failed(thrown)))
          if (rows.length === 0) return
          const { fields } = cursor._result
          yield rows.map((row) => rowOf(row as Value[], fields))
        }
      } finally {
        await cursor.close().catch(() => {})
      }
    },
  }
  const say = (text: string) => async () => void (await run({ text, values: [] }))
  return {
    ...sqlOperations(driver),
    transaction: { begin: say('BEGIN'), commit: say('COMMIT'), rollback: say('ROLLBACK') },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await client.end().catch(() => {})
    },
  }
}
export default postgresql

function rowOf(row: Value[], fields: { name: string }[]): Value {
  return dict(row.map((one, i) => [fields[i]!.name, toValue(one)]))
}

/** Lists go as arrays, dicts as json. */
function parameterOf(value: Value): unknown {
  return value instanceof Map ? JSON.stringify(toPlain(value)) : toPlain(value)
}

/** By the oid of a type (pg_type.dat). */
const parsers: Record<number, (text: string) => Value> = {
  20: (text) => toValue(BigInt(text)),
  700: (text) => float(Number(text)),
  701: (text) => float(Number(text)),
  1082: (text) => new LocalDate(text),
  1083: (text) => new LocalTime(text),
  1114: (text) => new DateTime(text.replace(' ', 'T')),
  1184: (text) => new DateTime(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  1186: (text) => text,
  1700: (text) => text,
  114: (text) => toValue(JSON.parse(text)),
  3802: (text) => toValue(JSON.parse(text)),
}

function parserOf(oid: number, format: 'text' | 'binary' = 'text'): unknown {
  return (
    (format === 'text' ? parsers[oid] : undefined) ?? pg.types.getTypeParser(oid as never, format as never)
  )
}
