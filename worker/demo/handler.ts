// The demo APIs of the four scenarios, as one pure function from Request to Response. Mounted by `npm start`, by the
// service worker (so that demos work offline) and by `weft run`, so that a newcomer's first click makes real requests.
//
//   GET    /demo/<copy>/contacts?after=&limit=     CRM: {results, paging: {next: {after}}}; no `limit`: its own pages
//   GET    /demo/<copy>/api/customers              a collection, here the ERP: every row, by its id
//   GET    /demo/<copy>/api/customers/<id>         one row, or 404
//   PUT    /demo/<copy>/api/customers/<id>         201 created, 200 updated
//   DELETE /demo/<copy>/api/customers/<id>         204, or 404
//          further collections: /left/contacts, /right/contacts
//   GET    /demo/<copy>/suppliers/a                a document: /suppliers/a, b, c (JSON, XML, CSV), /fx, /pair/base
//   PUT    /demo/<copy>/pair/base                  replaces a document: 204
//   POST   /demo/<copy>/robot/send                 an inbox: /erp/orders, /wms/shipments, /robot/send, /sheet/rows
//   GET    /demo/<copy>/state                      rows, calls and data, for looking at
//   PUT    /demo/<copy>/data                       other data, any of the keys of DemoData
//   POST   /demo/<copy>/reset                      rows and calls as at the start
import {
  ownData,
  type Collection,
  type CrmPage,
  type Customer,
  type DemoData,
  type DemoState,
  type DemoStore,
  type Row,
} from './state.ts'

const MAX_BODY = 16 * 1024 * 1024
const RECEIVED = 100

/** Answers a request below `/demo/`. Never throws: bad input is a 4xx with a JSON body that says what was wanted. */
export async function handleDemo(request: Request, store: DemoStore): Promise<Response> {
  const url = new URL(request.url)
  const match = /^\/demo\/([A-Za-z0-9_-]{1,64})(\/.*)$/.exec(url.pathname)
  if (!match) return problem(404, 'Write /demo/<copy>/…; a copy is 1 to 64 letters, digits, - or _.')
  const copy = match[1]!
  const path = decoded(match[2]!)
  const method = request.method
  const call = `${method} ${path}`

  if (call === 'POST /reset') {
    await store.reset(copy)
    return new Response(null, { status: 204 })
  }
  if (call === 'PUT /data') {
    const body = parsed(await bodyOf(request))
    if (!isData(body))
      return problem(
        422,
        'Data is {pages: [{results, paging}], erp: [{externalId}], faults: {"PUT /…": [503]}, documents, collections, inboxes}.',
      )
    await store.reset(copy, { ...ownData, ...body })
    return new Response(null, { status: 204 })
  }
  const text = method === 'PUT' || method === 'POST' ? await bodyOf(request) : ''
  return store.change(copy, (state) => {
    if (call === 'GET /state') {
      const { data, erp, documents, collections, received, calls } = state
      return json(200, { erp: sorted(erp, 'externalId'), documents, collections, received, calls, data })
    }
    const answers = state.data.faults[call]
    const times = (state.calls[call] = (state.calls[call] ?? 0) + 1)
    const status = answers?.[Math.min(times, answers.length) - 1]
    if (status !== undefined && status >= 400) return fault(status, state.data.inboxes[path]?.refusal)
    return answer(state, request, path, url.searchParams, text)
  })
}

function answer(
  state: DemoState,
  request: Request,
  path: string,
  query: URLSearchParams,
  text: string | undefined,
): Response {
  const { method } = request
  if (path === '/contacts') {
    return method === 'GET' ? contacts(state.data.pages, query) : notAllowed('GET')
  }
  const document = state.documents[path]
  if (document) {
    if (method === 'GET') return plain(200, document.text, document.type)
    if (method !== 'PUT') return notAllowed('GET, PUT')
    if (text === undefined) return problem(413, 'The body is longer than 16 MiB.')
    state.documents[path] = { type: request.headers.get('Content-Type') ?? document.type, text }
    return new Response(null, { status: 204 })
  }
  const inbox = state.data.inboxes[path]
  if (inbox) {
    if (method !== 'POST') return notAllowed('POST')
    const body = parsed(text)
    if (body === undefined) return problem(400, 'The body must be JSON.')
    const taken = (state.received[path] ??= [])
    taken.push(body)
    if (taken.length > RECEIVED) taken.shift()
    return json(inbox.status, { ok: true })
  }
  const collections = { '/api/customers': { id: 'externalId', rows: state.erp }, ...state.collections }
  for (const [at, collection] of Object.entries(collections)) {
    if (path === at)
      return method === 'GET' ? json(200, sorted(collection.rows, collection.id)) : notAllowed('GET')
    const id = path.startsWith(`${at}/`) ? path.slice(at.length + 1) : ''
    if (id !== '' && !id.includes('/')) return ofCollection(collection, id, method, parsed(text))
  }
  return problem(404, `There is nothing at ${path}.`)
}

function ofCollection(collection: Collection, id: string, method: string, body: unknown): Response {
  const { rows } = collection
  const at = rows.findIndex((row) => row[collection.id] === id)
  switch (method) {
    case 'GET':
      return at < 0 ? problem(404, `There is no row ${id}.`) : json(200, rows[at])
    case 'PUT': {
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return problem(400, 'The body must be a JSON object.')
      const row: Row = { ...body, [collection.id]: id }
      if (at < 0) rows.push(row)
      else rows[at] = row
      return json(at < 0 ? 201 : 200, row)
    }
    case 'DELETE':
      if (at < 0) return problem(404, `There is no row ${id}.`)
      rows.splice(at, 1)
      return new Response(null, { status: 204 })
    default:
      return notAllowed('GET, PUT, DELETE')
  }
}

function contacts(pages: CrmPage[], query: URLSearchParams): Response {
  const after = query.get('after')
  const limit = query.get('limit')
  if (limit === null) {
    if (after === null) return json(200, pages[0] ?? { results: [] })
    const before = pages.findIndex((page) => page.paging?.next?.after === after)
    return json(200, (before >= 0 && pages[before + 1]) || { results: [] })
  }
  const size = Number(limit)
  const from = Number(after ?? 0)
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    return problem(400, '`limit` is a number from 1 to 1000.')
  if (!Number.isInteger(from) || from < 0) return problem(400, '`after` is what the page before gave.')
  const rows = pages.flatMap((page) => page.results)
  const results = rows.slice(from, from + size)
  const more = from + size < rows.length
  return json(200, more ? { results, paging: { next: { after: String(from + size) } } } : { results })
}

function fault(status: number, refusal?: string): Response {
  if (refusal !== undefined) return problem(status, refusal)
  if (status === 422) return problem(422, 'The ERP refused the record: the domain of `email` is blocked.')
  return problem(
    status,
    status >= 500 ? 'The API is out of service for a moment.' : 'The API refused the request.',
  )
}

function sorted<T extends Row>(rows: T[], id: string): T[] {
  const key = (row: T) => String(row[id])
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

function json(status: number, value: unknown): Response {
  return plain(status, JSON.stringify(value), 'application/json')
}

function plain(status: number, text: string, type: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}

function problem(status: number, message: string): Response {
  return json(status, { error: { status, message } })
}

function notAllowed(allow: string): Response {
  const response = problem(405, `Only ${allow} here.`)
  response.headers.set('Allow', allow)
  return response
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The body as text; undefined where it is too long. */
async function bodyOf(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BODY) return undefined
  const text = await request.text()
  return text.length > MAX_BODY ? undefined : text
}

/** A text as JSON; undefined where it is none. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isData(body: unknown): body is Partial<DemoData> {
  if (typeof body !== 'object' || body === null) return false
  const {
    pages = [],
    erp = [],
    faults = {},
    documents = {},
    collections = {},
    inboxes = {},
  } = body as Partial<DemoData>
  return (
    Array.isArray(pages) &&
    pages.every((page) => Array.isArray(page?.results)) &&
    Array.isArray(erp) &&
    erp.every((row: Customer) => typeof row?.externalId === 'string') &&
    valuesOf(faults).every((list) => Array.isArray(list) && list.every((n) => Number.isInteger(n))) &&
    valuesOf(documents).every((one) => typeof one?.text === 'string' && typeof one.type === 'string') &&
    valuesOf(collections).every((one) => typeof one?.id === 'string' && Array.isArray(one.rows)) &&
    valuesOf(inboxes).every((one) => Number.isInteger(one?.status))
  )
}

function valuesOf<T>(record: Record<string, T>): T[] {
  return typeof record === 'object' && record !== null ? Object.values(record) : []
}
