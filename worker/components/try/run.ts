// Try: the first catch branch that takes the error repeats the branch as often as it says, then runs itself.
import type { Branch } from '../../model/app.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault, matches, type Fault } from '../../model/fault.ts'
import { attempt, andThen, type MaybePromise } from '../../model/maybe-promise.ts'
import { next, withVariable, withVariables, type Message } from '../../model/message.ts'
import { waitBefore } from '../backoff.ts'

/** Variable that counts the tries. */
const ATTEMPT = 'attempt'

const tryScope: Run = (message, context) => {
  const body = context.branches('body')[0]
  if (!body) return message
  const mayRetry = context.branches('catch').some((handler) => retriesOf(context, handler) > 0)
  if (mayRetry) return retrying(message, context, body)
  return attempt(
    () => tried(context, body, message),
    (thrown) => {
      if (!isFault(thrown)) throw thrown
      const handler = handlerOf(context, thrown)
      if (!handler) throw thrown
      return handle(context, handler, thrown, message)
    },
  )
}
export default tryScope

function tried(context: Context, body: Branch, message: Message, round?: number): MaybePromise<Message> {
  const work = (): MaybePromise<Message> =>
    round === undefined ? context.branch(body, message) : context.again(body, message, round, undefined)
  return context.setting<boolean>('transaction') ? context.transaction(work) : work()
}

/** Each catch branch counts the retries of the errors that it takes by itself; the branch sees `attempt`, from 0. */
function retrying(message: Message, context: Context, body: Branch): MaybePromise<Message> {
  const left = new Map(context.branches('catch').map((branch) => [branch, retriesOf(context, branch)]))
  const withoutAttempt = (done: Message): Message =>
    withVariables(done, done.variables.restored([ATTEMPT], message.variables))
  const oneTry = (round: number): MaybePromise<Message> =>
    attempt(
      () => {
        const given = withVariable(message, ATTEMPT, Data.of(round))
        return andThen(tried(context, body, given, round || undefined), withoutAttempt)
      },
      (thrown) => {
        if (!isFault(thrown)) throw thrown
        const handler = handlerOf(context, thrown)
        if (!handler) throw thrown
        const retries = left.get(handler)!
        if (retries === 0) return andThen(handle(context, handler, thrown, message), withoutAttempt)
        left.set(handler, retries - 1)
        return context
          .sleep(wait(context, handler, retriesOf(context, handler) - retries))
          .then(() => oneTry(round + 1))
      },
    )
  return oneTry(0)
}

function wait(context: Context, handler: Branch, tries: number): number {
  const backoff = {
    interval: context.branchDuration(handler, 'interval'),
    backoff: context.branchSetting<string>(handler, 'backoff'),
    jitter: context.branchSetting<boolean>(handler, 'jitter'),
  }
  return waitBefore(backoff, tries, () => context.random())
}

function retriesOf(context: Context, handler: Branch): number {
  return Math.min(Math.max(0, Number(context.branchSetting(handler, 'retries'))), 5)
}

function handlerOf(context: Context, raised: Fault): Branch | undefined {
  return context
    .branches('catch')
    .find((branch) =>
      patterns(context.branchSetting(branch, 'errors')).some((pattern) => matches(pattern, raised.code)),
    )
}

/** The branch sees the message as the failing step got it, with the error; afterwards the error is gone. */
function handle(context: Context, handler: Branch, raised: Fault, before: Message): MaybePromise<Message> {
  const failed = context.messageAt(raised) ?? before
  const caught = attempt(
    () => context.branch(handler, { ...failed, error: raised }),
    (thrown) => {
      if (!isFault(thrown) || thrown.cause) throw thrown
      throw fault(thrown.code, thrown.message, { ...thrown, cause: raised })
    },
  )
  return andThen(caught, (done) => next(done, { error: undefined }))
}

function patterns(text: string): string[] {
  return String(text ?? 'ANY')
    .split(',')
    .map((pattern) => pattern.trim())
    .filter(Boolean)
}
