// Nothing serious or critical for axe on any screen, in both languages and both themes. What there is to visit comes from the
// code: screens from the router's type, dialogs from the files, pages of components and faults from the definitions. What is
// not visited fails.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readRoute, type Route } from '../../web/routes.ts'
import { root } from '../../worker/cli/built.mjs'
import { toFragment } from '../../worker/share/link.ts'
import { handApp, step } from './paste-app.ts'
import { isLong } from '../support/long-report.ts'
import { expect, test } from './site.ts'
import { axeFindings, looks, openStudio } from './studio-tools.ts'

test.describe.configure({ timeout: 600_000 })

interface Made {
  app: string
  run: string
  other: string
  link: string
}

/** The address of each screen, once something was made. A new screen has no line here: the types say so. */
const addresses: Record<Route['screen'], (made: Made) => string> = {
  home: () => '#/',
  editor: ({ app }) => app,
  runs: ({ run }) => `#/runs/${run}`,
  logs: () => '#/logs',
  compare: ({ run, other }) => `#/compare/${run},${other}`,
  dataway: () => '#/dataway',
  monitor: () => '#/monitor',
  docs: () => '#/docs',
  vault: () => '#/vault',
  bench: () => '#/bench',
  lessons: () => '#/lessons',
  lesson: () => '#/lesson/message-filter',
  shared: ({ link }) => link,
  missing: () => '#/nowhere',
}

/** How each dialog, the key sheet and the palette are opened in the editor, or on Home. */
const dialogs: Record<string, { at: 'editor' | 'home'; open: (page: Page) => Promise<void> }> = {
  CommandPalette: { at: 'editor', open: (page) => page.keyboard.press('Control+k') },
  KeySheet: { at: 'editor', open: (page) => page.keyboard.press('Control+/') },
  MakeLessonDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+Shift+E') },
  ShareDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+s') },
  VersionsDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+p') },
  EnvironmentsDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+Shift+P') },
  DefinitionsDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+Shift+D') },
  CompareDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+Shift+M') },
  RelayDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+6') },
  TextDialog: { at: 'editor', open: (page) => page.keyboard.press('n') },
  MessageDialog: { at: 'editor', open: (page) => page.keyboard.press('Alt+Shift+G') },
  TrustDialog: {
    at: 'home',
    open: async (page) => {
      const get = step('http/request', 'Get', { method: 'GET', url: 'https://api.example.test/orders' })
      await page.keyboard.press('Alt+v')
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill(JSON.stringify(handApp('Foreign', {}, [get])))
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Open|打开)$/ })
        .click()
      await expect(page.locator(`#step-${get.id}`)).toBeVisible()
      await page.keyboard.press('Control+Enter')
    },
  },
  BlanksDialog: {
    at: 'home',
    open: async (page) => {
      const connection = { id: 'shopconn', connector: 'http', name: 'Shop', config: {} }
      const app = { ...handApp('Blank', {}, []), connections: [connection] }
      const blanks = ['baseUrl', 'token'].map((field) => ({ connection: connection.id, field }))
      const fragment = await toFragment({ app, blanks, view: 'copy' })
      await page.evaluate((to) => (location.hash = to), fragment)
      await page
        .getByRole('button', { name: /^(Save a copy|存一份副本)$/ })
        .first()
        .click()
    },
  },
  PasteDialog: { at: 'home', open: (page) => page.keyboard.press('Alt+v') },
  BackupDialog: {
    at: 'home',
    open: (page) => page.getByRole('button', { name: /^(Back up|备份)$/ }).click(),
  },
  RetentionDialog: {
    at: 'editor',
    open: async (page) => {
      await page.keyboard.press('Alt+8')
      await page.getByRole('button', { name: /^(How many runs are kept|保留多少次运行)$/ }).click()
    },
  },
  ImportDialog: {
    at: 'home',
    open: async (page) => {
      await page.keyboard.press('Alt+v')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('curl -X POST https://api.example.test/orders -d \'{"a":1}\'')
      await dialog.getByRole('button', { name: /^(Open|打开)$/ }).click()
    },
  },
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
}
const dialogFiles = filesOf('web')
  .map((file) => /([A-Z]\w*(?:Dialog|Sheet)|CommandPalette)\.svelte$/.exec(file)?.[1])
  .filter((name): name is string => name !== undefined)

// The longest file of all: its tests share the workers.
test.describe.configure({ mode: 'parallel' })

test('every dialog of the sources has a way here', () => {
  expect(Object.keys(dialogs).sort()).toEqual([...new Set(dialogFiles)].sort())
})

test('every address here leads to its own screen', () => {
  const made = { app: '#/app/testapp0', run: 'abc1', other: 'abc2', link: '#w1.x' }
  for (const [screen, address] of Object.entries(addresses))
    if (screen !== 'shared') expect(readRoute(address(made)).screen).toBe(screen)
})

for (const look of looks) {
  const name = `${look.language}-${look.theme}`
  test(`screens and dialogs (${name})`, async ({ context, site }) => {
    test.setTimeout(300_000)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { page } = await openStudio(context, site.url, look)
    const made = await makeSomething(page, site.url)
    const found: Record<string, string[]> = {}
    const look_ = async (what: string) => {
      await settle(page)
      await page.screenshot({ path: `test-results/shots/every-${what}-${name}.png` })
      const findings = await axeFindings(page)
      if (findings.length > 0) found[what] = findings
    }
    for (const [screen, address] of Object.entries(addresses)) {
      await page.goto(site.url + address(made))
      await page.waitForLoadState('networkidle')
      // The screen before is gone, this one is there with all it loads.
      await settle(page)
      await expect(page.locator('main').first(), screen).not.toBeEmpty()
      await expect(page.locator('[aria-busy=true]'), screen).toHaveCount(0)
      await look_(screen)
    }
    for (const [dialog, { at, open }] of Object.entries(dialogs)) {
      await page.goto('about:blank')
      await page.goto(site.url + (at === 'editor' ? made.app : '#/'))
      if (at === 'editor') {
        await page
          .locator('.step')
          .nth(1)
          .click({ position: { x: 60, y: 12 } })
        await page.keyboard.press('Control+Enter')
        await expect(page.locator('.step.ok').nth(1)).toBeVisible()
      } else await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await open(page)
      await expect(page.locator('dialog[open]').last(), dialog).toBeVisible()
      await look_(dialog)
    }
    for (const tab of ['Settings', 'Input', 'Output', 'Debug', 'Help'])
      await inspectorTab(page, site.url, made, tab, look_)
    expect(found).toEqual({})
  })
}

// Hundreds of pages from two templates, in shares that the workers divide: in CI each page is visited in one look, a share in
// another than its neighbour; in the long form in all.
const parts = ['components', 'faults'] as const
const shares = [0, 1, 2, 3]
for (const part of parts)
  for (const share of shares)
    for (const look of isLong ? looks : [looks[share]!])
      test(`docs of ${part}, ${share + 1} of ${shares.length} (${look.language}-${look.theme})`, async ({
        context,
        site,
      }) => {
        test.setTimeout(300_000)
        const { page } = await openStudio(context, `${site.url}#/docs`, look)
        const found: Record<string, string[]> = {}
        await page
          .getByRole('tab')
          .nth(1 + parts.indexOf(part))
          .click()
        const links = page.locator(`nav a[href^="#/docs/${part}/"]`)
        await expect(links.first()).toBeVisible()
        const all = await links.evaluateAll((anchors) => anchors.map((one) => one.getAttribute('href')!))
        const components = filesOf('worker/components').filter((file) => /definition\.ts$/.test(file)).length
        expect(all.length).toBeGreaterThanOrEqual(part === 'components' ? components : 20)
        for (const address of all.filter((_, i) => i % shares.length === share)) {
          await page.evaluate((to) => (location.hash = to), address)
          await expect(page.locator('article h2, article h1').first(), address).toBeVisible()
          await settle(page)
          const findings = await axeFindings(page, 'article')
          if (findings.length > 0) found[address] = findings
        }
        expect(found).toEqual({})
      })

/** What is shown has stopped to move: axe reads colours, which fade in. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))
  })
}

/** An app with two runs, and a link to it. */
async function makeSomething(page: Page, url: string): Promise<Made> {
  const set = step('set-payload', 'Greet', { value: { mode: 'text', source: 'Hello' } })
  await page.keyboard.press('Alt+v')
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(JSON.stringify(handApp('Every screen', { a: 1 }, [set])))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Open|打开)$/ })
    .click()
  await expect(page.locator(`#step-${set.id}`)).toBeVisible()
  const app = new URL(page.url()).hash
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.step.ok')).toHaveCount(2)
    await page.waitForTimeout(400)
  }
  await page.keyboard.press('Alt+s')
  const field = page.getByRole('dialog').locator('input[readonly], textarea[readonly]').first()
  await expect(field).toHaveValue(/#/)
  const link = new URL(await field.inputValue()).hash
  await page.goto(`${url}#/runs`)
  const rows = page.getByRole('listbox').getByRole('option')
  await expect(rows.nth(1)).toBeVisible()
  const ids: string[] = []
  for (const n of [0, 1]) {
    await rows.nth(n).click()
    await expect(page).toHaveURL(/#\/runs\/\w+/)
    ids.push(/#\/runs\/(\w+)/.exec(page.url())![1]!)
  }
  return { app, run: ids[0]!, other: ids[1]!, link }
}

async function inspectorTab(
  page: Page,
  url: string,
  { app }: Made,
  tab: string,
  look: (what: string) => Promise<void>,
): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url + app)
  await page
    .locator('.step')
    .nth(1)
    .click({ position: { x: 60, y: 12 } })
  const tabs = ['Settings', 'Input', 'Output', 'Debug', 'Help']
  await page.locator('[data-pane=inspector]').getByRole('tab').nth(tabs.indexOf(tab)).click()
  await look(`inspector-${tab.toLowerCase()}`)
}
