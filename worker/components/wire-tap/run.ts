// Wire Tap: what becomes of the copy is of no concern to this run; that it could not be given is a line in the log.
import type { Run } from '../../model/context.ts'
import { isFault } from '../../model/fault.ts'

const wireTap: Run = async (message, context) => {
  const warn = (why: string): void => context.log('WARN', context.flow.name, `The copy was not given: ${why}`)
  try {
    const run = await context.launch(context.setting<string>('flow') ?? '', message)
    if (run === undefined) warn('too many runs are under way, or flows tap each other without end.')
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    warn(`${thrown.code} ${thrown.message}`)
  }
  return message
}
export default wireTap
