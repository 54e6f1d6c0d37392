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
  end?: number
  readonly path: string
  readonly step: string
  readonly depth: number
  /** Microseconds since the run's start. */
  readonly at: number
  took?: number
  state: LightState
  fault?: Fault
  readonly round?: { index: number; count?: number }
  readonly branch?: string
  /** HTTP calls and other effects of this visit: what was asked, in short. */
  effects: { kind: string; asked: string; status?: number }[]
}

export class EventRows {
  readonly rows: EventRow[] = []
  #open = new Map<string, EventRow>()

  apply(event: RunEvent): void {
    if (event.kind === 'end') return this.#end()
    if (event.path === '' && event.kind !== 'fault') return
    if (event.kind === 'enter') this.#begin(event, 'step')
    if (event.kind === 'round') this.#round(event)
    if (event.kind === 'branch') this.#branch(event)
    if (event.kind === 'effect') this.#effect(event)
    // A disabled step is not entered: the message passes by.
    if (event.kind === 'leave' && event.data?.skipped && !this.#open.has(event.path))
      this.#begin(event, 'step')
    if (event.kind === 'leave') this.#close(event, event.data?.skipped ? 'skipped' : 'ok')
    if (event.kind === 'fault') this.#close(event, 'failed')
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
    if (kind === 'step') this.#open.set(event.path, row)
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
    row.effects.push({
      kind: event.data.effect,
      asked: shortly(event.data.request),
      status: typeof status === 'number' ? status : undefined,
    })
  }

  #close(event: RunEvent, state: LightState): void {
    const row = this.#open.get(event.path)
    if (!row) return
    this.#open.delete(event.path)
    row.end = event.seq
    row.took = event.at - row.at
    row.state = state
    row.fault = event.data?.fault
  }

  #end(): void {
    for (const row of this.#open.values()) row.state = 'none'
    this.#open.clear()
  }

  /** The open step whose path the event's path is, or lies below. */
  #owner(path: string): EventRow | undefined {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const row = this.#open.get(at)
      if (row) return row
    }
    return undefined
  }
}

/** `GET /contacts?limit=100` of an HTTP request; nothing for what has no short form. */
function shortly(request: Tagged | undefined): string {
  if (typeof request === 'string') return request.slice(0, 200)
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return ''
  const { method, url } = request
  if (typeof url !== 'string') return ''
  const path = /^https?:\/\/[^/]+(\/.*)$/.exec(url)?.[1] ?? url
  return `${typeof method === 'string' ? method + ' ' : ''}${path}`.slice(0, 200)
}

function depthOf(path: string): number {
  return Math.floor(path.split('/').length / 2)
}
