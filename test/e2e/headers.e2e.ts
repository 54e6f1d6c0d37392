// What the server says with each file: the strict headers, right types, compression, caching; and what it refuses.
import { request as rawRequest } from 'node:http'
import { expect, test } from './site.ts'

test('the page and its scripts come with the strict headers', async ({ site, page, request }) => {
  const answer = await request.get(site.url)
  const headers = answer.headers()
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
  expect(headers['x-content-type-options']).toBe('nosniff')

  const script = /assets\/[^"]+\.js/.exec(await answer.text())![0]
  const scriptHeaders = (await request.get(site.url + script)).headers()
  expect(scriptHeaders['content-security-policy']).toBe(headers['content-security-policy'])
  expect(scriptHeaders['content-type']).toContain('text/javascript')
  expect(scriptHeaders['cache-control']).toContain('immutable')

  await page.goto(site.url)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('no path leads out of the folder, no foreign host is answered', async ({ site }) => {
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/assets/..\\x',
  ]) {
    expect((await raw(site.url, path)).status).toBe(404)
  }
  expect((await raw(site.url, '/', { host: 'evil.example' })).status).toBe(421)
  expect((await raw(site.url, '/', { host: 'evil.example:8517' })).status).toBe(421)
})

/** A request whose path is sent as it is: fetch would tidy it up. */
function raw(url: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    rawRequest({ hostname, port, path, headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
      .on('error', reject)
      .end()
  })
}
