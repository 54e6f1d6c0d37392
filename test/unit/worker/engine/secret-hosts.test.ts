// A secret that is bound to hosts goes to those only: the step fails before anything is sent, also after a redirect.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAmong } from '../../../../worker/engine/secret-hosts.ts'
import { exchange } from '../../../../worker/http-exchange.ts'
import { appOf, flow, ran, step, testHost } from '../../../support/engine.ts'

const seen: string[] = []
let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.headers.host} ${request.url}`)
    if (request.url === '/away') response.writeHead(302, { Location: `http://localhost:${port}/taken` }).end()
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

async function call(url: string, hosts: string[] | undefined) {
  const app = appOf(flow([{ ...step('http/request', { url }), connection: 'c' }]))
  const config = {
    baseUrl: `http://127.0.0.1:${port}`,
    auth: 'bearer',
    token: { mode: 'secret' as const, id: 's1' },
  }
  app.connections.push({ id: 'c', connector: 'http', name: 'C', config })
  const host = testHost()
  host.http = (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' })
  host.secret = () => 'hunter2'
  host.secretHosts = () => hosts
  seen.length = 0
  return await ran(app, { host })
}

describe('a step that uses a secret', () => {
  test('that is not bound goes anywhere, one that is bound to the host too', async () => {
    expect((await call('/a', undefined)).fault).toBeUndefined()
    expect((await call('/a', ['127.0.0.1'])).fault).toBeUndefined()
    expect((await call('/a', [`127.0.0.1:${port}`])).fault).toBeUndefined()
    expect(seen).toEqual([`127.0.0.1:${port} /a`])
  })
  test('that is bound elsewhere fails, and nothing is sent', async () => {
    const { fault } = await call('/a', ['api.example.com'])
    expect(fault).toMatchObject({ code: 'VAULT:HOST', data: { host: `127.0.0.1:${port}` } })
    expect(fault?.message).not.toContain('hunter2')
    expect(seen).toEqual([])
    expect((await call('/a', ['127.0.0.1:1'])).fault).toMatchObject({ code: 'VAULT:HOST' })
  })
  test('does not follow a redirect to another host', async () => {
    expect((await call('/away', ['127.0.0.1'])).fault).toMatchObject({ code: 'VAULT:HOST' })
    expect(seen).toEqual([`127.0.0.1:${port} /away`])
    expect((await call('/away', ['127.0.0.1', 'localhost'])).fault).toBeUndefined()
  })
})

test('where a browser follows redirects unseen, a request with a bound secret follows none', async () => {
  const asked: (string | undefined)[] = []
  const fetched = (_url: unknown, init?: RequestInit) => {
    asked.push(init?.redirect)
    return Promise.resolve(new Response('{}'))
  }
  const request = {
    method: 'GET',
    url: 'http://a.test/',
    headers: [],
    timeout: 1000,
    redirects: 5,
    maxBytes: 100,
  }
  const options = { redirects: 'platform' as const, fetch: fetched as typeof fetch }
  await exchange({ ...request, headers: [] }, () => {}, new AbortController().signal, options)
  await exchange({ ...request, headers: [], bound: true }, () => {}, new AbortController().signal, options)
  expect(asked).toEqual(['follow', 'manual'])
})

test('hosts by name, by the names below one, with a port or without', () => {
  expect(isAmong(['api.example.com'], 'API.example.com:443')).toBe(true)
  expect(isAmong(['api.example.com:8443'], 'api.example.com')).toBe(false)
  expect(isAmong(['*.example.com'], 'a.b.example.com')).toBe(true)
  expect(isAmong(['*.example.com'], 'example.com')).toBe(false)
  expect(isAmong(['*.example.com'], 'badexample.com')).toBe(false)
  expect(isAmong(['example.com'], 'example.com.evil.test')).toBe(false)
})
