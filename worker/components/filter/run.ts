// Filter: the condition sees each item as the payload, with the variables of the message.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withPayload } from '../../model/message.ts'

const filter: Run = (message, context) => {
  const list = context.field('items', message) ?? Data.none
  const type = context.typeName(list)
  if (type !== 'list' && type !== 'Entity')
    throw fault('CORE:TYPE', `A ${type} cannot be filtered; a list was wanted.`, {
      at: { field: 'items' },
      hint: "Name the list: msg.payload['items'].",
    })
  const kept: Data[] = []
  for (const item of context.items(list))
    if (context.condition('condition', withPayload(message, item))) kept.push(item)
  return withPayload(message, Data.of(kept.map((item) => item.value)))
}
export default filter
