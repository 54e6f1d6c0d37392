// Every key of the editor means one thing.
import { handApp, pasteApp, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'

test('no two actions of the editor share a key', async ({ page, site }) => {
  const set = step('transform', 'Map')
  await pasteApp(page, site, handApp('Keys', {}, [set]))
  await selectStep(page, set.id)
  await page.keyboard.press('Control+/')
  const rows = page.getByRole('dialog').locator('dl > div')
  await expect(rows.first()).toBeVisible()
  const keys = await rows.evaluateAll(
    (all) =>
    all.flatMap((row) => [...row.querySelectorAll('dd > *')].map((key) => `${key.textContent!.replace(/\s+/g, ' ').trim()}`)), // prettier-ignore
  )
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})
