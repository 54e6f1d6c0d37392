// Splitter: a part inherits the variables and has its batch as `correlationId`, its place in it as `partIndex` and the size
// of it as `partCount`: what Aggregator and Resequencer go by.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { withPayload } from '../../model/message.ts'
import { MessageValue } from '../../model/value.ts'
import { eachAtOnce } from '../parallel.ts'

const splitter: Run = async (message, context) => {
  const items = [...context.items(context.field('items', message) ?? Data.none)]
  const named = context.field('correlation', message)
  const correlation = named === undefined ? `${message.seqId}/${context.path}` : context.text(named)
  const body = context.branches('body')[0]
  const most = Math.min(Math.max(1, Number(context.setting('parallel'))), 8)
  const collect = context.setting<boolean>('collectErrors')
  const common = message.variables.and([
    ['correlationId', Data.of(correlation)],
    ['partCount', Data.of(items.length)],
    ['rootMessage', Data.of(new MessageValue(message))],
  ])
  const work = { items, most, collect, body }
  const results = await eachAtOnce(context.group(), work, message, (index) =>
    common.with('partIndex', Data.of(index)),
  )
  return withPayload(message, Data.of(results))
}
export default splitter
