// For Each: one round for each item, in order; the payload of a round is the item.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { loop } from '../loop.ts'

const forEach: Run = (message, context) => {
  const items = context.items(context.field('items', message) ?? Data.none)
  return loop(message, context, { count: items.count, next: (round) => items.at(round) })
}
export default forEach
