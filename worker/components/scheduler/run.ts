// Scheduler: the message goes on as it came.
import { passThrough } from '../pass-through.ts'

export default passThrough
