// Debugging in the studio: breakpoints with conditions, going on by steps, a message edited on the way, pinned answers, a
// step or a round alone; with the mouse and with keys only.
import { canvasOf, axeFindings } from './studio-tools.ts'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'
import type { Page } from '@playwright/test'

test.describe.configure({ timeout: 180_000 })

const add = (name: string, n: number) =>
  step('set-payload', name, { value: { mode: 'expression', source: `msg.payload + ${n}` } })

function loopApp() {
  const first = { ...step('set-payload', 'Start at one', { value: { mode: 'expression', source: '1' } }) }
  const inner = add('Add ten', 10)
  const double = add('Add hundred', 100)
  const loop = {
    ...step('for-each', 'Three times', { items: { mode: 'expression', source: '3' } }),
    branches: [{ id: 'testbody', role: 'body', config: {}, steps: [inner, double] }],
  }
  const last = add('Add thousand', 1000)
  return { app: handApp('Debugged', {}, [first, loop, last]), first, inner, double, loop, last }
}
const pauseBar = (page: Page) => page.getByRole('region', { name: /^Waits before/ })
const inspector = (page: Page) => page.locator('[data-pane=inspector]')

test('a run stops before a step, goes on step by step, and takes an edited message', async ({
  page,
  site,
}) => {
  const { app, loop, double } = loopApp()
  await pasteApp(page, site, app)
  await selectStep(page, loop.id)
  await canvasOf(page).press('b')
  await expect(page.getByRole('img', { name: /^Breakpoint/ })).toBeVisible()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(pauseBar(page)).toContainText('Waits before Three times')
  // The message that came is there to be looked at.
  await expect(drawer(page).getByRole('treeitem', { name: /^payload 1$/ })).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/debug-paused-en-light.png' })
  expect(await axeFindings(page)).toEqual([])

  await page.keyboard.press('Shift+F10')
  await expect(pauseBar(page)).toContainText('Waits before Add ten')
  await page.keyboard.press('F10')
  await expect(pauseBar(page)).toContainText('Waits before Add hundred')

  await page.keyboard.press('Alt+e')
  const dialog = page.getByRole('dialog', { name: 'Message that Add hundred gets' })
  await dialog.getByLabel('Payload (JSON)').fill('5')
  await page.screenshot({ path: 'test-results/shots/debug-message-en-light.png' })
  await dialog.getByRole('button', { name: 'Go on with it' }).click()
  await expect(pauseBar(page)).toHaveCount(0)
  await expect(drawer(page).locator('header').getByText('ok', { exact: true })).toBeVisible()
  await expect(drawer(page).getByRole('option').filter({ hasText: 'message edited by hand' })).toHaveCount(1)
  // In the first of its three rounds.
  await selectStep(page, double.id)
  await inspector(page).getByRole('tab', { name: 'Output' }).click()
  await inspector(page).getByRole('button', { name: 'Previous visit' }).click()
  await inspector(page).getByRole('button', { name: 'Previous visit' }).click()
  await expect(inspector(page).getByText('105', { exact: true }).first()).toBeVisible()
})

test('a condition chooses the round; stop ends a run that waits', async ({ page, site }) => {
  const { app, inner } = loopApp()
  await pasteApp(page, site, app)
  await selectStep(page, inner.id)
  await inspector(page).getByRole('tab', { name: 'Debug' }).click()
  await inspector(page).getByRole('switch', { name: 'Stop before this step' }).click()
  await inspector(page).getByRole('textbox', { name: 'Only when' }).click()
  await page.keyboard.type("msg.vars['counter'] == 2")
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(pauseBar(page)).toContainText('Waits before Add ten')
  await expect(drawer(page).getByRole('option').filter({ hasText: 'Add ten' })).toHaveCount(3)
  await page.screenshot({ path: 'test-results/shots/debug-tab-en-light.png' })
  await pauseBar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(drawer(page).locator('header').getByText('stopped', { exact: true })).toBeVisible()
  await expect(pauseBar(page)).toHaveCount(0)
})

test('an answer is pinned in two clicks and stands in for the step; M takes it off', async ({
  page,
  site,
}) => {
  const { app, first, last } = loopApp()
  await pasteApp(page, site, app)
  await runTo(page, 'ok')
  await selectStep(page, first.id)
  await inspector(page).getByRole('tab', { name: 'Output' }).click()
  await inspector(page).getByRole('button', { name: 'Pin this output' }).click()
  await expect(page.locator(`#step-${first.id}`).getByText('pinned')).toBeVisible()
  await inspector(page).getByRole('tab', { name: 'Debug' }).click()
  await inspector(page).getByLabel('Payload (JSON)').fill('7')
  await runTo(page, 'ok')
  await selectStep(page, last.id)
  await inspector(page).getByRole('tab', { name: 'Output' }).click()
  await expect(inspector(page).getByText('1007', { exact: true }).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/debug-pinned-en-light.png' })

  await selectStep(page, first.id)
  await canvasOf(page).press('m')
  await expect(page.locator(`#step-${first.id}`).getByText('pinned')).toHaveCount(0)
})

test('one step, and one round, run again on what was recorded', async ({ page, site }) => {
  const { app, double } = loopApp()
  await pasteApp(page, site, app)
  await runTo(page, 'ok')
  await selectStep(page, double.id)
  await inspector(page).getByRole('tab', { name: 'Debug' }).click()
  await inspector(page).getByRole('button', { name: 'This round only' }).click()
  await expect(drawer(page).getByRole('option')).toHaveCount(2)
  await inspector(page).getByRole('button', { name: 'This step only' }).click()
  await expect(drawer(page).getByRole('option')).toHaveCount(1)
  await inspector(page).getByRole('tab', { name: 'Output' }).click()
  // The last round: 2 + 10 + 100.
  await expect(inspector(page).getByText('112', { exact: true }).first()).toBeVisible()
})

test('the flow runs from a step on with another message, as a run of its own; an edit tells what is outdated', async ({
  page,
  site,
}) => {
  const { app, loop, last } = loopApp()
  await pasteApp(page, site, app)
  await runTo(page, 'ok')
  await selectStep(page, last.id)
  await canvasOf(page).press('Alt+Shift+g')
  const dialog = page.getByRole('dialog', { name: 'Message that Add thousand gets' })
  await dialog.getByLabel('Payload (JSON)').fill('41')
  await dialog.getByRole('button', { name: 'Run with it' }).click()
  await expect(drawer(page).getByRole('option')).toHaveCount(1)
  await inspector(page).getByRole('tab', { name: 'Output' }).click()
  await expect(inspector(page).getByText('1041', { exact: true }).first()).toBeVisible()

  await runTo(page, 'ok')
  await selectStep(page, loop.id)
  await canvasOf(page).press('d')
  await expect(page.locator(`#step-${last.id}`)).toContainText('outdated')
})
