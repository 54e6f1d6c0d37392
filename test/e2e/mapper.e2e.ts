// The mapper: fields and loops by dragging and by keys, drawn from the text and written back to it, with the live result.
import { axeFindings } from './studio-tools.ts'
import { handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'

test.describe.configure({ timeout: 180_000 })

const order = { name: '#1042', customer: { id: 7, first: 'Ivy' }, lines: [{ sku: 'A', qty: 2 }, { sku: 'B', qty: 1 }] } // prettier-ignore

test('fields and a loop are mapped with the mouse and with keys, and the flow gives what the lines say', async ({
  page,
  site,
}) => {
  const transform = step('transform', 'Canonical order')
  await pasteApp(page, site, handApp('Mapped', order, [transform]))
  await runTo(page, 'ok')
  await selectStep(page, transform.id)
  await page.keyboard.press('Alt+w')
  const mapper = page.getByRole('dialog', { name: 'Mapper: Canonical order' })
  const input = mapper.getByRole('group', { name: 'Input' })
  const output = mapper.getByRole('group', { name: 'Output' })
  await expect(input.getByRole('button', { name: /^name/ })).toBeVisible()
  await mapper.getByRole('button', { name: 'Begin with an empty result' }).first().click()

  // With the mouse: a field onto the result.
  await input.getByRole('button', { name: /^name/ }).dragTo(output.getByRole('button', { name: /^Payload/ }))
  await expect(output.getByRole('button', { name: /^name/ })).toContainText("msg.payload['name']")
  // With keys: a list onto the result makes the loop.
  await input.getByRole('button', { name: /^lines/ }).focus()
  await page.keyboard.press('Enter')
  await expect(mapper.getByText('lines is picked up')).toBeVisible()
  await output.getByRole('button', { name: /^Payload/ }).focus()
  await page.keyboard.press('Enter')
  await expect(output.getByRole('button', { name: /^sku/ })).toContainText("line['sku']")
  await expect(mapper.locator('.chip', { hasText: 'for each' })).toBeVisible()
  await expect(mapper.getByRole('status', { name: 'Live output' })).toContainText("'sku': 'B'")

  // An expression of its own, in the field's editor.
  await output.getByRole('button', { name: /^name/ }).click()
  const expression = mapper.getByRole('textbox', { name: 'Expression of name' })
  await expression.click()
  await page.keyboard.press('End')
  await page.keyboard.type(".strip('#')")
  await expect(mapper.getByRole('status', { name: 'Live output' })).toContainText("'name': '1042'")
  await expect(mapper.locator('.chip', { hasText: 'fx' }).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/mapper-en-light.png' })
  expect(await axeFindings(page)).toEqual([])

  await output.getByRole('button', { name: /^qty/ }).focus()
  await page.keyboard.press('Delete')
  await expect(output.getByRole('button', { name: /^qty/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(mapper).toHaveCount(0)
  await runTo(page, 'ok')
  await page.locator('[data-pane=inspector]').getByRole('tab', { name: 'Output' }).click()
  const tree = page.locator('[data-pane=inspector]')
  await expect(tree.getByRole('treeitem', { name: /^name '1042'/ })).toBeVisible()
  await page.keyboard.press('Control+z')
})

test('attributes and variables are mapped beside the payload; a list on a container makes its loop; code is a chip', async ({
  page,
  site,
}) => {
  const code =
    "def dw_process(msg):\n    if msg.payload:\n        return {'a': 1}\n    for x in msg.payload['lines']:\n        pass\n"
  const transform = step('transform', 'All parts', {
    payload: { mode: 'code', source: code },
    attributes: { mode: 'expression', source: "{'rows': {'sku': None, 'qty': None}, 'who': None}" },
  })
  await pasteApp(page, site, handApp('Parts', order, [transform]))
  await runTo(page, 'ok')
  await selectStep(page, transform.id)
  await page.keyboard.press('Alt+w')
  const mapper = page.getByRole('dialog', { name: 'Mapper: All parts' })
  const input = mapper.getByRole('group', { name: 'Input' })
  const output = mapper.getByRole('group', { name: 'Output' })
  await expect(mapper.locator('.chip', { hasText: 'code, line 1' })).toBeVisible()
  // What is code is not written over by a drop.
  await input.getByRole('button', { name: /^name/ }).dragTo(output.getByRole('button', { name: /^Payload/ }))
  await expect(page.getByText('has no fields to map to')).toBeVisible()

  await input.getByRole('button', { name: /^lines/ }).dragTo(output.getByRole('button', { name: /^rows/ }))
  await expect(output.getByRole('button', { name: /^qty/ })).toContainText("line['qty']")
  await input
    .getByRole('button', { name: /^customer/ })
    .dragTo(output.getByRole('button', { name: /^Variables/ }))
  await expect(output.getByRole('button', { name: /^customer/ })).toBeVisible()
  await output.getByRole('button', { name: /^who/ }).click()
  const expression = mapper.getByRole('textbox', { name: 'Expression of who' })
  await expression.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type("msg.payload['customer']")
  await expect(mapper.locator('path.core')).toHaveCount(1)
  await expect(mapper.getByRole('status', { name: 'Live output' })).toContainText("'first': 'Ivy'")
  await page.screenshot({ path: 'test-results/shots/mapper-parts-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await runTo(page, 'ok')
  await page.locator('[data-pane=inspector]').getByRole('tab', { name: 'Output' }).click()
  const pane = page.locator('[data-pane=inspector]')
  await expect(pane).toContainText('variables')
})

test('code that is no mapping has a chip in place of fields and stays as it is', async ({ page, site }) => {
  const source =
    "def dw_process(msg):\n    if msg.payload:\n        return {'a': 1}\n    return {'b': msg.payload['name']}\n"
  const transform = step('transform', 'By hand', { payload: { mode: 'code', source } })
  await pasteApp(page, site, handApp('Code', order, [transform]))
  await selectStep(page, transform.id)
  await page.getByRole('button', { name: 'Mapper' }).click()
  const mapper = page.getByRole('dialog', { name: 'Mapper: By hand' })
  await expect(
    mapper.getByRole('group', { name: 'Output' }).getByRole('button', { name: /^b/ }),
  ).toBeVisible()
  await expect(mapper.getByText('No data yet')).toBeVisible()
  await expect(mapper.locator('.cm-content')).toContainText("return {'a': 1}")
})
