// What a step shows of itself and of the last run: icon, one line of configuration, badge, the state of its wires. Pure.
import { definition } from '../../worker/definitions.ts'
import type { Branch, Step } from '../../worker/model/app.ts'
import { lineOf } from '../../worker/model/field-value.ts'
import type { StepLight } from '../state/step-lights.ts'
import type { GlyphState } from '../ui/glyph-state.ts'
import { toneOf, type TileTone } from '../ui/tile-tone.ts'

export interface StepLook {
  icon: string
  tone: TileTone
  /** The component's label, in both languages; absent for one that is not known. */
  label?: { en: string; zh: string }
  line: string
  code: boolean
}

export function lookOf(step: Step): StepLook {
  const known = definition(step.component)
  if (!known) return { icon: 'circle-question-mark', tone: 'unknown', line: step.component, code: true }
  const line = known.line?.(step)
  return {
    icon: known.icon,
    tone: toneOf(known.group),
    label: known.label,
    line: line?.text ?? '',
    code: line?.code ?? false,
  }
}

/** The text of a branch's pill after its role: a condition, error types. */
export function branchLine(branch: Branch): { text: string; code: boolean } | undefined {
  const field = branch.role === 'catch' ? branch.config['errors'] : branch.config['condition']
  const line = lineOf(field)
  if (line.text === '' || (branch.role === 'catch' && line.text.toUpperCase() === 'ANY')) return undefined
  return { text: line.text, code: true }
}

export interface Badge {
  state: GlyphState
  /** Failed, running: shown in bold on its own ground. */
  loud: boolean
  /** What stands in it, with words still to be said: `count` rounds or visits, a fault's short code, milliseconds. */
  visits?: number
  failures?: number
  round?: { index: number; count?: number }
  code?: string
  ms?: number
}

/** The badge of a step in the watched run. Undefined: nothing to say. */
export function badgeOf(step: Step, light: StepLight): Badge | undefined {
  if (step.disabled) return undefined
  switch (light.state) {
    case 'running':
      return { state: 'running', loud: true, round: light.round, visits: light.visits || undefined }
    case 'waiting':
      return { state: 'waiting', loud: true, visits: light.visits || undefined }
    case 'failed': {
      const { visits, failures } = light
      return {
        state: 'failed',
        loud: true,
        visits,
        failures,
        code: light.fault && shortCode(light.fault.code),
      }
    }
    case 'ok':
      return { state: 'ok', loud: false, visits: light.visits, ms: light.took / 1000 }
    case 'skipped':
      return { state: 'skipped', loud: false }
    case 'none':
      return { state: 'none', loud: false }
  }
}

/** `HTTP:422` → `422`; other codes keep their name. */
export function shortCode(code: string): string {
  return code.slice(code.indexOf(':') + 1)
}

export type WireState = 'plain' | 'ran' | 'now' | 'failed' | 'dark'

export interface WireEnds {
  above?: StepLight
  below?: StepLight
  /** The scope around, if the wire begins or ends at it, and whether its branch was entered. */
  scope?: StepLight
  branchEntered?: boolean
}

/** How a wire looks in the watched run. */
export function wireState({ above, below, scope, branchEntered }: WireEnds): WireState {
  if (above?.state === 'failed') return 'failed'
  if (below?.state === 'running') return above?.state === 'running' ? 'now' : 'ran'
  if (below && (below.visits > 0 || below.state === 'waiting')) return 'ran'
  if (above) {
    if (above.state === 'ok') return below ? 'dark' : 'ran'
    return above.state === 'running' && above.visits > 0 && !below ? 'ran' : 'dark'
  }
  if (scope) return branchEntered ? (below ? 'now' : 'ran') : 'dark'
  return 'dark'
}

/** Level of detail by zoom: 3 all, 2 no configuration line, 1 tile and name, 0 blocks. */
export function detailAt(zoom: number): 0 | 1 | 2 | 3 {
  return zoom >= 0.75 ? 3 : zoom >= 0.5 ? 2 : zoom >= 0.25 ? 1 : 0
}
