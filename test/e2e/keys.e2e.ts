// Every key means one thing, and every action has one.
import { handApp, pasteApp, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'

test('no two actions of the editor share a key', async ({ page, site }) => {
  const set = step('transform', 'Map')
  await pasteApp(page, site, handApp('Keys', {}, [set]))
  await selectStep(page, set.id)
  await page.keyboard.press('Control+/')
  const rows = page.getByRole('dialog').locator('dl > div')
  await expect(rows.first()).toBeVisible()
  const keys = await rows.evaluateAll(
    (all) =>
    all.flatMap((row) => [...row.querySelectorAll('dd > *')].map((key) => `${key.textContent!.replace(/\s+/g, ' ').trim()}`)), // prettier-ignore
  )
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

const screens = [
  '',
  'runs',
  'logs',
  'monitor',
  'vault',
  'docs',
  'dataway',
  'bench',
  'lessons',
  'app',
] as const
for (const screen of screens)
  test(`every action of ${screen || 'home'} is in the palette with a key of its own`, async ({
    page,
    site,
  }) => {
    if (screen === 'app') await pasteApp(page, site, handApp('Keys', {}, [step('transform', 'Map')]))
    else await page.goto(`${site.url}#/${screen}`)
    await expect(
      page.getByRole('heading', { level: 1 }).or(page.locator('.step').first()).first(),
    ).toBeVisible()
    await page.keyboard.press('Control+k')
    const rows = page.getByRole('dialog').getByRole('option')
    await expect(rows.first()).toBeVisible()
    const without = await rows.evaluateAll((all) =>
      all.filter((row) => !row.querySelector('kbd')).map((row) => (row as HTMLElement).innerText.trim()),
    )
    // Places are no actions: what they are called is all there is to type.
    expect(without.filter((text) => !/^(Flow|Step|Open|Lesson): /.test(text))).toEqual([])
    const actions = await rows.count()
    expect(actions - without.length).toBeGreaterThan(10)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    const shown = page.getByRole('dialog').locator('dl > div')
    await expect(shown.first()).toBeVisible()
    const keys = await shown.locator('dd > *').allInnerTexts()
    const words = keys.map((key) => key.replace(/\s+/g, ' '))
    expect(words.filter((key, i) => words.indexOf(key) !== i)).toEqual([])
    expect(keys.length).toBeGreaterThanOrEqual(actions - without.length)
    expect(await page.getByRole('dialog').locator('kbd').evaluateAll((all) => all.filter((key) => key.textContent!.trim() === '').length)).toBe(0) // prettier-ignore
  })

test('keys of a screen do what its buttons do', async ({ page, site }) => {
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Run: Hello' }).click()
  await expect(page.getByText('Hello, Ada!').first()).toBeVisible()
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('button', { name: 'Pinned runs only' })).toBeVisible()
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('button', { name: 'Pinned runs only' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Alt+k')
  await expect(page.getByRole('dialog', { name: 'How many runs are kept' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+j')
  await expect(page.getByRole('textbox', { name: 'Payload' })).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('combobox').first().locator('option')).toHaveCount(2)
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('heading', { level: 1, name: 'Apps' })).toBeVisible()
  await page.keyboard.press('Alt+b')
  await expect(page.getByRole('dialog', { name: 'Back up and restore' })).toBeVisible()
})
