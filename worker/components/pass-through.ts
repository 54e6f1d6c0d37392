// The code of a trigger that adds nothing to the message its host made.
import type { Run } from '../model/context.ts'

export const passThrough: Run = (message) => message
