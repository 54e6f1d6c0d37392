// What a real database does besides keeping rows: transactions that fail, a browser that closes it, tabs of another version.
import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { connect } from '../../../../worker/store/indexed-database.ts'
import { IndexedTables } from '../../../../worker/store/indexed-tables.ts'

let databases = 0
const newName = (): string => `weft-tables-${++databases}`

test('of a transaction that throws nothing stays, and the thrown is told', async () => {
  const tables = await IndexedTables.open(newName())
  await tables.putSetting('kept', 1)
  const failed = tables.transaction(async (inside) => {
    await inside.putSetting('kept', 2)
    expect(await inside.setting('kept')).toBe(2)
    throw new Error('no further')
  })
  await expect(failed).rejects.toThrow('no further')
  expect(await tables.setting('kept')).toBe(1)
})

test('a row that the database refuses takes the whole transaction back, with its reason', async () => {
  const tables = await IndexedTables.open(newName())
  const failed = tables.transaction(async (inside) => {
    await inside.putSetting('first', 1)
    await inside.putApp({ id: undefined } as never)
  })
  await expect(failed).rejects.toMatchObject({ name: 'DataError' })
  expect(await tables.settings()).toEqual([])
})

test('what is done beside a transaction is not taken back with it', async () => {
  const tables = await IndexedTables.open(newName())
  const failed = tables.transaction(async (inside) => {
    await inside.putSetting('inside', 1)
    throw new Error('no further')
  })
  const beside = tables.putSetting('beside', 1)
  await expect(failed).rejects.toThrow()
  await beside
  expect(await tables.settings()).toEqual([{ name: 'beside', value: 1 }])
})

test('a database that the browser has closed is opened once more', async () => {
  const opened: IDBDatabase[] = []
  const { open } = indexedDB
  indexedDB.open = function (...args) {
    const request = open.apply(indexedDB, args)
    request.addEventListener('success', () => opened.push(request.result))
    return request
  }
  const tables = await IndexedTables.open(newName())
  indexedDB.open = open
  await tables.putSetting('kept', 1)
  forceCloseDatabase(opened[0] as never)
  expect(await tables.setting('kept')).toBe(1)
  forceCloseDatabase(opened.at(-1) as never)
  await tables.transaction((inside) => inside.putSetting('kept', 2))
  expect(await tables.setting('kept')).toBe(2)
})

test('it steps aside for a newer version, and does not come back in its way', async () => {
  const name = newName()
  const tables = await IndexedTables.open(name)
  const newer = indexedDB.open(name, 1_000)
  await new Promise((resolve, reject) => ((newer.onsuccess = resolve), (newer.onerror = reject)))
  await expect(tables.setting('any')).rejects.toMatchObject({ name: 'InvalidStateError' })
  newer.result.close()
})

test('a database of the first version gets what came since, and keeps its rows', async () => {
  const name = newName()
  const first = indexedDB.open(name, 10)
  first.onupgradeneeded = () => {
    const runs = first.result.createObjectStore('runs', { keyPath: 'id' })
    runs.createIndex('[app+id]', ['app', 'id'])
  }
  await new Promise((resolve) => (first.onsuccess = resolve))
  const run = { id: 'r1', app: 'a1', tab: 't', summary: { id: 'r1', app: 'a1', outcome: 'failed' } }
  first.result.transaction('runs', 'readwrite').objectStore('runs').put(run)
  first.result.close()
  const database = await connect(name)
  expect([...database.objectStoreNames]).toContain('journal')
  database.close()
  const tables = await IndexedTables.open(name)
  expect(await tables.runs({ outcome: 'failed', limit: 10 })).toEqual([run])
  expect(await tables.runs({ app: 'a1', limit: 10 })).toEqual([run])
  expect(await tables.runs({ app: 'a', limit: 10 })).toEqual([])
})
