// JWT: RFC 7519 over the platform's own cryptography. The algorithm is the field's, never the token's word for it.
import { fromBase64 } from '../../model/base64.ts'
import { toBase64Url } from '../../model/base64url.ts'
import type { Context, Run } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, type Fault } from '../../model/fault.ts'
import { withPayload, type Message } from '../../model/message.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import type { Tagged } from '../../model/app.ts'
import type { Value } from '../../model/value.ts'

/** Seconds that two clocks may differ. */
const LEEWAY = 5

const jwt: Run = async (message, context) =>
  context.setting('operation') === 'verify' ? await verify(message, context) : await sign(message, context)
export default jwt

async function sign(message: Message, context: Context): Promise<Message> {
  const algorithm = context.setting<string>('algorithm')
  const now = Math.floor(context.now() / 1000)
  const claims = new Map<Value, Value>([
    ['iat', now],
    ['nbf', now],
    ['exp', now + Math.floor(context.duration('lifetime') / 1000)],
  ])
  for (const [name, data] of context.rows('claims', message)) claims.set(name, data.value)
  const head = encoded(JSON.stringify({ alg: algorithm, typ: 'JWT' }))
  const text = `${head}.${encoded(JSON.stringify(toTagged(claims)))}`
  // A token that nobody signed ends with its dot (RFC 7519, 6).
  if (algorithm === 'none') return withPayload(message, Data.of(`${text}.`))
  const key = await keyOf(message, context, algorithm, 'sign')
  const signature = await crypto.subtle.sign(schemeOf(algorithm), key, utf8(text))
  return withPayload(message, Data.of(`${text}.${toBase64Url(new Uint8Array(signature))}`))
}

async function verify(message: Message, context: Context): Promise<Message> {
  const algorithm = context.setting<string>('algorithm')
  if (algorithm === 'none') throw invalid('Nobody signed it: it proves nothing.')
  const key = await keyOf(message, context, algorithm, 'verify')
  const token = context.text(context.field('token', message) ?? Data.none).trim()
  const [head, body, signature, more] = token.split('.')
  if (!head || !body || signature === undefined || more !== undefined)
    throw invalid('It has not three parts.')
  const { alg } = parsed(head) as { alg?: unknown }
  if (alg !== algorithm) throw invalid(`Its algorithm is ${JSON.stringify(alg)}, not ${algorithm}.`)
  const ok = await crypto.subtle.verify(schemeOf(algorithm), key, fromUrl(signature), utf8(`${head}.${body}`))
  if (!ok) throw invalid('Its signature is not of this key.')
  const claims = parsed(body) as Record<string, Tagged>
  const now = context.now() / 1000
  if (typeof claims['exp'] === 'number' && now >= claims['exp'] + LEEWAY)
    throw fault('JWT:EXPIRED', 'The token has expired.', {
      hint: 'Ask for a new one.',
      data: { exp: claims['exp'] },
    })
  if (typeof claims['nbf'] === 'number' && now < claims['nbf'] - LEEWAY)
    throw fault('JWT:EXPIRED', 'The token is not valid yet.', { data: { nbf: claims['nbf'] } })
  const audience = context.text(context.field('audience', message) ?? Data.of(''))
  const meant = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']]
  if (audience && !meant.includes(audience))
    throw fault('JWT:AUDIENCE', `The token is not for ${audience}.`, { data: { aud: claims['aud'] ?? null } })
  return withPayload(message, Data.of(fromTagged(claims)))
}

async function keyOf(
  message: Message,
  context: Context,
  algorithm: string,
  use: 'sign' | 'verify',
): Promise<CryptoKey> {
  const text = context.text(context.field('key', message) ?? Data.of(''))
  const hash = `SHA-${algorithm.slice(2)}`
  try {
    if (algorithm.startsWith('HS')) {
      if (text === '') throw new Error('empty')
      return await crypto.subtle.importKey('raw', utf8(text), { name: 'HMAC', hash }, false, [use])
    }
    const name = algorithm.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
    const der = fromBase64(text.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''))
    const form = use === 'sign' ? 'pkcs8' : 'spki'
    return await crypto.subtle.importKey(form, der as Uint8Array<ArrayBuffer>, { name, hash }, false, [use])
  } catch {
    throw fault('JWT:KEY', `The key cannot be read for ${algorithm}.`, {
      at: { field: 'key' },
      hint: 'HS: a secret that is not empty. RS and PS: PEM; PKCS#8 to sign, SPKI to verify.',
    })
  }
}

function schemeOf(algorithm: string): AlgorithmIdentifier | RsaPssParams {
  if (algorithm.startsWith('HS')) return 'HMAC'
  if (algorithm.startsWith('RS')) return 'RSASSA-PKCS1-v1_5'
  return { name: 'RSA-PSS', saltLength: Number(algorithm.slice(2)) / 8 }
}

function parsed(part: string): unknown {
  try {
    const thing: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromUrl(part)))
    if (typeof thing === 'object' && thing !== null && !Array.isArray(thing)) return thing
  } catch {
    // Said below.
  }
  throw invalid('A part of it is not JSON.')
}
function invalid(why: string): Fault {
  return fault('JWT:INVALID', `The token is not valid. ${why}`, {
    at: { field: 'token' },
    hint: 'Compare the key and the algorithm.',
  })
}
function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
function encoded(text: string): string {
  return toBase64Url(utf8(text))
}
function fromUrl(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  try {
    return fromBase64(base64 + '='.repeat((4 - (base64.length % 4)) % 4)) as Uint8Array<ArrayBuffer>
  } catch {
    throw invalid('A part of it is not base64url.')
  }
}
