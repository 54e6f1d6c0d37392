// The DataWay playground and the list of runs: work in both languages and themes, nothing serious for axe.
import { expect, test } from './site.ts'
import { axeFindings, looks, openStudio } from './studio-tools.ts'

test.describe.configure({ timeout: 180_000 })

for (const look of looks) {
  const name = `${look.language}-${look.theme}`
  const zh = look.language === 'zh'
  test(`a script is tried on a message, and its mistake is told (${name})`, async ({ context, site }) => {
    const { page, errors } = await openStudio(context, site.url, look)
    await page.getByRole('link', { name: zh ? 'DataWay 练习场' : 'DataWay playground' }).click()
    const output = page.getByRole('region', { name: zh ? '输出' : 'Output' })
    await expect(output).toContainText("'total': 165")
    await page.screenshot({ path: `test-results/shots/playground-${name}.png` })
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('textbox', { name: zh ? '载荷' : 'Payload' }).fill('{"orders": []}')
    await expect(output).toContainText("'total': 0")
    await page.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    // Typed over a selection, Chromium itself tries an inline style, which the policy blocks and tells.
    await page.keyboard.press('Delete')
    await page.keyboard.insertText('def dw_process(msg):\n    return msg.payload["nothing"]\n')
    await expect(output).toContainText('KeyError')

    await page.getByRole('link', { name: zh ? '运行记录' : 'Runs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: zh ? '运行记录' : 'Runs' })).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
    expect(errors).toEqual([])
  })
}

test('several inputs, and a link that brings them: nothing is evaluated before a click, nothing of mine is lost', async ({
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = await openStudio(context, `${site.url}#/dataway`)
  const output = page.getByRole('region', { name: 'Output' })
  await expect(output).toContainText("'total': 165")
  await page.getByRole('button', { name: 'Add an input' }).click()
  await page
    .getByRole('textbox', { name: 'Payload' })
    .fill('{"orders": [{"customer": "Lin", "paid": true, "amount": 7}]}')
  await expect(output).toContainText("'total': 7")
  await page.getByRole('combobox', { name: 'Which input' }).selectOption('orders')
  await expect(output).toContainText("'total': 165")
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText(/Link copied/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(page.getByRole('combobox', { name: 'Which input' }).locator('option')).toHaveCount(1)

  await page.goto(link)
  await expect(page.getByText('It has not been evaluated')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Which input' }).locator('option')).toHaveCount(2)
  await expect(output).toContainText('Write a script')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await expect(output).toContainText("'total': 165")
  await page.screenshot({ path: 'test-results/shots/playground-link-en-light.png' })
  await page.getByRole('button', { name: 'My own script' }).click()
  await expect(page.getByRole('combobox', { name: 'Which input' }).locator('option')).toHaveCount(1)
})
