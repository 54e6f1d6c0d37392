// The store in a directory of Node: what was acknowledged is there again, also after a torn write; one process at a time.
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyApp } from '../../../../worker/model/app.ts'
import { openNodeStore } from '../../../../worker/store/node-home.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'weft-store-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('keeps apps, settings and the cache over processes, and cuts a torn tail', async () => {
  const first = await openNodeStore(directory)
  await first.store.saveApp({ app: emptyApp('a', 'one'), version: 0, kind: 'edit', label: '' })
  await first.store.saveApp({ app: emptyApp('a', 'two'), version: 1, kind: 'edit', label: '' })
  await first.store.setSetting('s', { deep: [1, 2] })
  await first.store.cachePut('a', 'k', 'v', 60, false)
  first.close()
  const [wal] = readdirSync(join(directory, 'log'))
  appendFileSync(join(directory, 'log', wal!), Buffer.from([9, 0, 0, 0, 1, 2, 3]))

  const second = await openNodeStore(directory)
  expect((await second.store.loadApp('a'))!.app.name).toBe('two')
  expect((await second.store.history('a')).apps.map((app) => app.name)).toEqual(['one', 'two'])
  expect(await second.store.setting('s')).toEqual({ deep: [1, 2] })
  expect(await second.store.cacheGet('a', 'k')).toBe('v')
  second.close()
})

test('many restarts do not pile up files', async () => {
  for (let version = 0; version < 30; version++) {
    const { store, close } = await openNodeStore(directory)
    await store.saveApp({ app: emptyApp('a', `v${version}`), version, kind: 'edit', label: '' })
    close()
  }
  expect(readdirSync(join(directory, 'log')).length).toBeLessThan(16)
  const last = await openNodeStore(directory)
  expect((await last.store.history('a')).apps.length).toBe(30)
  last.close()
})

test('a second process is refused while the first one lives', async () => {
  const { close } = await openNodeStore(directory)
  close()
  writeFileSync(join(directory, 'process'), String(process.ppid))
  await expect(openNodeStore(directory)).rejects.toMatchObject({ code: 'STORE:IN_USE' })
  writeFileSync(join(directory, 'process'), '999999999')
  ;(await openNodeStore(directory)).close()
})
