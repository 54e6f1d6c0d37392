// The fields that a data type asks for, put into a mapping without values: to be mapped by hand, by a drop, by equal names. Pure.
import type { SourceMode, Tagged } from '../../worker/model/app.ts'
import { quote } from '../inspector/mode-switch.ts'
import { mappingOf, type Target } from './mapping.ts'
import { withField } from './mapping-edit.ts'

interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
}
const deepest = 8

const shapeOf = (schema: Tagged): Shape =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? (schema as Shape) : {}

export function missingNames(schema: Tagged, root: Target | undefined): string[] {
  const has = new Set(root?.children.map(({ key }) => key))
  return Object.keys(shapeOf(schema).properties ?? {}).filter((name) => !has.has(name))
}

/** The text of a dict with each missing field at its end. */
export function withMissing(source: string, mode: SourceMode, schema: Tagged): string {
  const { properties = {} } = shapeOf(schema)
  const first = mappingOf(source, mode).root
  return missingNames(schema, first).reduce((text, name) => {
    const root = mappingOf(text, mode).root
    return root ? withField(text, root, name, emptyOf(properties[name]!, 1)) : text
  }, source)
}

/** A value of this shape that nothing is mapped to: dicts with their fields, also for the items of a list, which a drop makes a loop. */
function emptyOf(shape: Shape, depth: number): string {
  const inner = shape.properties ?? shape.items?.properties
  if (!inner || depth > deepest) return 'None'
  const fields = Object.entries(inner).map(([name, one]) => `${quote(name, "'")}: ${emptyOf(one, depth + 1)}`)
  return `{${fields.join(', ')}}`
}
