// Runs a flow headless, with the protocols in the same process or over a relay.
import type { App, Branch, Config, Step } from '../../../worker/model/app.ts'
import { emptyApp } from '../../../worker/model/app.ts'
import type { RunResult } from '../../../worker/engine/run.ts'
import type { ProtocolLink } from '../../../worker/model/protocol-link.ts'
import { newRunId } from '../../../worker/model/id.ts'
import { nodeHost } from '../../../worker/node.ts'
import { Engine } from '../../../worker/engine/engine.ts'
import { loadDataway } from '../../../worker/dataway-node.ts'
import { registry } from '../../../worker/runs.ts'

let ids = 0
export function step(component: string, config: Config = {}, branches?: Branch[]): Step {
  const id = `s${++ids}`
  const connection = component.includes('/') ? component.split('/')[0] : undefined
  return {
    id,
    component,
    version: 1,
    name: component,
    config,
    ...(connection && { connection }),
    ...(branches && { branches }),
  }
}
export function branch(role: string, steps: Step[], config: Config = {}): Branch {
  return { id: `b${++ids}`, role, config, steps }
}
export const expression = (source: string) => ({ mode: 'expression' as const, source })

/** An app with one connection a connector, named like it. */
export function appOf(steps: Step[], connections: Record<string, Config>, trigger?: Step): App {
  return {
    ...emptyApp('app', 'app'),
    connections: Object.entries(connections).map(([id, config]) => ({ id, connector: id, name: id, config })),
    flows: [{ id: 'f', name: 'f', steps, samples: [], settings: {}, ...(trigger && { trigger }) }],
  }
}

export async function runFlow(
  app: App,
  link?: ProtocolLink,
  more: { replay?: unknown; granted?: { hosts: 'all' | string[] } } = {},
): Promise<RunResult & { record: unknown }> {
  const own = nodeHost()
  const host = link ? { ...own, protocols: async () => link } : own
  const engine = new Engine({ host, dataway: await loadDataway(), registry })
  const { run, done } = engine.start({
    run: newRunId(),
    app,
    flow: 'f',
    input: { id: 'i', name: 'i' },
    base: '',
    granted: { hosts: 'all' },
    ...(more as object),
  })
  const result = await done
  await own.close?.()
  return { ...result, record: run.record(result.summary) }
}
