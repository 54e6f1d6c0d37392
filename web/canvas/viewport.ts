// Where the window looks: fits, and bringing a step into view. Pure.
import type { Box, FlowLayout } from './layout.ts'

export interface View {
  x: number
  y: number
  zoom: number
}
export const zoomSteps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2]
const margin = 48
/** Room at the top for the name of the flow. */
const top = 24

/** The first view: the flow's whole width if that can still be read, its beginning, never above 100 %. */
export function fitWidth(layout: FlowLayout, width: number, height: number): View {
  const zoom = Math.max(0.75, Math.min(1, (width - 2 * margin) / layout.width))
  const tall = layout.height * zoom
  const y = tall + 2 * margin < height ? Math.min(margin * 1.5, (height - tall) / 2) : top
  return { x: width / 2, y, zoom }
}

/** All of the flow. */
export function fitAll(layout: FlowLayout, width: number, height: number): View {
  const zoom = Math.max(
    0.1,
    Math.min(1, (width - 2 * margin) / layout.width, (height - 2 * margin) / layout.height),
  )
  return { x: width / 2, y: (height - layout.height * zoom) / 2, zoom }
}

/** The view from which a step's head can be seen: moved a little for a neighbour, to the middle for one far away. Undefined where it can be seen. */
export function keepVisible(box: Box, view: View, width: number, height: number): View | undefined {
  const seen = 56
  const left = box.x * view.zoom + view.x
  const right = left + box.width * view.zoom
  const upper = box.y * view.zoom + view.y
  const lower = upper + Math.min(box.height, 64) * view.zoom
  const dx = right - left > width - 2 * seen ? 0 : shift(left, right, seen, width - seen)
  const dy = shift(upper, lower, seen, height - seen)
  return dx === 0 && dy === 0 ? undefined : { x: view.x + dx, y: view.y + dy, zoom: view.zoom }
}

function shift(from: number, to: number, min: number, max: number): number {
  const least = from < min ? min - from : to > max ? max - to : 0
  return Math.abs(least) < (max - min) / 4 ? least : (min + max) / 2 - (from + to) / 2
}
