// Remove Variable: a name that is not there is no error.
import type { Run } from '../../model/context.ts'
import { next } from '../../model/message.ts'

const removeVariable: Run = (message, context) => {
  const name = String(context.setting('name') ?? '')
  if (!message.variables.has(name)) return message
  const variables = new Map(message.variables)
  variables.delete(name)
  return next(message, { variables })
}
export default removeVariable
