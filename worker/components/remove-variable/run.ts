// Remove Variable: a name that is not there is no error.
import type { Run } from '../../model/context.ts'
import { withVariables } from '../../model/message.ts'

const removeVariable: Run = (message, context) => {
  const name = String(context.setting('name') ?? '')
  if (!message.variables.has(name)) return message
  return withVariables(message, message.variables.without(name))
}
export default removeVariable
