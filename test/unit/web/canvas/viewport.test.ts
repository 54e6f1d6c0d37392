// Where the window looks.
import { describe, expect, test } from 'vitest'
import type { Box, FlowLayout } from '../../../../web/canvas/layout.ts'
import { fitAll, fitWidth, keepVisible } from '../../../../web/canvas/viewport.ts'

const layout = (width: number, height: number) => ({ width, height, left: -width / 2 }) as FlowLayout
const box = (x: number, y: number): Box => ({ kind: 'step', id: 's', x, y, width: 208, height: 48, depth: 0 })

test('the first view shows the beginning, in the middle, never above 100 % and never too small to read', () => {
  expect(fitWidth(layout(300, 5000), 1000, 700)).toMatchObject({ x: 500, zoom: 1 })
  expect(fitWidth(layout(5000, 5000), 1000, 700).zoom).toBe(0.75)
})

test('fitting shows all of the flow', () => {
  const view = fitAll(layout(2000, 3000), 1000, 700)
  expect(3000 * view.zoom + view.y).toBeLessThanOrEqual(700)
  expect(view.y).toBeGreaterThanOrEqual(0)
})

describe('bringing a step into view', () => {
  const view = { x: 500, y: 0, zoom: 1 }
  test('does nothing for one that is seen', () =>
    expect(keepVisible(box(-104, 300), view, 1000, 700)).toBeUndefined())
  test('moves a little for the next one', () => {
    const moved = keepVisible(box(-104, 620), view, 1000, 700)!
    expect(moved.x).toBe(500)
    expect(moved.y).toBeLessThan(0)
    expect(moved.y).toBeGreaterThan(-100)
  })
  test('puts one far away into the middle', () => {
    const moved = keepVisible(box(-104, 3000), view, 1000, 700)!
    expect(3000 + 24 + moved.y).toBe(350)
  })
})
