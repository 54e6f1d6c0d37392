// Heat of past runs on the canvas, suggested assertions, storage that the browser cleared, an app deleted in another tab.
import { drawer, runTo } from './paste-app.ts'
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

test('steps show what past runs say of them; a run of a test suggests assertions', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  await runTo(page, 'ok')
  await runTo(page, 'ok')
  await page.keyboard.press('Alt+x')
  const bar = page.getByRole('region', { name: 'Heat of past runs' })
  await expect(bar).toContainText('2 recorded runs')
  const chips = page.locator('[data-pane=canvas] .heat')
  await expect(chips.first()).toContainText('2× · ')
  await page.screenshot(shot('heat'))
  expect(await axeFindings(page)).toEqual([])
  // The first twelfth of the day had no runs.
  await bar.getByRole('slider').focus()
  await page.keyboard.press('Home')
  await expect(chips).toHaveCount(0)
  await bar.getByRole('button', { name: 'Hide the heat' }).click()
  await expect(bar).toBeHidden()

  await drawer(page).getByRole('tab', { name: /Tests/ }).click()
  await page.keyboard.press('Alt+y')
  const suggested = page.getByRole('group', { name: 'Suggested by the last run' })
  await expect(suggested.getByRole('button').first()).toBeVisible()
  const source = (await suggested.getByRole('button').first().innerText()).trim()
  await suggested.getByRole('button').first().click()
  await expect(suggested.getByRole('button', { name: source, exact: true })).toHaveCount(0)
  await page.screenshot(shot('suggested-asserts'))
  await context.close()
})

test('an app deleted in another tab is told where it is edited, and comes back with one click', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const other = await context.newPage()
  await other.goto(site.url)
  await other.getByRole('button', { name: 'More for Hello' }).click()
  await other.getByRole('menuitem', { name: /Delete/ }).click()
  const restore = page.getByRole('button', { name: 'Restore', exact: true })
  await expect(restore).toBeVisible()
  await page.screenshot(shot('app-gone'))
  await restore.click()
  await expect(restore).toBeHidden()
  await expect(other.getByRole('button', { name: 'More for Hello' })).toBeVisible()
  await context.close()
})

test('storage that the browser cleared has a page that says what is gone and what helps', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url, { language: 'zh', theme: 'dark' })
  // There was something once, and now there is nothing.
  await page.evaluate(() => localStorage.setItem('weft:kept', '1'))
  await page.reload()
  await expect(page.getByRole('heading', { name: '浏览器清除了存储' })).toBeVisible()
  await page.screenshot(shot('storage-cleared', { language: 'zh', theme: 'dark' }))
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '恢复备份' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await context.close()
})
