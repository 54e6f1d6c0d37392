// A stranger: how many clicks to a result, how soon a link replays, how much script stands before the first paint.
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { helloFragment, scriptsUntilRun, timed } from '../page-times.ts'
import { times, type Measure } from './measure.ts'

const result = 'Hello, Ada!'

export async function firstVisit(browser: Browser, url: string): Promise<Measure[]> {
  const link = `${url}#${await helloFragment()}`
  const warmContext = await browser.newContext()
  const warmPage = await warmContext.newPage()
  await timed(warmPage, link, result)
  const warm = await times('link to replayed result, warm', 1000, async () => {
    await warmPage.goto('about:blank')
    return timed(warmPage, link, result)
  })
  await warmContext.close()
  const cold = await times('link to replayed result, cold, CPU 4× slower', 2500, async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const took = await timed(page, link, result)
    await context.close()
    return took
  })
  return [
    await clicks(browser, url),
    warm,
    cold,
    {
      what: 'scripts until first paint',
      unit: 'KB gzip',
      p50: await scriptsUntilPaint(browser, url),
      goal: 150,
    },
    {
      what: 'scripts until Hello has run',
      unit: 'KB gzip',
      p50: await scriptsUntilRun(browser, url),
      goal: 150,
    },
  ]
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
