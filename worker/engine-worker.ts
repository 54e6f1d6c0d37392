// What the page asks of the engine worker beyond EngineApi: how it is started, stopped at once, and looked after.
import type { EngineApi, Preview, RunFromRequest, RunRequest, TestRequest } from './api.ts'
import type { Sample, SourceMode, TypeName } from './model/app.ts'
import type { Violation } from './model/schema-check.ts'
import type { Completion, HoverHelp } from './model/dataway.ts'
import type { RunEvent, RunSummary } from './model/event.ts'
import type { Diagnostic } from './model/fault.ts'
import type { TestReport, TestResult } from './model/flow-test.ts'

/** What is evaluated in the scratch worker comes from the engine; all that can be answered there is left out here. */
export interface EngineWorkerApi extends Omit<
  EngineApi,
  'run' | 'runFrom' | 'test' | 'check' | 'complete' | 'hover' | 'misfits' | 'preview'
> {
  /** `publishes` hears whether this tab runs published apps. */
  start(store: MessagePort, options: EngineStart, publishes: (here: boolean) => void): Promise<void>
  /** The worker of the store was lost; this leads to the one that took its place. */
  takeStore(store: MessagePort): Promise<void>
  /** `slot`: which of the cancel words belongs to this run. */
  run(request: RunRequest, onEvents: (events: RunEvent[]) => void, slot: number): Promise<RunSummary>
  runFrom(request: RunFromRequest, onEvents: (events: RunEvent[]) => void, slot: number): Promise<RunSummary>
  test(request: TestRequest, onResult: (result: TestResult) => void, slot: number): Promise<TestReport>
  /** Answers when the worker is not inside a long evaluation. */
  ping(): Promise<void>
  /** A request for /hook/*; `undefined`: no app is published in this tab. */
  answerHook(call: HookRequest): Promise<HookAnswer | undefined>
}

export interface EngineStart {
  /** One Int32 a run, non-zero: stop. Absent where the page is not isolated. */
  cancelWords?: SharedArrayBuffer
  base: string
}

/** The DataWay worker for typing: everything in it can be lost at any time. `key` names a message that was kept. */
export interface ScratchApi {
  check(source: string, mode: SourceMode): Promise<Diagnostic[]>
  complete(source: string, mode: SourceMode, offset: number, key?: string): Promise<Completion[]>
  hover(source: string, mode: SourceMode, offset: number, key?: string): Promise<HoverHelp | undefined>
  preview(
    source: string,
    mode: SourceMode,
    as: TypeName | undefined,
    key: string,
    characters?: number,
  ): Promise<Preview>
  misfits(key: string, schema: string): Promise<Violation[]>
  /** Keeps a message for the next calls; only the last few are kept. */
  keep(key: string, sample: Sample): Promise<void>
  has(key: string): Promise<boolean>
}

export interface HookRequest {
  method: string
  url: string
  path: string
  headers: [string, string][]
  body: Uint8Array
  /** Address of the caller, where it is known. */
  remote?: string
}
export interface HookAnswer {
  status: number
  headers: [string, string][]
  body: Uint8Array
}
