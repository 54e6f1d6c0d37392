// The main job as a newcomer meets it: the data sync example over real HTTP against the demo APIs, twice. Makes the
// pictures of the README.
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { looks, openExample, openStudio } from './studio-tools.ts'

const report = { created: 'c-1006 c-1008 c-1011 c-1012', updated: 'c-1002', unchanged: 'c-1007' }

test('data sync from Home: the expected report, then nothing changes', async ({ context, site }) => {
  test.slow()
  const { page, errors } = await openStudio(context, site.url)
  await openExample(page, 'CRM → ERP')
  await expect(page.getByLabel('Name of the app')).toHaveValue('CRM → ERP contacts')

  const first = await runOnce(page)
  expect(ids(first['created'])).toBe(report.created)
  expect(ids(first['updated'])).toBe(report.updated)
  expect(ids(first['unchanged'])).toBe(report.unchanged)

  const second = await runOnce(page)
  expect(ids(second['created'])).toBe('')
  expect(ids(second['updated'])).toBe('')
  expect(errors).toEqual([])
})

for (const look of looks.filter(({ language, theme }) => (language === 'en') === (theme === 'light'))) {
  test(`the editor after a run (${look.language}, ${look.theme})`, async ({ context, site }) => {
    test.slow()
    const { page } = await openStudio(context, site.url, look)
    await page.setViewportSize({ width: 1600, height: 1000 })
    await openExample(page, 'CRM → ERP')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.drawer .badge.ok')).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.type(look.language === 'zh' ? '写入客户' : 'Upsert customer')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-pane=inspector] header input')).toBeVisible()
    await page.waitForTimeout(800)
    await page.mouse.move(700, 30)
    await page.screenshot({ path: `test/e2e/screenshots/editor-${look.theme}-${look.language}.png` })
  })
}

/** Runs the flow and reads the report off the Result tab as text. */
async function runOnce(page: Page): Promise<Record<string, unknown>> {
  const button = page.getByRole('button', { name: 'Run', exact: true })
  await button.click()
  await expect(page.locator('.drawer .badge.ok')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('tab', { name: 'Result' }).click()
  const text = page.locator('.drawer pre, .drawer .text').first()
  await expect(text).toContainText('created', { timeout: 15_000 })
  const value = JSON.parse(await text.innerText()) as Record<string, unknown>
  await page.getByRole('tab', { name: 'Run', exact: true }).click()
  return value
}

function ids(value: unknown): string {
  return (value as unknown[])
    .map((one) => (typeof one === 'string' ? one : (one as { id: string }).id))
    .join(' ')
}
