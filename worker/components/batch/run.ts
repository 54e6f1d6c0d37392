// Batch: the payload of a branch is the list of its chunk, `counter` its number. The result is a summary; an error ends
// its chunk, not the others.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { emptyDict, next, withPayload } from '../../model/message.ts'
import { MessageValue, type Value } from '../../model/value.ts'
import { pool } from '../parallel.ts'

const batch: Run = async (message, context) => {
  const items = [...context.items(context.field('items', message) ?? Data.none)]
  const size = Math.max(1, Math.floor(Number(context.setting('size'))))
  const most = Math.min(Math.max(1, Number(context.setting('parallel'))), 8)
  const count = Math.ceil(items.length / size)
  const body = context.branches('body')[0]
  const root = Data.of(new MessageValue(message))
  const group = context.group()
  const settled = await pool(group, count, most, true, (index) => {
    const chunk = items.slice(index * size, (index + 1) * size).map((item) => item.value)
    const variables = message.variables.with('counter', Data.of(index)).with('rootMessage', root)
    const start = next(message, { payload: Data.of(chunk), attributes: emptyDict, variables })
    return body ? group.run(body, start, index, count) : start
  })
  const errors: Value[] = settled.flatMap((one, index) =>
    'fault' in one
      ? [
          new Map<Value, Value>([
            ['chunk', index],
            ['from', index * size],
            ['to', Math.min((index + 1) * size, items.length) - 1],
            ['code', one.fault.code],
            ['desc', one.fault.message],
          ]),
        ]
      : [],
  )
  const summary = new Map<Value, Value>([
    ['items', items.length],
    ['chunks', count],
    ['succeeded', count - errors.length],
    ['failed', errors.length],
    ['errors', errors],
  ])
  return withPayload(message, Data.of(summary))
}
export default batch
