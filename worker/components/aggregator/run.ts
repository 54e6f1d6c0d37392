// Aggregator: the message that makes a list complete runs the branch with it; the others pass over the branch. Who began a
// list also looks after it, apart from its run: when the time is over the list goes as it is. A list whose keeper died with its
// process is found by the next message.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { emptyDict, next, withPayload, withVariable, type Message } from '../../model/message.ts'
import type { Value } from '../../model/value.ts'
import { wholeNumber } from '../whole-number.ts'
import { Lists, type List } from './lists.ts'
import { Variables } from '../../model/variables.ts'

/** Looks of the keeper at its list while it waits. */
const LOOKS = 20

const aggregator: Run = async (message, context) => {
  const key = context.text(context.field('key', message) ?? Data.none)
  const item = context.field('item', message) ?? Data.none
  const size = wholeNumber(context, context.field('size', message), 'size')
  const order = wholeNumber(context, context.field('order', message), 'order')
  const timeout = context.duration('timeout')
  const hasCondition = context.step.config['condition'] !== undefined
  const lists = new Lists(context)
  const isComplete = (count: number, items: () => Promise<Value[]>) =>
    (size !== undefined && count >= size) ||
    (hasCondition && items().then((all) => holds(context, message, all)))
  const { complete, begun, overdue } = await lists.add(
    key,
    { item: item.value, order },
    { by: `${message.seqId}/${context.path}`, timeout, isComplete },
  )
  const body = context.branches('body')[0]
  if (body) {
    if (begun && timeout > 0)
      context.detach(body, message, () => keep(lists, key, begun, timeout, message, context))
    for (const list of overdue) context.detach(body, message, async () => late(list, bare(message), context))
  }
  if (!complete) return withVariable(message, 'aggregated', Data.of(false))
  const whole = withList(message, complete, true)
  return withVariable(body ? await context.branch(body, whole) : whole, 'aggregated', Data.of(true))
}
export default aggregator

function holds(context: Context, message: Message, items: Value[]): boolean {
  return context.condition('condition', withPayload(message, Data.of(items)))
}

async function keep(
  lists: Lists,
  key: string,
  by: string,
  timeout: number,
  message: Message,
  context: Context,
): Promise<Message | undefined> {
  for (let look = 0; look < LOOKS; look++) {
    await context.sleep(timeout / LOOKS)
    if (!(await lists.isOpen(key, by))) return undefined
  }
  const list = await lists.take(key, by)
  return list && late(list, message, context)
}

/** What becomes of a list whose time is over. */
function late(list: List, message: Message, context: Context): Message | undefined {
  const isDropped = context.setting('incomplete') === 'drop'
  const text = `The list ${list.key} stayed incomplete with ${list.items.length}${isDropped ? ' and was dropped' : ''}.`
  context.log('WARN', context.flow.name, text)
  return isDropped ? undefined : withList(message, list, false)
}

/** `aggregate`: what the list is. */
function withList(message: Message, { key, items }: List, complete: boolean): Message {
  const about = new Map<Value, Value>([
    ['key', key],
    ['count', items.length],
    ['complete', complete],
  ])
  return withVariable(withPayload(message, Data.of(items)), 'aggregate', Data.of(about))
}

/** The list of other messages knows nothing of this one. */
function bare(message: Message): Message {
  return next(message, {
    payload: Data.none,
    attributes: emptyDict,
    variables: Variables.none,
    error: undefined,
  })
}
