// A value field as its editor shows it: a source in one of three modes; and back to how the App stores it.
import type { FieldValue, SourceMode, Tagged } from '../../worker/model/app.ts'
import type { Field } from '../../worker/model/definition.ts'
import { isScalar, type Source } from '../../worker/model/field-value.ts'
import { textSource } from '../../worker/model/text-source.ts'
import { quote } from './mode-switch.ts'

/** The modes a field offers, in the order of the switch. */
export function modesOf(field: Field): SourceMode[] {
  if (field.kind === 'condition') return ['expression', 'code']
  return field.modes ?? ['text', 'expression', 'code']
}

/** What the editor shows for a stored value; undefined for one that is not set or that it cannot show. */
export function shownSource(value: FieldValue | undefined, modes: readonly SourceMode[]): Source | undefined {
  if (value === undefined) return undefined
  if (isScalar(value)) return literal(value, modes)
  if (value.mode === 'secret') return undefined
  return value.mode === 'literal' ? literal(value.value, modes) : { mode: value.mode, source: value.source }
}

function literal(value: Tagged, modes: readonly SourceMode[]): Source {
  if (typeof value === 'string' && modes.includes('text')) return { mode: 'text', source: textSource(value) }
  if (modes.includes('expression')) return { mode: 'expression', source: pythonLiteral(value) }
  return { mode: modes[0] ?? 'text', source: typeof value === 'string' ? value : JSON.stringify(value) }
}

/** JSON as DataWay would write it. */
export function pythonLiteral(value: Tagged): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`
  return `{${Object.entries(value).map(([key, item]) => `${quote(key)}: ${pythonLiteral(item)}`).join(', ')}}` // prettier-ignore
}

/** A source as the App stores it; an empty one is not stored. */
export function storedSource(
  { mode, source }: Source,
  before: FieldValue | undefined,
): FieldValue | undefined {
  if (source === '') return undefined
  const as = typeof before === 'object' && before !== null && 'as' in before ? before.as : undefined
  return as ? { mode, source, as } : { mode, source }
}
