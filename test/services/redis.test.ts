// Redis through the relay, against redis-server.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Value } from '../../worker/model/value.ts'
import { Float } from '../../worker/model/value.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'
import { caller, type Caller } from './support/caller.ts'
import { appOf, expression, runFlow, step } from './support/flow.ts'
import { describeWith, type Server } from './support/server.ts'
import { redisPassword, redisPrograms, startRedis } from './servers/redis.ts'

describeWith(redisPrograms, 'Redis', () => {
  let server: Server
  let relay: TestRelay
  let call: Caller
  beforeAll(async () => {
    ;[server, relay] = await Promise.all([startRedis(), startRelay()])
    call = caller(relay.client, 'redis', { host: '127.0.0.1', port: server.port, password: redisPassword })
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
  })

  it('sets and gets text, bytes and odd names', async () => {
    expect(await call('set', { key: '订单 1\r\nDEL x', value: 'a\r\nb' })).toBe('OK')
    expect(await call('get', { key: '订单 1\r\nDEL x' })).toBe('a\r\nb')
    await call('set', { key: 'raw', value: new Uint8Array([0, 255, 128]) })
    expect(await call('get', { key: 'raw' })).toEqual(new Uint8Array([0, 255, 128]))
    expect(await call('get', { key: 'nothing' })).toBe(null)
    expect(await call('exists', { key: 'raw' })).toBe(1)
    expect(await call('exists', { key: 'nothing' })).toBe(0)
    expect(await call('delete', { key: ['raw', 'nothing'] })).toBe(1)
  })

  it('sets only what is absent, for a time', async () => {
    expect(await call('set', { key: 'once', value: 1, ifAbsent: true, timeout: 60 })).toBe('OK')
    expect(await call('set', { key: 'once', value: 2, ifAbsent: true })).toBe(false)
    expect(await call('get', { key: 'once' })).toBe('1')
    expect(await call('ttl', { key: 'once' })).toSatisfy((left: number) => left > 50 && left <= 60)
    expect(await call('persist', { key: 'once' })).toBe(true)
    expect(await call('ttl', { key: 'once' })).toBe(-1)
    expect(await call('ttl', { key: 'nothing' })).toBe(-2)
    expect(await call('expire', { key: 'once', seconds: 1.5 })).toBe(true)
    expect(await call('ttl', { key: 'once', unit: 'ms' })).toSatisfy(
      (left: number) => left > 1000 && left <= 1500,
    )
    expect(await call('expire', { key: 'nothing', seconds: 1 })).toBe(false)
    expect(await call('expire-at', { key: 'once', at: 1 })).toBe(true)
    expect(await call('exists', { key: 'once' })).toBe(0)
  })

  it('counts, in whole numbers and with fractions', async () => {
    expect(await call('increment', { key: 'n', by: 5 })).toBe(5)
    expect(await call('decrement', { key: 'n' })).toBe(4)
    expect(await call('increment', { key: 'n', by: 1.5, type: 'float' })).toBe(5.5)
    expect(await call('increment', { key: 'n', by: 0.5, type: 'float' })).toEqual(new Float(6))
    expect(await call('length', { key: 'n' })).toBe(1)
    await call('set', { key: 's', value: 'abcdef' })
    expect(await call('get-range', { key: 's', start: 1, end: 3 })).toBe('bcd')
  })

  it('keeps lists', async () => {
    expect(await call('push', { key: 'l', value: 'never', ifPresent: true })).toBe(0)
    expect(await call('push', { key: 'l', value: ['a', 'b'] })).toBe(2)
    expect(await call('push', { key: 'l', value: 'z', left: true })).toBe(3)
    expect(await call('list-range', { key: 'l' })).toEqual(['z', 'a', 'b'])
    expect(await call('list-get', { key: 'l', index: 9 })).toBe(null)
    expect(await call('list-set', { key: 'l', index: 0, value: 'y' })).toBe('OK')
    expect(await call('pop', { key: 'l' })).toBe('y')
    expect(await call('pop', { key: 'l', left: false })).toBe('b')
    expect(await call('list-length', { key: 'l' })).toBe(1)
  })

  it('keeps hashes: hset is true only for a new field', async () => {
    expect(await call('hash-set', { key: 'h', field: 'a', value: 'x' })).toBe(true)
    expect(await call('hash-set', { key: 'h', field: 'a', value: 'y' })).toBe(false)
    expect(await call('hash-set', { key: 'h', field: 'a', value: 'z', ifAbsent: true })).toBe(false)
    expect(await call('hash-get', { key: 'h', field: 'a' })).toBe('y')
    expect(await call('hash-increment', { key: 'h', field: 'n', by: 2 })).toBe(2)
    expect(await call('hash-get-all', { key: 'h' })).toEqual(new Map<Value, Value>([['a', 'y'], ['n', '2']])) // prettier-ignore
    expect(await call('hash-length', { key: 'h' })).toBe(2)
    expect(await call('hash-delete', { key: 'h', field: ['a', 'b'] })).toBe(1)
  })

  it('keeps sets and sorted sets: zadd counts new members only', async () => {
    expect(await call('set-add', { key: 'm', member: ['a', 'b', 'a'] })).toBe(2)
    expect(await call('set-has', { key: 'm', member: 'a' })).toBe(true)
    expect(await call('set-size', { key: 'm' })).toBe(2)
    expect(['a', 'b']).toContain(await call('set-random', { key: 'm' }))
    expect(await call('set-remove', { key: 'm', member: ['a', 'c'] })).toBe(1)
    expect(await call('set-pop', { key: 'm' })).toBe('b')
    for (const [member, score, added] of [
      ['a', 1, 1],
      ['b', 2, 1],
      ['a', 3, 0],
    ] as const)
      // prettier-ignore
      expect(await call('sorted-add', { key: 'z', member, score })).toBe(added)
    expect(await call('sorted-range', { key: 'z' })).toEqual(['b', 'a'])
    expect(await call('sorted-range', { key: 'z', ascending: false })).toEqual(['a', 'b'])
    expect(await call('sorted-range-by-score', { key: 'z', min: '2', max: '2.5' })).toEqual(['b'])
    expect(await call('sorted-range-by-score', { key: 'z', ascending: false })).toEqual(['a', 'b'])
    expect(await call('sorted-size', { key: 'z' })).toBe(2)
    expect(await call('sorted-remove', { key: 'z', member: 'a' })).toBe(1)
  })

  it('finds keys and runs any command', async () => {
    for (let i = 0; i < 30; i++) await call('set', { key: `find:${i}`, value: i })
    expect(await call('keys', { pattern: 'find:*', limit: 10 })).toHaveLength(10)
    expect(await call('keys', { pattern: 'find:2*' })).toHaveLength(11)
    expect(await call('type', { key: 'h' })).toBe('hash')
    expect(await call('command', { command: ['LPOS', 'l', 'a'] })).toBe(0)
    expect(await call('publish', { channel: 'c', message: 'm' })).toBe(0)
  })

  it('carries a value of 10 MB', async () => {
    const big = new Uint8Array(10 * 1024 * 1024).fill(0xe1)
    await call('set', { key: 'big', value: big })
    expect(Buffer.from((await call('get', { key: 'big' })) as Uint8Array).equals(Buffer.from(big))).toBe(true)
  })

  it('says what is wrong: password, kind, command, target', async () => {
    const at = { host: '127.0.0.1', port: server.port }
    await expect(
      caller(relay.client, 'redis', { ...at, password: 'no' })('get', { key: 'a' }),
    ).rejects.toMatchObject({ code: 'REDIS:AUTH' })
    await expect(call('push', { key: 's', value: 'x' })).rejects.toMatchObject({ code: 'REDIS:WRONGTYPE' })
    await expect(call('command', { command: ['NONSENSE'] })).rejects.toMatchObject({ code: 'REDIS:ERROR' })
    await expect(
      caller(relay.client, 'redis', { host: '127.0.0.1', port: 1 })('get', { key: 'a' }),
    ).rejects.toMatchObject({ code: 'CONNECT:REFUSED' })
    await expect(
      caller(relay.client, 'redis', { host: '10.0.0.1', port: 6379 })('get', { key: 'a' }),
    ).rejects.toMatchObject({ code: 'EGRESS:DENIED' })
    await expect(
      caller(relay.client, 'redis', { ...at, tls: true })('get', { key: 'a' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^CONNECT:(TLS|LOST|TIMEOUT)$/) })
  })

  it('logs who called what, and no value', () => {
    expect(JSON.stringify(relay.logged)).not.toContain(redisPassword)
  })

  it.each(['in this process', 'over the relay'])(
    'is used by a flow, %s, and replayed from its record',
    async (where) => {
      const key = `flow ${where}`
      const app = appOf(
        [
          step('redis/set', { key, value: expression("'v' * 3") }),
          step('redis/get', { key }),
          step('redis/hash-set', {
            key: `${key} h`,
            field: 'f',
            value: expression('msg.payload'),
            ifAbsent: true,
          }),
        ],
        { redis: { host: '127.0.0.1', port: server.port, password: redisPassword } },
      )
      const link = where === 'over the relay' ? relay.client : undefined
      const { message, fault, record } = await runFlow(app, link)
      expect([fault, message.payload.value]).toEqual([undefined, true])
      expect(await call('hash-get', { key: `${key} h`, field: 'f' })).toBe('vvv')
      expect(JSON.stringify(record)).not.toContain(redisPassword)
      await call('delete', { key: `${key} h` })
      const again = await runFlow(app, link, { replay: record })
      expect([again.fault, again.message.payload.value]).toEqual([undefined, true])
      expect(await call('exists', { key: `${key} h` })).toBe(0)
    },
  )

  it('a flow reaches only what it was granted', async () => {
    const app = appOf([step('redis/get', { key: 'a' })], {
      redis: { host: '127.0.0.1', port: server.port, password: redisPassword },
    })
    const hosts = [`127.0.0.1:${server.port}`]
    expect((await runFlow(app, relay.client, { granted: { hosts: ['127.0.0.1:1'] } })).fault?.code).toBe(
      'RELAY:NOT_GRANTED',
    )
    expect((await runFlow(app, relay.client, { granted: { hosts } })).fault).toBe(undefined)
  })
})
