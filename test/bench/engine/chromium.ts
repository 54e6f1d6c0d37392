// The engine where most people have it: the ten steps in a worker of Chromium, and a request that a published flow answers.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromium as chromiumPath, chromiumArgs, ensureBrowser } from '../../support/browser.mjs'
import { startSite } from '../../support/site.ts'
import type { BenchTable } from '../dataway.bench.ts'

const messages = 10_000

export async function chromiumTables(root: string, nodeRed: number | undefined): Promise<BenchTable[]> {
  await ensureBrowser()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  try {
    return [await workerTable(browser, root, nodeRed), await hookTable(browser)]
  } finally {
    await browser.close()
  }
}

async function workerTable(browser: Browser, root: string, nodeRed?: number): Promise<BenchTable> {
  const folder = join(root, 'test-results', `bench-worker-${process.pid}`)
  const entry = join(root, 'test/bench/engine/ten-steps-worker.ts')
  const lib = { entry, formats: ['es' as const], fileName: 'worker' }
  await build({ configFile: false, root, logLevel: 'error', publicDir: false, build: { outDir: folder, minify: false, target: 'esnext', lib } }) // prettier-ignore
  const wasm = join(root, 'dataway-wasm/build/dataway.wasm')
  const server = createServer((request, response) => {
    const path = request.url === '/dataway.wasm' ? wasm : join(folder, request.url!)
    const isPage = request.url === '/'
    response.setHeader('Content-Type', isPage ? 'text/html' : path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript') // prettier-ignore
    if (isPage) response.end('<!doctype html>')
    else if (existsSync(path)) response.end(readFileSync(path))
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const page = await browser.newPage()
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`)
    const rows = []
    for (const [what, trace] of [
      ['events off', 'off'],
      ['events kept in memory', 'failures'],
    ] as const) {
      // prettier-ignore
      await inWorker(page, messages, trace)
      const rounds: { wall: number; cpu: number }[] = []
      for (let i = 0; i < 5; i++) {
        const before = await cpuOf(browser)
        const wall = await inWorker(page, messages, trace)
        rounds.push({ wall: (wall * 1000) / messages, cpu: ((await cpuOf(browser)) - before) / messages })
      }
      const best = rounds.reduce((a, b) => (b.cpu < a.cpu ? b : a))
      rows.push({ what, 'wall µs': best.wall, 'CPU µs': best.cpu, 'Node-RED / it (CPU)': nodeRed && nodeRed / best.cpu }) // prettier-ignore
    }
    return { title: "Ten mixed steps a message in Chromium's worker (CPU of all renderer processes)", rows }
  } finally {
    await page.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function inWorker(page: Page, count: number, trace: string): Promise<number> {
  return page.evaluate(
    async ([count, trace]) => {
      const known = globalThis as { worker?: Worker }
      const worker = (known.worker ??= new Worker('/worker.js', { type: 'module' }))
      return await new Promise<number>((done, failed) => {
        worker.onmessage = ({ data }) => done(data as number)
        worker.onerror = (event) => failed(new Error(event.message))
        worker.postMessage({ count, trace })
      })
    },
    [count, trace] as const,
  )
}

/** Microseconds of CPU that the renderer processes have used. */
async function cpuOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, one) => (one.type === 'renderer' ? sum + one.cpuTime * 1e6 : sum), 0)
}

const order = JSON.stringify({ id: 'A-1', lines: [{ price: 5, count: 2 }] })

/** A flow of a published app answers; beside it a request that the service worker hands to the server, in turns. */
async function hookTable(browser: Browser): Promise<BenchTable> {
  const site = await startSite()
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(site.url)
    await page.locator('.card .open').filter({ hasText: 'An API of your own' }).first().click()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Published' }).waitFor()
    const other = await context.newPage()
    await other.goto(site.url)
    await other.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const times = await other.evaluate(async (body) => {
      const timed = async (url: string, status: number): Promise<number> => {
        const headers = { 'Content-Type': 'application/json' }
        const began = performance.now()
        const answer = await fetch(url, { method: 'POST', headers, body })
        await answer.text()
        if (status && answer.status !== status) throw new Error(`${url} gave ${answer.status}`)
        return performance.now() - began
      }
      const hook: number[] = []
      const plain: number[] = []
      for (let i = 0; i < 600; i++) {
        hook.push(await timed('./hook/orders', i > 50 ? 201 : 0))
        plain.push(await timed('./demo/bench/nothing', 0))
      }
      const median = (list: number[]): number => list.slice(100).sort((a, b) => a - b)[250]!
      return { hook: median(hook), plain: median(plain) }
    }, order)
    return {
      title: 'HTTP through the service worker, medians of 500',
      rows: [
        { what: 'a plain fetch, answered by the server', ms: times.plain },
        { what: '/hook/*, answered by a flow', ms: times.hook, 'of a plain fetch': times.hook / times.plain, goal: 1.15 }, // prettier-ignore
      ],
    }
  } finally {
    await context.close()
    await site.stop()
  }
}
