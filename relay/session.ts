// What a protocol is in the relay: opens sessions to a target, which run operations, give streams and feed triggers.
import type { ProtocolResult } from '../worker/model/protocol-link.ts'
import type { Fault } from '../worker/model/fault.ts'
import type { Value } from '../worker/model/value.ts'
import type { Arguments } from './arguments.ts'
import type { Dialer } from './guard/dial.ts'
import type { TenantHooks } from './hooks/hooks.ts'

/** The default export of `protocols/<id>/session.ts`. Rejects with a Fault when the target does not let us in. */
export type Protocol = (connection: Arguments, world: World) => Promise<Session>

export interface World {
  /** The only way to a target. */
  dialer: Dialer
  /** Aborted when the session is no longer wanted while it opens. */
  signal: AbortSignal
  /** The tenant's webhooks; absent where no relay is. */
  hooks?: TenantHooks
}

export interface Session {
  operations: Record<string, Operation>
  /** Operations that give a large result in batches. */
  streams?: Record<string, Stream>
  triggers?: Record<string, Trigger>
  transaction?: { begin(): Promise<void>; commit(): Promise<void>; rollback(): Promise<void> }
  /** False when the connection is gone: the session is thrown away. */
  isOpen(): boolean
  close(): Promise<void>
}

/** Whether somebody still wants what is done. Asked for its signal only by what can be stopped: a signal costs more than a small call. */
export interface Wanted {
  readonly signal: AbortSignal
}

export type Operation = (values: Arguments, wanted: Wanted) => Promise<ProtocolResult>
export type Stream = (values: Arguments, wanted: Wanted) => AsyncIterable<ProtocolResult>

/** Runs until `consumer.signal` is aborted; rejects when the source fails. */
export type Trigger = (values: Arguments, consumer: Consumer) => Promise<void>

export interface Consumer {
  signal: AbortSignal
  /** Nobody hears at the moment; whoever it is may come back. */
  readonly isCut?: boolean
  /** Messages on their way at once: never ask the source for more. */
  parallel: number
  /**
   * Hands a message on; resolves when it was settled (accepted or rejected). Rejects when the consumer is gone: then the source
   * keeps the message and gives it again.
   */
  emit(message: SourceMessage): Promise<void>
}

export interface SourceMessage extends ProtocolResult {
  /** The flow is done with it: confirm it at the source. `answer`: what it says to one that waits for it. */
  accept(answer?: Value): Promise<void>
  /** Its flow failed as often as is allowed: the protocol's dead letter. */
  reject(why: Fault): Promise<void>
}

/** A consumer whose messages are confirmed when their flow is done, or with `confirm: 'at-once'` before it begins. */
export function confirming(values: Arguments, consumer: Consumer): Consumer {
  if (values.line('confirm', 'after') === 'after') return consumer
  const nothing = async (): Promise<void> => {}
  return {
    signal: consumer.signal,
    parallel: consumer.parallel,
    emit: async (message) => {
      await message.accept()
      await consumer.emit({ ...message, accept: nothing, reject: nothing })
    },
  }
}
