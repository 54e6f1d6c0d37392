// `msg`: payload, attrs, vars, id, seq_id, error, isthrowing. MESSAGE has them in this order from 8, a Value each.
import { Kind, newObject, setSlot, slot } from '../value/object.ts'
import { addressOf, boxBool, boxHeap, Value } from '../value/value.ts'

export const enum Part {
  PAYLOAD = 0,
  ATTRS = 1,
  VARS = 2,
  ID = 3,
  SEQ_ID = 4,
  ERROR = 5,
  THROWING = 6,
}

export function newMessage(payload: Value, attrs: Value, vars: Value, id: Value, seqId: Value, error: Value, throwing: bool): Value {
  const p = newObject(Kind.MESSAGE, 64)
  setSlot(p, Part.PAYLOAD, payload)
  setSlot(p, Part.ATTRS, attrs)
  setSlot(p, Part.VARS, vars)
  setSlot(p, Part.ID, id)
  setSlot(p, Part.SEQ_ID, seqId)
  setSlot(p, Part.ERROR, error)
  setSlot(p, Part.THROWING, boxBool(throwing))
  return boxHeap(p)
}
export function messagePart(m: Value, part: Part): Value {
  return slot(addressOf(m), part)
}
