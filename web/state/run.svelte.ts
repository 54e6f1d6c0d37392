// The watched run: the one run the editor shows, under way or past. Events arrive in batches, at most one an animation
// frame; what is shown is the fold of the events up to the cursor. One instance an editor; the canvas, the run drawer
// and the inspector only read it.
import type { App, Sample } from '../../worker/model/app.ts'
import type { RunEvent, RunSummary } from '../../worker/model/event.ts'
import type { EngineApi, Grant, RunPlace, RunRecord, RunRequest, ValuePlace } from '../../worker/api.ts'
import { newRunId } from '../../worker/model/id.ts'
import type { Breakpoint, GoOn } from '../../worker/model/debug.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import { StepLights, stepOfPath, type StepLight, type Visit } from './step-lights.ts'

export type { StepLight, Visit, LightState } from './step-lights.ts'

/** The part of the engine this state talks to; callbacks cross comlink by the client's own means. */
export type RunEngine = Pick<EngineApi, 'run' | 'runFrom' | 'cancel' | 'replay' | 'record' | 'goOn'>

export interface StartRequest {
  app: App
  flow: string
  input: RunRequest['input']
  /** Run up to this step and stop after it. */
  upTo?: string
  /** Go on from this place of a recorded run; `input` is what that run began with. */
  from?: RunPlace
  /** With this message instead of the one recorded there. */
  message?: Sample
  /** Run only these steps. */
  part?: RunRequest['part']
  mocks?: RunRequest['mocks']
  breakpoints?: Breakpoint[]
}

export class WatchedRun {
  readonly #engine: RunEngine
  readonly #grantFor: ((app: App) => Promise<Grant | undefined>) | undefined
  #events: RunEvent[] = []
  #folded = new StepLights()
  #foldedTo = 0
  #frame = 0
  #arrived: RunEvent[] = []

  /** The app as it was when the run started: results are stale when the open App is another one. */
  app = $state.raw<App | undefined>(undefined)
  flow = $state<string | undefined>(undefined)
  /** Absent: no run is watched. `outcome` is `running` while it is under way. */
  summary = $state.raw<RunSummary | undefined>(undefined)
  input = $state.raw<Sample | undefined>(undefined)
  /** Number of events known. */
  length = $state(0)
  /** Number of events shown: 0 … length. */
  cursor = $state(0)
  /** The cursor stays at the newest event. */
  following = $state(true)
  /** Sequence number of the selected event; its step's data is shown in the drawer. */
  selected = $state<number | undefined>(undefined)
  /** Lights of the steps at the cursor, by step id. Read a step that may be missing with `light(id)`. */
  lights = $state.raw<ReadonlyMap<string, StepLight>>(new Map())
  /** Only some steps ran: the others have nothing to say. */
  partial = $state(false)
  /** The engine itself could not be asked (worker died, run refused). */
  trouble = $state.raw<Fault | undefined>(undefined)

  /** `grantFor`: what a run of the app may reach, or undefined when it is not to run; absent: everything. */
  constructor(engine: RunEngine, grantFor?: (app: App) => Promise<Grant | undefined>) {
    this.#engine = engine
    this.#grantFor = grantFor
  }

  /** The step the run waits before, and the event that says so: its message is what came. The oldest of several. */
  get paused(): { path: string; step: string; seq: number } | undefined {
    void this.lights
    const [event] = this.#folded.paused.values()
    if (!event || !this.running || !this.following) return undefined
    return { path: event.path, step: stepOfPath(event.path), seq: event.seq }
  }
  /** Lets the run go on from where it waits. */
  async goOn(how: GoOn): Promise<void> {
    if (this.summary) await this.#engine.goOn(this.summary.id, how)
  }

  get running(): boolean {
    return this.summary?.outcome === 'running'
  }
  /** All events so far, oldest first: the same growing array, so depend on `length` to see it grow. */
  get events(): readonly RunEvent[] {
    void this.length
    return this.#events
  }
  /** Microseconds since the start at the cursor. */
  get time(): number {
    return this.cursor === 0 ? 0 : (this.events[this.cursor - 1]?.at ?? 0)
  }
  light(step: string): StepLight {
    void this.lights
    return this.#folded.of(step, this.partial)
  }
  /** Visits of a step up to the cursor, in order. */
  visits(step: string): readonly Visit[] {
    void this.lights
    return this.#folded.visitsOf(step)
  }
  /** The visit an event belongs to. */
  visitAt(seq: number): Visit | undefined {
    const event = this.events.find((e) => e.seq === seq)
    if (!event) return undefined
    // A round or a branch belongs to the step around it.
    for (let path = event.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const visit = this.visits(stepOfPath(path)).findLast((v) => v.path === path && v.enter <= seq)
      if (visit) return visit
    }
    return undefined
  }
  /** Where the message is that entered a step last (or in the visit given), for data panels and previews. */
  inputOf(step: string, visit: Visit | undefined = this.visits(step).at(-1)): ValuePlace | undefined {
    if (!visit || !this.summary) return undefined
    return { run: this.summary.id, seq: visit.enter, part: 'message', path: [] }
  }
  outputOf(step: string, visit: Visit | undefined = this.visits(step).at(-1)): ValuePlace | undefined {
    if (!visit || visit.leave === undefined || visit.fault || !this.summary) return undefined
    return { run: this.summary.id, seq: visit.leave, part: 'message', path: [] }
  }

  /** Starts a run and watches it. Resolves when it has ended; a run under way is stopped first. */
  async start(request: StartRequest): Promise<RunSummary | undefined> {
    if (this.running) await this.stop()
    const { app, flow, input, from, message, ...more } = request
    const granted = this.#grantFor ? await this.#grantFor(app) : { hosts: 'all' as const }
    if (!granted) return undefined
    const run = newRunId()
    this.#reset(app, flow, 'seq' in input ? undefined : input, runningSummary(run, app, flow))
    this.partial = request.part !== undefined || request.upTo !== undefined || from !== undefined
    const base = location.origin
    const begun = { run, app, flow, input, base, granted, ...more }
    return this.#watch(run, (onEvents) =>
      from
        ? this.#engine.runFrom({ ...begun, from, ...(message && { message }) }, onEvents)
        : this.#engine.run(begun, onEvents),
    )
  }

  /** Executes a recorded run again with its recorded effects and watches that. */
  async replay(record: RunRecord, app: App): Promise<RunSummary | undefined> {
    if (this.running) await this.stop()
    this.#reset(app, record.summary.flow, record.input, { ...record.summary, outcome: 'running' })
    return this.#watch(record.summary.id, (onEvents) => this.#engine.replay(record, app, onEvents))
  }

  /** Shows a past run from its stored events. */
  open(app: App | undefined, summary: RunSummary, events: RunEvent[], input?: Sample): void {
    this.#reset(app, summary.flow, input, summary)
    this.#append(events)
  }

  /** Stops the run under way. */
  async stop(): Promise<void> {
    if (this.summary && this.running) await this.#engine.cancel(this.summary.id)
  }

  clear(): void {
    this.#reset(undefined, undefined, undefined, undefined)
  }

  /** Shows the moment after `count` events. */
  seek(count: number): void {
    this.cursor = Math.max(0, Math.min(count, this.#events.length))
    this.following = this.cursor === this.#events.length
    this.#fold()
  }

  /** Selects an event and shows the moment it happened. */
  select(seq: number | undefined): void {
    this.selected = seq
    if (seq === undefined) return
    const index = this.#events.findIndex((event) => event.seq === seq)
    if (index >= 0 && index + 1 !== this.cursor && !this.running) this.seek(index + 1)
  }

  async #watch(run: string, go: (onEvents: (events: RunEvent[]) => void) => Promise<RunSummary>) {
    const mine = () => this.summary?.id === run
    try {
      const summary = await go((events) => mine() && this.#arrive(events))
      if (mine()) {
        this.#flush()
        this.summary = summary
      }
      return summary
    } catch (thrown) {
      const fault = toFault(thrown)
      if (mine()) {
        this.#flush()
        this.trouble = fault
        this.summary = { ...this.summary!, outcome: 'failed', fault }
      }
      return undefined
    }
  }

  #arrive(events: RunEvent[]): void {
    this.#arrived.push(...events)
    this.#frame ||= requestAnimationFrame(() => this.#flush())
    // A hidden tab gets no frames, yet its memory must not wait for one.
    if (this.#arrived.length > 5000) this.#flush()
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (this.#arrived.length === 0) return
    const events = this.#arrived
    this.#arrived = []
    this.#append(events)
  }

  #append(events: readonly RunEvent[]): void {
    for (const event of events) this.#events.push(event)
    this.length = this.#events.length
    if (this.following) this.cursor = this.length
    this.#fold()
  }

  #fold(): void {
    if (this.cursor < this.#foldedTo) {
      this.#folded = new StepLights()
      this.#foldedTo = 0
    }
    while (this.#foldedTo < this.cursor) this.#folded.apply(this.#events[this.#foldedTo++]!)
    this.lights = new Map(this.#folded.lights)
  }

  #reset(app: App | undefined, flow: string | undefined, input?: Sample, summary?: RunSummary): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#arrived = []
    this.#events = []
    this.#folded = new StepLights()
    this.#foldedTo = 0
    this.app = app
    this.flow = flow
    this.input = input
    this.summary = summary
    this.length = 0
    this.cursor = 0
    this.following = true
    this.selected = undefined
    this.trouble = undefined
    this.partial = false
    this.lights = new Map()
  }
}

/** The summary of a run that has just begun. */
export function runningSummary(id: string, app: App, flow: string): RunSummary {
  const found = app.flows.find((f) => f.id === flow)
  return {
    id,
    app: app.id,
    appName: app.name,
    appHash: '',
    flow,
    flowName: found?.name ?? flow,
    trigger: found?.trigger?.component ?? 'manual',
    startedAt: Date.now(),
    took: 0,
    outcome: 'running',
    steps: 0,
    events: 0,
    bytes: 0,
  }
}
