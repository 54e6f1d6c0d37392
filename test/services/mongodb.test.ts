// MongoDB through the relay, against FerretDB (MongoDB's protocol over SQLite).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DateTime, Float, type Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { ferretdbPrograms, ferretdbUser, startFerretdb } from './servers/ferretdb.ts'
import { caller, type Caller } from './support/caller.ts'
import { appOf, branch, expression, runFlow, step } from './support/flow.ts'
import { describeWith } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))

describeWith(ferretdbPrograms, 'MongoDB', () => {
  let server: Awaited<ReturnType<typeof startFerretdb>>
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number>
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startFerretdb(), startRelay()])
    connection = {
      host: '127.0.0.1',
      port: server.port,
      database: 'weft',
      authSource: 'weft',
      ...ferretdbUser,
    }
    call = caller(relay.client, 'mongodb', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })

  it('makes, lists and drops collections', async () => {
    expect(await call('collection-exists', { collection: 'orders' })).toBe(false)
    expect(await call('collection-create', { collection: 'orders' })).toBe(true)
    expect(await call('collection-create', { collection: 'ring', size: 4096, maxDocuments: 3 })).toBe(true)
    expect(await call('collection-exists', { collection: 'orders' })).toBe(true)
    expect(await call('collection-list')).toEqual(['orders', 'ring'])
    await expect(call('collection-create', { collection: 'orders' })).rejects.toMatchObject({
      code: 'MONGODB:EXISTS',
    })
    expect(await call('collection-drop', { collection: 'ring' })).toBe(true)
    expect(await call('collection-drop', { collection: 'ring' })).toBe(false)
  })

  it('inserts JSON texts and dicts, and gives their ids as text', async () => {
    const ids = (await call('insert', {
      collection: 'orders',
      documents: ['{"n": 1, "state": "open"}', dict({ n: 2, state: '开' }), dict({ n: 3, state: 'open' })],
    })) as string[]
    expect(ids).toHaveLength(3)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/)
    const [one] = (await call('find', {
      collection: 'orders',
      filter: dict({ _id: dict({ $oid: ids[1]! }) }),
    })) as Value[]
    expect(one).toEqual(dict({ _id: ids[1]!, n: 2, state: '开' }))
    expect(await call('insert', { collection: 'orders', documents: '{"_id": "own", "n": 4}' })).toEqual([
      'own',
    ])
    await expect(call('insert', { collection: 'orders', documents: '{"_id": "own"}' })).rejects.toMatchObject(
      {
        code: 'MONGODB:DUPLICATE',
      },
    )
  })

  it('finds by JSON or by dict, sorted, limited', async () => {
    const numbers = async (values: Record<string, Value>) =>
      ((await call('find', { collection: 'orders', ...values })) as Map<Value, Value>[]).map((one) =>
        one.get('n'),
      )
    expect(await numbers({ sort: 'n', descending: true })).toEqual([4, 3, 2, 1])
    expect(await numbers({ sort: 'n', limit: 2, pageSize: 1 })).toEqual([1, 2])
    expect(await numbers({ filter: '{"state": "open", "n": {"$gt": 1}}' })).toEqual([3])
    expect(await numbers({ filter: dict({ n: dict({ $in: [1, 4, 9] }) }), sort: 'n' })).toEqual([1, 4])
    expect(await call('count', { collection: 'orders', filter: dict({ state: 'open' }) })).toBe(2)
    expect(await call('count', { collection: 'orders' })).toBe(4)
    expect(await call('find', { collection: 'nothing' })).toEqual([])
  })

  it('updates all or the first, by fields or operators, or inserts', async () => {
    const counts = (matchedCount: number, modifiedCount: number, upsertedCount: number) =>
      dict({ matchedCount, modifiedCount, upsertedCount })
    const collection = 'orders'
    const filter = dict({ state: 'open' })
    expect(await call('update', { collection, filter, change: dict({ seen: true }) })).toEqual(
      counts(2, 2, 0),
    )
    expect(await call('update', { collection, filter, change: dict({ seen: true }) })).toEqual(
      counts(2, 0, 0),
    )
    expect(
      await call('update', { collection, filter, change: '{"$inc": {"n": 10}}', firstOnly: true }),
    ).toEqual(counts(1, 1, 0))
    expect(
      await call('update', { collection, filter: dict({ n: 77 }), change: dict({ a: 1 }), upsert: true }),
    ).toEqual(counts(0, 0, 1))
    expect(await call('delete', { collection, filter: dict({ n: 77 }) })).toBe(1)
    expect(await call('delete', { collection, filter: dict({ n: 77 }) })).toBe(0)
  })

  it('keeps each kind of value', async () => {
    const document = dict({
      _id: 1,
      text: '值 \0 "$where"',
      whole: 2,
      float: new Float(2),
      fraction: 2.5,
      big: 9007199254740993n,
      time: new DateTime('2026-11-28T16:00:00.250000+00:00'),
      bytes: new Uint8Array([0, 255, 39]),
      none: null,
      yes: true,
      list: [1, '二', dict({ a: [2] })],
      '点 name': dict({ 深: dict({ x: 1 }) }),
    })
    await call('insert', { collection: 'kinds', documents: document })
    expect(await call('find', { collection: 'kinds' })).toEqual([document])
  })

  it('names and makes and drops indexes', async () => {
    const collection = 'orders'
    expect(await call('index-create', { collection, field: 'n' })).toBe('n_1')
    expect(await call('index-create', { collection, field: 'code', unique: true, descending: true })).toBe(
      'code_-1',
    )
    const list = (await call('index-list', { collection })) as Map<Value, Value>[]
    expect(list.map((one) => one.get('name'))).toEqual(['_id_', 'code_-1', 'n_1'])
    expect(Object.fromEntries(list[2]!)).toEqual({ key: dict({ n: 1 }), name: 'n_1', v: 2 })
    expect(await call('index-drop', { collection, index: 'code_-1' })).toBe(true)
    await expect(call('index-drop', { collection, index: 'code_-1' })).rejects.toMatchObject({
      code: 'MONGODB:NOT_FOUND',
    })
  })

  it('carries a value of 10 MB', async () => {
    const big = 'é'.repeat(5 * 1024 * 1024)
    await call('insert', { collection: 'big', documents: dict({ _id: 1, big }) })
    const [one] = (await call('find', { collection: 'big' })) as Map<Value, Value>[]
    expect(one!.get('big') === big).toBe(true)
    await expect(
      call('insert', { collection: 'big', documents: dict({ a: 'x'.repeat(17 * 1024 * 1024) }) }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^MONGODB:/) })
  })

  it('a text stays a text, whatever is in it', async () => {
    for (const text of [
      '{"$ne": null}',
      "' || '1'=='1",
      '"}, {"x": "',
      '$where',
      '\\u0000',
      '__proto__',
      ';sleep(1000)',
    ]) {
      const found = await call('find', { collection: 'orders', filter: dict({ state: text }) })
      expect(found).toEqual([])
      await call('insert', { collection: 'odd', documents: dict({ _id: text, value: text, '值 {}': 1 }) }) // prettier-ignore
      const [row] = (await call('find', { collection: 'odd', filter: dict({ _id: text }) })) as Map<
        Value,
        Value
      >[]
      expect([row!.get('_id'), row!.get('value')]).toEqual([text, text])
      await expect(
        call('insert', { collection: `x$${text}\0`, documents: dict({ a: 1 }) }),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^MONGODB:/),
      })
    }
  })

  it('a flow takes the documents batch by batch, and may stop early', async () => {
    const documents = Array.from({ length: 2500 }, (_, n) => dict({ n }))
    await call('insert', { collection: 'many', documents })
    const batches = await call.batches('find-batches', { collection: 'many', sort: 'n', size: 1000 })
    expect(batches.map(({ payload }) => (payload as Value[]).length)).toEqual([1000, 1000, 500])
    const body = [
      step('choice', {}, [
        branch('when', [step('break')], { condition: expression("msg.vars['counter'] == 1") }),
      ]),
    ]
    const app = appOf(
      [step('mongodb/find-batches', { collection: 'many', size: 100 }, [branch('body', body)])],
      { mongodb: connection },
    )
    for (const link of [relay.client, undefined]) {
      const { message, fault } = await runFlow(app, link)
      expect([fault, message.payload.value]).toEqual([undefined, 2])
    }
  })

  it('takes a connection string, and of it only what has a field', async () => {
    const { host: _, port: __, authSource: ___, database: ____, ...rest } = connection
    const code = (uri: string) =>
      caller(relay.client, 'mongodb', { ...rest, by: 'uri', uri })('count', { collection: 'orders' }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    const at = `127.0.0.1:${server.port}`
    expect(await code(`mongodb://${at}/weft?authSource=weft&authMechanism=SCRAM-SHA-256&w=1`)).toBe(
      'went well',
    )
    expect(await code(`mongodb://${at}/weft?authSource=nowhere`)).toBe('MONGODB:AUTH')
    expect(await code(`mongodb://nobody.invalid,${at}/weft`)).toBe('CONNECT:NOT_FOUND')
    for (const uri of [
      `mongodb+srv://${at}/weft`,
      `mongodb://user:pass@${at}/weft`,
      `mongodb://${at}/weft?tlsCAFile=/etc/passwd`,
      `mongodb://${at}/weft?proxyHost=127.0.0.1`,
      `mongodb://${at}/weft?authMechanismProperties=x:y`,
      'mongodb:///weft',
      at,
    ])
      expect(await code(uri)).toBe('MONGODB:URI')
    expect(await code('mongodb://10.0.0.1/weft')).toBe('EGRESS:DENIED')
  })

  it('speaks TLS with a server whose certificate it was given, and with no other', async () => {
    const secure = { ...connection, host: 'localhost', port: server.tlsPort, tls: true }
    expect(await caller(relay.client, 'mongodb', { ...secure, ca: server.ca })('count', { collection: 'orders' })).toBe(4) // prettier-ignore
    await expect(
      caller(relay.client, 'mongodb', secure)('count', { collection: 'orders' }),
    ).rejects.toMatchObject({
      code: 'CONNECT:TLS',
    })
  })

  it('says what is wrong', async () => {
    const code = (values: Record<string, Value>, other = {}, operation = 'find') =>
      caller(relay.client, 'mongodb', { ...connection, ...other })(operation, { collection: 'orders', ...values }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    for (const mechanism of ['SCRAM-SHA-1', 'SCRAM-SHA-256']) {
      expect(await code({}, { mechanism })).toBe('went well')
      expect(await code({}, { mechanism, password: 'no' })).toBe('MONGODB:AUTH')
    }
    expect(await code({}, { port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code({}, { host: 'nobody.invalid' })).toBe('CONNECT:NOT_FOUND')
    expect(await code({}, { host: '10.0.0.1' })).toBe('EGRESS:DENIED')
    expect(await code({}, { tls: true, connectTimeout: 2000 })).toMatch(/^CONNECT:(TLS|LOST|TIMEOUT)$/)
    expect(await code({}, { replicaSet: 'rs0' })).toBe('MONGODB:REPLICA_SET')
    expect(await code({ filter: '{"a": ' })).toBe('MONGODB:DOCUMENT')
    expect(await code({ filter: dict({ a: dict({ $nonsense: 1 }) }) })).toBe('MONGODB:DOCUMENT')
    expect(await code({ filter: '[]' })).toBe('MONGODB:DOCUMENT')
  })

  it('logs no secret', () => {
    expect(JSON.stringify(relay.logged)).not.toContain(ferretdbUser.password)
  })
})

describeWith(ferretdbPrograms, 'a MongoDB server that goes away', () => {
  it('is a fault of its own, and the next call finds it again', async () => {
    const relay = await startRelay()
    const first = await startFerretdb()
    const connection = { host: '127.0.0.1', port: first.port, database: 'weft', authSource: 'weft', timeout: 5000, ...ferretdbUser } // prettier-ignore
    const call = caller(relay.client, 'mongodb', connection)
    expect(await call('count', { collection: 'a' })).toBe(0)
    await first.stop()
    await expect(call('count', { collection: 'a' })).rejects.toMatchObject({
      code: expect.stringMatching(/^CONNECT:(LOST|REFUSED)$/),
    })
    const second = await startFerretdb(first.port)
    expect(await call('count', { collection: 'a' })).toBe(0)
    await relay.close()
    await second.stop()
  })
})
