// What For Each and While share: the variables of a round, Break and Continue, and the message after the loop.
import { LoopSignal, type Context } from '../model/context.ts'
import { Data } from '../model/data.ts'
import { andThen, attempt, repeat, type MaybePromise } from '../model/maybe-promise.ts'
import { emptyDict, message as newMessage, withPayload, withVariables, type Message } from '../model/message.ts'
import { MessageValue } from '../model/value.ts'

export interface Rounds {
  /** Payload of the next round, or undefined: the loop is over. Sees the variables as they are by now. */
  next(round: number, between: Message): Data | undefined
  count?: number
}

/**
 * Runs the branch `body` round after round. Variables carry over. Afterwards: payload and attributes as before, variables
 * as the rounds left them, counter and root message as they were before the loop.
 */
export function loop(message: Message, context: Context, rounds: Rounds): MaybePromise<Message> {
  const body = context.branches('body')[0]
  const counter = String(context.setting('counter') ?? 'counter')
  const rootName = String(context.setting('rootMessage') ?? 'rootMessage')
  const root = Data.of(new MessageValue(message))
  let variables = message.variables
  let round = 0

  const oneRound = (): MaybePromise<boolean> => {
    const own = variables.with(counter, Data.of(round)).with(rootName, root)
    const between = newMessage(Data.none, emptyDict, own, message.seqId)
    const payload = rounds.next(round, between)
    if (payload === undefined) return false
    const start = withPayload(between, payload)
    let goOn = true
    const end = attempt(
      () => (body ? context.branch(body, start, round, rounds.count) : start),
      (thrown) => {
        if (!(thrown instanceof LoopSignal)) throw thrown
        goOn = thrown.kind === 'continue'
        return thrown.message
      },
    )
    return andThen(end, (done) => {
      variables = done.variables
      round++
      return goOn
    })
  }

  return andThen(repeat(oneRound), () =>
    withVariables(message, variables.restored([counter, rootName], message.variables)),
  )
}
