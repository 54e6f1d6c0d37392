// Brings an app into the studio as a user would: pastes its file's text on Home.
import { expect, type Page } from '@playwright/test'
import type { App } from '../../worker/model/app.ts'
import type { Site } from './site.ts'

export { handApp, step } from '../support/hand-app.ts'

/** Opens Home, pastes the app, waits for its canvas. */
export async function pasteApp(page: Page, site: Site, app: App): Promise<void> {
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Paste', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(JSON.stringify(app))
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await expect(page.locator(`#step-${app.flows[0]!.trigger!.id}`)).toBeVisible()
}

export async function selectStep(page: Page, id: string): Promise<void> {
  await page.locator(`#step-${id}`).click({ position: { x: 60, y: 12 } })
  await expect(page.locator('[data-pane=inspector]').getByRole('tab', { name: 'Settings' })).toBeVisible()
}

/** Runs the shown flow, lets it call the hosts it asks for, and waits until it ended in this way. */
export async function runTo(page: Page, outcome: 'ok' | 'failed' | 'stopped'): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const ended = drawer(page).locator('header').getByText(outcome, { exact: true })
  const allow = page.getByRole('dialog').getByRole('button', { name: /^(Allow|Go on)/ })
  await expect(ended.or(allow)).toBeVisible({ timeout: 30_000 })
  if (await allow.isVisible()) await allow.click()
  await expect(ended).toBeVisible({ timeout: 30_000 })
}

export function drawer(page: Page) {
  return page.getByRole('region', { name: 'Run', exact: true })
}
