// Circuit Breaker: closed, it counts failures in a window; open, it answers from the fallback; after the wait one message
// may try (half-open): success closes it, failure opens it again. Errors of single calls are thrown as they are.
import type { Tagged } from '../../model/app.ts'
import type { Context, Run } from '../../model/context.ts'
import { fault, isFault, matches } from '../../model/fault.ts'
import { changeState } from '../kept-state.ts'

interface Circuit {
  [key: string]: Tagged
  /** Times of the failures that count. */
  failures: number[]
  /** Since when it is open; null: closed. */
  openSince: number | null
  /** Until when the message that tries has to be done. */
  trying: number
}

const circuitBreaker: Run = async (message, context) => {
  const key = `circuit/${context.step.id}`
  const body = context.branches('body')[0]
  const fallback = context.branches('fallback')[0]
  const wait = context.duration('wait')
  const may = await changeState<Circuit, boolean>(context, key, (kept) => {
    const now = context.now()
    if (!kept || kept.openSince === null) return { keep: kept, answer: true }
    if (now < kept.openSince + wait || now < kept.trying) return { keep: kept, answer: false }
    return { keep: { ...kept, trying: now + wait }, answer: true }
  })
  if (!may) {
    if (fallback && fallback.steps.length > 0) return await context.branch(fallback, message)
    throw fault('CORE:CIRCUIT_OPEN', 'The circuit is open: the call failed too often.', {
      hint: 'Put a step into the fallback, or wait.',
    })
  }
  try {
    const done = body ? await context.branch(body, message) : message
    await changeState<Circuit, null>(context, key, (kept) => ({
      // A success closes it; without one the failures of the window stay.
      keep: kept && kept.openSince !== null ? undefined : kept,
      answer: null,
    }))
    return done
  } catch (thrown) {
    if (isFault(thrown) && counts(context, thrown.code)) await noteFailure(context, key)
    throw thrown
  }
}
export default circuitBreaker

async function noteFailure(context: Context, key: string): Promise<void> {
  const most = Number(context.setting('failures'))
  const window = context.duration('window')
  const opened = await changeState<Circuit, boolean>(context, key, (kept) => {
    const now = context.now()
    const failures = [...(kept?.failures ?? []).filter((at) => at > now - window), now].slice(-most)
    const open = failures.length >= most || (kept?.openSince ?? null) !== null
    return { keep: { failures, openSince: open ? now : null, trying: 0 }, answer: open }
  })
  if (opened) context.log('WARN', context.flow.name, `The circuit ${context.step.name} is open.`)
}

function counts(context: Context, code: string): boolean {
  return context
    .setting<string>('errors')
    .split(',')
    .some((pattern) => matches(pattern, code))
}
