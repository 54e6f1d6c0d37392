// Calls an operation of a protocol the way a step does.
import { protocolManifests } from '../../../relay/protocols.ts'
import { isScalar } from '../../../worker/model/field-value.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { ProtocolLink, ProtocolResult } from '../../../worker/model/protocol-link.ts'

export type Caller = ((operation: string, values?: Record<string, Value>) => Promise<Value | undefined>) & {
  whole(operation: string, values?: Record<string, Value>, transaction?: string): Promise<ProtocolResult>
  batches(operation: string, values?: Record<string, Value>): Promise<ProtocolResult[]>
}

export function caller(
  link: ProtocolLink,
  protocol: string,
  connection: Record<string, string | number | boolean | null>,
): Caller {
  const { signal } = new AbortController()
  const { operations } = protocolManifests.get(protocol)!
  /** Of fields that are left as they are. */
  const standard = (operation: string): [string, Value][] =>
    (operations.find(({ id }) => id === operation)?.fields ?? []).flatMap(({ name, default: value }) =>
      value !== undefined && isScalar(value) ? [[name, value] as [string, Value]] : [],
    )
  const of = (operation: string, values: Record<string, Value>, transaction?: string) => ({
    protocol,
    operation,
    connection,
    arguments: new Map([...standard(operation), ...Object.entries(values)]),
    ...(transaction !== undefined && { transaction }),
  })
  const whole: Caller['whole'] = (operation, values = {}, transaction) =>
    link.call(of(operation, values, transaction), signal)
  const call = async (operation: string, values: Record<string, Value> = {}) =>
    (await whole(operation, values)).payload
  const batches: Caller['batches'] = async (operation, values = {}) => {
    const found: ProtocolResult[] = []
    for await (const batch of link.stream(of(operation, values), signal)) found.push(batch)
    return found
  }
  return Object.assign(call, { whole, batches })
}
