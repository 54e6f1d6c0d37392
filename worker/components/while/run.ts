// While: looks at the condition before each round. A round starts with an empty payload; at its ceiling the loop ends.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { next } from '../../model/message.ts'
import { loop } from '../loop.ts'

const whileLoop: Run = (message, context) => {
  const most = Math.min(Math.max(1, Number(context.setting('maxLoops'))), 10_000)
  return loop(message, context, {
    next: (round, between) => {
      const seen = next(between, { payload: message.payload, attributes: message.attributes })
      if (!context.condition('condition', seen)) return undefined
      if (round < most) return Data.none
      context.log(
        'WARN',
        context.flow.name,
        `The loop ${context.step.name} ended at its limit of ${most} rounds.`,
      )
      return undefined
    },
  })
}
export default whileLoop
