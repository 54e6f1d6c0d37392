// XML as a tree with its namespaces resolved, read by fast-xml-parser; and text that is safe in XML. A document type is refused:
// nothing here needs entities of its own.
import { XMLParser } from 'fast-xml-parser'
import { fault } from '../../worker/model/fault.ts'

export interface XmlNode {
  /** Without its prefix. */
  name: string
  namespace: string
  /** By name as written, without namespace declarations. */
  attributes: Record<string, string>
  children: XmlNode[]
  /** Text right inside it, joined. */
  text: string
  /** Prefixes in force here. */
  prefixes: Readonly<Record<string, string>>
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
  cdataPropName: '#cdata',
})
const deepest = 200

/** The root. Throws SOAP:XML for what is no XML, has a document type, or is nested too deep. */
export function parseXml(text: string): XmlNode {
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw notXml('it has a document type')
  let parsed: Ordered[]
  try {
    parsed = parser.parse(text) as Ordered[]
  } catch (thrown) {
    throw notXml((thrown as Error).message)
  }
  const root = nodesOf(parsed, { xml: 'http://www.w3.org/XML/1998/namespace' }, 0)[0]
  if (!root) throw notXml('it has no element')
  return root
}

type Ordered = Record<string, unknown> & { ':@'?: Record<string, string> }

function nodesOf(list: Ordered[], prefixes: Record<string, string>, depth: number): XmlNode[] {
  if (depth > deepest) throw notXml('it is nested too deep')
  return list.flatMap((one): XmlNode[] => {
    const tag = Object.keys(one).find((key) => key !== ':@')
    if (tag === undefined || tag.startsWith('#') || tag.startsWith('?')) return []
    const given = one[':@'] ?? {}
    const own = { ...prefixes }
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(given)) {
      if (name === 'xmlns') own[''] = value
      else if (name.startsWith('xmlns:')) own[name.slice(6)] = value
      else attributes[name] = value
    }
    const inside = one[tag] as Ordered[]
    const [prefix, local] = tag.includes(':') ? (tag.split(':', 2) as [string, string]) : ['', tag]
    const text = inside
      .map((part) => part['#text'] ?? (part['#cdata'] as Ordered[] | undefined)?.[0]?.['#text'] ?? '')
      .join('')
    const children = nodesOf(inside, own, depth + 1)
    return [{ name: local, namespace: own[prefix] ?? '', attributes, children, text, prefixes: own }]
  })
}

/** `tns:Order` in an attribute → namespace and name. */
export function qualifiedName(node: XmlNode, text: string): { namespace: string; name: string } {
  const [prefix, name] = text.includes(':') ? (text.split(':', 2) as [string, string]) : ['', text]
  return { namespace: node.prefixes[prefix] ?? '', name }
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name)
}
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? []
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Text for an element or an attribute in double quotes. Characters that XML does not have are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (char) => entities[char]!)
}
/** Throws SOAP:NAME for what cannot be the name of an element. */
export function xmlName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(name)) return name
  throw fault('SOAP:NAME', `${JSON.stringify(name.slice(0, 80))} cannot be the name of an element.`, {
    hint: 'Names have letters, digits, -, _ and ., and begin with a letter.',
  })
}

function notXml(why: string) {
  return fault('SOAP:XML', `This is not XML that can be read: ${why.slice(0, 200)}.`, {
    hint: 'Look at what the server really answers, e.g. with HTTP Request.',
  })
}
