// Problems of a whole App, found without running it: unknown components, missing or impossible fields, syntax errors,
// references to what is not there, steps that cannot stand where they stand. Publishing is refused while there is an error.
import type { App, Branch, Config, FieldValue, Flow, SourceMode, Step } from './app.ts'
import type { ComponentDefinition, Field } from './definition.ts'
import { milliseconds } from './duration.ts'
import { isFault, toFault, type Diagnostic } from './fault.ts'
import { isScalar, isSet, isShown, rowsOf, sourceOf } from './field-value.ts'
import { scopesAround, stepsOfFlow, within } from './walk.ts'

export interface AppProblem {
  severity: 'error' | 'warning'
  code: string
  /** English; the studio says it in another language by code and `data`. */
  message: string
  hint?: string
  data?: Record<string, string | number>
  flow?: string
  step?: string
  /** Branch whose field it is. */
  branch?: string
  field?: string
  line?: number
  column?: number
}

export interface CheckTools {
  definition(id: string): ComponentDefinition | undefined
  /** Problems of a script; absent: scripts are not looked at. */
  check?(source: string, mode: SourceMode): Diagnostic[]
  /** Throws what is wrong with a cron text (cron.ts, which is loaded when it is needed). */
  readCron(text: string): void
}

export function checkApp(app: App, tools: CheckTools): AppProblem[] {
  return app.flows.flatMap((flow) => [
    ...checkSettings(flow),
    ...[...stepsOfFlow(flow)].flatMap(({ step, index }) =>
      checkStep(app, flow, step, index < 0, tools).map((problem) => ({
        ...problem,
        flow: flow.id,
        step: step.id,
      })),
    ),
  ])
}

function checkSettings({ id, settings: { timeLimit } }: Flow): AppProblem[] {
  try {
    if (timeLimit !== undefined) milliseconds(timeLimit)
    return []
  } catch (thrown) {
    const { message, hint } = toFault(thrown)
    return [
      {
        ...error('APP:FIELD_VALUE', message, hint === undefined ? {} : { hint }),
        flow: id,
        field: 'timeLimit',
      },
    ]
  }
}

function checkStep(app: App, flow: Flow, step: Step, isTrigger: boolean, tools: CheckTools): AppProblem[] {
  const definition = tools.definition(step.component)
  if (!definition)
    return [
      error('APP:UNKNOWN_COMPONENT', `There is no component ${step.component} in this Weft.`, {
        hint: 'Delete the step, or open the app with a newer Weft.',
        data: { component: step.component },
      }),
    ]
  const problems: AppProblem[] = []
  if (step.version > definition.version)
    problems.push(
      error(
        'APP:NEWER_COMPONENT',
        `${step.component} has version ${step.version}, newer than ${definition.version}.`,
        {
          hint: 'Open the app with a newer Weft.',
        },
      ),
    )
  if (isTrigger !== (definition.kind === 'trigger'))
    problems.push(
      error('APP:TRIGGER_PLACE', 'A trigger stands only at the start of a flow, and only a trigger does.'),
    )
  problems.push(...checkFields(app, definition.fields, step.config, tools))
  problems.push(...checkConnection(app, definition, step))
  problems.push(...checkBranches(app, definition, step.branches ?? [], tools))
  if (step.config['workers'] === true) problems.push(...checkWorkers(step, tools))
  if (step.component === 'break' || step.component === 'continue')
    problems.push(...checkLoop(app, step, tools))
  return problems
}

function checkFields(app: App, fields: readonly Field[], config: Config, tools: CheckTools): AppProblem[] {
  return fields
    .filter((field) => isShown(field, config, fields))
    .flatMap((field) =>
      checkField(app, field, config[field.name], tools).map((problem) => ({ ...problem, field: field.name })),
    )
}

function checkField(app: App, field: Field, value: FieldValue | undefined, tools: CheckTools): AppProblem[] {
  if (!isSet(value))
    return field.required && !isSet(field.default)
      ? [error('APP:FIELD_MISSING', `${field.label.en} is not set.`, { data: { field: field.name } })]
      : []
  const source = sourceOf(value)
  if (source) return tools.check?.(source.source, source.mode).map(fromDiagnostic) ?? []
  if (field.kind === 'rows') {
    const rows = rowsOf(value)
    if (!rows) return [error('APP:FIELD_VALUE', `${field.label.en} is neither rows nor a script.`)]
    return rows.flatMap(([, cell]) => {
      const inner = sourceOf(cell)
      return inner ? (tools.check?.(inner.source, inner.mode).map(fromDiagnostic) ?? []) : []
    })
  }
  return isScalar(value) ? checkScalar(app, field, value, tools) : []
}

function checkScalar(
  app: App,
  field: Field,
  value: string | number | boolean | null,
  tools: CheckTools,
): AppProblem[] {
  const bad = (why: string) =>
    error('APP:FIELD_VALUE', `${field.label.en}: ${why}`, {
      data: { field: field.name, value: String(value) },
    })
  try {
    if (field.kind === 'number' && typeof value !== 'number') return [bad(`${value} is not a number.`)]
    if (field.kind === 'number' || field.kind === 'duration') {
      const amount = field.kind === 'number' ? Number(value) : milliseconds(value as string | number) / 1000
      if (field.min !== undefined && amount < field.min) return [bad(`${value} is less than ${field.min}.`)]
      if (field.max !== undefined && amount > field.max) return [bad(`${value} is more than ${field.max}.`)]
    }
    if (field.kind === 'select') {
      const chosen = field.multiple ? String(value).split(',') : [String(value)]
      const strange = chosen.find((one) => !field.options?.some((option) => option.value === one.trim()))
      if (strange !== undefined) return [bad(`${strange} is not one of its options.`)]
    }
    if (field.kind === 'cron') tools.readCron(String(value))
    if (field.kind === 'flow' && !app.flows.some((flow) => flow.id === value))
      return [
        error('CORE:NO_FLOW', 'The flow it calls is not in this app.', { hint: 'Choose another flow.' }),
      ]
    return []
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    const { code, message, hint } = toFault(thrown)
    return [error(code, message, { hint, data: { field: field.name, value: String(value) } })]
  }
}

function checkConnection(app: App, definition: ComponentDefinition, step: Step): AppProblem[] {
  if (!step.connection) return []
  const connection = app.connections.find((c) => c.id === step.connection)
  if (!connection)
    return [
      error('APP:NO_CONNECTION', 'Its connection is not in this app.', {
        hint: 'Choose or add a connection.',
        field: 'connection',
      }),
    ]
  if (definition.connector && connection.connector !== definition.connector)
    return [
      error(
        'APP:NO_CONNECTION',
        `Its connection is for ${connection.connector}, not for ${definition.connector}.`,
        {
          field: 'connection',
        },
      ),
    ]
  return []
}

function checkBranches(
  app: App,
  definition: ComponentDefinition,
  branches: readonly Branch[],
  tools: CheckTools,
): AppProblem[] {
  const rules = definition.branches ?? []
  const problems: AppProblem[] = []
  for (const rule of rules) {
    const count = branches.filter((branch) => branch.role === rule.role).length
    if (count < rule.min || (rule.max !== undefined && count > rule.max))
      problems.push(
        error(
          'APP:BRANCHES',
          `It has ${count} branches “${rule.label.en}”; ${rule.min} to ${rule.max ?? 'any'} go.`,
          {
            data: { role: rule.role, count },
          },
        ),
      )
  }
  for (const branch of branches) {
    const rule = rules.find((one) => one.role === branch.role)
    if (!rule) problems.push(error('APP:BRANCHES', `It has no branch of the kind ${branch.role}.`))
    else
      problems.push(
        ...checkFields(app, rule.fields, branch.config, tools).map((problem) => ({
          ...problem,
          branch: branch.id,
        })),
      )
  }
  return problems
}

/** Branches that are to run in parallel workers, and cannot: they run all the same, in one worker. */
function checkWorkers(step: Step, tools: CheckTools): AppProblem[] {
  for (const branch of step.branches ?? [])
    for (const inner of within(branch.steps)) {
      const known = tools.definition(inner.component)
      if (inner.disabled || !known || known.pure) continue
      const name = inner.name || inner.component
      const message = `${name} does not only compute: its branch runs in one worker.`
      return [
        { severity: 'warning', code: 'CORE:ONE_WORKER', message, field: 'workers', data: { step: name } },
      ]
    }
  return []
}

function checkLoop(app: App, step: Step, tools: CheckTools): AppProblem[] {
  for (const scope of scopesAround(app, step.id)) {
    const rules = tools.definition(scope.component)?.branches ?? []
    if (rules.some(({ holds }) => holds === 'loop')) return []
    if (rules.some(({ holds }) => holds === 'apart'))
      return [
        error(
          'CORE:NO_LOOP',
          `It stands in ${scope.name || scope.component}, whose branches run beside each other.`,
          {
            hint: 'Filter the list before, or use For Each.',
          },
        ),
      ]
  }
  return [
    error('CORE:NO_LOOP', 'It stands outside of any loop.', { hint: 'Move it into a For Each or While.' }),
  ]
}

function fromDiagnostic(found: Diagnostic): AppProblem {
  const { severity, code, message, hint, line, column } = found
  return { severity: severity === 'error' ? 'error' : 'warning', code, message, hint, line, column }
}

function error(code: string, message: string, more: Partial<AppProblem> = {}): AppProblem {
  return { severity: 'error', code, message, ...more }
}
