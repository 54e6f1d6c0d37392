// Servers that lead their clients elsewhere: to another server, to another port, to a file of this machine. Each stands on loopback as a
// target that is allowed; a canary beside it, which is not, hears nothing.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { BSON } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isFault } from '../../../../worker/model/fault.ts'
import type { Value } from '../../../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../../../support/relay.ts'

type Answer = (said: Buffer) => string | Buffer
interface Pivot {
  protocol: string
  operation: string
  values?: Record<string, Value>
  connection?: Record<string, string>
  hello?: string | Buffer
  answer: Answer
  /** The server hangs up when it was told this. */
  ends?: string
  /** What the call comes to; undefined where all that counts is the canary. */
  code?: string
}

let relay: TestRelay
let canary = 0
let visits = 0
/** All that any of the servers was told. */
let told = Buffer.alloc(0)
const servers: Server[] = []
const ports = new Map<string, number>()

const ftp =
  (port: () => number, mark = '|'): Answer =>
  (said) => {
    const answers: Record<string, string> = { USER: '230 in', EPSV: `229 ok (${mark.repeat(3)}${port()}${mark})`, FEAT: '211 end', TYPE: '200 ok', LIST: '150 here' } // prettier-ignore
    return `${answers[said.toString().slice(0, 4)] ?? '200 ok'}\r\n`
  }
/** A packet of MySQL. */
const packet = (number: number, content: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUIntLE(content.length, 0, 3)
  head[3] = number
  return Buffer.concat([head, content])
}
const mysqlHello = packet(0, Buffer.concat([Buffer.from('\x0a8.0.0\0\x01\0\0\0abcdefgh\0', 'latin1'), Buffer.from([0xff, 0xf7, 45, 2, 0, 0xff, 0xdf, 21]), Buffer.alloc(10), Buffer.from('ijklmnopqrst\0mysql_native_password\0')])) // prettier-ignore
const mysql: Answer = (said) => {
  const [number, command] = [said[3]!, said[4]]
  if (number > 0) return packet(number + 1, Buffer.from([0, 0, 0, 2, 0, 0, 0]))
  // A statement is prepared, without columns and parameters.
  if (command === 0x16) return packet(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  return packet(1, Buffer.from('\xfb/etc/passwd', 'latin1'))
}
/** The member of a replica set whose only address is the canary's. */
const mongodb: Answer = (said) => {
  const host = `127.0.0.1:${canary}`
  const body = BSON.serialize({ ok: 1, helloOk: true, ismaster: true, isWritablePrimary: true, setName: 'rs', setVersion: 1, hosts: [host], primary: host, me: host, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, minWireVersion: 0, maxWireVersion: 21 }) // prettier-ignore
  const isQuery = said.readInt32LE(12) === 2004
  const head = Buffer.alloc(isQuery ? 36 : 21)
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(said.readInt32LE(4), 8)
  head.writeInt32LE(isQuery ? 1 : 2013, 12)
  if (isQuery) head.writeInt32LE(1, 32)
  return Buffer.concat([head, body])
}

const pivots: Record<string, Pivot> = {
  'MOVED of Redis': { protocol: 'redis', operation: 'get', values: { key: 'k' }, code: 'EGRESS:DENIED', answer: (said) => (said.includes('GET') ? `-MOVED 1 127.0.0.1:${canary}\r\n` : '+OK\r\n'.repeat(said.toString().match(/^\*/gm)!.length)) }, // prettier-ignore
  'ASK of Redis': { protocol: 'redis', operation: 'get', values: { key: 'k' }, code: 'EGRESS:DENIED', answer: (said) => (said.includes('GET') ? `-ASK 1 127.0.0.1:${canary}\r\n` : '+OK\r\n'.repeat(said.toString().match(/^\*/gm)!.length)) }, // prettier-ignore
  'the master that a sentinel names': { protocol: 'redis', operation: 'get', values: { key: 'k' }, connection: { mode: 'sentinel', master: 'm' }, code: 'EGRESS:DENIED', answer: (said) => (said.includes('SENTINEL') ? `*2\r\n$9\r\n127.0.0.1\r\n$${String(canary).length}\r\n${canary}\r\n` : '+OK\r\n'.repeat(said.toString().match(/^\*/gm)!.length)) }, // prettier-ignore
  'the relay itself as FTP’s data connection': { protocol: 'ftp', operation: 'list', values: { path: '/' }, connection: { user: 'u' }, hello: '220 hi\r\n', code: 'EGRESS:DENIED', answer: ftp(() => relay.port) }, // prettier-ignore
  'a port of the system as FTP’s data connection': { protocol: 'ftp', operation: 'list', values: { path: '/' }, connection: { user: 'u' }, hello: '220 hi\r\n', code: 'EGRESS:DENIED', answer: ftp(() => 22, '!') }, // prettier-ignore
  'another host as FTP’s data connection': { protocol: 'ftp', operation: 'list', values: { path: '/' }, connection: { user: 'u' }, hello: '220 hi\r\n', answer: (said) => (said.toString().startsWith('EPSV') ? '500 no\r\n' : said.toString().startsWith('PASV') ? `227 ok (127,0,0,1,${canary >> 8},${canary & 255})\r\n` : ftp(() => 0)(said)) }, // prettier-ignore
  'the other servers that NATS names': { protocol: 'nats', operation: 'publish', values: { subject: 's', content: 'x' }, get hello() { return `INFO {"server_id":"a","version":"2.9.0","proto":1,"headers":true,"max_payload":1000000,"connect_urls":["127.0.0.1:${canary}"]}\r\n` }, ends: 'PUB', answer: () => 'PONG\r\n' }, // prettier-ignore
  'the members of a replica set': { protocol: 'mongodb', operation: 'count', values: { collection: 'c' }, connection: { database: 'd' }, answer: mongodb }, // prettier-ignore
  'the members of a replica set that was asked for': { protocol: 'mongodb', operation: 'count', values: { collection: 'c' }, connection: { database: 'd', replicaSet: 'rs' }, answer: mongodb }, // prettier-ignore
  // Lets the client in, then asks for the file when the statement is run. The client sends none, and waits.
  'LOCAL INFILE of MySQL': { protocol: 'mysql', operation: 'query', values: { sql: 'SELECT 1' }, connection: { user: 'u', password: 'p', database: 'd' }, hello: mysqlHello, answer: mysql }, // prettier-ignore
}

async function serving(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    onSocket(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  canary = await serving((socket) => {
    visits++
    socket.destroy()
  })
  for (const [name, { hello = '', ends, answer }] of Object.entries(pivots))
    ports.set(
      name,
      await serving((socket) => {
        socket.write(hello)
        socket.on('data', (said: Buffer) => {
          told = Buffer.concat([told, said])
          socket.write(answer(said))
          if (ends !== undefined && said.includes(ends)) socket.end()
        })
      }),
    )
  relay = await startRelay({ tenants: [{ id: 'local', allowTargets: [...ports.values()].map((port) => `127.0.0.1:${port}`) }] }) // prettier-ignore
})
afterAll(async () => {
  await relay.close()
  for (const server of servers) server.close()
}, 30_000)

it.concurrent.each(Object.keys(pivots))('%s', { timeout: 60_000 }, async (name) => {
  const { protocol, operation, values = {}, connection, code } = pivots[name]!
  const call = { protocol, operation, connection: { host: '127.0.0.1', port: ports.get(name)!, ...connection }, arguments: new Map(Object.entries(values)) } // prettier-ignore
  const got = await relay.client.call(call, AbortSignal.timeout(10_000)).then(
    () => 'went well',
    (thrown: unknown) => (isFault(thrown) ? thrown.code : String(thrown)),
  )
  if (code) expect(got).toBe(code)
})

it('nothing went where it was led', () => {
  expect(visits).toBe(0)
  expect(told.includes('root:')).toBe(false)
})
