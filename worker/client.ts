// The page's side of the workers: a store and an engine that are replaced when they die, a scratch worker for what is typed.
// The page calls `startWeft()` once and uses the two apis; Faults arrive as plain data.
import type { EngineApi, RunFromRequest, RunRequest, StoreApi, TestRequest } from './api.ts'
import type { Connectable } from './api-port.ts'
import { cancelSlots } from './cancel-slots.ts'
import type { EngineStart, EngineWorkerApi } from './engine-worker.ts'
import { LivingWorker } from './living-worker.ts'
import type { RunEvent, RunSummary } from './model/event.ts'
import type { Sample } from './model/app.ts'
import { fault, toFault, type Fault } from './model/fault.ts'
import type { TestReport, TestResult } from './model/flow-test.ts'
import { engineLost, whoAnswers } from './publish/hook-messages.ts'
import { isWanted, keepTrying } from './publish/published.ts'
import { scratchTools } from './scratch-client.ts'
import engineUrl from './browser.ts?worker&url'
import { startStore } from './store/client.ts'

export interface Weft {
  store: StoreApi
  engine: EngineApi
  /** Starts the engine ahead of its first call, while the page is still busy with what will ask it. */
  wakeEngine(): void
  /** Whether the page is cross-origin isolated: if not, stopping a long script costs the engine worker. */
  isolated: boolean
  /** Headers that the server of the page does not send although it should; empty when all is well. */
  missingHeaders(): Promise<string[]>
  /** Called when the engine worker was lost and replaced: runs under way have ended. */
  onEngineLost(listener: () => void): void
  /** Called when the worker of the store was lost and the next one has taken its place. */
  onStoreLost(listener: () => void): void
}

/** Longer than a script may take, so that a slow script is ended by its own limit. */
const enginePatience = 15_000
/** Stop must work in 100 ms; a worker that has not answered by then is inside a script. */
const cancelPatience = 100
const cancelledCode = 'CORE:CANCELLED'
const lostCode = 'WORKER:LOST'

/** Published apps start when the page has had its first moments for itself. */
const idleMilliseconds = 1_500

let started: Weft | undefined

/** Starts the workers of this page; the second call gives the same ones. */
export function startWeft(): Weft {
  started ??= start()
  return started
}

function start(): Weft {
  const base = new URL('.', document.baseURI).href
  const storeListeners = new Set<() => void>()
  const { api: store, port } = startStore(() => {
    storeListeners.forEach((listener) => listener())
    if (engine.isStarted) void port().then((again) => engine.call('takeStore', again)).catch(() => {}) // prettier-ignore
  })
  const slots = cancelSlots()
  const lostListeners = new Set<() => void>()
  const engine = new LivingWorker<Connectable<EngineWorkerApi>>({
    url: engineUrl,
    name: 'weft-engine',
    patience: enginePatience,
    start: async (api) => {
      const options: EngineStart = { cancelWords: slots?.words, base }
      await (api as EngineWorkerApi).start(await port(), options, publisherIsHere)
    },
    lost: () => {
      publisherIsHere(false)
      navigator.serviceWorker?.controller?.postMessage(engineLost)
      lostListeners.forEach((listener) => listener())
      void wakePublished(store, engine)
    },
  })
  giveEngineToHooks(engine)
  setTimeout(() => void wakePublished(store, engine), idleMilliseconds)
  return {
    store,
    engine: engineApi(store, engine, slots),
    // What goes wrong now goes wrong with the first call, too, and is told there.
    wakeEngine: () => void engine.call('ping').catch(() => {}),
    isolated: slots !== undefined,
    missingHeaders,
    onEngineLost: (listener) => void lostListeners.add(listener),
    onStoreLost: (listener) => void storeListeners.add(listener),
  }
}

/**
 * The engine starts by itself only when something is published; else with the first call. What stands in its way once (a file that
 * cannot be fetched, a store that is being made) need not the next time: what is published waits for it.
 */
async function wakePublished(
  store: StoreApi,
  engine: LivingWorker<Connectable<EngineWorkerApi>>,
): Promise<void> {
  if (isWaking) return
  isWaking = true
  await keepTrying(async () => {
    if (await isWanted(store)) await engine.call('ping')
  })
  isWaking = false
}
let isWaking = false

function engineApi(
  store: StoreApi,
  engine: LivingWorker<Connectable<EngineWorkerApi>>,
  slots: ReturnType<typeof cancelSlots>,
): EngineApi {
  const scratch = scratchTools(
    (place) => engine.call('sampleAt', { run: place.run, seq: place.seq }) as Promise<Sample>,
  )
  const inSlot = async <T>(run: string, go: (slot: number) => Promise<unknown>): Promise<T> => {
    try {
      return (await go(slots?.take(run) ?? 0)) as T
    } finally {
      slots?.free(run)
    }
  }
  const begin = (
    name: 'run' | 'runFrom',
    request: RunRequest,
    onEvents: (events: RunEvent[]) => void,
  ): Promise<RunSummary> =>
    inSlot(request.run, (slot) =>
      engine
        .call(name, request, onEvents, slot)
        .catch((thrown) => endLost(store, request.run, toFault(thrown), onEvents)),
    )
  const own: Partial<EngineApi> = {
    ...scratch,
    run: (request: RunRequest, onEvents: (events: RunEvent[]) => void) => begin('run', request, onEvents),
    runFrom: (request: RunFromRequest, onEvents: (events: RunEvent[]) => void) =>
      begin('runFrom', request, onEvents),
    test: (request: TestRequest, onResult: (result: TestResult) => void) =>
      inSlot<TestReport>(request.run, (slot) => engine.call('test', request, onResult, slot)),
    cancel: async (run: string) => {
      if (slots?.stop(run)) return void (await engine.call('cancel', run))
      const answered = engine.call('cancel', run).then(() => true)
      const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), cancelPatience))
      if (!(await Promise.race([answered, late]))) {
        engine.kill(fault(cancelledCode, 'The run was stopped; the engine had to be restarted for it.'))
      }
    },
  }
  return new Proxy(own as EngineApi, {
    get: (_, name: string) =>
      (own as Record<string, unknown>)[name] ??
      ((...args: unknown[]) => engine.call(name as keyof EngineWorkerApi, ...args)),
  })
}

/** A run whose worker is gone ends all the same: in its log, in the store, on the canvas. Throws when it had not begun. */
async function endLost(
  store: StoreApi,
  run: string,
  reason: Fault,
  onEvents: (events: RunEvent[]) => void,
): Promise<RunSummary> {
  const known =
    reason.code === lostCode || reason.code === cancelledCode ? await store.loadRun(run) : undefined
  if (!known || known.summary.outcome !== 'running') throw reason
  const outcome = reason.code === cancelledCode ? 'cancelled' : 'failed'
  const took = Date.now() - known.summary.startedAt
  const last = known.events.at(-1)
  const end: RunEvent = {
    seq: (last?.seq ?? -1) + 1,
    at: took * 1000,
    path: '',
    kind: 'end',
    data: { outcome, fault: reason },
  }
  const summary: RunSummary = { ...known.summary, outcome, took, fault: reason }
  onEvents([end])
  await store.appendEvents(run, summary, [end])
  return summary
}

/** Requests for /hook/* come to the service worker, which asks all tabs for the engine that answers them and then it itself. */
function giveEngineToHooks(engine: LivingWorker<Connectable<EngineWorkerApi>>): void {
  navigator.serviceWorker?.addEventListener('message', ({ data, ports: [answer] }: MessageEvent) => {
    if (data !== whoAnswers || !answer || !holdsPublisher) return
    const { port1, port2 } = new MessageChannel()
    void engine.call('connect', port1)
    answer.postMessage('here', [port2])
  })
}

/** Whether this tab runs published apps; set when it publishes one. */
let holdsPublisher = false
function publisherIsHere(here: boolean): void {
  holdsPublisher = here
}

const wantedHeaders = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'x-content-type-options',
  'referrer-policy',
]

async function missingHeaders(): Promise<string[]> {
  try {
    const { headers } = await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' })
    return wantedHeaders.filter((name) => !headers.has(name))
  } catch {
    return []
  }
}
