// Bad input where it is typed: told in its place, nothing lost, nothing frozen.
import { expect, test } from './site.ts'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'

// A machine that does other work too.
test.describe.configure({ timeout: 180_000 })

const say = () => step('logger', 'Say', { content: { mode: 'expression', source: "msg.payload['name']" } })

test('pasted garbage stays in its field, is told there, and can be undone', async ({ page, site }) => {
  const one = say()
  await pasteApp(page, site, handApp('Garbage', { name: 'Mei' }, [one]))
  await selectStep(page, one.id)
  const inspector = page.locator('[data-pane=inspector]')
  const editor = inspector.locator('.cm-content').first()
  const garbage = '((({{ "\u202Eevil\u200B" \\x00 日本語 '.repeat(200)
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(garbage)
  await expect(inspector.getByText('SyntaxError')).toBeVisible()
  await inspector
    .getByRole('radio', { name: /As text/ })
    .first()
    .click()
  await inspector
    .getByRole('radio', { name: /expression/ })
    .first()
    .click()
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText("msg.payload['name'] * 2")
  await expect(inspector.getByText("'MeiMei'", { exact: true })).toBeVisible()
})

test('a name of 400 characters and a payload of 10,000 keys do not break the panes', async ({
  page,
  site,
}) => {
  const long = { ...say(), name: 'Übung 名称 '.repeat(45).slice(0, 400) }
  const payload = {
    name: 'Mei',
    ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, i])),
  }
  await pasteApp(page, site, handApp('Long', payload, [long]))
  await runTo(page, 'ok')
  await selectStep(page, long.id)
  const inspector = page.locator('[data-pane=inspector]')
  const box = (await inspector.boundingBox())!
  expect(box.x + box.width).toBeLessThanOrEqual(1440)
  await inspector.getByRole('tab', { name: 'Input' }).click()
  const tree = inspector.getByRole('tree')
  await tree.getByRole('treeitem', { name: /^payload/ }).click()
  await tree.focus()
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('treeitem', { name: /^key0 0/ })).toBeVisible()
  await page.keyboard.press('End')
  await expect(tree.getByRole('treeitem', { name: /^variables/ })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(tree.getByRole('treeitem', { name: /^key9999 9999/ })).toBeVisible()
})

test('a sample that is too big is refused with the reason; the page stays quick', async ({ page, site }) => {
  await pasteApp(page, site, handApp('Big', { name: 'Mei' }, [say()]))
  await page
    .locator('[id^=step-]')
    .first()
    .click({ position: { x: 60, y: 12 } })
  const inspector = page.locator('[data-pane=inspector]')
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })
  await inspector.locator('input[type=file]').setInputFiles({
    name: 'big.json',
    mimeType: 'application/json',
    buffer: Buffer.alloc(49 * 1024 * 1024, 'x'),
  })
  await expect(inspector.getByRole('alert')).toContainText('51.4 MB is more than the 8.4 MB')
  await inspector.locator('input[type=file]').setInputFiles({
    name: 'fits.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ name: 'Mei', rest: 'y'.repeat(5_000_000) })),
  })
  await expect(inspector.getByText('Too big to edit here')).toBeVisible()
  await runTo(page, 'ok')
  await expect(drawer(page).getByRole('button', { name: 'Copy value' })).toBeVisible()
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
  test.info().annotations.push({ type: 'longest task', description: `${Math.round(longest)} ms` })
})

test('a sample that is not JSON is told when the flow reads it, and the form says what is wrong', async ({
  page,
  site,
}) => {
  await pasteApp(page, site, handApp('Not JSON', { name: 'Mei' }, [say()]))
  await page
    .locator('[id^=step-]')
    .first()
    .click({ position: { x: 60, y: 12 } })
  const inspector = page.locator('[data-pane=inspector]')
  await inspector.getByRole('textbox', { name: 'Variables' }).fill('{"a": ')
  await expect(inspector.getByText('Not a JSON object')).toBeVisible()
  await inspector.getByRole('textbox', { name: 'Variables' }).fill('')
  await inspector.getByRole('textbox', { name: 'Payload' }).fill('{"name": ')
  await runTo(page, 'failed')
  await expect(drawer(page).getByRole('group', { name: /DATAWAY|CORE/ })).toContainText('Say')
})
