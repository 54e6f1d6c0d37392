// The page's protocols against real servers on this machine: messages there and back, order, attempts, cuts, what is refused.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import mqtt from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket as NodeSocket, WebSocketServer } from 'ws'
import { PageLink } from '../../../../connectors-browser/protocol-link.ts'
import { EventParser } from '../../../../connectors-browser/protocols/sse/parser.ts'
import type { Fault } from '../../../../worker/model/fault.ts'
import type { ProtocolMessage } from '../../../../worker/model/protocol-link.ts'
import { Entity, type Value } from '../../../../worker/model/value.ts'

// A browser has it; of Node only the newer.
globalThis.WebSocket ??= NodeSocket as unknown as typeof WebSocket

const never = new AbortController().signal
let link = new PageLink()
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await link.close()
  link = new PageLink()
})

function call(
  protocol: string,
  operation: string,
  connection: Record<string, string | number | boolean>,
  given: Record<string, Value> = {},
  transaction?: string,
) {
  // prettier-ignore
  return link.call({ protocol, operation, connection, arguments: new Map(Object.entries(given)), ...(transaction && { transaction }) }, never) // prettier-ignore
}
const textOf = (value: Value | undefined): string => new TextDecoder().decode((value as Entity).bytes)

/** Takes messages of a trigger; `take(n)` resolves with the first n. */
function listen(
  protocol: string,
  operation: string,
  connection: Record<string, string | number | boolean>,
  given: Record<string, Value> = {},
  handle: (message: ProtocolMessage) => Promise<void> = async () => {},
  more: { parallel?: number; attempts?: number } = {},
) {
  // prettier-ignore
  const messages: ProtocolMessage[] = []
  const troubles: (Fault | undefined)[] = []
  let look = (): void => {}
  const subscription = { protocol, operation, connection, arguments: new Map(Object.entries(given)), ...more }
  const stop = link.subscribe(
    subscription,
    async (message) => {
      messages.push(message)
      look()
      await handle(message)
    },
    (trouble) => {
      troubles.push(trouble)
      look()
    },
  )
  stops.push(stop)
  const until = (is: () => boolean): Promise<void> =>
    new Promise<void>((resolve) => (look = () => void (is() && resolve())))
  return {
    messages,
    troubles,
    stop,
    take: async (n: number) => {
      if (messages.length < n) await until(() => messages.length >= n)
      return messages.slice(0, n)
    },
    trouble: async () => {
      if (!troubles.some(Boolean)) await until(() => troubles.some(Boolean))
      return troubles.find(Boolean)!
    },
    ready: async () => {
      if (troubles.length === 0) await until(() => troubles.length > 0)
    },
  }
}

describe('WebSocket', () => {
  let server: WebSocketServer
  let url: string
  const seen: string[] = []
  beforeAll(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await new Promise((listening) => server.once('listening', listening))
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
    server.on('connection', (socket) => {
      socket.on('message', (data, isBinary) => {
        const text = isBinary ? `binary ${(data as Buffer).toString('hex')}` : (data as Buffer).toString()
        seen.push(text)
        if (text === 'cut') return socket.terminate()
        if (text.startsWith('send ')) for (const one of text.slice(5).split(' ')) socket.send(one)
        if (text === 'flood') for (let i = 0; i < 1500; i++) socket.send(`${i}`)
        if (text.startsWith('{')) {
          // Answers come in the wrong order.
          const { id } = JSON.parse(text) as { id: number }
          setTimeout(() => socket.send(JSON.stringify({ id, answer: id * 2 })), 40 - id * 10)
        }
      })
    })
  })
  afterAll(() => server.close())

  test('sends text, JSON and bytes', async () => {
    await call('websocket', 'send', { url }, { content: 'hallo 中' })
    await call('websocket', 'send', { url }, { content: new Map<Value, Value>([['a', [1, null]]]) })
    await call('websocket', 'send', { url }, { content: new Uint8Array([0, 255]) })
    const { payload } = await call('websocket', 'request', { url }, { content: 'send done' })
    expect(textOf(payload)).toBe('done')
    expect(seen.slice(-4)).toEqual(['hallo 中', '{"a":[1,null]}', 'binary 00ff', 'send done'])
  })
  test('answers are known by a field, whatever their order', async () => {
    const ask = (id: number) =>
      call('websocket', 'request', { url }, { content: `{"id":${id}}`, match: 'id' })
    const answers = await Promise.all([ask(1), ask(2), ask(3)])
    expect(answers.map(({ payload }) => textOf(payload))).toEqual(['{"id":1,"answer":2}', '{"id":2,"answer":4}', '{"id":3,"answer":6}']) // prettier-ignore
  })
  test('no answer in time, no such server, no address', async () => {
    await expect(call('websocket', 'request', { url }, { content: 'x', timeout: 50 })).rejects.toMatchObject({ code: 'CONNECT:TIMEOUT' }) // prettier-ignore
    await expect(call('websocket', 'send', { url: 'ws://127.0.0.1:1/' }, { content: 'x' })).rejects.toMatchObject({ code: 'CONNECT:REFUSED' }) // prettier-ignore
    await expect(call('websocket', 'send', { url: 'nowhere' }, { content: 'x' })).rejects.toMatchObject({ code: expect.stringMatching(/^(WEBSOCKET:ADDRESS|CONNECT:REFUSED)$/) }) // prettier-ignore
  })
  test('a cut in the middle of a call is told, the next call connects anew', async () => {
    await expect(call('websocket', 'request', { url }, { content: 'cut' })).rejects.toMatchObject({ code: 'CONNECT:LOST' }) // prettier-ignore
    expect(textOf((await call('websocket', 'request', { url }, { content: 'send again' })).payload)).toBe(
      'again',
    )
  })
  test('a trigger says hello, takes messages in order, tries a failed one again', async () => {
    let fails = 1
    const heard = listen('websocket', 'listen', { url }, { hello: 'send a b' }, async () => {
      if (fails-- > 0) throw new Error('the flow failed')
    })
    const messages = await heard.take(3)
    expect(messages.map((one) => `${textOf(one.payload)}${one.attempt}`)).toEqual(['a1', 'a2', 'b1'])
    expect((messages[0]!.attributes as Map<Value, Value>).get('binary')).toBe(false)
  })
  test('a trigger comes back after a cut', async () => {
    const heard = listen('websocket', 'listen', { url }, { hello: 'send x' })
    await heard.take(1)
    for (const client of server.clients) client.terminate()
    expect((await heard.take(2)).map((one) => textOf(one.payload))).toEqual(['x', 'x'])
    expect(heard.troubles.map((one) => one?.code)).toContain('CONNECT:LOST')
  })
  test('a server that is faster than the flow is cut, not kept in memory', async () => {
    const heard = listen('websocket', 'listen', { url }, { hello: 'flood' }, () => new Promise(() => {}))
    expect((await heard.trouble()).code).toBe('WEBSOCKET:OVERFLOW')
  })
})

describe('server-sent events', () => {
  let server: Server
  let url: string
  const opened: { id: string | undefined; auth: string | undefined }[] = []
  let answer: (response: ServerResponse, id: string | undefined) => void = () => {}
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { 'last-event-id': id, authorization: auth } = request.headers
      opened.push({ id: id as string | undefined, auth })
      answer(response, id as string | undefined)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  const stream = (response: ServerResponse): ServerResponse => response.writeHead(200, { 'content-type': 'text/event-stream', connection: 'close' }) // prettier-ignore

  test('the parser reads what the standard says, however it is cut', () => {
    const text = '\uFEFF: hello\r\ndata: a\r\ndata:b\r\n\r\nevent: x\rid: 7\rdata:  c\r\rdata\n\nid: \0\nretry: 20\nretry: x\nother: y\n\ndata: 中\n\nid\ndata: d\n\n' // prettier-ignore
    const bytes = new TextEncoder().encode(text)
    const wanted = [['message', 'a\nb', ''], ['x', ' c', '7'], ['message', '', '7'], ['message', '中', '7'], ['message', 'd', '']] // prettier-ignore
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const parser = new EventParser(1000)
      const events = []
      for (let at = 0; at < bytes.length; at += size)
        events.push(...parser.take(bytes.subarray(at, at + size)))
      expect(events.map((one) => [one.event, one.data, one.id])).toEqual(wanted)
      expect(parser.retry).toBe(20)
    }
    expect(() => new EventParser(10).take(new TextEncoder().encode('data: 12345678901'))).toThrow(RangeError)
  })
  test('goes on after the last event that a flow has done', async () => {
    answer = (response, id) => {
      stream(response).write('retry: 10\n\n')
      const from = Number(id ?? 0)
      for (let i = from + 1; i <= from + 2; i++) response.write(`id: ${i}\nevent: ${i % 2 ? 'odd' : 'even'}\ndata: {"n":${i}}\n\n`) // prettier-ignore
      setTimeout(() => response.end(), 30)
    }
    const heard = listen('sse', 'listen', { url, auth: 'bearer', token: 't' }, {})
    const messages = await heard.take(5)
    expect(messages.map((one) => textOf(one.payload))).toEqual(['{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}', '{"n":5}']) // prettier-ignore
    expect((messages[0]!.attributes as Map<Value, Value>).get('event')).toBe('odd')
    expect(opened.every(({ auth }) => auth === 'Bearer t')).toBe(true)
    expect(opened.map(({ id }) => id).filter(Boolean)).toContain('2')
  })
  test('events by name', async () => {
    answer = (response) => void stream(response).write('event: a\ndata: 1\n\nevent: b\ndata: 2\n\n')
    const [first] = await listen('sse', 'listen', { url }, { events: 'b, c' }).take(1)
    expect(textOf(first!.payload)).toBe('2')
  })
  test('what is no event stream is told', async () => {
    answer = (response) =>
      void response.writeHead(401, { 'content-type': 'application/json', connection: 'close' }).end('{}')
    expect(await listen('sse', 'listen', { url }).trouble()).toMatchObject({ code: 'SSE:STATUS', data: { status: 401 } }) // prettier-ignore
    expect((await listen('sse', 'listen', { url: 'http://127.0.0.1:1/' }).trouble()).code).toBe(
      'CONNECT:REFUSED',
    )
  })
})

const mosquitto = ['/usr/sbin/mosquitto', '/usr/bin/mosquitto', '/usr/local/sbin/mosquitto'].find(existsSync)

describe.skipIf(!mosquitto)(
  'MQTT over WebSocket (skipped: needs mosquitto, run apt-get install mosquitto)',
  () => {
    let broker: ChildProcess
    let url: string
    let other: mqtt.MqttClient
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'weft-mqtt-'))
      const [port, plain] = await Promise.all([freePort(), freePort()])
      const config = join(folder, 'mosquitto.conf')
      writeFileSync(config, `listener ${plain} 127.0.0.1\nlistener ${port} 127.0.0.1\nprotocol websockets\nallow_anonymous true\nuser ${userInfo().username}\nacl_file ${join(folder, 'acl')}\n`) // prettier-ignore
      writeFileSync(join(folder, 'acl'), 'topic readwrite weft/#\n', { mode: 0o600 })
      broker = spawn(mosquitto!, ['-c', config], { stdio: 'ignore' })
      url = `ws://127.0.0.1:${port}/mqtt`
      other = mqtt.connect(`mqtt://127.0.0.1:${plain}`, { reconnectPeriod: 50 })
      await new Promise<void>((connected) => other.once('connect', () => connected()))
    })
    afterAll(async () => {
      await other.endAsync(true)
      broker.kill()
    })

    test('publishes with each quality of service', async () => {
      await other.subscribeAsync('weft/out/#', { qos: 2 })
      const got: string[] = []
      const three = new Promise<void>((done) => other.on('message', (topic, content, { qos }) => void (got.push(`${topic} ${content.toString()} ${qos}`) === 3 && done()))) // prettier-ignore
      for (const qos of ['0', '1', '2'])
        await call('mqtt-ws', 'publish', { url }, { topic: `weft/out/${qos}`, content: '温度 21', qos })
      await three
      expect(got.sort()).toEqual(['weft/out/0 温度 21 0', 'weft/out/1 温度 21 1', 'weft/out/2 温度 21 2'])
    })
    test.each(['4', '5'])('a trigger takes messages with their topic (version %s)', async (version) => {
      const heard = listen('mqtt-ws', 'subscribe', { url, version }, { topics: 'weft/in/+', qos: '1' })
      await heard.ready()
      const send = setInterval(() => other.publish('weft/in/a', '{"t":1}', { qos: 1 }), 30)
      const [first] = await heard.take(1)
      clearInterval(send)
      expect(textOf(first!.payload)).toBe('{"t":1}')
      expect((first!.attributes as Map<Value, Value>).get('topic')).toBe('weft/in/a')
      expect((first!.attributes as Map<Value, Value>).get('QoS')).toBe(1)
    })
    test('what was not done when the tab went away comes again', async () => {
      const kept = { url, clientId: 'weft-kept', clean: false }
      const first = listen(
        'mqtt-ws',
        'subscribe',
        kept,
        { topics: 'weft/keep', qos: '1' },
        () => new Promise(() => {}),
      )
      await first.ready()
      const again = setInterval(() => other.publish('weft/keep', 'once', { qos: 1 }), 30)
      await first.take(1)
      clearInterval(again)
      // The flow never ends: the tab is closed over it.
      void first.stop()
      const second = listen('mqtt-ws', 'subscribe', kept, { topics: 'weft/keep', qos: '1' })
      const [message] = await second.take(1)
      expect(textOf(message!.payload)).toBe('once')
    })
    test('what is refused is told', async () => {
      await expect(call('mqtt-ws', 'publish', { url: 'ws://127.0.0.1:1/' }, { topic: 'a', content: '' })).rejects.toMatchObject({ code: 'CONNECT:REFUSED' }) // prettier-ignore
      await expect(call('mqtt-ws', 'publish', { url: 'mqtt://127.0.0.1' }, { topic: 'a', content: '' })).rejects.toMatchObject({ code: 'MQTT:ADDRESS' }) // prettier-ignore
      await expect(call('mqtt-ws', 'publish', { url }, { topic: 'a\nb', content: '' })).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' }) // prettier-ignore
    })
  },
)

describe('SQL', () => {
  const memory = (database: string, schema = '') => ({ database, place: 'memory', schema })
  const rows = async (database: string, sql: string, parameters: Value = null) => (await call('sql', 'query', memory(database), { sql, parameters })).payload // prettier-ignore

  test('values there and back', async () => {
    const sql = 'select :i as i, :f as f, :t as t, :b as b, :n as n, :yes as yes, typeof(:big) as big'
    const given = new Map<Value, Value>([['i', 7], ['f', 1.5], ['t', "it's 中"], ['b', new Uint8Array([1, 0])], ['n', null], ['yes', true], ['big', 2n ** 62n], ['unused', 1]]) // prettier-ignore
    const [row] = (await rows('values', sql, given)) as Map<Value, Value>[]
    expect([...row!]).toMatchObject([['i', 7], ['f', { value: 1.5 }], ['t', "it's 中"], ['b', new Uint8Array([1, 0])], ['n', null], ['yes', 1], ['big', 'integer']]) // prettier-ignore
  })
  test('rows are counted, ids told; many at once are all or none', async () => {
    const schema = 'create table if not exists t (id integer primary key, name text unique)'
    const execute = async (sql: string, parameters: Value = null) => (await call('sql', 'execute', memory('count', schema), { sql, parameters })).payload // prettier-ignore
    const insert = 'insert into t (name) values (?)'
    expect(await execute(insert, ['a'])).toEqual(new Map([['rowsAffected', 1], ['lastId', 1]])) // prettier-ignore
    expect(await execute(insert, [['b'], ['c']])).toEqual(new Map([['rowsAffected', 2], ['lastId', 3]])) // prettier-ignore
    await expect(execute(insert, [['d'], ['a']])).rejects.toMatchObject({ code: 'SQL:CONSTRAINT' })
    expect((await execute('update t set name = name || 1') as Map<Value, Value>).get('rowsAffected')).toBe(3) // prettier-ignore
  })
  test('a value is never read as SQL', async () => {
    await call('sql', 'script', memory('safe'), { sql: 'create table if not exists s (x); insert into s values (1)' }) // prettier-ignore
    const nasty = "x'); drop table s; --"
    expect(await rows('safe', 'select ? as x', [nasty])).toEqual([new Map([['x', nasty]])])
    expect(await rows('safe', 'select count(*) as n from s')).toEqual([new Map([['n', 1]])])
  })
  test('a transaction is done or undone; others wait for it', async () => {
    const connection = memory('bank')
    await call('sql', 'script', connection, { sql: 'create table a (n); insert into a values (1)' })
    await call('sql', 'execute', connection, { sql: 'update a set n = 2' }, 't1')
    const waiting = call('sql', 'query', connection, { sql: 'select n from a' })
    await call('sql', 'rollback', connection, {}, 't1')
    expect((await waiting).payload).toEqual([new Map([['n', 1]])])
    await call('sql', 'execute', connection, { sql: 'update a set n = 3' }, 't2')
    await call('sql', 'commit', connection, {}, 't2')
    expect((await call('sql', 'query', connection, { sql: 'select n from a' })).payload).toEqual([new Map([['n', 3]])]) // prettier-ignore
  })
  test.each([
    ['nonsense', 'selekt', 'SQL:ERROR'],
    ['too many rows', 'with recursive c(n) as (select 1 union all select n + 1 from c where n < 99999) select n from c', 'SQL:TOO_LARGE'], // prettier-ignore
  ])('%s', async (_name, sql, code) => await expect(rows('bad', sql)).rejects.toMatchObject({ code }))
  test('where there is no private file system a kept database is refused', async () =>
    await expect(call('sql', 'query', { database: 'x', place: 'browser' }, { sql: 'select 1' })).rejects.toMatchObject({ code: 'SQL:PLACE' })) // prettier-ignore
  test('a name that is none', async () =>
    await expect(call('sql', 'query', { database: '../x', place: 'memory' }, { sql: 'select 1' })).rejects.toMatchObject({ code: 'SQL:NAME' })) // prettier-ignore
})

async function freePort(): Promise<number> {
  const server = createTcp()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
