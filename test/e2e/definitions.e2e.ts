// The app's own data types and scripts: a type from a sample is what Validate checks against; a script is kept from a field
// and inserted into another.
import { expect, test } from './site.ts'
import { axeFindings } from './studio-tools.ts'
import { handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'

test.describe.configure({ timeout: 180_000 })

test('a data type from a sample, used by Validate; undone like any edit', async ({ page, site }) => {
  const check = step('validate', 'Check', { against: 'type' })
  await pasteApp(page, site, handApp('Typed', { id: 'seven' }, [check]))
  await page.keyboard.press('Alt+Shift+D')
  const dialog = page.getByRole('dialog', { name: /^Data types and scripts/ })
  await dialog.getByRole('button', { name: 'New data type' }).click()
  await dialog.getByText('From a sample').click()
  await dialog.getByLabel('Sample (JSON)').fill('{"id": 7, "lines": [{"sku": "A"}]}')
  await dialog.getByRole('button', { name: 'Make the schema' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: /^idinteger/ })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: /^skustring/ })).toBeVisible()
  await dialog.getByLabel('JSON Schema').fill('{"type": ')
  await expect(dialog.getByText(/The last good schema is kept/)).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.screenshot({ path: 'test-results/shots/definitions-en-light.png' })
  await page.keyboard.press('Escape')

  await selectStep(page, check.id)
  await page.locator('[data-pane=inspector]').getByLabel('Data type').selectOption('Order')
  await runTo(page, 'failed')
  await expect(page.getByText(/SCHEMA|integer/).first()).toBeVisible()
})

test('a script is kept from one field and inserted into another', async ({ page, site }) => {
  const source = 'def dw_process(msg):\n    return 41 + 1\n'
  const one = step('set-payload', 'Answer', { value: { mode: 'code', source } })
  const two = step('set-payload', 'Other', {
    value: { mode: 'code', source: 'def dw_process(msg):\n    return 0\n' },
  })
  await pasteApp(page, site, handApp('Scripts', {}, [one, two]))
  const inspector = page.locator('[data-pane=inspector]')
  await selectStep(page, one.id)
  await inspector.getByRole('button', { name: 'Scripts for Value' }).click()
  await page.getByRole('menuitem', { name: 'Keep this code as a script' }).click()
  await selectStep(page, two.id)
  await inspector.getByRole('button', { name: 'Scripts for Value' }).click()
  await page.getByRole('menuitem', { name: 'Insert Answer' }).click()
  await expect(inspector.locator('.cm-content').first()).toContainText('return 41 + 1')
  await expect(inspector.getByText('42', { exact: true })).toBeVisible()
})
