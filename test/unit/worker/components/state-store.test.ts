// State Store: every operation of every kind, what it keeps and when that is gone, and what it refuses.
import { describe, expect, test } from 'vitest'
import type { Step, Tagged } from '../../../../worker/model/app.ts'
import { appOf, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const setStore = (config: object, value?: string): Step =>
  step('state-store', { key: 'k', ...config, ...(value !== undefined && { value: ex(value) }) } as never)
function storeOf() {
  const host = testHost()
  return async (config: object, value?: string): Promise<Tagged> => {
    const { payload, fault } = await ran(appOf(flow([setStore(config, value)])), {
      host,
      input: sample('in'),
    })
    if (fault) return `${fault.code} ${fault.at?.field ?? ''}`.trim()
    return (payload as { value: Tagged }).value
  }
}

describe('State Store', () => {
  test('a value of any type, until it is deleted', async () => {
    const store = storeOf()
    const set = { operation: 'set' }
    expect(await store({})).toBe(null)
    for (const [source, is] of [
      ["'text'", 'text'],
      ['1.5', 1.5],
      ["{'$a': [1, None]}", { $$a: [1, null] }],
      ["decimal.Decimal('1.20')", { $decimal: '1.20' }],
      ["b'q'", { $bytes: 'cQ==' }],
    ] as const) {
      // prettier-ignore
      expect(await store(set, source)).toEqual(is)
      expect(await store({})).toEqual(is)
    }
    expect([await store({ operation: 'delete' }), await store({ operation: 'delete' })]).toEqual([
      true,
      false,
    ])
    expect(await store({})).toBe(null)
  })
  test('a list at both ends', async () => {
    const store = storeOf()
    const list = (operation: string, end = 'tail') => ({ type: 'list', operation, end })
    expect(await store(list('peek'))).toBe(null)
    expect(await store(list('push'), '1')).toBe(1)
    expect(await store(list('push'), '2')).toBe(2)
    expect(await store(list('push', 'head'), '0')).toBe(3)
    expect(await store(list('get'))).toEqual([0, 1, 2])
    expect([await store(list('peek', 'head')), await store(list('peek'))]).toEqual([0, 2])
    expect([await store(list('pop', 'head')), await store(list('pop'))]).toEqual([0, 2])
    expect(await store(list('length'))).toBe(1)
    expect([await store(list('pop')), await store(list('pop')), await store(list('length'))]).toEqual([
      1,
      null,
      0,
    ])
    expect(await store(list('set'), '[7, 8]')).toEqual([7, 8])
    expect(await store(list('set'), '7')).toBe('CORE:TYPE value')
  })
  test('a hash, whole and by its fields', async () => {
    const store = storeOf()
    const hash = (operation: string, field?: string) => ({
      type: 'hash',
      operation,
      ...(field && { field: ex(field) }),
    })
    for (const name of ["'a'", "'__proto__'", "'$x'"]) expect(await store(hash('set', name), '1')).toBe(1)
    expect(await store(hash('get'))).toEqual({
      $dict: [
        ['a', 1],
        ['__proto__', 1],
        ['$x', 1],
      ],
    })
    expect([await store(hash('get', "'a'")), await store(hash('get', "'constructor'"))]).toEqual([1, null])
    expect([await store(hash('delete', "'a'")), await store(hash('delete', "'a'"))]).toEqual([true, false])
    expect(await store(hash('length'))).toBe(2)
    expect(await store(hash('set'), '1')).toBe('CORE:TYPE field')
    expect([await store(hash('delete')), await store(hash('get'))]).toEqual([true, {}])
  })
  test('is gone when its days are over, and not before', async () => {
    const host = testHost()
    let now = 1_700_000_000_000
    Object.assign(host, { clock: () => ({ micros: now * 1000, offset: 0, zone: 'UTC' }) })
    const get = async (config: object, value?: string) =>
      ((await ran([setStore(config, value)], { host })).payload as { value: Tagged }).value
    await get({ operation: 'set', days: 2 }, '1')
    now += 2 * 86_400_000 - 1
    expect(await get({})).toBe(1)
    now += 1
    expect(await get({})).toBe(null)
    expect(await get({ operation: 'expire', days: 1 })).toBe(false)
    await get({ operation: 'set' }, '2')
    expect(await get({ operation: 'expire', days: 1 })).toBe(true)
    now += 86_400_000
    expect(await get({})).toBe(null)
  })
  test('names what it refuses', async () => {
    const store = storeOf()
    expect(await store({ key: '' })).toMatch(/^(CORE:TYPE|APP:FIELD_MISSING)/)
    expect(await store({ key: 'k'.repeat(31) })).toBe('CORE:TYPE key')
    expect(await store({ key: 'k'.repeat(30) })).toBe(null)
    expect(await store({ operation: 'pop' })).toBe('CORE:TYPE operation')
    expect(await store({ type: 'set' })).toBe('CORE:TYPE type')
    expect(await store({ operation: 'set' }, "'x' * 1100000")).toBe('CORE:STATE_FULL value')
    await store({ operation: 'set' }, '1')
    expect(await store({ type: 'list', operation: 'push' }, '1')).toBe('CORE:TYPE type')
    expect(await store({})).toBe(1)
    expect(await store({ type: 'list', operation: 'delete' })).toBe(true)
  })
  test('runs at once do not lose what the other put in', async () => {
    const host = testHost()
    const push = appOf(flow([setStore({ type: 'list', operation: 'push' }, '1')]))
    await Promise.all(Array.from({ length: 20 }, () => ran(push, { host })))
    const { payload } = await ran([setStore({ type: 'list', operation: 'length' })], { host })
    expect(payload).toEqual({ value: 20 })
  })
})
