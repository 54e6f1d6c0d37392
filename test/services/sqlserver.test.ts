// SQL Server through the relay, by its wire: what answers is ours (servers/tds.ts), no database. The card says so.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { DateTime, Decimal, Float, LocalDate, type Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { startTds, type Tds, type TdsAnswer, type TdsRequest } from './servers/tds.ts'
import { caller, type Caller } from './support/caller.ts'
import { certificate } from './support/certificate.ts'
import { appOf, branch, runFlow, step } from './support/flow.ts'
import { describeWith, scratch } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))
const login = { user: 'weft', password: 'p密{}£;"\'' }

describeWith({ openssl: 'openssl' }, 'SQL Server', () => {
  let server: Tds
  let secure: Tds
  let ca: string
  let relay: TestRelay
  let call: Caller
  let connection: Record<string, string | number | boolean>
  let answer: (request: TdsRequest) => TdsAnswer
  beforeAll(async () => {
    const made = certificate(scratch('tds'))
    ca = made.ca
    const tls = { key: readFileSync(made.key, 'utf8'), cert: readFileSync(made.cert, 'utf8') }
    server = await startTds((request) => answer(request), login)
    secure = await startTds((request) => answer(request), { ...login, tls })
    relay = await startRelay()
    connection = { host: '127.0.0.1', port: server.port, database: 'shop', ...login }
    call = caller(relay.client, 'sqlserver', connection)
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
    await secure?.stop()
  })
  beforeEach(() => {
    server.heard.length = 0
    answer = () => ({ count: 1 })
  })

  it('signs on, and sends values beside the text', async () => {
    const parameters = dict({
      text: "a'; DROP TABLE x; --订",
      whole: 42,
      big: 9007199254740993n,
      float: new Float(2),
      fraction: 2.5,
      yes: true,
      bytes: new Uint8Array([0, 255]),
      price: new Decimal('12345678901234567890.12'),
      time: new DateTime('2026-11-28T16:00:00'),
      none: null,
      doc: dict({ a: [1] }),
    })
    const sql =
      'INSERT INTO t VALUES (:text, :whole, :big, :float, :fraction, :yes, :bytes, :price, :time, :none, :doc)'
    expect(await call('insert', { sql, parameters })).toEqual(dict({ rowsAffected: 1 }))
    expect(server.logins.at(-1)).toEqual({ ...login, database: 'shop', secure: false })
    expect(server.heard).toEqual([
      {
        sql: 'INSERT INTO t VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, NULL, @p10)',
        parameters: {
          '@p1': "a'; DROP TABLE x; --订",
          '@p2': 42,
          '@p3': 9007199254740993n,
          '@p4': 2,
          '@p5': 2.5,
          '@p6': true,
          '@p7': Buffer.from([0, 255]),
          '@p8': '12345678901234567890.12',
          '@p9': '2026-11-28T16:00:00',
          '@p10': '{"a":[1]}',
        },
      },
    ])
  })

  it('reads rows, each kind of value as the platform has it', async () => {
    answer = () => ({
      columns: [
        ['id', 'int'], ['big', 'bigint'], ['price', 'decimal(10,2)'], ['ratio', 'float'], ['ok', 'bit'], ['name', 'nvarchar'], ['raw', 'varbinary'], ['born', 'date'], ['made', 'datetime2'],
      ], // prettier-ignore
      rows: [
        [
          -7,
          9007199254740993n,
          2516n,
          2,
          true,
          '订单',
          [0, 255, 39],
          '2000-02-29',
          '2026-11-28T16:00:00.250001',
        ],
        [1, null, -5n, null, false, '', null, null, null],
      ],
    })
    expect(await call('query', { sql: 'SELECT * FROM orders' })).toEqual([
      dict({
        id: -7,
        big: 9007199254740993n,
        price: '25.16',
        ratio: new Float(2),
        ok: true,
        name: '订单',
        raw: new Uint8Array([0, 255, 39]),
        born: new LocalDate('2000-02-29'),
        made: new DateTime('2026-11-28T16:00:00.250001'),
      }),
      dict({
        id: 1,
        big: null,
        price: '-0.05',
        ratio: null,
        ok: false,
        name: '',
        raw: null,
        born: null,
        made: null,
      }),
    ])
  })

  it('writes the SQL of tables in its dialect', async () => {
    answer = () => ({ columns: [['n', 'int']], rows: [] })
    await call('query', { by: 'table', table: 'dbo.or]ders', columns: 'a,b', where: dict({ a: [1, 2], b: null }), order: 'a desc', limit: 5 }) // prettier-ignore
    await call('update', {
      by: 'table',
      table: 't',
      values: dict({ a: null, b: 'x' }),
      where: dict({ id: 3 }),
    })
    await call('delete', { by: 'table', table: 't', where: dict({ id: 3 }) })
    expect(server.heard.map(({ sql }) => sql)).toEqual([
      'SELECT TOP (5) [a], [b] FROM [dbo].[or]]ders] WHERE [a] IN (@p1, @p2) AND [b] IS NULL ORDER BY [a] DESC',
      'UPDATE [t] SET [a] = NULL, [b] = @p1 WHERE [id] = @p2',
      'DELETE FROM [t] WHERE [id] = @p1',
    ])
  })

  it('runs a procedure with inputs in order, and gives its outputs', async () => {
    answer = () => ({ outputs: [['sum', 'int', 42], ['who', 'nvarchar', '甲'], ['price', 'decimal(10,2)', 2516n]] }) // prettier-ignore
    const outputs = [
      dict({ fieldName: 'sum', fieldType: 'int' }),
      dict({ fieldName: '@who', fieldType: 'nvarchar(20)' }),
      dict({ fieldName: 'price', fieldType: 'decimal(10,2)' }),
    ]
    expect(await call('procedure', { procedure: 'dbo.total', inputs: [7, 'x', null], outputs })).toEqual(
      dict({ sum: 42, who: '甲', price: '25.16' }),
    )
    expect(server.heard[0]!.sql).toBe(
      'EXEC [dbo].[total] @p1, @p2, NULL, @sum = @sum OUTPUT, @who = @who OUTPUT, @price = @price OUTPUT',
    )
    for (const bad of [{ fieldName: 'a int; DROP', fieldType: 'int' }, { fieldName: 'a', fieldType: 'int; DROP' }, { fieldName: 'a', fieldType: '__proto__' }]) // prettier-ignore
      await expect(call('procedure', { procedure: 'p', outputs: [dict(bad)] })).rejects.toMatchObject({ code: 'RELAY:ARGUMENT' }) // prettier-ignore
  })

  it('reads 30,000 rows in batches', async () => {
    answer = () => ({
      columns: [['n', 'int'], ['text', 'nvarchar']], // prettier-ignore
      rows: Array.from({ length: 30_000 }, (_, i) => [i, 'x'.repeat(50)]),
    })
    const batches = await call.batches('query-batches', { sql: 'SELECT n', size: 7000 })
    expect(batches.map(({ payload }) => (payload as Value[]).length)).toEqual([7000, 7000, 7000, 7000, 2000])
    expect((batches[4]!.payload as Map<Value, Value>[]).at(-1)!.get('n')).toBe(29_999)
  })

  it('carries a text and bytes of 10 MB, both ways', async () => {
    const [text, bytes] = ['é'.repeat(5_000_000), new Uint8Array(10_000_000).fill(7)]
    answer = ({ parameters }) => ({
      columns: [['t', 'nvarchar'], ['b', 'varbinary']], // prettier-ignore
      rows: [[parameters['@p1'], parameters['@p2']]],
    })
    const [row] = (await call('query', { sql: 'SELECT :t AS t, :b AS b', parameters: dict({ t: text, b: bytes }) })) as Map<Value, Value>[] // prettier-ignore
    expect(row!.get('t') === text).toBe(true)
    expect(Buffer.from(row!.get('b') as Uint8Array).equals(Buffer.from(bytes))).toBe(true)
  })

  it('a Try keeps or rolls back', async () => {
    const app = (table: string) =>
      appOf(
        [
          step('try', { transaction: true }, [
            branch('body', [step('sqlserver/delete', { by: 'table', table: 'a' }), step('sqlserver/delete', { by: 'table', table })]),
            branch('catch', [step('set-payload', { value: 'caught' })], { errors: 'ANY' }),
          ]),
        ], // prettier-ignore
        { sqlserver: connection as Record<string, string> },
      )
    answer = ({ sql }) => (sql.includes('wrong') ? { error: { number: 208, message: 'Invalid object name.' } } : { count: 1 }) // prettier-ignore
    expect((await runFlow(app('b'), relay.client)).fault).toBe(undefined)
    expect(server.heard.map(({ sql }) => sql)).toEqual([
      'begin',
      'DELETE FROM [a]',
      'DELETE FROM [b]',
      'commit',
    ])
    server.heard.length = 0
    expect((await runFlow(app('wrong'), relay.client)).message.payload.value).toBe('caught')
    expect(server.heard.map(({ sql }) => sql)).toEqual([
      'begin',
      'DELETE FROM [a]',
      'DELETE FROM [wrong]',
      'rollback',
    ])
  })

  it.each([
    [208, 'DATABASE:NO_TABLE'],
    [102, 'DATABASE:SYNTAX'],
    [207, 'DATABASE:SYNTAX'],
    [2627, 'DATABASE:DUPLICATE'],
    [547, 'DATABASE:CONSTRAINT'],
    [1205, 'DATABASE:CONFLICT'],
    [229, 'DATABASE:DENIED'],
    [8152, 'DATABASE:VALUE'],
    [50_000, 'DATABASE:ERROR'],
  ])('error %i of the server is %s', async (number, code) => {
    answer = () => ({ error: { number, message: 'Its own words.' } })
    await expect(call('query', { sql: 'SELECT 1' })).rejects.toMatchObject({
      code,
      message: 'Its own words.',
    })
    answer = () => ({ columns: [['n', 'int']], rows: [[1]] })
    expect(await call('query', { sql: 'SELECT 1' })).toEqual([dict({ n: 1 })])
  })

  it('says what is wrong on the way', async () => {
    answer = () => ({ columns: [['n', 'int']], rows: [] })
    const code = (other = {}) =>
      caller(relay.client, 'sqlserver', { ...connection, ...other })('query', { sql: 'SELECT 1' }).then(() => 'went well', ({ code }) => code as string) // prettier-ignore
    expect(await code({ password: 'no' })).toBe('DATABASE:AUTH')
    expect(await code({ port: 1 })).toBe('CONNECT:REFUSED')
    expect(await code({ host: 'nobody.invalid' })).toBe('CONNECT:NOT_FOUND')
    expect(await code({ host: '10.0.0.1' })).toBe('EGRESS:DENIED')
    expect(await code({ port: secure.port })).toBe('CONNECT:TLS')
  })

  it('speaks TLS with a server whose certificate it was given, and never signs on without it', async () => {
    answer = () => ({ columns: [['n', 'int']], rows: [[1]] })
    const tls = { ...connection, host: 'localhost', port: secure.port, tls: true }
    const query = (other: object) => caller(relay.client, 'sqlserver', { ...tls, ...other })('query', { sql: 'SELECT 1' }) // prettier-ignore
    expect(await query({ ca })).toEqual([dict({ n: 1 })])
    expect(secure.logins).toEqual([{ ...login, database: 'shop', secure: true }])
    await expect(query({})).rejects.toMatchObject({ code: 'CONNECT:TLS' })
    await expect(query({ ca, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'CONNECT:TLS' })
    expect(secure.logins).toHaveLength(1)
    // One that says it has no TLS is not told the password.
    const before = server.logins.length
    await expect(query({ ca, port: server.port })).rejects.toMatchObject({ code: 'CONNECT:TLS' })
    expect(server.logins).toHaveLength(before)
  })

  it('half an answer is a lost connection, and the next call opens another', async () => {
    answer = () => ({ columns: [['n', 'int']], rows: [[1], [2], [3]], cut: true })
    await expect(call('query', { sql: 'SELECT n' })).rejects.toMatchObject({ code: 'CONNECT:LOST' })
    answer = () => ({ columns: [['n', 'int']], rows: [[1]] })
    expect(await call('query', { sql: 'SELECT n' })).toEqual([dict({ n: 1 })])
  })
})
