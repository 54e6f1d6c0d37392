// Comparing an app with its version and with a copy: the three layers, and taking single differences over.
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot, type Look } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
]

for (const look of looks)
  test(`a draft is compared with a version, and single differences are taken back, ${look.language} ${look.theme}`, async ({
    browser,
    site,
  }) => {
    const zh = look.language === 'zh'
    const { context, page, violations } = await openProfile(browser, site.url, look)
    await openTemplate(page, zh ? '自己的接口' : 'An API of your own')
    const steps = page.locator('[data-pane=canvas] [id^=step-]')
    await expect(steps.first()).toBeVisible()
    await page.keyboard.press('Alt+p')
    await page.getByRole('button', { name: zh ? '发布草稿' : 'Publish the draft' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: zh ? '版本 1' : 'Version 1' })).toBeVisible()
    await page.keyboard.press('Escape')

    // The draft loses its last step and has another one renamed.
    const before = await steps.count()
    await steps.last().click()
    const lost = (await steps.last().locator('.name').innerText()).trim()
    await page.keyboard.press('Delete')
    await expect(steps).toHaveCount(before - 1)
    await steps.nth(1).click()
    await page.keyboard.press('F2')
    await page.getByRole('dialog').getByRole('textbox').fill('Renamed here')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Renamed here').first()).toBeVisible()

    await page.keyboard.press('Alt+p')
    await page
      .getByRole('listitem')
      .filter({ hasText: zh ? '版本 1' : 'Version 1' })
      .getByRole('button', { name: zh ? '比较' : 'Compare', exact: true })
      .click()
    const dialog = page.getByRole('dialog', { name: zh ? '比较与合并' : 'Compare and merge' })
    await expect(dialog.getByRole('listitem').filter({ hasText: lost })).toContainText(
      zh ? '删除' : 'removed',
    )
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Renamed here' })).toBeVisible()
    await page.screenshot(shot('compare-fields', look))
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('tab', { name: zh ? '画布' : 'Canvas' }).click()
    await expect(dialog.locator('.sign.removed')).toHaveCount(1)
    await expect(dialog.locator('.sign.changed').first()).toBeVisible()
    await page.screenshot(shot('compare-canvas', look))
    await dialog.getByRole('tab', { name: zh ? '结果' : 'Results' }).click()
    await expect(dialog.getByText(zh ? '正在运行…' : 'Running…')).toHaveCount(0)
    await page.screenshot(shot('compare-results', look))

    // Only the lost step comes back; the new name stays.
    await dialog.getByRole('tab', { name: zh ? /字段/ : /Fields/ }).click()
    await dialog.getByRole('button', { name: zh ? '取回单项改动…' : 'Take single changes back…' }).click()
    await dialog.getByRole('listitem').filter({ hasText: lost }).getByRole('checkbox').check()
    await page.screenshot(shot('compare-merge', look))
    await dialog.getByRole('button', { name: zh ? '采用 1 项到草稿' : 'Take 1 into the draft' }).click()
    await expect(steps).toHaveCount(before)
    await expect(page.getByText('Renamed here').first()).toBeVisible()
    expect(violations).toEqual([])
    await context.close()
  })

test('a copy edited elsewhere is merged: what only it changed is chosen, what both changed asks', async ({
  browser,
  site,
}, info) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  const steps = page.locator('[data-pane=canvas] [id^=step-]')
  await expect(steps.first()).toBeVisible()
  // A copy is saved, then edited by somebody else: another greeting, a renamed step, a step more.
  const saving = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const path = info.outputPath('copy.json')
  await (await saving).saveAs(path)
  const { readFileSync, writeFileSync } = await import('node:fs')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  const flow = (file.app ?? file).flows[0]
  const [first] = flow.steps
  first.name = 'Renamed there'
  flow.steps.push({ ...first, id: 'zzzzzzzz', name: 'New there', branches: undefined })
  writeFileSync(path, JSON.stringify(file))

  await steps.nth(1).click()
  await page.keyboard.press('F2')
  await page.getByRole('dialog').getByRole('textbox').fill('Renamed here')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Shift+m')
  const dialog = page.getByRole('dialog', { name: 'Compare and merge' })
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'A file…' }).click()
  await (await choosing).setFiles(path)
  await expect(dialog.getByText('Common ancestor')).toBeVisible()
  const added = dialog.getByRole('checkbox', { name: 'Take over: New there: added' })
  const renamed = dialog.getByRole('checkbox', { name: 'Take over: Renamed there: Name' })
  await expect(added).toBeChecked()
  await expect(renamed).not.toBeChecked()
  await expect(dialog.getByText('changed on both sides')).toBeVisible()
  await page.screenshot(shot('merge'))
  await dialog.getByRole('button', { name: 'Take 1 into the draft' }).click()
  await expect(page.locator('[data-pane=canvas]').getByText('New there').first()).toBeVisible()
  await expect(page.locator('[data-pane=canvas]').getByText('Renamed here').first()).toBeVisible()
  await context.close()
})
