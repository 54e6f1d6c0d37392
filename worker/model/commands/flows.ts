// Commands on flows and their samples.
import type { App, Flow, FlowSettings, Sample } from '../app.ts'
import { newId, type RandomBytes } from '../id.ts'
import { withNewIds } from '../new-step.ts'
import { editFlow, inserted } from './edit.ts'

export function newFlow(name: string, random?: RandomBytes): Flow {
  return { id: newId(random), name, steps: [], samples: [], settings: {} }
}

export function addFlow(app: App, flow: Flow, index = app.flows.length): App {
  return { ...app, flows: inserted(app.flows, index, [flow]) }
}

/** Flow References to it stay and say that it is gone. */
export function deleteFlow(app: App, id: string): App {
  return { ...app, flows: app.flows.filter((flow) => flow.id !== id) }
}

export function renameFlow(app: App, id: string, name: string): App {
  return editFlow(app, id, (flow) => ({ ...flow, name }))
}

/** Sets how the flow runs; undefined: as by default. */
export function setFlowSetting<Name extends keyof FlowSettings>(
  app: App,
  id: string,
  name: Name,
  value: FlowSettings[Name] | undefined,
): App {
  return editFlow(app, id, (flow) => {
    const { [name]: _old, ...rest } = flow.settings
    return { ...flow, settings: value === undefined ? rest : { ...flow.settings, [name]: value } }
  })
}

/** A copy right after the flow, with ids of its own. */
export function duplicateFlow(app: App, id: string, name: string, random?: RandomBytes): App {
  const at = app.flows.findIndex((flow) => flow.id === id)
  const flow = app.flows[at]
  if (!flow) return app
  const copy: Flow = {
    ...flow,
    id: newId(random),
    name,
    steps: withNewIds(flow.steps, random),
    samples: flow.samples.map((sample) => ({ ...sample, id: newId(random) })),
    ...(flow.trigger && { trigger: withNewIds([flow.trigger], random)[0]! }),
  }
  return addFlow(app, copy, at + 1)
}

/** Adds a sample, or replaces the one of the same id. */
export function putSample(app: App, flow: string, sample: Sample): App {
  return editFlow(app, flow, (old) => {
    const there = old.samples.some((s) => s.id === sample.id)
    const samples = there
      ? old.samples.map((s) => (s.id === sample.id ? sample : s))
      : [...old.samples, sample]
    return { ...old, samples }
  })
}

export function deleteSample(app: App, flow: string, sample: string): App {
  return editFlow(app, flow, (old) => ({ ...old, samples: old.samples.filter((s) => s.id !== sample) }))
}
