// What a component says of itself. From this one description come the palette, the form, validation, the docs page,
// completion and the default tests. Data only: no code that runs a step.
import type { Config, FieldValue, Step, TypeName } from './app.ts'

export interface Text {
  en: string
  zh: string
}

export interface ComponentDefinition {
  /** The folder's name: `choice`, `http/request`. */
  id: string
  version: number
  kind: 'trigger' | 'step' | 'scope'
  group: Group
  /** lucide icon name, kebab-case. */
  icon: string
  label: Text
  /** Of an operation of an application or a protocol: its name, under which the operations stand together. */
  family?: Text
  summary: Text
  /** Extra words the palette's search finds it by. */
  keywords?: string
  fields: Field[]
  /** For scopes: which branches it has. */
  branches?: BranchRule[]
  /** Id of the connector whose Connection it takes. */
  connector?: string
  /** What the data panel shows before the first run. */
  output?(config: Config): Shape
  /** The one line under the name on the canvas; `code`: in the mono face. */
  line?(step: Step): { text: string; code?: boolean } | undefined
  faults: FaultRow[]
  /** It computes: it needs nothing from outside but the clock and chance, so that it can run in any worker. */
  pure?: boolean
  /** `migrations[n]` lifts a config of version n + 1 to n + 2. */
  migrations?: ((config: Config) => Config)[]
}

export type Group = 'trigger' | 'flow' | 'data' | 'errors' | 'parallel' | 'connector' | 'function'

export interface BranchRule {
  role: string
  label: Text
  min: number
  /** Absent: no ceiling. */
  max?: number
  fields: Field[]
  /** `loop`: Break and Continue may stand in it. `apart`: they cannot leave it, for it runs beside the flow or others. */
  holds?: 'loop' | 'apart'
}

export type FieldKind =
  /** Text, expression or code in DataWay; `modes` narrows it. */
  | 'value'
  /** A condition: expression or code with a truth value. */
  | 'condition'
  | 'string'
  | 'number'
  | 'boolean'
  /** One of `options`; with `multiple` a comma-separated string of them. */
  | 'select'
  /** A number of seconds or text with a unit, `250 ms` (duration.ts). `min` and `max` are seconds. */
  | 'duration'
  /**
   * Rows of name and value (headers, query, variables). Stored as `{mode: 'literal', value: [[name, FieldValue], …]}`, or as
   * an expression or code that gives a dict; a list value repeats the name.
   */
  | 'rows'
  /** Id of a flow of the app. */
  | 'flow'
  /** Name or id of a data type of the app. */
  | 'dataType'
  | 'cron'
  | 'zone'
  | 'secret'
  /** Fault patterns: `ANY`, `HTTP:5XX`. Stored as one comma-separated string. */
  | 'patterns'
  /** Several lines of plain text. */
  | 'lines'

export interface Field {
  name: string
  kind: FieldKind
  label: Text
  help?: Text
  required?: boolean
  default?: FieldValue
  /** For `value`: the modes offered, default all three. */
  modes?: ('text' | 'expression' | 'code')[]
  /** For `value` and `rows`: the type that text gives when it says none itself; text alone would make a list of its parts. */
  type?: TypeName
  /** For `string`: offered, and anything else may be written. */
  options?: { value: string; label: Text }[]
  /** For `select`: several may be chosen. */
  multiple?: boolean
  min?: number
  max?: number
  unit?: Text
  placeholder?: string
  /** Shown and used only when another field has one of these values. */
  when?: { field: string; is: (string | boolean)[] }
  /** Its script sees each item of a list as the payload: what it gives for the step's own message says nothing. */
  sees?: 'item'
  /** Under "More" in the form. */
  advanced?: boolean
}

/** The form of a value before it exists: enough for completion and the data panel. */
export type Shape =
  | { type: TypeName | 'entity' | 'unknown' }
  | { type: 'dict'; fields: Record<string, Shape> }
  | { type: 'list'; items: Shape }

export interface FaultRow {
  code: string
  when: Text
  hint: Text
}

/** An example of a component: shown in its docs, run as a test. */
export interface Example {
  title: Text
  step: Omit<Step, 'id' | 'version'> & { version?: number }
  /** Payload as tagged JSON; attributes and variables too. */
  input: { payload?: unknown; attributes?: unknown; variables?: Record<string, unknown> }
  output?: { payload?: unknown; attributes?: unknown; variables?: Record<string, unknown> }
  fault?: string
}

export interface ConnectorDefinition {
  /** Whether a connection works can be seen: a protocol opens and closes it; else this step with it goes well. */
  testable?: true | Pick<Step, 'component' | 'config'>
  id: string
  label: Text
  summary: Text
  icon: string
  fields: Field[]
}
