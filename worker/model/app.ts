// The App: what a user edits, keeps, shares and runs. An immutable value; a change is a pure function App → App.
// A flow is a sequence of steps, scopes hold branches: positions are computed, never stored.

import type { FlowTest, Mock } from './flow-test.ts'
import type { Lesson } from './lesson.ts'

export const FORMAT = 'weft/1'

export interface App {
  format: typeof FORMAT
  id: string
  name: string
  description?: string
  flows: Flow[]
  connections: Connection[]
  variables: AppVariable[]
  types: DataType[]
  scripts: Script[]
  tests: FlowTest[]
  /** Pinned answers of steps in runs from the studio; what is published, and `weft run`, does not know them. */
  mocks?: Mock[]
  /** The app this one was forked from. */
  cameFrom?: { id: string; name: string }
  /** What is to be learned with it. */
  lesson?: Lesson
}

export interface Flow {
  id: string
  name: string
  /** A main flow starts with a trigger; a sub-flow has none and is called. */
  trigger?: Step
  steps: Step[]
  samples: Sample[]
  settings: FlowSettings
}

export interface FlowSettings {
  /** Its runs go on after a kill. Default: those of a Scheduler. */
  durable?: boolean
  trace?: Trace
  /** How long a run may take, waits and all: a duration like `5 min`; a run that goes on after a kill begins anew. Default: a day. */
  timeLimit?: string
}

/** `full`: every value; `failures`: kept in memory, stored only if the run fails; `off`: the summary only. */
export type Trace = 'full' | 'failures' | 'off'

export interface Step {
  /** 8 characters base32, unique in the App, new on paste. */
  id: string
  /** `choice`, `http/request`, `kafka/publish`: the folder of its definition. */
  component: string
  version: number
  name: string
  /** Markdown. */
  note?: string
  /** Name or id of the data type of the payload after it (of a trigger: of what comes in). Helps while building, is never checked in a run. */
  payloadType?: string
  disabled?: boolean
  /** Id of the Connection it uses. */
  connection?: string
  config: Config
  branches?: Branch[]
}

export interface Branch {
  id: string
  /** `when`, `otherwise`, `body`, `worker`, `catch`: one of the definition's branch rules. */
  role: string
  config: Config
  steps: Step[]
}

export interface Connection {
  id: string
  connector: string
  name: string
  config: Config
}

export type Config = Record<string, FieldValue>
export type Scalar = string | number | boolean | null

/** What a field holds. A scalar literal is written bare. */
export type FieldValue =
  | Scalar
  | { mode: 'literal'; value: Tagged }
  | { mode: 'text' | 'expression' | 'code'; source: string; as?: TypeName }
  /** The value lives in the vault, never in the App. */
  | { mode: 'secret'; id: string }

/** `text`: text with `{{expression}}` in it (text-source.ts); `code`: a `def dw_process(msg)`. */
export type SourceMode = 'text' | 'expression' | 'code'

/** Any JSON; values outside JSON are tagged, see codec.ts. */
export type Tagged = null | boolean | number | string | Tagged[] | { [key: string]: Tagged }

export type TypeName =
  | 'any' | 'str' | 'int' | 'float' | 'decimal' | 'bool' | 'bytes' | 'list' | 'dict' | 'datetime' | 'date' | 'time' | 'none' // prettier-ignore

export interface AppVariable {
  id: string
  name: string
  type: TypeName
  value: Tagged
}
export interface DataType {
  id: string
  name: string
  /** JSON Schema 2020-12. Never validates at run time by itself. */
  schema: Tagged
}
export interface Script {
  id: string
  name: string
  source: string
}

/** A named input of a flow: what the manual trigger offers. */
export interface Sample {
  id: string
  name: string
  /** Text of the payload, which becomes an Entity; absent: None. */
  payload?: string
  /** `payload` is base64 of bytes. */
  base64?: boolean
  /** A payload that is no Entity, instead of `payload`. */
  value?: Tagged
  mime?: string
  attributes?: Tagged
  variables?: Tagged
}

export function emptyApp(id: string, name: string): App {
  return {
    format: FORMAT,
    id,
    name,
    flows: [],
    connections: [],
    variables: [],
    types: [],
    scripts: [],
    tests: [],
  }
}
