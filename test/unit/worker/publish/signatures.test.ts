// Signatures of webhooks by the vectors of their vendors; one changed byte anywhere is refused.
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { HookRequest } from '../../../../worker/engine-worker.ts'
import type { Config } from '../../../../worker/model/app.ts'
import type { Entity } from '../../../../worker/model/value.ts'
import { Publisher } from '../../../../worker/publish/publisher.ts'
import { verified } from '../../../../worker/publish/signatures.ts'
import { appOf, flow, step } from '../../../support/engine.ts'

const secrets: Record<string, string> = {
  std: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  github: "It's a Secret to Everybody",
  ding: 'this is secret',
  dingToken: '123456',
  dingAes: '4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij',
  token: 'QDG6eK',
  aes: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
const of = (id: string) => ({ mode: 'secret' as const, id })
const request = (more: Partial<Omit<HookRequest, 'body'>> & { body?: string }): HookRequest => ({
  method: 'POST',
  url: 'http://local/hook/x',
  path: '/x',
  headers: [],
  ...more,
  body: new TextEncoder().encode(more.body ?? ''),
})
const check = (one: HookRequest, config: Config, now: number) =>
  verified(one, config, { secret: (id) => secrets[id], now })
const refused = { code: 'HTTP:SIGNATURE' }

describe('Standard Webhooks', () => {
  // The vector of its reference libraries.
  const headers: [string, string][] = [
    ['Webhook-Id', 'msg_p5jXN8AQM9LWM0D4loKWxJek'],
    ['Webhook-Timestamp', '1614265330'],
    ['Webhook-Signature', 'v1,AAAA v2,x v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
  ]
  const one = request({ headers, body: '{"test": 2432232314}' })
  const config = { verify: 'standard-webhooks', secret: of('std') }
  const now = 1_614_265_330_000
  test('its vector', async () => expect(await check(one, config, now + 299_000)).toEqual({ request: one }))
  test('too old, changed, unsigned', async () => {
    await expect(check(one, config, now + 301_000)).rejects.toMatchObject(refused)
    await expect(check({ ...one, body: new Uint8Array([1]) }, config, now)).rejects.toMatchObject(refused)
    await expect(check({ ...one, headers: [] }, config, now)).rejects.toMatchObject(refused)
  })
})

describe('GitHub', () => {
  // docs.github.com, Validating webhook deliveries: Testing the webhook payload validation.
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  const one = request({ headers: [['X-Hub-Signature-256', signature]], body: 'Hello, World!' })
  const config = { verify: 'github', secret: of('github') }
  test('its vector', async () => expect(await check(one, config, 0)).toEqual({ request: one }))
  test('another body, another secret, no signature', async () => {
    await expect(check({ ...one, body: new TextEncoder().encode('Hello, World?') }, config, 0)).rejects.toMatchObject(refused) // prettier-ignore
    await expect(check(one, { ...config, secret: of('ding') }, 0)).rejects.toMatchObject(refused)
    await expect(check({ ...one, headers: [] }, config, 0)).rejects.toMatchObject(refused)
  })
})

describe('DingTalk robot', () => {
  const now = 1_700_000_000_000
  // The vendor gives a formula: Base64(HmacSHA256(secret, timestamp + "\n" + secret)); here by Node's crypto.
  const sign = createHmac('sha256', secrets['ding']!).update(`${now}\n${secrets['ding']}`).digest('base64')
  const one = request({ headers: [['timestamp', String(now)], ['sign', sign]], body: '{}' }) // prettier-ignore
  const config = { verify: 'dingtalk', secret: of('ding') }
  test('signed and fresh', async () =>
    expect(await check(one, config, now + 3_599_000)).toEqual({ request: one }))
  test('an hour later it is refused', async () =>
    await expect(check(one, config, now + 3_601_000)).rejects.toMatchObject(refused))
})

describe('WeCom callback', () => {
  // The sample of the vendor's own library (WXBizMsgCrypt).
  const config = { verify: 'wecom', secret: of('token'), aesKey: of('aes'), receiver: 'wx5823bf96d3bd56c7' }
  const echo = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=='
  const asked = (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3', timestamp: '1409659589', nonce: '263014780', echostr: echo, ...more }) // prettier-ignore
    return request({ method: 'GET', url: `http://local/hook/x?${query.toString()}` })
  }
  test('its question is answered with what it has encrypted', async () => {
    const found = await check(asked(), config, 1_409_659_589_000)
    expect('answer' in found && new TextDecoder().decode(found.answer.body)).toBe('1616140317555161061')
  })
  test('a message comes decrypted, as XML', async () => {
    const sealed = 'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==' // prettier-ignore
    const url = 'http://local/hook/x?msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1409659813&nonce=1372623149' // prettier-ignore
    const body = `<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt><AgentID>218</AgentID></xml>` // prettier-ignore
    const found = await check(request({ url, body }), config, 1_409_659_813_000)
    if (!('request' in found)) throw new Error('no request')
    expect(new TextDecoder().decode(found.request.body)).toMatch(
      /^<xml>.*<Content><!\[CDATA\[hello\]\]><\/Content>/s,
    )
    expect(found.request.headers).toContainEqual(['content-type', 'application/xml'])
  })
  test.each([
    ['another nonce', asked({ nonce: '1' }), config],
    ['another receiver', asked(), { ...config, receiver: 'ww0' }],
    ['another key', asked(), { ...config, aesKey: 'x'.repeat(43) }],
  ])(
    '%s is refused',
    async (_name, one, own) =>
      await expect(check(one, own, 1_409_659_589_000)).rejects.toMatchObject(refused),
  )
})

describe('DingTalk events', () => {
  // The sample of the vendor's documentation of its encryption.
  const config = { verify: 'dingtalk-events', secret: of('dingToken'), aesKey: of('dingAes'), receiver: 'suite4xxxxxxxxxxxxxxx' } // prettier-ignore
  const encrypt = '1a3NBxmCFwkCJvfoQ7WhJHB+iX3qHPsc9JbaDznE1i03peOk1LaOQoRz3+nlyGNhwmwJ3vDMG+OzrHMeiZI7gTRWVdUBmfxjZ8Ej23JVYa9VrYeJ5as7XM/ZpulX8NEQis44w53h1qAgnC3PRzM7Zc/D6Ibr0rgUathB6zRHP8PYrfgnNOS9PhSBdHlegK+AGGanfwjXuQ9+0pZcy0w9lQ==' // prettier-ignore
  const now = 1_445_827_045_067
  const asked = (more: Record<string, string> = {}, body = JSON.stringify({ encrypt })) => {
    const query = new URLSearchParams({ signature: '5a65ceeef9aab2d149439f82dc191dd6c5cbe2c0', timestamp: String(now), nonce: 'nEXhMP4r', ...more }) // prettier-ignore
    return request({ url: `http://local/hook/x?${query.toString()}`, body })
  }
  const key = Buffer.from(`${secrets['dingAes']}=`, 'base64')
  /** By Node's crypto. */
  const decrypted = (text: string): string => {
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const plain = Buffer.concat([cipher.update(text, 'base64'), cipher.final()])
    return plain.subarray(20, plain.length - plain.at(-1)!).toString()
  }
  const encrypted = (text: string): string => {
    const whole = Buffer.concat([Buffer.alloc(16, 1), Buffer.from([0, 0, 0, text.length]), Buffer.from(`${text}suite4xxxxxxxxxxxxxxx`)]) // prettier-ignore
    const more = 32 - (whole.length % 32)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([
      cipher.update(Buffer.concat([whole, Buffer.alloc(more, more)])),
      cipher.final(),
    ]).toString('base64')
  }
  const signatureOf = (parts: string[]): string =>
    createHash('sha1').update(parts.sort().join('')).digest('hex')
  const sealedWord = (body: Uint8Array): string => {
    const { msg_signature, timeStamp, nonce, encrypt } = JSON.parse(new TextDecoder().decode(body)) as Record<
      string,
      string
    >
    expect(msg_signature).toBe(signatureOf(['123456', timeStamp!, nonce!, encrypt!]))
    return decrypted(encrypt!)
  }
  test('the check of a suite gets its own word back, encrypted and signed', async () => {
    const found = await check(asked(), config, now)
    expect('answer' in found && sealedWord(found.answer.body)).toBe('LPIdSnlFsuite4xxxxxxxxxxxxxxx')
  })
  test('an event comes decrypted, and its sender hears success only of a flow that went well', async () => {
    const text = '{"EventType":"user_add_org"}'
    const closed = encrypted(text)
    const signature = signatureOf(['123456', String(now), 'n', closed])
    const found = await check(
      asked({ signature, nonce: 'n' }, JSON.stringify({ encrypt: closed })),
      config,
      now,
    )
    if (!('request' in found)) throw new Error('no request')
    expect(new TextDecoder().decode(found.request.body)).toBe(text)
    const answer = (status: number) => found.sealed!({ status, headers: [], body: new Uint8Array() })
    expect(sealedWord((await answer(200)).body)).toBe('successsuite4xxxxxxxxxxxxxxx')
    expect((await answer(500)).status).toBe(500)
  })
  test.each([
    ['another nonce', asked({ nonce: 'x' }), config, now],
    ['another receiver', asked(), { ...config, receiver: 'other' }, now],
    ['another key', asked(), { ...config, aesKey: 'x'.repeat(43) }, now],
    ['another body', asked({}, '{"encrypt":"AAAA"}'), config, now],
    ['an hour later', asked(), config, now + 3_700_000],
  ])('%s is refused', async (_name, one, own, at) => await expect(check(one, own, at)).rejects.toMatchObject(refused)) // prettier-ignore
})

test('a listener without its secret answers nobody', async () =>
  await expect(check(request({}), { verify: 'github', secret: of('gone') }, 0)).rejects.toMatchObject({ code: 'CORE:NO_SECRET' })) // prettier-ignore
test('without a way nothing is checked', async () => {
  const one = request({ body: 'x' })
  expect(await check(one, {}, 0)).toEqual({ request: one })
})

test('a listener that checks answers 401 to a stranger and starts nothing; the sender it knows starts its flow', async () => {
  const runs: string[] = []
  const publisher = new Publisher({
    now: () => 0,
    after: () => () => {},
    newRunId: () => 'r1',
    secret: (id) => secrets[id],
    run: async ({ input }) => {
      runs.push(new TextDecoder().decode((input!.payload.value as Entity).bytes))
      return { reply: { status: 200, headers: [], body: new Uint8Array() } }
    },
  })
  const trigger = step('http-listener', { path: '/x', verify: 'github', secret: of('github') })
  publisher.publish(appOf(flow([], { trigger })), { granted: { hosts: 'all' } })
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  const signed = request({ headers: [['x-hub-signature-256', signature]], body: 'Hello, World!' })
  const stranger = await publisher.answer({ ...signed, headers: [] })
  expect([stranger.status, JSON.parse(new TextDecoder().decode(stranger.body))]).toMatchObject([401, refused])
  expect((await publisher.answer(signed)).status).toBe(200)
  expect(runs).toEqual(['Hello, World!'])
})
