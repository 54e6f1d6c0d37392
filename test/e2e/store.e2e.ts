// The store in a real browser: killed renderers, a lost database, two tabs, a full disk.
import { chromium, type Page, type Worker } from '@playwright/test'
import { chromium as executablePath, chromiumArgs } from '../support/browser.mjs'
import { emptyApp } from '../../worker/model/app.ts'
import { expect, killTab, openTab, test } from './harness/site.ts'

const long = process.env.WEFT_LONG === '1'
const app = (name: string): any => emptyApp('app1', name)
const summary = {
  id: 'r1',
  app: 'app1',
  appName: 'A',
  appHash: 'h',
  flow: 'f',
  flowName: 'F',
  trigger: 'manual',
  startedAt: 1,
  took: 0,
  outcome: 'running' as const,
  steps: 0,
  events: 0,
  bytes: 0,
}

test('an edit and a run under way survive the death of the renderer', async ({ browser, harness }) => {
  const context = await browser.newContext()
  const first = await openTab(context, harness)
  const state = await first.evaluate(() => window.harness.store.open())
  expect(state.durability).toBe('opfs')
  await first.evaluate(async (one) => {
    const { store } = window.harness
    await store.saveApp({ app: one, version: 0, kind: 'edit', label: 'new' })
    await store.saveApp({ app: { ...one, name: 'two' }, version: 1, kind: 'edit', label: 'rename' })
  }, app('one'))
  await first.evaluate(async (text) => {
    await window.harness.store.appendEvents('r1', JSON.parse(text), [
      { seq: 0, at: 0, path: '', kind: 'start' },
    ])
  }, JSON.stringify(summary))
  await killTab(first)

  const second = await openTab(context, harness)
  const found = await second.evaluate(async () => {
    const { store } = window.harness
    const { interrupted } = await store.open()
    const entry = await store.loadApp('app1')
    const { apps, at } = await store.history('app1')
    const run = await store.loadRun('r1')
    return { interrupted, entry, names: apps.map((one) => one.name), at, run }
  })
  expect(found.entry).toMatchObject({ app: { name: 'two' }, version: 2 })
  expect(found.names).toEqual(['one', 'two'])
  expect(found.at).toBe(1)
  expect(found.interrupted.map((run) => run.id)).toEqual(['r1'])
  expect(found.run!.summary.fault!.code).toBe('RUN:INTERRUPTED')
  expect(found.run!.events.length).toBe(1)
  await context.close()
})

test('nothing that was acknowledged is lost, whenever the renderer dies', async ({ browser, harness }) => {
  test.setTimeout(long ? 900_000 : 120_000)
  const context = await browser.newContext()
  let acknowledged = 0
  for (let round = 0; round < (long ? 100 : 6); round++) {
    const page = await openTab(context, harness)
    const acks: number[] = []
    await page.exposeFunction('acknowledge', (version: number) => void acks.push(version))
    await page.evaluate(async () => {
      const { store } = window.harness
      await store.open()
      let version = (await store.loadApp('app1'))?.version ?? 0
      const go = async (): Promise<void> => {
        for (;;) {
          const one = {
            format: 'weft/1' as const,
            id: 'app1',
            name: `v${version + 1}`,
            flows: [],
            connections: [],
          }
          const edit = {
            app: { ...one, variables: [], types: [], scripts: [], tests: [] },
            kind: 'edit' as const,
            label: '',
          }
          version = (await store.saveApp({ ...edit, version })).version
          void (window as unknown as { acknowledge(version: number): void }).acknowledge(version)
        }
      }
      void go()
    })
    await page.waitForTimeout(60 + Math.random() * 240)
    await killTab(page)
    acknowledged = Math.max(acknowledged, ...acks)
    const look = await openTab(context, harness)
    const entry = await look.evaluate(() => window.harness.store.loadApp('app1'))
    expect(entry!.version).toBeGreaterThanOrEqual(acknowledged)
    expect(entry!.app.name).toBe(`v${entry!.version}`)
    await look.close()
  }
  expect(acknowledged).toBeGreaterThan(20)
  await context.close()
})

test('a lost database is made again from the files, lost files from the database', async ({
  browser,
  harness,
}) => {
  const context = await browser.newContext()
  const first = await openTab(context, harness)
  await first.evaluate(async (one) => {
    const { store } = window.harness
    await store.saveApp({ app: one, version: 0, kind: 'edit', label: 'new' })
    await store.saveApp({ app: { ...one, name: 'two' }, version: 1, kind: 'edit', label: '' })
  }, app('one'))
  await first.close()

  const blank = await context.newPage()
  await blank.goto(harness + 'assets/')
  await removeDatabase(blank)
  const second = await openTab(context, harness)
  const state = await second.evaluate(() => window.harness.store.open())
  expect(state.recovered).toEqual({ apps: 1, runs: 0, reason: 'database-lost' })
  expect(await second.evaluate(async () => (await window.harness.store.history('app1')).apps.length)).toBe(2)
  await second.close()

  await removeFiles(blank)
  const third = await openTab(context, harness)
  expect((await third.evaluate(() => window.harness.store.open())).recovered?.reason).toBe('files-lost')
  expect((await third.evaluate(() => window.harness.store.loadApp('app1')))!.app.name).toBe('two')
  await third.close()

  await removeFiles(blank)
  await removeDatabase(blank)
  const fourth = await openTab(context, harness)
  expect((await fourth.evaluate(() => window.harness.store.open())).cleared).toBe(true)
  await context.close()
})

/** The worker with this name: of the store, of the engine. */
async function workerOf(page: Page, name: string): Promise<Worker> {
  for (const worker of page.workers()) if ((await worker.evaluate(() => self.name)) === name) return worker
  throw new Error(`no worker ${name}`)
}

test('a worker of the store that dies is replaced: saves, watches and a run under way go on', async ({
  context,
  harness,
}) => {
  const page = await openTab(context, harness)
  await page.evaluate((one) => {
    const { store, weft } = window.harness
    const seen = { names: [] as string[], lost: 0, version: 0, failed: [] as string[], isOver: false, saving: Promise.resolve() }
    Object.assign(window, { seen })
    weft.onStoreLost(() => seen.lost++)
    const save = async (): Promise<void> => {
      while (!seen.isOver) {
        const edit = { ...one, name: `n${seen.version + 1}` }
        const { version } = await store.saveApp({ app: edit, version: seen.version, kind: 'edit', label: '' })
        if (version !== seen.version + 1) seen.failed.push(`${version} after ${seen.version}`)
        seen.version = version
      }
    }
    const told = (thrown: any) => void seen.failed.push(`${thrown.code} ${thrown.message}`)
    seen.saving = store.watchApps((rows) => seen.names.push(rows[0]?.name ?? '')).then(save).catch(told)
  }, app('n')) // prettier-ignore
  // A run that asks the store all the time.
  const running = page.evaluate((one) => {
    const step = (id: string, component: string, config: object, more = {}) => ({ id, component, version: 1, name: id, config, ...more }) // prettier-ignore
    const put = step('put00001', 'cache', { operation: 'put', key: 'k', value: { mode: 'text', source: 'v' } })
    const body = { id: 'body0001', role: 'body', config: {}, steps: [put, step('wait0001', 'sleep', { time: '5 ms' })] }
    const items = { mode: 'expression', source: 'list(range(60))' }
    const loop = step('loop0001', 'for-each', { items }, { branches: [body] })
    const flow = { id: 'f1', name: 'F', steps: [loop], samples: [], settings: {} }
    const ask = { run: 'run1', app: { ...one, id: 'app2', flows: [flow] }, flow: 'f1', input: { id: 'i', name: 'i' } }
    return window.harness.engine.run({ ...ask, base: location.origin, granted: { hosts: 'all' } } as any, () => {})
  }, app('r')) // prettier-ignore
  const seen = () => page.evaluate(() => (window as any).seen as { names: string[]; lost: number; version: number; failed: string[] }) // prettier-ignore
  for (let kill = 1; kill <= 3; kill++) {
    const { version } = await seen()
    await expect.poll(async () => (await seen()).version).toBeGreaterThan(version + 2)
    await (await workerOf(page, 'weft-store')).evaluate(() => self.close())
    await expect.poll(async () => (await seen()).lost).toBe(kill)
  }
  const { version, names } = await seen()
  await expect.poll(async () => (await seen()).version).toBeGreaterThan(version + 2)
  await expect.poll(async () => (await seen()).names.length).toBeGreaterThan(names.length)
  const last = await page.evaluate(async () => {
    const { seen } = window as any
    seen.isOver = true
    await seen.saving
    return seen
  })
  expect(last.failed).toEqual([])
  expect((await running).outcome).toBe('ok')

  const other = await openTab(context, harness)
  const kept = await other.evaluate(async () => {
    const { store } = window.harness
    const run = await store.loadRun('run1')
    return { entry: await store.loadApp('app1'), run: run!.summary.outcome, seqs: run!.events.map(({ seq }) => seq) }
  }) // prettier-ignore
  expect([kept.entry!.version, kept.entry!.app.name]).toEqual([last.version, `n${last.version}`])
  expect(kept.run).toBe('ok')
  expect(kept.seqs).toEqual(kept.seqs.map((_, i) => i))
})

test('two tabs on one app follow each other, and of two edits at once one is refused', async ({
  browser,
  harness,
}) => {
  const context = await browser.newContext()
  const [a, b] = [await openTab(context, harness), await openTab(context, harness)]
  await b.evaluate(async () => {
    const seen: string[] = []
    Object.assign(window, { seen })
    await window.harness.store.watchApp('app1', (entry) => seen.push(entry?.app.name ?? '-'))
  })
  await a.evaluate(
    (one) => window.harness.store.saveApp({ app: one, version: 0, kind: 'edit', label: '' }),
    app('one'),
  )
  await expect.poll(() => b.evaluate(() => (window as unknown as { seen: string[] }).seen.at(-1))).toBe('one')
  const save = (name: string) => (page: typeof a) =>
    page.evaluate(
      (one) =>
        window.harness.store
          .saveApp({ app: one, version: 1, kind: 'edit', label: '' })
          .then(() => 'saved')
          .catch((fault: { code: string }) => fault.code),
      app(name),
    )
  const results = await Promise.all([save('from a')(a), save('from b')(b)])
  expect(results.sort()).toEqual(['STORE:CONFLICT', 'saved'])
  await context.close()
})

for (const profile of ['in memory', 'on disk']) {
  test(`a full disk refuses what does not fit and keeps the rest (profile ${profile})`, async ({
    browser,
    harness,
  }, info) => {
    const options = { executablePath, args: chromiumArgs }
    const context =
      profile === 'on disk'
        ? await chromium.launchPersistentContext(info.outputPath('profile'), options)
        : await browser.newContext()
    const page = await openTab(context, harness)
    const origin = new URL(harness).origin
    const session = await context.newCDPSession(page)
    await page.evaluate(
      (one) => window.harness.store.saveApp({ app: one, version: 0, kind: 'edit', label: '' }),
      app('one'),
    )
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 })
    const saveLarge = (): Promise<string> =>
      page.evaluate(
        (one) =>
          window.harness.store
            .saveApp({
              app: { ...one, description: 'x'.repeat(3_000_000) },
              version: 1,
              kind: 'edit',
              label: '',
            })
            .then(() => 'saved')
            .catch((fault: { code: string }) => fault.code),
        app('large'),
      )
    expect(await saveLarge()).toBe('STORE:FULL')
    expect((await page.evaluate(() => window.harness.store.loadApp('app1')))!.app.name).toBe('one')
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    expect(await saveLarge()).toBe('saved')
    await page.close()
    const again = await openTab(context, harness)
    expect((await again.evaluate(() => window.harness.store.loadApp('app1')))!.app.name).toBe('large')
    await context.close()
  })
}

async function removeDatabase(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('weft')
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      }),
  )
}

/** The files of a closed tab are let go a moment later. */
async function removeFiles(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('weft', { recursive: true })
    })
  }).toPass({ timeout: 5_000 })
}
