// What the engine and the studio ask of DataWay. `dataway-wasm/host.ts` implements it; nobody else touches the module.
import type { SourceMode, TypeName } from './app.ts'
import type { Items } from './context.ts'
import type { Data } from './data.ts'
import type { Diagnostic } from './fault.ts'
import type { Message } from './message.ts'

export interface DataWay {
  /** Every problem of a source, without running it. Never throws. */
  check(source: string, mode: SourceMode): Diagnostic[]
  /** Compiles, or gives the cached program of the same source and mode. Throws a Fault DATAWAY:SYNTAX with its place. */
  compile(source: string, mode: SourceMode, as?: TypeName): Program
  /** Runs a program on a message. The result lives until `release(run)`. Throws a Fault (`DATAWAY:…`, data.exception). */
  evaluate(program: Program, message: Message, env: EvaluateEnv): Data
  /** Python's truth of a value. */
  truth(data: Data): boolean
  /** `str(value)`. */
  text(data: Data): string
  /** What For Each loops over: list items, dict values, characters, 0…n-1. Fault CORE:TYPE otherwise. */
  items(data: Data, env: EvaluateEnv): Items
  /** An Entity as its bytes go on the wire; str as UTF-8; bytes as they are; anything else as compact JSON. */
  toBytes(data: Data): { bytes: Uint8Array; mime: string }
  /** Python type name as `type(x).__name__`: `dict`, `Entity`, `NoneType`. */
  typeName(data: Data): string
  /** Ends the life of all handles of a run. */
  release(run: string): void
}

export interface Program {
  readonly source: string
  readonly mode: SourceMode
  readonly id: number
}

export interface EvaluateEnv {
  /** Handles of the result belong to this run. */
  run: string
  /** Asked at most once an evaluation: microseconds since the epoch and the zone's offset in seconds east of UTC. */
  clock(): { micros: number; offset: number; zone: string }
  /** Asked at most once an evaluation: a seed of 32 bits. */
  seed(): number
  print(line: string): void
  limits?: Partial<Limits>
  /** Int32 view over a SharedArrayBuffer; non-zero stops the evaluation with DATAWAY:CANCELLED. */
  cancel?: Int32Array
}

export interface Limits {
  /** Units of work, charged by source construct. */
  fuel: number
  milliseconds: number
  heapBytes: number
  recursion: number
  outputBytes: number
}

export interface Completion {
  label: string
  kind: 'function' | 'method' | 'property' | 'keyword' | 'module' | 'variable' | 'data'
  /** Signature or an example value. */
  detail?: string
  info?: string
}

/** What is known of the name at a place of a source. */
export interface HoverHelp {
  /** The name as it is documented (`str.split`), or the path. */
  name: string
  /** With its parameters; the type of a value. */
  signature: string
  text: string
  /** `builtins`, or the module the examples need. */
  module: string
  examples: { input: string; output: string }[]
  /** A value of the sample, in short. */
  value?: string
}
