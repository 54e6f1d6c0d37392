// Short messages at the bottom left: six seconds, errors stay; one action each; at most three.
import type { GlyphState } from './glyph-state.ts'

export interface Toast {
  id: number
  state: GlyphState
  title: string
  text?: string
  action?: { label: string; keys?: string; run: () => void }
}

let next = 1
let list = $state.raw<Toast[]>([])

export function toasts(): readonly Toast[] {
  return list
}

export function toast(state: GlyphState, title: string, more: Pick<Toast, 'text' | 'action'> = {}): void {
  const id = next++
  list = [...list, { id, state, title, ...more }].slice(-3)
  if (state !== 'failed') setTimeout(() => dismissToast(id), 6000)
}

export function dismissToast(id: number): void {
  list = list.filter((one) => one.id !== id)
}
