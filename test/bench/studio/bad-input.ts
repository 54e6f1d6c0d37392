// What a person pastes, types or drops by mistake: the longest task of the page meanwhile. Nothing may freeze it for 200 ms.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { handApp, step } from '../../support/hand-app.ts'
import { paste, selectStep } from './editing.ts'
import { attempt, longestTask, tell, type Measure } from './measure.ts'

const goal = 200
const say = () => step('logger', 'Say', { content: { mode: 'expression', source: "msg.payload['name']" } })
const inspector = (page: Page) => page.locator('[data-pane=inspector]')

export async function badInput(browser: Browser, url: string): Promise<Measure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(60_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const tries: Record<string, (page: Page) => Promise<void>> = {
    'longest task: 100,000 characters of garbage pasted into an expression': async (page) => {
      const garbage = '((({{ "\u202Eevil\u200B" \\x00 日本語 '.repeat(3_500)
      await inspector(page).locator('.cm-content').first().click()
      await page.keyboard.press('ControlOrMeta+a')
      // By the clipboard, as a person does: what a test inserts is laid out by the browser before the editor sees it.
      await page.evaluate((text) => navigator.clipboard.writeText(text), garbage)
      await page.keyboard.press('ControlOrMeta+v')
      await inspector(page).getByText('SyntaxError').waitFor()
    },
    'longest task: a script that never ends while it is typed': async (page) => {
      await inspector(page).getByRole('radio', { name: /code/i }).first().click()
      const editor = inspector(page).locator('.cm-content').first()
      await editor.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText('def dw_process(msg):\n    while True:\n        pass\n    return 1')
      await inspector(page).getByText(/FUEL|TIMEOUT|too long|steps/i).first().waitFor() // prettier-ignore
      await page.keyboard.type('23', { delay: 100 })
    },
    'longest task: a file of 50 MB as a sample': async (page) => {
      await page
        .locator('[id^=step-]')
        .first()
        .click({ position: { x: 60, y: 12 } })
      // From the disk: handed over by the test, its bytes would go through the page.
      const file = join(mkdtempSync(join(tmpdir(), 'weft-bench-')), 'big.json')
      writeFileSync(file, Buffer.alloc(50 * 1024 * 1024, 'x'))
      await inspector(page).locator('input[type=file]').setInputFiles(file)
      await inspector(page).getByRole('alert').waitFor()
    },
    'longest task: a payload of 10,000 keys run and unfolded': async (page) => {
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page.getByRole('region', { name: 'Run', exact: true }).locator('header').getByText('ok', { exact: true }).waitFor() // prettier-ignore
      await inspector(page).getByRole('tab', { name: 'Input' }).click()
      const tree = inspector(page).getByRole('tree')
      await tree.getByRole('treeitem', { name: /^payload/ }).click()
      await tree.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('End')
      await tree.getByRole('treeitem', { name: /^variables/ }).waitFor()
    },
    'longest task: a name of 400 characters with bidi marks': async (page) => {
      await inspector(page)
        .getByRole('textbox', { name: 'Name' })
        .fill('\u202Eש 名称 '.repeat(80).slice(0, 400))
      await page.getByText('Saved', { exact: true }).waitFor()
    },
  }
  const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, i]))
  try {
    const measures: Measure[] = []
    for (const [what, go] of Object.entries(tries))
      measures.push(
        ...(await attempt(context, what, async (page) => {
          const one = say()
          await paste(page, url, handApp('Bad input', { name: 'Mei', ...keys }, [one]))
          await selectStep(page, one.id)
          await inspector(page).locator('.cm-content').first().waitFor()
          await page.waitForTimeout(500)
          const longest = await longestTask(page)
          await go(page)
          const measure: Measure = { what, unit: 'ms', p50: await longest(), goal }
          tell(measure)
          return [measure]
        })),
      )
    return measures
  } finally {
    await context.close()
  }
}
