// Flow Reference: the other flow's steps run here; all of its message comes back.
import type { Run } from '../../model/context.ts'

const flowReference: Run = (message, context) => context.call(String(context.setting('flow') ?? ''), message)
export default flowReference
