// Large data: a tree over 50 MB, 100,000 rows, 10,000 past runs.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { handApp, step } from '../../support/hand-app.ts'
import { paste, selectStep } from './editing.ts'
import { attempt, longestTask, times, type Measure } from './measure.ts'

export async function largeData(browser: Browser, url: string): Promise<Measure[]> {
  const server = await serveRows()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(60_000)
  try {
    return [
      ...(await attempt(context, 'tree over 50 MB', (page) => tree(page, url, server))),
      ...(await attempt(context, '10,000 runs', (page) => pastRuns(page, url))),
    ]
  } finally {
    await context.close()
    server.close()
  }
}

/** 100,000 records, 50 MB of JSON, over HTTP as a flow gets it. */
async function serveRows(): Promise<Server> {
  const note = 'x'.repeat(420)
  const record = (i: number) => ({ id: i, name: `Füsun ${i}`, price: i / 4, address: { city: '上海', zip: String(i) }, note }) // prettier-ignore
  const body = Buffer.from(JSON.stringify(Array.from({ length: 100_000 }, (_, i) => record(i))))
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }) // prettier-ignore
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

async function tree(page: Page, url: string, server: Server): Promise<Measure[]> {
  const { port } = server.address() as AddressInfo
  const get = step('http/request', 'Get 50 MB', {
    method: 'GET',
    url: `http://127.0.0.1:${port}/`,
  })
  await paste(page, url, handApp('Large', { a: 1 }, [get]))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  // The app came from outside: it asks before it calls our server.
  await page.getByRole('button', { name: 'Allow this host and go on' }).click()
  await page.getByRole('region', { name: 'Run', exact: true }).locator('header').getByText('ok', { exact: true }).waitFor({ timeout: 60_000 }) // prettier-ignore
  await selectStep(page, get.id)
  const inspector = page.locator('[data-pane=inspector]')
  const longest = await longestTask(page)
  const tab = (name: string) => inspector.getByRole('tab', { name, exact: true })
  const open = await times('tree over 50 MB of JSON opens', 1000, async () => {
    await tab('Settings').click()
    const began = performance.now()
    await tab('Output').click()
    await inspector.getByRole('treeitem').nth(5).waitFor()
    return performance.now() - began
  })
  const rows = inspector.getByRole('tree')
  const item = rows.getByRole('treeitem', { name: /payload|^\[|list/ }).first()
  if ((await item.count()) > 0 && (await item.getAttribute('aria-expanded')) === 'false') {
    await item.click()
    await page.keyboard.press('ArrowRight')
  }
  const jumps = await times('100,000 rows: to another place, its rows shown', 100, async (round) =>
    rows.evaluate(
      async (scroller, to) => {
        scroller.scrollTop = scroller.scrollHeight * to
        const began = performance.now()
        const isThere = () => ![...scroller.querySelectorAll('.key')].some((key) => key.textContent === '…')
        await new Promise((done) => requestAnimationFrame(done))
        while (!isThere()) await new Promise((done) => requestAnimationFrame(done))
        return performance.now() - began
      },
      ((round * 7) % 20) / 20,
    ),
  )
  const worst = await longest()
  return [open, jumps, { what: 'longest task of the page meanwhile', unit: 'ms', p50: worst, goal: 50 }]
}

/** The list of 10,000 runs, from a typed letter to the frame that shows what fits. */
async function pastRuns(page: Page, url: string): Promise<Measure[]> {
  await paste(page, url, handApp('Many runs', { a: 1 }, []))
  await page.evaluate(async () => {
    const open = indexedDB.open('weft')
    const db = await new Promise<IDBDatabase>((done, failed) => {
      open.onsuccess = () => done(open.result)
      open.onerror = () => failed(open.error!)
    })
    const work = db.transaction('runs', 'readwrite')
    const outcomes = ['ok', 'ok', 'ok', 'failed', 'cancelled']
    for (let i = 0; i < 10_000; i++) {
      const id = `bench${String(i).padStart(6, '0')}`
      const outcome = outcomes[i % 5]!
      const app = `benchap${i % 8}`
      const fault =
        outcome === 'failed' ? { code: 'HTTP:STATUS', message: `answered ${400 + (i % 100)}` } : undefined
      const summary = { id, app, appName: `App ${i % 8}`, appHash: '', flow: 'benchflw', flowName: `Flow ${i % 20}`, trigger: 'manual', startedAt: Date.now() - i * 60_000, took: i % 900, outcome, fault, steps: 3, events: 9, bytes: 900 } // prettier-ignore
      work.objectStore('runs').put({ id, app, summary, tab: '' })
    }
    await new Promise((done) => (work.oncomplete = done))
    db.close()
  })
  await page.goto('about:blank')
  await page.goto(`${url}#/runs`)
  const search = page.getByRole('searchbox')
  await search.waitFor()
  const shown = page.locator('.count').first()
  await shown.filter({ hasText: '10,00' }).waitFor()
  const filter = await times('10,000 runs filtered', 100, async (round) =>
    search.evaluate(
      async (input: HTMLInputElement, text) => {
        const began = performance.now()
        input.value = text
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
        return performance.now() - began
      },
      ['answered 4', 'app 3', 'flow 1', 'nothing', ''][round % 5]!,
    ),
  )
  return [filter]
}
