// The colour of a step's tile says its kind.
import type { Group } from '../../worker/model/definition.ts'

export type TileTone = 'trigger' | 'control2' | 'data' | 'conn' | 'unknown'

const tones: Record<Group, TileTone> = {
  trigger: 'trigger',
  flow: 'control2',
  errors: 'control2',
  parallel: 'control2',
  data: 'data',
  function: 'data',
  connector: 'conn',
}

export function toneOf(group: Group | undefined): TileTone {
  return group ? tones[group] : 'unknown'
}
