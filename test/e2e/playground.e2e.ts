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
