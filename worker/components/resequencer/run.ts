// Resequencer: whose turn it is runs the branch while it holds the lock of its stream, so that the next one begins when this
// one is done. Whoever is early waits in its own run and looks again; who has waited too long at a gap goes on, or fails.
import type { Tagged } from '../../model/app.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withVariable, type Message } from '../../model/message.ts'
import { wholeNumber } from '../whole-number.ts'

const MOST_WAITING = 1_000
/** Milliseconds between two looks: more and more, up to the second one. */
const LOOK = [5, 500] as const
/** Milliseconds that a branch before this one may take. */
const PATIENCE = 3_600_000

interface Stream {
  [name: string]: Tagged
  /** The number that is let in next. */
  next: number
  /** When that became so. */
  since: number
  waiting: number[]
}
type Turn = { message: Message } | 'wait'

const resequencer: Run = async (message, context) => {
  const number = wholeNumber(context, context.field('number', message) ?? Data.none, 'number')
  if (number === undefined)
    throw fault('CORE:TYPE', 'number is None; a whole number was wanted.', { at: { field: 'number' } })
  const place = `order/${context.step.id}/${context.text(context.field('stream', message) ?? Data.none)}`
  const count = wholeNumber(context, context.field('count', message), 'count')
  const came = context.now()
  for (let look: number = LOOK[0]; ; look = Math.min(look * 2, LOOK[1])) {
    const turn = await context.lock(`state/${place}`, PATIENCE, () =>
      takeTurn(message, number, count, came, place, context),
    )
    if (turn !== 'wait') return turn.message
    await context.sleep(look)
  }
}
export default resequencer

async function takeTurn(
  message: Message,
  number: number,
  count: number | undefined,
  came: number,
  place: string,
  context: Context,
): Promise<Turn> {
  const now = context.now()
  const first = Number(context.setting('first'))
  const stream = ((await context.state.get(place)) as Stream | undefined) ?? {
    next: first,
    since: now,
    waiting: [],
  }
  const keep = () => context.state.put(place, stream)
  if (number < stream.next) return { message: late(message, number, stream.next, context) }
  const hasWaited = now - Math.max(stream.since, came) >= context.duration('timeout')
  if (number > stream.next && hasWaited) {
    const missing = stream.next
    if (context.setting('gap') === 'error') {
      stream.waiting = stream.waiting.filter((one) => one !== number)
      await keep()
      throw gap(missing, number)
    }
    // One that waits with a smaller number has its turn first; one that should have come and did not is given up.
    stream.waiting = stream.waiting.filter((one) => one > missing)
    stream.next = Math.min(number, ...stream.waiting)
    stream.since = now
    const text = `The number ${missing} did not come; it goes on with ${stream.next}.`
    context.log('WARN', context.flow.name, text)
    await keep()
  }
  if (number === stream.next) return { message: await enter(message, number, count, place, stream, context) }
  if (!stream.waiting.includes(number)) {
    if (stream.waiting.length >= MOST_WAITING)
      throw fault('CORE:RESEQUENCER_FULL', `${MOST_WAITING} messages wait for the number ${stream.next}.`, {
        hint: 'Wait less long at gaps.',
      })
    stream.waiting.push(number)
    await keep()
  }
  return 'wait'
}

/** The next one has its turn afterwards, also when this one fails. */
async function enter(
  message: Message,
  number: number,
  count: number | undefined,
  place: string,
  stream: Stream,
  context: Context,
): Promise<Message> {
  const body = context.branches('body')[0]
  try {
    const done = body ? await context.branch(body, message) : message
    return withVariable(done, 'late', Data.of(false))
  } finally {
    // Those that came meanwhile wait for the lock: what was read before is still so.
    const isLast = count !== undefined && number + 1 >= Number(context.setting('first')) + count
    const waiting = stream.waiting.filter((one) => one > number)
    const next: Stream = { next: number + 1, since: context.now(), waiting }
    await context.state.put(place, isLast && waiting.length === 0 ? undefined : next)
  }
}

function late(message: Message, number: number, next: number, context: Context): Message {
  const text = `The number ${number} came late: it is the turn of ${next}.`
  if (context.setting('late') === 'error')
    throw fault('CORE:LATE', text, {
      at: { field: 'number' },
      hint: 'Wait longer at gaps.',
      data: { number, next },
    })
  context.log('WARN', context.flow.name, text)
  return withVariable(message, 'late', Data.of(true))
}

function gap(missing: number, number: number) {
  return fault('CORE:GAP', `The number ${missing} did not come in time; ${number} waited for it.`, {
    at: { field: 'number' },
    hint: 'Wait longer, or go on with the next one.',
    data: { missing, number },
  })
}
