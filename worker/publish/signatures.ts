// Who sent a webhook: checked before its flow starts, over the bytes as they came. Each way is that of its vendor:
// Standard Webhooks (standardwebhooks.com), GitHub (docs.github.com, "Validating webhook deliveries"), DingTalk robots
// (open.dingtalk.com, "Receive messages") and event callbacks (open.dingtalk.com, "Configure HTTP push"), WeCom callbacks
// (developer.work.weixin.qq.com/document/path/90968).
import type { HookAnswer, HookRequest } from '../engine-worker.ts'
import type { Config } from '../model/app.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import { joined } from '../model/bytes.ts'
import { fault, type Fault } from '../model/fault.ts'
import { isScalar } from '../model/field-value.ts'
import { toHex } from '../model/hex.ts'

/**
 * `request`: as the flow gets it; `sealed`: the vendor wants the flow's answer encrypted. `answer`: it only asks whether we are there.
 */
export type Verified =
  { request: HookRequest; sealed?(answer: HookAnswer): Promise<HookAnswer> } | { answer: HookAnswer }

interface Given {
  request: HookRequest
  header(name: string): string
  query: URLSearchParams
  secret: string
  aesKey: string
  receiver: string
  /** Milliseconds since the epoch. */
  now: number
}
type Bytes = Uint8Array<ArrayBuffer>

const utf8 = new TextEncoder()
/** Seconds that a message may be old, or early. */
const tolerance = 300
/** DingTalk says an hour. */
const dingtalkTolerance = 3600
const checks: Record<string, (given: Given) => Promise<Verified>> = { 'standard-webhooks': standardWebhooks, github, dingtalk, 'dingtalk-events': dingtalkEvents, wecom } // prettier-ignore

/** Throws HTTP:SIGNATURE for what nobody trusted sent, CORE:NO_SECRET where the listener's own secret is not there. */
export async function verified(
  request: HookRequest,
  config: Config,
  { secret, now }: { secret(id: string): string | undefined; now: number },
): Promise<Verified> {
  const check = checks[String(config['verify'] ?? 'none')]
  if (!check) return { request }
  const plain = (name: string, isNeeded: boolean): string => {
    const value = config[name]
    const id = typeof value === 'object' && value?.mode === 'secret' ? value.id : undefined
    const found = id === undefined ? (isScalar(value) ? String(value ?? '') : '') : secret(id)
    if (found || !isNeeded) return found ?? ''
    throw fault('CORE:NO_SECRET', `The secret of the field ${name} is not there.`, {
      hint: 'Enter it in the listener.',
      at: { field: name },
    })
  }
  const isEncrypted = config['verify'] === 'wecom' || config['verify'] === 'dingtalk-events'
  return await check({
    request,
    header: (name) => request.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '',
    query: new URL(request.url).searchParams,
    secret: plain('secret', true),
    aesKey: plain('aesKey', isEncrypted),
    receiver: plain('receiver', false),
    now,
  })
}

/** `v1,` and base64 of HMAC-SHA-256 over `id.timestamp.body`; several signatures stand side by side while keys change. */
async function standardWebhooks({ request, header, secret, now }: Given): Promise<Verified> {
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')]
  mustBeFresh(Number(timestamp), now, tolerance)
  const key = keyOf(secret)
  const expected = await hmac('SHA-256', key, joined([utf8.encode(`${id}.${timestamp}.`), request.body]))
  const given = header('webhook-signature')
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
  if (!given.slice(0, 20).some((one) => isSame(one.slice(3), toBase64(expected))))
    throw refused('its signature is another')
  return { request }
}
/** `whsec_` and base64, or the text itself. */
function keyOf(secret: string): Bytes {
  if (!secret.startsWith('whsec_')) return utf8.encode(secret)
  return new Uint8Array(fromBase64(secret.slice(6)))
}

async function github({ request, header, secret }: Given): Promise<Verified> {
  const expected = `sha256=${toHex(await hmac('SHA-256', utf8.encode(secret), new Uint8Array(request.body)))}`
  if (!isSame(header('x-hub-signature-256'), expected)) throw refused('its signature is another')
  return { request }
}

/** The robot's app secret signs `timestamp`, a line end and itself. */
async function dingtalk({ request, header, secret, now }: Given): Promise<Verified> {
  const timestamp = header('timestamp')
  mustBeFresh(Number(timestamp) / 1000, now, dingtalkTolerance)
  const expected = await hmac('SHA-256', utf8.encode(secret), utf8.encode(`${timestamp}\n${secret}`))
  if (!isSame(header('sign'), toBase64(expected))) throw refused('its signature is another')
  return { request }
}

/**
 * An event comes encrypted as JSON, and whoever takes it says `success` encrypted. Its checks of the address start nothing: they get
 * their own word back.
 */
async function dingtalkEvents({ request, query, secret, aesKey, receiver, now }: Given): Promise<Verified> {
  const [timestamp, nonce] = [
    query.get('timestamp') ?? query.get('timeStamp') ?? '',
    query.get('nonce') ?? '',
  ]
  const [, closed = ''] =
    /"encrypt"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(new TextDecoder().decode(request.body)) ?? []
  const given = query.get('signature') ?? query.get('msg_signature') ?? ''
  if (!closed || !isSame(given, await sortedDigest([secret, timestamp, nonce, closed])))
    throw refused('its signature is another')
  mustBeFresh(Number(timestamp) / 1000, now, dingtalkTolerance)
  const message = await opened(closed, aesKey, receiver)
  const sealed = async (word: string): Promise<HookAnswer> => {
    const encrypt = await closedFor(word, aesKey, message.whom)
    const timeStamp = String(now)
    const msg_signature = await sortedDigest([secret, timeStamp, nonce, encrypt])
    return {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: utf8.encode(JSON.stringify({ msg_signature, timeStamp, nonce, encrypt })),
    }
  }
  const { EventType: kind, Random: word } = eventOf(message.body)
  if (kind === 'check_url') return { answer: await sealed('success') }
  if (kind === 'check_create_suite_url' || kind === 'check_update_suite_url')
    return { answer: await sealed(String(word ?? '')) }
  return {
    request: holding(request, message.body, 'application/json'),
    // What its flow could not do comes again.
    sealed: async (answer) => (answer.status < 300 ? await sealed('success') : answer),
  }
}
function eventOf(body: Bytes): { EventType?: unknown; Random?: unknown } {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) ?? {}) as object
  } catch {
    return {}
  }
}

/** A GET asks for its decrypted `echostr`; a POST has an encrypted message, which becomes the body. */
async function wecom({ request, query, secret, aesKey, receiver, now }: Given): Promise<Verified> {
  const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
  const isAsked = request.method === 'GET'
  const text = new TextDecoder().decode(request.body)
  const found = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=\s]+?)(?:\]\]>)?\s*<\/Encrypt>/.exec(text)
  const sealed =
    (isAsked ? query.get('echostr')?.replaceAll(' ', '+') : found?.[1]?.replaceAll(/\s/g, '')) ?? ''
  const expected = await sortedDigest([secret, timestamp, nonce, sealed])
  if (!sealed || !isSame(query.get('msg_signature') ?? '', expected))
    throw refused('its signature is another')
  mustBeFresh(Number(timestamp), now, tolerance)
  const { body: message } = await opened(sealed, aesKey, receiver)
  if (isAsked) return { answer: { status: 200, headers: [['content-type', 'text/plain']], body: message } }
  const type = message[0] === 0x7b ? 'application/json' : 'application/xml'
  return { request: holding(request, message, type) }
}

/** The request as the flow gets it: with what was encrypted in its body. */
function holding(request: HookRequest, body: Bytes, type: string): HookRequest {
  const headers = request.headers.filter(([name]) => !/^content-(type|length)$/i.test(name))
  return { ...request, headers: [...headers, ['content-type', type]], body }
}

/** 16 bytes of chance, the length, the message, whom it is for; AES-256-CBC, padded to 32 bytes. */
async function opened(
  sealed: string,
  aesKey: string,
  receiver: string,
): Promise<{ body: Bytes; whom: string }> {
  let plain: Bytes
  try {
    const data = new Uint8Array(fromBase64(sealed))
    const { key, iv } = await aes(aesKey)
    // WebCrypto takes away padding of 16 at most: it gets a block of its own to take away, then ours is left.
    const last = data.slice(-16)
    const block = new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array()),
    )
    plain = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, joined([data, block])))
  } catch {
    throw refused('it cannot be decrypted with the key')
  }
  const end = plain.length - plain.at(-1)!
  const length = new DataView(plain.buffer).getUint32(16)
  const message = plain.slice(20, 20 + length)
  const whom = new TextDecoder().decode(plain.slice(20 + length, end))
  if (20 + length > end || (receiver && whom !== receiver)) throw refused('it is for somebody else')
  return { body: message, whom }
}

/** The same the other way: WebCrypto pads to 16, so ours is padded to 32 before, and its own block cut off. */
async function closedFor(word: string, aesKey: string, whom: string): Promise<string> {
  const text = utf8.encode(word)
  const head = crypto.getRandomValues(new Uint8Array(20))
  new DataView(head.buffer).setUint32(16, text.length)
  const whole = joined([head, text, utf8.encode(whom)])
  const more = 32 - (whole.length % 32)
  const padded = joined([whole, new Uint8Array(more).fill(more)])
  const { key, iv } = await aes(aesKey)
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, padded))
  return toBase64(data.subarray(0, padded.length))
}
async function aes(aesKey: string): Promise<{ key: CryptoKey; iv: Bytes }> {
  const raw = new Uint8Array(fromBase64(`${aesKey}=`))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt'])
  return { key, iv: raw.slice(0, 16) }
}
async function sortedDigest(parts: string[]): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-1', utf8.encode(parts.sort().join('')))))
}

function mustBeFresh(seconds: number, now: number, limit: number): void {
  if (!(Math.abs(now / 1000 - seconds) <= limit)) throw refused('its time is too old, or missing')
}

async function hmac(hash: 'SHA-256', key: Bytes, data: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data))
}
/** In a time that does not tell where they differ. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let i = 0; i < expected.length; i++) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i)
  return difference === 0
}

function refused(why: string): Fault {
  return fault('HTTP:SIGNATURE', `The request is not from whom the listener trusts: ${why}.`, {
    hint: 'Compare the secret with the one at the sender.',
  })
}
