// How the runs of a flow and of a published app go on, are limited and are kept: the settings of the flow, what an app is published
// with, pinned runs and how many others stay.
import { expect, test } from './site.ts'
import { drawer, handApp, pasteApp, step } from './paste-app.ts'
import { openProfile, openTemplate, runFlow, shot, type Look } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
]
for (const look of looks)
  test(`a flow says whether its runs are durable, how long they take at most and what they keep, ${look.language} ${look.theme}`, async ({
    browser,
    site,
  }) => {
    const zh = look.language === 'zh'
    const { context, page } = await openProfile(browser, site.url, look)
    await openTemplate(page, zh ? '每分钟' : 'Every minute')
    const panel = page.locator('[data-pane=inspector]')
    // By the keyboard, from wherever one is.
    await expect(page.locator('.step').first()).toBeVisible()
    await page.keyboard.press('Alt+Shift+F')
    await expect(panel.getByLabel(zh ? '流的名称' : 'Name of the flow')).toBeFocused()
    const durable = panel.getByRole('switch', { name: zh ? '持久运行' : 'Durable runs' })
    await expect(durable).toHaveAttribute('aria-checked', 'true')
    await durable.press('Space')
    await expect(durable).toHaveAttribute('aria-checked', 'false')
    const limit = panel.getByLabel(zh ? '时间上限' : 'Time limit')
    await limit.fill('soon')
    await expect(panel.locator('[data-field=timeLimit] .problem')).toBeVisible()
    await limit.fill('90')
    await panel.getByLabel(zh ? '单位' : 'Unit').selectOption('s')
    await panel.getByRole('radio', { name: zh ? '仅概要' : 'Summary' }).click()
    await page.screenshot(shot('flow-settings', look))
    expect(await axeFindings(page)).toEqual([])
    await expect(page.getByText(zh ? '已保存' : 'Saved', { exact: true })).toBeVisible()
    await page.reload()
    await expect(limit).toHaveValue('90')
    await expect(durable).toHaveAttribute('aria-checked', 'false')
    // Undo goes back over the reload, one setting at a time.
    await page.locator('[data-pane=canvas]').click({ position: { x: 20, y: 200 } })
    await page.keyboard.press('Control+z')
    await expect(panel.getByRole('radio', { name: zh ? '失败时' : 'If it fails' })).toBeChecked()
    await expect(limit).toHaveValue('90')
    await context.close()
  })

test('a run ends at the time limit of its flow; the problem of a limit leads to its field', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  const app = handApp('Slow', { a: 1 }, [step('sleep', 'Wait', { time: '1 min' })])
  app.flows[0]!.settings = { timeLimit: 'soon' }
  await pasteApp(page, site, app)
  await drawer(page)
    .getByRole('tab', { name: /Problems/ })
    .click()
  await drawer(page)
    .getByRole('button', { name: /timeLimit/ })
    .click()
  const limit = page.getByLabel('Time limit')
  await expect(limit).toBeFocused()
  await limit.fill('1')
  await page.getByLabel('Unit').selectOption('s')
  await expect(drawer(page).getByText('No problems')).toBeVisible()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(drawer(page).locator('header').getByText('failed', { exact: true })).toBeVisible()
  await drawer(page).getByRole('tab', { name: 'Result' }).click()
  await expect(drawer(page).getByText('took longer than the 1 s')).toBeVisible()
  await context.close()
})

test('an app is published with how many of its runs go at once and how many wait; it stays when it is published again', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'An API of your own')
  await page
    .locator('[data-pane=inspector]')
    .getByRole('button', { name: 'Runs at once and waiting…' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  const atOnce = dialog.getByLabel('Runs at once')
  const publish = dialog.getByRole('button', { name: 'Publish the draft' })
  await atOnce.fill('0')
  await expect(atOnce).toHaveAttribute('aria-invalid', 'true')
  await expect(publish).toHaveAttribute('aria-disabled', 'true')
  await atOnce.fill('1')
  await dialog.getByLabel('Runs that may wait').fill('2')
  await page.screenshot(shot('publish-limits'))
  expect(await axeFindings(page)).toEqual([])
  await publish.click()
  await expect(dialog.getByText('Published', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Published' }).click()
  await page.getByRole('menuitem', { name: 'Publish the present version' }).click()
  await page.reload()
  await expect(page.locator('.step').first()).toBeVisible()
  await page.keyboard.press('Alt+p')
  await expect(atOnce).toHaveValue('1')
  await expect(dialog.getByLabel('Runs that may wait')).toHaveValue('2')
  await context.close()
})

test('environments hold other values of connections; the form of an app that has some opens', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'CRM → ERP contacts')
  await expect(page.locator('.step').first()).toBeVisible()
  await page.keyboard.press('Alt+Shift+p')
  const dialog = page.getByRole('dialog', { name: 'Environments' })
  await dialog.getByRole('button', { name: 'New environment' }).click()
  await dialog.getByText('CRM', { exact: false }).first().click()
  const address = dialog.getByLabel('Base URL').first()
  await address.fill('https://crm.example/api')
  await address.blur()
  await page.screenshot(shot('environment-connections'))
  expect(await axeFindings(page)).toEqual([])
  await page.reload()
  await expect(page.locator('.step').first()).toBeVisible()
  await page.keyboard.press('Alt+Shift+p')
  await dialog.getByText('CRM', { exact: false }).first().click()
  await expect(dialog.getByLabel('Base URL').first()).toHaveValue('https://crm.example/api')
  await context.close()
})

test('a pinned run stays while others go; how many are kept is chosen', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, site.url)
  await openTemplate(page, 'Hello')
  for (let n = 0; n < 4; n++) await runFlow(page)
  await page.goto(`${site.url}#/runs`)
  const list = page.getByRole('listbox', { name: 'Runs' })
  const rows = list.locator('[role=option]')
  await expect(rows).toHaveCount(4)
  // The oldest, by the keyboard; then by its button, off and on again.
  await list.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('p')
  await expect(rows.nth(3).getByRole('img', { name: 'pinned' })).toBeVisible()
  await rows.nth(3).click()
  const pin = page.getByRole('button', { name: 'Pin: keep this run, however many come after it' })
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('img', { name: 'pinned' })).toHaveCount(0)
  await pin.click()
  await expect(rows.nth(3).getByRole('img', { name: 'pinned' })).toBeVisible()

  await page.getByRole('button', { name: 'How many runs are kept' }).click()
  const dialog = page.getByRole('dialog', { name: 'How many runs are kept' })
  const kept = dialog.getByLabel('Runs', { exact: true })
  await kept.fill('none')
  await expect(dialog.getByRole('button', { name: 'Keep' })).toHaveAttribute('aria-disabled', 'true')
  await kept.fill('1')
  await expect(dialog.getByText('2 runs will be deleted now by their number.')).toBeVisible()
  await page.screenshot(shot('retention'))
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep' }).click()
  // The newest and the pinned one.
  await expect(rows).toHaveCount(2)
  await page.screenshot(shot('runs-pinned'))
  await page.getByRole('button', { name: 'Pinned runs only' }).click()
  await expect(rows).toHaveCount(1)
  expect(await axeFindings(page)).toEqual([])
  await context.close()
})
