// How a field of a thing is named and shown: by its definition where it has one.
import type { App } from '../../worker/model/app.ts'
import type { Difference } from '../../worker/compare/difference.ts'
import { definition } from '../../worker/definitions.ts'
import { findStep } from '../../worker/model/walk.ts'
import { say } from '../text/language.svelte.ts'
import { compareWords } from './words.ts'

export function fieldLabel(app: App, { kind, thing, scope, field = '' }: Difference): string {
  const own = compareWords().own[field]
  if (own) return own
  const name = field.replace(/^(config|settings)\./, '')
  const component = findStep(app, kind === 'branch' ? scope! : thing)?.step.component
  const known = component === undefined ? undefined : definition(component)
  const fields = kind === 'branch' ? known?.branches?.flatMap((branch) => branch.fields) : known?.fields
  const label = fields?.find((one) => one.name === name)?.label
  return label ? say(label) : name
}

/** A field value as a person reads it: the source of an expression, text as it is, anything else as JSON. */
export function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) {
    const { mode, source } = value as { mode?: string; source?: string }
    if (typeof source === 'string' && mode !== undefined) return source
  }
  return JSON.stringify(value, null, 2)
}
