// What the inputs of the flows give in two versions of an app: each runs as a test in a world of its own, with the pinned
// answers of its app, and calls nobody.
import type { EngineApi } from '../../worker/api.ts'
import type { App, Sample } from '../../worker/model/app.ts'
import { toFault, type Fault } from '../../worker/model/fault.ts'
import type { FlowTest } from '../../worker/model/flow-test.ts'
import { newRunId } from '../../worker/model/id.ts'

export interface SampleRow {
  flow: string
  flowName: string
  sample: string
  sampleName: string
  before: End
  after: End
  verdict: 'same' | 'differs' | 'unknown'
}
/** The last payload as text, or why there is none. */
export type End = { text: string } | { fault: Fault }

/** Longer results are compared up to here; characters. */
export const longest = 100_000
/** So that both sides have the same time and chance. */
const clock = '2026-01-01T00:00:00Z'

export async function sampleResults(
  engine: EngineApi,
  from: App,
  to: App,
  onRow: (row: SampleRow) => void,
  stopped: () => boolean,
): Promise<void> {
  for (const flow of to.flows) {
    const old = from.flows.find(({ id }) => id === flow.id)
    if (!old) continue
    for (const sample of flow.samples) {
      if (stopped()) return
      const before = await endOf(
        engine,
        from,
        flow.id,
        old.samples.find(({ id }) => id === sample.id) ?? sample,
      )
      const after = await endOf(engine, to, flow.id, sample)
      const { id, name } = sample
      onRow({ flow: flow.id, flowName: flow.name, sample: id, sampleName: name, before, after, verdict: compared(before, after) }) // prettier-ignore
    }
  }
}

function compared(before: End, after: End): SampleRow['verdict'] {
  const outside = (end: End) => 'fault' in end && end.fault.code === 'TEST:NOT_MOCKED'
  if (outside(before) || outside(after)) return 'unknown'
  const text = (end: End) => ('text' in end ? end.text : `${end.fault.code} ${end.fault.message}`)
  return text(before) === text(after) ? 'same' : 'differs'
}

async function endOf(engine: EngineApi, app: App, flow: string, input: Sample): Promise<End> {
  const test: FlowTest = { id: 'sample', name: input.name, flow, input, mocks: app.mocks ?? [], clock, seed: 1, asserts: [] } // prettier-ignore
  try {
    const { results } = await engine.test({ run: newRunId(), app: { ...app, tests: [test] }, events: true }, () => {}) // prettier-ignore
    const [result] = results
    const failed = result?.failures[0]?.fault
    if (failed) return { fault: failed }
    const end = result?.events?.findLast(({ values }) => values?.payload)
    if (!result || !end) return { text: '' }
    const text = await engine.valueText({ run: result.run, seq: end.seq, part: 'payload', path: [] }, longest)
    return { text }
  } catch (thrown) {
    return { fault: toFault(thrown) }
  }
}
