// Break: the message at this point ends the round; the innermost loop catches it.
import { LoopSignal, type Run } from '../../model/context.ts'

const breakStep: Run = (message) => {
  throw new LoopSignal('break', message)
}
export default breakStep
