// What crosses comlink between the page and its workers. The page never holds bulk data: it asks for windows of values.
import type { AppProblem } from './model/check-app.ts'
import type { App, Config, Sample, SourceMode, Tagged, TypeName } from './model/app.ts'
import type { Breakpoint, GoOn, RunPart } from './model/debug.ts'
import type { RelayHook, RelayHookAct } from './publish/relay-hooks.ts'
import type { RelayView } from './relay/relay-home.ts'
import type { Completion, HoverHelp } from './model/dataway.ts'
import type { Level, RunEvent, RunSummary } from './model/event.ts'
import type { Opener } from './vault/key-slots.ts'
import type { VaultState } from './vault/vault.ts'
import type { Diagnostic, Fault } from './model/fault.ts'
import type { Violation } from './model/schema-check.ts'
import type { FlowTest, Mock, MockAnswer, TestReport, TestResult } from './model/flow-test.ts'

export type { AppProblem, RelayHook, RelayHookAct, RelayView }

/** The engine worker: runs flows, looks into their values, knows DataWay. */
export interface EngineApi {
  /** Starts a run. Events come in batches, at most one an animation frame; resolves when the run has ended and is stored. */
  run(request: RunRequest, onEvents: (events: RunEvent[]) => void): Promise<RunSummary>
  /** Stops a run within 100 ms, also inside a script or a fetch. */
  cancel(run: string): Promise<void>
  /** Lets a run go on that waits before a step. False: nothing waits there any more. */
  goOn(run: string, how: GoOn): Promise<boolean>
  /** Executes every step again with the recorded effects; the network is off. Differences to the record are events of kind `fault` with code REPLAY:DIFFERS. */
  replay(record: RunRecord, app: App, onEvents: (events: RunEvent[]) => void): Promise<RunSummary>
  /** Runs the tests of an app, each in a world of its own; `onResult` hears of each. `cancel(request.run)` ends them. */
  test(request: TestRequest, onResult: (result: TestResult) => void): Promise<TestReport>
  /** A run of the app's session or store as a test: not added to the app. Throws RUN:GONE, TEST:NO_WHOLE_RUN, TEST:TOO_MANY. */
  testOf(run: string, app: App, name: string): Promise<FlowTest>
  /**
   * Runs a flow from a step of a recorded run on, with the message that entered it then: the steps before it do not run, what
   * follows calls the world. Throws RUN:GONE, RUN:NOT_REACHED, RUN:IN_SCOPE.
   */
  runFrom(request: RunFromRequest, onEvents: (events: RunEvent[]) => void): Promise<RunSummary>
  /**
   * Another version of a flow on the newest recorded runs of it, with their recorded effects; the network is off. `onRow` hears
   * of each; `cancel(request.run)` ends it.
   */
  shadow(request: ShadowRequest, onRow: (row: ShadowRow) => void): Promise<ShadowRow[]>
  /** Everything needed to replay a run of this session or of the store. */
  record(run: string): Promise<RunRecord | undefined>

  /** Children of one place of a value, in a window. */
  rows(place: ValuePlace, from: number, count: number): Promise<ValueRows>
  /** How a place can be shown besides as a tree and as text. */
  views(place: ValuePlace): Promise<OtherView[]>
  /** A list of dicts as a table, in a window. */
  table(place: ValuePlace, from: number, count: number): Promise<ValueTable>
  xmlLines(place: ValuePlace, from: number, count: number): Promise<ValueLines>
  bytesWindow(place: ValuePlace, from: number, count: number): Promise<ValueBytesWindow>
  /** The whole value as text for copying, at most `limit` characters: JSON for data, text for text, hex for bytes. */
  valueText(place: ValuePlace, limit: number): Promise<string>
  /** The message at a place as an input, or as an answer of a mock. Throws VALUE:TOO_LARGE above 1 MiB. */
  sampleAt(place: Pick<ValuePlace, 'run' | 'seq'>): Promise<Sample>
  answerAt(place: Pick<ValuePlace, 'run' | 'seq'>): Promise<MockAnswer>
  /** Bytes for a download. */
  valueBytes(place: ValuePlace): Promise<{ bytes: Uint8Array; mime: string }>
  /** What differs between a step's input and output: rows with +, ~ or −. */
  changes(run: string, enterSeq: number, leaveSeq: number): Promise<ChangeRow[]>

  check(source: string, mode: SourceMode): Promise<Diagnostic[]>
  complete(
    source: string,
    mode: SourceMode,
    offset: number,
    input?: ValuePlace | Sample,
  ): Promise<Completion[]>
  /** Documentation and value of the name at a place of a source. */
  hover(
    source: string,
    mode: SourceMode,
    offset: number,
    input?: ValuePlace | Sample,
  ): Promise<HoverHelp | undefined>
  /** Where the payload of a sample breaks a JSON Schema, at most 20 places. Throws what is wrong with the sample or the schema. */
  misfits(sample: Sample, schema: string): Promise<Violation[]>
  /** Value of an expression on a recorded message (or a sample), with a short fuel limit. */
  preview(
    source: string,
    mode: SourceMode,
    as: TypeName | undefined,
    input: ValuePlace | Sample,
    /** How long the text of the value may be; absent: one line of it. */
    characters?: number,
  ): Promise<Preview>
  /** Problems of a whole app: unknown components, missing fields, syntax errors, bad references. */
  validate(app: App): Promise<AppProblem[]>
  /** The next fire times of a cron text. Throws CRON:SYNTAX. */
  nextTimes(cron: string, zone: string, count: number): Promise<string[]>

  /** Whether the vault of this browser has this secret. Its value never comes back to the page. */
  hasSecret(id: string): Promise<boolean>
  /** Keeps or, with `undefined`, forgets a secret. Throws VAULT:UNAVAILABLE, VAULT:LIMIT, VAULT:LOCKED. */
  setSecret(id: string, value: string | undefined): Promise<void>
  /** Looks at the vault, locks and unlocks it, puts it under a passphrase. Throws VAULT:UNAVAILABLE, VAULT:WRONG_KEY, VAULT:SHORT, VAULT:HOSTS. */
  vault(act: VaultAct): Promise<VaultAnswer>

  /** Calls back with the state of the relay as it is now, and with every change; the result ends it. */
  watchRelay(told: (view: RelayView) => void): Promise<() => void>
  /** Asks the relay at this address to print a pairing code in its terminal. Throws RELAY:UNREACHABLE. */
  askRelayCode(url: string): Promise<void>
  /** Pairs with the relay at `http://127.0.0.1:8517` by the code it printed. Throws RELAY:UNREACHABLE, RELAY:CODE. */
  pairRelay(url: string, code: string): Promise<void>
  forgetRelay(): Promise<void>
  /** Addresses for webhooks at the relay, with what waits there; none without a relay. */
  relayHooks(): Promise<RelayHook[]>
  /** Throws HOOK:NONE, RELAY:NONE. */
  actOnRelayHook(id: string, act: RelayHookAct): Promise<void>
  /** Opens a connection of an app by the relay and closes it again. Throws why it does not open. */
  testConnection(app: App, connection: string): Promise<void>

  /**
   * Makes the app as it is a version (unless it is one) and starts its triggers (Scheduler, HTTP Listener) in the place of those
   * of the version before. Publishing an older version is the way back to it. Throws APP:PROBLEMS when it has errors.
   */
  publish(app: App, setting: PublishSetting, note?: string): Promise<VersionRow>
  unpublish(app: string): Promise<void>
  /** What is published of an app: which version, with which setting. */
  published(app: string): Promise<PublishedEntry | undefined>
  /** The flows of all published apps that a schedule or a request starts. */
  running(): Promise<RunningFlow[]>
  /** Goes on with a durable run that stopped because the outcome of an effect is unknown. Throws RUN:NOT_UNKNOWN. */
  decide(run: string, decision: Decision): Promise<void>
  /** Runs a dead letter, or any durable run that has ended, again: same input, the version that is published now. Its new id. */
  runAgain(run: string): Promise<string>
  /** Hosts and methods an app would call, found without running it. */
  reach(app: App): Promise<Reach>
}

/** A flow of a published app that something starts. */
export interface RunningFlow {
  app: string
  appName: string
  flow: string
  flowName: string
  /** Component of the trigger: `scheduler`, `http-listener`, `mqtt-ws/subscribe`. */
  trigger: string
  /** Why no message comes, of a trigger that waits for them. */
  trouble?: Fault
  /** When its schedule fires next, milliseconds since the epoch; absent where another tab runs it, or never. */
  next?: number
  /** Path of a listener. */
  path?: string
  /** This tab runs it. */
  here: boolean
}

export type VaultAct =
  | { do: 'look' | 'lock' }
  | { do: 'protect'; passphrase: string }
  | { do: 'unlock' | 'unprotect'; opener: Opener }
  | { do: 'change'; opener: Opener; passphrase: string }
  /** Binds a secret to hosts: steps that use it reach no others. None: it may be sent anywhere. */
  | { do: 'bind'; secret: string; hosts: string[] }
export interface VaultAnswer extends VaultState {
  /** After `protect`: the recovery key, shown once. */
  recovery?: string
}

export interface RunRequest {
  /** Id of the run, made by the caller so that it can cancel at once. Sorts by time. */
  run: string
  app: App
  flow: string
  /** A sample, or the message at an event of an earlier run. */
  input: Sample | Pick<ValuePlace, 'run' | 'seq'>
  /** Resolves relative connection base URLs: the page's origin, or `--base`. */
  base: string
  granted: Grant
  /** Id of the environment whose connection values and variables count; absent: those of the app. */
  environment?: string
  /** Run up to this step and stop after it. */
  upTo?: string
  /** Runs only these steps, on the input. */
  part?: RunPart
  /** Pinned answers in place of steps. */
  mocks?: Mock[]
  /** Waits before these steps for `goOn`; an event of kind `pause` says so. */
  breakpoints?: Breakpoint[]
}

/** A step in a recorded run, by the path of its events: `s1/b2[3]/s7`. */
export interface RunPlace {
  run: string
  path: string
}
/** `run` is the new run, `flow` that of the recorded one, `app` may have changed since. */
export interface RunFromRequest extends RunRequest {
  from: RunPlace
  /** Another message to begin with, instead of the recorded one; only for a step in no scope. */
  message?: Sample
}

export interface ShadowRequest {
  /** Name of the whole, made by the caller so that it can cancel it. */
  run: string
  app: App
  flow: string
  /** Default 100. */
  limit?: number
}
export interface ShadowRow {
  run: string
  /** Milliseconds since the epoch. */
  startedAt: number
  before: ShadowEnd
  after: ShadowEnd
  /** `unknown`: the new version asks something that nobody asked before. */
  verdict: 'same' | 'differs' | 'unknown'
  differs: ('outcome' | 'fault' | 'payload' | 'attributes' | 'variables' | 'calls')[]
  calls: ShadowCall[]
}
export interface ShadowEnd {
  outcome: RunSummary['outcome']
  fault?: Fault
  /** Of the last message; absent where the run kept none. */
  values?: RunEvent['values']
}
/** An effect that only the new version asks for (`+`), only the old one did (`-`), or that asks something else (`~`). */
export interface ShadowCall {
  sign: '+' | '-' | '~'
  path: string
  kind: string
  asked: string
  /** `~`: what was asked before. */
  recorded?: string
}

export interface TestRequest {
  /** Name of the whole, made by the caller so that it can cancel it. */
  run: string
  app: App
  /** Ids of the tests to run; absent: all. */
  tests?: string[]
  /** Results bring their events, and the values of the last few runs can be looked into. */
  events?: boolean
  /** A DataWay expression that sees what assertions see; its value comes as text (`TestResult.shown`). */
  shown?: string
}

/** What an app is published with, from outside it. */
export interface PublishSetting {
  granted: Grant
  /** Id of the environment: its global variables count as they are when a run starts. */
  environment?: string
  /** Runs of the app that are under way at once, at least 1; more wait. Default RUNS_AT_ONCE. */
  runsAtOnce?: number
  /** Runs that may wait for their turn; what would be one more is refused with RUN:QUEUE_FULL. Default RUNS_WAITING. */
  runsWaiting?: number
  /** Values of connections, by their id or name; absent: those of the environment at the moment of publishing. */
  connections?: Record<string, Config>
}
/** The published version of an app, by its content hash. */
export interface PublishedEntry {
  hash: string
  setting: PublishSetting
}
/**
 * What an effect of unknown outcome is taken for: it is done again; it was done (an HTTP answer is then an empty 200); it
 * failed, with RUN:OUTCOME_UNKNOWN as the Fault of the step.
 */
export type Decision = 'again' | 'done' | 'failed'

/** What a flow may reach. `all` for one's own apps in development. */
export interface Grant {
  hosts: string[] | 'all'
}
export interface Reach {
  calls: { method: string; host: string; url: string }[]
  connectors: string[]
  schedules: string[]
  secrets: string[]
}

/** A finished run as it is stored, replayed, or packed into a link. */
export interface RunRecord {
  format: 'weft-run/1'
  summary: RunSummary
  input: Sample
  base: string
  /** Id of the step it began at, in a run from a step: `input` is the message of that step. */
  startAt?: string
  /** Recorded outcomes by place in the run, in order. */
  effects: RecordedEffect[]
  /** Digest of all values that passed through the run: a replay that gives other values differs. Absent: not traced. */
  digest?: string
  /** Pinned answers that stood in for steps. */
  mocks?: Mock[]
  /** The part of the flow that ran alone. */
  part?: RunPart
}
export interface RecordedEffect {
  /** `path#n`: the n-th effect of that step visit. */
  key: string
  kind: string
  /** What was asked, e.g. `GET https://…`: a replay that asks something else differs. */
  asked: string
  outcome: { value: Tagged } | { fault: Fault }
}

/** What stands in the journal of a durable run, in the order in which it happened. */
export type JournalEntry =
  | { begin: { setting: PublishSetting; reply: boolean; launches: number } }
  /** An effect is about to leave. */
  | { open: string; kind: string; asked: string; t: number }
  /** A life of the run has lasted a while: it does not kill its worker. */
  | { alive: number }
  /** Somebody decided that an effect of unknown outcome is to be done again. */
  | { again: string }
  | RecordedEffect

/** Which value: a part of the message at an event of a run, then a path of keys into it. */
export interface ValuePlace {
  run: string
  seq: number
  part: 'payload' | 'attributes' | 'variables' | 'error' | 'message'
  path: (string | number)[]
}
export interface ValueRows {
  /** Type of the place itself and its number of children. */
  type: string
  count: number
  /** DataWay path text of the place: `msg.payload['results'][0]`. */
  source: string
  rows: ValueRow[]
}
/** Of a list of dicts, of an Entity that is a picture, of XML, of whatever is bytes. */
export type OtherView = 'table' | 'image' | 'xml' | 'hex'
/** A window of XML, line by line. */
export interface ValueLines {
  count: number
  lines: XmlLine[]
}
export interface XmlLine {
  depth: number
  parts: (readonly [kind: 'tag' | 'name' | 'value' | 'text' | 'comment', text: string])[]
}
export interface ValueBytesWindow {
  /** Of all bytes. */
  size: number
  bytes: Uint8Array
}
/** A window of a list of dicts. */
export interface ValueTable {
  /** Names in the order in which the first 200 rows have them; at most 100. */
  columns: string[]
  /** Of all rows. */
  count: number
  /** A short text for each column; one cell where a row is no dict. */
  rows: string[][]
}
export interface ValueRow {
  key: string | number
  /** How the child is written in DataWay after its parent: `['name']`, `[0]`, `.payload`. */
  step: string
  type: string
  /** Short text of the value. */
  preview: string
  /** Number of children; 0 for a leaf. */
  count: number
}
export interface ChangeRow {
  sign: '+' | '~' | '-'
  path: string
  before?: string
  after?: string
}
export type Preview =
  { ok: true; text: string; type: string; took: number } | { ok: false; fault: Fault; took: number }

/** The store worker: the only writer. OPFS log first, then IndexedDB; a call resolves when the edit is safe. */
export interface StoreApi {
  /** Opens the store. Tells how it found things: what was recovered, what is missing. */
  open(): Promise<StoreState>
  /** Calls back now and after every change of the apps, from this or another tab. */
  watchApps(listener: (apps: AppRow[]) => void): Promise<() => void>
  watchRuns(filter: RunFilter, listener: (runs: RunSummary[]) => void): Promise<() => void>
  watchApp(app: string, listener: (entry: AppEntry | undefined) => void): Promise<() => void>
  loadApp(app: string): Promise<AppEntry | undefined>
  /**
   * Keeps an edit: the new App and where it stands in its history. Throws STORE:CONFLICT when another tab wrote since
   * `version`, STORE:FULL when there is no room (the earlier state is untouched).
   */
  saveApp(edit: AppEdit): Promise<{ version: number }>
  deleteApp(app: string): Promise<void>
  restoreApp(app: string): Promise<void>
  /** The undo list of an app, oldest first, and the place in it. */
  history(app: string): Promise<{ apps: App[]; at: number }>

  putRun(summary: RunSummary, record: RunRecord, events: RunEvent[]): Promise<void>
  /** Events as they happen, so that a killed run can be found again. */
  appendEvents(run: string, summary: RunSummary, events: RunEvent[]): Promise<void>
  /** Runs that have begun and ended, and of which nothing else is kept. */
  addSummaries(summaries: RunSummary[]): Promise<void>
  loadRun(run: string): Promise<{ summary: RunSummary; record?: RunRecord; events: RunEvent[] } | undefined>
  deleteRun(run: string): Promise<void>
  /** A pinned run is kept, however many come after it. */
  pinRun(run: string, pinned: boolean): Promise<void>
  /**
   * A durable run is in the store, with what it begins with and, of a schedule, which of its times this is: all or nothing.
   * Throws STORE:FULL.
   */
  beginRun(begin: RunBegin): Promise<void>
  /**
   * Adds to the journal of a durable run; safe when it resolves. Throws RUN:FENCED when a later life of the run has begun, or
   * it was deleted.
   */
  addToJournal(run: string, epoch: number, entries: JournalEntry[]): Promise<void>
  loadJournal(run: string): Promise<JournalEntry[]>
  /** Versions of an app, oldest first. */
  versions(app: string): Promise<VersionRow[]>
  loadVersion(app: string, hash: string): Promise<App | undefined>
  /** Adds the app as it is to its versions, unless this very content is one already. `t`: when it was made, if not now. */
  addVersion(app: App, note: string, t?: number): Promise<VersionRow>
  /** The newest runs that pass. */
  runs(filter: RunFilter): Promise<RunSummary[]>
  /** What the recorded runs of a flow say of its steps, by equal slices of a time. */
  heat(question: HeatQuestion): Promise<StepHeat>
  /** A page of log lines across runs, newest first; ask again with `next` for what is older. */
  logs(filter: LogFilter): Promise<LogPage>

  setting<T extends Tagged>(name: string): Promise<T | undefined>
  setSetting(name: string, value: Tagged): Promise<void>

  cachePut(app: string, key: string, value: string, ttlSeconds: number, ifAbsent: boolean): Promise<string>
  cacheGet(app: string, key: string): Promise<string>
  cacheDelete(app: string, key: string): Promise<string>
  cacheExists(app: string, key: string): Promise<number>
}

export interface RunBegin {
  summary: RunSummary
  /** Without effects: those are in the journal. */
  record: RunRecord
  journal: JournalEntry[]
  mark?: { name: string; value: Tagged }
}
/** An entry of an app's append-only chain of versions. */
export interface VersionRow {
  app: string
  /** From 1. */
  n: number
  /** Content hash of the App; `parent`: that of the version before. */
  hash: string
  parent?: string
  note: string
  /** Milliseconds since the epoch. */
  t: number
}

export interface StoreState {
  /** `opfs`: the log survives a kill; `indexeddb`: no OPFS here (private window); `memory`: nothing is kept. */
  durability: 'opfs' | 'indexeddb' | 'memory'
  recovered?: { apps: number; runs: number; reason: string }
  /** The browser cleared the storage: there was data once, now there is none. */
  cleared?: boolean
  /** Runs that were under way when their tab died. */
  interrupted: RunSummary[]
}
export interface AppRow {
  id: string
  name: string
  description?: string
  flows: number
  steps: number
  updatedAt: number
  trigger?: string
  lastRun?: RunSummary
  published?: boolean
  /** It is a lesson. */
  lesson?: true
  deletedAt?: number
}
export interface AppEntry {
  app: App
  version: number
  updatedAt: number
  /** Tab that wrote it last. */
  tab: string
  published?: boolean
}
export interface AppEdit {
  app: App
  /** Version this edit was made on; 0 for a new app. */
  version: number
  /** `edit` drops what was undone and adds; `undo` and `redo` move. */
  kind: 'edit' | 'undo' | 'redo'
  /** For `edit`: folds into the last entry when equal (typing in one field). */
  merge?: string
  /** What the history says of it. */
  label: string
  published?: boolean
}
export interface HeatQuestion {
  app: string
  flow: string
  /** Milliseconds since the epoch; runs that started in [from, to) count. */
  from: number
  to: number
  slices: number
}
export interface StepHeat {
  /** Runs that left events. */
  runs: number
  /** By step id, one entry a slice, oldest first. */
  steps: Record<string, HeatSlice[]>
}
export interface HeatSlice {
  visits: number
  failures: number
  /** Milliseconds of each visit. */
  took: number[]
}
/** Which log lines: as the filters of the platform's log say. What is absent passes all. */
export interface LogFilter {
  app?: string
  flow?: string
  /** Content hash of the version. */
  appHash?: string
  /** Run ids that contain this. */
  run?: string
  /** The least level. */
  level?: Level
  /** In text, category or path; any case. */
  text?: string
  /** Milliseconds since the epoch. */
  from?: number
  to?: number
  /** `next` of the page before. */
  after?: string
}
export interface LogPage {
  lines: LogLine[]
  /** There may be older lines. */
  next?: string
}
export interface LogLine {
  run: string
  app: string
  appName: string
  appHash: string
  flow: string
  flowName: string
  /** Of its event in the run. */
  seq: number
  /** Milliseconds since the epoch. */
  t: number
  level: Level
  category: string
  text: string
  /** Path of the step in the run; empty: the run itself. */
  path: string
}
export interface RunFilter {
  app?: string
  flow?: string
  outcome?: string
  /** Only durable runs; only dead letters. */
  durable?: boolean
  dead?: boolean
  limit: number
}
