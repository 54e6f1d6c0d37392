// What the tests of an app reached: a fold over their results.
import type { App, Flow } from '../../model/app.ts'
import type { Coverage, FlowCoverage, TestResult } from '../../model/flow-test.ts'
import { stepsOfFlow } from '../../model/walk.ts'

export function coverageOf(app: App, results: readonly TestResult[]): Coverage {
  const ran = new Set(results.flatMap(({ calls }) => Object.keys(calls)))
  const taken = new Set(results.flatMap(({ branches }) => branches))
  const flows = app.flows.map((flow) => coverageOfFlow(flow, ran, taken))
  const sum = (of: (flow: FlowCoverage) => number) => flows.reduce((total, flow) => total + of(flow), 0)
  return {
    steps: { ran: sum(({ steps }) => steps.ran), of: sum(({ steps }) => steps.of) },
    branches: { taken: sum(({ branches }) => branches.taken), of: sum(({ branches }) => branches.of) },
    flows,
  }
}

function coverageOfFlow(flow: Flow, ran: ReadonlySet<string>, taken: ReadonlySet<string>): FlowCoverage {
  const steps: string[] = []
  const branches: string[] = []
  for (const { step, index } of stepsOfFlow(flow)) {
    if (index < 0 || step.disabled) continue
    steps.push(step.id)
    for (const branch of step.branches ?? []) branches.push(branch.id)
  }
  const missedSteps = steps.filter((id) => !ran.has(id))
  const missedBranches = branches.filter((id) => !taken.has(id))
  return {
    flow: flow.id,
    steps: { ran: steps.length - missedSteps.length, of: steps.length },
    branches: { taken: branches.length - missedBranches.length, of: branches.length },
    missed: [...missedSteps, ...missedBranches],
  }
}
