// Cache: results are payloads, never errors: OK or fail (with the reason in the variable `err`), deleted or data not exist.
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'
import { withPayload, withVariable, type Message } from '../../model/message.ts'

const cache: Run = async (message, context) => {
  const key = textOf(context, 'key', message)
  switch (context.setting<string>('operation')) {
    case 'store':
      return await store(message, context, key, false)
    case 'store-if-absent':
      return await store(message, context, key, true)
    case 'delete':
      return withPayload(message, Data.of(await context.cache.delete(key)))
    case 'exists':
      return withPayload(message, Data.of(await context.cache.exists(key)))
    default:
      return withPayload(message, Data.of(await context.cache.get(key)))
  }
}
export default cache

async function store(message: Message, context: Context, key: string, ifAbsent: boolean): Promise<Message> {
  const value = textOf(context, 'value', message)
  const seconds = Math.round(context.duration('ttl') / 1000)
  const answer = await context.cache.put(key, value, seconds, ifAbsent)
  // The store says `OK`, or `fail` with a reason behind it.
  const [word, reason] = answer.startsWith('fail')
    ? ['fail', answer.slice(4).replace(/^:?\s*/, '')]
    : ['OK', '']
  const result = withPayload(message, Data.of(word!))
  return word === 'fail' && reason ? withVariable(result, 'err', Data.of(reason)) : result
}

/** Keys and values are text: an Entity or a dict is turned into text by the flow, so that nothing is lost unseen. */
function textOf(context: Context, field: string, message: Message): string {
  const data = context.field(field, message) ?? Data.none
  const value = data.value
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return context.text(data)
  throw fault('CORE:TYPE', `The ${field} is a ${context.typeName(data)}; text was wanted.`, {
    at: { field },
    hint: 'Use str(…) or json.dumps(…).',
  })
}
