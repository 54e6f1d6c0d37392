// Help inside of the code editor: what a name is, an example that runs, formatting, what is not portable.
import { expect, test } from './site.ts'
import { axeFindings, looks, openStudio } from './studio-tools.ts'

test.describe.configure({ timeout: 180_000 })

for (const look of looks) {
  const name = `${look.language}-${look.theme}`
  const zh = look.language === 'zh'
  test(`a name is explained, its example runs, the script is formatted (${name})`, async ({
    context,
    site,
  }) => {
    const { page, errors } = await openStudio(context, site.url, look)
    await page.getByRole('link', { name: zh ? 'DataWay 练习场' : 'DataWay playground' }).click()
    const code = page.locator('.cm-content')
    await code.click()
    // The keyboard's way: the cursor into `sorted`, then F1.
    await page.keyboard.press('ControlOrMeta+Home')
    for (let line = 0; line < 4; line++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    for (let column = 0; column < 15; column++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F1')
    const help = page.locator('.weft-help').first()
    await expect(help).toContainText('sorted(iterable')
    await help
      .getByRole('button', { name: zh ? /^运行/ : /^Run/ })
      .first()
      .click()
    await expect(help.locator('.weft-help-fresh').first()).toHaveText("['c', 'b', 'A']")
    await page.screenshot({ path: `test-results/shots/code-help-${name}.png` })
    expect(await axeFindings(page)).toEqual([])
    await code.press('Escape')

    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText('def dw_process(msg):\n  x=1\n  while x :\n    x=0\n  return{"x":x}')
    await expect(page.locator('.cm-lintRange-warning')).toHaveText('while')
    await page.getByRole('button', { name: zh ? '格式化' : 'Format' }).click()
    await expect(code).toContainText('    while x:')
    await expect(code).toContainText('return {"x": x}')
    await page.screenshot({ path: `test-results/shots/code-format-${name}.png` })
    expect(errors).toEqual([])
  })
}
