// SQL Server by tedious, over a socket of ours. Values travel as parameters of sp_executesql.
import type { Socket } from 'node:net'
import { Connection, Request, type ConnectionConfiguration } from 'tedious'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { textOf, type Arguments } from '../../arguments.ts'
import { connectError, connectFault, transportFault } from '../../failures.ts'
import type { Operation, Protocol, World } from '../../session.ts'
import { sqlFault, sqlOperations, type SqlDriver } from '../../sql/operations.ts'
import { quotedName, type Dialect, type Statement } from '../../sql/statement.ts'
import { ownTls } from '../../tls.ts'
import { dict } from '../../values.ts'
import { columnValue, outputType, parameterOf, type Column } from './tds-values.ts'

const dialect: Dialect = {
  placeholder: (index) => `@p${index}`,
  quote: (name) => `[${name.replaceAll(']', ']]')}]`,
  nullsInText: true,
  top: true,
}

interface Cell {
  value: unknown
  metadata: Column
}

const sqlserver: Protocol = async (connection, world) => {
  const at = { host: connection.line('host'), port: connection.number('port', 1433) }
  let isOpen = true
  const failed = (thrown: unknown): Fault => {
    if (isFault(thrown)) return thrown
    const { message, code, number, cause } = thrown as Error & {
      code?: string
      number?: number
      cause?: unknown
    }
    if (number !== undefined) return sqlFault(stateOf(number), message, { number })
    if (code === 'ELOGIN') return sqlFault('28000', message)
    if (code === 'ECANCEL' || code === 'EREQUEST') return sqlFault('HY000', message)
    isOpen = false
    if (isFault(cause)) return cause
    if (code === 'EENCRYPT' || /certificate|self.signed|ssl|tls/i.test(message)) return connectError('TLS', at.host, at.port, thrown) // prettier-ignore
    const inner = transportFault(cause, at) ?? transportFault(thrown, at)
    if (inner) return inner
    return connectFault(/clos|hang up|ended|lost|final state/i.test(message) ? Object.assign(new Error(message), { code: 'ECONNRESET' }) : thrown, at) // prettier-ignore
  }
  const client = new Connection(configOf(connection, world, at))
  client.on('error', () => (isOpen = false))
  client.on('end', () => (isOpen = false))
  await new Promise<void>((resolve, reject) =>
    client.connect((error) => (error ? reject(failed(error)) : resolve())),
  ).catch((thrown) => {
    client.close()
    throw thrown
  })

  /** Runs a statement; `add` gives it more parameters, `hear` sees the request before it goes. */
  const run = ({ text, values }: Statement, hear: (request: Request) => void = () => {}) =>
    new Promise<number>((resolve, reject) => {
      const request = new Request(text, (error, count) =>
        error ? reject(failed(error)) : resolve(count ?? 0),
      )
      values.forEach((one, i) => {
        const { type, value } = parameterOf(one)
        request.addParameter(`p${i + 1}`, type, value)
      })
      hear(request)
      client.execSql(request)
    })
  const rows = async (statement: Statement): Promise<Value[]> => {
    const found: Value[] = []
    await run(statement, (request) => request.on('row', (row: Cell[]) => found.push(rowOf(row))))
    return found
  }
  const driver: SqlDriver = {
    dialect,
    rows,
    change: async (statement) => ({ rowsAffected: await run(statement) }),
    batches: (statement, size) => batchesOf(client, (hear) => run(statement, hear), size),
  }
  const procedure: Operation = async (values) => {
    const inputs = values.list('inputs')
    const outputs = values.list('outputs').map(outputOf)
    const marks = inputs.map((one, i) => (one === null ? 'NULL' : `@p${i + 1}`))
    const named = outputs.map(({ name }) => `@${name} = @${name} OUTPUT`)
    const given = dict(outputs.map(({ name }) => [name, null]))
    const text = `EXEC ${quotedName(values.text('procedure'), dialect)} ${[...marks, ...named].join(', ')}`
    await run({ text: text.trim(), values: inputs }, (request) => {
      for (const { name, type, options } of outputs)
        request.addOutputParameter(name, type, undefined, options)
      const hear = (name: string, value: unknown, metadata: Column) =>
        void given.set(name, columnValue(value, metadata))
      ;(request as NodeJS.EventEmitter).on('returnValue', hear)
    })
    return { payload: given }
  }
  const say = (go: (done: (error?: Error | null) => void) => void) => async () =>
    await new Promise<void>((resolve, reject) => go((error) => (error ? reject(failed(error)) : resolve())))
  const shared = sqlOperations(driver)
  return {
    ...shared,
    operations: { ...shared.operations, procedure },
    transaction: {
      begin: say((done) => client.beginTransaction(done)),
      commit: say((done) => client.commitTransaction(done)),
      rollback: say((done) => client.rollbackTransaction(done)),
    },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      client.close()
    },
  }
}
export default sqlserver

function configOf(
  connection: Arguments,
  { dialer, signal }: World,
  at: { host: string; port: number },
): ConnectionConfiguration {
  // prettier-ignore
  const secure = ownTls(connection, at.host)
  const { ca, minVersion } = secure ?? {}
  return {
    server: at.host,
    authentication: {
      type: 'default',
      options: { userName: connection.text('user'), password: connection.text('password', '') },
    },
    options: {
      // Also where the server sends us on to another one: it is the target of the connection that was allowed.
      connector: async () => {
        const socket = await dialer.dial(at, undefined, signal)
        if (secure) insistOnTls(socket, at)
        return socket
      },
      database: connection.text('database'),
      connectTimeout: connection.number('connectTimeout', 5) * 1000,
      requestTimeout: 0,
      encrypt: secure !== undefined,
      trustServerCertificate: false,
      ...(secure && { cryptoCredentialsDetails: { ca, minVersion } }),
      appName: 'weft',
      useUTC: true,
      rowCollectionOnRequestCompletion: false,
      maxRetriesOnTransientErrors: 0,
    },
  }
}

/**
 * Where a server says that it speaks no TLS, tedious goes on without, and says the password for all to hear. So we read the
 * answer to PRELOGIN too ([MS-TDS] 2.2.6.5: option 1 is ENCRYPTION; 1 on, 3 required) and cut before that.
 */
function insistOnTls(socket: Socket, at: { host: string; port: number }): void {
  let answer = Buffer.alloc(0)
  const hear = (chunk: Buffer): void => {
    answer = Buffer.concat([answer, chunk])
    const said = encryptionOf(answer)
    if (said === undefined) return
    socket.off('data', hear)
    if (said !== 1 && said !== 3) socket.destroy(tlsFault(at) as never)
  }
  socket.on('data', hear)
}

const headerLength = 8
function encryptionOf(packet: Buffer): number | undefined {
  if (packet.length < headerLength || packet.length < packet.readUInt16BE(2)) return undefined
  const options = packet.subarray(headerLength)
  for (let i = 0; i + 5 <= options.length && options[i] !== 0xff; i += 5)
    if (options[i] === 1) return options[options.readUInt16BE(i + 1)] ?? 0
  return 0
}

function tlsFault({ host, port }: { host: string; port: number }): Fault {
  return fault('CONNECT:TLS', `${host}:${port} speaks no TLS.`, {
    hint: 'Let it, or take TLS out of the connection.',
    data: { host, port },
  })
}

/** Rows as they come; the socket is read no faster than they are taken. */
async function* batchesOf(
  client: Connection,
  start: (hear: (request: Request) => void) => Promise<number>,
  size: number,
): AsyncGenerator<Value[]> {
  const held: Value[] = []
  let request: Request | undefined
  let wake = (): void => {}
  let isDone = false
  const done = start((one) => {
    request = one
    one.on('row', (row: Cell[]) => {
      held.push(rowOf(row))
      if (held.length < size) return
      one.pause()
      wake()
    })
  }).finally(() => {
    isDone = true
    wake()
  })
  done.catch(() => {})
  try {
    for (;;) {
      if (held.length < size && !isDone) await new Promise<void>((resolve) => (wake = resolve))
      while (held.length >= size) yield held.splice(0, size)
      if (isDone) break
      request?.resume()
    }
    await done
    if (held.length > 0) yield held
  } finally {
    // Nobody reads the rest: the connection cannot be used again.
    if (!isDone) client.close()
  }
}

function rowOf(row: Cell[]): Value {
  return dict(row.map(({ value, metadata }) => [metadata.colName, columnValue(value, metadata)]))
}

function outputOf(value: Value): { name: string } & ReturnType<typeof outputType> {
  const of = (key: string): string =>
    (value instanceof Map ? textOf(value.get(key) ?? null) : undefined) ?? ''
  const name = of('fieldName').replace(/^@/, '')
  if (!/^[A-Za-z_]\w{0,127}$/.test(name))
    throw fault('RELAY:ARGUMENT', "An output is {'fieldName': 'total', 'fieldType': 'int'}.", {
      data: { argument: 'outputs' },
    })
  return { name, ...outputType(of('fieldType')) }
}

/** By the server's number (sys.messages), as an SQLSTATE. */
const states: Record<number, string> = {
  18456: '28000',
  4060: '3D000',
  911: '3D000',
  208: '42S02',
  2812: '42000',
  2627: '23505',
  2601: '23505',
  515: '23000',
  547: '23000',
  1205: '40001',
  3960: '40001',
  229: '42501',
  230: '42501',
  262: '42501',
  245: '22000',
  8114: '22000',
  8115: '22000',
  8152: '22000',
  2628: '22000',
  241: '22000',
}
function stateOf(number: number): string {
  return states[number] ?? (number < 1000 ? '42000' : 'HY000')
}
