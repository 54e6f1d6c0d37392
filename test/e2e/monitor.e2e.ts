// The Monitor: what ran, what failed, how long it took; what runs by itself and when next; in both languages and themes.
import { axeFindings, looks, openStudio } from './studio-tools.ts'
import { handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { expect, test } from './site.ts'

test.describe.configure({ timeout: 180_000 })

test('runs and failures are counted by flow, and a failure leads to its run', async ({
  page,
  site,
  context,
}) => {
  const set = step('set-payload', 'Set', { value: { mode: 'expression', source: '1' } })
  const broken = { ...step('raise-error', 'Break', { type: 'SHOP:CLOSED', description: 'come back tomorrow' }), disabled: true } // prettier-ignore
  await pasteApp(page, site, handApp('Watched', {}, [set, broken]))
  await runTo(page, 'ok')
  await runTo(page, 'ok')
  await selectStep(page, broken.id)
  await page.getByRole('application').press('d')
  await runTo(page, 'failed')

  await page.goto(`${site.url}#/monitor`)
  const tile = (name: string) => page.locator('.tiles > div').filter({ hasText: name })
  await expect(tile('Runs')).toContainText('3')
  await expect(tile('Failures')).toContainText('1')
  await expect(tile('Failures')).toContainText('33.3 %')
  const row = page.getByRole('region', { name: 'Flows' }).getByRole('row').filter({ hasText: 'Watched' })
  await expect(row.getByRole('cell').nth(2)).toHaveText('3')
  await expect(page.getByRole('img', { name: /^3 runs, 1 failed/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Started by' }).selectOption('itself')
  await expect(tile('Runs')).toContainText('0')
  await page.getByRole('combobox', { name: 'Started by' }).selectOption('')

  // Dragging over the chart looks at a part of the time: the first half had no run.
  const box = (await page.locator('.u-over').first().boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 })
  await page.mouse.up()
  await expect(tile('Runs')).toContainText('0')
  await page.getByRole('button', { name: 'Show the whole time' }).click()
  await expect(tile('Runs')).toContainText('3')

  for (const look of looks) {
    const { page: other, errors } = await openStudio(context, `${site.url}#/monitor`, look)
    await expect(other.locator('.tiles > div').first()).toContainText('3')
    await expect(other.locator('.u-over').first()).toBeVisible()
    expect(await axeFindings(other)).toEqual([])
    await other.screenshot({ path: `test-results/shots/monitor-${look.language}-${look.theme}.png` })
    expect(errors).toEqual([])
    await other.close()
  }
  await page
    .locator('.two')
    .getByRole('link', { name: /SHOP:CLOSED/ })
    .click()
  await expect(page).toHaveURL(/#\/runs\//)
})

test('a published schedule shows when it runs next', async ({ page, site }) => {
  const app = handApp('Clockwork', {}, [step('set-payload', 'Set', { value: 'x' })])
  app.flows[0]!.trigger = step('scheduler', 'Often', { mode: 'periodic', every: '5 min' })
  await pasteApp(page, site, app)
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^Publish/ })
  if (await confirm.isVisible({ timeout: 3_000 }).catch(() => false)) await confirm.click()
  await expect(page.getByText(/published/i).first()).toBeVisible()
  await page.goto(`${site.url}#/monitor`)
  const running = page.locator('.two .card').first()
  await expect(running).toContainText('Clockwork')
  await expect(running).toContainText(/next \d\d:\d\d:\d\d, in (\d+ s|[1-5] min)/, { timeout: 20_000 })
})
