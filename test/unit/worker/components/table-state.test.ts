// Table State: rows by key, kept over runs; what each operation does, gives and refuses.
import { describe, expect, test } from 'vitest'
import type { Tagged } from '../../../../worker/model/app.ts'
import { ex, ran, sample, step, testHost } from '../../../support/engine.ts'

function table(host = testHost()) {
  const go = async (config: object, payload: Tagged = null) =>
    await ran([step('table-state', { table: 't', ...config } as never)], { host, input: sample(payload) })
  const all = async () => (await go({})).payload
  return { host, go, all }
}
const row = (id: Tagged, n?: Tagged): Tagged => (n === undefined ? { id } : { id, n })

describe('insert', () => {
  test('keeps rows over runs, in the order in which they came; 1 and "1" are two keys', async () => {
    const { go, all } = table()
    expect((await go({ operation: 'insert' }, [row(3), row(1)])).payload).toEqual({ inserted: 2, ignored: 0 })
    await go({ operation: 'insert' }, row('1'))
    expect(await all()).toEqual([{ id: 3 }, { id: 1 }, { id: '1' }])
  })
  test('passes over what does not go in, and says the first of it', async () => {
    const { go, all, host } = table()
    expect((await go({ operation: 'insert' }, [row(1, 'a'), row(1, 'b'), { n: 1 }, 5])).payload).toEqual({ inserted: 1, ignored: 3 }) // prettier-ignore
    expect(await all()).toEqual([{ id: 1, n: 'a' }])
    expect(host.lines).toEqual([expect.stringContaining('Row 2: its key id is a NoneType')])
  })
  test('or fails, and then nothing is inserted', async () => {
    const { go, all } = table()
    await go({ operation: 'insert' }, row(2))
    const { fault } = await go({ operation: 'insert', ignoreErrors: false }, [row(1), row(2)])
    expect(fault).toMatchObject({ code: 'CORE:DUPLICATE', data: { key: '2' } })
    expect(await all()).toEqual([{ id: 2 }])
  })
  test('values keep their types', async () => {
    const { go, all } = table()
    const full = { id: { $date: '2026-01-02' }, d: { $decimal: '1.20' }, l: [1, { a: null }] }
    await go({ operation: 'insert' }, full)
    expect(await all()).toEqual([full])
  })
})

describe('merge', () => {
  test('inserts and updates; columns that a row does not have stay, and so does its place', async () => {
    const { go, all } = table()
    await go({ operation: 'insert' }, [{ id: 1, a: 1, b: 1 }, row(2)])
    expect((await go({ operation: 'merge' }, [{ id: 1, b: 2 }, row(3)])).payload).toEqual({ inserted: 1, updated: 1, ignored: 0 }) // prettier-ignore
    expect(await all()).toEqual([{ id: 1, a: 1, b: 2 }, { id: 2 }, { id: 3 }])
  })
  test('one of the two only', async () => {
    const { go, all } = table()
    await go({ operation: 'insert' }, row(1, 1))
    expect((await go({ operation: 'merge', only: 'insert' }, [row(1, 2), row(2, 2)])).payload).toEqual({ inserted: 1, updated: 0, ignored: 1 }) // prettier-ignore
    expect((await go({ operation: 'merge', only: 'update' }, [row(1, 3), row(9, 3)])).payload).toEqual({ inserted: 0, updated: 1, ignored: 1 }) // prettier-ignore
    expect(await all()).toEqual([row(1, 3), row(2, 2)])
  })
})

describe('query and delete', () => {
  const three = [row(1, 5), row(2, 6), row(3, 7)]
  test('by keys, by condition, by both, up to a limit', async () => {
    const { go } = table()
    await go({ operation: 'insert' }, three)
    expect((await go({ keys: ex('[3, 1, 9]') })).payload).toEqual([row(3, 7), row(1, 5)])
    expect((await go({ keys: ex('2') })).payload).toEqual([row(2, 6)])
    expect((await go({ where: ex("msg.payload['n'] > 5") })).payload).toEqual([row(2, 6), row(3, 7)])
    expect((await go({ keys: ex('[1, 3]'), where: ex("msg.payload['n'] > 5") })).payload).toEqual([row(3, 7)])
    expect((await go({ limit: 2 })).payload).toEqual([row(1, 5), row(2, 6)])
    expect((await go({ keys: ex('1.5') })).fault!.code).toBe('CORE:TYPE')
  })
  test('delete gives how many there were', async () => {
    const { go, all } = table()
    await go({ operation: 'insert' }, three)
    expect((await go({ operation: 'delete', keys: ex('[1, 9]') })).payload).toEqual({ deleted: 1 })
    expect((await go({ operation: 'delete', where: ex("msg.payload['n'] == 7") })).payload).toEqual({ deleted: 1 }) // prettier-ignore
    expect(await all()).toEqual([row(2, 6)])
    expect((await go({ operation: 'delete' })).payload).toEqual({ deleted: 1 })
    expect(await all()).toEqual([])
  })
})

describe('diff', () => {
  test('full: what was added, changed, deleted; equal rows are left out, in whatever order their columns stand', async () => {
    const { go, all } = table()
    await go({ operation: 'insert' }, [{ id: 1, a: 1, b: 2 }, row(2, 1), row(3, 1)])
    const { payload } = await go({ operation: 'diff' }, [{ b: 2, a: 1, id: 1 }, row(2, 2), row(4, 4)])
    expect(payload).toEqual([
      { id: 2, n: 2, op_type: 'Modify' },
      { id: 4, n: 4, op_type: 'Add' },
      { id: 3, n: 1, op_type: 'Deleted' },
    ])
    expect(await all()).toHaveLength(3)
  })
  test('incremental: nothing is taken for deleted; kept, the next one finds no difference', async () => {
    const { go } = table()
    await go({ operation: 'insert' }, [row(1, 1), row(2, 1)])
    const some = [row(1, 9)]
    expect((await go({ operation: 'diff', extent: 'incremental', keep: true }, some)).payload).toEqual([{ id: 1, n: 9, op_type: 'Modify' }]) // prettier-ignore
    expect((await go({ operation: 'diff', extent: 'incremental' }, some)).payload).toEqual([])
    expect((await go({ operation: 'diff', keep: true }, some)).payload).toEqual([{ id: 2, n: 1, op_type: 'Deleted' }]) // prettier-ignore
    expect((await go({ operation: 'diff' }, some)).payload).toEqual([])
  })
})

describe('columns', () => {
  test('a row that does not fit is named with its column', async () => {
    const { go } = table()
    const columns = 'id: int\nname: string(3)\nprice: decimal(4,2)'
    const put = async (one: Tagged) => (await go({ operation: 'merge', columns }, [one])).fault?.message
    expect(await put({ id: 1, name: '中文字', price: { $decimal: '12.34' } })).toBeUndefined()
    expect(await put({ id: 1, name: 'four' })).toBe('Row 0, column name: 4 characters; string(3) was wanted.')
    expect(await put({ id: 1, price: { $decimal: '123.4' } })).toContain('column price: 123.4')
    expect(await put({ id: 'x' })).toBe('Row 0, column id: a str; int was wanted.')
    expect(await put({ id: 1, more: 1 })).toBe('Row 0 has more, which is no column.')
  })
  test('a column that is written wrong, another key, and what is no row', async () => {
    const { go } = table()
    expect((await go({ operation: 'merge', columns: 'id: number' }, row(1))).fault).toMatchObject({ code: 'CORE:TABLE', at: { field: 'columns' } }) // prettier-ignore
    await go({ operation: 'insert' }, row(1))
    expect((await go({ key: 'code' })).fault).toMatchObject({ code: 'CORE:TABLE', at: { field: 'key' } })
    expect((await go({ operation: 'merge' }, 'text')).fault).toMatchObject({ code: 'CORE:TYPE', at: { field: 'rows' } }) // prettier-ignore
  })
})

test('ten thousand rows go in and out, and two runs at once lose none', async () => {
  const { go, all } = table()
  const many = (from: number) => Array.from({ length: 5_000 }, (_, i) => row(from + i, 'x'))
  await Promise.all([go({ operation: 'insert' }, many(0)), go({ operation: 'insert' }, many(5_000))])
  expect((await go({ limit: 100_000 })).payload).toHaveLength(10_000)
  expect(await all()).toHaveLength(1_000)
})
