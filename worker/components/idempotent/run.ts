// Idempotent: the key is kept when the branch begins and given back when it fails, so that a failed message may come
// again. The variable `repeated` says what happened.
import type { Tagged } from '../../model/app.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withPayload, withVariable } from '../../model/message.ts'
import { changeState, nameOf } from '../kept-state.ts'

/**
 * Keys are remembered in so many parts, of so many keys each at most, of which the oldest go first: what is kept is read and written
 * with each message, and should not grow with all messages there were.
 */
const PARTS = 128
const MOST = 160
/** Characters of a result that is kept to be given again. */
const LARGEST = 100_000

type Seen = { [key: string]: Tagged }
type Entry = { until: number; result?: Tagged }

const idempotent: Run = async (message, context) => {
  const key = context.text(context.field('key', message) ?? Data.none)
  const stateKey = `seen/${context.step.id}/${partOf(key)}`
  const repeat = context.setting<string>('repeat')
  const now = context.now()
  const until = now + context.duration('window')
  const earlier = await changeState<Seen, Entry | null>(context, stateKey, (kept) => {
    const seen = live(kept ?? {}, now)
    const known = seen[nameOf(key)] as Entry | undefined
    if (known) return { keep: seen, answer: known }
    return { keep: { ...seen, [nameOf(key)]: { until } }, answer: null }
  })
  if (earlier) {
    if (repeat === 'error')
      throw fault('CORE:DUPLICATE', `The key ${key} was seen before.`, {
        data: { key },
        at: { field: 'key' },
      })
    const told = withVariable(message, 'repeated', Data.of(true))
    const result = earlier.result
    return repeat === 'result' && result !== undefined ? withPayload(told, Data.of(fromTagged(result))) : told
  }
  const body = context.branches('body')[0]
  try {
    const done = body ? await context.branch(body, message) : message
    if (repeat === 'result') {
      const result = toTagged(done.payload.value)
      if (JSON.stringify(result).length <= LARGEST)
        await changeState<Seen, null>(context, stateKey, (kept) => ({
          keep: { ...kept, [nameOf(key)]: { until, result } },
          answer: null,
        }))
    }
    return withVariable(done, 'repeated', Data.of(false))
  } catch (thrown) {
    await changeState<Seen, null>(context, stateKey, (kept) => {
      const { [nameOf(key)]: _gone, ...rest } = kept ?? {}
      return { keep: rest, answer: null }
    })
    throw thrown
  }
}
export default idempotent

function partOf(key: string): number {
  let hash = 0
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0
  return (hash >>> 0) % PARTS
}
function live(seen: Seen, now: number): Seen {
  const entries = Object.entries(seen).filter(([, entry]) => (entry as Entry).until > now)
  return Object.fromEntries(entries.slice(-MOST + 1))
}
