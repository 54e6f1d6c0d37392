// Rate Limiter: a token bucket that fills evenly and holds twice the count, so that a burst of that size passes. With
// the policy *wait* a message takes its token in advance and waits until it is there.
import type { Run } from '../../model/context.ts'
import { fault, type Fault } from '../../model/fault.ts'
import { changeState } from '../kept-state.ts'

interface Bucket {
  [key: string]: number
  tokens: number
  at: number
}

const rateLimiter: Run = async (message, context) => {
  const count = Math.max(1, Number(context.setting('count')))
  const perToken = (context.setting('unit') === 'minute' ? 60_000 : 1000) / count
  const queues = context.setting('policy') === 'queue'
  const patience = queues ? context.duration('maxWait') : 0
  const wait = await changeState<Bucket, number | Fault>(context, `rate/${context.step.id}`, (kept) => {
    const now = context.now()
    const before = kept ?? { tokens: 2 * count, at: now }
    const tokens = Math.min(2 * count, before.tokens + Math.max(0, now - before.at) / perToken) - 1
    const ms = tokens >= 0 ? 0 : Math.ceil(-tokens * perToken)
    if (ms > patience) return { keep: { tokens: tokens + 1, at: now }, answer: refused(queues, ms, patience) }
    return { keep: { tokens, at: now }, answer: ms }
  })
  if (typeof wait !== 'number') throw wait
  if (wait > 0) await context.sleep(wait)
  return message
}
export default rateLimiter

function refused(queues: boolean, ms: number, patience: number): Fault {
  return fault(
    'CORE:RATE_LIMITED',
    queues
      ? `Waiting for a token would take ${ms} ms, longer than ${patience} ms.`
      : 'There is no token left: too many messages in this time.',
    { hint: 'Send less, or let it wait.', data: { retryAfter: ms } },
  )
}
