// What a person finds again: after the tab died in the middle of work, and without the server.
import { expect, startSite, test } from './site.ts'
import { killTab } from './harness/site.ts'
import { openProfile, openTemplate, runFlow, shot } from './studio-page.ts'

test('an edit made right before the tab dies is there again, and so is the undo', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  const address = page.url()
  await page.getByText('Log it').first().click()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Log it')).toHaveCount(0)
  await expect(page.getByText('Saved')).toBeVisible()
  await killTab(page)

  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByText('Greet').first()).toBeVisible()
  await expect(again.getByText('Log it')).toHaveCount(0)
  await again.keyboard.press('Control+z')
  await expect(again.getByText('Log it').first()).toBeVisible()
  await again.screenshot(shot('found-again'))
  await context.close()
})

test('two tabs on one app follow each other', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByText('Log it').first()).toBeVisible()
  await page.getByText('Log it').first().click()
  await page.keyboard.press('Delete')
  await expect(other.getByText('Log it')).toHaveCount(0)
  await context.close()
})

test('the second visit works with the server stopped: templates, runs and the demo APIs', async ({
  browser,
}) => {
  const site = await startSite()
  const { context, page, violations } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await site.stop()

  await page.reload()
  await expect(page.getByText('Greet').first()).toBeVisible()
  await runFlow(page)
  await expect(page.getByText(/Hello, /).first()).toBeVisible()

  await page.goto(`${site.url}#/`)
  await openTemplate(page, 'CRM → ERP')
  await runFlow(page)
  await expect(page.getByText(/422|c-1008/).first()).toBeVisible()
  await page.screenshot(shot('offline'))
  expect(violations).toEqual([])
  await context.close()
})
