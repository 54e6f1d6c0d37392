// What travels through a flow. Immutable and shared, never cloned per step: a step returns a new message made of the
// old one's parts.
import { Data } from './data.ts'
import type { Fault } from './fault.ts'

export interface Message {
  readonly payload: Data
  /** A dict. */
  readonly attributes: Data
  readonly variables: ReadonlyMap<string, Data>
  /** Set only inside a catch branch. */
  readonly error?: Fault
  /** Kept by the message through the whole run of a flow. */
  readonly seqId: string
}

const noVariables: ReadonlyMap<string, Data> = new Map()

export function message(payload: Data, attributes = emptyDict, variables = noVariables, seqId = ''): Message {
  return { payload, attributes, variables, seqId }
}

export const emptyDict = Data.of(new Map())

/** The same message with some parts replaced. */
export function next(old: Message, changes: Partial<Message>): Message {
  return { ...old, ...changes }
}
export function withPayload(old: Message, payload: Data): Message {
  return { payload, attributes: old.attributes, variables: old.variables, error: old.error, seqId: old.seqId }
}
export function withVariable(old: Message, name: string, value: Data): Message {
  const variables = new Map(old.variables)
  variables.set(name, value)
  return { payload: old.payload, attributes: old.attributes, variables, error: old.error, seqId: old.seqId }
}
