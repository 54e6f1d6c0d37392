// 金蝶精斗云: a token of the account set, fetched and kept, and every call signed over method, path, query and two header fields.
// Connection fields: `clientId`, `clientSecret`, `appKey`, `appSecret`, `router`. Source: open.jdy.com (接口鉴权, 获取 app-token).
import { toBase64 } from '../../worker/model/base64.ts'
import { toHex } from '../../worker/model/hex.ts'
import type { HttpRequest, HttpResponse } from '../../worker/model/context.ts'
import { at, jsonOf } from './answer-json.ts'
import { bytesOf, hmacSha256 } from './digest.ts'
import { keptToken, sendWithToken, tokenIn } from './kept-token.ts'
import { value, withHeaders, withQuery, type Scheme, type SignOn } from './scheme.ts'

const failure = { code: 'errcode', ok: ['0'], message: 'description' }
const tokenPath = '/jdyconnector/app_management/kingdee_auth_token'

const kingdeeJdy: Scheme = async (signOn) => {
  const { request, world } = signOn
  const send = async (token: string): Promise<HttpResponse> => {
    const router = value(signOn, 'router')
    return await world.send(
      withHeaders(request, [
        ...(await signed(signOn, request)),
        ['app-token', token],
        ...(router ? [['X-GW-Router-Addr', router] as [string, string]] : []),
      ]),
    )
  }
  return await sendWithToken(
    (fresh) => tokenFor(signOn, fresh),
    send,
    (answer) => answer.status === 401,
  )
}
export default kingdeeJdy

async function tokenFor(signOn: SignOn, fresh: boolean): Promise<string> {
  const { request, world } = signOn
  const appKey = value(signOn, 'appKey')
  const url = withQuery(new URL(tokenPath, request.url).href, {
    app_key: appKey,
    app_signature: await base64OfHex(value(signOn, 'appSecret'), appKey),
  })
  return await keptToken(url, world, fresh, async () => {
    const asked: HttpRequest = { ...request, method: 'GET', url, headers: [], body: undefined }
    const answer = await world.send(withHeaders(asked, await signed(signOn, asked)))
    const text = tokenIn(answer, 'data.app-token', failure)
    const ends = Number(at(jsonOf(answer), 'data.expires') ?? 0)
    return { text, seconds: (ends - world.clock()) / 1000 }
  })
}

async function signed(signOn: SignOn, request: HttpRequest): Promise<[string, string][]> {
  const { world } = signOn
  const nonce = String(world.random())
  const time = String(world.clock())
  const { pathname, searchParams } = new URL(request.url)
  const query = [...searchParams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // Twice, as the vendor has it.
    .map(([name, one]) => `${name}=${encodeURIComponent(encodeURIComponent(one))}`)
    .join('&')
  const text = `${request.method}\n${encodeURIComponent(decodeURIComponent(pathname))}\n${query}\nx-api-nonce:${nonce}\nx-api-timestamp:${time}\n`
  return [
    ['X-Api-ClientID', value(signOn, 'clientId')],
    ['X-Api-Auth-Version', '2.0'],
    ['X-Api-TimeStamp', time],
    ['X-Api-Nonce', nonce],
    ['X-Api-SignHeaders', 'X-Api-TimeStamp,X-Api-Nonce'],
    ['X-Api-Signature', await base64OfHex(value(signOn, 'clientSecret'), text)],
  ]
}

/** Base64 of the *hexadecimal text* of HMAC-SHA256. */
export async function base64OfHex(secret: string, text: string): Promise<string> {
  return toBase64(bytesOf(toHex(await hmacSha256(bytesOf(secret), text))))
}
