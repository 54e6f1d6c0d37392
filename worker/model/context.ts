// What a running step is given. The engine makes it; components and connectors see nothing else of the world.
import type { Branch, Config, FieldValue, Flow, Step, Tagged } from './app.ts'
import type { Data } from './data.ts'
import type { Level } from './event.ts'
import type { Fault } from './fault.ts'
import type { Message } from './message.ts'
import type { ConnectionValues, ProtocolResult } from './protocol-link.ts'
import type { TargetFields } from './protocol-manifest.ts'
import type { Value } from './value.ts'

/** A step's code: a message in, a message out. Synchronous steps return a message, not a promise. */
export type Run = (message: Message, context: Context) => Message | Promise<Message>

export interface Context {
  readonly step: Step
  readonly flow: Flow
  /** Place of this step in the run. */
  readonly path: string
  /** Aborted when the run is cancelled or its deadline passes. */
  readonly signal: AbortSignal

  /** The value of a field for this message: a literal, or what its script gives. `undefined`: not set, no default. */
  field(name: string, message: Message): Data | undefined
  /** The same for a field of one of the step's branches. */
  branchField(branch: Branch, name: string, message: Message): Data | undefined
  /** Python's truth of a condition field. An unset condition is true. */
  condition(name: string, message: Message): boolean
  branchCondition(branch: Branch, name: string, message: Message): boolean
  /** The value of a connector's own expression for a message that the connector made. */
  expression(source: string, message: Message): Data
  /** A plain setting (never a script): string, number, boolean or the definition's default. */
  setting<T extends string | number | boolean>(name: string): T
  branchSetting<T extends string | number | boolean>(branch: Branch, name: string): T
  branchDuration(branch: Branch, name: string): number
  /** Milliseconds of a `duration` field. */
  duration(name: string): number
  /** Values of a `rows` field for this message, in order. */
  rows(name: string, message: Message): [string, Data][]

  /** Runs a branch's steps. `round` numbers repeated runs of the same branch and becomes part of the path. */
  branch(branch: Branch, message: Message, round?: number, count?: number): Message | Promise<Message>
  /**
   * Runs a branch's steps once more after they failed as round `first`; undefined: as none with a number. What they call has
   * the idempotency keys that it had then.
   */
  again(
    branch: Branch,
    message: Message,
    round: number,
    first: number | undefined,
  ): Message | Promise<Message>
  /**
   * Branches that run beside each other and can be stopped together. `inWorkers`: those that only compute run in workers of
   * their own, where the host has some; `end` is then to be called.
   */
  group(inWorkers?: boolean): BranchGroup
  /**
   * Starts a branch apart from the flow: it goes on after this step, its result and its errors do not come back. The run ends
   * when it has. `first` comes before it and gives its message; `undefined`: there is nothing to do.
   */
  detach(branch: Branch, message: Message, first?: () => Promise<Message | undefined>): void
  /** Branches of this step by role, in order. */
  branches(role: string): readonly Branch[]
  /** The message as it entered the step that raised this Fault, if that was in one of this step's branches. */
  messageAt(fault: Fault): Message | undefined
  /** Runs another flow of the app as part of this run. */
  call(flow: string, message: Message): Message | Promise<Message>
  /** Starts another flow of the app as a run of its own and gives the id of that run; `undefined`: too many are under way. */
  launch(flow: string, message: Message): Promise<string | undefined>
  /** JSON Schema of a data type of the app, by name or id. */
  dataType(name: string): Tagged | undefined

  /** The one door to the world. Its outcome is recorded once; a replay gives the recorded outcome without calling fn. */
  effect<T extends Tagged>(
    kind: string,
    key: string,
    fn: () => Promise<T>,
    options?: EffectOptions,
  ): Promise<T>
  /** Effects with bytes: the same door. `via` signs the request on its way. */
  http(request: HttpRequest, via?: Via): Promise<HttpResponse>
  /** A reading request whose answer all steps of the run share: asked, and recorded, once. */
  httpOnce(request: HttpRequest): Promise<HttpResponse>
  /** Calls an operation of a protocol with the connection of the step: an effect. `transactional`: joins a transaction around. */
  protocol(call: ProtocolStep): Promise<ProtocolResult>
  /** The same for a large result: each batch is an effect, and is read when it is asked for. */
  protocolBatches(call: ProtocolStep): AsyncIterable<ProtocolResult>
  /**
   * What transactional calls in the branches of `work` do becomes one transaction a connection: committed when it is done,
   * rolled back when it throws.
   */
  transaction(work: () => Message | Promise<Message>): Promise<Message>
  /** Waits without blocking the worker; recorded, so that a replay does not wait. Rejects on cancel. */
  sleep(ms: number): Promise<void>
  /** 0 ≤ x < 1, recorded. */
  random(): number
  log(level: Level, category: string, text: string): void

  /** Items of a list, dict (values), str (characters), int n (0…n-1); Fault CORE:TYPE for anything else. */
  items(data: Data): Items
  /** `str(value)` as Python writes it. */
  text(data: Data): string
  /** Name of the value's Python type: `dict`, `Entity`, `NoneType`. */
  typeName(data: Data): string
  /** The value as it goes on the wire: an Entity's bytes, str as UTF-8, bytes as they are, else compact JSON. */
  bytes(data: Data): { bytes: Uint8Array; mime: string }
  /** Connection of the step with environment values and secrets in place. */
  connection(): ResolvedConnection | undefined
  /** Rows of a `rows` field of the connection. */
  connectionRows(name: string, message: Message): [string, Data][]
  readonly cache: CacheStore
  /**
   * Does the work while no other run of the project holds the lock of this name. Waits at most `maxWait` milliseconds:
   * then CORE:LOCK_TIMEOUT.
   */
  lock<T>(name: string, maxWait: number, work: () => Promise<T>): Promise<T>
  /** State of the app's components; `key` should start with what the component calls its own. */
  readonly state: StateStore
  /** Milliseconds since the epoch, recorded. */
  now(): number
}

export interface Items extends Iterable<Data> {
  readonly count: number
  at(index: number): Data
}

export interface ResolvedConnection {
  id: string
  name: string
  connector: string
  config: Record<string, string | number | boolean | null>
}

export interface EffectOptions {
  /**
   * Whether it may be done a second time when Weft was killed while it was under way. Default false: the run then stops as
   * RUN:OUTCOME_UNKNOWN and asks.
   */
  repeat?: boolean
}

export interface ProtocolStep {
  protocol: string
  operation: string
  arguments: Map<string, Value>
  /** Values of connection fields that were left as they are. */
  defaults?: ConnectionValues
  transactional?: boolean
  /** It only reads, or does the same when it is done twice. */
  repeatable?: boolean
  target?: TargetFields
}

export interface HttpRequest {
  method: string
  url: string
  headers: [string, string][]
  body?: Uint8Array
  /** Milliseconds for the whole exchange. */
  timeout: number
  redirects: number
  /** Who sends it. `auto` (default): the page, and what it may not call the relay. Only in a browser. */
  by?: 'auto' | 'page' | 'relay'
  /** Bytes; more is HTTP:TOO_LARGE. */
  maxBytes: number
  /**
   * Whether it may be sent a second time after a kill: `yes`; `with key`, because the target knows repeats by the header
   * Idempotency-Key, which is sent then; default: by its method (RFC 9110, 9.2.2).
   */
  repeat?: 'no' | 'yes' | 'with key'
  /** It carries a secret that is bound to hosts: no redirect is followed that could not be asked for first. */
  bound?: boolean
}
export interface HttpResponse {
  status: number
  reason: string
  headers: [string, string][]
  body: Uint8Array
  url: string
  /** The relay has sent it; absent: this process itself. */
  by?: 'relay'
}

/**
 * Sends a request with what shows who it is from. Part of the recorded effect: what it adds, and other calls it makes for
 * that, are in no record, and a replay does not ask it.
 */
export type Via = (request: HttpRequest, world: SigningWorld) => Promise<HttpResponse>

export interface SigningWorld {
  send(request: HttpRequest): Promise<HttpResponse>
  /** Milliseconds since the epoch. */
  clock(): number
  /** 32 random bits. */
  random(): number
}

/** Branches under way at once. */
export interface BranchGroup {
  run(branch: Branch, message: Message, round?: number, count?: number): Message | Promise<Message>
  /** Stops those under way: at their next step, and what waits at once. */
  cancel(): void
  /** No more branches come. */
  end(): void
}

/** What a component keeps from run to run, per app; every call is an effect. Survives a restart where the host has a store. */
export interface StateStore {
  get(key: string): Promise<Tagged | undefined>
  /** `undefined` removes. */
  put(key: string, value: Tagged | undefined): Promise<void>
}

/** The answer of a flow that a request started. */
export interface Reply {
  status: number
  headers: [string, string][]
  body: Uint8Array
}

/** Key/value per app with a time to live; every call is an effect. */
export interface CacheStore {
  put(key: string, value: string, ttlSeconds: number, ifAbsent: boolean): Promise<string>
  get(key: string): Promise<string>
  delete(key: string): Promise<string>
  exists(key: string): Promise<number>
}

/** Control flow of Break and Continue: thrown, caught by the innermost loop. */
export class LoopSignal {
  readonly kind: 'break' | 'continue'
  readonly message: Message
  /** Where it stands; the engine says it. */
  path: string | undefined
  constructor(kind: 'break' | 'continue', message: Message) {
    this.kind = kind
    this.message = message
  }
}

export type ResolvedConfig = Record<string, FieldValue>
export type { Config }
