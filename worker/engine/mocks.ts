// Mocks: answers that stand in for a step, in a test or pinned in the studio. They come through the door, so that a replay
// gives the same ones, also where branches beside each other took them in another order.
import type { Tagged } from '../model/app.ts'
import { fromTagged, toTagged } from '../model/codec.ts'
import type { Context } from '../model/context.ts'
import { Data } from '../model/data.ts'
import { fault } from '../model/fault.ts'
import type { Mock, MockAnswer } from '../model/flow-test.ts'
import type { MaybePromise } from '../model/maybe-promise.ts'
import { next, withPayload, type Message } from '../model/message.ts'

export type Answering = (message: Message, context: Context) => MaybePromise<Message>

/** By step id. Of two mocks of a step the later one counts. */
export function answersOf(mocks: readonly Mock[]): ReadonlyMap<string, Answering> {
  return new Map(mocks.map((mock) => [mock.step, answering(mock)]))
}

/** Without answers the step lets the message pass. */
function answering({ answers, delay }: Mock): Answering {
  let times = 0
  return async (message, context) => {
    const answer = answers[Math.min(times++, answers.length - 1)]
    if (delay) await context.sleep(delay)
    if (!answer) return message
    const given = await context.effect('mock', '', () => Promise.resolve(answer as unknown as Tagged))
    return give(given as unknown as MockAnswer, message, context)
  }
}

function give(answer: MockAnswer, message: Message, context: Context): Message {
  if ('fault' in answer) throw fault(answer.fault.code, answer.fault.message)
  if ('expression' in answer) return withPayload(message, context.expression(answer.expression, message))
  const attributes =
    answer.attributes === undefined ? message.attributes : Data.of(fromTagged(answer.attributes))
  let { variables } = message
  for (const [name, value] of Object.entries(answer.variables ?? {}))
    variables = variables.with(name, Data.of(fromTagged(value)))
  return next(message, { payload: Data.of(fromTagged(answer.payload)), attributes, variables })
}

/** The answer that gives this message again; variables that it had `before` with the same value are left out. */
export function answerOf(message: Message, before?: Message): MockAnswer {
  const changed = [...message.variables].filter(([name, data]) => before?.variables.get(name) !== data)
  const variables = Object.fromEntries(changed.map(([name, data]) => [name, toTagged(data.value)]))
  return {
    payload: toTagged(message.payload.value),
    attributes: toTagged(message.attributes.value),
    ...(changed.length > 0 && { variables }),
  }
}
