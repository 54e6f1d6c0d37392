// A value is shown as what it is: XML as lines, bytes as hexadecimal, CSV as a table, with the whole staying in the worker.
import { expect, test } from './site.ts'
import { axeFindings } from './studio-tools.ts'
import { handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'

test.describe.configure({ timeout: 180_000 })

test('XML, bytes and CSV each have a view of their own', async ({ page, site }) => {
  const xml = '<order id="7"><customer>Füsun</customer><lines><line sku="A"/><line sku="B"/></lines></order>'
  const body = (name: string, mime: string, source: string) =>
    step('set-payload', name, {
      value: { mode: 'text', source },
      mime,
    })
  const one = body('XML', 'application/xml', xml)
  const two = body('CSV', 'text/csv', 'id,name\n1,Ada\n2,Lin\n')
  await pasteApp(page, site, handApp('Views', { a: 1 }, [one, two]))
  await runTo(page, 'ok')
  const inspector = page.locator('[data-pane=inspector]')
  await selectStep(page, one.id)
  await inspector.getByRole('tab', { name: 'Output', exact: true }).click()
  await inspector.getByRole('button', { name: 'XML', exact: true }).click()
  const lines = inspector.getByRole('listitem')
  await expect(lines.nth(0)).toHaveText('<order id="7">')
  await expect(lines.nth(1)).toHaveText('<customer>Füsun</customer>')
  await expect(lines.nth(3)).toHaveText('<line sku="A"/>')
  await page.screenshot({ path: 'test-results/shots/data-xml-en-light.png' })
  await inspector.getByRole('button', { name: 'Bytes', exact: true }).click()
  await expect(lines.nth(0)).toContainText('00000000')
  await expect(lines.nth(0)).toContainText('3c 6f 72 64 65 72 20 69')
  await expect(lines.nth(0)).toContainText('<order i')
  expect(await axeFindings(page)).toEqual([])
  await page.screenshot({ path: 'test-results/shots/data-hex-en-light.png' })

  await selectStep(page, two.id)
  await inspector.getByRole('tab', { name: 'Output', exact: true }).click()
  await inspector.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(inspector.getByRole('cell', { name: 'Lin' })).toBeVisible()
})
