// Try: the first catch branch that takes the error repeats the branch as often as it says, then runs itself.
import type { Branch } from '../../model/app.ts'
import type { Context, Run } from '../../model/context.ts'
import { fault, isFault, matches, type Fault } from '../../model/fault.ts'
import { attempt, andThen, type MaybePromise } from '../../model/maybe-promise.ts'
import { next, type Message } from '../../model/message.ts'

const tryScope: Run = (message, context) => {
  const body = context.branches('body')[0]
  if (!body) return message
  return attempt(
    () => context.branch(body, message),
    (thrown) => {
      if (!isFault(thrown)) throw thrown
      const handler = handlerOf(context, thrown)
      if (!handler) throw thrown
      const retries = Math.min(Math.max(0, Number(context.branchSetting(handler, 'retries'))), 5)
      return retries > 0
        ? retry(message, context, body, handler, thrown, retries)
        : handle(context, handler, thrown, message)
    },
  )
}
export default tryScope

/** An error of a retry that another branch takes goes to that branch, without further retries. */
async function retry(
  message: Message,
  context: Context,
  body: Branch,
  handler: Branch,
  first: Fault,
  retries: number,
): Promise<Message> {
  const interval = context.branchDuration(handler, 'interval')
  let last = first
  for (let i = 1; i <= retries; i++) {
    await context.sleep(interval)
    try {
      return await context.branch(body, message, i)
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown
      last = thrown
      if (handlerOf(context, last) !== handler) break
    }
  }
  const taker = handlerOf(context, last)
  if (!taker) throw last
  return await handle(context, taker, last, message)
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
