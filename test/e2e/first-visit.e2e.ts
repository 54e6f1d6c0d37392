// A stranger's first visit: an example's result in three clicks or less, in both languages and themes; nothing serious for
// axe on any screen; the phone layout at 400 % zoom.
import { expect, test } from './site.ts'
import { axeFindings, looks, newApp, openExample, openStudio } from './studio-tools.ts'

const shots = 'test-results/shots'

for (const look of looks) {
  const name = `${look.language}-${look.theme}`
  test(`two clicks to a result (${name})`, async ({ context, site }) => {
    const { page, errors } = await openStudio(context, site.url, look)
    await expect(page.locator('html')).toHaveAttribute('lang', look.language)
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme)
    await page.screenshot({ path: `${shots}/home-${name}.png` })
    expect(await axeFindings(page)).toEqual([])

    await openExample(page)
    await page.getByRole('button', { name: look.language === 'zh' ? '运行' : 'Run', exact: true }).click()
    await expect(page.getByText(/Hello, Ada!/).first()).toBeVisible()
    await expect(page.locator('.step.ok')).toHaveCount(3)
    await page.screenshot({ path: `${shots}/editor-${name}.png` })
    expect(await axeFindings(page)).toEqual([])

    await page.locator('.step').nth(1).click()
    await expect(page.locator('[data-pane=inspector] header input')).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.screenshot({ path: `${shots}/palette-${name}.png` })
    expect(await axeFindings(page)).toEqual([])
    expect(errors).toEqual([])
  })
}

test('the narrow window is a read-only phone layout that can run', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  await openExample(page)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('radio', { name: 'Result' }).click()
  await expect(page.getByText(/Hello, Ada!/).first()).toBeVisible()
  await page.screenshot({ path: `${shots}/phone-en-light.png` })
  expect(await axeFindings(page)).toEqual([])
  const isScrolledSideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(isScrolledSideways).toBe(false)
  expect(errors).toEqual([])
})

test('the language changes without a reload and is remembered', async ({ context, site }) => {
  const page = await context.newPage()
  await page.goto(site.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apps')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('应用')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('应用')
})

test('an address that leads nowhere says so', async ({ context, site }) => {
  const { page } = await openStudio(context, site.url)
  await page.goto(`${site.url}#/nowhere`)
  await expect(page.getByText('There is no such page')).toBeVisible()
  await page.goto(`${site.url}#/app/00000000`)
  await expect(page.getByText('This app is not in this browser')).toBeVisible()
  await newAppAfterHome()
  async function newAppAfterHome(): Promise<void> {
    await page.getByRole('button', { name: 'All apps' }).click()
    await newApp(page)
  }
})
