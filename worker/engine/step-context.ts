// What a running step is given of the run it is part of.
import type { Branch } from '../model/app.ts'
import { Data } from '../model/data.ts'
import {
  LoopSignal,
  type BranchGroup,
  type CacheStore,
  type Context,
  type EffectOptions,
  type HttpRequest,
  type HttpResponse,
  type Items,
  type ProtocolStep,
  type ResolvedConnection,
  type StateStore,
  type Via,
} from '../model/context.ts'
import type { EvaluateEnv, Limits } from '../model/dataway.ts'
import { typeNamed } from '../model/declared-type.ts'
import { milliseconds } from '../model/duration.ts'
import type { Level } from '../model/event.ts'
import { fault, isFault, withPlace, type Fault } from '../model/fault.ts'
import { newRunId } from '../model/id.ts'
import { attempt, type MaybePromise } from '../model/maybe-promise.ts'
import type { Message } from '../model/message.ts'
import type { Tagged } from '../model/app.ts'
import type { ProtocolCall, ProtocolLink, ProtocolResult } from '../model/protocol-link.ts'
import { targetOf } from '../model/protocol-manifest.ts'
import { resolvedConnection } from './connections.ts'
import { mustBeBound, secretsIn } from './secret-hosts.ts'
import { inTransaction, local, OutcomeUnknown, type Again } from './effects.ts'
import { readField, readRows, readSetting } from './fields.ts'
import { mustBeGranted, mustBeGrantedTarget, nameOfTarget } from './granted.ts'
import { KEPT_ROUNDS, MAX_CALL_DEPTH, MAX_SCOPE_DEPTH } from './limits.ts'
import {
  flowOf,
  planOf,
  type PlannedBranch,
  type PlannedField,
  type PlannedFields,
  type PlannedStep,
} from './plan.ts'
import type { PiecePool } from './pieces/piece-pool.ts'
import { LateRounds } from './recorder.ts'
import type { Frame } from './frame.ts'
import type { Run } from './run.ts'
import { readingMethods, repeatableMethods, withKey } from './idempotency.ts'
import { protocolOutline } from './protocol-record.ts'
import { signedExchange } from './signed-exchange.ts'
import { checkStop, Stop } from './stop.ts'
import { Transaction } from './transaction.ts'
import { runSteps } from './visit.ts'

/** Milliseconds: that such a sleep began is written down, so that a killed run sleeps only what is left. */
const LONG_SLEEP = 1_000

/** Not every page needs it: it is fetched by runs that do. */
async function piecesOf(pool: Promise<PiecePool>) {
  const [module, workers] = await Promise.all([import('./pieces/run-apart.ts'), pool])
  return { module, group: new module.PieceGroup(workers) }
}

const noBranches: readonly Branch[] = []

/** How the steps of a branch are run: here, or elsewhere. */
type RunSteps = (planned: PlannedBranch, message: Message, frame: Frame) => MaybePromise<Message>

export class StepContext implements Context, EvaluateEnv {
  readonly planned: PlannedStep
  readonly frame: Frame
  readonly #run: Run
  #effects = 0
  #late: LateRounds | undefined
  #transaction: Transaction | undefined

  constructor(run: Run, planned: PlannedStep, frame: Frame) {
    this.#run = run
    this.planned = planned
    this.frame = frame
  }

  get step() {
    return this.planned.step
  }
  get flow() {
    return this.frame.flow
  }
  get path(): string {
    return (this.#path ??= this.frame.prefix + this.planned.step.id)
  }
  #path: string | undefined
  get signal(): AbortSignal {
    return this.frame.stop.signal
  }

  field(name: string, message: Message): Data | undefined {
    return readField(this.#run, fieldOf(this.planned.fields, name), message, this)
  }
  branchField(branch: Branch, name: string, message: Message): Data | undefined {
    return readField(this.#run, fieldOf(this.#branch(branch).fields, name), message, this)
  }
  condition(name: string, message: Message): boolean {
    const data = this.field(name, message)
    return data === undefined || this.#run.dataway.truth(data)
  }
  branchCondition(branch: Branch, name: string, message: Message): boolean {
    const data = this.branchField(branch, name, message)
    return data === undefined || this.#run.dataway.truth(data)
  }
  setting<T extends string | number | boolean>(name: string): T {
    return readSetting(fieldOf(this.planned.fields, name)) as T
  }
  branchSetting<T extends string | number | boolean>(branch: Branch, name: string): T {
    return readSetting(fieldOf(this.#branch(branch).fields, name)) as T
  }
  duration(name: string): number {
    return milliseconds(this.setting<string | number>(name))
  }
  branchDuration(branch: Branch, name: string): number {
    return milliseconds(this.branchSetting<string | number>(branch, name))
  }
  expression(source: string, message: Message): Data {
    const { dataway } = this.#run
    return dataway.evaluate(dataway.compile(source, 'expression'), message, this)
  }
  rows(name: string, message: Message): [string, Data][] {
    return readRows(this.#run, fieldOf(this.planned.fields, name), message, this)
  }
  connectionRows(name: string, message: Message): [string, Data][] {
    const value = this.#run.connectionOf(this.step)?.config[name]
    return value === undefined ? [] : readRows(this.#run, { name, value }, message, this)
  }

  branches(role: string): readonly Branch[] {
    return this.planned.roles.get(role) ?? noBranches
  }
  branch(branch: Branch, message: Message, round?: number, count?: number): MaybePromise<Message> {
    return this.#runBranch(branch, message, round, count, this.frame.stop)
  }
  again(branch: Branch, message: Message, round: number, first: number | undefined): MaybePromise<Message> {
    return this.#runBranch(branch, message, round, undefined, this.frame.stop, undefined, { first })
  }
  group(inWorkers = false): BranchGroup {
    const stop = new Stop(this.frame.stop)
    const pool = inWorkers ? this.#run.pieces() : undefined
    const pieces = pool && piecesOf(pool)
    const apart: RunSteps = async (planned, message, frame) => {
      const { module, group } = await pieces!
      if (!module.onlyComputes(planned)) return await runSteps(this.#run, planned.steps, message, frame)
      return await group.run(this.#run, planned, message, frame)
    }
    return {
      run: (branch, message, round, count) =>
        attempt(() => this.#runBranch(branch, message, round, count, stop, pieces && apart), outsideLoop),
      cancel: () => stop.stop(),
      end: () => void pieces?.then(({ group }) => group.end()),
    }
  }
  detach(branch: Branch, message: Message, first?: () => Promise<Message | undefined>): void {
    const run = this.#run
    // Not in this turn: what follows goes first.
    const work = run.host
      .breathe()
      .then(() => (first ? first() : message))
      .then(
        (start) =>
          start &&
          attempt<Message>(() => this.#runBranch(branch, start, undefined, undefined, run.stop), outsideLoop),
      )
      .catch((thrown) => {
        if (isFault(thrown)) this.log('ERROR', this.flow.name, `${thrown.code} ${thrown.message}`)
        else throw thrown
      })
    run.detach(work)
  }
  #runBranch(
    branch: Branch,
    message: Message,
    round: number | undefined,
    count: number | undefined,
    stop: Stop,
    go?: RunSteps,
    { first } = { first: round },
  ): MaybePromise<Message> {
    const run = this.#run
    const planned = this.#branch(branch)
    if (this.frame.depth >= MAX_SCOPE_DEPTH)
      throw fault('CORE:DEPTH', `Scopes are nested deeper than ${MAX_SCOPE_DEPTH}.`, {
        at: { path: this.path },
      })
    run.watch?.branch(branch)
    const recorder = run.recorder
    let sink = this.frame.sink
    if (recorder) {
      if (round !== undefined && round >= KEPT_ROUNDS) {
        // The canvas still sees how far a long loop is.
        if (round % KEPT_ROUNDS === 0)
          recorder.add(sink, this.path, 'round', { branch: branch.id, index: round, count })
        sink = (this.#late ??= new LateRounds()).next()
      }
      if (round === undefined) recorder.add(sink, this.path, 'branch', { branch: branch.id })
      else if (round % KEPT_ROUNDS !== 0 || round < KEPT_ROUNDS)
        recorder.add(sink, this.path, 'round', { branch: branch.id, index: round, count })
    }
    const transaction = this.#transaction ?? this.frame.transaction
    const frame = this.frame.branch(this.step.id, branch.id, round, sink, stop, transaction, first)
    return go ? go(planned, message, frame) : runSteps(run, planned.steps, message, frame)
  }
  /** The rounds kept of a long loop go into the log when the loop ends. */
  flushRounds(): void {
    this.#late?.into(this.frame.sink)
  }
  call(flow: string, message: Message): MaybePromise<Message> {
    if (this.frame.calls >= MAX_CALL_DEPTH)
      throw fault('CORE:RECURSION', `Flows call each other more than ${MAX_CALL_DEPTH} deep.`, {
        hint: 'End the recursion with a Choice.',
      })
    const run = this.#run
    const plan = planOf(run.app, flowOf(run.app, flow), run.registry)
    run.recorder?.add(this.frame.sink, this.path, 'branch', { branch: flow })
    const frame = this.frame.call(this.step.id, plan.flow)
    return attempt(() => runSteps(run, plan.steps, message, frame), outsideLoop)
  }
  async launch(flow: string, message: Message): Promise<string | undefined> {
    const run = this.#run
    flowOf(run.app, flow)
    const id = await this.effect('launch', flow, async () => {
      const id = newRunId()
      return run.launch(id, flow, { ...message, seqId: id, error: undefined }) ? id : null
    })
    return id ?? undefined
  }
  dataType(name: string): Tagged | undefined {
    return typeNamed(this.#run.app.types, name)?.schema
  }
  messageAt(failed: Fault): Message | undefined {
    return this.#run.failedOn.get(failed)
  }

  async effect<T extends Tagged>(
    kind: string,
    key: string,
    go: () => Promise<T>,
    { repeat = false }: EffectOptions = {},
  ): Promise<T> {
    return await this.#effect(kind, key, go, { leaves: true, repeat })
  }
  async http(request: HttpRequest, via?: Via): Promise<HttpResponse> {
    const run = this.#run
    const resolved = { ...request, url: run.address(request.url) }
    const asked = `${request.method} ${resolved.url}`
    const { bound, mayReach } = this.#reach()
    const send = (one: HttpRequest) => run.host.http(bound ? { ...one, bound } : one, mayReach, this.signal)
    const world = { send, clock: () => run.clock(), random: () => run.random() }
    const place = `${run.app.id}/${run.id}/${this.frame.place}${this.step.id}#${this.#effects}`
    const answer = await this.#effect(
      'http',
      asked,
      async () => {
        const keyed = request.repeat === 'with key' ? await withKey(resolved, place) : resolved
        return await (via ? signedExchange(keyed, via, world) : send(keyed))
      },
      {
        leaves: !readingMethods.has(request.method),
        repeat: repeatableMethods.has(request.method) || (request.repeat ?? 'no') !== 'no',
      },
    )
    if (answer.by === 'relay') this.log('INFO', 'relay', `${asked} was sent by the relay.`)
    return answer
  }
  httpOnce(request: HttpRequest): Promise<HttpResponse> {
    const run = this.#run
    const resolved = { ...request, url: run.address(request.url) }
    const asked = `${request.method} ${resolved.url}`
    const known = run.shared.get(asked)
    if (known) return known
    const { bound, mayReach } = this.#reach()
    const send = () => run.host.http(bound ? { ...resolved, bound } : resolved, mayReach, this.signal)
    // Its place in the record is its own: of branches beside each other any may be the first to ask.
    const answer = run.door.later(`once ${asked}`, 0, 'http', asked, local, send)
    run.shared.set(asked, answer)
    // A failure is not kept: the next one to ask may try again.
    answer.catch(() => run.shared.delete(asked))
    return answer
  }
  /** Where this step may go: the hosts that are granted and, when it uses secrets that are bound to hosts, only those. */
  #reach(): { bound: boolean; mayReach: (url: URL) => void } {
    const { granted, host } = this.#run
    const secrets = this.#boundSecrets()
    return {
      bound: secrets.length > 0,
      mayReach: (url) => {
        mustBeGranted(granted, url)
        mustBeBound(secrets, (id) => host.secretHosts?.(id), url.host)
      },
    }
  }
  #boundSecrets(): string[] {
    const { host } = this.#run
    if (!host.secretHosts) return []
    const secrets = secretsIn([this.step.config, this.#run.connectionOf(this.step)?.config])
    return secrets.filter((id) => host.secretHosts!(id))
  }
  async protocol(step: ProtocolStep): Promise<ProtocolResult> {
    const { asked, call } = this.#protocolCall(step)
    const go = async () => (await this.#protocols()).call(call(), this.signal)
    return await this.#effect('protocol', asked, go, againOf(step))
  }
  async *protocolBatches(step: ProtocolStep): AsyncGenerator<ProtocolResult> {
    const { asked, call } = this.#protocolCall(step)
    let batches: AsyncIterator<ProtocolResult> | undefined
    // The end of the batches is recorded as a result with neither part.
    const next = async (index: number): Promise<ProtocolResult> => {
      if (!batches) {
        batches = (await this.#protocols()).stream(call(), this.signal)[Symbol.asyncIterator]()
        // A run that goes on after it was killed has these already.
        for (let i = 0; i < index; i++) if ((await batches.next()).done) return {}
      }
      const { done, value } = await batches.next()
      return done ? {} : value
    }
    try {
      for (let i = 0; ; i++) {
        const batch = await this.#effect('protocol', `${asked} ${i}`, () => next(i), local)
        if (batch.payload === undefined) return
        yield batch
      }
    } finally {
      await batches?.return?.()
    }
  }
  async transaction(work: () => MaybePromise<Message>): Promise<Message> {
    const before = this.#transaction
    // One a time that this is run, so that a retry begins anew.
    const { id, life, door } = this.#run
    const place = `${this.path}#${this.#effects}`
    const own = (this.#transaction = new Transaction(life > 1 ? `${id}/${place}/${life}` : `${id}/${place}`))
    door.beginTransaction(this.path, place)
    try {
      const done = await work()
      await this.#endTransaction(own, 'commit')
      return done
    } catch (thrown) {
      // What cannot be rolled back any more is rolled back by the server, when it misses us.
      await this.#endTransaction(own, 'rollback').catch(() => {})
      throw thrown
    } finally {
      this.#transaction = before
    }
  }
  async sleep(ms: number): Promise<void> {
    const host = this.#run.host
    await this.#effect(
      'sleep',
      String(ms),
      async (since) => {
        const slept = since === undefined ? 0 : Math.floor(host.clock().micros / 1000) - since
        await host.sleep(Math.min(ms, Math.max(0, ms - slept)), this.signal)
        return null
      },
      { leaves: ms >= LONG_SLEEP, repeat: true },
    )
  }
  random(): number {
    return this.seed() / 2 ** 32
  }
  log(level: Level, category: string, text: string): void {
    this.#run.recorder?.add(this.frame.sink, this.path, 'log', { level, category, text })
  }

  items(data: Data): Items {
    return this.#run.dataway.items(data, this)
  }
  text(data: Data): string {
    return this.#run.dataway.text(data)
  }
  typeName(data: Data): string {
    return this.#run.dataway.typeName(data)
  }
  bytes(data: Data): { bytes: Uint8Array; mime: string } {
    return this.#run.dataway.toBytes(data)
  }
  connection(): ResolvedConnection | undefined {
    return resolvedConnection(this.#run, this.step)
  }
  get cache(): CacheStore {
    const store = this.#run.host.cache(this.#run.app.id)
    return {
      put: (key, value, ttl, ifAbsent) =>
        this.#effect(
          'cache',
          `put ${key}`,
          async (since) => {
            // The first time did arrive when our value stands there.
            const isThere = since !== undefined && ifAbsent && (await store.get(key)) === value
            return await store.put(key, value, ttl, ifAbsent && !isThere)
          },
          { leaves: ifAbsent, repeat: true },
        ),
      get: (key) => this.#effect('cache', `get ${key}`, () => store.get(key), local),
      delete: (key) => this.#effect('cache', `delete ${key}`, () => store.delete(key), local),
      exists: (key) => this.#effect('cache', `exists ${key}`, () => store.exists(key), local),
    }
  }

  get state(): StateStore {
    const store = this.#run.host.state(this.#run.app.id)
    const get = (key: string): Promise<Tagged> =>
      this.#effect('state', `get ${key}`, async () => (await store.get(key)) ?? null, local)
    const put = (key: string, value: Tagged | undefined): Promise<null> =>
      this.#effect(
        'state',
        `put ${key}`,
        async () => {
          await store.put(key, value)
          return null
        },
        local,
      )
    return {
      get: async (key) => (await get(key)) ?? undefined,
      put: async (key, value) => void (await put(key, value)),
    }
  }
  async lock<T>(name: string, maxWait: number, work: () => Promise<T>): Promise<T> {
    let release: (() => void) | undefined
    const take = async (): Promise<boolean> => {
      release = await this.#run.host.lock(name, maxWait, this.signal)
      return release !== undefined
    }
    let got = await this.#effect('lock', name, take, local)
    // The process that had it is gone, and its lock with it: what follows may need it again.
    if (got && !release && this.#run.door.resuming) got = await take()
    if (!got)
      throw fault('CORE:LOCK_TIMEOUT', `The lock ${name} was not free within ${maxWait} ms.`, {
        hint: 'Wait longer, or look for what holds it.',
        data: { lock: name, maxWait },
      })
    try {
      return await work()
    } finally {
      release?.()
    }
  }
  now(): number {
    return Math.floor(this.clock().micros / 1000)
  }

  // What a script of this step may ask of the world.
  get run(): string {
    return this.#run.id
  }
  get cancel(): Int32Array | undefined {
    return this.#run.cancelWord
  }
  get limits(): Partial<Limits> | undefined {
    return this.#run.scriptLimits
  }
  clock(): { micros: number; offset: number; zone: string } {
    return this.#run.door.now(this.path, this.#effects++, 'clock', '', () => this.#run.clock())
  }
  seed(): number {
    return this.#run.door.now(this.path, this.#effects++, 'random', '', () => this.#run.random())
  }
  print(line: string): void {
    this.log('DEBUG', 'print', line)
  }

  async #effect<T>(
    kind: string,
    asked: string,
    go: (since?: number) => Promise<T>,
    again: Again,
  ): Promise<T> {
    const run = this.#run
    const index = this.#effects++
    checkStop(this.frame.stop)
    try {
      const value = await run.door.later(this.path, index, kind, asked, again, go)
      run.recorder?.add(this.frame.sink, this.path, 'effect', {
        effect: kind,
        key: `${this.path}#${index}`,
        request: asked,
        result: outline(kind, value),
      })
      return value
    } catch (thrown) {
      if (thrown instanceof OutcomeUnknown) run.halt(placed(thrown.fault, this.path))
      checkStop(this.frame.stop)
      throw thrown
    }
  }

  #protocolCall(step: ProtocolStep): { asked: string; call(): ProtocolCall } {
    const run = this.#run
    const connection = this.connection()
    if (!connection)
      throw fault('CORE:NO_CONNECTION', `The step ${this.step.name} has no connection.`, {
        hint: 'Choose a connection in the step.',
        at: { field: 'connection' },
      })
    const { protocol, operation, transactional } = step
    const { name } = connection
    const config = { ...step.defaults, ...connection.config }
    const transaction = transactional ? this.frame.transaction : undefined
    transaction?.join(name, protocol, config)
    const call = (): ProtocolCall => {
      const target = targetOf(step.target, config)
      mustBeGrantedTarget(run.granted, target)
      if (target) mustBeBound(this.#boundSecrets(), (id) => run.host.secretHosts?.(id), nameOfTarget(target))
      const within = transaction && { transaction: transaction.id }
      return { protocol, operation, connection: config, arguments: step.arguments, ...within }
    }
    return { asked: `${protocol} ${operation} ${name}${transaction ? inTransaction : ''}`, call }
  }
  async #protocols(): Promise<ProtocolLink> {
    const { protocols } = this.#run.host
    if (protocols) return await protocols()
    throw fault('RELAY:NONE', 'This step needs a relay.', { hint: 'Start one: npm run weft -- relay' })
  }
  async #endTransaction(transaction: Transaction, how: 'commit' | 'rollback'): Promise<void> {
    for (const { name, call } of transaction.ends(how)) {
      // Not stopped with the run: a transaction is never left open.
      const end = async () => (await this.#protocols()).call(call, new AbortController().signal)
      if (this.frame.stop.stopped) await end()
      else await this.#effect('protocol', `${call.protocol} ${how} ${name}`, end, againOf({}))
    }
  }

  #branch(branch: Branch): PlannedBranch {
    return this.planned.branches.get(branch.id)!
  }
}

/** Adds the step's place to a Fault that was raised in it. */
export function placed(failed: Fault, path: string): Fault {
  return failed.at?.path === undefined ? withPlace(failed, { path }) : failed
}

/** A Break in a called flow does not end a loop of its caller. */
function outsideLoop(thrown: unknown): never {
  throw thrown instanceof LoopSignal ? noLoop(thrown) : thrown
}

export function noLoop(signal: LoopSignal): Fault {
  return fault('CORE:NO_LOOP', `There is no loop around this ${signal.kind}.`, {
    at: { path: signal.path },
    hint: 'Move it into a For Each or While.',
  })
}

function fieldOf(fields: PlannedFields, name: string): PlannedField {
  const found = fields.get(name)
  if (!found) throw fault('CORE:INTERNAL', `The definition has no field ${name}.`)
  return found
}

function againOf({ repeatable = false }: Pick<ProtocolStep, 'repeatable'>): Again {
  return { leaves: !repeatable, repeat: repeatable }
}

/** Characters of an effect's outcome that stand in the log; the record has all of it. */
const LONGEST_OUTLINE = 1024

/** What of an effect's outcome stands in the log. */
function outline(kind: string, value: unknown): Tagged {
  if (kind === 'protocol') return protocolOutline(value as ProtocolResult)
  if (kind === 'http') {
    const { status, body } = value as HttpResponse
    return { status, bytes: body.length }
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length <= LONGEST_OUTLINE ? (value as Tagged) : `${text.length} characters`
}
