// The kinds of fields there are: one file a kind in `fields/`, named after it (`ValueField.svelte` edits `value`).
import type { Component } from 'svelte'
import type { FieldValue } from '../../worker/model/app.ts'
import type { Field, FieldKind } from '../../worker/model/definition.ts'

export interface FieldProps {
  field: Field
  value: FieldValue | undefined
  /** Tells the new value; undefined unsets the field. */
  onchange: (value: FieldValue | undefined) => void
}

const files = import.meta.glob<Component<FieldProps>>('./fields/*Field.svelte', {
  eager: true,
  import: 'default',
})

/** The component that edits a kind of field. */
export function editorOf(kind: FieldKind): Component<FieldProps> | undefined {
  return files[`./fields/${kind[0]!.toUpperCase()}${kind.slice(1)}Field.svelte`]
}
