// Looking inside a run: data of every step, what changed, errors with step, line and a next step, past runs; live values
// while typing; a script that never ends.
import { expect, test } from './site.ts'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { axeFindings } from './studio-tools.ts'

// A machine that does other work too.
test.describe.configure({ timeout: 180_000 })

const payload = { id: 'c-1', name: 'Mei Lin', email: ' Mei@Northpier.example ', tags: ['a', 'b'] }

test('every step shows what went in, what came out and what it changed', async ({ page, site }) => {
  const clean = step('transform', 'Clean', {
    payload: {
      mode: 'expression',
      source: "{'id': msg.payload['id'], 'email': msg.payload['email'].strip()}",
    },
  })
  const keep = step('set-variable', 'Keep the id', {
    name: 'id',
    value: { mode: 'expression', source: "msg.payload['id']" },
  })
  await pasteApp(page, site, handApp('Look inside', payload, [clean, keep]))
  await runTo(page, 'ok')

  await expect(drawer(page).getByText('"email": "Mei@Northpier.example"')).toBeVisible()

  await selectStep(page, clean.id)
  const inspector = page.locator('[data-pane=inspector]')
  await inspector.getByRole('tab', { name: 'Input' }).click()
  await expect(inspector.getByRole('treeitem', { name: /^name 'Mei Lin'/ })).toBeVisible()
  await inspector.getByRole('tab', { name: 'Output' }).click()
  await expect(inspector.getByRole('treeitem', { name: /^email 'Mei@Northpier.example'/ })).toBeVisible()

  const changes = drawer(page).getByRole('region', { name: 'What changed' })
  await expect(changes.getByRole('row').filter({ hasText: "payload['tags']" })).toBeVisible()
  await selectStep(page, keep.id)
  await drawer(page).getByRole('radio', { name: 'Variables' }).click()
  await expect(drawer(page).getByRole('treeitem', { name: /^id 'c-1'/ })).toBeVisible()

  expect(await axeFindings(page)).toEqual([])
  await page.screenshot({ path: 'test-results/shots/look-inside-en-light.png' })
})

test('an error names step, field, line and the next step, and leads to the field', async ({ page, site }) => {
  const broken = step('set-payload', 'Tier', {
    value: {
      mode: 'code',
      source: "def dw_process(msg):\n    tiers = {'CN': 'A'}\n    return tiers[msg.payload['id']]\n",
    },
  })
  await pasteApp(page, site, handApp('An error', payload, [broken]))
  await runTo(page, 'failed')
  const card = drawer(page).getByRole('group', { name: /DATAWAY/ })
  await expect(card).toContainText('Tier')
  await expect(card).toContainText("KeyError: 'c-1'")
  await expect(card).toContainText('line 3')
  await card.getByRole('button', { name: 'Show step' }).click()
  await expect(page.locator('[data-pane=inspector]').getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Tier',
  )

  // The run is kept: it can be found and looked into later.
  await drawer(page).getByRole('button', { name: 'Runs' }).click()
  const row = page.getByRole('option', { name: /An error.*KeyError/ }).first()
  await row.click()
  await expect(page.getByRole('group', { name: /DATAWAY/ })).toContainText("KeyError: 'c-1'")
  await page.screenshot({ path: 'test-results/shots/runs-en-light.png' })
})

test('a value stands beside its expression while typing, and a path is inserted from the data', async ({
  page,
  site,
}) => {
  const say = step('logger', 'Say', { content: { mode: 'expression', source: "msg.payload['name']" } })
  await pasteApp(page, site, handApp('Live', payload, [say]))
  await runTo(page, 'ok')
  await selectStep(page, say.id)
  const inspector = page.locator('[data-pane=inspector]')
  await expect(inspector.getByText("'Mei Lin'", { exact: true })).toBeVisible()

  const editor = inspector.locator('.cm-content').first()
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type("len(msg.payload['tags'])")
  await expect(inspector.getByText("'2'", { exact: true })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1 +')
  await expect(inspector.getByText('SyntaxError')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await inspector.getByRole('tab', { name: 'Input' }).click()
  await inspector.getByRole('treeitem', { name: /^email/ }).dblclick()
  await expect(editor).toHaveText("msg.payload['email']")
  await expect(inspector.getByText("' Mei@Northpier.example '", { exact: true })).toBeVisible()

  await inspector
    .getByRole('radio', { name: /As text/ })
    .first()
    .click()
  await expect(editor.locator('.weft-chip')).toHaveText('email')
})

test('a script that never ends stops on Stop, and while typing the page goes on', async ({ page, site }) => {
  const endless = 'def dw_process(msg):\n    while True:\n        pass\n'
  const spin = step('transform', 'Spin', { payload: { mode: 'code', source: endless } })
  await pasteApp(page, site, handApp('Endless', payload, [spin]))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(drawer(page).locator('header').getByText('running', { exact: true })).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Stop' }).click()
  await expect(drawer(page).locator('header').getByText('stopped', { exact: true })).toBeVisible()

  await selectStep(page, spin.id)
  const inspector = page.locator('[data-pane=inspector]')
  await expect(inspector.getByText(/DATAWAY:/)).toBeVisible({ timeout: 15_000 })
  const editor = inspector.locator('.cm-content').first()
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('def dw_process(msg):\n    return 41 + 1\n')
  await expect(inspector.getByText('42', { exact: true })).toBeVisible()
})
