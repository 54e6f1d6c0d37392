// The demo APIs: a paged CRM and an ERP, as one pure function from Request to Response. Mounted by `npm start`, by the
// service worker (so that demos work offline) and by `weft run`, so that a newcomer's first click makes real requests.
//
//   GET    /demo/<copy>/contacts?after=&limit=     CRM: {results, paging: {next: {after}}}; no `limit`: its own pages
//   GET    /demo/<copy>/api/customers              ERP: every row, by externalId
//   GET    /demo/<copy>/api/customers/<id>         one row, or 404
//   PUT    /demo/<copy>/api/customers/<id>         201 created, 200 updated
//   DELETE /demo/<copy>/api/customers/<id>         204, or 404
//   GET    /demo/<copy>/state                      rows, calls and data, for looking at
//   PUT    /demo/<copy>/data                       other data: {pages, erp, faults}; all three optional
//   POST   /demo/<copy>/reset                      rows and calls as at the start
import {
  freshState,
  type CrmPage,
  type Customer,
  type DemoData,
  type DemoState,
  type DemoStore,
} from './state.ts'

const MAX_BODY = 16 * 1024 * 1024

/** Answers a request below `/demo/`. Never throws: bad input is a 4xx with a JSON body that says what was wanted. */
export async function handleDemo(request: Request, store: DemoStore): Promise<Response> {
  const url = new URL(request.url)
  const match = /^\/demo\/([A-Za-z0-9_-]{1,64})(\/.*)$/.exec(url.pathname)
  if (!match) return problem(404, 'Write /demo/<copy>/…; a copy is 1 to 64 letters, digits, - or _.')
  const copy = match[1]!
  const path = match[2]!
  const method = request.method
  const call = `${method} ${decoded(path)}`

  if (call === 'POST /reset') {
    await store.reset(copy)
    return new Response(null, { status: 204 })
  }
  if (call === 'PUT /data') {
    const body = await jsonBody(request)
    if (!isData(body))
      return problem(
        422,
        'Data is {pages: [{results, paging}], erp: [{externalId}], faults: {"PUT /…": [503]}}.',
      )
    await store.reset(copy, { ...freshState().data, ...body })
    return new Response(null, { status: 204 })
  }
  const body = method === 'PUT' ? await jsonBody(request) : undefined
  return store.change(copy, (state) => {
    if (call === 'GET /state')
      return json(200, { erp: sorted(state.erp), calls: state.calls, data: state.data })
    const answers = state.data.faults[call]
    const times = (state.calls[call] = (state.calls[call] ?? 0) + 1)
    const status = answers?.[Math.min(times, answers.length) - 1]
    if (status !== undefined && status >= 400) return fault(status)
    return answer(state, method, decoded(path), url.searchParams, body)
  })
}

function answer(
  state: DemoState,
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
): Response {
  if (path === '/contacts') {
    return method === 'GET' ? contacts(state.data.pages, query) : notAllowed('GET')
  }
  if (path === '/api/customers') {
    return method === 'GET' ? json(200, sorted(state.erp)) : notAllowed('GET')
  }
  const id = /^\/api\/customers\/([^/]+)$/.exec(path)?.[1]
  if (id === undefined) return problem(404, `There is nothing at ${path}.`)
  const at = state.erp.findIndex((row) => row.externalId === id)
  switch (method) {
    case 'GET':
      return at < 0 ? problem(404, `There is no customer ${id}.`) : json(200, state.erp[at])
    case 'PUT': {
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return problem(400, 'The body must be a JSON object.')
      const row: Customer = { ...body, externalId: id }
      if (at < 0) state.erp.push(row)
      else state.erp[at] = row
      return json(at < 0 ? 201 : 200, row)
    }
    case 'DELETE':
      if (at < 0) return problem(404, `There is no customer ${id}.`)
      state.erp.splice(at, 1)
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

function fault(status: number): Response {
  if (status === 422) return problem(422, 'The ERP refused the record: the domain of `email` is blocked.')
  return problem(
    status,
    status >= 500 ? 'The API is out of service for a moment.' : 'The API refused the request.',
  )
}

function sorted(rows: Customer[]): Customer[] {
  return [...rows].sort((a, b) => (a.externalId < b.externalId ? -1 : a.externalId > b.externalId ? 1 : 0))
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
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

/** The body as JSON; undefined where it is none or too long. */
async function jsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BODY) return undefined
  try {
    const text = await request.text()
    return text.length > MAX_BODY ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isData(body: unknown): body is Partial<DemoData> {
  if (typeof body !== 'object' || body === null) return false
  const { pages = [], erp = [], faults = {} } = body as Partial<DemoData>
  return (
    Array.isArray(pages) &&
    pages.every((page) => Array.isArray(page?.results)) &&
    Array.isArray(erp) &&
    erp.every((row) => typeof row?.externalId === 'string') &&
    typeof faults === 'object' &&
    Object.values(faults).every((list) => Array.isArray(list) && list.every((n) => Number.isInteger(n)))
  )
}
