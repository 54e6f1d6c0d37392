// Redis by node-redis: commands as texts and bytes, replies as the documentation of the operations says. A cluster's MOVED
// leads to another node, which the guard is asked for like the first.
import { createClient, ErrorReply } from 'redis'
import { fault, isFault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import { Arguments, bytesOf, textOf } from '../../arguments.ts'
import { connectFault, type Where } from '../../failures.ts'
import { ownTls, reasonOf, tlsOf } from '../../tls.ts'
import type { Operation, Protocol, World } from '../../session.ts'
import { dict, float } from '../../values.ts'

type Reply = null | number | string | Buffer | Reply[]
type Part = string | Buffer
type Client = ReturnType<typeof plainClient>

const redis: Protocol = async (connection, world) => {
  const nodes = new Map<string, Client>()
  const first = await firstNode(connection, world)
  nodes.set(`${first.host}:${first.port}`, first.client)

  const send = async (parts: Part[]): Promise<Reply> => {
    let client = first.client
    for (let hop = 0; ; hop++) {
      try {
        return await client.sendCommand<Reply>(parts)
      } catch (thrown) {
        const [, host, port] = /^(?:MOVED|ASK) \d+ (.+):(\d+)/.exec((thrown as Error).message) ?? []
        if (host === undefined || hop >= 5) throw failed(thrown, first)
        const name = `${host}:${port}`
        client = nodes.get(name) ?? (await open(connection, world, host, Number(port)))
        nodes.set(name, client)
        if ((thrown as Error).message.startsWith('ASK')) await client.sendCommand(['ASKING'])
      }
    }
  }
  return {
    operations: operations(async (...parts) => await send(parts)),
    isOpen: () => first.client.isReady,
    close: async () => {
      for (const client of nodes.values()) client.destroy()
    },
  }
}
export default redis

async function firstNode(
  connection: Arguments,
  world: World,
): Promise<{ client: Client; host: string; port: number }> {
  const host = connection.line('host')
  const port = connection.number('port', 6379)
  if (connection.line('mode', 'single') !== 'sentinel')
    return { client: await open(connection, world, host, port), host, port }
  const sentinel = await open(Arguments.of({ tls: connection.flag('tls') }), world, host, port)
  try {
    const name = connection.line('master', 'mymaster')
    const found = await sentinel.sendCommand<Buffer[] | null>(['SENTINEL', 'get-master-addr-by-name', name])
    if (!found)
      throw fault('REDIS:MASTER', `The sentinel knows no master ${name}.`, {
        hint: 'Check the master’s name.',
      })
    const at = { host: String(found[0]), port: Number(String(found[1])) }
    return { client: await open(connection, world, at.host, at.port), ...at }
  } finally {
    sentinel.destroy()
  }
}

async function open(connection: Arguments, world: World, host: string, port: number): Promise<Client> {
  const checked = await world.dialer.check({ host, port })
  const client = plainClient(connection, checked)
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (thrown) {
    client.destroy()
    throw await reasonOf(failed(thrown, { host, port }), world, { host, port }, tlsOf(connection))
  }
}

function plainClient(
  connection: Arguments,
  { address, host, port }: { address: string; host: string; port: number },
) {
  const secure = ownTls(connection, host)
  return createClient({
    RESP: 2,
    socket: {
      host: address,
      port,
      connectTimeout: 8_000,
      reconnectStrategy: false,
      ...(secure && { tls: true as const, ...secure }),
    },
    ...(connection.has('user') && { username: connection.text('user') }),
    ...(connection.has('password') && { password: connection.text('password') }),
    ...(connection.has('database') && { database: connection.number('database') }),
    // Nothing waits for a connection here: a timer for each command would watch over nothing.
    commandOptions: { typeMapping: { [36]: Buffer }, timeout: undefined },
    disableOfflineQueue: true,
  })
}

function failed(thrown: unknown, at: Where) {
  if (isFault(thrown)) return thrown
  if (!(thrown instanceof ErrorReply)) return connectFault(thrown, at)
  const [, word = 'ERROR', rest = ''] = /^([A-Z]+) ?(.*)$/s.exec(thrown.message) ?? [
    '',
    'ERROR',
    thrown.message,
  ]
  const isAuth = ['WRONGPASS', 'NOAUTH', 'NOPERM'].includes(word) || /invalid password/i.test(rest)
  return fault(
    isAuth ? 'REDIS:AUTH' : `REDIS:${word === 'ERR' ? 'ERROR' : word}`,
    `Redis: ${thrown.message}`,
    {
      ...(isAuth && { hint: 'Check user and password of the connection.' }),
    },
  )
}

type Send = (...parts: Part[]) => Promise<Reply>

/** A text stays one: the client writes the texts of a command as one piece. Undefined for what is neither text nor bytes. */
function partOf(value: Value): Part | undefined {
  if (typeof value === 'string') return value
  const bytes = bytesOf(value)
  return bytes && toBuffer(bytes)
}
function toBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

function operations(send: Send): Record<string, Operation> {
  const key = (values: Arguments): string => values.text('key')
  const part = (values: Arguments, name: string): Part =>
    partOf(values.value(name)) ?? toBuffer(values.bytes(name))
  const parts = (values: Arguments, name: string): Part[] =>
    values.list(name).map((one) => partOf(one) ?? String(one))
  const whole = (values: Arguments, name: string, otherwise?: number): string =>
    String(Math.trunc(values.number(name, otherwise)))
  const seconds = (values: Arguments, name: string): [boolean, string] => {
    const number = values.number(name)
    return Number.isInteger(number) ? [true, String(number)] : [false, String(Math.round(number * 1000))]
  }
  /** An operation from its command. */
  const of =
    (make: (values: Arguments) => Part[], read: (reply: Reply, values: Arguments) => Value): Operation =>
    async (values) => ({ payload: read(await send(...make(values)), values) })
  const ranged =
    (command: string): Operation =>
    async (values) => {
      const [low, high] = command.endsWith('SCORE') ? ['min', 'max'] : ['start', 'stop']
      const ends = [low!, high!].map((name) => values.line(name))
      const rises = values.flag('ascending', true)
      const reverse = command.startsWith('ZREV') !== !rises
      const name = `Z${reverse ? 'REV' : ''}RANGE${command.endsWith('SCORE') ? 'BYSCORE' : ''}`
      // ZREVRANGEBYSCORE takes the higher end first.
      const ordered = reverse && command.endsWith('SCORE') ? ends.reverse() : ends
      return { payload: texts(await send(name, key(values), ...ordered)) }
    }

  return {
    exists: of((v) => ['EXISTS', key(v)], integer),
    delete: of((v) => ['DEL', ...parts(v, 'key')], integer),
    type: of((v) => ['TYPE', key(v)], one),
    keys: async (v) => ({ payload: await scan(send, v.text('pattern', '*'), v.number('limit', 1000)) }),
    expire: async (v) => {
      const [isWhole, time] = seconds(v, 'seconds')
      return { payload: truth(await send(isWhole ? 'EXPIRE' : 'PEXPIRE', key(v), time)) }
    },
    'expire-at': of((v) => ['PEXPIREAT', key(v), String(Math.round(v.number('at') * 1000))], truth),
    ttl: of((v) => [v.line('unit', 's') === 'ms' ? 'PTTL' : 'TTL', key(v)], integer),
    persist: of((v) => ['PERSIST', key(v)], truth),

    get: of((v) => ['GET', key(v)], one),
    set: async (v) => {
      const time = v.number('timeout', 0)
      const expiry = time > 0 ? ['PX', String(Math.round(time * 1000))] : []
      const reply = await send(
        'SET',
        key(v),
        part(v, 'value'),
        ...expiry,
        ...(v.flag('ifAbsent') ? ['NX'] : []),
      )
      return { payload: reply === null ? false : 'OK' }
    },
    increment: async (v) =>
      v.line('type', 'int') === 'float'
        ? { payload: fraction(await send('INCRBYFLOAT', key(v), String(v.number('by', 1)))) }
        : { payload: integer(await send('INCRBY', key(v), whole(v, 'by', 1))) },
    decrement: of((v) => ['DECRBY', key(v), whole(v, 'by', 1)], integer),
    'get-range': of((v) => ['GETRANGE', key(v), whole(v, 'start'), whole(v, 'end')], one),
    length: of((v) => ['STRLEN', key(v)], integer),

    push: of((v) => {
      const side = v.flag('left') ? 'L' : 'R'
      return [`${side}PUSH${v.flag('ifPresent') ? 'X' : ''}`, key(v), ...parts(v, 'value')]
    }, integer),
    pop: of((v) => [v.flag('left', true) ? 'LPOP' : 'RPOP', key(v)], one),
    'list-length': of((v) => ['LLEN', key(v)], integer),
    'list-get': of((v) => ['LINDEX', key(v), whole(v, 'index')], one),
    'list-set': of((v) => ['LSET', key(v), whole(v, 'index'), part(v, 'value')], one),
    'list-range': of((v) => ['LRANGE', key(v), whole(v, 'start', 0), whole(v, 'stop', -1)], texts),

    'hash-set': async (v) => {
      const command = v.flag('ifAbsent') ? 'HSETNX' : 'HSET'
      return { payload: integer(await send(command, key(v), v.text('field'), part(v, 'value'))) === 1 }
    },
    'hash-get': of((v) => ['HGET', key(v), v.text('field')], one),
    'hash-get-all': of((v) => ['HGETALL', key(v)], pairs),
    'hash-increment': async (v) =>
      v.line('type', 'int') === 'float'
        ? {
            payload: fraction(await send('HINCRBYFLOAT', key(v), v.text('field'), String(v.number('by', 1)))),
          }
        : { payload: integer(await send('HINCRBY', key(v), v.text('field'), whole(v, 'by', 1))) },
    'hash-length': of((v) => ['HLEN', key(v)], integer),
    'hash-delete': of((v) => ['HDEL', key(v), ...parts(v, 'field')], integer),

    'set-add': of((v) => ['SADD', key(v), ...parts(v, 'member')], integer),
    'set-pop': of((v) => ['SPOP', key(v)], one),
    'set-random': of((v) => ['SRANDMEMBER', key(v)], one),
    'set-has': of((v) => ['SISMEMBER', key(v), part(v, 'member')], truth),
    'set-members': of((v) => ['SMEMBERS', key(v)], texts),
    'set-size': of((v) => ['SCARD', key(v)], integer),
    'set-remove': of((v) => ['SREM', key(v), ...parts(v, 'member')], integer),

    'sorted-add': of((v) => ['ZADD', key(v), String(v.number('score')), part(v, 'member')], integer),
    'sorted-range': ranged('ZRANGE'),
    'sorted-range-by-score': ranged('ZRANGEBYSCORE'),
    'sorted-size': of((v) => ['ZCARD', key(v)], integer),
    'sorted-remove': of((v) => ['ZREM', key(v), ...parts(v, 'member')], integer),

    command: async (v) => {
      const words = parts(v, 'command')
      if (words.length === 0)
        throw fault('RELAY:ARGUMENT', 'command is not set.', { hint: 'A list: ["GET", "key"].' })
      return { payload: anything(await send(...words)) }
    },
    publish: of((v) => ['PUBLISH', v.text('channel'), part(v, 'message')], integer),
  }
}

/** SCAN, not KEYS: the server stays answerable. At most `limit` names. */
async function scan(send: Send, pattern: string, limit: number): Promise<Value> {
  const found = new Set<string>()
  let cursor = '0'
  do {
    const [next, names] = (await send('SCAN', cursor, 'MATCH', pattern, 'COUNT', '500')) as [Buffer, Buffer[]]
    cursor = String(next)
    for (const name of names) if (found.size < limit) found.add(String(name))
  } while (cursor !== '0' && found.size < limit)
  return [...found].sort()
}

/** Text where it is UTF-8, else bytes. */
function one(reply: Reply): Value {
  if (!(reply instanceof Uint8Array)) return reply as Value
  const bytes = new Uint8Array(reply)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes
  }
}
function texts(reply: Reply): Value {
  return Array.isArray(reply) ? reply.map(one) : []
}
function pairs(reply: Reply): Value {
  const flat = texts(reply) as Value[]
  const entries: [string, Value][] = []
  for (let i = 0; i + 1 < flat.length; i += 2) entries.push([textOf(flat[i]!) ?? '', flat[i + 1]!])
  return dict(entries)
}
function integer(reply: Reply): number {
  return Number(String(reply))
}
function fraction(reply: Reply): Value {
  return float(Number(String(reply)))
}
function truth(reply: Reply): boolean {
  return Number(String(reply)) === 1
}
function anything(reply: Reply): Value {
  return Array.isArray(reply) ? reply.map(anything) : one(reply)
}
