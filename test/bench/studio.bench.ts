// What people feel in the studio, in Chromium on the built site: how soon a link shows its result, how soon what is typed is
// safe, what a drag costs, how large data opens. Each row says its goal; `met` compares the median (or p95) with it.
import { chromium } from 'playwright-core'
import { chromium as chromiumPath, chromiumArgs, ensureBrowser } from '../support/browser.mjs'
import { startSite } from '../support/site.ts'
import type { BenchOptions, BenchTable } from './dataway.bench.ts'
import { badInput } from './studio/bad-input.ts'
import { largeData } from './studio/large-data.ts'
import { editing } from './studio/editing.ts'
import { firstVisit } from './studio/first-visit.ts'
import { lighthouseScores } from './studio/lighthouse.ts'
import { failure, type Measure } from './studio/measure.ts'

export default async function bench({ root }: BenchOptions & { root: string }): Promise<BenchTable[]> {
  await ensureBrowser()
  const site = await startSite()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  const tables: BenchTable[] = []
  try {
    const parts = {
      'First visit and links': firstVisit,
      Editing: editing,
      'Large data and many runs': largeData,
      'Bad input': badInput,
    }
    for (const [title, part] of Object.entries(parts)) {
      if (!wanted(title)) continue
      tables.push(await tableOf(title, () => part(browser, site.url)))
    }
    if (wanted('Lighthouse')) tables.push(await tableOf('Lighthouse', () => lighthouseScores(root, site.url)))
  } finally {
    await browser.close()
    await site.stop()
  }
  return tables
}

async function tableOf(title: string, part: () => Promise<Measure[]>): Promise<BenchTable> {
  const measures = await part().catch((thrown: unknown) => [failure(title, thrown)])
  return { title, rows: measures.map(row) }
}

/** `WEFT_BENCH_PART=lighthouse` measures one part alone. */
function wanted(title: string): boolean {
  return title.toLowerCase().includes((process.env['WEFT_BENCH_PART'] ?? '').toLowerCase())
}

function row({ what, unit, p50, p95, goal, judged = 'p50', least, failed }: Measure): BenchTable['rows'][0] {
  if (failed !== undefined) return { what, met: `FAILED: ${failed}` }
  const value = judged === 'p95' ? p95! : p50
  const met = goal === undefined ? undefined : (least ? value >= goal : value <= goal) ? 'yes' : 'NO'
  return {
    what,
    unit,
    p50,
    p95,
    goal: goal && `${least ? '≥' : '≤'} ${goal}${judged === 'p95' ? ' p95' : ''}`,
    met,
  }
}
