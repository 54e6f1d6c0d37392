// Runs the tests that an app carries, case by case, each in a world of its own.
import type { App, Branch, Sample, Step } from '../../model/app.ts'
import { fromTagged } from '../../model/codec.ts'
import type { RunEvent } from '../../model/event.ts'
import { fault, toFault } from '../../model/fault.ts'
import type { FlowTest, TestCase, TestFailure, TestReport, TestResult } from '../../model/flow-test.ts'
import { newRunId } from '../../model/id.ts'
import type { Message } from '../../model/message.ts'
import { MessageValue, type Value } from '../../model/value.ts'
import { allSteps } from '../../model/walk.ts'
import { Engine } from '../engine.ts'
import type { Run, RunResult } from '../run.ts'
import { failuresOf, shownText, type Seen } from './asserts.ts'
import { coverageOf } from './coverage.ts'
import { testWorld } from './test-world.ts'

/** Messages of a step that a test can look at; of more calls only the count is kept. */
const MOST_SPIED = 100

export interface TestOptions {
  /** What relative addresses stand on. */
  base?: string
  /** Ids of the tests to run; absent: all. */
  tests?: readonly string[]
  /** Keeps the events of each run in its result. */
  events?: boolean
  /** An expression, seen as an assertion sees it, whose value each result brings as text (`TestResult.shown`). */
  shown?: string
  /** Non-zero in its first place stops the tests, also inside a script. */
  cancelWord?: Int32Array
  /** Asked before each case. */
  stopped?(): boolean
  /** Hears of each result as it comes. */
  onResult?(result: TestResult): void
  /** Gets the runs instead of having them released, so that their values can be looked at. */
  keep?(run: Run): void
}

/** Runs the tests one after another. Never rejects for a test: what went wrong is in its result. */
export async function runTests(engine: Engine, app: App, options: TestOptions = {}): Promise<TestReport> {
  const { host } = engine.parts
  const started = host.monotonic()
  const results: TestResult[] = []
  for (const test of app.tests) {
    if (options.tests && !options.tests.includes(test.id)) continue
    for (const one of casesOf(test)) {
      if (options.stopped?.() || (options.cancelWord && Atomics.load(options.cancelWord, 0) !== 0)) break
      const result = await runCase(engine, app, test, one, options)
      results.push(result)
      options.onResult?.(result)
    }
  }
  const count = (outcome: TestResult['outcome']) => results.filter((one) => one.outcome === outcome).length
  return {
    results,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    coverage: coverageOf(app, results),
    took: host.monotonic() - started,
  }
}

function casesOf(test: FlowTest): (TestCase | undefined)[] {
  return test.cases?.length && !test.skip ? test.cases : [undefined]
}

async function runCase(
  engine: Engine,
  app: App,
  test: FlowTest,
  one: TestCase | undefined,
  options: TestOptions,
): Promise<TestResult> {
  const { host, dataway, registry } = engine.parts
  const result: TestResult = {
    test: test.id,
    ...(one && { case: one.id }),
    name: one ? `${test.name} › ${one.name}` : test.name,
    flow: test.flow,
    outcome: 'skipped',
    failures: [],
    took: 0,
    calls: {},
    branches: [],
    run: newRunId(),
  }
  if (test.skip) return result
  const started = host.monotonic()
  const seen = new Watching(app)
  try {
    const world = new Engine({ host: testWorld(host, test), dataway, registry })
    const mocks = [...test.mocks, ...(one?.mocks ?? [])]
    const events: RunEvent[] = []
    const go = async (run: string, flow: string, input: Sample): Promise<[Run, RunResult]> => {
      const isTest = run === result.run
      const begun = world.start({
        run,
        app,
        flow,
        input,
        base: options.base ?? '',
        granted: { hosts: [] },
        mocks,
        watch: seen,
        reply: isTest,
        trace: isTest && options.events ? 'full' : 'off',
        ...(options.cancelWord && { cancelWord: options.cancelWord }),
        onEvents: (batch) => events.push(...batch),
      })
      return [begun.run, await begun.done]
    }
    /** Before and after; what they do is no call of the test. */
    const aside = async (flow: string | undefined): Promise<void> => {
      if (flow === undefined) return
      const [run, { fault }] = await seen.aside(() => go(newRunId(), flow, { id: 'none', name: '' }))
      world.release(run)
      if (fault) result.failures.push({ message: `${nameOf(app, flow)} failed: ${fault.message}`, fault })
    }
    await aside(test.before)
    if (result.failures.length === 0) {
      const [run, done] = await go(result.run, test.flow, one?.input ?? test.input)
      const asserts = [...test.asserts, ...(one?.asserts ?? [])]
      // Runs that it started apart belong to the test.
      await world.idle()
      Object.assign(result, checked(world, asserts, done, seen, one, test.seed ?? 0, options.shown))
      if (options.events) result.events = events
      if (options.keep) options.keep(run)
      else world.release(run)
      await aside(test.after)
    }
  } catch (thrown) {
    const failed = toFault(thrown)
    result.failures.push({ message: failed.message, fault: failed })
  }
  result.calls = seen.calls
  result.branches = [...seen.branches]
  result.took = host.monotonic() - started
  result.outcome = result.failures.length === 0 ? 'passed' : 'failed'
  return result
}

function checked(
  { parts: { dataway, host } }: Engine,
  asserts: readonly string[],
  result: RunResult,
  watched: Watching,
  one: TestCase | undefined,
  seed: number,
  shown: string | undefined,
): Pick<TestResult, 'failures' | 'shown'> {
  const { fault: failed, message } = result
  const failures: TestFailure[] = []
  if (failed && !asserts.some((assert) => /\bmsg\.error\b|\breply\b/.test(assert)))
    failures.push({ message: `The run failed: ${failed.message}`, fault: failed })
  const run = newRunId()
  const env = { run, clock: () => host.clock(), seed: () => seed, print: () => {} }
  const values = one?.values === undefined ? null : fromTagged(one.values)
  const last = failed ? { ...message, error: failed } : message
  const spied = [...asserts, shown ?? ''].some((source) => source.includes('spies'))
  const seen: Seen = { ...watched.named(spied), message: last, values, reply: result.reply }
  failures.push(...failuresOf(dataway, asserts, seen, env))
  const text = shown === undefined ? undefined : shownText(dataway, shown, seen, env)
  dataway.release(run)
  return { failures, ...(text !== undefined && { shown: text }) }
}

/** Counts what is entered and keeps the messages that the steps are given. */
class Watching {
  readonly calls: Record<string, number> = {}
  readonly branches = new Set<string>()
  readonly #app: App
  readonly #messages = new Map<string, Message[]>()
  #isAside = false

  constructor(app: App) {
    this.#app = app
  }
  step({ id }: Step, message: Message): void {
    if (this.#isAside) return
    this.calls[id] = (this.calls[id] ?? 0) + 1
    let messages = this.#messages.get(id)
    if (!messages) this.#messages.set(id, (messages = []))
    if (messages.length < MOST_SPIED) messages.push(message)
  }
  branch({ id }: Branch): void {
    if (!this.#isAside) this.branches.add(id)
  }
  async aside<T>(go: () => Promise<T>): Promise<T> {
    this.#isAside = true
    try {
      return await go()
    } finally {
      this.#isAside = false
    }
  }
  /** By id and by name, also of steps that did not run. Of steps with the same name, together. Messages only on request. */
  named(spied: boolean): { calls: Map<Value, Value>; spies: Map<Value, Value> } {
    const calls = new Map<Value, number>()
    const spies = new Map<Value, Value[]>()
    for (const { step } of allSteps(this.#app))
      for (const name of step.name && step.name !== step.id ? [step.id, step.name] : [step.id]) {
        calls.set(name, (calls.get(name) ?? 0) + (this.calls[step.id] ?? 0))
        if (!spied) continue
        const got = (this.#messages.get(step.id) ?? []).map((message) => new MessageValue(message))
        spies.set(name, [...(spies.get(name) ?? []), ...got])
      }
    return { calls, spies }
  }
}

/** Throws CORE:NO_FLOW. */
function nameOf(app: App, id: string): string {
  const flow = app.flows.find((one) => one.id === id)
  if (!flow) throw fault('CORE:NO_FLOW', `There is no flow ${id} in the app ${app.name}.`)
  return flow.name
}
