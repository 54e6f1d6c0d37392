// A piece of a run that another worker does: the steps of one branch on one message, and what comes back of it. Plain data.
import type { Grant, RecordedEffect } from '../../api.ts'
import type { App, Trace } from '../../model/app.ts'
import type { RunEvent } from '../../model/event.ts'
import type { Fault } from '../../model/fault.ts'
import type { Limits } from '../../model/dataway.ts'
import type { PackedMessage, Packed } from './parcel.ts'

export interface Piece {
  /** Sent with the first piece of it that a worker gets. */
  app?: App
  /** Which app: a number of this pool. */
  appNumber: number
  flow: string
  /** Ids of the steps of the branch. */
  steps: string[]
  /** Path of the branch and its round, with a slash at its end. */
  prefix: string
  base: string
  granted: Grant
  trace: Trace
  message: PackedMessage
  /** Group of pieces whose values are kept until the group is over. */
  group: number
  scriptLimits?: Partial<Limits>
  /** Non-zero in its first place stops the piece, also inside a script. */
  cancelWord?: Int32Array
}

export interface PieceResult {
  outcome: 'ok' | 'failed' | 'cancelled'
  /** The last message; of a piece that failed the one that the failing step got. */
  message: PackedMessage
  fault?: Fault
  steps: number
  /** Without start and end; `at` counts from the start of the piece. */
  events: RunEvent[]
  /** The messages of those events, where the run keeps them. */
  messages: [seq: number, message: PackedMessage][]
  effects: RecordedEffect[]
}

/** What a worker is asked. */
export type PieceCall = { id: number; piece: Piece } | { endGroup: number }
export type PieceAnswer = { id: number } & ({ result: PieceResult } | { fault: Fault })
export type { Packed }
