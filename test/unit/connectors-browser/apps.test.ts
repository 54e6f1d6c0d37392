// Every application connector against a server on this machine that checks what arrives (method, path, query, headers,
// signature, body) and answers what the vendor documents. No vendor is called.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { definitionsOf } from '../../../connectors-browser/app-definition.ts'
import { appManifests } from '../../../worker/app-connectors.ts'
import { connectors, definition, docs } from '../../../worker/definitions.ts'
import { exchange } from '../../../worker/http-exchange.ts'
import type { App, FieldValue } from '../../../worker/model/app.ts'
import type { AppExample, AppManifest, AppOperation } from '../../../worker/model/app-manifest.ts'
import { checkApp } from '../../../worker/model/check-app.ts'
import { readCron } from '../../../worker/model/cron.ts'
import { appOf, dataway, flow, ran, step, testHost } from '../../support/engine.ts'

interface Seen {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}
interface Answer {
  status: number
  headers?: Record<string, string>
  body: unknown
}
let server: Server
let base = ''
let seen: Seen[] = []
let answer: (request: Seen) => Answer = () => ({ status: 500, body: {} })

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const one: Seen = {
      method: request.method!,
      url: new URL(request.url!, base),
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    }
    seen.push(one)
    const { status, headers, body } = answer(one)
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function value(given: unknown): FieldValue {
  return typeof given === 'object' && given !== null
    ? { mode: 'literal', value: given as never }
    : (given as FieldValue)
}

function appFor(manifest: AppManifest, operation: AppOperation, example: AppExample): App {
  const config = Object.fromEntries(
    Object.entries(example.arguments).map(([name, given]) => [name, value(given)]),
  )
  const one = { ...step(`${manifest.id}/${operation.id}`, config), connection: 'c1' }
  const connection = {
    id: 'c1',
    connector: manifest.id,
    name: 'C',
    config: { ...example.connection, baseUrl: base },
  }
  return { ...appOf(flow([one])), connections: [connection] }
}

async function call(app: App, replay?: Parameters<typeof ran>[1] extends infer O ? O : never) {
  const host = testHost()
  host.http = (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' })
  return await ran(app, { host, ...replay })
}

for (const manifest of appManifests)
  describe(manifest.id, () => {
    test('is known by its file, in both languages', async () => {
      expect(connectors.get(manifest.id)?.fields.map((field) => field.name)).toContain('baseUrl')
      for (const operation of manifest.operations) {
        const id = `${manifest.id}/${operation.id}`
        expect(definition(id)?.label.zh).toMatch(/[\u4e00-\u9fff]/)
        expect(await docs(id, 'zh')).toContain(operation.summary.zh)
        expect(await docs(id, 'en')).toContain(operation.summary.en)
      }
      expect(definitionsOf(manifest)).toHaveLength(manifest.operations.length)
    })
    for (const operation of manifest.operations)
      for (const example of operation.examples)
        test(`${operation.id}: ${example.title.en}`, async () => {
          seen = []
          const { request } = example
          answer = (one) => tokenAnswer(manifest, example, one) ?? example.answer
          const app = appFor(manifest, operation, example)
          expect(checkApp(app, { definition, check: (s, m) => dataway.check(s, m), readCron })).toEqual([])
          const result = await call(app)
          const one = seen.find(({ url }) => url.pathname === request.path)!
          expect(one, seen.map(({ url }) => url.href).join()).toBeDefined()
          expect(one.method).toBe(operation.method)
          for (const [name, text] of Object.entries(request.query ?? {}))
            expect(one.url.searchParams.get(name)).toBe(text)
          for (const [name, text] of Object.entries(request.headers ?? {}))
            expect(one.headers[name]).toBe(text)
          if (request.body !== undefined) expect(JSON.parse(one.body)).toEqual(request.body)
          isSigned(manifest, example, one)
          expect(result.fault?.code, result.fault?.message).toBe(example.fault)
          if ('result' in example) {
            const payload = result.payload as { $entity?: unknown }
            const plain = payload?.$entity
              ? JSON.parse(Buffer.from(dataway.toBytes(result.message.payload).bytes).toString())
              : payload
            expect(plain).toEqual(example.result)
          }
          await keepsSecrets(app, example, result)
        })
  })

/** What the vendor answers to the call for a token; undefined to another call. The token names the last secret it was asked with. */
function tokenAnswer(
  { auth, fields }: AppManifest,
  { connection = {} }: AppExample,
  { url, body, headers }: Seen,
): Answer | undefined {
  const secret = fields.filter(({ kind, name }) => kind === 'secret' && connection[name]).at(-1)
  const text = `token-of-${connection[secret?.name ?? '']}`
  if (auth.scheme === 'fadada' && url.pathname === auth['tokenPath']) {
    expect(headers['x-fasc-grant-type']).toBe('client_credential')
    return { status: 200, body: { code: '100000', data: { accessToken: text, expiresIn: '7200' } } }
  }
  if (auth.scheme === 'kingdee-jdy' && url.pathname.endsWith('/kingdee_auth_token')) {
    // The vendor's own vector, for the key abc and the secret abc123.
    expect(url.searchParams.get('app_signature')).toBe('ZDljMTI3NGIyNTE1MTRkYzlkNjc1MDNhYjUzMzgzNWMyY2M4YTdjMzdmNmM3YTVlNDkxMTkzNjdiOTFjNzUyZQ==') // prettier-ignore
    return { status: 200, body: { errcode: 0, data: { 'app-token': text, expires: Date.now() + 7_200_000 } } }
  }
  if (auth.scheme !== 'fetched-token') return undefined
  const { ask, failure } = auth as unknown as {
    ask: { path: string; as: string; fields: Record<string, string | string[]>; fixed?: Record<string, string>; within?: string } // prettier-ignore
    failure?: { code: string; ok: string[] }
  }
  if (url.pathname !== ask.path) return undefined
  const given: Record<string, string> =
    ask.as === 'json' ? JSON.parse(body) : Object.fromEntries(ask.as === 'form' ? new URLSearchParams(body) : url.searchParams) // prettier-ignore
  const wanted = Object.entries(ask.fields).map(([name, from]) => [name, [from].flat().map((one) => connection[one] ?? '').join('')]) // prettier-ignore
  expect(given).toEqual({ ...ask.fixed, ...Object.fromEntries(wanted) })
  const first = Object.values(ask.fields).flat().map((name) => fields.find((field) => field.name === name)).find((field) => field?.kind === 'secret')! // prettier-ignore
  const token = { access_token: `token-of-${connection[first.name]}`, expires_in: 7200 }
  const [name, inner] = (failure?.code ?? '').split('.')
  const well = name ? { [name]: inner ? { [inner]: failure!.ok[0] } : failure!.ok[0] } : {}
  return { status: 200, body: { ...well, ...(ask.within ? { [ask.within]: token } : token) } }
}

/** Recomputed here, apart from the connector's code. */
function isSigned(
  { auth }: AppManifest,
  { connection = {} }: AppExample,
  { method, url, headers, body }: Seen,
): void {
  if (auth.scheme === 'dingtalk-robot' && connection['secret']) {
    const timestamp = url.searchParams.get('timestamp')!
    const sign = createHmac('sha256', connection['secret'])
      .update(`${timestamp}\n${connection['secret']}`)
      .digest('base64')
    expect(url.searchParams.get('sign')).toBe(sign)
  }
  if (auth.scheme === 'baidu-translate') {
    const form = new URLSearchParams(body)
    const text = `${connection['appid']}${form.get('q')}${form.get('salt')}${connection['key']}`
    expect(form.get('sign')).toBe(createHash('md5').update(text).digest('hex'))
  }
  if (auth.scheme === 'tencent-meeting') {
    const of = (name: string): string => String(headers[name])
    const text = `${method}\nX-TC-Key=${connection['secretId']}&X-TC-Nonce=${of('x-tc-nonce')}&X-TC-Timestamp=${of('x-tc-timestamp')}\n${url.pathname}${url.search}\n${body}`
    const digest = createHmac('sha256', connection['secretKey']!).update(text).digest('hex')
    expect(of('x-tc-signature')).toBe(Buffer.from(digest).toString('base64'))
  }
  if (auth.scheme === 'workec') {
    const text = `appId=${connection['appId']}&appSecret=${connection['appSecret']}&timeStamp=${String(headers['x-ec-timestamp'])}`
    expect(headers['x-ec-sign']).toBe(createHash('md5').update(text).digest('hex').toUpperCase())
  }
  if (auth.scheme === 'fadada') {
    const names = ['X-FASC-App-Id', 'X-FASC-Sign-Type', 'X-FASC-Timestamp', 'X-FASC-Nonce', 'X-FASC-AccessToken', 'X-FASC-Api-SubVersion'] // prettier-ignore
    const all = { bizContent: new URLSearchParams(body).get('bizContent')!, ...Object.fromEntries(names.map((name) => [name, String(headers[name.toLowerCase()])])) } // prettier-ignore
    expect(JSON.parse(all.bizContent)).toBeTypeOf('object')
    const text = Object.keys(all).sort().map((name) => `${name}=${(all as Record<string, string>)[name]}`).join('&') // prettier-ignore
    const key = createHmac('sha256', connection['appSecret']!)
      .update(String(headers['x-fasc-timestamp']))
      .digest()
    const sign = createHmac('sha256', key)
      .update(createHash('sha256').update(text).digest('hex'))
      .digest('hex')
    expect(headers['x-fasc-sign']).toBe(sign)
  }
  if (auth.scheme === 'kingdee-jdy') {
    const query = [...url.searchParams].sort().map(([name, one]) => `${name}=${encodeURIComponent(encodeURIComponent(one))}`).join('&') // prettier-ignore
    const text = `${method}\n${encodeURIComponent(url.pathname)}\n${query}\nx-api-nonce:${String(headers['x-api-nonce'])}\nx-api-timestamp:${String(headers['x-api-timestamp'])}\n`
    const digest = createHmac('sha256', connection['clientSecret']!).update(text).digest('hex')
    expect(headers['x-api-signature']).toBe(Buffer.from(digest).toString('base64'))
  }
  if (auth.scheme === 'tc3') {
    expect(headers['authorization']).toMatch(
      new RegExp(
        `^TC3-HMAC-SHA256 Credential=${connection['secretId']}/\\d{4}-\\d\\d-\\d\\d/sms/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$`,
      ),
    )
  }
}

/** No secret of the connection stands in the record or in a Fault, and the record replays without the network or secrets. */
async function keepsSecrets(
  app: App,
  example: AppExample,
  result: Awaited<ReturnType<typeof call>>,
): Promise<void> {
  const record = result.run.record(result.summary)!
  const manifest = appManifests.find(({ id }) => id === app.connections[0]!.connector)!
  const secrets = manifest.fields
    .filter(({ kind }) => kind === 'secret')
    .map(({ name }) => example.connection?.[name])
    .filter(Boolean)
  const told = JSON.stringify([record.effects, result.fault ?? null])
  for (const secret of secrets) expect(told.includes(secret!), told).toBe(false)
  const before = seen.length
  const bare = { ...app, connections: app.connections.map((one) => ({ ...one, config: { baseUrl: base } })) }
  const again = await call(bare, { replay: record, granted: { hosts: [] } })
  expect(again.fault?.code).toBe(result.fault?.code)
  expect(seen.length).toBe(before)
}

test('pages are read until the last, or until there are enough', async () => {
  const github = appManifests.find(({ id }) => id === 'github')!
  const list = github.operations.find(({ id }) => id === 'list-issues')!
  const example: AppExample = {
    title: { en: '', zh: '' },
    arguments: { owner: 'o', repo: 'r' },
    request: { path: '' },
    answer: { status: 200, body: [] },
  }
  seen = []
  answer = ({ url }) => {
    const page = Number(url.searchParams.get('page') ?? 1)
    const link = `<${base}/x?page=${page + 1}>; rel="next"`
    return {
      status: 200,
      headers: page < 3 ? { Link: link } : undefined,
      body: [{ number: page * 2 - 1 }, { number: page * 2 }],
    }
  }
  const all = await call(appFor(github, list, example))
  expect(all.payload).toEqual([1, 2, 3, 4, 5, 6].map((number) => ({ number })))
  expect(seen).toHaveLength(3)
  const some = await call(
    appFor(github, list, { ...example, arguments: { ...example.arguments, maxItems: 3 } }),
  )
  expect(some.payload).toEqual([1, 2, 3].map((number) => ({ number })))
})

test('a token that ended early is fetched again, once', async () => {
  const wecom = appManifests.find(({ id }) => id === 'wecom')!
  const list = wecom.operations.find(({ id }) => id === 'list-departments')!
  const example: AppExample = {
    title: { en: '', zh: '' },
    connection: { corpId: 'w', secret: 'early' },
    arguments: {},
    request: { path: '' },
    answer: { status: 200, body: {} },
  }
  seen = []
  let tokens = 0
  answer = ({ url }) => {
    if (url.pathname === '/cgi-bin/gettoken')
      return { status: 200, body: { errcode: 0, access_token: `t${++tokens}`, expires_in: 7200 } }
    return url.searchParams.get('access_token') === 't1'
      ? { status: 200, body: { errcode: 42001, errmsg: 'expired' } }
      : { status: 200, body: { errcode: 0, department: [] } }
  }
  expect((await call(appFor(wecom, list, example))).payload).toEqual([])
  expect(tokens).toBe(2)
  expect((await call(appFor(wecom, list, example))).payload).toEqual([])
  expect(tokens).toBe(2)
})

test('a server that is away: the Fault names the address without the token', async () => {
  const robot = appManifests.find(({ id }) => id === 'wecom-robot')!
  const operation = robot.operations[0]!
  const example = operation.examples[0]!
  const app = appFor(robot, operation, example)
  app.connections[0]!.config['baseUrl'] = 'http://127.0.0.1:9'
  const { fault } = await call(app)
  expect(fault?.code).toBe('HTTP:UNREACHABLE')
  expect(JSON.stringify(fault)).not.toContain('k-1')
  expect(fault?.message).toContain('/cgi-bin/webhook/send')
})
