// 法大大 FASC OpenAPI 5.1: an access token fetched with a signed call and kept; every call signed in two HMAC steps, its content one
// argument of a form. Connection fields: `appId`, `appSecret`. Options: `tokenPath`. Source: dev.fadada.com (签名规则, 5.1).
import { toHex } from '../../worker/model/hex.ts'
import type { HttpRequest, HttpResponse } from '../../worker/model/context.ts'
import { at, failureIn, jsonOf } from './answer-json.ts'
import { bytesOf, hmacSha256, sha256 } from './digest.ts'
import { keptToken, sendWithToken, tokenIn } from './kept-token.ts'
import { value, withHeaders, type Scheme, type SignOn } from './scheme.ts'

const failure = { code: 'code', ok: ['100000'], message: 'msg' }
/** 100002: the token is not good. */
const stale = '100002'

const fadada: Scheme = async (signOn) => {
  const { request, world } = signOn
  const send = async (token: string): Promise<HttpResponse> => {
    const bizContent = new TextDecoder().decode(request.body ?? bytesOf('{}'))
    const headers = await signed(signOn, { 'X-FASC-AccessToken': token }, bizContent)
    return await world.send({
      ...withHeaders(request, headers),
      body: bytesOf(new URLSearchParams({ bizContent }).toString()),
    })
  }
  return await sendWithToken(
    (fresh) => tokenFor(signOn, fresh),
    send,
    (answer) => failureIn(jsonOf(answer), failure) === stale,
  )
}
export default fadada

async function tokenFor(signOn: SignOn, fresh: boolean): Promise<string> {
  const { options, request, world } = signOn
  const url = new URL(String(options['tokenPath']), request.url).href
  const key = [url, value(signOn, 'appId'), value(signOn, 'appSecret')].join(' ')
  return await keptToken(key, world, fresh, async () => {
    const headers = await signed(signOn, { 'X-FASC-Grant-Type': 'client_credential' })
    const asked: HttpRequest = { ...request, method: 'POST', url, headers, body: undefined }
    const answer = await world.send(asked)
    const text = tokenIn(answer, 'data.accessToken', failure)
    return { text, seconds: Number(at(jsonOf(answer), 'data.expiresIn') ?? 0) }
  })
}

/** The header fields of a call, signature included. */
async function signed(
  signOn: SignOn,
  own: Record<string, string>,
  bizContent?: string,
): Promise<[string, string][]> {
  const { world } = signOn
  const fields: Record<string, string> = {
    'X-FASC-App-Id': value(signOn, 'appId'),
    'X-FASC-Sign-Type': 'HMAC-SHA256',
    'X-FASC-Timestamp': String(world.clock()),
    'X-FASC-Nonce': String(world.random()).padStart(32, '0').slice(-32),
    'X-FASC-Api-SubVersion': '5.1',
    ...own,
  }
  const given = bizContent === undefined ? fields : { ...fields, bizContent }
  const sign = await signature(given, value(signOn, 'appSecret'))
  return [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ...Object.entries(fields),
    ['X-FASC-Sign', sign],
  ]
}

/** Over all arguments by name; the key of the second step is made of the time. Lower-case hexadecimal. */
export async function signature(fields: Record<string, string>, secret: string): Promise<string> {
  const text = Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name}=${one}`)
    .join('&')
  const key = await hmacSha256(bytesOf(secret), fields['X-FASC-Timestamp']!)
  return toHex(await hmacSha256(key, toHex(await sha256(bytesOf(text)))))
}
