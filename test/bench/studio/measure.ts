// One line of the studio's table, and how it is taken.
import type { Page } from 'playwright-core'
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
}

export const rounds = 20

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
