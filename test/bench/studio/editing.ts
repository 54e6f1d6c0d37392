// In the editor: when an edit is safe, how fast a run is walked, what a drag costs among 500 steps, how soon a value stands
// beside its expression.
import type { Browser, Page } from 'playwright-core'
import { handApp, step } from '../../support/hand-app.ts'
import type { App } from '../../../worker/model/app.ts'
import { attempt, keyToFrame, times, type Measure } from './measure.ts'

export async function editing(browser: Browser, url: string): Promise<Measure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(60_000)
  try {
    return [
      ...(await attempt(context, 'edit on disk', async (page) => [await savedTime(page, url)])),
      ...(await attempt(context, 'live value', (page) => liveTimes(page, url))),
      ...(await attempt(context, 'walk through a run', (page) => runTimes(page, url))),
      ...(await attempt(context, '500 steps', (page) => manySteps(page, url))),
    ]
  } finally {
    await context.close()
  }
}

/** Opens Home, pastes the app, waits for its first step. */
export async function paste(page: Page, url: string, app: App): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Paste', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(JSON.stringify(app))
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click()
  await page.locator(`#step-${app.flows[0]!.trigger!.id}`).waitFor()
}

export async function selectStep(page: Page, id: string): Promise<void> {
  await page.locator(`#step-${id}`).click({ position: { x: 60, y: 12 } })
}

/** From the key that edits to the word that says the edit is in the flushed log. */
async function savedTime(page: Page, url: string): Promise<Measure> {
  const one = step('logger', 'Say', { content: { mode: 'text', source: 'hello' } })
  await paste(page, url, handApp('Saved', { a: 1 }, [one]))
  await selectStep(page, one.id)
  await page.waitForTimeout(500)
  return times(
    'edit on disk',
    50,
    () =>
      page.evaluate(async () => {
        const state = document.querySelector('.saved')!
        const target = document.activeElement!
        const began = performance.now()
        const saved = new Promise<number>((done) => {
          let wasSaving = false
          new MutationObserver((_, observer) => {
            if (!/Saved/.test(state.textContent!)) wasSaving = true
            else if (wasSaving) {
              observer.disconnect()
              done(performance.now() - began)
            }
          }).observe(state, { subtree: true, childList: true, characterData: true })
        })
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'd', code: 'KeyD', bubbles: true, cancelable: true }),
        )
        const took = await saved
        await new Promise((done) => setTimeout(done, 50))
        return took
      }),
    { count: 100, judged: 'p95' },
  )
}

/** From a typed letter to the value beside the field, over 1,000 items. */
async function liveTimes(page: Page, url: string): Promise<Measure[]> {
  const rows = Array.from({ length: 1000 }, (_, i) => ({ id: i, name: `name ${i}`, price: i / 4 }))
  const one = step('logger', 'Sum', {
    content: { mode: 'expression', source: "sum(r['price'] for r in msg.payload) + 1" },
  })
  await paste(page, url, handApp('Live', rows, [one]))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.locator(`#step-${one.id}.ok, .step.ok`).first().waitFor()
  await selectStep(page, one.id)
  const inspector = page.locator('[data-pane=inspector]')
  await inspector.locator('.value .text').first().waitFor()
  await inspector.locator('.cm-content').first().click()
  await page.keyboard.press('Control+End')
  await page.waitForTimeout(500)
  const live = await times('live value beside the field, 1,000 items', 50, async (round) => {
    // The watch stands before the key is pressed, and is asked for afterwards.
    await inspector
      .locator('.value .text')
      .first()
      .evaluate((text) => {
        const watch = new Promise<number>((done) => {
          let began = 0
          addEventListener('keydown', () => (began = performance.now()), { once: true, capture: true })
          new MutationObserver((_, observer) => {
            if (began === 0) return
            observer.disconnect()
            done(performance.now() - began)
          }).observe(text.closest('.value')!, { subtree: true, childList: true, characterData: true })
        })
        ;(globalThis as Record<string, unknown>)['watch'] = watch
      })
    // A digit more, then one less: the value changes each time.
    await page.keyboard.press(round % 2 === 0 ? '7' : 'Backspace')
    return page.evaluate(() => (globalThis as Record<string, unknown>)['watch'] as Promise<number>)
  })
  return [live]
}

/** A run with a few thousand events, forward and back by one. */
async function runTimes(page: Page, url: string): Promise<Measure[]> {
  const inside = [step('set-variable', 'Keep', { name: 'n', value: { mode: 'expression', source: 'msg.payload' } }), step('logger', 'Say', { content: { mode: 'expression', source: 'vars' } })] // prettier-ignore
  inside[1]!.config = { content: { mode: 'text', source: 'round' } }
  const loop = { ...step('for-each', 'Each', { items: { mode: 'expression', source: 'list(range(500))' } }), branches: [{ id: 'benchbr1', role: 'body', config: {}, steps: inside }] } // prettier-ignore
  await paste(page, url, handApp('Walk', { a: 1 }, [loop]))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('region', { name: 'Run', exact: true }).locator('header').getByText('ok', { exact: true }).waitFor() // prettier-ignore
  await page.waitForTimeout(500)
  const events = await page.evaluate(() => document.body.innerText.match(/([\d,]+) events/)?.[1])
  for (let i = 0; i < 20; i++) await keyToFrame(page, 'F8', { shiftKey: true })
  const back = await times(`step back in a run${events ? ` of ${events} events` : ''}`, 50, () => keyToFrame(page, 'F8', { shiftKey: true })) // prettier-ignore
  const on = await times('step forward in it', 50, () => keyToFrame(page, 'F8'))
  return [back, on]
}

async function manySteps(page: Page, url: string): Promise<Measure[]> {
  const steps = Array.from({ length: 500 }, (_, i) =>
    step('logger', `Step ${i + 1}`, { content: { mode: 'text', source: `message ${i}` } }),
  )
  await paste(page, url, handApp('Five hundred', { a: 1 }, steps))
  const address = page.url()
  const first = `#step-${steps[0]!.id}`
  const open = await times('500 steps open', 1000, async () => {
    await page.goto('about:blank')
    const began = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction((id) => document.querySelector(id), first, { polling: 'raf' })
    return performance.now() - began
  })
  await page.waitForTimeout(1000)
  return [
    open,
    await frameCost(page, 'dragging a step among 500, main-thread CPU a frame', async (frames) => {
      const box = (await page.locator(first).boundingBox())!
      await page.mouse.move(box.x + 60, box.y + 12)
      await page.mouse.down()
      await page.mouse.move(box.x + 70, box.y + 30)
      await frames((i) => page.mouse.move(box.x + 60 + (i % 20), box.y + 12 + i * 4))
      await page.keyboard.press('Escape')
      await page.mouse.up()
    }),
    await frameCost(page, 'panning over 500 steps, main-thread CPU a frame', async (frames) => {
      const pane = (await page.locator('.svelte-flow__pane').boundingBox())!
      await page.mouse.move(pane.x + 20, pane.y + pane.height - 20)
      await page.mouse.down()
      await frames((i) => page.mouse.move(pane.x + 20 + (i % 3), pane.y + pane.height - 20 - i * 6))
      await page.mouse.up()
    }),
  ]
}

/** Time that the main thread was at work while the pointer moved once a frame, divided by the frames. */
async function frameCost(
  page: Page,
  what: string,
  play: (frames: (move: (i: number) => Promise<void>) => Promise<void>) => Promise<void>,
): Promise<Measure> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  const costs: number[] = []
  await play(async (move) => {
    for (let i = 0; i < 60; i++) {
      const before = await busy()
      await move(i)
      await frame()
      costs.push((await busy()) - before)
    }
  })
  await session.detach()
  const sorted = costs.sort((a, b) => a - b)
  return { what, unit: 'ms', p50: sorted[30]!, p95: sorted[57]!, goal: 16 }
}
