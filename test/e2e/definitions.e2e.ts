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

test('a type bound to the trigger checks its samples and gives completion its fields before the first run', async ({
  page,
  site,
}) => {
  const say = step('logger', 'Say', { content: { mode: 'expression', source: '' } })
  const app = handApp('Bound', { id: 'seven' }, [say])
  const properties = { id: { type: 'integer' }, total_price: { type: 'string', examples: ['3.50'] } }
  app.types = [{ id: 'typetype', name: 'Order', schema: { type: 'object', required: ['id'], properties } }]
  await pasteApp(page, site, app)
  const trigger = app.flows[0]!.trigger!.id
  const inspector = page.locator('[data-pane=inspector]')
  await selectStep(page, trigger)
  await inspector.getByLabel('Payload is a').selectOption('Order')
  await expect(inspector.getByText('Does not fit Order: 1 place')).toBeVisible()
  await expect(inspector.getByRole('listitem').filter({ hasText: "['id']" })).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/sample-type-en-light.png' })
  await inspector.getByRole('textbox', { name: 'Payload', exact: true }).fill('{"id": 7}')
  await expect(inspector.getByText('Fits Order')).toBeVisible()

  // Without a payload of its own, the sample leaves the word to the type.
  await inspector.getByRole('textbox', { name: 'Payload', exact: true }).fill('')
  await selectStep(page, say.id)
  await inspector.locator('.cm-content').first().click()
  await page.keyboard.type('msg.payload[')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('option', { name: /total_price/ })).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/declared-type-en-light.png' })
  await page.keyboard.press('Escape')
  await inspector.getByRole('tab', { name: 'Input' }).click()
  await expect(inspector.getByText('Order, said by')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

test('a note is Markdown on the canvas, read by the pointer, kept by a click, without any HTML of its own', async ({
  page,
  site,
}) => {
  const note =
    '## Why\n\nThe **shop** sends it twice:\n\n- once new\n- once paid\n\n<img src=x onerror="window.hit = 1"> [bad](javascript:alert(1))'
  const say = { ...step('logger', 'Say', { content: { mode: 'text', source: 'x' } }), note }
  await pasteApp(page, site, handApp('Noted', {}, [say]))
  const glyph = page.getByRole('button', { name: 'Note of Say' })
  const card = page.getByRole('note', { name: 'Note of Say' })
  await glyph.hover()
  await expect(card.getByRole('listitem')).toHaveCount(2)
  await page.mouse.move(5, 5)
  await expect(card).toHaveCount(0)
  await glyph.click()
  await page.mouse.move(5, 5)
  await expect(card.getByText('shop', { exact: true })).toBeVisible()
  await expect(card.locator('img, a')).toHaveCount(0)
  await expect(card).toContainText('<img src=x')
  await page.screenshot({ path: 'test-results/shots/note-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})
