// HTTP by the relay, for APIs that allow no page: a real server, redirects step by step, and what is refused.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { exchange } from '../../worker/http-exchange.ts'
import { relayFetch } from '../../worker/relay/relay-fetch.ts'
import { startRelay, type TestRelay } from '../support/relay.ts'

let relay: TestRelay
let server: Server
let base: string
const seen: { method: string; url: string; headers: string[]; body: string }[] = []

beforeAll(async () => {
  relay = await startRelay()
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    seen.push({ method: request.method!, url: request.url!, headers: request.rawHeaders, body })
    const path = request.url!
    if (path.startsWith('/twice')) response.setHeader('Set-Cookie', ['a=1', 'b=2'])
    if (path === '/gzip')
      return void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed'))
    if (path.startsWith('/to/'))
      return void response.writeHead(302, { Location: decodeURIComponent(path.slice(4)) }).end()
    if (path === '/endless') return void setInterval(() => response.write(Buffer.alloc(100_000)), 1).unref()
    if (path === '/cut')
      return void response
        .writeHead(200, { 'Content-Length': '100' })
        .write('half', () => request.socket.destroy())
    if (path === '/slow') return
    response.writeHead(path === '/404' ? 404 : 200).end(`${request.method} ${body}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await relay.close()
  server.closeAllConnections()
  server.close()
})

const ask = (
  url: string,
  more: Partial<Parameters<typeof exchange>[0]> = {},
  mayReach: (url: URL) => void = () => {},
) =>
  exchange(
    { method: 'GET', url, headers: [], timeout: 5000, redirects: 5, maxBytes: 1_000_000, ...more },
    mayReach,
    new AbortController().signal,
    { redirects: 'here', fetch: relayFetch(async () => relay.client) },
  )

describe('a request by the relay', () => {
  it('carries method, headers and body, and gives status, headers and body', async () => {
    const answer = await ask(`${base}/twice?a=%20b`, {
      method: 'POST',
      headers: [['X-One', 'ü']],
      body: new TextEncoder().encode('订单'),
    })
    expect([answer.status, new TextDecoder().decode(answer.body)]).toEqual([200, 'POST 订单'])
    expect(answer.headers.filter(([name]) => name === 'set-cookie')).toEqual([['set-cookie', 'a=1'], ['set-cookie', 'b=2']]) // prettier-ignore
    expect(seen.at(-1)).toMatchObject({ method: 'POST', url: '/twice?a=%20b', body: '订单' })
    expect((await ask(`${base}/404`)).status).toBe(404)
    expect(new TextDecoder().decode((await ask(`${base}/gzip`)).body)).toBe('packed')
  })
  it('follows redirects one by one, each of them asked for', async () => {
    const asked: string[] = []
    const answer = await ask(`${base}/to/${encodeURIComponent('/to/' + encodeURIComponent('/end'))}`, {}, (url) => asked.push(url.pathname)) // prettier-ignore
    expect([answer.url, asked.length]).toEqual([`${base}/end`, 3])
  })
  test.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://0xa9.0xfe.0xa9.0xfe/',
    'http://[fd00::1]/',
    'http://192.168.1.1:8080/admin',
    'http://100.100.100.200/',
    'http://0.0.0.0/',
    'http://[::]/',
  ])('a redirect to %s goes nowhere', async (target) => {
    await expect(ask(`${base}/to/${encodeURIComponent(target)}`)).rejects.toMatchObject({
      code: 'EGRESS:DENIED',
    })
  })
  test.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1/',
    'javascript:alert(1)',
    'unix:/run/x',
  ])('nor does %s', async (target) => {
    await expect(ask(target)).rejects.toMatchObject({ code: 'HTTP:URL' })
  })
  it('does not reach the relay itself', async () => {
    await expect(ask(`${relay.url}/relay/code`)).rejects.toMatchObject({ data: { rule: 'own-port' } })
  })
  test.each([
    'Host',
    'Connection',
    'Transfer-Encoding',
    'Content-Length',
    'Upgrade',
    'TE',
    'Trailer',
    'Proxy-Authorization',
    'Keep-Alive',
    'Expect',
  ])('sends no %s of ours', async (name) => {
    await expect(ask(`${base}/`, { headers: [[name, 'x']] })).rejects.toMatchObject({ code: 'HTTP:HEADER' })
  })
  it('ends when it is too large, cut off, too slow or stopped', async () => {
    await expect(ask(`${base}/endless`)).rejects.toMatchObject({ code: 'HTTP:TOO_LARGE' })
    await expect(ask(`${base}/cut`)).rejects.toMatchObject({ code: 'CONNECT:LOST' })
    await expect(ask(`${base}/slow`, { timeout: 200 })).rejects.toMatchObject({ code: 'HTTP:TIMEOUT' })
    await expect(ask('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'CONNECT:REFUSED' })
  })
})
