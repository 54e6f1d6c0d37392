// SOAP Operations: the operations of a service with the outline of their messages.
import type { Run } from '../../../worker/model/context.ts'
import { Data } from '../../../worker/model/data.ts'
import { next } from '../../../worker/model/message.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { ElementRule } from '../schema.ts'
import { serviceOf } from '../service.ts'
import type { Part } from '../wsdl.ts'

const deepest = 6

const list: Run = async (message, context) => {
  const { operations } = await serviceOf(context)
  const rows = operations.map(({ name, service, port, version, address, action, input, output }): Value => {
    const plain = Object.entries({ name, service, port, version, address, action })
    return new Map<Value, Value>([...plain, ['input', outline(input)], ['output', outline(output)]])
  })
  return next(message, { payload: Data.of(rows) })
}
export default list

function outline(parts: Part[]): Value {
  return new Map<Value, Value>(parts.map(({ name, element }) => [element?.name ?? name, element ? shape(element, 0) : 'string'])) // prettier-ignore
}
/** A dict of what stands inside, the name of a simple type, a list around what repeats. */
function shape({ type, repeats }: ElementRule, depth: number): Value {
  const inside: Value =
    type.elements.length === 0
      ? (type.simple ?? 'string')
      : depth >= deepest
        ? '…'
        : new Map<Value, Value>(type.elements.map((one) => [one.name, shape(one, depth + 1)]))
  return repeats ? [inside] : inside
}
