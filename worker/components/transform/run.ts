// Transform: all parts see the message as it came in; a part that is not set is inherited.
import type { Run } from '../../model/context.ts'
import { fault } from '../../model/fault.ts'
import { next } from '../../model/message.ts'

const transform: Run = (message, context) => {
  const payload = context.field('payload', message) ?? message.payload
  const attributes = context.field('attributes', message) ?? message.attributes
  if (attributes !== message.attributes && context.typeName(attributes) !== 'dict')
    throw fault('CORE:TYPE', `Attributes are a ${context.typeName(attributes)}; a dict was wanted.`, {
      at: { field: 'attributes' },
      hint: "Write a dict: {'key': value}.",
    })
  const added = context.rows('variables', message)
  const variables = message.variables.and(added)
  return next(message, { payload, attributes, variables })
}
export default transform
