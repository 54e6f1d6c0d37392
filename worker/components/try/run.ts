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
    () => tried(context, body, message),
    (thrown) => {
      if (!isFault(thrown)) throw thrown
      const handler = handlerOf(context, thrown)
      if (!handler) throw thrown
      if (retriesOf(context, handler) > 0) return retry(message, context, body, thrown)
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

/** Each catch branch counts the retries of the errors that it takes by itself. */
async function retry(message: Message, context: Context, body: Branch, first: Fault): Promise<Message> {
  const left = new Map(context.branches('catch').map((branch) => [branch, retriesOf(context, branch)]))
  let raised = first
  for (let round = 1; ; round++) {
    const handler = handlerOf(context, raised)
    if (!handler) throw raised
    const retries = left.get(handler)!
    if (retries === 0) return await handle(context, handler, raised, message)
    left.set(handler, retries - 1)
    await context.sleep(context.branchDuration(handler, 'interval'))
    try {
      return await tried(context, body, message, round)
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown
      raised = thrown
    }
  }
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
