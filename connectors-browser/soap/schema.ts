// What of XML Schema a message needs: in which order and namespace its elements stand, which repeat, which may be nil.
import { child, childrenOf, qualifiedName, type XmlNode } from './xml.ts'

export interface ElementRule {
  name: string
  /** Empty: unqualified. */
  namespace: string
  type: TypeRule
  repeats: boolean
  optional: boolean
  nillable: boolean
}
export interface TypeRule {
  /** Elements in order; empty for a simple type. */
  elements: ElementRule[]
  attributes: string[]
  /** Name of a simple type: `int`, `string`. */
  simple?: string
}

const xsd = 'http://www.w3.org/2001/XMLSchema'
const deepest = 40

export class Schemas {
  readonly #elements = new Map<string, XmlNode>()
  readonly #types = new Map<string, XmlNode>()
  readonly #groups = new Map<string, XmlNode>()
  /** The schema element that each definition stands in. */
  readonly #owner = new Map<XmlNode, XmlNode>()
  readonly #made = new Map<XmlNode, TypeRule>()

  /** `target`: the namespace of an included schema that names none itself. */
  add(schema: XmlNode, target = schema.attributes['targetNamespace'] ?? ''): void {
    for (const one of schema.children) {
      const { name } = one.attributes
      if (name === undefined) continue
      this.#own(one, { ...schema, attributes: { ...schema.attributes, targetNamespace: target } })
      const table = { element: this.#elements, complexType: this.#types, simpleType: this.#types, group: this.#groups }[one.name] // prettier-ignore
      table?.set(`${target} ${name}`, one)
    }
  }
  #own(node: XmlNode, schema: XmlNode): void {
    this.#owner.set(node, schema)
    for (const inside of node.children) this.#own(inside, schema)
  }

  element(namespace: string, name: string): ElementRule | undefined {
    const node = this.#elements.get(`${namespace} ${name}`)
    return node && this.#elementRule(node, namespace, 0)
  }
  /** The rule of a type by name; a type of XML Schema itself is simple. */
  type(namespace: string, name: string, depth = 0): TypeRule {
    if (namespace === xsd) return { elements: [], attributes: [], simple: name }
    const node = this.#types.get(`${namespace} ${name}`)
    return node ? this.#typeRule(node, depth) : { elements: [], attributes: [] }
  }

  #elementRule(node: XmlNode, namespace: string, depth: number): ElementRule {
    const { attributes } = node
    const most = attributes['maxOccurs'] ?? '1'
    const base = {
      repeats: most === 'unbounded' || Number(most) > 1,
      optional: attributes['minOccurs'] === '0',
      nillable: attributes['nillable'] === 'true',
    }
    const { ref } = attributes
    if (ref !== undefined) {
      const target = qualifiedName(node, ref)
      const found = depth > deepest ? undefined : this.#elements.get(`${target.namespace} ${target.name}`)
      const rule = found && this.#elementRule(found, target.namespace, depth + 1)
      return { ...target, type: rule?.type ?? { elements: [], attributes: [] }, ...base }
    }
    return { name: attributes['name'] ?? '', namespace, type: this.#typeOf(node, depth), ...base }
  }

  #typeOf(node: XmlNode, depth: number): TypeRule {
    if (depth > deepest) return { elements: [], attributes: [] }
    const { type } = node.attributes
    if (type !== undefined) {
      const { namespace, name } = qualifiedName(node, type)
      return this.type(namespace, name, depth + 1)
    }
    const inner = child(node, 'complexType') ?? child(node, 'simpleType')
    return inner ? this.#typeRule(inner, depth) : { elements: [], attributes: [] }
  }

  /** A type that contains itself is the same object inside: it is made before its content is. */
  #typeRule(node: XmlNode, depth: number): TypeRule {
    const known = this.#made.get(node)
    if (known) return known
    const rule: TypeRule = { elements: [], attributes: [] }
    this.#made.set(node, rule)
    if (node.name === 'simpleType') {
      const base = child(node, 'restriction')
      rule.simple = base?.attributes['base'] ? qualifiedName(base, base.attributes['base']).name : 'string'
      return rule
    }
    this.#fill(rule, node, depth + 1)
    return rule
  }

  #fill(rule: TypeRule, node: XmlNode, depth: number): void {
    for (const one of node.children) {
      if (one.name === 'complexContent' || one.name === 'simpleContent') this.#fill(rule, one, depth)
      else if (one.name === 'extension' || one.name === 'restriction') this.#derive(rule, one, depth)
      else if (one.name === 'attribute')
        rule.attributes.push(one.attributes['name'] ?? one.attributes['ref'] ?? '') // prettier-ignore
      else if (/^(sequence|all|choice)$/.test(one.name)) this.#particles(rule, one, depth)
      else if (one.name === 'group') this.#group(rule, one, depth)
    }
  }
  #derive(rule: TypeRule, node: XmlNode, depth: number): void {
    const { base } = node.attributes
    if (base !== undefined) {
      const { namespace, name } = qualifiedName(node, base)
      const from = this.type(namespace, name, depth + 1)
      if (from.simple) rule.simple = from.simple
      if (node.name === 'extension') {
        rule.elements.push(...from.elements)
        rule.attributes.push(...from.attributes)
      }
    }
    this.#fill(rule, node, depth)
  }
  #particles(rule: TypeRule, node: XmlNode, depth: number): void {
    const repeats = node.attributes['maxOccurs'] === 'unbounded'
    for (const one of node.children) {
      if (one.name === 'element') {
        const element = this.#elementRule(one, this.#localNamespace(one), depth + 1)
        rule.elements.push({
          ...element,
          repeats: element.repeats || repeats,
          optional: element.optional || node.name === 'choice',
        })
      } else if (/^(sequence|all|choice)$/.test(one.name)) this.#particles(rule, one, depth)
      else if (one.name === 'group') this.#group(rule, one, depth)
    }
  }
  #group(rule: TypeRule, node: XmlNode, depth: number): void {
    const { ref } = node.attributes
    if (ref === undefined || depth > deepest) return
    const { namespace, name } = qualifiedName(node, ref)
    const found = this.#groups.get(`${namespace} ${name}`)
    if (found) this.#fill(rule, found, depth + 1)
  }
  /** An element inside a type is qualified by its own word, or by that of its schema. */
  #localNamespace(node: XmlNode): string {
    const schema = this.#owner.get(node)
    const form = node.attributes['form'] ?? schema?.attributes['elementFormDefault'] ?? 'unqualified'
    return form === 'qualified' ? (schema?.attributes['targetNamespace'] ?? '') : ''
  }
}

/** Addresses of schemas that a schema stands on. */
export function schemaLocations(schema: XmlNode): { location: string; isInclude: boolean }[] {
  return [...childrenOf(schema, 'import'), ...childrenOf(schema, 'include')].flatMap((one) => {
    const location = one.attributes['schemaLocation']
    return location === undefined ? [] : [{ location, isInclude: one.name === 'include' }]
  })
}
