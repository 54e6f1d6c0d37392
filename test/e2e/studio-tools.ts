// What the studio's journeys share: opening examples, reading the canvas, axe, and a page that fails on any error.
import AxeBuilder from '@axe-core/playwright'
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'

export type Look = { language: 'en' | 'zh'; theme: 'light' | 'dark' }
export const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'zh', theme: 'light' },
  { language: 'zh', theme: 'dark' },
]

/** A page of a context in a language and theme; errors of the page or its console fail the test in `noErrors`. */
export async function openStudio(
  context: BrowserContext,
  url: string,
  look: Look = looks[0]!,
): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.addInitScript(({ language, theme }) => {
    if (origin === 'null') return
    localStorage.setItem('weft-language', language)
    localStorage.setItem('weft-theme', theme)
  }, look)
  await page.goto(url)
  if (url !== 'about:blank') await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return { page, errors }
}

/** Opens an example of Home by its name in either language. */
export async function openExample(page: Page, name: string | RegExp = /Hello|你好/): Promise<void> {
  await page.locator('.cards .card .open').filter({ hasText: name }).click()
  await expect(canvasOf(page)).toBeVisible()
}

export function canvasOf(page: Page): Locator {
  return page.getByRole('application', { name: /^(Flow canvas|流画布)$/ })
}

export async function newApp(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(New app|新建应用)$/ }).click()
  await expect(canvasOf(page)).toBeVisible()
}

/** Names of the steps of the flow in their order, from the outline. */
export async function stepNames(page: Page): Promise<string[]> {
  await page.getByRole('radio', { name: /^(Outline|大纲)$/ }).click()
  return await page.locator('[role=tree] [role=treeitem] .name').allInnerTexts()
}

/** Serious and critical findings of axe on what is shown, or in what a selector finds. */
export async function axeFindings(page: Page, within = 'html'): Promise<string[]> {
  // In one go: without frames there is nothing to put together, which takes a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
    )
}
