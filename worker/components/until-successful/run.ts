// Until Successful: each try gets the whole message; `attempt` counts them from 0. Errors that are not to be retried are
// thrown at once; when the tries are used up the last error is the cause. A try that failed may have reached its target: the
// next one makes the same calls, with the same idempotency keys. One that went well, but not as it is wanted, is followed by
// new calls.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault, matches, type Fault } from '../../model/fault.ts'
import { andThen, attempt, type MaybePromise } from '../../model/maybe-promise.ts'
import { withVariable, withVariables, type Message } from '../../model/message.ts'
import { waitBefore } from '../backoff.ts'

const ATTEMPT = 'attempt'

const untilSuccessful: Run = (message, context) => {
  const body = context.branches('body')[0]
  if (!body) return message
  const most = Math.min(Math.max(1, Number(context.setting('maxRetries'))), 100)
  const retryOn = String(context.setting('retryOn') ?? 'ANY').split(',')
  const type = context.setting<string>('retryType')
  const unwanted = (done: Message): boolean =>
    type === 'success'
      ? !context.condition('condition', done)
      : type === 'failure' && context.condition('condition', done)

  /** The first round of those that failed one after another. */
  let first = 0
  const oneTry = (round: number): MaybePromise<Message | Fault> =>
    attempt<Message | Fault>(
      () => context.again(body, withVariable(message, ATTEMPT, Data.of(round)), round, first),
      (thrown) => {
        if (!isFault(thrown) || !retryOn.some((pattern) => matches(pattern, thrown.code))) throw thrown
        return thrown
      },
    )

  const settle = (came: Message | Fault, round: number): MaybePromise<Message> => {
    const result = !isFault(came) && unwanted(came) ? notYet(type) : came
    if (!isFault(came)) first = round + 1
    if (!isFault(result))
      return withVariables(result, result.variables.restored([ATTEMPT], message.variables))
    if (round >= most)
      throw fault('CORE:RETRY_EXHAUSTED', `${most} retries did not help: ${result.message}`, {
        cause: result,
        hint: 'Look at the cause, raise the retries, or catch the error with a Try around.',
        data: { retries: most },
      })
    return context
      .sleep(wait(context, round))
      .then(() => oneTry(round + 1))
      .then((again) => settle(again, round + 1))
  }
  return andThen(oneTry(0), (result) => settle(result, 0))
}
export default untilSuccessful

function wait(context: Context, round: number): number {
  const interval = context.duration('interval')
  const backoff = {
    interval,
    backoff: context.setting<string>('backoff'),
    jitter: context.setting<boolean>('jitter'),
  }
  return waitBefore(backoff, round, () => context.random())
}

function notYet(type: string): Fault {
  return fault('CORE:NOT_SUCCESSFUL', `The condition is ${type === 'success' ? 'false' : 'true'}.`, {
    at: { field: 'condition' },
  })
}
