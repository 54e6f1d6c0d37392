// The data type that an app says a payload has at a step: that of the nearest step before it which names one.
import type { App, DataType, Flow, Step, Tagged } from './app.ts'
import { stepsOfFlow } from './walk.ts'

export interface DeclaredType {
  type: DataType
  /** The step that names it. */
  by: Step
}

export function typeNamed(types: readonly DataType[], name: string): DataType | undefined {
  return types.find((type) => type.name === name || type.id === name)
}

/** Steps above it in its list count, and at the top of a flow the trigger; what a scope hands to its branches is its own. */
export function typeBefore(app: App, flow: Flow, step: string): DeclaredType | undefined {
  for (const found of stepsOfFlow(flow)) {
    if (found.step.id !== step) continue
    const above = (found.branch?.steps ?? flow.steps).slice(0, Math.max(0, found.index))
    const all = flow.trigger && !found.branch && found.index >= 0 ? [flow.trigger, ...above] : above
    const by = all.findLast((one) => one.payloadType)
    const type = by && typeNamed(app.types, by.payloadType!)
    return type && { type, by }
  }
  return undefined
}

interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  items?: Shape
  enum?: Tagged[]
  const?: Tagged
  default?: Tagged
  examples?: Tagged[]
}
const deepest = 16

/** A value of this schema, for completion before there is data: examples and defaults where it has some, else empty ones. */
export function exampleOf(schema: Tagged, depth = 0): Tagged {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || depth > deepest) return null
  const shape = schema as Shape
  const own = shape.examples?.[0] ?? shape.default ?? shape.const ?? shape.enum?.[0]
  if (own !== undefined) return own
  const [type] = [shape.type ?? (shape.properties ? 'object' : 'null')].flat()
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, one]) => [
        name,
        exampleOf(one as Tagged, depth + 1),
      ]),
    )
  if (type === 'array') return shape.items ? [exampleOf(shape.items as Tagged, depth + 1)] : []
  return { string: '', integer: 0, number: 0.5, boolean: false }[type ?? ''] ?? null
}
