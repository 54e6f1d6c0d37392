// The tour goes on when the real thing happened, not by a button; it can be left, and does not come back unasked.
import { openTemplate, openProfile, shot } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'
import { expect, test } from './site.ts'

test('each stop waits for the real thing; the end is remembered', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, site.url, { language: 'en', theme: 'dark' })
  await openTemplate(page, 'Hello')
  const tour = page.getByRole('complementary', { name: 'Tour' })
  await expect(tour).toContainText('New here?')
  await tour.getByRole('button', { name: 'Start' }).click()
  await expect(tour).toContainText('Run the flow')
  await page.screenshot(shot('tour', { language: 'en', theme: 'dark' }))
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(tour).toContainText('Look into a step')
  const step = page.locator('[data-pane=canvas] [id^=step-]').nth(1)
  await step.click()
  await expect(tour).toContainText('Change something')
  await page.keyboard.press('F2')
  await page.getByRole('dialog').getByRole('textbox').fill('Another name')
  await page.keyboard.press('Enter')
  await expect(tour).toContainText('Run again')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(tour).toContainText('Go back in time')
  await page.keyboard.press('Shift+F8')
  await expect(tour).toContainText('Undo')
  await page.keyboard.press('Control+z')
  await expect(tour).toContainText('That is all')
  await page.reload()
  await expect(page.locator('[data-pane=canvas] [id^=step-]').first()).toBeVisible()
  await expect(tour).toHaveCount(0)
  await context.close()
})
