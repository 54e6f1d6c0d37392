// The summary of a run that begins: what it has done is added when it has ended.
import type { App, Flow } from './app.ts'
import type { RunSummary } from './event.ts'

/** `startedAt`: milliseconds since the epoch. */
export function begunSummary(
  run: string,
  app: App,
  flow: Pick<Flow, 'id' | 'name' | 'trigger'>,
  appHash: string,
  startedAt: number,
): RunSummary {
  return {
    id: run,
    app: app.id,
    appName: app.name,
    appHash,
    flow: flow.id,
    flowName: flow.name,
    trigger: flow.trigger?.component ?? 'manual',
    startedAt,
    took: 0,
    outcome: 'running',
    steps: 0,
    events: 0,
    bytes: 0,
  }
}
