// The data sync scenario in the studio: opened from the examples, run by one click over real HTTP against the demo APIs,
// every step looked into, run again with nothing left to change.
import { expect, test } from './site.ts'
import { drawer, runTo } from './paste-app.ts'
import { axeFindings } from './studio-tools.ts'

// A machine that does other work too.
test.describe.configure({ timeout: 180_000 })

test('the sync scenario runs, shows every step, and the second run changes nothing', async ({
  page,
  site,
}) => {
  await page.goto(site.url)
  await page
    .getByRole('link', { name: /CRM → ERP contacts/ })
    .or(page.getByRole('button', { name: /CRM → ERP contacts/ }))
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await runTo(page, 'ok')
  await drawer(page).getByRole('tab', { name: 'Result' }).click()
  const result = drawer(page).getByRole('tabpanel')
  await expect(result).toContainText('"created"')
  const first = JSON.parse((await result.locator('pre').textContent())!) as Record<string, unknown>
  expect((first['created'] as unknown[]).length).toBeGreaterThan(0)
  expect((first['failed'] as unknown[]).length).toBeGreaterThan(0)
  await page.screenshot({ path: 'test-results/shots/sync-en-light.png' })

  // Every event that is a step's shows its data: input while it was entered, and what it changed or why it failed.
  await drawer(page).getByRole('tab', { name: 'Run', exact: true }).click()
  const events = drawer(page).getByRole('listbox', { name: 'Events' })
  await events.focus()
  await page.keyboard.press('Home')
  for (let n = 0; n < 25; n++) {
    const chosen = events.getByRole('option', { selected: true })
    await expect(chosen).toHaveCount(1)
    await drawer(page).getByRole('radio', { name: 'Input', exact: true }).click()
    await expect(drawer(page).getByRole('treeitem', { name: /^payload/ })).toBeVisible()
    await events.focus()
    await page.keyboard.press('ArrowDown')
  }

  // The slider shows an earlier moment: what comes later has not happened yet.
  await drawer(page).getByRole('slider', { name: 'Moment of the run' }).focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('not yet').first()).toBeVisible()
  await page.keyboard.press('End')

  await runTo(page, 'ok')
  await drawer(page).getByRole('tab', { name: 'Result' }).click()
  await expect(result.locator('pre')).toContainText('"created": []')

  expect(await axeFindings(page)).toEqual([])
})
