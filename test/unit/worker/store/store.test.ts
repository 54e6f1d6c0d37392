// What the store promises: a save is safe when it resolves, a kill loses nothing of it, tabs follow each other, a full disk
// changes nothing. Run over a log in memory, with tables in memory and in (fake) IndexedDB.
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import type { AppRow, RunRecord } from '../../../../worker/api.ts'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import type { RunEvent, RunSummary } from '../../../../worker/model/event.ts'
import { DexieTables } from '../../../../worker/store/dexie-tables.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { Store } from '../../../../worker/store/store.ts'
import type { Tables } from '../../../../worker/store/tables.ts'
import { Machine } from '../../../support/machine.ts'

let databases = 0
const opened: DexieTables[] = []
async function dexie(): Promise<Tables> {
  const tables = await DexieTables.open(`weft-test-${++databases}`)
  opened.push(tables)
  return tables
}
afterEach(() => {
  for (const tables of opened.splice(0)) tables.close()
})

function named(name: string, id = 'a1'): App {
  return emptyApp(id, name)
}
function summary(id: string, outcome: RunSummary['outcome']): RunSummary {
  const names = { app: 'a1', appName: 'A', appHash: 'h', flow: 'f', flowName: 'F', trigger: 'manual' }
  return { id, ...names, startedAt: 1, took: 0, outcome, steps: 0, events: 0, bytes: 0 }
}
function event(seq: number): RunEvent {
  return { seq, at: seq, path: 's1', kind: 'enter' }
}
const runRecord: RunRecord = {
  format: 'weft-run/1',
  summary: summary('r1', 'ok'),
  input: { id: 'i', name: 'i' },
  base: '',
  effects: [],
}
async function names(store: Store, app = 'a1'): Promise<string[]> {
  return (await store.history(app)).apps.map((entry) => entry.name)
}
async function edit(store: Store, version: number, name: string, more: object = {}): Promise<number> {
  return (await store.saveApp({ app: named(name), version, kind: 'edit', label: name, ...more })).version
}

for (const [kind, makeTables] of [
  ['memory', async (): Promise<Tables> => new MemoryTables()],
  ['IndexedDB', dexie],
] as const) {
  describe(`the store over ${kind}`, () => {
    const machine = async (): Promise<Machine> => new Machine(await makeTables(), makeTables)

    test('keeps apps and their history across a kill', async () => {
      const m = await machine()
      const first = m.tab()
      await first.store.open()
      expect(await edit(first.store, 0, 'one')).toBe(1)
      await edit(first.store, 1, 'two')
      await edit(first.store, 2, 'three')
      await first.store.saveApp({ app: named('two'), version: 3, kind: 'undo', label: '' })
      first.kill()

      const second = m.tab()
      await second.store.open()
      expect(await second.store.loadApp('a1')).toMatchObject({
        app: { name: 'two' },
        version: 4,
        tab: first.id,
      })
      expect(await second.store.history('a1')).toMatchObject({ at: 1 })
      expect(await names(second.store)).toEqual(['one', 'two', 'three'])
      await second.store.saveApp({ app: named('three'), version: 4, kind: 'redo', label: '' })
      expect((await second.store.history('a1')).at).toBe(2)
    })

    test('a database that is lost is made again from the log', async () => {
      const m = await machine()
      const first = m.tab()
      await edit(first.store, 0, 'one')
      for (let version = 1; version < 30; version++) await edit(first.store, version, `edit ${version}`)
      await first.store.setSetting('theme', 'dark')
      await first.store.putRun(summary('r1', 'ok'), runRecord, [event(0), event(1)])
      const durable = { ...summary('r2', 'running'), durable: { epoch: 1, entries: 1, stuck: 1 } }
      const entry = (key: string) => ({ open: key, kind: 'http', asked: 'POST /', t: 1 })
      await first.store.beginRun({ summary: durable, record: { ...runRecord, summary: durable }, journal: [entry('k0')] }) // prettier-ignore
      for (let n = 1; n < 20; n++) await first.store.addToJournal('r2', 1, [entry(`k${n}`)])
      await first.store.putRun(summary('r3', 'ok'), runRecord, [])
      await first.store.deleteRun('r3')
      await first.store.cachePut('a1', 'kept', 'v', 60, false)
      await first.store.cachePut('a1', 'gone', 'v', 60, false)
      await first.store.cacheDelete('a1', 'gone')
      const { hash } = await first.store.addVersion(named('published'), 'first')
      const before = await names(first.store)
      first.kill()
      await m.loseDatabase()

      const second = m.tab()
      const state = await second.store.open()
      expect(state.recovered).toEqual({ apps: 1, runs: 3, reason: 'database-lost' })
      expect((await second.store.runs({ limit: 9 })).map(({ id, outcome }) => [id, outcome])).toEqual([['r2', 'running'], ['r1', 'ok']]) // prettier-ignore
      const journal = (await second.store.loadJournal('r2')) as { open: string }[]
      expect(journal.map(({ open }) => open)).toEqual(Array.from({ length: 20 }, (_, n) => `k${n}`))
      expect([await second.store.cacheGet('a1', 'kept'), await second.store.cacheExists('a1', 'gone')]).toEqual(['v', 0]) // prettier-ignore
      expect((await second.store.loadVersion('a1', hash))?.name).toBe('published')
      expect(await names(second.store)).toEqual(before)
      expect((await second.store.loadApp('a1'))!.version).toBe(30)
      expect(await second.store.setting('theme')).toBe('dark')
      expect((await second.store.loadRun('r1'))!.events.length).toBe(2)
    })

    test('a torn tail costs nothing that was acknowledged', async () => {
      const m = await machine()
      const first = m.tab()
      await edit(first.store, 0, 'one')
      await edit(first.store, 1, 'two')
      first.kill()
      const wal = `wal-${first.id}.log`
      m.folder.files.set(wal, new Uint8Array([...m.folder.files.get(wal)!, 1, 2, 3, 4, 5, 6, 7]))
      await m.loseDatabase()
      const second = m.tab()
      expect((await second.store.loadApp('a1'))!.app.name).toBe('two')
    })

    test('many files become one, and it still holds everything', async () => {
      const m = await machine()
      let version = 0
      for (let i = 0; i < 16; i++) {
        const tab = m.tab()
        version = await edit(tab.store, version, `by tab ${i}`)
        version = await edit(tab.store, version, `again ${i}`)
        tab.kill()
      }
      const last = m.tab()
      await last.store.open()
      await last.store.merged()
      const files = [...m.folder.files.keys()]
      expect(files.filter((name) => name.startsWith('base-')).length).toBe(1)
      expect(files.length).toBeLessThan(8)
      const before = await names(last.store)
      expect(before.length).toBe(32)
      last.kill()
      await m.loseDatabase()
      const after = m.tab()
      await after.store.open()
      expect(await names(after.store)).toEqual(before)
      expect((await after.store.loadApp('a1'))!.version).toBe(version)
      expect(await edit(after.store, version, 'goes on')).toBe(version + 1)
    })

    test('a base file that was not finished is ignored', async () => {
      const m = await machine()
      const first = m.tab()
      await edit(first.store, 0, 'one')
      first.kill()
      m.folder.files.set('base-7.log', m.folder.files.get(`wal-${first.id}.log`)!.slice(0, -3))
      await m.loseDatabase()
      const second = m.tab()
      expect((await second.store.loadApp('a1'))!.app.name).toBe('one')
      expect(m.folder.files.has('base-7.log')).toBe(false)
    })

    test('edits of one field fold into one entry, an edit after undo drops what was undone', async () => {
      const m = await machine()
      const { store } = m.tab()
      let version = await edit(store, 0, 'start')
      version = await edit(store, version, 'n', { merge: 'name' })
      version = await edit(store, version, 'na', { merge: 'name' })
      version = await edit(store, version, 'name', { merge: 'name' })
      version = await edit(store, version, 'other')
      expect(await names(store)).toEqual(['start', 'name', 'other'])
      version = (await store.saveApp({ app: named('name'), version, kind: 'undo', label: '' })).version
      version = (await store.saveApp({ app: named('start'), version, kind: 'undo', label: '' })).version
      await edit(store, version, 'new way')
      expect(await names(store)).toEqual(['start', 'new way'])
    })

    test('of two tabs that edit the same version, one is told of the conflict; both see the winner', async () => {
      const m = await machine()
      const [a, b] = [m.tab(), m.tab()]
      await a.store.open()
      await b.store.open()
      const seen: string[] = []
      await b.store.watchApp('a1', (entry) => seen.push(entry?.app.name ?? '-'))
      await edit(a.store, 0, 'mine')
      await expect(edit(b.store, 0, 'yours')).rejects.toMatchObject({
        code: 'STORE:CONFLICT',
        data: { version: 1 },
      })
      await expect.poll(() => seen.at(-1)).toBe('mine')
      await edit(b.store, 1, 'yours now')
      expect((await a.store.loadApp('a1'))!.app.name).toBe('yours now')
    })

    test('of saves at the same moment exactly one wins', async () => {
      const m = await machine()
      const tabs = [m.tab(), m.tab(), m.tab()]
      const results = await Promise.allSettled(tabs.map(({ store }, i) => edit(store, 0, `tab ${i}`)))
      expect(results.filter((result) => result.status === 'fulfilled').length).toBe(1)
    })

    test('a run under way in a killed tab is found by the tab that lives, once, with its events', async () => {
      const m = await machine()
      const [a, b] = [m.tab(), m.tab()]
      await a.store.open()
      await b.store.open()
      const seen: string[][] = []
      await b.store.watchRuns({ limit: 10 }, (runs) =>
        seen.push(runs.map((run) => `${run.id} ${run.outcome}`)),
      )
      await a.store.appendEvents('r1', summary('r1', 'running'), [event(0)])
      await a.store.appendEvents('r1', summary('r1', 'running'), [event(1), event(2)])
      a.kill()
      await expect.poll(() => seen.at(-1)).toEqual(['r1 failed'])
      const run = await b.store.loadRun('r1')
      expect(run!.summary.fault!.code).toBe('RUN:INTERRUPTED')
      expect(run!.events.map(({ seq }) => seq)).toEqual([0, 1, 2])
      expect((await m.tab().store.open()).interrupted).toEqual([])
    })

    test('the run of a killed tab is told to the next one that opens', async () => {
      const m = await machine()
      const a = m.tab()
      await a.store.appendEvents('r1', summary('r1', 'running'), [event(0)])
      a.kill()
      await m.loseDatabase()
      expect((await m.tab().store.open()).interrupted.map((run) => run.id)).toEqual(['r1'])
    })

    test('a full disk refuses the save and leaves everything as it was', async () => {
      const m = await machine()
      const { store, kill } = m.tab()
      await edit(store, 0, 'one')
      m.folder.room = [...m.folder.files.values()].reduce((sum, file) => sum + file.length, 0) + 40
      await expect(edit(store, 1, 'x'.repeat(500))).rejects.toMatchObject({ code: 'STORE:FULL' })
      expect((await store.loadApp('a1'))!.app.name).toBe('one')
      m.folder.room = Infinity
      expect(await edit(store, 1, 'two')).toBe(2)
      kill()
      await m.loseDatabase()
      expect(await names(m.tab().store)).toEqual(['one', 'two'])
    })

    test('a tab that writes much keeps its file small, and nothing is lost by that', async () => {
      const m = await machine()
      const { store, kill, id } = m.tab()
      let version = await edit(store, 0, 'start')
      for (let i = 0; i < 9; i++) {
        const app = { ...named(`edit ${i}`), description: 'abcdefghi'[i]!.repeat(4_000_000) }
        version = (await store.saveApp({ app, version, kind: 'edit', label: '', merge: 'all' })).version
      }
      expect(m.folder.files.get(`wal-${id}.log`)!.length).toBeLessThan(16 * 1024 * 1024)
      expect([...m.folder.files.keys()].filter((name) => name.startsWith('base-')).length).toBe(1)
      version = await edit(store, version, 'after')
      kill()
      await m.loseDatabase()
      const next = m.tab()
      expect(await names(next.store)).toEqual(['start', 'edit 8', 'after'])
      expect((await next.store.loadApp('a1'))!.version).toBe(version)
    })

    test('a deleted app leaves the list and comes back with its history', async () => {
      const m = await machine()
      const { store } = m.tab()
      await edit(store, 0, 'one')
      await edit(store, 1, 'two')
      let rows: AppRow[] = []
      await store.watchApps((apps) => (rows = apps))
      await store.deleteApp('a1')
      expect(await store.loadApp('a1')).toBeUndefined()
      await expect.poll(() => rows[0]?.deletedAt).toBeGreaterThan(0)
      await store.restoreApp('a1')
      expect((await store.loadApp('a1'))!.app.name).toBe('two')
      expect(await names(store)).toEqual(['one', 'two'])
    })

    test('runs are listed newest first, by filter, and can be deleted', async () => {
      const m = await machine()
      const { store } = m.tab()
      for (const id of ['r1', 'r3', 'r2'])
        await store.putRun(summary(id, id === 'r2' ? 'failed' : 'ok'), runRecord, [])
      const list = async (filter: object): Promise<string[]> => {
        let ids: string[] = []
        const end = await store.watchRuns(
          { limit: 10, ...filter },
          (runs) => (ids = runs.map((run) => run.id)),
        )
        await expect.poll(() => ids.length).toBeGreaterThan(0)
        end()
        return ids
      }
      expect(await list({})).toEqual(['r3', 'r2', 'r1'])
      expect(await list({ app: 'a1', outcome: 'failed' })).toEqual(['r2'])
      expect(await list({ limit: 1 })).toEqual(['r3'])
      await store.deleteRun('r3')
      expect(await list({})).toEqual(['r2', 'r1'])
      expect(await store.loadRun('r3')).toBeUndefined()
    })

    test('on a full disk edits are saved from a reserve, runs are not; both go on when there is room again', async () => {
      const m = await machine()
      m.reserveBytes = 512 * 1024
      const { store } = m.tab()
      await edit(store, 0, 'one')
      await expect.poll(() => m.folder.files.get('reserve')?.length).toBe(512 * 1024)
      m.folder.room = [...m.folder.files.values()].reduce((sum, file) => sum + file.length, 0)
      await expect(store.putRun(summary('r1', 'ok'), runRecord, [])).rejects.toMatchObject({ code: 'STORE:FULL' }) // prettier-ignore
      expect(m.folder.files.has('reserve')).toBe(true)
      await edit(store, 1, 'two')
      await edit(store, 2, 'three')
      expect(m.folder.files.has('reserve')).toBe(false)
      await expect(store.putRun(summary('r1', 'ok'), runRecord, [])).rejects.toMatchObject({ code: 'STORE:FULL' }) // prettier-ignore
      m.folder.room = Infinity
      m.now += 11_000
      await store.putRun(summary('r1', 'ok'), runRecord, [])
      expect(m.folder.files.has('reserve')).toBe(true)
      expect(await names(store)).toEqual(['one', 'two', 'three'])
    })

    test('a write that found no room leaves a gap in a journal; the next life writes behind it', async () => {
      const m = await machine()
      const first = m.tab()
      const durable = { epoch: 1, entries: 1, stuck: 0 }
      await first.store.beginRun({ summary: { ...summary('r1', 'running'), durable }, record: runRecord, journal: [{ alive: 0 }] }) // prettier-ignore
      m.folder.room = 0
      await expect(first.store.addToJournal('r1', 1, [{ alive: 1 }])).rejects.toMatchObject({ code: 'STORE:FULL' }) // prettier-ignore
      m.folder.room = Infinity
      await first.store.addToJournal('r1', 1, [{ alive: 1 }])
      first.kill()
      const { store } = m.tab()
      await store.appendEvents('r1', { ...summary('r1', 'running'), durable: { ...durable, epoch: 2 } }, [])
      await store.addToJournal('r1', 2, [{ alive: 2 }])
      await store.addToJournal('r1', 2, [{ alive: 3 }])
      expect(await store.loadJournal('r1')).toEqual([0, 1, 2, 3].map((alive) => ({ alive })))
    })

    test('a full disk does not keep a store from opening, however many files there are to be made one', async () => {
      const m = await machine()
      for (let i = 0; i < 15; i++) {
        const { store, kill } = m.tab()
        await edit(store, i, `name ${i}`)
        kill()
      }
      m.folder.room = 0
      const { store } = m.tab()
      expect((await store.loadApp('a1'))?.app.name).toBe('name 14')
    })

    test('versions are a chain that only grows; the same content is the same version; the log alone brings them back', async () => {
      const m = await machine()
      const { store, kill } = m.tab()
      const one = await store.addVersion(named('one'), 'first')
      const two = await store.addVersion(named('two'), 'second')
      expect(await store.addVersion(named('one'), 'again')).toEqual(one)
      expect([one.n, one.parent, two.n, two.parent]).toEqual([1, undefined, 2, one.hash])
      kill()
      m.tables = await makeTables()
      const next = m.tab().store
      expect(await next.versions('a1')).toEqual([one, two])
      expect(await next.loadVersion('a1', one.hash)).toEqual(named('one'))
      expect(await next.loadVersion('a2', one.hash)).toBeUndefined()
      expect((await next.addVersion(named('three'), '')).parent).toBe(two.hash)
    })

    test('a journal and versions survive when many files are made one', async () => {
      const m = await machine()
      const begun: RunSummary = { ...summary('d1', 'running'), durable: { epoch: 1, entries: 1, stuck: 0 } }
      const setting = { granted: { hosts: [] } }
      for (let i = 0; i < 14; i++) {
        const { store, kill } = m.tab()
        await store.addVersion(named(`v${i}`), '')
        if (i === 0)
          await store.beginRun({ summary: begun, record: runRecord, journal: [{ begin: { setting, reply: false, launches: 0 } }] }) // prettier-ignore
        else await store.addToJournal('d1', 1, [{ open: `s#${i}`, kind: 'http', asked: 'POST /', t: i }])
        kill()
      }
      m.tables = await makeTables()
      const { store } = m.tab()
      await store.open()
      expect([...m.folder.files.keys()].some((name) => name.startsWith('base-'))).toBe(true)
      expect((await store.versions('a1')).map(({ n }) => n)).toEqual(
        Array.from({ length: 14 }, (_, i) => i + 1),
      )
      const journal = await store.loadJournal('d1')
      expect(journal.map((entry) => ('open' in entry ? entry.t : 'begin'))).toEqual(['begin', ...Array.from({ length: 13 }, (_, i) => i + 1)]) // prettier-ignore
      // An older life of the run changes nothing any more.
      await store.appendEvents('d1', { ...begun, durable: { epoch: 2, entries: 14, stuck: 0 } }, [])
      await expect(store.addToJournal('d1', 1, [])).rejects.toMatchObject({ code: 'RUN:FENCED' })
      await store.appendEvents('d1', { ...begun, outcome: 'failed' }, [])
      expect((await store.loadRun('d1'))?.summary).toMatchObject({
        outcome: 'running',
        durable: { epoch: 2 },
      })
    })

    test('a durable run that goes on tells its events anew: those of an earlier life are gone, also for the next tab', async () => {
      const m = await machine()
      const life = (epoch: number, outcome: 'running' | 'failed' | 'ok'): RunSummary => ({
        ...summary('d2', outcome),
        durable: { epoch, entries: 1, stuck: 0 },
      })
      const { store, kill } = m.tab()
      const seqs = async (of = store) => (await of.loadRun('d2'))!.events.map(({ seq }) => seq)
      await store.appendEvents('d2', life(2, 'failed'), [event(0), event(1)])
      expect(await seqs()).toEqual([0, 1])
      await store.appendEvents('d2', life(3, 'running'), [])
      await store.appendEvents('d2', life(3, 'failed'), [event(0), event(1), event(2)])
      expect(await seqs()).toEqual([0, 1, 2])
      await store.appendEvents('d2', life(4, 'ok'), [])
      expect(await seqs()).toEqual([])
      kill()
      m.tables = await makeTables()
      expect(await seqs(m.tab().store)).toEqual([])
    })

    test('the cache keeps texts for their time, per app, within its limits', async () => {
      const m = await machine()
      const { store } = m.tab()
      expect(await store.cachePut('a', 'k', 'v', 60, false)).toBe('OK')
      expect(await store.cachePut('a', 'k', 'w', 60, true)).toBe('fail')
      expect(await store.cacheGet('a', 'k')).toBe('v')
      expect(await store.cacheGet('b', 'k')).toBe('')
      expect(await store.cacheExists('a', 'k')).toBe(1)
      m.now += 61_000
      expect(await store.cacheExists('a', 'k')).toBe(0)
      expect(await store.cachePut('a', 'k', 'w', 60, true)).toBe('OK')
      expect(await store.cacheDelete('a', 'k')).toBe('deleted')
      expect(await store.cacheDelete('a', 'k')).toBe('data not exist')
      expect(await store.cachePut('a', 'big', 'x'.repeat(102_401), 60, false)).toMatch(/^fail: /)
      expect(await store.cachePut('a', 'k', 'v', 0, false)).toMatch(/^fail: /)
    })
  })
}
