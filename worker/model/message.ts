// What travels through a flow. Immutable and shared, never cloned per step: a step returns a new message made of the
// old one's parts.
import { Data } from './data.ts'
import type { Fault } from './fault.ts'
import { Variables } from './variables.ts'

export interface Message {
  readonly payload: Data
  /** A dict. */
  readonly attributes: Data
  readonly variables: Variables
  /** Set only inside a catch branch. */
  readonly error?: Fault
  /** Kept by the message through the whole run of a flow. */
  readonly seqId: string
}

export const emptyDict = Data.of(new Map())

export function message(
  payload: Data,
  attributes = emptyDict,
  variables = Variables.none,
  seqId = '',
  error?: Fault,
): Message {
  // All messages have the same parts in the same order: readers of them stay fast.
  return { payload, attributes, variables, error, seqId }
}

/** The same message with some parts replaced. */
export function next(old: Message, changes: Partial<Message>): Message {
  const { payload = old.payload, attributes = old.attributes, variables = old.variables } = changes
  return message(payload, attributes, variables, old.seqId, 'error' in changes ? changes.error : old.error)
}
export function withPayload(old: Message, payload: Data): Message {
  return message(payload, old.attributes, old.variables, old.seqId, old.error)
}
export function withVariables(old: Message, variables: Variables): Message {
  return message(old.payload, old.attributes, variables, old.seqId, old.error)
}
export function withVariable(old: Message, name: string, value: Data): Message {
  return withVariables(old, old.variables.with(name, value))
}
