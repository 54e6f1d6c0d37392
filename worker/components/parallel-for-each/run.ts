// Parallel For Each: a branch sees its item, the counter and the root message; what it sets as variables is dropped.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { withPayload } from '../../model/message.ts'
import { MessageValue } from '../../model/value.ts'
import { eachAtOnce } from '../parallel.ts'
import { Variables } from '../../model/variables.ts'

const parallelForEach: Run = async (message, context) => {
  const items = [...context.items(context.field('items', message) ?? Data.none)]
  const body = context.branches('body')[0]
  const counter = String(context.setting('counter') ?? 'counter')
  const rootName = String(context.setting('rootMessage') ?? 'rootMessage')
  const root = Data.of(new MessageValue(message))
  const collect = context.setting<boolean>('collectErrors')
  const most = Math.min(Math.max(2, Number(context.setting('parallel'))), 8)
  const group = context.group(context.setting<boolean>('workers'))
  const work = { items, most, collect, body }
  const results = await eachAtOnce(group, work, message, (index) =>
    Variables.none.with(counter, Data.of(index)).with(rootName, root),
  )
  return withPayload(message, Data.of(results))
}
export default parallelForEach
