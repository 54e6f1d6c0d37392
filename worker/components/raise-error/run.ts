// Raise Error: a type without a namespace gets APP.
import type { Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault } from '../../model/fault.ts'

const raiseError: Run = (message, context) => {
  const type = String(context.setting('type') ?? '').trim().toUpperCase() || 'APP:ERROR' // prettier-ignore
  throw fault(
    type.includes(':') ? type : `APP:${type}`,
    context.text(context.field('description', message) ?? Data.of('')),
  )
}
export default raiseError
