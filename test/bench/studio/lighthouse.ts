// Lighthouse's accessibility and best practices of each screen that needs no app; it is installed on demand, in a folder of its own.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { chromium as chromiumPath, chromiumArgs } from '../../support/browser.mjs'
import { peerFolder } from '../peers/install.ts'
import type { Measure } from './measure.ts'

const version = '12.8.2'
const screens = [
  '',
  '#/runs',
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
    for (const screen of screens) {
      const flags = { port, onlyCategories: categories, formFactor: 'desktop', screenEmulation: { disabled: true }, throttlingMethod: 'provided', logLevel: 'error' } // prettier-ignore
      const { lhr } = await lighthouse(url + screen, flags)
      for (const category of categories) {
        const { score, auditRefs } = lhr.categories[category]!
        measures.push({ what: `${category} of ${screen || 'Home'}`, unit: 'points', p50: Math.round(100 * (score ?? 0)), goal: 100, least: true }) // prettier-ignore
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
