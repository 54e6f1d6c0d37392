// What a newcomer meets first: how soon the page can be used, how soon a link shows its result, how much script that takes,
// and what the engine and DataWay cost. Pages are measured in Chromium on the built studio, the rest in Node.
import { gzipSync } from 'node:zlib'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { nodeEngine } from '../../worker/node.ts'
import { toFragment } from '../../worker/share/link.ts'
import type { App } from '../../worker/model/app.ts'
import helloFile from '../../worker/templates/hello/app.json' with { type: 'json' }
import { chromium as chromiumPath, chromiumArgs, ensureBrowser } from '../support/browser.mjs'
import dataway, { type BenchOptions, type BenchTable } from './dataway.bench.ts'
import { startSite } from '../support/site.ts'
import { tenSteps } from './ten-steps.ts'

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!

export default async function bench(options: BenchOptions & { root: string }): Promise<BenchTable[]> {
  return [await pages(), await engine(), sizes(options.root), ...(await dataway(options))]
}

async function engine(): Promise<BenchTable> {
  const app = tenSteps()
  const engine = await nodeEngine()
  const payload = new TextEncoder().encode(
    '{"id": 7, "price": 12.5, "qty": 9, "tags": ["a", "b", "c"], "note": "ring twice"}',
  )
  const once = async (trace: 'full' | 'off', n: number) => {
    const input = message(Data.of(new Entity(payload, 'application/json')))
    const { run, done } = engine.start({ run: `bench${trace}${n}`, app, flow: 'benchf10', input, base: '', granted: { hosts: [] }, trace, onEvents: () => {} }) // prettier-ignore
    const { fault } = await done
    if (fault) throw fault
    engine.release(run)
  }
  const rows = []
  for (const trace of ['off', 'full'] as const) {
    for (let i = 0; i < 500; i++) await once(trace, i)
    const rates: number[] = []
    for (let round = 0; round < 7; round++) {
      const began = performance.now()
      for (let i = 0; i < 500; i++) await once(trace, i)
      rates.push(500 / ((performance.now() - began) / 1000))
    }
    rows.push({ events: trace, 'messages/s': Math.round(median(rates)), 'µs a message': 1e6 / median(rates) })
  }
  return { title: 'Engine in Node: ten mixed steps a message, one run a message', rows }
}

async function pages(): Promise<BenchTable> {
  await ensureBrowser()
  const site = await startSite()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  try {
    const link = `${site.url}#${await helloFragment()}`
    const kilobytes = await scriptsUntilRun(browser, site.url)
    const start: number[] = []
    for (let i = 0; i < 20; i++) {
      const context = await browser.newContext()
      const page = await context.newPage()
      start.push(await timed(page, site.url, 'The smallest flow'))
      await context.close()
    }
    const cold: number[] = []
    const warm: number[] = []
    for (let i = 0; i < 20; i++) {
      const context = await browser.newContext()
      const page = await context.newPage()
      cold.push(await timed(page, link, 'Hello, Ada!'))
      await page.goto('about:blank')
      warm.push(await timed(page, link, 'Hello, Ada!'))
      await context.close()
    }
    return {
      title: `Pages in Chromium, medians of 20`,
      rows: [
        { what: 'page start to Home usable', ms: median(start) },
        { what: 'link to replayed result, first visit', ms: median(cold) },
        { what: 'link to replayed result, again', ms: median(warm), goal: 1000 },
        { what: 'scripts until Hello has run, KB gzip', KB: kilobytes, goal: 150 },
      ],
    }
  } finally {
    await browser.close()
    await site.stop()
  }
}

/** Milliseconds until the page shows a text. It is looked for in every frame: a locator waits longer and longer between looks. */
async function timed(page: Page, url: string, text: string): Promise<number> {
  const began = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction((wanted) => document.body?.textContent?.includes(wanted), text, {
    polling: 'raf',
  })
  return performance.now() - began
}

/**
 * KB gzip of every script, of the page and its workers, that is fetched until the Hello example has been run and shows its
 * result. The service worker, which fetches everything for later, is kept out.
 */
async function scriptsUntilRun(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const scripts = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return
    scripts.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    )
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Run: Hello' }).click()
  await page.getByText('Hello, Ada!').waitFor()
  const sizes = await Promise.all(scripts.values())
  await context.close()
  return sizes.reduce((a, b) => a + b, 0) / 1000
}

const hello = helloFile as unknown as App

async function helloFragment(): Promise<string> {
  const engine = await nodeEngine()
  const flow = hello.flows[0]!
  const sample = flow.samples[0]!
  const { run, done } = engine.start({ run: 'benchlink', app: hello, flow: flow.id, input: sample, base: '', granted: { hosts: [] } }) // prettier-ignore
  const { summary, fault } = await done
  if (fault) throw fault
  return toFragment({ app: hello, flow: flow.id, sample, run: run.record(summary), view: 'copy' })
}

function sizes(root: string): BenchTable {
  const wasm = join(root, 'dataway-wasm/build/dataway.wasm')
  const bytes = existsSync(wasm) ? readFileSync(wasm) : new Uint8Array(0)
  return {
    title: 'Sizes',
    rows: [
      {
        what: 'dataway.wasm',
        KB: bytes.length / 1000,
        'KB gzip': gzipSync(bytes, { level: 9 }).length / 1000,
      },
    ],
  }
}
