// An engine for tests: injected clock, chance, network and sleep, and short forms to write a flow with.
import { Engine } from '../../worker/engine/engine.ts'
import type { Host } from '../../worker/engine/host.ts'
import type { RunOptions, RunResult, Run } from '../../worker/engine/run.ts'
import {
  emptyApp,
  type App,
  type Branch,
  type Config,
  type FieldValue,
  type Flow,
  type Sample,
  type Step,
  type Tagged,
} from '../../worker/model/app.ts'
import { toTagged } from '../../worker/model/codec.ts'
import type { DataWay } from '../../worker/model/dataway.ts'
import type { RunEvent } from '../../worker/model/event.ts'
import { fault } from '../../worker/model/fault.ts'
import { registry } from '../../worker/runs.ts'
import { loadDataway } from './dataway.ts'
import { MemoryCache, MemoryState } from '../../worker/engine/memory-cache.ts'
import { MemoryLocks } from '../../worker/engine/memory-locks.ts'

export const dataway: DataWay = await loadDataway()

export interface TestHost extends Host {
  slept: number[]
  called: { method: string; url: string; headers: [string, string][]; body?: string }[]
  lines: string[]
  /** Answers by `METHOD path`, in order, the last one for ever. */
  answers: Record<string, (number | { status: number; body?: string; headers?: [string, string][] })[]>
}

export function testHost(): TestHost {
  let now = 0
  let seed = 1
  const cache = new MemoryCache(() => now)
  const state = new MemoryState()
  const locks = new MemoryLocks()
  const host: TestHost = {
    slept: [],
    called: [],
    lines: [],
    answers: {},
    clock: () => ({ micros: 1_700_000_000_000_000 + now * 1000, offset: 0, zone: 'UTC' }),
    monotonic: () => now++,
    random: () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0),
    async http(request, mayReach) {
      const url = new URL(request.url)
      mayReach(url)
      host.called.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: request.body && new TextDecoder().decode(request.body),
      })
      const list = host.answers[`${request.method} ${url.pathname}`]
      if (!list) throw fault('HTTP:UNREACHABLE', 'Nothing is there.')
      const answer = list.length > 1 ? list.shift()! : list[0]!
      const full = typeof answer === 'number' ? { status: answer } : answer
      return {
        status: full.status,
        reason: '',
        headers: full.headers ?? [['content-type', 'application/json']],
        body: new TextEncoder().encode(full.body ?? '{}'),
        url: request.url,
      }
    },
    async sleep(ms, signal) {
      host.slept.push(ms)
      await Promise.resolve()
      if (signal.aborted) throw new Error('aborted')
    },
    cache: (app) => cache.of(app),
    state: (app) => state.of(app),
    lock: (name, maxWait, signal) => locks.take(name, maxWait, signal),
    secret: (id) => (id === 'known' ? 's3cret' : undefined),
    soon: (flush) => void setTimeout(flush, 0),
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    log: (_run, event) => host.lines.push(`${event.data?.level} ${event.data?.category} ${event.data?.text}`),
  }
  return host
}

let ids = 0
export const ex = (source: string): FieldValue => ({ mode: 'expression', source })
export const code = (source: string): FieldValue => ({ mode: 'code', source })
export function step(component: string, config: Config = {}, ...branches: Branch[]): Step {
  const id = `${component.replace(/\W/g, '')}${++ids}`
  return { id, component, version: 1, name: id, config, ...(branches.length > 0 && { branches }) }
}
export function branch(role: string, steps: Step[], config: Config = {}): Branch {
  return { id: `${role}${++ids}`, role, config, steps }
}
export function flow(steps: Step[], more: Partial<Flow> = {}): Flow {
  return { id: `flow${++ids}`, name: 'Main', steps, samples: [], settings: {}, ...more }
}
export function appOf(...flows: Flow[]): App {
  return { ...emptyApp('app1', 'Test'), flows }
}

export interface Ran extends RunResult {
  run: Run
  events: RunEvent[]
  payload: Tagged
  attributes: Tagged
  variables: Record<string, Tagged>
}

/** Runs the first flow of an app (or a list of steps) and gives what came out as tagged JSON. */
export async function ran(
  what: App | Step[],
  options: Partial<RunOptions> & { host?: Host } = {},
): Promise<Ran> {
  const app = Array.isArray(what) ? appOf(flow(what)) : what
  const engine = new Engine({ host: options.host ?? testHost(), dataway, registry })
  const events: RunEvent[] = []
  const { run, done } = engine.start({
    run: `run${++ids}`,
    app,
    flow: app.flows[0]!.id,
    input: { id: 'i', name: '' },
    base: 'http://local.test',
    granted: { hosts: 'all' },
    onEvents: (batch) => events.push(...batch),
    ...options,
  })
  const result = await done
  const variables: Record<string, Tagged> = {}
  for (const [name, data] of result.message.variables) variables[name] = toTagged(data.value)
  return {
    ...result,
    run,
    events,
    get payload() {
      return toTagged(result.message.payload.value)
    },
    get attributes() {
      return toTagged(result.message.attributes.value)
    },
    variables,
  }
}

export function sample(value: Tagged, more: Partial<Sample> = {}): Sample {
  return { id: 'i', name: '', value, ...more }
}
