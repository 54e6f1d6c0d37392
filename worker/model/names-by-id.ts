// The names in an app in another language: its file is in English, beside it lies a table of names by id.
import type { App, Branch, Step } from './app.ts'

/** Names by the id of a flow, step, sample, test or case; what is not there keeps its name. */
export type NamesById = Record<string, string>

export function withNames(app: App, names: NamesById): App {
  const named = <T extends { id: string; name: string }>(old: T): T => ({
    ...old,
    name: names[old.id] ?? old.name,
  })
  return {
    ...app,
    flows: app.flows.map((flow) => ({
      ...named(flow),
      ...(flow.trigger && { trigger: stepWithNames(flow.trigger, names) }),
      steps: flow.steps.map((step) => stepWithNames(step, names)),
      samples: flow.samples.map(named),
    })),
    tests: app.tests.map((test) => ({
      ...named(test),
      ...(test.cases && { cases: test.cases.map(named) }),
    })),
  }
}

export function stepWithNames(step: Step, names: NamesById): Step {
  return {
    ...step,
    name: names[step.id] ?? step.name,
    ...(step.branches && { branches: step.branches.map((branch) => branchWithNames(branch, names)) }),
  }
}

export function branchWithNames(branch: Branch, names: NamesById): Branch {
  return { ...branch, steps: branch.steps.map((step) => stepWithNames(step, names)) }
}
