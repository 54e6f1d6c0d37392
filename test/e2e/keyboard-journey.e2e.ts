// A whole journey by keyboard alone: an app is built, run, looked at, stopped before a step, tested and published; the mouse is
// never used. And the same studio at 400 % zoom: nothing is lost, nothing scrolls in two directions but canvas and code.
import type { Page } from '@playwright/test'
import { drawer } from './paste-app.ts'
import { expect, test } from './site.ts'
import { canvasOf, openExample, openStudio } from './studio-tools.ts'

test.describe.configure({ timeout: 240_000 })

test('built, run, debugged, tested and published without a mouse', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  const { keyboard } = page
  await page.evaluate(() => addEventListener('pointerdown', () => ((globalThis as Record<string, unknown>)['pointed'] = true), true)) // prettier-ignore
  await keyboard.press('Alt+n')
  await expect(canvasOf(page)).toBeVisible()
  await tabTo(page, 'the canvas', (at) => at.matches('[data-flow-keys]'))
  await keyboard.press('ArrowDown')
  await add(page, 'set payload')
  await keyboard.press('Enter')
  await fill(page, 'Ada')
  await toCanvas(page)
  await add(page, 'transform')
  await keyboard.press('Enter')
  // The mode of the field is a radio group of its own: one Tab, then arrows.
  await tabTo(
    page,
    'the mode of a field',
    (at) => at.matches('[role=radio]') && !!at.closest('[data-pane=inspector]'),
  )
  await chooseMode(page, 'expression')
  await fill(page, "'Hello ' + msg.payload")
  await expect(page.locator('[data-pane=inspector]').getByText('SyntaxError')).toHaveCount(0)

  await keyboard.press('Control+Enter')
  const ok = drawer(page).locator('header').getByText('ok', { exact: true })
  await expect(ok).toBeVisible()
  // What came out, in the inspector's tab.
  await toCanvas(page)
  await keyboard.press('Enter')
  await tabTo(page, 'the tabs', (at) => at.matches('[role=tab]') && !!at.closest('[data-pane=inspector]'))
  for (let i = 0; i < 5; i++) {
    if (await page.evaluate(() => document.activeElement?.textContent?.includes('Output'))) break
    await keyboard.press('ArrowRight')
  }
  await expect(
    page.locator('[data-pane=inspector]').getByRole('treeitem', { name: /Hello Ada/ }),
  ).toBeVisible()

  // A breakpoint on it; the run waits there, goes one step, and on.
  await toCanvas(page)
  await keyboard.press('b')
  await expect(page.getByRole('img', { name: /^Breakpoint/ })).toBeVisible()
  await keyboard.press('Control+Enter')
  const waits = page.getByRole('region', { name: /^Waits before/ })
  await expect(waits).toContainText('Transform')
  await keyboard.press('F10')
  await expect(waits).toHaveCount(0)
  await expect(ok).toBeVisible()
  await keyboard.press('Shift+F8')
  await keyboard.press('Alt+b')

  // The run becomes a test, which runs.
  await keyboard.press('Alt+Shift+V')
  await expect(drawer(page).getByRole('list', { name: 'Tests' }).getByRole('listitem').first()).toBeVisible()
  await keyboard.press('Alt+y')
  await expect(
    drawer(page).getByRole('list', { name: 'Tests' }).getByRole('img', { name: 'passed' }),
  ).toHaveCount(1)

  // Published from its dialog.
  await keyboard.press('Alt+p')
  await tabTo(page, 'Publish', (at) => at.matches('dialog .button.primary'))
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate(() => (globalThis as Record<string, unknown>)['pointed'] ?? false)).toBe(false)
  expect(errors).toEqual([])
})

// 1280 CSS px at 400 % zoom are 320.
test('at 400 % zoom every screen keeps its content in one direction', async ({ context, site }) => {
  const { page, errors } = await openStudio(context, site.url)
  await openExample(page)
  const app = page.url()
  await page.setViewportSize({ width: 320, height: 256 })
  for (const address of [
    '#/',
    '#/runs',
    '#/logs',
    '#/monitor',
    '#/docs',
    '#/docs/components/choice',
    '#/dataway',
    '#/vault',
    app.slice(app.indexOf('#')),
  ]) {
    await page.goto(`${site.url}${address}`)
    await expect(page.locator('#app')).not.toBeEmpty()
    await page.waitForTimeout(400)
    expect(await sideways(page), address).toEqual([])
    expect(await covered(page), address).toEqual([])
  }
  // The app can be run and its result read.
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('radio', { name: 'Result' }).click()
  await expect(page.getByText(/Hello, Ada!/).first()).toBeVisible()
  await page.getByRole('radio', { name: 'Log' }).click()
  expect(await sideways(page)).toEqual([])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  expect(await sideways(page)).toEqual([])
  expect(errors).toEqual([])
})

/** What lies under something else when it has been scrolled to the middle of the window. */
async function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('button, input, select, textarea, h1, h2')) {
      if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      one.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = one.getBoundingClientRect()
      if (width < 2 || height < 2) continue
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      const label = one.closest('label')
      if (top && !one.contains(top) && !top.contains(one) && !label?.contains(top))
        found.push(
          `${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)} under ${top.className}`,
        )
    }
    return found
  })
}

/** What stands outside of the window at its sides and cannot be scrolled to, or makes the page scroll sideways. */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > innerWidth
        ? [`the page is ${document.documentElement.scrollWidth} wide`]
        : []
    const free = 'pre, code, .cm-editor, [role=application], table, .wide, [role=tablist]'
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, input, select, h1, h2, p')].filter(
      (one) => {
        if (one.closest(free) || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          return false
        const { left, right, width } = one.getBoundingClientRect()
        if (width < 2) return false
        return left < -1 || right > innerWidth + 1
      },
    )
    return [
      ...wide,
      ...cut.map((one) => `${one.tagName} ${one.className} ${one.textContent!.trim().slice(0, 40)}`),
    ]
  })
}

async function add(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('+')
  await expect(page.getByRole('dialog', { name: 'Add a step' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add a step' })).toHaveCount(0)
}

/** Types into the first code field of the inspector. */
async function fill(page: Page, text: string): Promise<void> {
  await tabTo(page, 'a code field', (at) => at.matches('.cm-content'))
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

async function chooseMode(page: Page, mode: string): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const now = await page.evaluate(
      () => `${document.activeElement?.getAttribute('aria-label')} ${document.activeElement?.textContent}`,
    )
    if (now.includes(mode)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`There is no mode ${mode}`)
}

async function toCanvas(page: Page): Promise<void> {
  await tabTo(page, 'the canvas', (at) => at.matches('[data-pane=canvas] [data-flow-keys]'))
}

/** Presses Tab until what has the focus, also inside a shadow root, is wanted. */
async function tabTo(page: Page, what: string, wanted: (at: Element) => boolean): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const isThere = await page.evaluate<boolean>(
      `(() => {
        let at = document.activeElement
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        return at !== null && (${wanted.toString()})(at)
      })()`,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${what}`)
}
