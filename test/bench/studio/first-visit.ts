// A stranger: how many clicks to a result, how soon a link replays, how much script stands before the first paint.
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { helloFragment, scriptsUntilRun, timed } from '../page-times.ts'
import { attempt, times, type Measure } from './measure.ts'

const result = 'Hello, Ada!'

export async function firstVisit(browser: Browser, url: string): Promise<Measure[]> {
  const link = `${url}#${await helloFragment()}`
  const context = await browser.newContext()
  try {
    return [
      ...(await attempt(context, 'first visit to a result', async () => [await clicks(browser, url)])),
      ...(await attempt(context, 'link to replayed result, warm', (page) => warmLink(page, link))),
      ...(await attempt(context, 'link to replayed result, cold', () => coldLink(browser, link))),
      ...(await attempt(context, 'scripts until first paint', async () => [
        {
          what: 'scripts until first paint',
          unit: 'KB gzip',
          p50: await scriptsUntilPaint(browser, url),
          goal: 150,
        },
      ])),
      ...(await attempt(context, 'scripts until Hello has run', async () => [
        {
          what: 'scripts until Hello has run',
          unit: 'KB gzip',
          p50: await scriptsUntilRun(browser, url),
          goal: 150,
        },
      ])),
    ]
  } finally {
    await context.close()
  }
}

async function warmLink(page: Page, link: string): Promise<Measure[]> {
  await timed(page, link, result)
  const warm = await times('link to replayed result, warm', 1000, async () => {
    await page.goto('about:blank')
    return timed(page, link, result)
  })
  return [warm]
}

async function coldLink(browser: Browser, link: string): Promise<Measure[]> {
  const cold = await times('link to replayed result, cold, CPU 4× slower', 2500, async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const took = await timed(page, link, result)
    await context.close()
    return took
  })
  return [cold]
}

/** Counts what a person clicks, in the page, until the result is on screen. */
async function clicks(browser: Browser, url: string): Promise<Measure> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    const counted = globalThis as Record<string, unknown>
    counted['clicks'] = 0
    addEventListener(
      'click',
      (event) => event.isTrusted && (counted['clicks'] = Number(counted['clicks']) + 1),
      true,
    )
  })
  await page.goto(url)
  await page.getByRole('button', { name: 'Run: Hello' }).click()
  await page.getByText(result).first().waitFor()
  const count = await page.evaluate(() => Number((globalThis as Record<string, unknown>)['clicks']))
  await context.close()
  return { what: 'first visit to a result', unit: 'clicks', p50: count, goal: 3 }
}

async function scriptsUntilPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const names = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime <= paint!.startTime && /\.js$/.test(entry.name))
      .map((entry) => entry.name)
  })
  let bytes = 0
  for (const name of names)
    bytes += gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer()), { level: 9 }).length
  await context.close()
  return bytes / 1000
}
