// One learner at one lesson: runs its tests after every edit, ticks off what has happened, gives hints, keeps the score.
import { definition } from '../../worker/definitions.ts'
import type { App } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import type { TestResult } from '../../worker/model/flow-test.ts'
import { newRunId } from '../../worker/model/id.ts'
import { knownFailures, passes, recognised, type KnownFailure } from '../../worker/model/lesson-proof.ts'
import { solutionOf, type Lesson, type LessonText, type TaskEvent } from '../../worker/model/lesson.ts'
import { allSteps, findStep } from '../../worker/model/walk.ts'
import type { Editor } from '../state/editor.svelte.ts'
import { progress, type Score } from './progress.svelte.ts'
import { lessonWords } from './words.ts'

/** Milliseconds after the last edit before the tests run: typing is one edit. */
const pause = 120

export class LessonWork {
  /** By this its progress is kept. */
  readonly id: string
  readonly editor: Editor
  readonly lesson: Lesson

  /** Of the newest run of the tests; undefined before the first one. */
  results = $state.raw<readonly TestResult[] | undefined>()
  /** What the solution gives, and what the learner's app gives; undefined: nothing. */
  goal = $state.raw<string | undefined>()
  yours = $state.raw<string | undefined>()
  /** Milliseconds from the edit to the results. */
  took = $state<number>()
  checking = $state(false)
  trouble = $state.raw<Fault>()
  /** What is said to a mistake that is known. */
  says = $state.raw<LessonText>()
  ticked = $state.raw<readonly boolean[]>([])
  /** How many hints are shown. */
  hints = $state(0)
  /** Seconds at work; stands when all tests pass. */
  seconds = $state(0)
  fewest = $state.raw<Omit<Score, 'seconds'>>()

  #known: Promise<KnownFailure[]> | undefined
  #goals: Promise<void> | undefined
  #run: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(id: string, editor: Editor, lesson: Lesson) {
    this.id = id
    this.editor = editor
    this.lesson = lesson
    this.ticked = lesson.tasks.map(() => false)
  }

  get passed(): boolean {
    return this.results !== undefined && passes(this.results)
  }
  get score(): Score {
    const { app } = this.editor.document
    return { steps: stepsOf(app), calls: this.#callsOf(app, this.results), seconds: this.seconds }
  }

  /** The app is another one now: its tests run soon. */
  changed(app: App): void {
    clearTimeout(this.#timer)
    const at = performance.now()
    this.#timer = setTimeout(() => void this.#check(app, at), this.results ? pause : 0)
  }
  close(): void {
    clearTimeout(this.#timer)
    if (this.#run) void this.editor.engine.cancel(this.#run)
  }
  second(): void {
    if (!this.passed) this.seconds++
  }

  restart(): void {
    const { document, run, view } = this.editor
    document.edit(lessonWords().restart, (app) => ({ ...app, ...this.lesson.start }))
    view.select(undefined)
    run.clear()
    this.hints = 0
    this.seconds = 0
    this.ticked = this.lesson.tasks.map(() => false)
  }
  /** Puts the solution in; the lesson then counts as done, without a score. */
  solve(): void {
    progress.solve(this.id)
    this.editor.document.edit(lessonWords().showSolution, (app) => ({
      ...solutionOf(app, this.lesson),
      id: app.id,
    }))
  }

  /** Ticks off what has happened by now. */
  tick(): void {
    const next = this.lesson.tasks.map(({ when }, i) =>
      when.kind === 'passed' ? this.#happened(when) : this.ticked[i]! || this.#happened(when),
    )
    if (next.some((one, i) => one !== this.ticked[i])) this.ticked = next
  }
  #happened(when: TaskEvent): boolean {
    const { run, view, document } = this.editor
    if (when.kind === 'ran') return run.summary !== undefined && !run.running
    if (when.kind === 'looked') return view.step === when.step
    if (when.kind === 'passed') {
      if (when.test === undefined) return this.passed
      const mine = this.results?.filter(({ test }) => test === when.test) ?? []
      return passes(mine)
    }
    const { start } = this.lesson
    if (when.step === undefined) return shapeOf(start.flows) !== shapeOf(document.app.flows)
    const before = findStep({ ...document.app, ...start }, when.step)?.step
    const now = findStep(document.app, when.step)?.step
    return shapeOf(before) !== shapeOf(now)
  }

  async #check(app: App, since: number): Promise<void> {
    if (this.#run) await this.editor.engine.cancel(this.#run)
    const run = newRunId()
    this.#run = run
    this.checking = true
    try {
      await (this.#goals ??= this.#findGoal(app))
      const results = await this.#test(app, run)
      if (this.#run !== run) return
      const failedBefore = this.results !== undefined && !this.passed
      this.results = results
      this.yours = this.#shownIn(results)
      this.took = performance.now() - since
      this.trouble = undefined
      this.says = undefined
      if (this.passed) {
        // Who comes back to what passes already has not done it in no time.
        if (failedBefore) progress.finish(this.id, progress.isSolved(this.id) ? undefined : this.score)
        return
      }
      const known = await (this.#known ??= knownFailures(app, this.lesson, (one) => this.#test(one)))
      if (this.#run === run) this.says = recognised(known, results)?.says
    } catch (thrown) {
      if (this.#run === run) this.trouble = toFault(thrown)
    } finally {
      if (this.#run === run) {
        this.#run = undefined
        this.checking = false
      }
    }
  }
  async #findGoal(app: App): Promise<void> {
    const solution = solutionOf(app, this.lesson)
    const results = await this.#test(solution)
    this.goal = this.#shownIn(results)
    this.fewest = { steps: stepsOf(solution), calls: this.#callsOf(solution, results) }
  }
  async #test(app: App, run = newRunId()): Promise<readonly TestResult[]> {
    const { start, shown } = this.lesson
    const request = { run, app: { ...app, tests: start.tests }, shown: shown.value ?? 'msg.payload' }
    return (await this.editor.engine.test(request, () => {})).results
  }
  #shownIn(results: readonly TestResult[]): string | undefined {
    return results.find(({ test }) => test === this.lesson.shown.test)?.shown
  }
  #callsOf(app: App, results: readonly TestResult[] | undefined): number {
    const calls = results?.find(({ test }) => test === this.lesson.shown.test)?.calls ?? {}
    return [...allSteps(app)]
      .filter(({ step }) => definition(step.component)?.connector)
      .reduce((sum, { step }) => sum + (calls[step.id] ?? 0), 0)
  }
}

function stepsOf(app: App): number {
  return [...allSteps(app)].filter(({ step, index }) => index >= 0 && !step.disabled).length
}

/** What a step or a flow does; what it is called is in the learner's language. */
function shapeOf(thing: unknown): string {
  return JSON.stringify(thing ?? null, function (this: object, key, value: unknown) {
    return key === 'name' && ('component' in this || 'steps' in this) ? undefined : value
  })
}
