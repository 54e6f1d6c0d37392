// A backup brings back what was saved: apps, runs with their records and events; into an empty browser and beside what is there.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../../../worker/api.ts'
import { collect, restore } from '../../../../worker/backup/restore.ts'
import { backupLimits, packBackup, unpackBackup } from '../../../../worker/backup/zip.ts'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import type { Store } from '../../../../worker/store/store.ts'
import { Machine } from '../../../support/machine.ts'

const app = (id: string, name: string): App => ({
  ...emptyApp(id, name),
  flows: [{ id: 'f', name: 'Main', steps: [], samples: [], settings: {} }],
})
const record = (id: string, appId: string): RunRecord => ({
  format: 'weft-run/1',
  summary: { id, app: appId, appName: 'A', appHash: 'h', flow: 'f', flowName: 'Main', trigger: 'manual', startedAt: 5, took: 1, outcome: 'ok', steps: 1, events: 1, bytes: 2 }, // prettier-ignore
  input: { id: 'i', name: 'in', payload: '中' },
  base: 'http://x',
  effects: [{ key: 's#0', kind: 'http', asked: 'GET http://x', outcome: { value: 1 } }],
})
const event: RunEvent = { seq: 0, at: 0, path: 's', kind: 'enter' }

const production = { id: 'env1', name: 'Production', connections: { crm: { baseUrl: 'https://crm.example' } }, variables: { region: '华东' } } // prettier-ignore

async function filled(): Promise<Store> {
  const store = fresh()
  for (const [id, name] of [
    ['a1', 'Orders / 订单'],
    ['a2', 'Second'],
  ] as const)
    // prettier-ignore
    await store.saveApp({ app: app(id, name), version: 0, kind: 'edit', label: 'new' })
  await store.putRun(record('r1', 'a1').summary, record('r1', 'a1'), [event])
  await store.addVersion(app('a1', 'First'), 'named once', 7)
  await store.addVersion(app('a1', 'Orders / 订单'), '', 9)
  await store.setSetting('environments', [production])
  return store
}
const fresh = (): Store => new Machine(new MemoryTables(), async () => new MemoryTables()).tab().store
const backup = async (runs = true) => unpackBackup(packBackup(await collect(await filled(), ['a1', 'a2'], { runs, now: 1_790_000_000_000 }))) // prettier-ignore

describe('a backup', () => {
  test('into an empty browser: the same apps and runs under their ids', async () => {
    const store = fresh()
    expect(await restore(store, await backup(), { known: 'both', label: 'r' })).toEqual({ apps: 2, runs: 1 })
    expect((await store.loadApp('a1'))!.app).toEqual(app('a1', 'Orders / 订单'))
    const run = (await store.loadRun('r1'))!
    expect(run.record).toMatchObject({ effects: record('r1', 'a1').effects, input: { payload: '中' } })
    expect(run.events).toEqual([event])
  })
  test('with the versions, by their content, notes and times, and with the environments', async () => {
    const store = fresh()
    await restore(store, await backup(), { known: 'both', label: 'r' })
    expect(await store.versions('a1')).toEqual(await (await filled()).versions('a1'))
    const [first] = await store.versions('a1')
    expect(first).toMatchObject({ n: 1, note: 'named once', t: 7 })
    expect((await store.loadVersion('a1', first!.hash))!.name).toBe('First')
    expect(await store.setting('environments')).toEqual([production])
  })
  test('an environment that is here is left, or replaced when that is asked for', async () => {
    const store = await filled()
    await store.setSetting('environments', [
      { ...production, name: 'Mine' },
      { ...production, id: 'env2' },
    ])
    const names = async () => ((await store.setting('environments')) as { name: string }[]).map(({ name }) => name) // prettier-ignore
    await restore(store, await backup(), { known: 'both', label: 'r' })
    expect(await names()).toEqual(['Mine', 'Production'])
    await restore(store, await backup(), { known: 'replace', label: 'r' })
    expect(await names()).toEqual(['Production', 'Production'])
  })
  test('without runs', async () => expect((await backup(false)).runs).toEqual([]))
  test('each app in it is an app file', async () => {
    const packed = packBackup(await collect(await filled(), ['a1'], { runs: false, now: 1_790_000_000_000 }))
    const names = Object.keys(unzipSync(packed))
    expect(names).toEqual([
      'weft-backup.json',
      'apps/a1/Orders  订单.weft.json',
      'versions/a1/1.json',
      'versions/a1/2.json',
      'environments.json',
    ])
  })

  test('beside what is there: both, replaced, or left', async () => {
    const store = await filled()
    const edited = { ...app('a1', 'Edited') }
    await store.saveApp({ app: edited, version: 1, kind: 'edit', label: 'edit' })
    const saved = await backup()
    expect(await restore(store, saved, { known: 'skip', label: 'r' })).toEqual({ apps: 0, runs: 0 })
    expect((await store.loadApp('a1'))!.app.name).toBe('Edited')
    await restore(store, saved, { known: 'both', label: 'r' })
    expect((await store.loadApp('a1'))!.app.name).toBe('Edited')
    const runs = await store.runs({ limit: 10 })
    expect(runs).toHaveLength(2)
    const copy = runs.find((run) => run.app !== 'a1')!
    expect((await store.loadApp(copy.app))!.app.name).toBe('Orders / 订单')
    await restore(store, saved, { known: 'replace', label: 'r' })
    expect((await store.loadApp('a1'))!.app.name).toBe('Orders / 订单')
    const { apps, at } = await store.history('a1')
    expect(apps[at - 1]!.name).toBe('Edited')
  })
  test('an app that was deleted comes back under another id', async () => {
    const store = await filled()
    const saved = await backup()
    await store.deleteApp('a1')
    expect(await restore(store, saved, { known: 'replace', label: 'r' })).toMatchObject({ apps: 2 })
  })
})

describe('a file that is none', () => {
  const about = { 'weft-backup.json': strToU8('{"format":"weft-backup/1","madeAt":1}') }
  test.each([
    ['text', strToU8('hello'), 'BACKUP:FORMAT'],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'BACKUP:FORMAT'],
    ['newer', zipSync({ 'weft-backup.json': strToU8('{"format":"weft-backup/2"}') }), 'BACKUP:NEWER'],
    ['cut', packBackup({ madeAt: 1_790_000_000_000, apps: [app('a1', 'A')], versions: [], environments: [], runs: [] }).slice(0, 90), 'BACKUP:FORMAT'], // prettier-ignore
  ])('%s', (_name, bytes, code) =>
    expect(() => unpackBackup(bytes)).toThrow(expect.objectContaining({ code })),
  )
  test('what is broken in it is told, the rest is read; foreign names are not even looked at', () => {
    const found = unpackBackup(
      zipSync({
        ...about,
        'apps/a1/A.weft.json': strToU8(JSON.stringify(app('a1', 'A'))),
        'apps/a2/B.weft.json': strToU8('{"format":"weft/1","__proto__":{"x":1}}'),
        'runs/gone/r.json': strToU8('{}'),
        'versions/a1/1.json': strToU8('{"app":{}}'),
        'environments.json': strToU8('[{"id":1}]'),
        '../evil.json': strToU8('{}'),
      }),
    )
    expect(found.apps.map(({ name }) => name)).toEqual(['A'])
    expect(found.unread).toEqual([
      'apps/a2/B.weft.json',
      'versions/a1/1.json',
      'environments.json',
      'runs/gone/r.json',
    ])
  })
  test('a bomb is refused before it is unpacked', () => {
    const zeros = new Uint8Array(1024 * 1024)
    const bomb = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`apps/a${i}/x.json`, zeros]))
    const limits = { ...backupLimits, unpacked: 4 * 1024 * 1024 }
    expect(() => unpackBackup(zipSync({ ...about, ...bomb }), limits)).toThrow(
      expect.objectContaining({ code: 'BACKUP:TOO_LARGE' }),
    )
  })
})
