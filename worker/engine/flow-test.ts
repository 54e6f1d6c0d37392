// Runs the tests that an app carries: an input, mocks instead of steps, a fixed clock and chance, and assertions in
// DataWay over the last message (`msg`, with `msg.error` of a failed run) and `calls` (times each step ran, by id and by name).
import type { App, FlowTest, Mock } from '../model/app.ts'
import { fromTagged } from '../model/codec.ts'
import type { Context } from '../model/context.ts'
import { Data } from '../model/data.ts'
import { fault, toFault, type Fault } from '../model/fault.ts'
import { newRunId } from '../model/id.ts'
import type { MaybePromise } from '../model/maybe-promise.ts'
import { withVariable, type Message } from '../model/message.ts'
import type { Value } from '../model/value.ts'
import { findStep } from '../model/walk.ts'
import { Engine } from './engine.ts'
import type { Host } from './host.ts'
import type { RunResult } from './run.ts'

export interface TestResult {
  test: FlowTest
  ok: boolean
  failures: TestFailure[]
  /** Milliseconds. */
  took: number
  /** Times each step ran, by step id. */
  calls: ReadonlyMap<string, number>
}
export interface TestFailure {
  /** The assertion; absent when the test could not be run. */
  assert?: string
  message: string
  fault?: Fault
}

export async function runTest(engine: Engine, app: App, test: FlowTest, base = ''): Promise<TestResult> {
  const { host, dataway, registry } = engine.parts
  const started = host.monotonic()
  const calls = new Map<string, number>()
  const fixed = new Engine({ host: fixedHost(host, test), dataway, registry })
  const failures: TestFailure[] = []
  try {
    const { run, done } = fixed.start({
      run: newRunId(),
      app,
      flow: test.flow,
      input: test.input,
      base,
      granted: { hosts: 'all' },
      mocks: new Map(test.mocks.map((mock) => [mock.step, answering(mock)])),
      onEvents: (events) => {
        for (const { kind, path } of events) {
          if (kind !== 'enter') continue
          const id = path.slice(path.lastIndexOf('/') + 1)
          calls.set(id, (calls.get(id) ?? 0) + 1)
        }
      },
    })
    const result = await done
    failures.push(...checkAsserts(engine, app, test, result, calls))
    fixed.release(run)
  } catch (thrown) {
    const failed = toFault(thrown)
    failures.push({ message: failed.message, fault: failed })
  }
  return { test, ok: failures.length === 0, failures, took: host.monotonic() - started, calls }
}

/** A run that fails is a failure of the test, unless an assertion speaks of `msg.error`. */
function checkAsserts(
  engine: Engine,
  app: App,
  test: FlowTest,
  result: RunResult,
  calls: ReadonlyMap<string, number>,
): TestFailure[] {
  const { dataway, host } = engine.parts
  const failures: TestFailure[] = []
  if (result.fault && !test.asserts.some((assert) => assert.includes('msg.error')))
    failures.push({ message: `The run failed: ${result.fault.message}`, fault: result.fault })
  const counted = new Map<Value, Value>()
  for (const [id, count] of calls) counted.set(id, count).set(findStep(app, id)?.step.name || id, count)
  const seen: Message = result.fault ? { ...result.message, error: result.fault } : result.message
  const message = withVariable(seen, 'calls', Data.of(counted))
  const run = newRunId()
  const env = { run, clock: () => host.clock(), seed: () => test.seed ?? 0, print: () => {} }
  for (const assert of test.asserts) {
    try {
      const program = dataway.compile(`(lambda calls: (${assert}\n))(msg.vars['calls'])`, 'expression')
      const value = dataway.evaluate(program, message, env)
      if (!dataway.truth(value)) failures.push({ assert, message: `${assert} is ${dataway.text(value)}.` })
    } catch (thrown) {
      const failed = toFault(thrown)
      failures.push({ assert, message: failed.message, fault: failed })
    }
  }
  dataway.release(run)
  return failures
}

/** Answers in order, the last one for ever. */
function answering(mock: Mock): (message: Message, context: Context) => MaybePromise<Message> {
  let times = 0
  return async (message, context) => {
    if (mock.delay) await context.sleep(mock.delay)
    const answer = mock.answers[Math.min(times++, mock.answers.length - 1)]
    if (!answer) return message
    if ('fault' in answer) throw fault(answer.fault.code, answer.fault.message)
    const attributes =
      answer.attributes === undefined ? message.attributes : Data.of(fromTagged(answer.attributes))
    return { ...message, payload: Data.of(fromTagged(answer.payload)), attributes }
  }
}

/** Waits pass at once; with a clock or a seed in the test, time stands still and chance repeats. */
function fixedHost(host: Host, test: FlowTest): Host {
  const at = test.clock === undefined ? undefined : Date.parse(test.clock)
  if (at !== undefined && Number.isNaN(at))
    throw fault('TEST:CLOCK', `${test.clock} is not a time.`, { hint: 'Write 2026-11-24T08:00:00Z.' })
  let slept = 0
  let chance = test.seed ?? 0
  return {
    ...host,
    clock: () => (at === undefined ? host.clock() : { micros: (at + slept) * 1000, offset: 0, zone: 'UTC' }),
    random: () =>
      test.seed === undefined ? host.random() : (chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0),
    sleep: async (ms, signal) => {
      slept += ms
      await Promise.resolve()
      signal.throwIfAborted()
    },
    http: async (request) => {
      throw fault(
        'TEST:NOT_MOCKED',
        `${request.method} ${request.url} was called; tests call nothing outside.`,
        {
          hint: 'Mock the step.',
        },
      )
    },
  }
}
