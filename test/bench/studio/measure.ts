// One line of the studio's table, and how it is taken.
import type { BrowserContext, Page } from 'playwright-core'
import { median, p95 } from '../page-times.ts'

export interface Measure {
  what: string
  unit: 'ms' | 'KB gzip' | 'clicks' | 'points'
  p50: number
  p95?: number
  goal?: number
  /** Which of the two the goal is for; p50 when absent. */
  judged?: 'p50' | 'p95'
  /** The goal is the least, not the most. */
  least?: boolean
  /** It could not be taken, and why: the others still are. */
  failed?: string
}

export const rounds = 20
/** Milliseconds after which a group of measures is given up: a page that never answers is a finding, not the end of the bench. */
const patience = 240_000

/** Takes measures in a page of their own. What fails, or takes too long, is one row that says so. */
export async function attempt(
  context: BrowserContext,
  what: string,
  take: (page: Page) => Promise<Measure[]>,
): Promise<Measure[]> {
  const page = await context.newPage()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience)
    })
    const taken = take(page)
    taken.catch(() => {})
    return await Promise.race([taken, late])
  } catch (thrown) {
    return [failure(what, thrown)]
  } finally {
    clearTimeout(timer)
    await page.close().catch(() => {})
  }
}

export function failure(what: string, thrown: unknown): Measure {
  const [first, ...rest] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')
  const place = rest.find((line) => line.includes('waiting for'))
  const failed = `${first}${place ? ` ${place.replace(/^\W+/, '')}` : ''}`
  process.stderr.write(`  ${what}: FAILED: ${failed}\n`)
  return { what, unit: 'ms', p50: NaN, failed }
}

/** Says on stderr what was measured: the whole takes minutes. */
export function tell({ what, unit, p50 }: Measure): void {
  process.stderr.write(`  ${what}: ${p50.toPrecision(3)} ${unit}\n`)
}

/** Milliseconds of so many tries. */
export async function times(
  what: string,
  goal: number,
  once: (round: number) => Promise<number>,
  { count = rounds, judged }: { count?: number; judged?: 'p50' | 'p95' } = {},
): Promise<Measure> {
  const list: number[] = []
  for (let round = 0; round < count; round++) list.push(await once(round))
  const measure: Measure = { what, unit: 'ms', p50: median(list), p95: p95(list), goal, judged }
  tell(measure)
  return measure
}

/** In the page: does something by a key and waits until the next frame is painted; milliseconds between. */
export async function keyToFrame(
  page: Page,
  key: string,
  options: { shiftKey?: boolean } = {},
): Promise<number> {
  return page.evaluate(
    async ({ key, options }) => {
      const target = document.activeElement ?? document.body
      const began = performance.now()
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
      return performance.now() - began
    },
    { key, options },
  )
}

/** Starts to watch for tasks of the page over 50 ms; the result gives the longest so far, 0 when none was over. */
export async function longestTask(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen: number[] = ((globalThis as Record<string, unknown>)['longTasks'] = [])
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe(
      {
        type: 'longtask',
      },
    )
  })
  return () =>
    page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 200))
      return Math.max(0, ...((globalThis as Record<string, unknown>)['longTasks'] as number[]))
    })
}
