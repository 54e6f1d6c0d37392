// How the pages are timed: from outside by what they show, from inside by what a frame costs.
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import type { App } from '../../worker/model/app.ts'
import { nodeEngine } from '../../worker/node.ts'
import { toFragment } from '../../worker/share/link.ts'
import helloFile from '../../worker/templates/hello/app.json' with { type: 'json' }

export const median = (list: number[]): number => quantile(list, 0.5)
export const p95 = (list: number[]): number => quantile(list, 0.95)

function quantile(list: number[], part: number): number {
  return [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!
}

/** Milliseconds until the page shows a text. It is looked for in every frame: a locator waits longer and longer between looks. */
export async function timed(page: Page, url: string, text: string): Promise<number> {
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
export async function scriptsUntilRun(browser: Browser, url: string): Promise<number> {
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

export async function helloFragment(): Promise<string> {
  const engine = await nodeEngine()
  const flow = hello.flows[0]!
  const sample = flow.samples[0]!
  const { run, done } = engine.start({ run: 'benchlink', app: hello, flow: flow.id, input: sample, base: '', granted: { hosts: [] } }) // prettier-ignore
  const { summary, fault } = await done
  if (fault) throw fault
  return toFragment({ app: hello, flow: flow.id, sample, run: run.record(summary), view: 'copy' })
}
