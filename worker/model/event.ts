// The one event log of a run. Append-only; canvas lights, logs, the debugger, metrics and tests are pure folds over it.
import type { Fault } from './fault.ts'
import type { Tagged } from './app.ts'

/** A value in the log: the same value or handle has the same ref and is stored once. */
export type ValueRef =
  | { digest: string; bytes: number; type: string; preview: string }
  /** ≤ 1 KB as tagged JSON. */
  | { inline: Tagged }

/** A reference to a value that is inline, with its JSON where that is known: a copy in another worker is the value alone. */
export class InlineRef {
  readonly inline: Tagged
  readonly #json: string

  constructor(inline: Tagged, json: string) {
    this.inline = inline
    this.#json = json
  }
  static json(ref: { inline: Tagged }): string {
    return #json in ref ? ref.#json : JSON.stringify(ref.inline)
  }
}

/** Text that is equal for equal references. */
export function refText(ref: ValueRef | undefined): string {
  if (!ref) return ''
  return 'inline' in ref ? InlineRef.json(ref) : ref.digest
}

/** A reference with a hash (engine/digest.ts) that is equal for equal references. */
export interface Noted {
  readonly ref: ValueRef
  /** Characters as tagged JSON; of a value that is not inline those of its digest. */
  readonly size: number
  readonly a: number
  readonly b: number
}

export interface RunEvent {
  seq: number
  /** Microseconds since the run's start. */
  at: number
  /** `s1/b2[3]/s7`: step id / branch id [round] / step id; empty for the run itself. */
  path: string
  /** `pause`: waits before a step with this message; `resume`: goes on, perhaps with another one. */
  kind:
    | 'start' | 'enter' | 'leave' | 'branch' | 'round' | 'effect' | 'log' | 'fault' | 'pause' | 'resume' | 'end' // prettier-ignore
  data?: EventData
  values?: { payload?: ValueRef; attributes?: ValueRef; variables?: ValueRef }
}

export interface EventData {
  /** start: what runs. */
  flow?: string
  app?: string
  /** end: how it ended. */
  outcome?: Outcome
  /** effect: its kind (`http`, `clock`, `random`, `cache`, `sleep` …), what was asked, and what came of it. */
  effect?: string
  key?: string
  request?: Tagged
  result?: Tagged
  /** log: level, category, text. */
  level?: Level
  category?: string
  text?: string
  /** branch: id of the branch taken. round: index and, where known, the number of rounds. */
  branch?: string
  index?: number
  count?: number
  /** fault; and on `leave` when a scope swallowed it. */
  fault?: Fault
  /** resume: with a message that was put in by hand. */
  edited?: boolean
  /** leave: `skipped` for a disabled step. */
  skipped?: boolean
}

export type Outcome = 'ok' | 'failed' | 'cancelled'
export type Level = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'

/** One row a run: what lists and Home show. */
export interface RunSummary {
  id: string
  app: string
  appName: string
  /** Content hash of the app the run is pinned to. */
  appHash: string
  flow: string
  flowName: string
  trigger: string
  /** Milliseconds since the epoch. */
  startedAt: number
  /** Milliseconds. */
  took: number
  outcome: Outcome | 'running'
  fault?: Fault
  steps: number
  events: number
  /** Characters of JSON that the store has of the run: its record, events and journal. */
  bytes: number
  pinned?: boolean
  /** A run that goes on after a kill. */
  durable?: Durable
  /** Given up after too many attempts: kept in the list of dead letters until somebody runs it again or deletes it. */
  dead?: boolean
}

export interface Durable {
  /** Counts its lives, from 1: only the last one may write. */
  epoch: number
  /** Entries of its journal when its last life began to run, and how many lives, with that one, began and added none. */
  entries: number
  stuck: number
}
