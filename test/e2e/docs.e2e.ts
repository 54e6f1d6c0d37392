// The docs page: every builtin, component and error is found, an example runs; both languages and themes, axe.
import { expect, test } from './site.ts'
import { axeFindings, looks, openStudio } from './studio-tools.ts'

test.describe.configure({ timeout: 180_000 })

for (const look of looks) {
  const name = `${look.language}-${look.theme}`
  const zh = look.language === 'zh'
  test(`a function, a component and an error are looked up (${name})`, async ({ context, site }) => {
    const { page, errors } = await openStudio(context, site.url, look)
    await page.getByRole('link', { name: zh ? '文档' : 'Docs', exact: true }).click()
    const search = page.getByRole('searchbox')
    await expect(page.getByRole('tab', { name: /DataWay/ })).toBeVisible()
    await search.fill('split')
    await page.getByRole('link', { name: 'str.split', exact: true }).click()
    const article = page.getByRole('article')
    await expect(article.getByRole('heading', { level: 2 })).toHaveText('str.split')
    await article
      .getByRole('button', { name: zh ? /^运行/ : /^Run/ })
      .first()
      .click()
    await expect(article.locator('samp.fresh')).toHaveText("['a', 'b,c']")
    // The search stays as it was typed.
    await expect(search).toHaveValue('split')
    expect(await axeFindings(page)).toEqual([])
    await page.screenshot({ path: `test-results/shots/docs-dataway-${name}.png` })

    await search.fill('statistics.median')
    await search.press('Enter')
    await article
      .getByRole('button', { name: zh ? /^运行/ : /^Run/ })
      .first()
      .click()
    await expect(article.locator('samp.fresh')).toHaveText('4.0')

    await search.fill(zh ? '条件分支' : 'choice')
    await page.getByRole('tab', { name: zh ? /组件/ : /Components/ }).click()
    await page.getByRole('link', { name: 'Choice', exact: true }).click()
    await expect(article.getByRole('heading', { level: 2 })).toHaveText('Choice')
    const pattern = article.getByRole('link', { name: /Content-Based Router/ })
    await expect(pattern).toHaveAttribute('href', '#/lesson/content-based-router')
    await expect(pattern.locator('svg')).toBeVisible()
    await expect(article.getByRole('table').first()).toContainText('condition')
    expect(await axeFindings(page)).toEqual([])
    await page.screenshot({ path: `test-results/shots/docs-component-${name}.png` })

    await search.fill('HTTP:TIMEOUT')
    await page.getByRole('link', { name: 'HTTP:TIMEOUT' }).click()
    await expect(article.getByRole('heading', { level: 2 })).toHaveText('HTTP:TIMEOUT')
    await page.screenshot({ path: `test-results/shots/docs-fault-${name}.png` })
    expect(page.url()).toContain('#/docs/faults/HTTP:TIMEOUT')
    expect(errors).toEqual([])
  })
}

test('on a phone the list and the page take turns', async ({ context, site }) => {
  const { page } = await openStudio(context, site.url)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${site.url}#/docs/dataway/len`)
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText('len')
  await page.screenshot({ path: 'test-results/shots/docs-phone.png' })
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
})
