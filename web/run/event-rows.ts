// The event list of a run: one row a visit of a step, a round or a branch taken, in the order they began. A row is made
// when its step begins and completed when it ends.
import type { Tagged } from '../../worker/model/app.ts'
import type { RunEvent } from '../../worker/model/event.ts'
import type { Fault } from '../../worker/model/fault.ts'
import { stepOfPath, type LightState } from '../state/step-lights.ts'

export interface EventRow {
  readonly kind: 'step' | 'round' | 'branch'
  /** The event that began it, and the one that ended it. */
  readonly seq: number
  readonly end?: number
  readonly path: string
  readonly step: string
  readonly depth: number
  /** Microseconds since the run's start. */
  readonly at: number
  readonly took?: number
  readonly state: LightState
  readonly fault?: Fault
  /** Its message was put in by hand at a breakpoint. */
  readonly edited?: boolean
  /** It waited, and was not entered yet. */
  readonly wasPaused?: boolean
  readonly round?: { index: number; count?: number }
  readonly branch?: string
  /** HTTP calls and other effects of this visit: what was asked, in short. */
  readonly effects: readonly { kind: string; asked: string; status?: number }[]
}

export class EventRows {
  /** A row that changes becomes a new object, so that who compares by identity sees it. */
  readonly rows: EventRow[] = []
  /** Places of the rows of steps under way, by path. */
  #open = new Map<string, number>()

  apply(event: RunEvent): void {
    if (event.kind === 'end') return this.#end()
    if (event.path === '' && event.kind !== 'fault') return
    if (event.kind === 'pause') this.#begin(event, 'step', { state: 'waiting' })
    if (event.kind === 'resume') this.#resume(event)
    if (event.kind === 'enter') this.#enter(event)
    if (event.kind === 'round') this.#round(event)
    if (event.kind === 'branch') this.#branch(event)
    if (event.kind === 'effect') this.#effect(event)
    // A disabled step is not entered: the message passes by.
    if (event.kind === 'leave' && event.data?.skipped && !this.#open.has(event.path))
      this.#begin(event, 'step')
    if (event.kind === 'leave') this.#close(event, event.data?.skipped ? 'skipped' : 'ok')
    if (event.kind === 'fault') this.#close(event, 'failed')
  }

  /** A row that began with a pause goes on. */
  #enter(event: RunEvent): void {
    const index = this.#open.get(event.path)
    if (index !== undefined && this.rows[index]!.state === 'running' && this.rows[index]!.wasPaused)
      this.#change(index, { at: event.at, wasPaused: false })
    else this.#begin(event, 'step')
  }
  #resume(event: RunEvent): void {
    const index = this.#open.get(event.path)
    if (index !== undefined)
      this.#change(index, { state: 'running', wasPaused: true, edited: event.data?.edited })
  }

  #begin(event: RunEvent, kind: EventRow['kind'], more: Partial<EventRow> = {}): EventRow {
    const row: EventRow = {
      kind,
      seq: event.seq,
      path: event.path,
      step: stepOfPath(event.path),
      depth: depthOf(event.path),
      at: event.at,
      state: 'running',
      effects: [],
      ...more,
    }
    this.rows.push(row)
    if (kind === 'step') this.#open.set(event.path, this.rows.length - 1)
    return row
  }

  #round(event: RunEvent): void {
    const { index, count } = event.data ?? {}
    if (index === undefined) return
    const owner = this.#owner(event.path)
    const depth = (owner?.depth ?? 0) + 1
    this.#begin(event, 'round', { round: { index, count }, step: owner?.step ?? stepOfPath(event.path), depth, state: 'ok', end: event.seq }) // prettier-ignore
  }

  #branch(event: RunEvent): void {
    const owner = this.#owner(event.path)
    const depth = (owner?.depth ?? 0) + 1
    this.#begin(event, 'branch', { branch: event.data?.branch, step: owner?.step ?? stepOfPath(event.path), depth, state: 'ok', end: event.seq }) // prettier-ignore
  }

  #effect(event: RunEvent): void {
    const row = this.#owner(event.path)
    if (!row || !event.data?.effect) return
    const result = event.data.result
    const status =
      typeof result === 'object' && result !== null && 'status' in result ? result.status : undefined
    const effect = {
      kind: event.data.effect,
      asked: shortly(event.data.request),
      status: typeof status === 'number' ? status : undefined,
    }
    this.#change(this.#open.get(row.path)!, { effects: [...row.effects, effect] })
  }

  #close(event: RunEvent, state: LightState): void {
    const index = this.#open.get(event.path)
    if (index === undefined) return
    this.#open.delete(event.path)
    const took = event.at - this.rows[index]!.at
    this.#change(index, { end: event.seq, took, state, fault: event.data?.fault })
  }

  #end(): void {
    for (const index of this.#open.values()) this.#change(index, { state: 'none' })
    this.#open.clear()
  }

  #change(index: number, change: Partial<EventRow>): void {
    this.rows[index] = { ...this.rows[index]!, ...change }
  }

  /** The open step whose path the event's path is, or lies below. */
  #owner(path: string): EventRow | undefined {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const index = this.#open.get(at)
      if (index !== undefined) return this.rows[index]
    }
    return undefined
  }
}

/** `GET /contacts?limit=100` of an HTTP request; nothing for what has no short form. */
function shortly(request: Tagged | undefined): string {
  if (typeof request === 'string') return request.replace(/https?:\/\/[^/\s]+/, '').slice(0, 200)
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return ''
  const { method, url } = request
  if (typeof url !== 'string') return ''
  const path = /^https?:\/\/[^/]+(\/.*)$/.exec(url)?.[1] ?? url
  return `${typeof method === 'string' ? method + ' ' : ''}${path}`.slice(0, 200)
}

function depthOf(path: string): number {
  return Math.floor(path.split('/').length / 2)
}
