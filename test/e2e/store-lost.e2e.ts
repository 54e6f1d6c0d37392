// The studio when the worker that saves dies: it says so, goes on, and nothing is lost.
import { expect, test } from './site.ts'
import { openProfile, openTemplate } from './studio-page.ts'

for (const [language, template, said, saved] of [
  ['en', 'An API of your own', 'The worker that saves ended', 'Saved'],
  ['zh', '自己的接口', '负责保存的工作线程意外结束', '已保存'],
] as const)
  test(`a worker of the store that dies is told and replaced, in ${language}`, async ({ browser, site }) => {
    const { context, page } = await openProfile(browser, site.url, { language, theme: 'light' })
    await openTemplate(page, template)
    await expect(page.getByText(saved, { exact: true })).toBeVisible()
    const steps = page.locator('[data-pane=canvas] [id^=step-]')
    const before = await steps.count()
    for (const worker of page.workers())
      if ((await worker.evaluate(() => self.name)) === 'weft-store') await worker.evaluate(() => self.close())
    await expect(page.getByText(said)).toBeVisible()
    await steps.last().click()
    await page.keyboard.press('Delete')
    await expect(steps).toHaveCount(before - 1)
    await expect(page.getByText(saved, { exact: true })).toBeVisible()
    await page.reload()
    await expect(steps).toHaveCount(before - 1)
    await context.close()
  })
