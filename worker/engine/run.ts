// One run of a flow: its state, its limits, how it starts and how it ends.
import type { Grant, RecordedEffect, RunRecord } from '../api.ts'
import type { App, Branch, Connection, Flow, Sample, Step, Trace } from '../model/app.ts'
import type { HttpResponse, Reply } from '../model/context.ts'
import { LoopSignal } from '../model/context.ts'
import type { RunPart } from '../model/debug.ts'
import type { DataWay, Limits } from '../model/dataway.ts'
import type { Outcome, RunEvent, RunSummary } from '../model/event.ts'
import { fault, isFault, toFault, type Fault } from '../model/fault.ts'
import { RUN_TIME } from '../model/flow-settings.ts'
import type { Mock } from '../model/flow-test.ts'
import { milliseconds } from '../model/duration.ts'
import { isPromise, type MaybePromise } from '../model/maybe-promise.ts'
import type { Message } from '../model/message.ts'
import type { Registry } from '../model/registry.ts'
import { begunSummary } from '../model/run-summary.ts'
import { withEnvironment } from './connections.ts'
import { isComparable } from './digest.ts'
import type { EffectJournal } from './effect-journal.ts'
import { Door } from './effects.ts'
import { Frame } from './frame.ts'
import { withAppVariables } from './globals.ts'
import type { Host } from './host.ts'
import { messageOf, sampleOf } from './input.ts'
import { MAX_LAUNCH_CHAIN, STEPS_PER_LOOK, TURN_MS } from './limits.ts'
import type { Answering } from './mocks.ts'
import type { Gate } from './pauses.ts'
import type { Piece } from './pieces/piece.ts'
import type { PiecePool } from './pieces/piece-pool.ts'
import { flowOf, planOf, type PlannedFlow, type PlannedStep } from './plan.ts'
import { Recorder, Sink } from './recorder.ts'
import { CancelSignal, StopSignal } from './signals.ts'
import { checkStop, Stop } from './stop.ts'
import { noLoop, placed, StepContext } from './step-context.ts'
import { runSteps, visit } from './visit.ts'

/** Where events of a run without a log go: nowhere. */
const noSink = new Sink()

export interface RunParts {
  host: Host
  dataway: DataWay
  registry: Registry
}

export interface RunOptions {
  /** Id of the run. */
  run: string
  app: App
  flow: string
  /** What the trigger gives: a sample, or a message that a host made of a request. */
  input: Sample | Message
  /** Origin (or address) that relative addresses stand on. */
  base: string
  granted: Grant
  /** Content hash of the app, for the summary. */
  appHash?: string
  /** `full`: events with values go to `onEvents`; `failures`: kept here; `off`: none. Default `full`. */
  trace?: Trace
  onEvents?: (events: RunEvent[]) => void
  upTo?: string
  /** Replays these effects instead of calling the world. */
  replay?: RunRecord
  /** Answers of steps that do not run themselves. */
  mocks?: readonly Mock[]
  /** Runs only these steps, on the input as their message. */
  part?: RunPart
  /** Path of the branch that the part is of: the run is a piece of another one, which a worker does. */
  prefix?: string
  /** Asked before each step: breakpoints. */
  gate?: Gate
  /**
   * Effects that are known from an earlier life of this run, or from the run it begins in. `until`: they count only until the
   * step at this path is entered; absent: what is not among them is done.
   */
  known?: { effects: RecordedEffect[]; until?: string }
  /** Id of the step of the flow to begin at, with `input` as its message; the steps before it are left out. */
  startAt?: string
  /** Milliseconds since the epoch; absent: now. */
  startedAt?: number
  /** Writes effects down while they happen: the run can go on after a kill. */
  journal?: EffectJournal
  /** How often this run has begun: more than once after a kill. */
  life?: number
  /** Hears of every step and branch that is entered, in order. */
  watch?: Watch
  /** Starts a run that this one asks for, false: there is no room for it; absent: the engine does, and keeps nothing of it. */
  launch?: (request: LaunchRequest) => boolean
  /** How many runs led to this one by starting each other. */
  launches?: number
  /** Connection values of the environment, by connection id or name. */
  environment?: Record<string, Connection['config']>
  /** Makes the trigger's answer too. */
  reply?: boolean
  /** Hears the answer as soon as it is there; branches that go on apart (Async) end later. */
  onReply?: (reply: Reply) => void
  /** Non-zero in its first place stops the run, also inside a script. */
  cancelWord?: Int32Array
  scriptLimits?: Partial<Limits>
}

/** Who starts runs: the engine. */
export interface RunStarter {
  /** Starts one that another run asks for; false: no more go. */
  launch(by: RunOptions, request: LaunchRequest): boolean
  ended(run: Run): void
}

export interface LaunchRequest {
  /** Id of the run to start. */
  run: string
  flow: string
  message: Message
  launches: number
}

export interface Watch {
  step(step: Step, message: Message): void
  branch(branch: Branch): void
}

export interface RunResult {
  summary: RunSummary
  /** The last message; of a failed run the one that the failing step got. */
  message: Message
  fault?: Fault
  reply?: Reply
}

export class Run {
  readonly id: string
  readonly app: App
  readonly base: string
  readonly host: Host
  readonly dataway: DataWay
  readonly registry: Registry
  readonly recorder: Recorder | undefined
  readonly stop: Stop
  readonly cancelWord: Int32Array | undefined
  readonly scriptLimits: Partial<Limits> | undefined
  answers: ReadonlyMap<string, Answering> | undefined
  gate: Gate | undefined
  readonly watch: Watch | undefined
  readonly upTo: string | undefined
  /** Path of the step at which the world is called again. */
  readonly liveAt: string | undefined
  /** How often it has begun, from 1. */
  readonly life: number
  /** The message that entered the step a Fault was raised in. */
  get failedOn(): WeakMap<Fault, Message> {
    return (this.#failedOn ??= new WeakMap())
  }
  #failedOn: WeakMap<Fault, Message> | undefined
  /** Answers that all steps of the run share, by what was asked. */
  get shared(): Map<string, Promise<HttpResponse>> {
    return (this.#shared ??= new Map())
  }
  #shared: Map<string, Promise<HttpResponse>> | undefined
  steps = 0
  readonly #options: RunOptions
  readonly #starter: RunStarter
  readonly #flow: Flow
  #plan: PlannedFlow | undefined
  #detached: Set<Promise<unknown>> | undefined
  readonly #startedAt: number
  readonly #started: number
  #input: Message | undefined
  #halted: Fault | undefined
  #untilLook = STEPS_PER_LOOK
  #turnStarted: number

  constructor(parts: RunParts, options: RunOptions, starter: RunStarter) {
    this.#starter = starter
    this.host = parts.host
    this.dataway = parts.dataway
    this.registry = parts.registry
    this.id = options.run
    this.app = options.app
    this.base = options.base
    this.cancelWord = options.cancelWord
    this.scriptLimits = options.scriptLimits
    this.gate = options.gate
    this.watch = options.watch
    this.upTo = options.upTo
    this.stop = new Stop(undefined, options.cancelWord)
    this.#options = options
    this.#flow = flowOf(options.app, options.flow)
    this.#started = this.#turnStarted = parts.host.monotonic()
    this.liveAt = options.known?.until
    this.life = options.life ?? 1
    this.#startedAt =
      options.replay?.summary.startedAt ?? options.startedAt ?? Math.floor(parts.host.clock().micros / 1000)
    const trace = options.trace ?? 'full'
    if (trace !== 'off')
      this.recorder = new Recorder(
        parts.host,
        trace === 'full' ? (options.onEvents ?? (() => {})) : undefined,
        parts.host.log && ((event) => parts.host.log!(this.id, event)),
      )
  }

  /** Made when it is first needed: most short runs ask nothing of the world. */
  get door(): Door {
    return (this.#door ??= this.#makeDoor())
  }
  #door: Door | undefined
  #makeDoor(): Door {
    const { replay, known, journal, trace } = this.#options
    return new Door({
      keep: trace !== 'off',
      known: replay?.effects ?? known?.effects,
      live: replay ? 'never' : known?.until === undefined ? 'now' : 'later',
      journal,
      differs: (path, difference) =>
        this.recorder?.add(this.recorder.root, path, 'fault', { fault: placed(difference, path) }),
    })
  }

  get stopped(): boolean {
    return this.stop.stopped
  }
  /** Stops the run: at the next step at the latest, and what waits at once. */
  cancel(): void {
    this.stop.stop()
  }
  /** What ended the run, past every Try. */
  get halted(): Fault | undefined {
    return this.#halted
  }
  /** Ends the run with a Fault that no Try catches. Throws. */
  halt(reason: Fault): never {
    this.#end(reason)
    throw new CancelSignal()
  }
  #end(reason: Fault): void {
    this.#halted ??= reason
    this.stop.stop()
  }
  /** Ends the run when it has taken longer than its flow allows; `now` by the monotonic clock. */
  endLate(now: number): void {
    const { timeLimit = RUN_TIME } = this.#flow.settings
    if (this.stopped || now - this.#started <= this.#mostTime(timeLimit)) return
    this.#end(
      fault(
        'RUN:TIME_LIMIT',
        `The run took longer than the ${timeLimit} that the flow ${this.#flow.name} allows.`,
        {
          hint: 'Look where it waits, or raise the time limit of the flow.',
          data: { limit: timeLimit },
        },
      ),
    )
  }
  /** Work that goes on apart from the flow; the run ends when it has. */
  detach(work: Promise<unknown>): void {
    const detached = (this.#detached ??= new Set())
    const done: Promise<unknown> = work.then(
      () => detached.delete(done),
      () => detached.delete(done),
    )
    detached.add(done)
  }
  /** Starts a run of its own. False: too many are under way, or they start each other without end. */
  launch(run: string, flow: string, message: Message): boolean {
    const launches = (this.#options.launches ?? 0) + 1
    return (
      launches <= MAX_LAUNCH_CHAIN && this.#starter.launch(this.#options, { run, flow, message, launches })
    )
  }
  /** Now and then a promise, so that other work of this thread (a cancel, other runs, batches of events) gets its turn. */
  takeTurn(): Promise<void> | undefined {
    if (--this.#untilLook > 0) return undefined
    this.#untilLook = STEPS_PER_LOOK
    if (this.host.monotonic() - this.#turnStarted < TURN_MS) return undefined
    return this.host.breathe().then(() => {
      this.#turnStarted = this.host.monotonic()
      this.recorder?.waited()
      checkStop(this.stop)
    })
  }

  /** Milliseconds. What is no duration is a problem of the app; a run of it ends as one without a limit of its own. */
  #mostTime(limit: string): number {
    try {
      return milliseconds(limit)
    } catch {
      return milliseconds(RUN_TIME)
    }
  }

  /** A replay calls nobody, so it needs no secret. */
  secret(id: string): string | undefined {
    return this.host.secret(id) ?? (this.door.replaying ? '' : undefined)
  }
  clock(): { micros: number; offset: number; zone: string } {
    return this.host.clock()
  }
  random(): number {
    return this.host.random()
  }
  connectionOf(step: Step): Connection | undefined {
    const connection = this.app.connections.find((one) => one.id === step.connection)
    return connection && withEnvironment(connection, this.#options.environment)
  }
  /** An address as it is called: a relative one stands on the run's base. */
  address(url: string): string {
    if (!url.startsWith('/') || this.base === '') return url
    const base = new URL(this.base)
    return base.pathname === '/' ? base.origin + url : this.base.replace(/\/+$/, '') + url
  }
  get granted(): Grant {
    return this.#options.granted
  }

  /** The pool for branches that only compute; undefined where this run needs all its steps here. */
  pieces(): Promise<PiecePool> | undefined {
    const { upTo, replay, known, journal, watch, mocks, gate, part } = this.#options
    const mustBeHere = upTo ?? replay ?? known ?? journal ?? watch ?? mocks ?? gate ?? part
    return mustBeHere === undefined ? this.host.pieces?.() : undefined
  }
  /** What a worker must know of the run to do a piece of it. */
  forPieces(): Pick<Piece, 'base' | 'granted' | 'trace' | 'scriptLimits'> {
    const { granted, trace = 'full', scriptLimits } = this.#options
    return { base: this.base, granted, trace, ...(scriptLimits && { scriptLimits }) }
  }

  /** Runs to the end. Never rejects: an error is in the result. */
  async go(): Promise<RunResult> {
    const { recorder } = this
    const root = Frame.root(this.#flow, this.#options.prefix ?? '', recorder?.root ?? noSink, this.stop)
    let message: Message
    let failure: Fault | undefined
    let outcome: Outcome = 'ok'
    try {
      message = this.#input = this.#firstMessage()
      recorder?.add(root.sink, '', 'start', { flow: this.#flow.id, app: this.app.id }, message)
      const loading = this.registry.load(this.app)
      if (loading) await loading
      this.#plan = planOf(this.app, this.#flow, this.registry)
      const { part, mocks, replay } = this.#options
      // Not every page needs these: they are fetched by runs that do.
      if (mocks?.length) this.answers = (await import('./mocks.ts')).answersOf(mocks)
      if (replay?.effects.some(({ kind }) => kind === 'edit'))
        this.gate = (await import('./pauses.ts')).editsOf(replay)
      if (part?.error) message = { ...message, error: part.error }
      const done = part
        ? runSteps(this, (await import('./part.ts')).partOf(this.#plan, part.steps), message, root)
        : this.#walk(this.#plan, message, root)
      message = isPromise(done) ? await done : done
    } catch (thrown) {
      message = this.#input!
      // A Break of a round that runs alone ends it.
      if (thrown instanceof LoopSignal && this.#options.part && this.#options.prefix === undefined)
        message = thrown.message
      else if (thrown instanceof StopSignal) message = thrown.message
      else if (this.#halted) {
        outcome = 'failed'
        failure = this.#halted
      } else if (thrown instanceof CancelSignal || this.stopped) {
        outcome = 'cancelled'
        failure = fault('CORE:CANCELLED', 'The run was stopped.')
      } else {
        outcome = 'failed'
        failure = thrown instanceof LoopSignal ? noLoop(thrown) : toFault(thrown)
        message = this.failedOn.get(failure) ?? message
      }
    }
    try {
      let reply: Reply | undefined
      if (this.#options.reply) ({ reply, failure, outcome } = this.#answer(message, root, failure, outcome))
      if (reply) this.#options.onReply?.(reply)
      while (this.#detached?.size) await Promise.all(this.#detached)
      this.#compareReplay(root)
      recorder?.add(root.sink, '', 'end', { outcome, ...(failure && { fault: failure }) }, message)
      // With the trace level `failures` the log of a run that went well is for nobody.
      if (this.#options.trace !== 'failures' || outcome !== 'ok') recorder?.flush()
      return { summary: this.#summary(outcome, failure), message, fault: failure, reply }
    } finally {
      this.#starter.ended(this)
    }
  }

  /** What is needed to replay this run; undefined when its effects were too large to keep. */
  record(summary: RunSummary): RunRecord | undefined {
    const effects = this.door.record()
    if (!effects) return undefined
    const { input, base, replay, mocks, part, startAt } = this.#options
    const record: RunRecord = {
      format: 'weft-run/1',
      summary,
      input: sampleOf(input),
      base: replay?.base ?? base,
      ...(startAt !== undefined && { startAt }),
      effects,
      ...(mocks?.length && { mocks: [...mocks] }),
      ...(part && { part }),
    }
    const digest = this.recorder?.digest
    return digest ? { ...record, digest } : record
  }

  /** A run that begins inside a flow has its variables in its input. */
  #firstMessage(): Message {
    const { input, run, startAt, part } = this.#options
    const message = messageOf(input, run)
    return startAt === undefined && !part ? withAppVariables(message, this.app) : message
  }

  #walk({ trigger, steps }: PlannedFlow, message: Message, root: Frame): MaybePromise<Message> {
    const { startAt } = this.#options
    if (startAt !== undefined && startAt !== trigger?.step.id)
      return runSteps(this, steps, message, root, this.#placeOf(startAt, steps))
    if (!trigger) return runSteps(this, steps, message, root)
    const started = visit(this, trigger, message, root)
    return isPromise(started)
      ? started.then((first) => runSteps(this, steps, first, root))
      : runSteps(this, steps, started, root)
  }

  #placeOf(id: string, steps: readonly PlannedStep[]): number {
    const place = steps.findIndex(({ step }) => step.id === id)
    if (place >= 0) return place
    throw fault('RUN:NO_STEP', `The flow ${this.#flow.name} has no step ${id} to begin at.`, {
      hint: 'It was deleted or moved into a scope. Choose another one.',
      data: { step: id },
    })
  }

  #answer(message: Message, root: Frame, failure: Fault | undefined, outcome: Outcome) {
    const trigger = this.#plan?.trigger
    const reply = trigger?.code?.reply
    if (!trigger || !reply || outcome === 'cancelled') return { reply: undefined, failure, outcome }
    try {
      const context = new StepContext(this, trigger, root)
      const answered = failure ? { ...message, error: failure } : message
      return { reply: reply(answered, context, failure), failure, outcome }
    } catch (thrown) {
      const broken = isFault(thrown) ? placed(thrown, trigger.step.id) : toFault(thrown)
      this.recorder?.add(root.sink, trigger.step.id, 'fault', { fault: broken }, message)
      return { reply: undefined, failure: failure ?? broken, outcome: 'failed' as Outcome }
    }
  }

  #compareReplay(root: Frame): void {
    const { replay } = this.#options
    const { recorder } = this
    if (!replay || !recorder) return
    for (const key of this.door.unasked())
      recorder.add(root.sink, key.split('#')[0]!, 'fault', {
        fault: fault('REPLAY:DIFFERS', `The recorded effect ${key} was not asked for.`),
      })
    if (replay.digest && isComparable(replay.digest) && replay.digest !== recorder.digest)
      recorder.add(root.sink, '', 'fault', {
        fault: fault(
          'REPLAY:DIFFERS',
          'The values that passed through the steps are not those of the recorded run.',
        ),
      })
  }

  #summary(outcome: Outcome, failure: Fault | undefined): RunSummary {
    const { appHash = '' } = this.#options
    const summary = begunSummary(this.id, this.app, this.#flow, appHash, this.#startedAt)
    summary.took = this.host.monotonic() - this.#started
    summary.outcome = outcome
    if (failure) summary.fault = failure
    summary.steps = this.steps
    summary.events = this.recorder?.events.length ?? 0
    return summary
  }
}
