// Building a three-step flow by mouse, and the same by keyboard only; undo across a reload; moving, copying, deleting.
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { canvasOf, newApp, openExample, openStudio, stepNames } from './studio-tools.ts'

test('three steps by mouse, moved by dragging, undone across a reload', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  await newApp(page)
  await page.getByRole('button', { name: 'Add the first step' }).click()
  await page.getByRole('option', { name: /^Transform/ }).click()
  await page.locator('.plus').last().click()
  await page.getByRole('option', { name: /^Logger/ }).click()

  await page.getByRole('radio', { name: 'Add', exact: true }).click()
  const choice = page.locator('.palette button', { hasText: 'Set Payload' })
  const canvas = canvasOf(page)
  const box = (await canvas.boundingBox())!
  await choice.dragTo(canvas, { targetPosition: { x: box.width / 2, y: 72 + 48 + 20 } })
  expect(await stepNames(page)).toEqual(['Manual', 'Set Payload', 'Transform', 'Logger'])

  await drag(page, 'Set Payload', 'Logger', 72)
  expect(await stepNames(page)).toEqual(['Manual', 'Transform', 'Logger', 'Set Payload'])
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await page.reload()
  await expect(canvasOf(page)).toBeVisible()
  expect(await stepNames(page)).toEqual(['Manual', 'Transform', 'Logger', 'Set Payload'])
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  expect(await stepNames(page)).toEqual(['Manual', 'Set Payload', 'Transform', 'Logger'])
  await undo.click()
  await undo.click()
  await undo.click()
  expect(await stepNames(page)).toEqual(['Manual'])
  await page.getByRole('button', { name: 'Redo' }).click()
  expect(await stepNames(page)).toEqual(['Manual', 'Transform'])
  expect(errors).toEqual([])
})

test('three steps by keyboard only: add, go, move, copy, switch off, delete, undo', async ({
  context,
  site,
}) => {
  const { page, errors } = await openStudio(context, site.url)
  const { keyboard } = page
  await keyboard.press('Alt+n')
  await expect(canvasOf(page)).toBeVisible()
  await tabTo(page, '[data-pane=canvas] [data-flow-keys]')
  await keyboard.press('ArrowDown')
  await add(page, 'transform')
  await add(page, 'choice')
  await add(page, 'logger')
  expect(await names(page)).toEqual(['Manual', 'Transform', 'Choice', 'Logger'])

  await keyboard.press('ArrowLeft')
  await expectSelected(page, 'Choice')
  await keyboard.press('Alt+ArrowUp')
  expect(await names(page)).toEqual(['Manual', 'Choice', 'Logger', 'Transform'])
  await keyboard.press('c')
  await expect(page.locator('.step.folded')).toHaveCount(1)
  await keyboard.press('c')

  await keyboard.press('ArrowDown')
  await expectSelected(page, 'Logger')
  await keyboard.press('Control+c')
  await keyboard.press('Control+v')
  expect(await names(page)).toEqual(['Manual', 'Choice', 'Logger', 'Logger', 'Transform'])
  await keyboard.press('d')
  await expect(page.locator('.step.off')).toHaveCount(1)
  await keyboard.press('Delete')
  expect(await names(page)).toEqual(['Manual', 'Choice', 'Logger', 'Transform'])
  await keyboard.press('Control+z')
  expect(await names(page)).toEqual(['Manual', 'Choice', 'Logger', 'Logger', 'Transform'])
  await keyboard.press('F2')
  await keyboard.type('Tell')
  await keyboard.press('Enter')
  expect(await names(page)).toContain('Tell')
  expect(errors).toEqual([])
})

test('names of components are English for a Chinese reader too, who finds them by Chinese words', async ({
  context,
  site,
}) => {
  const { page } = await openStudio(context, site.url, { language: 'zh', theme: 'light' })
  await page.keyboard.press('Alt+n')
  await expect(canvasOf(page)).toBeVisible()
  await canvasOf(page).focus()
  for (const [typed, name] of [
    ['过滤', 'Filter'],
    ['循环遍历', 'For Each'],
    ['本地文件', 'Local files'],
  ] as const) {
    await page.keyboard.press('+')
    const dialog = page.getByRole('dialog', { name: '添加步骤' })
    await dialog.getByRole('combobox').fill(typed)
    const first = dialog.getByRole('option').first()
    await expect(first).toContainText(name)
    await expect(first.locator('.summary')).toHaveText(/[\u4e00-\u9fff]/)
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
  }
  expect((await names(page)).slice(0, 3)).toEqual(['Manual', 'Filter', 'For Each'])
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('异常')
  await expect(page.getByRole('option', { name: /Try/ })).toBeVisible()
})

test('the outline does the same as the canvas', async ({ context, site }) => {
  const { page } = await openStudio(context, site.url)
  await newApp(page)
  await page.keyboard.press('Alt+o')
  const tree = page.getByRole('tree', { name: 'Outline' })
  await expect(tree).toBeFocused()
  await page.keyboard.press('Home')
  await add(page, 'for each')
  await expect(tree).toBeFocused()
  await add(page, 'logger')
  expect(await stepNames(page)).toEqual(['Manual', 'For Each', 'Logger'])
  await tree.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem', { name: /For Each/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem', { name: /For Each/ })).toHaveAttribute('aria-expanded', 'false')
})

test('steps travel between apps as text; anything else is refused with a reason', async ({
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = await openStudio(context, site.url)
  await openExample(page)
  await canvasOf(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Alt+h')
  await newApp(page)
  await canvasOf(page).focus()
  await page.keyboard.press('Control+v')
  expect(await names(page)).toEqual(['Manual', 'Greet', 'Log it'])
  await page.evaluate(() => navigator.clipboard.writeText('{"hello": "world"}'))
  await page.keyboard.press('Control+v')
  await expect(page.getByText('not steps copied from Weft')).toBeVisible()
  expect(await names(page)).toEqual(['Manual', 'Greet', 'Log it'])
})

test('two tabs on one app follow each other', async ({ context, site }) => {
  const first = await openStudio(context, site.url)
  await newApp(first.page)
  const second = await context.newPage()
  await second.goto(first.page.url())
  await expect(canvasOf(second)).toBeVisible()
  await first.page.getByRole('button', { name: 'Add the first step' }).click()
  await first.page.getByRole('option', { name: /^Logger/ }).click()
  await expect(second.locator('.step', { hasText: 'Logger' })).toBeVisible()
  await second.getByRole('button', { name: 'Undo' }).click()
  await expect(first.page.locator('.step', { hasText: 'Logger' })).toHaveCount(0)
})

/** Adds a step after the selected one from the canvas or outline. */
async function add(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('+')
  await expect(page.getByRole('dialog', { name: 'Add a step' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add a step' })).toHaveCount(0)
}

/** Names of the steps as the canvas shows them, in their order from top to bottom. */
async function names(page: Page): Promise<string[]> {
  await page.waitForTimeout(400)
  return await page.evaluate(() =>
    [...document.querySelectorAll('[id^=step-]')]
      .map((element) => ({
        name: element.querySelector('.name')!.textContent!.trim(),
        y: element.getBoundingClientRect().y,
      }))
      .sort((a, b) => a.y - b.y)
      .map(({ name }) => name),
  )
}

async function expectSelected(page: Page, name: string): Promise<void> {
  await expect(page.locator('.selected .name').first()).toHaveText(name)
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector}`)
}

async function drag(page: Page, name: string, after: string, below: number): Promise<void> {
  const from = (await page.locator('.step', { hasText: name }).boundingBox())!
  const to = (await page.locator('.step', { hasText: after }).boundingBox())!
  await page.mouse.move(from.x + 60, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 70, from.y + 40, { steps: 3 })
  await page.mouse.move(to.x + 104, to.y + below, { steps: 6 })
  await page.mouse.up()
  await page.waitForTimeout(400)
}
