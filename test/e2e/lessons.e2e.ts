// Lessons: one is opened, seen to fail, mended by hand, and its tests go green; a mistake that is known is answered; hints, the solution,
// starting over; what is done is remembered.
import type { Page } from '@playwright/test'
import { handApp, pasteApp, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'
import { openProfile, shot } from './studio-page.ts'
import { axeFindings, canvasOf, looks } from './studio-tools.ts'

const right = "msg.payload['quantity'] > 0 and msg.payload['warehouse']"

async function setCondition(page: Page, source: string): Promise<void> {
  await page.locator('#step-instock').click({ position: { x: 60, y: 12 } })
  await page.locator('[data-field=condition] .cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(source)
}
/** Also inside of a shadow tree. */
const isFocused = (one: Element) => (one.getRootNode() as Document | ShadowRoot).activeElement === one
const tests = (page: Page) => page.getByRole('list', { name: /^(Tests|测试)$/ }).locator('li')

for (const look of looks)
  test(`a lesson from the list to the last test (${look.language}-${look.theme})`, async ({
    browser,
    site,
  }) => {
    const { context, page, violations } = await openProfile(browser, `${site.url}#/lessons`, look)
    await page.setViewportSize({ width: 1600, height: 1000 })
    await page.screenshot(shot('lessons', look))
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: /Message Filter/ }).click()
    await expect(canvasOf(page)).toBeVisible()
    await expect(tests(page)).toHaveCount(4)
    await expect(page.locator('li.failed')).toHaveCount(2)
    await expect(page.locator('.chip.fail').first()).toContainText(/2 differences|差 2 处/)
    await expect(page.getByRole('cell', { name: /GIFT-CARD-100/ })).toHaveCount(1)
    await page.getByRole('button', { name: /^(Run|运行)$/ }).click()
    await expect(page.locator('.tasks li').nth(0)).toHaveClass(/done/)
    await expect(page.locator('.tasks li').nth(1)).not.toHaveClass(/done/)
    await page.locator('#step-instock').click({ position: { x: 60, y: 12 } })
    await expect(page.locator('.tasks li').nth(1)).toHaveClass(/done/)
    await page.screenshot(shot('lesson-start', look))
    // A mistake of many.
    await setCondition(page, "msg.payload['warehouse']")
    await expect(page.locator('.said')).toContainText(/cancelled|取消/)
    // The condition is about an item; of the whole order it would fail.
    await expect(page.locator('[data-field=condition]')).not.toContainText('KeyError')
    await expect(page.locator('.tasks li').nth(2)).toHaveClass(/done/)
    await page.screenshot(shot('lesson-nearly', look))
    await setCondition(page, right)
    await expect(page.locator('.said')).toContainText(/All tests pass|测试全部通过/)
    await expect(page.locator('li.failed')).toHaveCount(0)
    await expect(page.locator('.tasks li.done')).toHaveCount(4)
    await page.screenshot(shot('lesson-done', look))
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^(All lessons|全部课程)$/ }).click()
    await expect(page.getByRole('link', { name: /Message Filter/ })).toContainText(
      /6 steps, 1 call|6 个步骤，1 次调用/,
    )
    expect(violations).toEqual([])
    await context.close()
  })

test('hints one after another, the solution, starting over, the next lesson', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, `${site.url}#/lesson/message-filter`)
  await expect(tests(page)).toHaveCount(4)
  await page.keyboard.press('Control+/')
  const keys = await page.getByRole('dialog').locator('dd > *').allInnerTexts()
  const named = keys.map((key) => key.replace(/\s+/g, ' '))
  expect(named.filter((key, i) => named.indexOf(key) !== i)).toEqual([])
  await page.keyboard.press('Escape')
  for (const n of [1, 2, 3]) {
    await page.getByRole('button', { name: n === 1 ? 'Hint' : 'Next hint', exact: true }).click()
    await expect(page.getByText(`Hint ${n} of 3`)).toBeVisible()
  }
  const next = page.getByRole('button', { name: 'Next lesson' })
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Show the solution' }).click()
  await expect(page.locator('.said')).toContainText('All tests pass')
  await next.click()
  await expect(page).toHaveURL(/#\/lesson\/(?!message-filter)[\w-]+/)
  await expect(tests(page).first()).toBeVisible()
  await page.goBack()
  await expect(page.locator('.said')).toContainText('All tests pass')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.locator('li.failed')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.said')).toContainText('All tests pass')
  await page.goto(`${site.url}#/lessons`)
  await expect(page.getByRole('link', { name: /Message Filter/ })).toContainText('solution looked at')
  // The learner's work is no app of Home's list.
  await page.goto(site.url)
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
  await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()
  await expect(page.getByText('No apps yet')).toBeVisible()
  await context.close()
})

test('by keyboard alone, and on a phone', async ({ browser, site }) => {
  const { context, page } = await openProfile(browser, site.url)
  await page.keyboard.press('Alt+Shift+K')
  await page.getByRole('link', { name: /Message Filter/ }).focus()
  await page.keyboard.press('Enter')
  await expect(tests(page)).toHaveCount(4)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('In stock')
  await page.keyboard.press('Enter')
  const field = page.locator('[data-field=condition] .cm-content')
  await expect(field).toBeVisible()
  for (let i = 0; i < 80 && !(await field.evaluate(isFocused)); i++) await page.keyboard.press('Tab')
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(right)
  await expect(page.locator('.said')).toContainText('All tests pass')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot(shot('lesson-phone-text'))
  expect(await axeFindings(page)).toEqual([])
  for (const part of ['Flow', 'Result']) {
    await page.getByRole('radio', { name: part, exact: true }).click()
    await page.screenshot(shot(`lesson-phone-${part.toLowerCase()}`))
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
  await context.close()
})

test('a teacher makes a lesson from an app; who gets its link starts it, and before that nothing runs', async ({
  browser,
  site,
}) => {
  const { context, page } = await openProfile(browser, site.url)
  const add = step('set-payload', 'Add', { value: { mode: 'expression', source: "msg.payload['a'] + 1" } })
  const app = handApp('Sum', { a: 1 }, [add])
  const asserts = ['msg.payload == 2']
  const one = { id: 'testone0', name: 'One more', flow: app.flows[0]!.id, input: { id: 'i', name: '', value: { a: 1 } }, mocks: [], asserts } // prettier-ignore
  await pasteApp(page, site, { ...app, tests: [one] })
  await page.keyboard.press('Alt+p')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await selectStep(page, add.id)
  await page.locator('[data-field=value] .cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText("msg.payload['a']")
  await page.keyboard.press('Alt+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Make a lesson from this app' })
  await expect(dialog.getByRole('status')).toContainText(/text|goal/)
  await dialog.getByLabel('Title').fill('One more')
  await dialog.getByLabel('Text', { exact: true }).fill('The sum is **one too small**.')
  await dialog.getByLabel('Goal').fill('The number after `a`.')
  await dialog.getByLabel('Hint 1').fill('Add one.')
  await expect(dialog.getByRole('status')).toContainText('fails the test')
  await dialog.getByLabel('Solution', { exact: true }).selectOption({ label: 'Version 1' })
  await expect(dialog.getByRole('status')).toContainText('The start fails, the solution passes')
  await page.screenshot(shot('make-lesson'))
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Share the lesson' }).click()
  const field = page.getByRole('dialog').getByLabel('Link', { exact: true })
  await expect(field).toHaveValue(/#a=1\./)
  const link = await field.inputValue()
  await context.close()

  const other = await openProfile(browser, link)
  await other.page.getByRole('button', { name: 'Open the lesson' }).first().click()
  await expect(other.page).toHaveURL(/#\/lesson\//)
  await expect(other.page.getByText('This lesson came from outside')).toBeVisible()
  await other.page.waitForTimeout(500)
  await expect(tests(other.page)).toHaveCount(0)
  await other.page.screenshot(shot('lesson-foreign'))
  await other.page.getByRole('button', { name: 'Start the lesson' }).click()
  await expect(tests(other.page)).toHaveCount(1)
  await expect(other.page.locator('li.failed')).toHaveCount(1)
  await other.page.locator(`#step-${add.id}`).click({ position: { x: 60, y: 12 } })
  await other.page.locator('[data-field=value] .cm-content').click()
  await other.page.keyboard.press('Control+a')
  await other.page.keyboard.insertText("msg.payload['a'] + 1")
  await expect(other.page.locator('.said')).toContainText('All tests pass')
  await other.page.goto(`${site.url}#/lessons`)
  await expect(other.page.getByRole('link', { name: 'One more' })).toBeVisible()
  await other.context.close()
})
