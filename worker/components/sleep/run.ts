// Sleep: other runs go on meanwhile.
import type { Run } from '../../model/context.ts'

const sleep: Run = async (message, context) => {
  await context.sleep(Math.min(context.duration('time'), 86_400_000))
  return message
}
export default sleep
