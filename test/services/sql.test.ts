// PostgreSQL and MariaDB through the relay, against real servers: the same statements, the same shapes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DateTime, Float, LocalDate, type Value } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { mariadbPassword, mariadbPrograms, startMariadb } from './servers/mariadb.ts'
import { postgresqlPassword, postgresqlPrograms, startPostgresql } from './servers/postgresql.ts'
import { caller, type Caller } from './support/caller.ts'
import { appOf, branch, expression, runFlow, step } from './support/flow.ts'
import { describeWith, type Server } from './support/server.ts'

const dict = (entries: Record<string, Value>): Map<Value, Value> => new Map(Object.entries(entries))

const kinds = [
  {
    id: 'postgresql',
    programs: postgresqlPrograms,
    start: startPostgresql,
    password: postgresqlPassword,
    database: 'postgres',
    table:
      'CREATE TABLE orders (id serial PRIMARY KEY, name text UNIQUE, price numeric(10,2), big bigint, ratio double precision, made timestamp, born date, ok boolean, doc json, raw bytea)',
    ok: true as Value,
  },
  {
    id: 'mysql',
    programs: mariadbPrograms,
    start: startMariadb,
    password: mariadbPassword,
    database: 'weft',
    table:
      'CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, name varchar(200) UNIQUE, price decimal(10,2), big bigint, ratio double, made datetime, born date, ok tinyint(1), doc text, raw blob)',
    ok: 1 as Value,
  },
]

for (const { id, programs, start, password, database, table, ok } of kinds)
  describeWith(programs, id, () => {
    let server: Server
    let relay: TestRelay
    let call: Caller
    let connection: Record<string, string | number>
    beforeAll(async () => {
      ;[server, relay] = await Promise.all([start(), startRelay()])
      connection = { host: '127.0.0.1', port: server.port, user: 'weft', password, database }
      call = caller(relay.client, id, connection)
      await call('update', { sql: table })
    })
    afterAll(async () => {
      await relay?.close()
      await server?.stop()
    })

    it('inserts by SQL and by table', async () => {
      const sql = 'INSERT INTO orders (name, price) VALUES (:name, :price)'
      const one = await call('insert', {
        sql,
        parameters: dict({ name: "a'; DROP TABLE orders; --", price: '25.16' }),
      })
      expect((one as Map<Value, Value>).get('rowsAffected')).toBe(1)
      if (id === 'mysql') expect((one as Map<Value, Value>).get('lastId')).toBe(1)
      const rows = [
        dict({ name: '订单', price: '1.10' }),
        dict({ name: null, price: null, big: 9007199254740993n }),
      ]
      const many = (await call('insert', { by: 'table', table: 'orders', values: rows })) as Map<Value, Value>
      expect(many.get('rowsAffected')).toBe(2)
      expect(many.has('lastId')).toBe(id === 'mysql')
    })

    it('reads what it wrote, each kind of value as the platform has it', async () => {
      await call('insert', {
        by: 'table',
        table: 'orders',
        values: dict({
          name: 'kinds',
          price: '25.16',
          big: 42,
          ratio: 2.0,
          made: new DateTime('2026-11-28T16:00:00'),
          born: new LocalDate('2000-02-29'),
          ok: true,
          doc: dict({ a: [1, '二'] }),
          raw: new Uint8Array([0, 255, 39]),
        }),
      })
      const rows = (await call('query', {
        sql: 'SELECT * FROM orders WHERE name = :n',
        parameters: dict({ n: 'kinds' }),
      })) as Map<Value, Value>[]
      const { id: _, ...row } = Object.fromEntries(rows[0]!)
      expect(row).toEqual({
        name: 'kinds',
        price: '25.16',
        big: 42,
        ratio: new Float(2),
        made: new DateTime('2026-11-28T16:00:00'),
        born: new LocalDate('2000-02-29'),
        ok,
        doc: id === 'mysql' ? '{"a":[1,"二"]}' : dict({ a: [1, '二'] }),
        raw: new Uint8Array([0, 255, 39]),
      })
      const named = (await call('query', {
        by: 'table',
        table: 'orders',
        columns: 'name,big',
        where: dict({ name: null }),
      })) as Map<Value, Value>[]
      expect(named).toEqual([dict({ name: null, big: 9007199254740993n })])
      const sorted = (await call('query', {
        by: 'table',
        table: 'orders',
        columns: ['name'],
        where: dict({ name: ['订单', 'kinds'] }),
        order: 'name desc',
        limit: 1,
      })) as Map<Value, Value>[]
      expect(sorted).toEqual([dict({ name: '订单' })])
    })

    it('updates and deletes, and says how many rows', async () => {
      expect(
        await call('update', {
          by: 'table',
          table: 'orders',
          values: dict({ price: '9.99' }),
          where: dict({ name: '订单' }),
        }),
      ).toEqual(dict({ rowsAffected: 1 }))
      expect(
        await call('update', {
          sql: 'UPDATE orders SET price = :p WHERE id > :i',
          parameters: dict({ p: 1, i: 10_000 }),
        }),
      ).toEqual(dict({ rowsAffected: 0 }))
      expect(await call('delete', { by: 'table', table: 'orders', where: dict({ name: null }) })).toEqual(
        dict({ rowsAffected: 1 }),
      )
    })

    it('a value is never read as SQL', async () => {
      for (const text of [
        "' OR '1'='1",
        '"; --',
        "\\'; DROP TABLE orders; --",
        '`',
        '\0x',
        ':name',
        '$1',
        '?',
        '%'.repeat(50),
      ]) {
        if (text.includes('\0') && id === 'postgresql') continue
        const rows = await call('query', {
          by: 'table',
          table: 'orders',
          columns: 'id',
          where: dict({ name: text }),
        })
        expect(rows).toEqual([])
        await expect(call('query', { by: 'table', table: `orders${text}` })).rejects.toMatchObject({
          code: expect.stringMatching(/^DATABASE:/),
        })
      }
      expect(await call('query', { sql: "SELECT ':x' AS a, '-- :y' AS b /* :z */" })).toEqual([
        dict({ a: ':x', b: '-- :y' }),
      ])
    })

    it('reads 30,000 rows in batches, no faster than they are taken', async () => {
      const numbers =
        id === 'mysql'
          ? 'SELECT seq AS n FROM seq_1_to_30000'
          : 'SELECT n FROM generate_series(1, 30000) AS n'
      const batches = await call.batches('query-batches', { sql: numbers, size: 7000 })
      expect(batches.map(({ payload }) => (payload as Value[]).length)).toEqual([
        7000, 7000, 7000, 7000, 2000,
      ])
      expect((batches[4]!.payload as Map<Value, Value>[]).at(-1)!.get('n')).toBe(30_000)
    })

    it('a flow takes the batches one by one, and may stop early', async () => {
      const numbers =
        id === 'mysql' ? 'SELECT seq AS n FROM seq_1_to_1000' : 'SELECT n FROM generate_series(1, 1000) AS n'
      const body = [
        step('set-variable', {
          name: 'sum',
          value: expression(
            "(msg.vars['sum'] if 'sum' in msg.vars else 0) + sum([row['n'] for row in msg.payload])",
          ),
        }),
        step('choice', {}, [
          branch('when', [step('break')], { condition: expression("msg.vars['counter'] == 2") }),
        ]),
      ]
      const app = appOf([step(`${id}/query-batches`, { sql: numbers, size: 100 }, [branch('body', body)])], {
        [id]: connection,
      })
      const { message, fault, record } = await runFlow(app, relay.client)
      expect(fault).toBe(undefined)
      expect([message.payload.value, message.variables.get('sum')?.value]).toEqual([3, 45_150])
      const again = await runFlow(app, relay.client, { replay: record })
      expect(again.message.variables.get('sum')?.value).toBe(45_150)
    })

    describe('a Try with database rollback', () => {
      const insert = (name: string) =>
        step(`${id}/insert`, { by: 'table', table: 'orders', values: expression(`{'name': '${name}'}`) })
      const count = async (name: string) =>
        (
          (await call('query', {
            by: 'table',
            table: 'orders',
            columns: 'id',
            where: dict({ name }),
          })) as Value[]
        ).length
      const tried = (steps: ReturnType<typeof step>[]) =>
        appOf(
          [
            step('try', { transaction: true }, [
              branch('body', steps),
              branch('catch', [step('set-payload', { value: 'caught' })], { errors: 'ANY' }),
            ]),
          ],
          { [id]: connection },
        )

      it('keeps all when all goes well', async () => {
        const { fault } = await runFlow(tried([insert('t1'), insert('t2')]), relay.client)
        expect([fault, await count('t1'), await count('t2')]).toEqual([undefined, 1, 1])
      })
      it('keeps nothing when a step fails, also in the process itself', async () => {
        for (const link of [relay.client, undefined]) {
          const { fault, message } = await runFlow(tried([insert('t3'), insert('t4'), insert('t3')]), link)
          expect([fault, message.payload.value]).toEqual([undefined, 'caught'])
          expect([await count('t3'), await count('t4')]).toEqual([0, 0])
        }
      })
      it('is replayed without the database', async () => {
        const app = tried([insert('t5')])
        const { record } = await runFlow(app, relay.client)
        await call('delete', { by: 'table', table: 'orders', where: dict({ name: 't5' }) })
        expect((await runFlow(app, relay.client, { replay: record })).fault).toBe(undefined)
        expect(await count('t5')).toBe(0)
      })
    })

    it('says what is wrong', async () => {
      const code = (operation: string, values: Record<string, Value>, other = {}) =>
        caller(relay.client, id, { ...connection, ...other })(operation, values).then(
          () => 'went well',
          ({ code }) => code as string,
        )
      const sql = 'SELECT 1'
      expect(await code('query', { sql }, { password: 'no' })).toBe('DATABASE:AUTH')
      expect(await code('query', { sql }, { database: 'nowhere' })).toMatch(/^DATABASE:(NO_DATABASE|DENIED)$/)
      expect(await code('query', { sql }, { port: 1 })).toBe('CONNECT:REFUSED')
      expect(await code('query', { sql }, { host: 'nobody.invalid' })).toBe('CONNECT:NOT_FOUND')
      expect(await code('query', { sql }, { tls: true })).toMatch(/^CONNECT:|^DATABASE:ERROR/)
      expect(await code('query', { sql: 'SELEC 1' })).toBe('DATABASE:SYNTAX')
      expect(await code('query', { sql: 'SELECT * FROM nothing' })).toBe('DATABASE:NO_TABLE')
      expect(await code('query', { sql: 'SELECT :a' })).toBe('DATABASE:PARAMETER')
      expect(await code('insert', { by: 'table', table: 'orders', values: dict({ name: 'kinds' }) })).toBe(
        'DATABASE:DUPLICATE',
      )
      expect(await code('update', { by: 'table', table: 'a b"`', values: dict({ x: 1 }) })).toBe(
        'DATABASE:NO_TABLE',
      )
    })

    it('comes back after the server has cut the connection', async () => {
      const kill = id === 'mysql' ? 'KILL CONNECTION_ID()' : 'SELECT pg_terminate_backend(pg_backend_pid())'
      await expect(call('update', { sql: kill })).rejects.toBeTruthy()
      expect(await call('query', { sql: 'SELECT 1 AS one' })).toEqual([dict({ one: 1 })])
    })
  })
