// For Each: one round for each item, in order; the payload of a round is the item.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { loop } from '../loop.ts'

const forEach: Run = (message, context) => {
  const items = context.items(context.field('items', message) ?? Data.none)
  const { count } = items
  return loop(message, context, { count, next: (round) => (round < count ? items.at(round) : undefined) })
}
export default forEach
