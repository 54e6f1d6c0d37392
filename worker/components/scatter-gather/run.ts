// Scatter Gather: branches inherit payload, attributes and variables; what they change stays inside them.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { withPayload, withVariable, type Message } from '../../model/message.ts'
import { MessageValue, type Value } from '../../model/value.ts'
import { pool, report } from '../parallel.ts'

const scatterGather: Run = async (message, context) => {
  const workers = context.branches('worker')
  const rootName = String(context.setting('rootMessage') ?? 'rootMessage')
  const start = withVariable(message, rootName, Data.of(new MessageValue(message)))
  const collect = context.setting<boolean>('collectErrors')
  const most = Math.min(Math.max(2, Number(context.setting('parallel'))), 8)
  const group = context.group(context.setting<boolean>('workers'))
  const settled = await pool(group, workers.length, most, collect, (index) =>
    group.run(workers[index]!, start),
  )
  const valueOf = (done: Message): Value => done.payload.value
  const results = new Map<Value, Value>()
  for (const [index, one] of settled.entries())
    results.set(
      String(index + 1),
      !collect && 'value' in one ? valueOf(one.value) : (report(one, valueOf) as Map<Value, Value>),
    )
  return withPayload(message, Data.of(results))
}
export default scatterGather
