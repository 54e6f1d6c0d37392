// OpenAPI 3.0, 3.1 (spec.openapis.org/oas) and Swagger 2.0 as requests: an operation each, with examples for what a call
// fills in and for what it answers. References inside the document are followed, others are noted.
import { fault } from '../model/fault.ts'
import { maxRequests, type Found, type FoundRequest, type Note } from './found.ts'
import { exampleOf } from './schema-example.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Dict = { [name: string]: Json }

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']
const deepestReference = 32

export function isOpenApi(value: unknown): boolean {
  const { openapi, swagger } = (value ?? {}) as { openapi?: unknown; swagger?: unknown }
  return /^3\./.test(String(openapi)) || /^2\./.test(String(swagger))
}

/** `from`: the address it was loaded from; relative servers stand on it. Throws IMPORT:OPENAPI where it has no operation. */
export function fromOpenApi(document: Dict, from?: string): Found {
  const notes: Note[] = []
  const reader = new Reader(document, notes)
  const base = serverOf(document, from)
  const requests: FoundRequest[] = []
  let over = 0
  for (const [path, given] of Object.entries(dictOf(document['paths']))) {
    const item = reader.dict(given)
    for (const method of methods) {
      if (!isDict(item[method])) continue
      if (requests.length >= maxRequests) over++
      else requests.push(requestOf(reader, { base, path, method, item, operation: item[method] }))
    }
  }
  if (over > 0) notes.push({ what: 'limit', detail: String(over) })
  if (requests.length === 0)
    throw fault('IMPORT:OPENAPI', 'The document describes no operation.', {
      hint: 'It needs paths with get, post, …',
    })
  const title = dictOf(document['info'])['title']
  return { kind: 'openapi', title: typeof title === 'string' && title ? title : 'API', requests, notes }
}

interface Place {
  base: string
  path: string
  method: string
  item: Dict
  operation: Dict
}

function requestOf(reader: Reader, { base, path, method, item, operation }: Place): FoundRequest {
  const parameters = parametersOf(reader, item, operation)
  const named = textOf(operation['summary']) || textOf(operation['operationId'])
  const upper = method.toUpperCase()
  const request: FoundRequest = {
    name: named ? named.slice(0, 120) : `${upper} ${path}`,
    method: upper,
    url: base + path,
    headers: [],
    query: [],
    parameters: parameters.flatMap((one) => {
      const place = textOf(one['in'])
      const name = textOf(one['name'])
      if (!name || (place !== 'path' && place !== 'query' && place !== 'header')) return []
      const example = one['example'] ?? firstExample(reader, one) ?? exampleOf(reader, one['schema'] ?? one)
      return [{ name, in: place, example: asText(example ?? null) }]
    }),
  }
  const body = bodyOf(reader, operation, parameters)
  if (body) request.body = body
  const answer = answerOf(reader, operation)
  if (answer) request.answer = answer
  const auth = authOf(reader, operation)
  if (auth) request.auth = auth
  return request
}

/** Those of the operation take the place of those of its path with the same name and place. */
function parametersOf(reader: Reader, item: Dict, operation: Dict): Dict[] {
  const found = new Map<string, Dict>()
  for (const list of [item['parameters'], operation['parameters']])
    for (const given of listOf(list)) {
      const one = reader.dict(given)
      found.set(`${textOf(one['in'])} ${textOf(one['name'])}`, one)
    }
  return [...found.values()]
}

function bodyOf(reader: Reader, operation: Dict, parameters: Dict[]): FoundRequest['body'] {
  const body = reader.dict(operation['requestBody'])
  const content = contentOf(reader, body['content'])
  if (content) return content
  // Swagger 2: a parameter of its own, or fields of a form.
  const inBody = parameters.find((one) => one['in'] === 'body')
  if (inBody) return { text: json(exampleOf(reader, inBody['schema'] ?? {})), mime: 'application/json' }
  const fields = parameters.filter((one) => one['in'] === 'formData')
  if (fields.length === 0) return undefined
  const form = fields.map((one): [string, string] => [textOf(one['name']), asText(exampleOf(reader, one))])
  return { text: new URLSearchParams(form).toString(), mime: 'application/x-www-form-urlencoded' }
}

function contentOf(reader: Reader, content: Json | undefined): { text: string; mime: string } | undefined {
  const kinds = Object.entries(dictOf(content))
  const [mime, media] = kinds.find(([kind]) => /\bjson\b|\+json/.test(kind)) ?? kinds[0] ?? []
  if (mime === undefined) return undefined
  const given = reader.dict(media)
  const example = given['example'] ?? firstExample(reader, given) ?? exampleOf(reader, given['schema'] ?? {})
  if (mime === 'application/x-www-form-urlencoded') {
    const pairs = Object.entries(dictOf(example)).map(([name, one]): [string, string] => [name, asText(one)])
    return { text: new URLSearchParams(pairs).toString(), mime }
  }
  return { text: typeof example === 'string' ? example : json(example ?? null), mime: mime.replace('*/*', 'application/json') } // prettier-ignore
}

function firstExample(reader: Reader, media: Dict): Json | undefined {
  const [first] = Object.values(dictOf(media['examples']))
  return first === undefined ? undefined : reader.dict(first)['value']
}

/** The first success that is described. */
function answerOf(reader: Reader, operation: Dict): FoundRequest['answer'] {
  const responses = Object.entries(dictOf(operation['responses']))
  const [code, given] =
    responses.find(([status]) => /^2/.test(status)) ??
    responses.find(([status]) => status === 'default') ??
    []
  if (code === undefined) return undefined
  const response = reader.dict(given)
  const status = /^2\d\d$/.test(code) ? Number(code) : 200
  const old = Object.entries(dictOf(response['examples']))[0]
  const content =
    contentOf(reader, response['content']) ??
    (old ? { text: asText(old[1]), mime: old[0] } : undefined) ??
    (response['schema']
      ? { text: json(exampleOf(reader, response['schema'])), mime: 'application/json' }
      : undefined)
  const { text = '', mime = 'application/octet-stream' } = content ?? {}
  return { status, headers: [], mime, bytes: new TextEncoder().encode(text) }
}

/** The first way to sign on that a connection of HTTP knows; its values are for the user to fill in. */
function authOf(reader: Reader, operation: Dict): FoundRequest['auth'] {
  const { document } = reader
  const needs = listOf(operation['security'] ?? document['security'])
  const schemes = dictOf(dictOf(document['components'])['securitySchemes'] ?? document['securityDefinitions'])
  for (const name of needs.flatMap((one) => Object.keys(dictOf(one)))) {
    const scheme = reader.dict(schemes[name])
    const kind = `${textOf(scheme['type'])} ${textOf(scheme['scheme']).toLowerCase()}`.trim()
    if (kind === 'http basic' || kind === 'basic') return { kind: 'basic', user: '', password: '' }
    if (/^(http bearer|oauth2|openIdConnect)$/.test(kind)) return { kind: 'bearer', token: '' }
  }
  return undefined
}

function serverOf(document: Dict, from?: string): string {
  const server = dictOf(listOf(document['servers'])[0] ?? null)
  const variables = dictOf(server['variables'])
  const written = textOf(server['url']).replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
    asText(dictOf(variables[name])['default'] ?? whole),
  )
  const scheme =
    listOf(document['schemes']).includes('http') && !listOf(document['schemes']).includes('https')
  const swagger = `${scheme ? 'http' : 'https'}://${textOf(document['host']) || hostOf(from)}${textOf(document['basePath'])}`
  const url = written || (document['swagger'] ? swagger : '/')
  const whole = URL.canParse(url, from)
    ? new URL(url, from).href
    : `https://api.example${url.startsWith('/') ? url : ''}`
  return whole.replace(/\/+$/, '')
}
function hostOf(from?: string): string {
  return from && URL.canParse(from) ? new URL(from).host : 'api.example'
}

/** Follows references inside the document: `#/components/schemas/Pet`. */
export class Reader {
  readonly document: Dict
  readonly #notes: Note[]
  readonly #told = new Set<string>()

  constructor(document: Dict, notes: Note[]) {
    this.document = document
    this.#notes = notes
  }

  dict(value: Json | undefined): Dict {
    let now = dictOf(value)
    for (let hop = 0; typeof now['$ref'] === 'string' && hop < deepestReference; hop++)
      now = dictOf(this.#at(now['$ref']))
    return now
  }

  #at(reference: string): Json | undefined {
    if (!reference.startsWith('#/')) {
      if (!this.#told.has(reference)) this.#notes.push({ what: 'reference', detail: reference.slice(0, 200) })
      this.#told.add(reference)
      return undefined
    }
    const names = reference.slice(2).split('/')
    return names.reduce<Json | undefined>((inside, name) => {
      const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')
      if (Array.isArray(inside)) return inside[Number(key)]
      return isDict(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined
    }, this.document)
  }
}

export function isDict(value: Json | undefined): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function dictOf(value: Json | undefined): Dict {
  return isDict(value) ? value : {}
}
function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
function asText(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
}
function json(value: Json | undefined): string {
  return JSON.stringify(value ?? null, null, 2)
}
