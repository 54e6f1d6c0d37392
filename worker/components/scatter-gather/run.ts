// Scatter Gather: branches inherit payload, attributes and variables; what they change stays inside them.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { withPayload, withVariable } from '../../model/message.ts'
import { MessageValue, type Value } from '../../model/value.ts'
import { pool, resultOf } from '../parallel.ts'

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
  const results = new Map<Value, Value>()
  for (const [index, one] of settled.entries()) results.set(String(index + 1), resultOf(one, collect))
  return withPayload(message, Data.of(results))
}
export default scatterGather
