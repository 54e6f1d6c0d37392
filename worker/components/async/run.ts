// Async: the branch gets a copy of the message. Its errors are lines in the log; the run ends when it has ended.
import type { Run } from '../../model/context.ts'

const asyncScope: Run = (message, context) => {
  const body = context.branches('body')[0]
  if (body) context.detach(body, message)
  return message
}
export default asyncScope
