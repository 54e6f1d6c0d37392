// The engine's worker in the page: answers EngineApi with the engine, DataWay and the browser's means. With worker/node.ts the
// only file that knows where it runs.
import type { Host } from './engine/host.ts'
import type { RelayHome, RelayView } from './relay/relay-home.ts'
import type {
  Decision,
  PublishedEntry,
  PublishSetting,
  Reach,
  RunRecord,
  RunFromRequest,
  RunRequest,
  ShadowRequest,
  ShadowRow,
  StoreApi,
  TestRequest,
  OtherView,
  ValueBytesWindow,
  ValueLines,
  ValuePlace,
  ValueRows,
  ValueTable,
  VaultAct,
  VaultAnswer,
  VersionRow,
} from './api.ts'
import type { Beginning } from './again/run-from.ts'
import { answerOn } from './api-port.ts'
import type { BrowserPublisher } from './browser-publisher.ts'
import { browserHost } from './browser-host.ts'
import { loadDataway } from './dataway-browser.ts'
import { Engine } from './engine/engine.ts'
import { withGlobals } from './engine/globals.ts'
import { sampleOf } from './engine/input.ts'
import type { Pauses } from './engine/pauses.ts'
import type { LaunchRequest, Run } from './engine/run.ts'
import type { EngineStart, EngineWorkerApi, HookAnswer, HookRequest } from './engine-worker.ts'
import { gone, KeptRuns } from './kept-runs.ts'
import type { App, Sample } from './model/app.ts'
import type { CheckTools } from './model/check-app.ts'
import { contentHash } from './model/content-hash.ts'
import type { GoOn } from './model/debug.ts'
import type { Environment } from './model/environment.ts'
import type { RunEvent, RunSummary } from './model/event.ts'
import { fault, toFault, type Fault } from './model/fault.ts'
import type { FlowTest, MockAnswer, TestReport, TestResult } from './model/flow-test.ts'
import { isWanted, keepTrying, publishedChannel } from './publish/published.ts'
import type { RelayHook, RelayHookAct } from './publish/relay-hooks.ts'
import type { PublishedParts } from './publish/published-runs.ts'
import type { ProtocolLink } from './model/protocol-link.ts'
import { begunSummary } from './model/run-summary.ts'
import type { HttpByRelay } from './http-by-relay.ts'
import { spoken } from './spoken-protocols.ts'
import { RunKeeper } from './run-keeper.ts'
import { operationCalls, registry } from './runs.ts'
import { StorePort } from './store/store-port.ts'
import { Vault } from './vault/vault.ts'
import { bytesAt, rowsOf, textAt } from './windows/windows.ts'

interface Parts {
  engine: Engine
  store: StoreApi
  kept: KeptRuns
  /** Loaded when something is published. */
  publisher(): Promise<BrowserPublisher>
  base: string
  cancelWords?: SharedArrayBuffer
}

/** Characters of tagged JSON that a pinned answer may have: it is a part of the app. */
const longestAnswer = 1024 * 1024

class BrowserEngine implements EngineWorkerApi {
  #begin!: (parts: Promise<Parts>) => void
  readonly #parts = new Promise<Parts>((resolve) => (this.#begin = resolve))

  /** A browser without one still runs every flow that needs no secret. */
  readonly #vault: Promise<Vault | Fault> = Vault.open().catch(toFault)

  async start(
    port: MessagePort,
    { cancelWords, base }: EngineStart,
    publishes: (here: boolean) => void,
  ): Promise<void> {
    this.#store = new StorePort(port)
    const store = this.#store.api
    const make = async (): Promise<Parts> => {
      const [dataway, vault] = await Promise.all([loadDataway(), this.#vault])
      const secrets = {
        secret: (id: string) => ('get' in vault ? vault.get(id) : undefined),
        secretHosts: (id: string) => ('get' in vault ? vault.hosts(id) : undefined),
      }
      const relay = async () => await (await this.#relay(base)).protocols()
      const page = browserHost(store, base, secrets)
      const http = orByRelay(page.http, relay, new URL(base).origin)
      const host = { ...page, http, protocols: spoken(relay) }
      const engine = new Engine({ host, dataway, registry })
      const publisher = publisherOf({ engine, store, base: new URL(base).origin }, publishes)
      return { engine, store, kept: new KeptRuns(engine, store), publisher, base, cancelWords }
    }
    const parts = make()
    this.#begin(parts)
    await parts
  }
  #store!: StorePort
  takeStore(port: MessagePort): Promise<void> {
    return this.#store.take(port)
  }

  async ping(): Promise<void> {}

  run(request: RunRequest, onEvents: (events: RunEvent[]) => void, slot: number): Promise<RunSummary> {
    return this.#run(request, onEvents, slot, 0)
  }
  async runFrom(
    { from, message, ...request }: RunFromRequest,
    onEvents: (events: RunEvent[]) => void,
    slot: number,
  ): Promise<RunSummary> {
    const [{ beginningAt }, { kept }] = await Promise.all([import('./again/run-from.ts'), this.#parts])
    return this.#run({ ...request, ...(await beginningAt(kept, from, message)) }, onEvents, slot, 0)
  }

  /** `launches`: how many runs led to this one by starting each other; those are kept like any run, watched by nobody. */
  async #run(
    request: RunRequest & Partial<Omit<Beginning, 'input'>>,
    onEvents: (events: RunEvent[]) => void,
    slot: number,
    launches: number,
  ): Promise<RunSummary> {
    const { app, run: id, input: from, breakpoints } = request
    const [appHash] = await Promise.all([contentHash(app), registry.load(app)])
    const { engine, store, kept, cancelWords } = await this.#parts
    const keeper = new RunKeeper(store, id, onEvents)
    const cancelWord = wordAt(cancelWords, slot)
    const { connections, variables } = await environmentIn(store, request.environment)
    const earlier = 'seq' in from ? await kept.messageAt(from) : undefined
    const given = 'seq' in from ? sampleOf(earlier!) : from
    const part = request.part && { ...request.part, ...(earlier?.error && { error: earlier.error }) }
    const input = request.startAt === undefined && !part ? withGlobals(given, variables) : given
    const gate = breakpoints && new (await import('./engine/pauses.ts')).Pauses(breakpoints)
    if (gate) this.#pauses.set(id, gate)
    const flow = app.flows.find((one) => one.id === request.flow) ?? { id: request.flow, name: '' }
    keeper.begin(begunSummary(id, app, flow, appHash, Date.now()))
    const launch = ({ run, flow, message, launches }: LaunchRequest): boolean => {
      const input = sampleOf(message)
      void this.#run({ run, app, flow, input, base: request.base, granted: request.granted }, () => {}, 0, launches) // prettier-ignore
      return true
    }
    const options = {
      ...request,
      environment: connections,
      input,
      part,
      gate,
      appHash,
      cancelWord,
      launch,
      launches,
      onEvents: (events: RunEvent[]) => keeper.take(events),
    }
    const started = await keeper.guard(() => engine.start(options))
    kept.keep(id, { run: started.run, app })
    const { summary } = await started.done
    this.#pauses.delete(id)
    const record = started.run.record(summary)
    kept.keep(id, { run: started.run, app, record })
    return keeper.end(summary, record)
  }

  readonly #pauses = new Map<string, Pauses>()
  async goOn(run: string, how: GoOn): Promise<boolean> {
    return this.#pauses.get(run)?.goOn(how) ?? false
  }

  async cancel(run: string): Promise<void> {
    const { engine } = await this.#parts
    engine.cancel(run)
    if (this.#series.has(run)) this.#series.set(run, true)
  }

  /** Tests and shadow runs under way, and whether they are asked to end. */
  readonly #series = new Map<string, boolean>()
  #inSeries<T>(run: string, go: (stopped: () => boolean) => Promise<T>): Promise<T> {
    this.#series.set(run, false)
    return go(() => this.#series.get(run) === true).finally(() => this.#series.delete(run))
  }

  async test(
    { run, app, tests, events, shown }: TestRequest,
    onResult: (result: TestResult) => void,
    slot: number,
  ): Promise<TestReport> {
    const [{ runTests }] = await Promise.all([import('./engine/testing/run-test.ts'), registry.load(app)])
    const { engine, kept, cancelWords, base } = await this.#parts
    const cancelWord = wordAt(cancelWords, slot)
    const keep = events ? (one: Run) => kept.keep(one.id, { run: one, app }) : undefined
    return this.#inSeries(run, (stopped) =>
      runTests(engine, app, { tests, events, shown, base, onResult, cancelWord, stopped, keep }),
    )
  }

  async testOf(run: string, app: App, name: string): Promise<FlowTest> {
    const [{ testOfRun }, { engine, kept }] = await Promise.all([
      import('./engine/testing/test-of-run.ts'),
      this.#parts,
    ])
    const [record, events] = await Promise.all([kept.record(run), kept.events(run)])
    if (!record) throw gone(run)
    const messageAt = (seq: number) => kept.messageAt({ run, seq })
    return testOfRun(engine.parts.dataway, app, { record, events, messageAt }, name)
  }

  async shadow(
    { run, ...request }: ShadowRequest,
    onRow: (row: ShadowRow) => void,
  ): ReturnType<EngineWorkerApi['shadow']> {
    const [{ shadow }] = await Promise.all([import('./again/shadow.ts'), registry.load(request.app)])
    const { engine, store } = await this.#parts
    return this.#inSeries(run, (stopped) => shadow(engine, store, { ...request, onRow, stopped }))
  }

  async replay(record: RunRecord, app: App, onEvents: (events: RunEvent[]) => void): Promise<RunSummary> {
    // While DataWay is still on its way.
    const loading = registry.load(app)
    const { engine, kept } = await this.#parts
    await loading
    const { id } = record.summary
    const { run, done } = engine.replay(record, app, id, onEvents)
    kept.keep(id, { run, app, record })
    return (await done).summary
  }

  async record(run: string): Promise<RunRecord | undefined> {
    return (await this.#parts).kept.record(run)
  }

  async rows(place: ValuePlace, from: number, count: number): Promise<ValueRows> {
    return rowsOf(await this.#message(place), place, from, count)
  }
  async views(place: ValuePlace): Promise<OtherView[]> {
    const { viewsOf } = await import('./windows/views.ts')
    return viewsOf(await this.#message(place), place)
  }
  async table(place: ValuePlace, from: number, count: number): Promise<ValueTable> {
    const { tableOf } = await import('./windows/table.ts')
    return tableOf(await this.#message(place), place, from, count)
  }
  async xmlLines(place: ValuePlace, from: number, count: number): Promise<ValueLines> {
    const { xmlLinesOf } = await import('./windows/xml.ts')
    return xmlLinesOf(await this.#message(place), place, from, count)
  }
  async bytesWindow(place: ValuePlace, from: number, count: number): Promise<ValueBytesWindow> {
    const { bytesWindow } = await import('./windows/hex.ts')
    return bytesWindow(await this.#message(place), place, from, count)
  }
  async valueText(place: ValuePlace, limit: number): Promise<string> {
    return textAt(await this.#message(place), place, limit)
  }
  async valueBytes(place: ValuePlace): Promise<{ bytes: Uint8Array; mime: string }> {
    return bytesAt(await this.#message(place), place)
  }
  async changes(run: string, enterSeq: number, leaveSeq: number): ReturnType<EngineWorkerApi['changes']> {
    const { changesOf } = await import('./windows/changes.ts')
    const before = await this.#message({ run, seq: enterSeq })
    return changesOf(before, await this.#message({ run, seq: leaveSeq }))
  }
  async sampleAt(place: Pick<ValuePlace, 'run' | 'seq'>): Promise<Sample> {
    return sampleOf(await this.#message(place))
  }
  async answerAt(place: Pick<ValuePlace, 'run' | 'seq'>): Promise<MockAnswer> {
    const { answerOf } = await import('./engine/mocks.ts')
    const answer = answerOf(await this.#message(place))
    const { length } = JSON.stringify(answer)
    if (length <= longestAnswer) return answer
    throw fault(
      'VALUE:TOO_LARGE',
      `The message has ${length} characters, more than a mock holds (${longestAnswer}).`,
      { hint: 'Write a smaller answer by hand.' },
    )
  }
  async #message(place: Pick<ValuePlace, 'run' | 'seq'>): ReturnType<KeptRuns['messageAt']> {
    return (await this.#parts).kept.messageAt(place)
  }

  async validate(app: App): ReturnType<EngineWorkerApi['validate']> {
    const { engine } = await this.#parts
    const [{ checkApp }, { readCron }] = await Promise.all([
      import('./model/check-app.ts'),
      import('./model/cron.ts'),
      registry.load(app),
    ])
    const check: CheckTools['check'] = (source, mode) => engine.parts.dataway.check(source, mode)
    return checkApp(app, { definition: registry.definition, check, readCron })
  }
  async nextTimes(cron: string, zone: string, count: number): Promise<string[]> {
    return (await import('./model/cron.ts')).nextTimes(cron, zone, count)
  }
  async reach(app: App): Promise<Reach> {
    const [{ reachOf }, { base }, operations] = await Promise.all([
      import('./reach.ts'),
      this.#parts,
      operationCalls(app),
    ])
    return reachOf(app, base, operations)
  }

  /** Loaded with the first step that needs it. */
  #relay(base: string): Promise<RelayHome> {
    return (this.#relayHome ??= import('./relay/relay-home.ts').then(
      (module) => new module.RelayHome(new URL(base).origin),
    ))
  }
  #relayHome: Promise<RelayHome> | undefined

  async watchRelay(told: (view: RelayView) => void): Promise<() => void> {
    return await (await this.#relay((await this.#parts).base)).watch(told)
  }
  async relayHooks(): Promise<RelayHook[]> {
    return await (await (await this.#parts).publisher()).hooks()
  }
  async actOnRelayHook(id: string, act: RelayHookAct): Promise<void> {
    await (await (await this.#parts).publisher()).actOnHook(id, act)
  }
  async askRelayCode(url: string): Promise<void> {
    await (await import('./relay/pairing.ts')).askForCode(new URL(url).origin)
  }
  async pairRelay(url: string, code: string): Promise<void> {
    const { base } = await this.#parts
    await (await this.#relay(base)).pair(url, code, `Weft, ${new URL(base).host}`)
  }
  async forgetRelay(): Promise<void> {
    await (await this.#relay((await this.#parts).base)).forget()
  }
  async testConnection(app: App, connection: string): Promise<void> {
    const { engine } = await this.#parts
    const { testConnection } = await import('./test-connection.ts')
    await testConnection(app, connection, engine, (await this.#parts).base)
  }

  async hasSecret(id: string): Promise<boolean> {
    const vault = await this.#vault
    return 'get' in vault && vault.has(id)
  }
  async setSecret(id: string, value: string | undefined): Promise<void> {
    const vault = await this.#vault
    if (!('get' in vault)) throw vault
    await vault.put(id, value)
  }
  async vault(act: VaultAct): Promise<VaultAnswer> {
    const vault = await this.#vault
    if (!('get' in vault)) throw vault
    if (act.do === 'protect') return { recovery: await vault.protect(act.passphrase), ...vault.state }
    if (act.do === 'unlock') await vault.unlock(act.opener)
    if (act.do === 'unprotect') await vault.unprotect(act.opener)
    if (act.do === 'change') await vault.changePassphrase(act.opener, act.passphrase)
    if (act.do === 'bind') await vault.bind(act.secret, act.hosts)
    if (act.do === 'lock') vault.lock()
    return vault.state
  }

  async publish(app: App, setting: PublishSetting, note = ''): Promise<VersionRow> {
    const problem = (await this.validate(app)).find(({ severity }) => severity === 'error')
    if (problem)
      throw fault('APP:PROBLEMS', `${problem.code} ${problem.message}`, { hint: 'Correct what is marked.' })
    return (await this.#publisher()).publish(app, setting, note)
  }
  async unpublish(app: string): Promise<void> {
    await (await this.#publisher()).unpublish(app)
  }
  async running(): ReturnType<EngineWorkerApi['running']> {
    return (await this.#publisher()).flows()
  }
  async published(app: string): Promise<PublishedEntry | undefined> {
    return (await this.#publisher()).published(app)
  }
  async decide(run: string, decision: Decision): Promise<void> {
    await (await this.#publisher()).decide(run, decision)
  }
  async runAgain(run: string): Promise<string> {
    return (await this.#publisher()).runAgain(run)
  }
  async #publisher(): Promise<BrowserPublisher> {
    return (await this.#parts).publisher()
  }
  async answerHook(call: HookRequest): Promise<HookAnswer | undefined> {
    return (await this.#publisher()).answer(call)
  }
}

/** The word of a run in shared memory; undefined where no memory is shared, or the run has none. */
function wordAt(words: SharedArrayBuffer | undefined, slot: number): Int32Array | undefined {
  return words && slot > 0 ? new Int32Array(words, slot * 4, 1) : undefined
}

/** What the page may not call goes by the relay, where there is one; the code for that comes when it is needed. */
function orByRelay(page: Host['http'], relay: () => Promise<ProtocolLink>, own: string): Host['http'] {
  let other: HttpByRelay | undefined
  const load = async () => (other ??= new (await import('./http-by-relay.ts')).HttpByRelay(relay, own))
  return async (request, mayReach, signal) => {
    if (request.by === 'relay' || other?.knows(request))
      return await (await load()).send(request, mayReach, signal)
    try {
      return await page(request, mayReach, signal)
    } catch (thrown) {
      const failed = toFault(thrown)
      if (request.by === 'page' || failed.code !== 'HTTP:UNREACHABLE') throw thrown
      return await (await load()).again(failed, request, mayReach, signal)
    }
  }
}

/**
 * The publisher of this tab. It comes when something is published, here or in another tab: this one may have to take over.
 */
function publisherOf(parts: PublishedParts, told: (here: boolean) => void): () => Promise<BrowserPublisher> {
  let publisher: Promise<BrowserPublisher> | undefined
  const get = () =>
    (publisher ??= import('./browser-publisher.ts').then(
      (module) => new module.BrowserPublisher(parts, told),
      (thrown: unknown) => {
        publisher = undefined
        throw thrown
      },
    ))
  const begin = () => keepTrying(async () => (await isWanted(parts.store)) && (await get()))
  const channel = new BroadcastChannel(publishedChannel)
  channel.onmessage = () => {
    channel.close()
    void begin()
  }
  void begin()
  return get
}

async function environmentIn(store: StoreApi, id: string | undefined): Promise<Partial<Environment>> {
  if (id === undefined) return {}
  return (await (await import('./publish/stored-values.ts')).environmentOf(store, id)) ?? {}
}

answerOn(new BrowserEngine(), self)
