// Kills of tabs and of the whole browser while published flows call a counting server; now and then the database is gone as
// well, as Chromium does it when its files are damaged. Short here, 1,000 kills in the long form.
import { chromium as playwright, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, chromiumArgs } from '../support/browser.mjs'
import { appFor, chance, checkKilled, countingServer } from '../support/kill-scenario.ts'
import { killTab, openTab, test } from './harness/site.ts'

const kills = process.env['WEFT_LONG'] ? 1_000 : 12
const killsARound = 40

interface Running {
  child: ChildProcess
  browser: Browser
  tabs: Page[]
}

/** A browser with a profile on disk, so that it can be killed and come back. */
async function launch(profile: string, url: string): Promise<Running> {
  const port = join(profile, 'DevToolsActivePort')
  rmSync(port, { force: true })
  const args = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...chromiumArgs, 'about:blank'] // prettier-ignore
  const child = spawn(chromium, args, { stdio: 'ignore', detached: true })
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

test(`${kills} kills of tabs and of the browser: nothing begun is lost, nothing is doubled`, async ({
  harness,
}) => {
  test.setTimeout(kills * 10_000 + 60_000)
  const seed = Number(process.env['WEFT_SEED'] ?? Date.now() % 1_000_000)
  const random = chance(seed)
  const found = { resumed: 0, unknown: 0, wiped: 0 }
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
      if (i % 2 === 0) {
        const [first, second] = running.tabs as [Page, Page]
        await killTab(first)
        running.tabs = [second, await openTab(running.browser.contexts()[0]!, harness)]
      } else {
        await kill(running)
        if (i % 6 === 5) {
          rmSync(join(profile, 'Default/IndexedDB'), { recursive: true, force: true })
          found.wiped++
        }
        running = await launch(profile, harness)
      }
    }
    const [last] = running.tabs as [Page]
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
    void last
    await kill(running)
    const { resumed, unknown } = checkKilled(runs, server, `seed ${seed}`)
    found.resumed += resumed
    found.unknown += unknown
    await server.close()
    rmSync(profile, { recursive: true, force: true })
  }
  console.log(`seed ${seed}: ${kills} kills, ${found.resumed} runs went on, ${found.unknown} asked, ${found.wiped} databases wiped`) // prettier-ignore
  if (found.resumed + found.unknown === 0) throw new Error('no kill met a run')
})
