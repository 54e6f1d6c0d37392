// Lessons: one is opened, seen to fail, mended by hand, and its tests go green; a mistake that is known is answered; hints, the solution,
// starting over; what is done is remembered.
import type { Page } from '@playwright/test'
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
const tests = (page: Page) => page.getByRole('list', { name: /^(Tests|测试)$/ }).locator('li')

for (const look of looks)
  test(`a lesson from the list to the last test (${look.language}-${look.theme})`, async ({
    browser,
    site,
  }) => {
    const { context, page, violations } = await openProfile(browser, `${site.url}#/lessons`, look)
    await page.setViewportSize({ width: 1600, height: 1000 })
    await page.screenshot(shot('lessons', look))
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
