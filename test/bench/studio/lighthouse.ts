// Lighthouse's accessibility and best practices of each screen; it is installed on demand, in a folder of its own.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { chromium as chromiumPath, chromiumArgs } from '../../support/browser.mjs'
import { helloFragment } from '../page-times.ts'
import { peerFolder } from '../peers/install.ts'
import type { Measure } from './measure.ts'

const version = '12.8.2'
const screens = [
  '',
  '#/runs',
  '#/logs',
  '#/monitor',
  '#/docs',
  '#/docs/components/choice',
  '#/dataway',
  '#/vault',
  '#/bench',
]
const categories = ['accessibility', 'best-practices'] as const

interface Answer {
  lhr: {
    categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>
    audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>
  }
}

/** Empty when Lighthouse cannot be installed; the reason is on stderr. */
export async function lighthouseScores(root: string, url: string): Promise<Measure[]> {
  const folder = peerFolder(root, 'lighthouse', version)
  if (!folder) return []
  const entry = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href
  const { default: lighthouse } = (await import(/* @vite-ignore */ entry)) as {
    default: (url: string, flags: object) => Promise<Answer>
  }
  const port = 9300 + (process.pid % 500)
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  })
  const measures: Measure[] = []
  try {
    // Lighthouse opens its pages in the browser's own profile: what is made there is there for it.
    const own = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = await own.contexts()[0]!.newPage()
    await page.goto(url)
    await page.locator('.card .open').filter({ hasText: 'Hello' }).first().click()
    await page.waitForURL(/#\/app\//)
    const editor = new URL(page.url()).hash
    await page.close()
    const all = [...screens, `#${await helloFragment()}`, editor]
    for (const screen of all) {
      const flags = { port, disableStorageReset: true, onlyCategories: categories, formFactor: 'desktop', screenEmulation: { disabled: true }, throttlingMethod: 'provided', logLevel: 'error' } // prettier-ignore
      const { lhr } = await lighthouse(url + screen, flags)
      for (const category of categories) {
        const { score, auditRefs } = lhr.categories[category]!
        const name =
          screen === editor ? 'the editor' : screen.length > 40 ? 'a shared link' : screen || 'Home'
        measures.push({ what: `${category} of ${name}`, unit: 'points', p50: Math.round(100 * (score ?? 0)), goal: 100, least: true }) // prettier-ignore
        for (const { id } of auditRefs) {
          const audit = lhr.audits[id]!
          if (audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== 'informative')
            process.stderr.write(`${screen || 'Home'}: ${id}: ${audit.title}\n`)
        }
      }
    }
  } finally {
    await browser.close()
  }
  return measures
}
