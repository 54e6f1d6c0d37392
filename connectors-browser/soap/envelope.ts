// SOAP messages: an envelope of values by the rules of the schema, and values of an envelope. A dict becomes elements in the
// order of the schema; `@name` is an attribute, `#text` the text beside attributes, a list repeats, None is nil or left out.
import { toBase64 } from '../../worker/model/base64.ts'
import { fault } from '../../worker/model/fault.ts'
import { DateTime, Decimal, Entity, Float, LocalDate, LocalTime, MultiMap, type Value } from '../../worker/model/value.ts' // prettier-ignore
import type { ElementRule, TypeRule } from './schema.ts'
import type { Operation, SoapVersion } from './wsdl.ts'
import { child, parseXml, xmlName, xmlText, type XmlNode } from './xml.ts'

export const envelopes: Record<SoapVersion, { namespace: string; mime: string }> = {
  '1.1': { namespace: 'http://schemas.xmlsoap.org/soap/envelope/', mime: 'text/xml' },
  '1.2': { namespace: 'http://www.w3.org/2003/05/soap-envelope', mime: 'application/soap+xml' },
}
const xsi = 'http://www.w3.org/2001/XMLSchema-instance'
const deepest = 200

/** `headers`, `security`: XML of header blocks. */
export function envelope(version: SoapVersion, body: string, headers: string): string {
  const { namespace } = envelopes[version]
  const header = headers ? `<soap:Header>${headers}</soap:Header>` : ''
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${namespace}" xmlns:xsi="${xsi}">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`
}

/** The body of a call. A str or Entity is XML already and goes as it is. */
export function bodyOf(operation: Operation, value: Value): string {
  const xml = xmlOf(value)
  if (xml !== undefined) return xml
  if (operation.encoded)
    throw fault('SOAP:ENCODED', `${operation.name} uses SOAP encoding, which is not written from a dict.`, {
      hint: 'Give the body as XML text.',
    })
  const { input } = operation
  if (operation.style === 'rpc') {
    const given = value instanceof Map ? value : new Map<Value, Value>()
    const parts = input.map(({ name, element }) => write(element, given.get(name) ?? null)).join('')
    return `<m:${xmlName(operation.name)} xmlns:m="${xmlText(operation.namespace)}">${parts}</m:${operation.name}>`
  }
  const [part] = input
  if (!part) return ''
  if (!part.element)
    throw fault('SOAP:WSDL', `The WSDL does not say what the message of ${operation.name} is made of.`, {
      hint: 'Give the body as XML text.',
    })
  // {'GetPrice': {…}} is the same as {…}.
  const only = value instanceof Map && value.size === 1 ? value.get(part.element.name) : undefined
  const isNamed =
    only !== undefined && !part.element.type.elements.some((one) => one.name === part.element!.name)
  return write({ ...part.element, optional: false, repeats: false }, isNamed ? only : value) || `<m:${part.element.name} xmlns:m="${xmlText(part.element.namespace)}"/>` // prettier-ignore
}

/** Header blocks of a dict: names may be `{namespace}name`. */
export function headersOf(value: Value): string {
  const xml = xmlOf(value)
  if (xml !== undefined) return xml
  if (!(value instanceof Map)) return ''
  return [...value].map(([key, one]) => {
    const [, namespace = '', name = ''] = /^(?:\{([^}]*)\})?(.*)$/s.exec(String(key))!
    return write({ name, namespace, type: { elements: [], attributes: [] }, repeats: false, optional: true, nillable: false }, one) // prettier-ignore
  }).join('') // prettier-ignore
}

function xmlOf(value: Value): string | undefined {
  if (typeof value === 'string') return value.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '').trim()
  if (value instanceof Entity && /xml|text\/plain/.test(value.mime))
    return xmlOf(new TextDecoder(value.encoding || 'utf-8').decode(value.bytes))
  return undefined
}

function write(rule: ElementRule | undefined, value: Value, depth = 0): string {
  if (!rule) return ''
  if (depth > deepest) throw fault('SOAP:DEPTH', `The body is nested deeper than ${deepest}.`)
  if (Array.isArray(value)) return value.map((one) => write(rule, one, depth)).join('')
  const name = xmlName(rule.name)
  const open = rule.namespace ? `<m:${name} xmlns:m="${xmlText(rule.namespace)}"` : `<${name} xmlns=""`
  const close = rule.namespace ? `</m:${name}>` : `</${name}>`
  if (value === null) return rule.nillable ? `${open} xsi:nil="true"/>` : ''
  const entries = value instanceof MultiMap ? value.entries : value instanceof Map ? [...value] : undefined
  if (!entries) return `${open}>${xmlText(textOf(value))}${close}`
  const named = new Map(entries.map(([key, one]) => [String(key), one]))
  const attributes = [...named].filter(([key]) => key.startsWith('@'))
  const written = attributes
    .map(([key, one]) => ` ${xmlName(key.slice(1))}="${xmlText(textOf(one))}"`)
    .join('')
  return `${open}${written}>${contentOf(rule, named, depth)}${close}`
}

/** Elements that the schema knows in its order, then the others in theirs. */
function contentOf(rule: ElementRule, named: Map<string, Value>, depth: number): string {
  const known = rule.type.elements
  const names = new Set(known.map((one) => one.name))
  const text = named.get('#text')
  const others = [...named].filter(([key]) => !names.has(key) && !/^[@#]/.test(key))
  return [
    ...(text === undefined ? [] : [xmlText(textOf(text))]),
    ...known.map((one) => (named.has(one.name) ? write(one, named.get(one.name)!, depth + 1) : '')),
    ...others.map(([name, one]) => write(loose(name, rule.namespace), one, depth + 1)),
  ].join('')
}
function loose(name: string, namespace: string): ElementRule {
  return { name, namespace, type: { elements: [], attributes: [] }, repeats: false, optional: true, nillable: false } // prettier-ignore
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value
  if (value instanceof Decimal) return value.text
  if (value instanceof Float) return Number.isFinite(value.value) ? String(value.value) : { Infinity: 'INF', '-Infinity': '-INF' }[String(value.value)] ?? 'NaN' // prettier-ignore
  if (value instanceof DateTime || value instanceof LocalDate || value instanceof LocalTime) return value.iso
  if (value instanceof Uint8Array) return toBase64(value)
  if (value instanceof Entity) return toBase64(value.bytes)
  if (value === null) return ''
  return String(value as number | bigint | boolean)
}

/** `{"Body": {…}}`, and `Header` where there is one. Prefixes are left out; what repeats by the schema is a list, also of one. */
export function readEnvelope(
  text: string,
  operation?: Operation,
): { value: Map<Value, Value>; fault?: SoapFault } {
  const root = parseXml(text)
  const body = child(root, 'Body')
  if (root.name !== 'Envelope' || !body)
    throw fault('SOAP:XML', `The answer is no SOAP envelope: its root is ${root.name}.`, {
      hint: 'Look at the address of the service.',
    })
  const value = new Map<Value, Value>()
  const header = child(root, 'Header')
  if (header && header.children.length > 0) value.set('Header', read(header, undefined))
  const rules = (operation?.output ?? []).flatMap(({ element }) => element ?? [])
  const isRpc = operation?.style === 'rpc'
  const top: TypeRule = { elements: isRpc ? [loose(`${operation.name}Response`, '')] : rules, attributes: [] }
  if (isRpc) top.elements[0]!.type = { elements: rules, attributes: [] }
  value.set('Body', read(body, top))
  const failed = child(body, 'Fault')
  return failed ? { value, fault: faultOf(failed) } : { value }
}

function read(node: XmlNode, type: TypeRule | undefined): Value {
  const nil = Object.entries(node.attributes).some(([name, one]) => /(^|:)nil$/.test(name) && /^(true|1)$/.test(one)) // prettier-ignore
  if (nil) return null
  const attributes = Object.entries(node.attributes).filter(([name]) => !name.startsWith('xsi:'))
  if (node.children.length === 0 && attributes.length === 0) {
    return type && type.elements.length > 0 && node.text.trim() === '' ? new Map<Value, Value>() : node.text
  }
  const dict = new Map<Value, Value>()
  for (const [name, one] of attributes) dict.set(`@${name.replace(/^.*:/, '')}`, one)
  for (const one of node.children) {
    const rule = type?.elements.find((known) => known.name === one.name)
    const value = read(one, rule?.type)
    const there = dict.get(one.name)
    if (Array.isArray(there)) there.push(value)
    else if (there !== undefined) dict.set(one.name, [there, value])
    else dict.set(one.name, rule?.repeats ? [value] : value)
  }
  if (node.children.length === 0 && node.text !== '') dict.set('#text', node.text)
  return dict
}

export interface SoapFault {
  code: string
  subcode?: string
  reason: string
  actor?: string
  detail: Value
}

/** SOAP 1.1: faultcode, faultstring, faultactor, detail; 1.2: Code, Reason, Role, Detail. */
function faultOf(node: XmlNode): SoapFault {
  const text = (one: XmlNode | undefined): string => one?.text.trim() ?? ''
  const detail = child(node, 'detail') ?? child(node, 'Detail')
  const common = { detail: detail ? read(detail, undefined) : null }
  const old = child(node, 'faultcode')
  if (old) {
    const actor = text(child(node, 'faultactor'))
    return { code: local(text(old)), reason: text(child(node, 'faultstring')), ...(actor && { actor }), ...common } // prettier-ignore
  }
  const code = child(node, 'Code')
  const subcode = local(text(child(child(code, 'Subcode'), 'Value')))
  const actor = text(child(node, 'Role'))
  return {
    code: local(text(child(code, 'Value'))),
    reason: text(child(child(node, 'Reason'), 'Text')),
    ...(subcode && { subcode }),
    ...(actor && { actor }),
    ...common,
  }
}
function local(name: string): string {
  return name.replace(/^.*:/, '')
}
