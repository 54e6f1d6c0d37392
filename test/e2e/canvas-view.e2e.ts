// How a flow is looked at: the map in the corner, what a step shows from afar, steps that glide to their new places.
import type { Page } from '@playwright/test'
import { handApp, pasteApp, runTo, selectStep, step } from './paste-app.ts'
import { expect, test, type Site } from './site.ts'
import { canvasOf } from './studio-tools.ts'

/** A flow of many steps, of which the last one fails. */
async function openLongFlow(page: Page, site: Site): Promise<{ first: string; last: string }> {
  const steps = Array.from({ length: 40 }, (_, i) =>
    step('logger', `Say ${i + 1}`, { content: { mode: 'text', source: `line ${i + 1}` } }),
  )
  const last = step('raise-error', 'Give up', { type: 'TEST:END' })
  await pasteApp(page, site, handApp('Long', {}, [...steps, last]))
  return { first: steps[0]!.id, last: last.id }
}

/** How many pixels of the map are near a colour of the theme. */
function onMap(page: Page, colour: string): Promise<number> {
  return page.locator('[data-pane=canvas] canvas').evaluate((map: HTMLCanvasElement, name) => {
    const probe = document.createElement('canvas').getContext('2d')!
    probe.fillStyle = getComputedStyle(map).getPropertyValue(`--${name}`)
    probe.fillRect(0, 0, 1, 1)
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data
    const { data } = map.getContext('2d')!.getImageData(0, 0, map.width, map.height)
    let count = 0
    for (let i = 0; i < data.length; i += 4)
      if (Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!) < 60) count++
    return count
  }, colour)
}

test('the map shows the whole flow and its failure, and leads to a place', async ({ page, site }) => {
  const { first, last } = await openLongFlow(page, site)
  const map = page.locator('[data-pane=canvas] canvas')
  await expect(map).toBeVisible()
  expect(await onMap(page, 'fail-fill')).toBe(0)
  await runTo(page, 'failed')
  await expect.poll(() => onMap(page, 'fail-fill')).toBeGreaterThan(0)

  await canvasOf(page).focus()
  await page.keyboard.press('Escape')
  await map.click({ position: { x: 60, y: 8 } })
  await expect(page.locator(`#step-${first}`)).toBeInViewport()
  await expect(page.locator(`#step-${last}`)).toHaveCount(0)
  const box = (await map.boundingBox())!
  await page.mouse.move(box.x + 60, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 78, { steps: 5 })
  await page.mouse.up()
  await expect(page.locator(`#step-${last}`)).toBeInViewport()
  await expect(page.locator(`#step-${first}`)).toHaveCount(0)

  await page.keyboard.press('Alt+m')
  await expect(map).toHaveCount(0)
  await page.reload()
  await expect(canvasOf(page)).toBeVisible()
  await expect(map).toHaveCount(0)
  await page.getByRole('button', { name: 'Overview map', exact: true }).click()
  await expect(map).toBeVisible()
})

test('from afar a step shows less, and at last only its state', async ({ page, site }) => {
  const fail = step('raise-error', 'Give up', { type: 'TEST:END' })
  const say = step('logger', 'Say hello', { content: { mode: 'text', source: 'hello' } })
  const scope = { ...step('try', 'Catch it'), branches: [{ id: 'bodybody', role: 'body', config: {}, steps: [say, fail] }] } // prettier-ignore
  await pasteApp(page, site, handApp('Afar', {}, [scope]))
  await runTo(page, 'failed')
  await canvasOf(page).focus()
  const node = page.locator(`#step-${say.id}`)
  const zoomTo = async (percent: string) => {
    for (let i = 0; i < 12; i++) {
      if (await page.getByRole('button', { name: percent, exact: true }).isVisible()) return
      await page.keyboard.press('Control+-')
      await page.waitForTimeout(200)
    }
    throw new Error(`no ${percent}`)
  }
  await page.keyboard.press('Control+0')
  await expect(node.locator('.line')).toHaveText(/hello/)
  await expect(node.locator('.number')).toHaveText(/×1 · .*(ms|µs)/)
  await expect(page.locator('.plus').first()).toBeVisible()

  await zoomTo('67 %')
  await expect(node.locator('.line')).toHaveCount(0)
  await expect(node.locator('.number')).toHaveText('×1')
  await expect(page.locator('.plus .disc').first()).toHaveCSS('opacity', '0')

  await zoomTo('33 %')
  await expect(node.locator('.number')).toHaveCount(0)
  await expect(node.locator('.badge svg')).toBeVisible()
  await expect(page.locator('.plus')).toHaveCount(0)
  // The name is drawn as large as at full size.
  const drawn = (await node.locator('.name').evaluate((name) => parseFloat(getComputedStyle(name).fontSize))) * 0.33 // prettier-ignore
  expect(drawn).toBeGreaterThan(10)

  await zoomTo('10 %')
  await expect(node.locator('.name')).toBeHidden()
  const colourOf = (id: string) =>
    page.locator(`#step-${id}`).evaluate((one) => getComputedStyle(one).backgroundColor)
  expect(await colourOf(say.id)).not.toBe(await colourOf(fail.id))
  await expect(page.locator(`#step-${scope.id}`).getByText('Catch it')).toBeVisible()
  await page.keyboard.press('Alt+0')
  await expect(node.locator('.name')).toBeVisible()
})

for (const [how, reducedMotion] of [
  ['glide to their new places', 'no-preference'],
  ['are there at once for whoever wants less motion', 'reduce'],
] as const)
  test(`steps ${how}`, async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion })
    const steps = ['One', 'Two', 'Three'].map((name) => step('logger', name))
    await pasteApp(page, site, handApp('Motion', {}, steps))
    await selectStep(page, steps[0]!.id)
    await page.waitForTimeout(500)
    const places = page.evaluate(async (id) => {
      const seen: number[] = []
      const began = performance.now()
      while (performance.now() - began < 1500) {
        seen.push(Math.round(document.getElementById(`step-${id}`)!.getBoundingClientRect().y))
        await new Promise((done) => requestAnimationFrame(done))
      }
      return seen.filter((y, i) => y !== seen[i - 1])
    }, steps[2]!.id)
    await canvasOf(page).focus()
    await page.keyboard.press('Delete')
    const passed = await places
    expect(passed[0]! - passed.at(-1)!).toBe(86)
    if (reducedMotion === 'reduce') expect(passed).toHaveLength(2)
    else expect(passed.length).toBeGreaterThan(4)
    expect(passed).toEqual([...passed].sort((a, b) => b - a))
  })
