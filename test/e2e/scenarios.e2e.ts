// The other three scenarios, run on their cards over real HTTP against the demo APIs, and looked into.
import { expect, test } from './site.ts'
import { axeFindings, canvasOf, looks, openStudio } from './studio-tools.ts'

const scenarios = [
  { name: { en: 'One order → four systems', zh: '一张订单 → 四个系统' }, result: /"total":\s*"1119.00"/, inside: 'robot limit' },
  { name: { en: 'Three suppliers → one price list', zh: '三家供应商 → 一张价格表' }, result: /"sku":\s*"CAM-4K"/, inside: '624.8' },
  { name: { en: 'CRM ⇄ staff directory', zh: 'CRM ⇄ 员工通讯录' }, result: /"toLeft"/, inside: 'delete/update' },
] // prettier-ignore

for (const look of looks.filter(({ language, theme }) => (language === 'en') === (theme === 'light')))
  for (const { name, result, inside } of scenarios)
    test(`${name.en} (${look.language}, ${look.theme})`, async ({ context, site }) => {
      const { page, errors } = await openStudio(context, site.url, look)
      const card = page.locator('.cards .card').filter({ hasText: name[look.language] })
      await card.getByRole('button', { name: /^(Run|运行)/ }).click()
      await expect(card.locator('pre')).toContainText(result)
      await card.getByRole('link').click()
      await expect(canvasOf(page)).toBeVisible()
      await page.getByRole('tab', { name: /^(Result|结果)$/ }).click()
      await expect(page.getByRole('region', { name: /^(Run|运行)$/ })).toContainText(inside)
      await page.screenshot({
        path: `test-results/shots/scenario-${look.language}-${inside.replace(/\W/g, '')}.png`,
      })
      expect(errors).toEqual([])
    })

test('the price list as a table, by keyboard', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  const card = page.locator('.cards .card').filter({ hasText: 'one price list' })
  await card.getByRole('button', { name: /^Run/ }).click()
  await card.getByRole('link').click()
  await page.getByRole('tab', { name: 'Result' }).click()
  const drawer = page.getByRole('region', { name: 'Run' })
  await drawer.getByRole('button', { name: 'Table' }).focus()
  await page.keyboard.press('Enter')
  const table = drawer.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['#', 'sku', 'offers', 'stock', 'best', 'alert'])
  await expect(table.getByRole('row')).toHaveCount(5)
  await expect(table.getByRole('row').nth(1)).toContainText('CAM-4K')
  await page.screenshot({ path: 'test-results/shots/table.png' })
  expect(await axeFindings(page)).toEqual([])
  expect(errors).toEqual([])
})
