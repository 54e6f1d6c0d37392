// Tests that an App carries, and what running them gives. A test is data: an input, answers instead of steps, a fixed clock and
// chance, and assertions in DataWay. Results cross from the worker to the page as they are.
import type { Sample, Tagged } from './app.ts'
import type { RunEvent } from './event.ts'
import type { Fault } from './fault.ts'

export interface FlowTest {
  id: string
  name: string
  /** Id of the flow it runs. */
  flow: string
  input: Sample
  mocks: Mock[]
  /** When it starts, ISO 8601: time then moves on by the waits of the flow only, which pass at once. Absent: now. */
  clock?: string
  /** Seed of chance, 32 bits. Absent: real chance. */
  seed?: number
  /**
   * DataWay expressions that must be true. They see `msg`, the last message (with `msg.error` of a failed run); `calls`, how
   * often each step ran; `spies`, the messages each step got; by the step's name or id; `case`, the values of the case; and
   * `reply`, what the trigger answered: `status`, `headers` by their names in lower case, `body`. A run that fails fails the
   * test, unless an assertion speaks of `msg.error` or of `reply`.
   */
  asserts: string[]
  /** The same test with other inputs and answers, each a result of its own. None: one run with `input`. */
  cases?: TestCase[]
  /** Flows that run before and after, in the same world: mocks, clock, cache and kept state. */
  before?: string
  after?: string
  /** Left out, and told as left out. */
  skip?: boolean
}

export interface TestCase {
  id: string
  name: string
  /** Absent: the input of the test. */
  input?: Sample
  /** Take the place of the test's mocks of the same steps. */
  mocks?: Mock[]
  /** `case` in the assertions: a dict, by convention. */
  values?: Tagged
  /** Beside those of the test. */
  asserts?: string[]
}

/** Answers of a step that does not run itself, in order; the last one for ever. */
export interface Mock {
  step: string
  answers: MockAnswer[]
  /** Milliseconds before each answer. */
  delay?: number
}

/** An output, an output computed of the step's message (`msg`), or an error. What is not given stays as it was. */
export type MockAnswer =
  | { payload: Tagged; attributes?: Tagged; variables?: { [name: string]: Tagged } }
  | { expression: string }
  | { fault: { code: string; message: string } }

export interface TestResult {
  /** Ids of the test and, where it has cases, of the case. */
  test: string
  case?: string
  /** `Test` or `Test › case`. */
  name: string
  flow: string
  outcome: 'passed' | 'failed' | 'skipped'
  failures: TestFailure[]
  /** Milliseconds. */
  took: number
  /** How often each step ran, by step id; steps that did not are left out. */
  calls: Record<string, number>
  /** Ids of the branches that were taken. */
  branches: string[]
  /** Its run; the studio can look into its values when it asked for `events`. */
  run: string
  /** What the asked-for expression gives after the run, as text; absent: not asked for, or it has no value. */
  shown?: string
  events?: RunEvent[]
}

export interface TestFailure {
  /** The assertion; absent when the flow failed or could not be run. */
  assert?: string
  message: string
  /** Of a comparison: what stands on its sides, as Python writes it. */
  left?: string
  right?: string
  fault?: Fault
}

/** What the tests of an app reached of its flows. Triggers and disabled steps do not count. */
export interface Coverage {
  steps: { ran: number; of: number }
  branches: { taken: number; of: number }
  flows: FlowCoverage[]
}
export interface FlowCoverage {
  flow: string
  steps: { ran: number; of: number }
  branches: { taken: number; of: number }
  /** Ids of steps that no test ran and of branches that none took. */
  missed: string[]
}

export interface TestReport {
  results: TestResult[]
  passed: number
  failed: number
  skipped: number
  coverage: Coverage
  /** Milliseconds. */
  took: number
}
