// Publishing in the studio: an API of one's own answers a same-origin fetch from another tab, survives a reload of its tab,
// is pinned to its version, and stops when told to.
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot } from './studio-page.ts'

const order = { id: 'A-1', lines: [{ price: 5, count: 2 }] }

function post(page: Page, body: unknown): Promise<{ status: number; text: string }> {
  return page.evaluate(async (text) => {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch('./hook/orders', { method: 'POST', headers, body: text })
    return { status: answer.status, text: await answer.text() }
  }, JSON.stringify(body))
}

test('an app with a listener is published, answers another tab, and is stopped', async ({
  browser,
  site,
}) => {
  const { context, page, violations } = await openProfile(browser, site.url)
  await openTemplate(page, 'An API of your own')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Published' })).toBeVisible()
  await page.screenshot(shot('published'))

  const other = await context.newPage()
  await other.goto(site.url)
  await expect.poll(() => other.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect.poll(async () => (await post(other, order)).status).toBe(201)
  expect((await post(other, { lines: [] })).status).toBe(422)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Published' })).toBeVisible()
  await expect.poll(async () => (await post(other, order)).status, { timeout: 30_000 }).toBe(201)

  await page.getByRole('button', { name: 'Published' }).click()
  await page.getByRole('menuitem', { name: 'Stop its triggers' }).click()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await expect.poll(async () => (await post(other, order)).status).toBeGreaterThanOrEqual(404)
  expect(violations).toEqual([])
  await context.close()
})
