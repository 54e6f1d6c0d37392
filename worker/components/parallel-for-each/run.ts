// Parallel For Each: a branch sees its item, the counter and the root message; what it sets as variables is dropped.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { emptyDict, next, withPayload, type Message } from '../../model/message.ts'
import { MessageValue, type Value } from '../../model/value.ts'
import { pool, report } from '../parallel.ts'

const parallelForEach: Run = async (message, context) => {
  const items = [...context.items(context.field('items', message) ?? Data.none)]
  const body = context.branches('body')[0]
  const counter = String(context.setting('counter') ?? 'counter')
  const rootName = String(context.setting('rootMessage') ?? 'rootMessage')
  const root = Data.of(new MessageValue(message))
  const collect = context.setting<boolean>('collectErrors')
  const most = Math.min(Math.max(2, Number(context.setting('parallel'))), 8)
  const group = context.group(context.setting<boolean>('workers'))
  const settled = await pool(group, items.length, most, collect, (index) => {
    const variables = new Map([
      [counter, Data.of(index)],
      [rootName, root],
    ])
    const start = next(message, {
      payload: items[index]!,
      attributes: emptyDict,
      variables,
      error: undefined,
    })
    return body ? group.run(body, start, index, items.length) : start
  })
  const valueOf = (done: Message): Value => done.payload.value
  const results = settled.map((one): Value =>
    !collect && 'value' in one ? valueOf(one.value) : (report(one, valueOf) as Map<Value, Value>),
  )
  return withPayload(message, Data.of(results))
}
export default parallelForEach
