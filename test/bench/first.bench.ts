// What a newcomer meets first: how soon the page can be used, how soon a link shows its result, how much script that takes,
// and what the engine and DataWay cost. Pages are measured in Chromium on the built studio, the rest in Node.
import { gzipSync } from 'node:zlib'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { nodeEngine } from '../../worker/node.ts'
import { chromium as chromiumPath, chromiumArgs, ensureBrowser } from '../support/browser.mjs'
import dataway, { type BenchOptions, type BenchTable } from './dataway.bench.ts'
import { startSite } from '../support/site.ts'
import { helloFragment, median, scriptsUntilRun, timed } from './page-times.ts'
import { tenSteps } from './ten-steps.ts'

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
