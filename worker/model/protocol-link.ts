// How the engine reaches what a browser cannot speak: by a relay (worker/relay/client.ts), or in Node in the same process
// (worker/headless/own-protocols.ts). Both keep this one interface.
import type { Fault } from './fault.ts'
import type { Value } from './value.ts'

/** Fields of a connection, secrets in place. */
export type ConnectionValues = Record<string, string | number | boolean | null>

/** One call of an operation of a protocol. */
export interface ProtocolCall {
  protocol: string
  operation: string
  connection: ConnectionValues
  arguments: Map<string, Value>
  /** Calls with the same id and connection share a database transaction. */
  transaction?: string
}

/** What an operation gives. A part that is not there stays as it was in the message. */
export interface ProtocolResult {
  payload?: Value
  attributes?: Value
}

/** A message of a trigger. */
export interface ProtocolMessage extends ProtocolResult {
  /** Names it for as long as it is on its way. */
  id: string
  /** 1 at first; more when the flow failed on it before. */
  attempt: number
}

export interface ProtocolSubscription extends Omit<ProtocolCall, 'transaction'> {
  /** Messages on their way at once, 1 to 32. Default 1: in order. */
  parallel?: number
  /** How often a message is tried whose flow fails; then it is rejected (a dead letter). Default 5. */
  attempts?: number
}

export interface ProtocolLink {
  /** Rejects with a Fault: RELAY:… for the way there, CONNECT:… for the target, else the protocol's own. */
  call(call: ProtocolCall, signal: AbortSignal): Promise<ProtocolResult>
  /** A large result in batches: the next one is read when this one was taken. */
  stream(call: ProtocolCall, signal: AbortSignal): AsyncIterable<ProtocolResult>
  /**
   * Hands each message to `handle`; it is acknowledged at its source after `handle` resolved, and tried again after it
   * rejected. What it resolves with is the answer to a sender that waits for one. Comes back by itself after a cut; `told` hears what stands between (undefined: it is well). The result stops it.
   */
  subscribe(
    subscription: ProtocolSubscription,
    handle: (message: ProtocolMessage) => Promise<void | Value>,
    told?: (trouble: Fault | undefined) => void,
  ): () => Promise<void>
  /** Opens the connection and closes it. Rejects with why it does not open. */
  test(protocol: string, connection: ConnectionValues, signal: AbortSignal): Promise<void>
}

/** `commit` or `rollback` of a transaction that calls have joined: an operation every transactional protocol has. */
export type TransactionEnd = 'commit' | 'rollback'
