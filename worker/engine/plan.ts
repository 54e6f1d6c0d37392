// A flow made ready to run: each step with its code, its fields with defaults in place. Made once per flow and kept as
// long as the App lives, so that starting a run costs next to nothing.
import type { App, Branch, Config, FieldValue, Flow, Step, TypeName } from '../model/app.ts'
import type { StepCode, Registry } from '../model/registry.ts'
import type { ComponentDefinition, Field } from '../model/definition.ts'
import type { Data } from '../model/data.ts'
import type { Program } from '../model/dataway.ts'
import { fault, type Fault } from '../model/fault.ts'
import { isShown } from '../model/field-value.ts'

export interface PlannedField {
  readonly name: string
  readonly value: FieldValue | undefined
  /** Type of the result where the value is text and says none itself. */
  readonly textAs?: TypeName
  /** Filled at first use. */
  constant?: Data
  program?: Program
  /** For rows: the field of each row's value; `made` where a script makes the rows. Filled at first use. */
  rows?: { readonly name: string; readonly cell: PlannedField }[] | 'made'
}
export type PlannedFields = Map<string, PlannedField>

export interface PlannedStep {
  readonly step: Step
  readonly definition: ComponentDefinition | undefined
  readonly code: StepCode | undefined
  readonly fields: PlannedFields
  /** By id. */
  readonly branches: ReadonlyMap<string, PlannedBranch>
  readonly roles: ReadonlyMap<string, readonly Branch[]>
}
export interface PlannedBranch {
  readonly branch: Branch
  readonly fields: PlannedFields
  readonly steps: readonly PlannedStep[]
}
export interface PlannedFlow {
  readonly flow: Flow
  readonly trigger: PlannedStep | undefined
  readonly steps: readonly PlannedStep[]
}

const plans = new WeakMap<App, Map<string, PlannedFlow>>()

/** `flow` is of this App, whose components the registry has loaded. */
export function planOf(app: App, flow: Flow, registry: Registry): PlannedFlow {
  let flows = plans.get(app)
  if (!flows) plans.set(app, (flows = new Map()))
  let plan = flows.get(flow.id)
  if (!plan) flows.set(flow.id, (plan = planFlow(flow, registry)))
  return plan
}

/** Throws CORE:NO_FLOW when the App has no such flow. */
export function flowOf(app: App, id: string): Flow {
  const flow = app.flows.find((one) => one.id === id)
  if (!flow)
    throw fault('CORE:NO_FLOW', `There is no flow ${id} in the app ${app.name}.`, {
      hint: 'Choose another flow.',
      data: { flow: id },
    })
  return flow
}

export function unknownComponent(component: string): Fault {
  return fault('APP:UNKNOWN_COMPONENT', `There is no component ${component} in this Weft.`, {
    hint: 'Delete the step, or open the app with a newer Weft.',
    data: { component },
  })
}

function planFlow(flow: Flow, registry: Registry): PlannedFlow {
  return {
    flow,
    trigger: flow.trigger && planStep(flow.trigger, registry),
    steps: flow.steps.map((step) => planStep(step, registry)),
  }
}

function planStep(step: Step, registry: Registry): PlannedStep {
  const definition = registry.definition(step.component)
  const config = migrated(step, definition)
  const branches = (step.branches ?? []).map((branch): [string, PlannedBranch] => {
    const rule = definition?.branches?.find((one) => one.role === branch.role)
    return [
      branch.id,
      {
        branch,
        fields: planFields(rule?.fields ?? [], branch.config),
        steps: branch.steps.map((inner) => planStep(inner, registry)),
      },
    ]
  })
  return {
    step,
    definition,
    code: registry.code(step.component),
    fields: planFields(definition?.fields ?? [], config),
    branches: new Map(branches),
    roles: byRole(step.branches ?? []),
  }
}

function byRole(branches: readonly Branch[]): ReadonlyMap<string, readonly Branch[]> {
  const roles = new Map<string, Branch[]>()
  for (const branch of branches) roles.set(branch.role, [...(roles.get(branch.role) ?? []), branch])
  return roles
}

/** A field that does not count for this config has no value, whatever is written there. */
function planFields(fields: readonly Field[], config: Config): PlannedFields {
  return new Map(
    fields.map((field) => {
      const written = config[field.name]
      const value = written === undefined || written === '' ? field.default : written
      const shown = isShown(field, config, fields) ? value : undefined
      return [field.name, { name: field.name, value: shown, textAs: field.type }]
    }),
  )
}

function migrated(step: Step, definition: ComponentDefinition | undefined): Config {
  let config = step.config
  const migrations = definition?.migrations ?? []
  for (let version = step.version; version < (definition?.version ?? 1); version++)
    config = migrations[version - 1]?.(config) ?? config
  return config
}
