// The open App: edits are kept in order, undo reaches back across reloads, another tab's edits come in under ours.
import { describe, expect, test, vi } from 'vitest'
import type { AppEdit, AppEntry } from '../../../../worker/api.ts'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import { renameApp, describeApp } from '../../../../worker/model/commands/app.ts'
import { AppDocument, type DocumentStore } from '../../../../web/state/document.svelte.ts'
import { LocalLocks, type Channel } from '../../../../worker/store/home.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { Store } from '../../../../worker/store/store.ts'

/** Stores of several tabs over the same tables, as in one browser. */
function browser(): () => Store {
  const tables = new MemoryTables()
  const locks = new LocalLocks()
  const listeners: { tab: string; listener: Parameters<Channel['listen']>[0] }[] = []
  let tabs = 0
  return () => {
    const tab = `tab${tabs++}`
    const channel: Channel = {
      tell: (told) => listeners.filter((one) => one.tab !== tab).forEach((one) => one.listener(told)),
      listen: (listener) => void listeners.push({ tab, listener }),
    }
    return new Store({ tab, tables, locks, channel, now: () => Date.now(), persist: async () => {}, durability: 'memory' }) // prettier-ignore
  }
}

async function opened(store: DocumentStore & { saveApp(edit: AppEdit): Promise<unknown> }, app?: App) {
  if (app) await store.saveApp({ app, version: 0, kind: 'edit', label: 'new' })
  const document = new AppDocument(store)
  expect(await document.open('app00000')).toBe(true)
  return document
}
const first = emptyApp('app00000', 'one')
const name = (text: string) => (app: App) => renameApp(app, text)

describe('undo', () => {
  test('goes back and forth without an end', async () => {
    const document = await opened(browser()(), first)
    for (let i = 0; i < 50; i++) document.edit('rename', name(`n${i}`))
    for (let i = 0; i < 50; i++) document.undo()
    expect(document.app.name).toBe('one')
    expect(document.canUndo).toBe(false)
    for (let i = 0; i < 50; i++) document.redo()
    expect(document.app.name).toBe('n49')
    await document.settled()
    expect(document.saving).toBe('saved')
  })
  test('survives a reload', async () => {
    const store = browser()()
    const before = await opened(store, first)
    before.edit('rename', name('two'))
    before.edit('rename', name('three'))
    before.undo()
    await before.settled()
    const after = await opened(store)
    expect(after.app.name).toBe('two')
    after.undo()
    expect(after.app.name).toBe('one')
    after.redo()
    after.redo()
    expect(after.app.name).toBe('three')
  })
  test('typing in one field is one entry', async () => {
    const store = browser()()
    const document = await opened(store, first)
    for (const text of ['t', 'tw', 'two']) document.edit('rename', name(text), { merge: 'name' })
    await document.settled()
    document.undo()
    expect(document.app.name).toBe('one')
    await document.settled()
    expect((await store.history('app00000')).apps.map((app) => app.name)).toEqual(['one', 'two'])
  })
  test('an edit after undo drops what was undone', async () => {
    const document = await opened(browser()(), first)
    document.edit('rename', name('two'))
    document.undo()
    document.edit('rename', name('other'))
    expect(document.canRedo).toBe(false)
    document.undo()
    expect(document.app.name).toBe('one')
  })
})

test('a command that changes nothing leaves no trace', async () => {
  const document = await opened(browser()(), first)
  document.edit('nothing', (app) => app)
  expect(document.canUndo).toBe(false)
})

test('two tabs on one app: an edit on an old version is done again on the newer one, nothing is lost', async () => {
  const tab = browser()
  const here = await opened(tab(), first)
  const there = await opened(tab())
  there.edit('rename', name('theirs'))
  here.edit('describe', (app) => describeApp(app, 'ours'))
  await here.settled()
  await there.settled()
  await vi.waitFor(() => {
    expect(here.app).toMatchObject({ name: 'theirs', description: 'ours' })
    expect(there.app).toMatchObject({ name: 'theirs', description: 'ours' })
  })
})

test('a save that fails is told and can be tried again; the edit stays', async () => {
  const store = browser()()
  await store.saveApp({ app: first, version: 0, kind: 'edit', label: 'new' })
  let isFull = true
  const failing: DocumentStore = {
    loadApp: (id) => store.loadApp(id),
    history: (id) => store.history(id),
    watchApp: (id, listener: (entry: AppEntry | undefined) => void) => store.watchApp(id, listener),
    saveApp: (edit) =>
      isFull ? Promise.reject({ code: 'STORE:FULL', message: 'No room.' }) : store.saveApp(edit),
  }
  const document = await opened(failing)
  document.edit('rename', name('two'))
  await document.settled()
  expect(document.saving).toBe('failed')
  expect(document.trouble?.code).toBe('STORE:FULL')
  expect(document.app.name).toBe('two')
  isFull = false
  document.retry()
  await document.settled()
  expect(document.saving).toBe('saved')
  expect((await store.loadApp('app00000'))?.app.name).toBe('two')
})
