// Steps that several journeys take in the studio, by the words that a person sees.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from './site.ts'
import { openStudio, type Look } from './studio-tools.ts'

export type { Look }

/** A fresh profile with a language and a theme, and the studio in it. Violations of the policy are collected in `violations`. */
export async function openProfile(
  browser: Browser,
  url: string,
  look?: Look,
): Promise<{ context: BrowserContext; page: Page; violations: string[] }> {
  const context = await browser.newContext({
    locale: look?.language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: look?.theme ?? 'light',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const violations: string[] = []
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script)/i.test(message.text())) violations.push(message.text())
  })
  const { page } = await openStudio(context, url, look)
  return { context, page, violations }
}

/** Opens the template with this title from Home. */
export async function openTemplate(page: Page, title: string | RegExp): Promise<void> {
  await page.locator('.card .open').filter({ hasText: title }).first().click()
  await expect(page).toHaveURL(/#\/app\//)
}

/** Runs the open flow by the button and waits for its end. */
export async function runFlow(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Run|运行)$/ })
    .first()
    .click()
  await page.waitForFunction(() => /\b(ok|failed|成功|失败)\b|成功|失败/.test(document.body.innerText))
  // A run that is under way has steps that went well, and a button to stop it.
  await expect(page.getByRole('button', { name: /^(Stop|停止)$/ })).toHaveCount(0)
}

export function shot(name: string, look?: Look): { path: string } {
  const suffix = look ? `-${look.language}-${look.theme}` : ''
  return { path: `test-results/shots/${name}${suffix}.png` }
}
