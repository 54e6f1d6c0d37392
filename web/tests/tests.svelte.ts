// The tests of the open app: running them, their results, what they cover. Results are of the app they ran on.
import type { EngineApi } from '../../worker/api.ts'
import type { App } from '../../worker/model/app.ts'
import { addTest } from '../../worker/model/commands/tests.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import type { FlowTest, TestReport, TestResult } from '../../worker/model/flow-test.ts'
import { newRunId } from '../../worker/model/id.ts'
import type { AppDocument } from '../state/document.svelte.ts'
import { testWords } from './words.ts'

export class Tests {
  readonly #engine: Pick<EngineApi, 'test' | 'testOf' | 'cancel'>
  readonly #document: AppDocument

  /** Newest results, one a case, by test. */
  results = $state.raw<ReadonlyMap<string, readonly TestResult[]>>(new Map())
  /** Of the last time all tests ran. */
  report = $state.raw<TestReport | undefined>()
  /** The app the results are of. */
  app = $state.raw<App | undefined>()
  /** Id of what runs; absent: nothing. */
  running = $state<string | undefined>()
  /** Which tests run: all of them, or these. */
  wanted = $state.raw<readonly string[] | undefined>()
  selected = $state<string | undefined>()
  showCoverage = $state(false)
  trouble = $state.raw<Fault | undefined>()

  constructor(engine: Pick<EngineApi, 'test' | 'testOf' | 'cancel'>, document: AppDocument) {
    this.#engine = engine
    this.#document = document
  }

  get list(): readonly FlowTest[] {
    return this.#document.app.tests
  }
  get failed(): number {
    return this.list.filter((test) => this.outcomeOf(test.id) === 'failed').length
  }
  /** The app was edited since. */
  get stale(): boolean {
    return this.app !== undefined && this.app !== this.#document.app
  }
  outcomeOf(test: string): TestResult['outcome'] | 'running' | undefined {
    if (this.running && (this.wanted === undefined || this.wanted.includes(test)) && !this.results.has(test))
      return 'running'
    const results = this.results.get(test)
    if (!results) return undefined
    return results.some(({ outcome }) => outcome === 'failed') ? 'failed' : results[0]!.outcome
  }

  /** Runs all tests, or these. */
  async run(tests?: string[]): Promise<void> {
    if (this.running) return this.stop()
    const run = newRunId()
    const { app } = this.#document
    const others = new Map(this.results)
    for (const id of tests ?? others.keys()) others.delete(id)
    this.results = tests ? others : new Map()
    this.running = run
    this.wanted = tests
    this.app = app
    this.trouble = undefined
    try {
      const report = await this.#engine.test({ run, app, tests, events: true }, (result) => {
        if (this.running !== run) return
        const known = this.results.get(result.test) ?? []
        this.results = new Map(this.results).set(result.test, [...known, result])
      })
      if (!tests) this.report = report
    } catch (thrown) {
      this.trouble = toFault(thrown)
    } finally {
      if (this.running === run) this.running = undefined
    }
  }
  async stop(): Promise<void> {
    if (this.running) await this.#engine.cancel(this.running)
  }

  /** Makes a test of a run, adds it, runs it. Throws what the engine says. */
  async save(run: string, name: string): Promise<FlowTest> {
    const test = await this.#engine.testOf(run, this.#document.app, name)
    this.#document.edit(testWords().added(test.name), (app) => addTest(app, test))
    this.selected = test.id
    if (!this.running) void this.run([test.id])
    return test
  }

  /** Steps and branches that no test reached, while they are shown. */
  get missed(): ReadonlySet<string> | undefined {
    if (!this.showCoverage || !this.report) return undefined
    return new Set(this.report.coverage.flows.flatMap(({ missed }) => missed))
  }
}
