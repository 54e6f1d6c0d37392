// Logger: any value as text; the message goes on unchanged.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import type { Level } from '../../model/event.ts'

/** Characters of a line; the rest is cut. */
const LONGEST = 32_768

const logger: Run = (message, context) => {
  const text = context.text(context.field('content', message) ?? Data.none)
  const line = text.length > LONGEST ? text.slice(0, LONGEST) + '…' : text
  context.log(
    context.setting<Level>('level'),
    String(context.setting('category') ?? '') || context.flow.name,
    line,
  )
  return message
}
export default logger
