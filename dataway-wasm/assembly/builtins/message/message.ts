// The attributes of `msg`.
import { arg } from '../bind.ts'
import { messagePart, Part } from '../../message/message.ts'
import { Value } from '../../value/value.ts'

/// Message.payload
/// The main data. After an HTTP trigger or request it is an Entity.
export function payload(args: usize): Value {
  return messagePart(arg(args, 0), Part.PAYLOAD)
}
/// Message.attrs
/// Metadata: a dict. For HTTP triggers the request line, headers, query and path parameters.
export function attrs(args: usize): Value {
  return messagePart(arg(args, 0), Part.ATTRS)
}
/// Message.vars
/// Variables of the flow: a dict.
export function vars(args: usize): Value {
  return messagePart(arg(args, 0), Part.VARS)
}
/// Message.id
/// The message's id; may change on the way.
export function id(args: usize): Value {
  return messagePart(arg(args, 0), Part.ID)
}
/// Message.seq_id
/// An id that stays the same for the whole run of a flow.
export function seqId(args: usize): Value {
  return messagePart(arg(args, 0), Part.SEQ_ID)
}
/// Message.error
/// A dict with `code` and `desc` (also `Code`, `Description`) in a catch branch; empty otherwise.
export function error(args: usize): Value {
  return messagePart(arg(args, 0), Part.ERROR)
}
/// Message.isthrowing
/// Whether the message carries an error.
export function isthrowing(args: usize): Value {
  return messagePart(arg(args, 0), Part.THROWING)
}
