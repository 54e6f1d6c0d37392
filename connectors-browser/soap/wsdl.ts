// WSDL 1.1 (w3.org/TR/wsdl) with the bindings of SOAP 1.1 and 1.2: which operations there are, where they are called, what their
// messages are made of.
import { fault } from '../../worker/model/fault.ts'
import { schemaLocations, Schemas, type ElementRule } from './schema.ts'
import { child, childrenOf, parseXml, qualifiedName, type XmlNode } from './xml.ts'

export type SoapVersion = '1.1' | '1.2'

export interface Operation {
  name: string
  service: string
  port: string
  version: SoapVersion
  address: string
  action: string
  style: 'document' | 'rpc'
  encoded: boolean
  /** Namespace of the wrapper of an rpc call. */
  namespace: string
  input: Part[]
  output: Part[]
}
export interface Part {
  name: string
  element: ElementRule | undefined
}

const bindings: Record<string, SoapVersion> = {
  'http://schemas.xmlsoap.org/wsdl/soap/': '1.1',
  'http://schemas.xmlsoap.org/wsdl/soap12/': '1.2',
}
const mostDocuments = 50

/**
 * `read` gives the text of another document of the description by its address. Throws SOAP:WSDL for what is no WSDL 1.1 with a
 * SOAP port.
 */
export async function readWsdl(
  text: string,
  base: string,
  read: (url: string) => Promise<string>,
): Promise<Operation[]> {
  const documents = new Map<string, XmlNode>()
  const schemas = new Schemas()
  await collect({ root: parseXml(text), base, read, documents, schemas })
  const definitions = [...documents.values()].filter((root) => root.name === 'definitions')
  const operations = definitions.flatMap((root) => servicesOf(root, definitions, schemas))
  if (operations.length === 0) throw noWsdl('it has no port for SOAP over HTTP')
  return operations
}

interface Collecting {
  root: XmlNode
  base: string
  read(url: string): Promise<string>
  documents: Map<string, XmlNode>
  schemas: Schemas
  /** Of a schema that is included: the namespace of the including one. */
  target?: string
}

async function collect({ root, base, read, documents, schemas, target }: Collecting): Promise<void> {
  if (documents.has(base) || documents.size >= mostDocuments) return
  documents.set(base, root)
  if (root.name !== 'definitions' && root.name !== 'schema') throw noWsdl(`its root is ${root.name}`)
  const found = root.name === 'schema' ? [root] : childrenOf(child(root, 'types'), 'schema')
  for (const schema of found) {
    const own = schema.attributes['targetNamespace'] ?? target ?? ''
    schemas.add(schema, own)
    for (const { location, isInclude } of schemaLocations(schema))
      await follow(location, isInclude ? own : undefined)
  }
  for (const { attributes } of childrenOf(root, 'import'))
    if (root.name === 'definitions' && attributes['location']) await follow(attributes['location'])

  async function follow(location: string, within?: string): Promise<void> {
    if (!URL.canParse(location, base || undefined)) return
    const url = new URL(location, base || undefined).href
    if (documents.has(url)) return
    await collect({ root: parseXml(await read(url)), base: url, read, documents, schemas, ...(within !== undefined && { target: within }) }) // prettier-ignore
  }
}

function servicesOf(root: XmlNode, all: XmlNode[], schemas: Schemas): Operation[] {
  return childrenOf(root, 'service').flatMap((service) =>
    childrenOf(service, 'port').flatMap((port) => {
      const address = port.children.find((one) => one.name === 'address' && bindings[one.namespace])
      const named = qualifiedName(port, port.attributes['binding'] ?? '')
      const binding = address && find(all, 'binding', named.name)
      if (!address || !binding) return []
      const place = {
        service: service.attributes['name'] ?? '',
        port: port.attributes['name'] ?? '',
        version: bindings[address.namespace]!,
        address: address.attributes['location'] ?? '',
      }
      return operationsOf(binding, all, schemas).map((one) => ({ ...place, ...one }))
    }),
  )
}

type OfBinding = Omit<Operation, 'service' | 'port' | 'version' | 'address'>

function operationsOf(binding: XmlNode, all: XmlNode[], schemas: Schemas): OfBinding[] {
  const style = binding.children.find((one) => one.name === 'binding' && bindings[one.namespace])
  const type = find(all, 'portType', qualifiedName(binding, binding.attributes['type'] ?? '').name)
  return childrenOf(binding, 'operation').map((operation): OfBinding => {
    const name = operation.attributes['name'] ?? ''
    const soap = operation.children.find((one) => one.name === 'operation' && bindings[one.namespace])
    const body = child(child(operation, 'input'), 'body')
    const abstract = childrenOf(type, 'operation').find((one) => one.attributes['name'] === name)
    const parts = (direction: 'input' | 'output'): Part[] => {
      const message = child(abstract, direction)?.attributes['message']
      return message ? partsOf(find(all, 'message', message.split(':').at(-1)!), schemas) : []
    }
    const written = soap?.attributes['style'] ?? style?.attributes['style'] ?? 'document'
    return {
      name,
      action: soap?.attributes['soapAction'] ?? '',
      style: written === 'rpc' ? 'rpc' : 'document',
      encoded: body?.attributes['use'] === 'encoded',
      namespace: body?.attributes['namespace'] ?? '',
      input: parts('input'),
      output: parts('output'),
    }
  })
}

function partsOf(message: XmlNode | undefined, schemas: Schemas): Part[] {
  return childrenOf(message, 'part').map((part): Part => {
    const { name = '', element, type } = part.attributes
    if (element !== undefined) {
      const wanted = qualifiedName(part, element)
      return { name, element: schemas.element(wanted.namespace, wanted.name) }
    }
    const wanted = qualifiedName(part, type ?? 'string')
    const rule = schemas.type(wanted.namespace, wanted.name)
    return { name, element: { name, namespace: '', type: rule, repeats: false, optional: false, nillable: false } } // prettier-ignore
  })
}

function find(all: XmlNode[], kind: string, name: string): XmlNode | undefined {
  for (const root of all)
    for (const one of childrenOf(root, kind)) if (one.attributes['name'] === name) return one
  return undefined
}

function noWsdl(why: string) {
  return fault('SOAP:WSDL', `This is no WSDL 1.1 of a SOAP service: ${why}.`, {
    hint: 'Most services give theirs at their address with ?wsdl.',
  })
}
