// What a person does to look into a run: stop before steps, go on, run a part again on what was recorded, pin answers.
import type { EngineApi, ValuePlace } from '../../worker/api.ts'
import type { App, Sample, Step } from '../../worker/model/app.ts'
import { mockOf, removeMock, setMock } from '../../worker/model/commands/mocks.ts'
import type { Breakpoint, Pace } from '../../worker/model/debug.ts'
import { toFault } from '../../worker/model/fault.ts'
import type { Mock, MockAnswer } from '../../worker/model/flow-test.ts'
import { findStep, scopesAround } from '../../worker/model/walk.ts'
import type { StepMark } from '../canvas/canvas-context.ts'
import type { AppDocument } from '../state/document.svelte.ts'
import type { Visit, WatchedRun } from '../state/run.svelte.ts'
import { faultText } from '../text/faults.ts'
import { toast } from '../ui/toasts.svelte.ts'
import { Breakpoints } from './breakpoints.svelte.ts'
import { debugWords } from './words.ts'

/** The parts of the editor this talks to. */
export interface Debugged {
  readonly document: AppDocument
  readonly run: WatchedRun
  readonly engine: EngineApi
}

export class Debugging {
  readonly breakpoints: Breakpoints
  readonly #editor: Debugged

  constructor(app: string, editor: Debugged) {
    this.breakpoints = new Breakpoints(app)
    this.#editor = editor
  }

  /** What the canvas and the outline show of it on a step. */
  markOf(step: string): StepMark | undefined {
    const breakpoint = this.breakpoints.of(step)
    const mocked = this.mockOf(step) !== undefined
    return breakpoint || mocked ? { ...(breakpoint && { breakpoint }), mocked } : undefined
  }

  get #app(): App {
    return this.#editor.document.app
  }

  /** The breakpoints on steps that are there; a run that has none still can be stopped step by step. */
  get armed(): Breakpoint[] | undefined {
    const list = this.breakpoints.list.filter(({ step }) => findStep(this.#app, step))
    return list.length > 0 ? list : undefined
  }

  /** The message of the waiting step, while it is edited. */
  edited = $state.raw<Sample | undefined>()
  async editMessage(): Promise<void> {
    const { paused } = this.#editor.run
    const message = paused && (await this.#messageAt(paused.seq))
    if (message) this.edited = message
  }
  /** The message that stands at an event of the shown run; what went wrong is told. */
  async #messageAt(seq: number): Promise<Sample | undefined> {
    const { run, engine } = this.#editor
    try {
      return run.summary && (await engine.sampleAt({ run: run.summary.id, seq }))
    } catch (thrown) {
      toast('failed', faultText(toFault(thrown)))
      return undefined
    }
  }

  /** Goes on from where the run waits. */
  async goOn(pace: Pace, message?: Sample): Promise<void> {
    const { run } = this.#editor
    if (!run.paused) return
    const { path } = run.paused
    await run.goOn({ path, pace, breakpoints: this.armed ?? [], ...(message && { message }) })
  }

  /** The visit that is looked at: the one around the selected event, else the newest. */
  #visitOf(step: string): Visit | undefined {
    const { run } = this.#editor
    const visits = run.visits(step)
    const selected = run.selected === undefined ? undefined : run.visitAt(run.selected)
    return visits.find((visit) => visit === selected) ?? visits.at(-1)
  }

  /** Why this step cannot run alone; absent: it can. */
  whyNotStep(step: Step | undefined): string | undefined {
    if (!step) return debugWords().noStep
    return this.#visitOf(step.id) ? undefined : debugWords().notReached
  }
  /** Runs one step again, on the message it got. */
  runStep(step: Step): void {
    const visit = this.#visitOf(step.id)
    if (visit) this.#runPart([step.id], visit)
  }

  /** Runs the flow from this step of the shown run on, with what was recorded there or another message. */
  runFrom(step: Step, message?: Sample): void {
    const visit = this.#visitOf(step.id)
    const found = findStep(this.#app, step.id)
    const { run } = this.#editor
    if (!visit || !found || !run.summary) return
    const from = { run: run.summary.id, path: visit.path }
    const input = run.input ?? { id: 'input', name: '' }
    const { mocks } = this.#app
    void run.start({
      app: this.#app,
      flow: run.flow ?? found.flow.id,
      input,
      from,
      message,
      mocks,
      breakpoints: this.armed,
    })
  }
  /** A branch of the shown run: the message this step got, to be changed before the flow goes on from here. */
  branchFrom = $state.raw<{ step: Step; message: Sample } | undefined>()
  async editFrom(step: Step): Promise<void> {
    const visit = this.#visitOf(step.id)
    const message = visit && (await this.#messageAt(visit.enter))
    if (message) this.branchFrom = { step, message }
  }
  whyNotBranch(step: Step | undefined): string | undefined {
    const why = this.whyNotStep(step)
    if (why || !step) return why
    return this.#visitOf(step.id)!.path === step.id ? undefined : debugWords().inScope
  }

  /** The steps of a round and the visit it began with: around a step in a loop, or of a loop itself. */
  #roundOf(step: Step): { steps: string[]; first: Visit } | undefined {
    const { run } = this.#editor
    const scopes = [step, ...scopesAround(this.#app, step.id)]
    const selected =
      run.selected === undefined ? undefined : run.events.find((event) => event.seq === run.selected)
    for (const scope of scopes)
      for (const branch of scope.branches ?? []) {
        const visits = branch.steps[0] ? run.visits(branch.steps[0].id) : []
        const rounds = visits.filter((visit) => /\[\d+\]\/[^/]+$/.test(visit.path))
        if (rounds.length === 0) continue
        const inside = this.#visitOf(step.id)?.path
        const at = selected?.path ?? inside ?? ''
        const ofRound = (visit: Visit) => at.startsWith(visit.path.slice(0, visit.path.lastIndexOf('/') + 1))
        const first = rounds.findLast(ofRound) ?? rounds.at(-1)!
        return { steps: branch.steps.map(({ id }) => id), first }
      }
    return undefined
  }
  whyNotRound(step: Step | undefined): string | undefined {
    if (!step) return debugWords().noStep
    return this.#roundOf(step) ? undefined : debugWords().noRound
  }
  /** Runs the steps of one round again, on the message the round began with. */
  runRound(step: Step): void {
    const round = this.#roundOf(step)
    if (round) this.#runPart(round.steps, round.first)
  }

  #runPart(steps: string[], { enter }: Visit): void {
    const { run } = this.#editor
    const found = findStep(this.#app, steps[0]!)
    if (!found || !run.summary) return
    const input: Pick<ValuePlace, 'run' | 'seq'> = { run: run.summary.id, seq: enter }
    const { mocks } = this.#app
    // The step itself is what is looked at: its own pinned answer would hide it.
    const others = steps.length === 1 ? mocks?.filter((mock) => mock.step !== steps[0]) : mocks
    void run.start({
      app: this.#app,
      flow: found.flow.id,
      input,
      part: { steps },
      mocks: others,
      breakpoints: this.armed,
    })
  }

  mockOf(step: string): Mock | undefined {
    return mockOf(this.#app, step)
  }
  /** Pins what the step gave in the run that is shown: its message or its error. False: it gave nothing yet. */
  async pin(step: Step): Promise<boolean> {
    const { run, engine } = this.#editor
    const visit = this.#visitOf(step.id)
    if (!visit || visit.leave === undefined || !run.summary) return false
    try {
      const answer: MockAnswer = visit.fault
        ? { fault: { code: visit.fault.code, message: visit.fault.message } }
        : await engine.answerAt({ run: run.summary.id, seq: visit.leave })
      this.setMock({ step: step.id, answers: [answer] })
      return true
    } catch (thrown) {
      toast('failed', faultText(toFault(thrown)))
      return false
    }
  }
  setMock(mock: Mock, merge?: string): void {
    this.#editor.document.edit(debugWords().pinned(this.#name(mock.step)), (app) => setMock(app, mock), {
      merge,
    })
  }
  unpin(step: string): void {
    this.#editor.document.edit(debugWords().unpinned(this.#name(step)), (app) => removeMock(app, step))
  }
  /** Pins what the step gave, or an empty answer to be written; a pinned answer is taken off. */
  async toggleMock(step: Step): Promise<void> {
    if (this.mockOf(step.id)) this.unpin(step.id)
    else if (!(await this.pin(step))) this.setMock({ step: step.id, answers: [{ payload: null }] })
  }

  #name(step: string): string {
    return findStep(this.#app, step)?.step.name ?? step
  }
}
