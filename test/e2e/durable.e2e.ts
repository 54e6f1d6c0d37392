// Kills of tabs, engine workers and the whole browser while published flows call a counting server; with browsers the database is
// gone as well, as Chromium does it when its files are damaged. Short here, 1,000 kills in the long form.
import { chromium as playwright, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, chromiumArgs } from '../support/browser.mjs'
import { appFor, chance, checkKilled, countingServer } from '../support/kill-scenario.ts'
import { isLong, percentile, report } from '../support/long-report.ts'
import { expect, killTab, openTab, test } from './harness/site.ts'

const kills = Number(process.env['WEFT_KILLS'] ?? (isLong ? 1_000 : 40))
/** A new profile and new counters after so many kills. */
const killsARound = 40
/** Databases that are lost, of those of browsers that are killed. */
const wipes = Math.min(Math.floor(kills / 4), isLong ? 50 : 10)
const kinds = ['tab', 'browser', 'worker', 'tab'] as const

interface Running {
  child: ChildProcess
  browser: Browser
  tabs: Page[]
}

/** Browsers that live: a test that fails leaves none behind. */
const launched = new Set<ChildProcess>()
test.afterEach(() => {
  for (const { pid } of launched) process.kill(-pid!, 'SIGKILL')
})

/** A browser with a profile on disk, so that it can be killed and come back. */
async function launch(profile: string, url: string): Promise<Running> {
  const port = join(profile, 'DevToolsActivePort')
  rmSync(port, { force: true })
  const args = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...chromiumArgs, 'about:blank'] // prettier-ignore
  const child = spawn(chromium, args, { stdio: 'ignore', detached: true })
  launched.add(child)
  child.on('close', () => launched.delete(child))
  while (!existsSync(port) || readFileSync(port, 'utf8').split('\n').length < 2)
    await new Promise((later) => setTimeout(later, 20))
  const browser = await playwright.connectOverCDP(
    `http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`,
  )
  const context = browser.contexts()[0]!
  const tabs = [await openTab(context, url), await openTab(context, url)]
  for (const tab of tabs)
    await tab.evaluate(async () => {
      await window.harness.goOffline()
      await navigator.serviceWorker.ready
    })
  return { child, browser, tabs }
}

async function kill({ child, browser }: Running): Promise<void> {
  const ended = new Promise((done) => child.on('close', done))
  process.kill(-child.pid!, 'SIGKILL')
  await ended
  await browser.close().catch(() => {})
}

/** Calls the listeners without waiting for more than the tab lives. */
function callFrom(tab: Page, first: number, ids: number): void {
  const call = async ([from, count]: readonly [number, number]): Promise<void> => {
    const callers = [0, 1, 2].map(async (caller) => {
      for (let id = from + caller; id < from + count; id += 3) {
        const path = id % 3 === 0 ? `hook/once/${id}` : `hook/in/${id}`
        await fetch(path, { method: 'POST' }).catch(() => {})
      }
    })
    await Promise.all(callers)
  }
  tab.evaluate(call, [first, ids] as const).catch(() => {})
}

/** The engine workers end as one does that runs out of memory: without a word. */
async function killWorkers(tabs: readonly Page[]): Promise<void> {
  const engines = tabs.flatMap((tab) => tab.workers()).filter((worker) => /\/browser-/.test(worker.url()))
  if (engines.length === 0) throw new Error('no engine worker to kill')
  for (const engine of engines) await engine.evaluate(() => self.close()).catch(() => {})
}

const underWay = (tab: Page): Promise<[string, number][]> =>
  tab.evaluate(async () => {
    const runs = await window.harness.store.runs({ durable: true, outcome: 'running', limit: 100_000 })
    return runs.map(({ id, durable }) => [id, durable!.epoch] as [string, number])
  })

/** Milliseconds until each of these runs has ended or lives again; `since`: when the tab could be asked. */
async function resumed(
  tab: Page,
  left: readonly [string, number][],
  since: number,
  how: string,
): Promise<number> {
  const before = new Map(left)
  for (;;) {
    const now = await underWay(tab)
    if (!now.some(([id, epoch]) => before.get(id) === epoch)) return Date.now() - since
    if (Date.now() - since > 60_000) {
      const stuck = now.filter(([id, epoch]) => before.get(id) === epoch).map(([id]) => id)
      const told = await tab.evaluate(async (ids) => {
        const { store } = window.harness
        const told = async (id: string) => [id, (await store.loadRun(id))?.summary.durable, await store.loadJournal(id)] // prettier-ignore
        return Promise.all(ids.map(told))
      }, stuck)
      throw new Error(`not resumed after ${how}: ${JSON.stringify(told)}`)
    }
    await new Promise((later) => setTimeout(later, 25))
  }
}

function told(waits: readonly { took: number }[]): string {
  const took = waits.map((wait) => wait.took)
  return `${percentile(took, 50)} ms p50, ${percentile(took, 95)} ms p95, ${Math.max(0, ...took)} ms at most`
}

test(`${kills} kills of tabs, workers and browsers: nothing begun is lost, nothing is doubled`, async ({
  harness,
}) => {
  test.setTimeout(kills * 15_000 + 120_000)
  const seed = Number(process.env['WEFT_SEED'] ?? Date.now() % 1_000_000)
  const random = chance(seed)
  const found = { runs: 0, resumed: 0, unknown: 0, wiped: 0, rebuilt: 0 }
  const killed = { tab: 0, browser: 0, worker: 0 }
  const waits: { kind: (typeof kinds)[number]; took: number }[] = []
  for (let done = 0; done < kills; done += killsARound) {
    const profile = mkdtempSync(join(tmpdir(), 'weft-durable-'))
    const server = await countingServer()
    let running = await launch(profile, harness)
    await running.tabs[0]!.evaluate(
      async (text) => {
        const app = JSON.parse(text)
        await window.harness.store.saveApp({ app, version: 0, kind: 'edit', label: '' })
        await window.harness.engine.publish(app, { granted: { hosts: 'all' } })
      },
      JSON.stringify(appFor(server.base)),
    )
    for (let i = 0; i < Math.min(killsARound, kills - done); i++) {
      for (const tab of running.tabs) callFrom(tab, ((done + i) * 4 + running.tabs.indexOf(tab)) * 1_000, 900)
      await new Promise((later) => setTimeout(later, 100 + random() * 900))
      const kind = kinds[(done + i) % kinds.length]!
      killed[kind]++
      let left: [string, number][]
      let since: number
      if (kind === 'tab') {
        const [first, second] = running.tabs as [Page, Page]
        await killTab(first)
        since = Date.now()
        left = await underWay(second)
        running.tabs = [second, await openTab(running.browser.contexts()[0]!, harness)]
      } else if (kind === 'worker') {
        await killWorkers(running.tabs)
        since = Date.now()
        left = await underWay(running.tabs[0]!)
      } else {
        await kill(running)
        const isWiped = found.wiped < wipes
        if (isWiped) rmSync(join(profile, 'Default/IndexedDB'), { recursive: true, force: true })
        running = await launch(profile, harness)
        since = Date.now()
        left = await underWay(running.tabs[0]!)
        const { recovered } = await running.tabs[0]!.evaluate(() => window.harness.store.open())
        found.wiped += Number(isWiped)
        found.rebuilt += Number(isWiped && recovered?.reason === 'database-lost')
      }
      if (left.length > 0)
        waits.push({ kind, took: await resumed(running.tabs[0]!, left, since, `kill ${done + i}, of a ${kind}, seed ${seed}`) }) // prettier-ignore
    }
    // What is under way ends by itself; nobody calls any more.
    await kill(running)
    running = await launch(profile, harness)
    const runs = await running.tabs[0]!.evaluate(async () => {
      const { store } = window.harness
      const quietSince = { at: Date.now() }
      while (Date.now() - quietSince.at < 1_500) {
        const left = await store.runs({ durable: true, outcome: 'running', limit: 1 })
        if (left.length > 0) quietSince.at = Date.now()
        await new Promise((later) => setTimeout(later, 100))
      }
      return store.runs({ durable: true, limit: 100_000 })
    })
    await kill(running)
    const { resumed: again, unknown } = checkKilled(runs, server, `seed ${seed}`)
    found.runs += runs.length
    found.resumed += again
    found.unknown += unknown
    await server.close()
    rmSync(profile, { recursive: true, force: true })
    if (isLong) tell(`so far, ${Math.min(done + killsARound, kills)} of ${kills}`)
  }
  tell('all')
  expect(found.resumed + found.unknown).toBeGreaterThan(0)
  expect([found.wiped, found.rebuilt]).toEqual([wipes, wipes])

  function tell(which: string): void {
    const { tab, browser, worker } = killed
    report(
      `Chromium, seed ${seed}, ${which}: ${tab + browser + worker} kills (${tab} tabs, ${browser} browsers, ${worker} workers), ${found.runs} runs begun, ` +
        `0 lost, 0 doubled, 0 silent repeats, ${found.resumed} went on, ${found.unknown} asked, ` +
        `${found.rebuilt} of ${found.wiped} wiped databases rebuilt, ` +
        `resumed after ${told(waits)} (${[...new Set(kinds)].map((kind) => `${kind} ${told(waits.filter((wait) => wait.kind === kind))}`).join(', ')}); load of the machine ${loadavg()[0]!.toFixed(1)}`,
    )
  }
})
