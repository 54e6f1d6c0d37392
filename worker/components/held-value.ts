// What an Entity holds.
import type { Context } from '../model/context.ts'
import type { Data } from '../model/data.ts'
import { message } from '../model/message.ts'

/** The value of an Entity by its type; anything else as it is. */
export function heldValue(data: Data, context: Context): Data {
  return context.typeName(data) === 'Entity'
    ? context.expression("msg.payload['^value']", message(data))
    : data
}
