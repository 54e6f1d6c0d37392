// HTTP Request against a real server on this machine: what it sends, what it makes of each answer, how it fails.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exchange } from '../../../../worker/http-exchange.ts'
import type { Config, FieldValue } from '../../../../worker/model/app.ts'
import { rowsValue } from '../../../../worker/model/field-value.ts'
import { appOf, branch, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

// Other work of the machine must not fail a test.
vi.setConfig({ testTimeout: 60_000 })

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}
const seen: Seen[] = []
const MiB = 1024 * 1024

/** Answers by path; everything else gives back what it was sent. */
const special: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/503': (_request, response) =>
    response.writeHead(503, 'Away', { 'X-Why': 'maintenance' }).end('{"later":true}'),
  '/404': (_request, response) => response.writeHead(404).end('none'),
  '/slow': () => {},
  '/half': (request, response) => {
    response.writeHead(200, { 'Content-Length': '1000', 'Content-Type': 'text/plain' })
    response.write('half')
    setTimeout(() => request.socket.destroy(), 20)
  },
  '/50mb': (_request, response) => stream(response, 50_000_000),
  '/65mib': (_request, response) => stream(response, 65 * MiB),
  '/announced': (_request, response) =>
    response.writeHead(200, { 'Content-Length': String(65 * MiB) }).flushHeaders(),
  '/moved': (_request, response) => response.writeHead(302, { Location: '/echo?moved=1' }).end(),
  '/loop': (_request, response) => response.writeHead(302, { Location: '/loop' }).end(),
  '/cookies': (_request, response) => response.writeHead(200, { 'Set-Cookie': ['a=1; Path=/', 'b=2'] }).end(),
  '/gbk': (_request, response) => response.writeHead(200, { 'Content-Type': 'text/csv; charset=GBK' }).end(Buffer.from([0xc4, 0xe3])), // prettier-ignore
}
let server: Server
let base = ''
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method, url, headers } = request
    seen.push({ method: method!, url: url!, headers, body: Buffer.concat(chunks).toString() })
    const answer = special[url!.split('?')[0]!]
    if (answer) answer(request, response)
    else response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end('{"ok":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function stream(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' })
  const chunk = Buffer.alloc(MiB)
  let left = bytes
  const more = (): void => {
    while (left > 0) {
      const size = Math.min(left, MiB)
      left -= size
      if (!response.write(size === MiB ? chunk : chunk.subarray(0, size)) && left > 0) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  more()
}

async function call(config: Config, more: { payload?: unknown; connection?: Config } = {}) {
  const one = { ...step('http/request', config), ...(more.connection && { connection: 'c' }) }
  const app = appOf(flow([one]))
  if (more.connection)
    app.connections.push({ id: 'c', connector: 'http', name: 'C', config: more.connection })
  const host = testHost()
  host.http = (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' })
  seen.length = 0
  return await ran(app, {
    host,
    base,
    input: sample((more.payload ?? null) as never, { variables: { kept: 1 } }),
  })
}
const rows = (object: Record<string, FieldValue>) => rowsValue(Object.entries(object))

describe('what goes out', () => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
    test(`${method}, with a body where one goes`, async () => {
      await call({ method, url: '/echo' }, { payload: { a: 1 } })
      const hasBody = method !== 'GET' && method !== 'HEAD'
      expect(seen[0]).toMatchObject({ method, url: '/echo', body: hasBody ? '{"a":1}' : '' })
      expect(seen[0]!.headers['content-type']).toBe(hasBody ? 'application/json' : undefined)
    })
  test('query: a list repeats the name, None leaves it out, all is encoded', async () => {
    const query = rows({ a: ex('[1, 2]'), b: ex('None'), 'c d': '&=é' })
    await call({ url: '/echo?x=1', query })
    expect(seen[0]!.url).toBe('/echo?x=1&a=1&a=2&c%20d=%26%3D%C3%A9')
    await call({ url: '/echo', query: ex("{'limit': 5}") })
    expect(seen[0]!.url).toBe('/echo?limit=5')
  })
  test('headers from rows, own ones over those of the connection', async () => {
    await call(
      { url: '/echo', headers: rows({ 'X-One': 'own', 'X-Two': ex('2') }) },
      { connection: { baseUrl: base + '/', headers: rows({ 'x-one': 'shared', 'X-Three': '3' }) } },
    )
    expect(seen[0]!.headers).toMatchObject({ 'x-one': 'own', 'x-two': '2', 'x-three': '3' })
  })
  test('a form is made of a dict, text goes as text, a chosen type wins', async () => {
    const contentType = 'application/x-www-form-urlencoded'
    await call({ method: 'POST', url: '/echo', contentType }, { payload: { a: 'x y', b: [1, 2] } })
    expect(seen[0]).toMatchObject({ body: 'a=x+y&b=1&b=2', headers: { 'content-type': contentType } })
    await call({ method: 'POST', url: '/echo', body: 'plain' })
    expect(seen[0]!.headers['content-type']).toMatch(/^text\/plain/)
    await call({ method: 'POST', url: '/echo', body: '<a/>', contentType: 'application/xml' })
    expect(seen[0]!.headers['content-type']).toBe('application/xml')
  })
  test('no body is sent for None', async () => {
    await call({ method: 'POST', url: '/echo' })
    expect(seen[0]).toMatchObject({ body: '' })
    expect(seen[0]!.headers['content-type']).toBeUndefined()
  })
  test('what proves who we are stays with the origin of the connection', async () => {
    const connection = { baseUrl: 'http://127.0.0.1:9/api', auth: 'bearer', token: { mode: 'secret', id: 'known' } } as const // prettier-ignore
    await call({ url: `${base}/echo` }, { connection })
    expect(seen[0]!.headers.authorization).toBeUndefined()
  })
  test('Basic and bearer authentication, with a secret', async () => {
    await call({ url: '/echo' }, { connection: { baseUrl: base, auth: 'basic', user: 'Aladdin', password: { mode: 'secret', id: 'known' } } }) // prettier-ignore
    expect(seen[0]!.headers.authorization).toBe('Basic QWxhZGRpbjpzM2NyZXQ=')
    const missing = await call({ url: '/echo' }, { connection: { baseUrl: base, auth: 'bearer', token: { mode: 'secret', id: 'unknown' } } }) // prettier-ignore
    expect(missing.fault!.code).toBe('CORE:NO_SECRET')
  })
})

describe('what comes back', () => {
  test('an Entity of the type the server named, attributes, and the variables from before', async () => {
    const { payload, attributes, variables } = await call({ url: '/echo' })
    expect(payload).toEqual({
      $entity: { mime: 'application/json', encoding: 'utf-8', bytes: 'eyJvayI6dHJ1ZX0=' },
    })
    expect(attributes).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': ['application/json; charset=utf-8'] },
    })
    expect(variables).toEqual({ kept: 1 })
  })
  test('the encoding of the answer is that of its charset', async () => {
    const { payload } = await call({ url: '/gbk' })
    expect(payload).toEqual({ $entity: { mime: 'text/csv', encoding: 'gbk', bytes: 'xOM=' } })
  })
  test('cookies by name', async () => {
    expect((await call({ url: '/cookies' })).attributes).toMatchObject({ cookies: { a: '1', b: '2' } })
  })
  test('redirects are followed, or are the answer', async () => {
    await call({ url: '/moved' })
    expect(seen.map((one) => one.url)).toEqual(['/moved', '/echo?moved=1'])
    const answer = await call({ url: '/moved', redirects: 0 })
    expect(answer.attributes).toMatchObject({ statusCode: 302 })
  })
  test('50 MB go through', async () => {
    const { message } = await call({ url: '/50mb' })
    expect((message.payload.value as { bytes: Uint8Array }).bytes.length).toBe(50_000_000)
  })
})

describe('how it fails', () => {
  test('a status that is no success is a Fault with all of the answer', async () => {
    const { fault } = await call({ url: '/503' })
    expect(fault).toMatchObject({
      code: 'HTTP:503',
      data: { status: 503, reason: 'Away', body: '{"later":true}', headers: { 'x-why': 'maintenance' } },
    })
  })
  test('the success status widens what is no error', async () => {
    expect((await call({ url: '/404', success: '200..299,404' })).attributes).toMatchObject({
      statusCode: 404,
    })
    expect((await call({ url: '/404', success: '200-299' })).fault!.code).toBe('HTTP:404')
    expect((await call({ url: '/echo', success: '201' })).fault!.code).toBe('HTTP:200')
  })
  test('no answer in time: HTTP:TIMEOUT', async () => {
    expect((await call({ url: '/slow', timeout: '50 ms' })).fault!.code).toBe('HTTP:TIMEOUT')
  })
  test('half a body: HTTP:INCOMPLETE', async () => {
    expect((await call({ url: '/half' })).fault!.code).toBe('HTTP:INCOMPLETE')
  })
  test('nothing listens: HTTP:UNREACHABLE, which names CORS and the relay', async () => {
    const { fault } = await call({ url: 'http://127.0.0.1:9/x' })
    expect(fault!.code).toBe('HTTP:UNREACHABLE')
    expect(`${fault!.message} ${fault!.hint}`).toMatch(/CORS.*relay/i)
  })
  test('65 MiB are refused, announced or while they stream', async () => {
    expect((await call({ url: '/65mib' })).fault!.code).toBe('HTTP:TOO_LARGE')
    expect((await call({ url: '/announced' })).fault!.code).toBe('HTTP:TOO_LARGE')
  })
  test('a redirect without end: HTTP:REDIRECTS', async () => {
    expect((await call({ url: '/loop', redirects: 3 })).fault!.code).toBe('HTTP:REDIRECTS')
    expect(seen).toHaveLength(4)
  })
  test('a redirect to a host that was not granted is not followed', async () => {
    special['/away'] = (_request, response) =>
      response.writeHead(302, { Location: 'http://other.test/' }).end()
    const one = step('http/request', { url: base + '/away' })
    const host = testHost()
    host.http = (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' })
    const { fault } = await ran([one], { host, granted: { hosts: [new URL(base).host] } })
    expect(fault!.code).toBe('HTTP:NOT_GRANTED')
  })
  test('no address: HTTP:URL', async () => {
    expect((await call({ url: 'not an address' })).fault!.code).toBe('HTTP:URL')
    expect((await call({ url: 'file:///etc/passwd' })).fault!.code).toBe('HTTP:URL')
  })
  test('its faults can be caught and retried', async () => {
    let times = 0
    special['/flaky'] = (_request, response) => response.writeHead(++times < 3 ? 502 : 200).end()
    const body = branch('body', [step('http/request', { url: '/flaky' })])
    const host = testHost()
    host.http = (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' })
    const { attributes } = await ran([step('until-successful', { retryOn: 'HTTP:5XX', interval: '1 ms' }, body)], { host, base }) // prettier-ignore
    expect(attributes).toMatchObject({ statusCode: 200 })
  })
})
