// Storage that is full or refused, a worker that dies, names that hide their letters: told where it happened with what to do
// next, nothing lost, and the page goes on.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromium as executablePath, chromiumArgs } from '../support/browser.mjs'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'
import { axeFindings } from './studio-tools.ts'

test.describe.configure({ timeout: 180_000 })

const say = () => step('logger', 'Say', { content: { mode: 'expression', source: "msg.payload['name']" } })

test('an edit that finds no room says so where it says Saved; nothing is lost, and it is saved when there is room', async ({
  page,
  site,
}) => {
  const one = say()
  await pasteApp(page, site, handApp('Full', { name: 'Mei' }, [one]))
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const session = await page.context().newCDPSession(page)
  const origin = new URL(site.url).origin
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 })
  await selectStep(page, one.id)
  const note = page.locator('[data-pane=inspector]').getByLabel('Note')
  await note.fill('x'.repeat(3_000_000))
  await expect(page.getByText('Not saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/storage-full-en-light.png' })
  expect(await axeFindings(page)).toEqual([])
  // The edit is there, can be undone, and the app runs.
  expect((await note.inputValue()).length).toBe(3_000_000)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await selectStep(page, one.id)
  expect((await note.inputValue()).length).toBe(3_000_000)
})

test('where the browser refuses storage the studio says so, builds and runs, and offers the file', async ({
  site,
}, info) => {
  const profile = info.outputPath('profile')
  mkdirSync(join(profile, 'Default'), { recursive: true })
  // What a person sets under "Block all cookies": no database, no files, no local storage.
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  )
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumArgs,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(site.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const isRefused = await page.evaluate(() => {
    try {
      return localStorage.length < 0
    } catch {
      return true
    }
  })
  expect(isRefused).toBe(true)
  await page.screenshot({ path: 'test-results/shots/storage-refused-home-en-light.png' })
  await expect(page.getByText('This browser refuses storage')).toBeVisible()
  await page.getByRole('button', { name: 'New app' }).click()
  await page.getByRole('button', { name: 'Add the first step' }).click()
  await page.getByRole('option', { name: /^Set Payload/ }).click()
  await runTo(page, 'ok')
  await page.screenshot({ path: 'test-results/shots/storage-refused-en-light.png' })
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  expect((await download).suggestedFilename()).toContain('.weft.json')
  await context.close()
})

test('an engine worker that dies in a run is told, the work stays, and the next run goes well', async ({
  page,
  site,
}) => {
  const wait = step('sleep', 'Wait', { time: '60 s' })
  const one = say()
  await pasteApp(page, site, handApp('Dies', { name: 'Mei' }, [one, wait]))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Stop', exact: true }).first()).toBeVisible()
  await expect(page.locator(`#step-${one.id}.ok`)).toBeVisible()
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name)) === 'weft-engine') await worker.evaluate(() => self.close())
  await expect(page.getByText('WORKER:LOST').first()).toBeVisible()
  await expect(page.getByText(/It probably ran out of memory/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/worker-died-en-light.png' })
  await page.locator(`#step-${wait.id}`).click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Delete')
  await runTo(page, 'ok')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('names with bidi marks and zero-width letters stay in their places and do not turn what is around them', async ({
  page,
  site,
}) => {
  const evil = 'pay\u202Eexe.txt\u2066 \u200B\u200Dend'
  const one = { ...say(), name: evil }
  const app = handApp('Bidi', { name: 'Mei', [evil]: 'מחיר \u202E1' }, [one])
  app.flows[0]!.name = `שלום ${evil}`
  await pasteApp(page, site, app)
  await runTo(page, 'ok')
  await selectStep(page, one.id)
  const line = drawer(page).getByRole('option').filter({ hasText: 'end' }).first()
  await expect(line).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/bidi-en-light.png' })
  // Each name is a box of its own: its marks end with it.
  const open = await page.evaluate(() => {
    const holders = [
      ...document.querySelectorAll<HTMLElement>(
        '.name, .key, .title, h1, h2, [role=option] *, [role=treeitem] *',
      ),
    ]
    return holders
      .filter(
        (one) => one.children.length === 0 && /[\u202a-\u202e\u2066-\u2069]/.test(one.textContent ?? ''),
      )
      .filter(
        (one) =>
          !/isolate|plaintext/.test(getComputedStyle(one).unicodeBidi) &&
          getComputedStyle(one).display.startsWith('inline'),
      )
      .map((one) => `${one.tagName}.${one.className}`)
  })
  expect(open).toEqual([])
})
