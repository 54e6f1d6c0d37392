// Tests in the studio: a run is saved as a test in one click, fails with expected and got when the flow changes, and what no
// test reaches shows on the canvas.
import { axeFindings, canvasOf } from './studio-tools.ts'
import { drawer, handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import type { Branch } from '../../worker/model/app.ts'
import { expect, test } from './site.ts'

test.describe.configure({ timeout: 180_000 })

function choiceApp() {
  const big = step('set-payload', 'Big', { value: { mode: 'expression', source: "{'size': 'big', 'n': 1}" } })
  const small = step('set-payload', 'Small', { value: { mode: 'expression', source: "{'size': 'small'}" } })
  const branches: Branch[] = [
    { id: 'testwhen', role: 'when', config: { condition: { mode: 'expression' as const, source: "msg.payload['n'] > 10" } }, steps: [big] }, // prettier-ignore
    { id: 'testelse', role: 'otherwise', config: {}, steps: [small] },
  ]
  const choice = { ...step('choice', 'How many'), branches }
  return { app: handApp('Tested', { n: 42 }, [choice]), big, small, choice }
}

test('a run becomes a test in one click; an edit makes it fail with what was expected and got', async ({
  page,
  site,
}) => {
  const { app, big, small } = choiceApp()
  await pasteApp(page, site, app)
  await runTo(page, 'ok')
  await drawer(page).getByRole('button', { name: 'Save as test' }).click()
  const list = drawer(page).getByRole('list', { name: 'Tests' })
  await expect(list.getByRole('img', { name: 'passed' })).toHaveCount(1)
  await expect(drawer(page).getByText("msg.payload == {'size': 'big', 'n': 1}")).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/tests-passed-en-light.png' })
  expect(await axeFindings(page)).toEqual([])

  await drawer(page).getByRole('button', { name: 'Run all tests' }).click()
  await expect(drawer(page).getByText('2/3 steps, 1/2 branches')).toBeVisible()
  await drawer(page).getByRole('switch', { name: 'Coverage on the canvas' }).click()
  await expect(page.locator(`#step-${small.id}`)).toContainText('no test')
  await expect(page.locator(`#step-${big.id}`)).not.toContainText('no test')
  await page.screenshot({ path: 'test-results/shots/tests-coverage-en-light.png' })

  await selectStep(page, big.id)
  await canvasOf(page).press('d')
  await expect(drawer(page).getByText('edited since').first()).toBeVisible()
  await canvasOf(page).press('Alt+y')
  await expect(list.getByRole('img', { name: 'failed' })).toHaveCount(1)
  await expect(drawer(page).getByText('Expected', { exact: true })).toBeVisible()
  await expect(drawer(page).locator('mark.got')).toBeVisible()
  await page.screenshot({ path: 'test-results/shots/tests-failed-en-light.png' })

  await drawer(page).getByRole('button', { name: 'Look inside' }).click()
  await expect(drawer(page).getByRole('option').filter({ hasText: 'How many' })).toHaveCount(1)
})

test('a test is written by hand with the keyboard, runs, and outlives a reload', async ({ page, site }) => {
  const { app } = choiceApp()
  await pasteApp(page, site, app)
  await drawer(page).getByRole('tab', { name: 'Tests' }).click()
  await drawer(page).getByRole('button', { name: 'New test' }).first().click()
  await drawer(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Few are small')
  await drawer(page).getByRole('textbox', { name: 'Payload' }).fill('{"n": 3}')
  await drawer(page).getByRole('button', { name: 'Add an assertion' }).click()
  await drawer(page).getByRole('textbox', { name: 'Assertion 1' }).click()
  await page.keyboard.type("msg.payload['size'] == 'small'")
  await page.keyboard.press('Alt+y')
  const list = drawer(page).getByRole('list', { name: 'Tests' })
  await expect(list.getByRole('img', { name: 'passed' })).toHaveCount(1)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await drawer(page).getByRole('tab', { name: 'Tests' }).click()
  await expect(list).toContainText('Few are small')
})
