// The benchmark in the visitor's own browser: it measures, draws each task as it comes, and stops when told.
import { expect, test } from './site.ts'
import { axeFindings, openStudio } from './studio-tools.ts'

test('DataWay is measured beside JavaScript in this browser, and stops at once', async ({
  context,
  site,
}) => {
  const { page, errors } = await openStudio(context, `${site.url}#/bench`)
  await expect(page.getByText('Nothing measured yet')).toBeVisible()
  await page.getByRole('button', { name: 'Measure' }).click()
  const row = page.getByRole('row', { name: /^w1 / })
  await expect(row).toBeVisible({ timeout: 60_000 })
  // A time of each, and the ratio of the two within the tenth that rounds may differ.
  const [js, dataway] = await row.getByRole('cell').allInnerTexts()
  expect(js).toMatch(/^[\d.]+ (µs|ms)$/)
  expect(dataway).toMatch(/^[\d.]+ (µs|ms)$/)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'measured' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy as JSON' })).toBeVisible()
  expect(errors).toEqual([])
})
