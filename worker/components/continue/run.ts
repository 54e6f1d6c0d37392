// Continue: the message at this point ends the round; the innermost loop catches it.
import { LoopSignal, type Run } from '../../model/context.ts'

const continueStep: Run = (message) => {
  throw new LoopSignal('continue', message)
}
export default continueStep
