// Runs an operation of a protocol: fields into arguments, one call, its result into the message. A part that the result does
// not have stays as it was.
import type { Context, ProtocolStep, Run } from '../model/context.ts'
import { Data } from '../model/data.ts'
import type { Field } from '../model/definition.ts'
import { LoopSignal } from '../model/context.ts'
import { isScalar } from '../model/field-value.ts'
import { emptyDict, next, type Message } from '../model/message.ts'
import type { ProtocolManifest, ProtocolOperation } from '../model/protocol-manifest.ts'
import type { ConnectionValues, ProtocolResult } from '../model/protocol-link.ts'
import type { Value } from '../model/value.ts'

export function runOf(manifest: ProtocolManifest, operation: ProtocolOperation): Run {
  const stepOf = (message: Message, context: Context): ProtocolStep => ({
    protocol: manifest.id,
    operation: operation.id,
    arguments: argumentsOf(operation.fields, message, context),
    defaults: defaultsOf(manifest.fields),
    transactional: manifest.transactions === true,
    ...(manifest.target && { target: manifest.target }),
    repeatable: operation.repeatable === true,
  })
  if (operation.stream)
    return async (message, context) => await eachBatch(stepOf(message, context), message, context)
  return async (message, context) => merged(message, await context.protocol(stepOf(message, context)))
}

/** A trigger hands on the message it was started with. */
export const triggerRun: Run = (message) => message

export function merged(message: Message, { payload, attributes }: ProtocolResult): Message {
  return next(message, {
    ...(payload !== undefined && { payload: Data.of(payload) }),
    ...(attributes !== undefined && { attributes: Data.of(attributes) }),
  })
}

/** Runs the branch for each batch, in order; variables carry over. Afterwards the payload is the number of batches. */
async function eachBatch(step: ProtocolStep, message: Message, context: Context): Promise<Message> {
  const body = context.branches('body')[0]
  let { variables } = message
  let round = 0
  for await (const batch of context.protocolBatches(step)) {
    const own = variables.with('counter', Data.of(round))
    const start = merged(next(message, { attributes: emptyDict, variables: own }), batch)
    try {
      variables = (body ? await context.branch(body, start, round) : start).variables
    } catch (thrown) {
      if (!(thrown instanceof LoopSignal)) throw thrown
      variables = thrown.message.variables
      if (thrown.kind === 'break') {
        round++
        break
      }
    }
    round++
  }
  return next(message, {
    payload: Data.of(round),
    variables: variables.restored(['counter'], message.variables),
  })
}

export function argumentsOf(
  fields: readonly Field[],
  message: Message,
  context: Context,
): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const field of fields) {
    if (isHidden(field, context)) continue
    const value = argumentOf(field, message, context)
    if (value !== undefined) values.set(field.name, value)
  }
  return values
}

/** What the fields of a connection are where nobody filled them in. */
export function defaultsOf(fields: readonly Field[]): ConnectionValues {
  return Object.fromEntries(
    fields.flatMap(({ name, default: value }) => (isScalar(value) ? [[name, value]] : [])),
  )
}

/** A field that another one switches off counts for nothing. */
function isHidden({ when }: Field, context: Context): boolean {
  return when !== undefined && !when.is.includes(context.setting<string | boolean>(when.field))
}

function argumentOf({ name, kind }: Field, message: Message, context: Context): Value | undefined {
  switch (kind) {
    case 'value':
    case 'condition':
      return context.field(name, message)?.value
    case 'rows':
      return new Map<Value, Value>(context.rows(name, message).map(([row, data]) => [row, data.value]))
    case 'duration':
      return context.duration(name)
    default:
      return context.setting<string | number | boolean>(name) ?? undefined
  }
}
