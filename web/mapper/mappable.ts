// Which fields of a step the mapper shows. Pure.
import type { Config } from '../../worker/model/app.ts'
import type { Field } from '../../worker/model/definition.ts'
import { isShown } from '../../worker/model/field-value.ts'

/** Fields that can be mapped: those that hold data, not plain text or a number. */
export function mappable(fields: readonly Field[], config: Config): Field[] {
  return fields.filter(
    (field) =>
      isShown(field, config, fields) &&
      (field.kind === 'rows' ||
        (field.kind === 'value' &&
          (field.type === undefined || field.type === 'dict') &&
          (field.modes?.includes('expression') ?? true))),
  )
}
