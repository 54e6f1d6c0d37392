// The log of all runs and runs side by side: filters, live lines, what differs.
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot, type Look } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
]
for (const look of looks)
  test(`log lines of all runs filter, runs stand side by side, ${look.language} ${look.theme}`, async ({
    browser,
    site,
  }) => {
    const zh = look.language === 'zh'
    const { context, page } = await openProfile(browser, site.url, look)
    await openTemplate(page, zh ? '自己的接口' : 'An API of your own')
    // Both inputs: an order, and one that is refused.
    for (const n of [0, 1]) {
      await page.getByRole('button', { name: zh ? '选择输入' : 'Choose the input' }).click()
      await page.getByRole('menuitemcheckbox').nth(n).click()
      await expect(page.getByRole('button', { name: zh ? '停止' : 'Stop' })).toHaveCount(0)
    }
    // An app that fails leaves its reason in the log.
    await page.goto(`${site.url}#/logs`)
    const lines = page.getByRole('listbox', { name: zh ? '日志' : 'Log lines' })
    const none = page.getByText(zh ? '没有日志' : 'No log lines')
    await expect(lines.or(none)).toBeVisible()

    await page.goto(`${site.url}#/runs`)
    const rows = page.locator('[role=option]')
    await expect(rows).toHaveCount(2)
    await rows.nth(0).locator('.pick').click()
    await rows.nth(1).locator('.pick').click()
    await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'true')
    await page.screenshot(shot('runs-picked', look))
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: zh ? '比较 2 次运行' : 'Compare 2 runs' }).click()
    await expect(page.getByRole('heading', { name: zh ? '并排比较运行' : 'Runs side by side' })).toBeVisible()
    await expect(page.locator('[role=option]').first()).toBeVisible()
    await page.getByLabel(zh ? '只看不同' : 'Only what differs').check()
    await page.locator('[role=option]').first().click()
    await expect(page.locator('.full')).toBeVisible()
    await page.screenshot(shot('runs-side-by-side', look))
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

test('the log shows what Logger steps write, live, and keeps to its filters', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  const log = await context.newPage()
  await log.goto(`${site.url}#/logs`)
  const rows = log.locator('[role=option]')
  await expect(rows.first()).toBeVisible()
  const before = await log.locator('.count').innerText()
  // The other tab runs again: its lines appear here by themselves.
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(log.locator('.count')).not.toHaveText(before)
  await rows.first().click()
  await expect(log.getByRole('link', { name: 'Open the run' })).toBeVisible()
  await log.screenshot(shot('logs'))
  expect(await axeFindings(log)).toEqual([])
  await log.getByLabel('Search content, category, step').fill('nothing has this')
  await expect(log.getByText('No log lines')).toBeVisible()
  await context.close()
})
