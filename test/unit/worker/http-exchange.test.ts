// HTTP against a server that misbehaves: each fault has its code, nothing hangs, nothing is half used.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exchange } from '../../../worker/http-exchange.ts'
import type { HttpRequest, HttpResponse } from '../../../worker/model/context.ts'
import { startFaultServer, type FaultServer } from '../../support/fault-server.ts'

let server: FaultServer
beforeAll(async () => {
  server = await startFaultServer()
})
afterAll(() => server.close())

const never = new AbortController().signal
function call(path: string, more: Partial<HttpRequest> = {}, signal = never): Promise<HttpResponse> {
  const url = path.includes(':') ? path : server.url + path
  const request = {
    method: 'GET',
    url,
    headers: [],
    timeout: 2_000,
    redirects: 5,
    maxBytes: 1024 * 1024,
    ...more,
  }
  return exchange(request, () => {}, signal, { redirects: 'here' })
}
function text(answer: HttpResponse): string {
  return new TextDecoder().decode(answer.body)
}

describe('an exchange', () => {
  test('gives status, headers and body, whatever the status', async () => {
    const answer = await call('/status/418')
    expect(answer.status).toBe(418)
    expect(answer.headers).toContainEqual(['content-type', 'application/json'])
    expect(text(answer)).toBe('{"status":418}')
  })
  test('sends method, headers and body', async () => {
    const answer = await call('/echo', {
      method: 'PUT',
      headers: [['X-A', '1']],
      body: new TextEncoder().encode('héllo'),
    })
    expect(JSON.parse(text(answer))).toMatchObject({ method: 'PUT', headers: { 'x-a': '1' }, body: 'héllo' })
  })
  test.each([
    ['/hang', { timeout: 150 }, 'HTTP:TIMEOUT'],
    ['/half', {}, 'HTTP:INCOMPLETE'],
    ['/bytes/1048577', {}, 'HTTP:TOO_LARGE'],
    ['/endless', {}, 'HTTP:TOO_LARGE'],
    ['/redirect/6', {}, 'HTTP:REDIRECTS'],
    ['http://127.0.0.1:1/', {}, 'HTTP:UNREACHABLE'],
    ['ftp://x/', {}, 'HTTP:URL'],
    ['not an address:', {}, 'HTTP:URL'],
    ['/echo', { headers: [['X-A', 'a\r\nX-B: 1']] as [string, string][] }, 'HTTP:HEADER'],
  ])('to %s with %o fails as %s (%s)', async (path, more, code) => {
    await expect(call(path, more)).rejects.toMatchObject({ code })
  })
  test('of exactly the limit passes', async () => {
    expect((await call('/bytes/1048576')).body.length).toBe(1_048_576)
  })
  test('follows redirects up to the number allowed', async () => {
    expect((await call('/redirect/3')).url).toBe(server.url + '/echo')
    expect((await call('/redirect/3', { redirects: 0 })).status).toBe(302)
  })
  test('stops at once when cancelled', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    const started = performance.now()
    await expect(call('/hang', { timeout: 60_000 }, stop.signal)).rejects.toMatchObject({
      code: 'CORE:CANCELLED',
    })
    expect(performance.now() - started).toBeLessThan(20_000)
  })
  test('asks before each address, also after a redirect', async () => {
    const asked: string[] = []
    const before = server.calls.get('GET /redirect/0') ?? 0
    const mayReach = (url: URL): void => {
      asked.push(url.pathname)
      if (url.pathname === '/redirect/0') throw { code: 'HTTP:NOT_GRANTED', message: 'no' }
    }
    const request = {
      method: 'GET',
      url: server.url + '/redirect/1',
      headers: [],
      timeout: 2_000,
      redirects: 5,
      maxBytes: 1,
    }
    const result = exchange(request, mayReach, never, { redirects: 'here' })
    await expect(result).rejects.toMatchObject({ code: 'HTTP:NOT_GRANTED' })
    expect(asked).toEqual(['/redirect/1', '/redirect/0'])
    expect(server.calls.get('GET /redirect/0') ?? 0).toBe(before)
  })
})
