// Synchronized: the branch's message goes on. A branch that holds the lock too long is stopped, so that others go on.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'

const synchronized: Run = (message, context) => {
  const body = context.branches('body')[0]
  const name = context.text(context.field('name', message) ?? Data.of(''))
  return context.lock(`lock/${name}`, context.duration('maxWait'), async () => {
    if (!body) return message
    const group = context.group()
    const hold = context.duration('maxHold')
    let expired = false
    const timer = setTimeout(() => {
      expired = true
      group.cancel()
    }, hold)
    try {
      return await group.run(body, message)
    } catch (thrown) {
      if (expired)
        throw fault('CORE:LOCK_EXPIRED', `The branch held the lock ${name} longer than ${hold} ms.`, {
          hint: 'Do less inside it, or let it hold longer.',
          data: { lock: name, hold },
        })
      throw thrown
    } finally {
      clearTimeout(timer)
    }
  })
}
export default synchronized
