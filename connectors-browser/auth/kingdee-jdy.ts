// 金蝶精斗云: a token of the account set, fetched and kept, and every call signed over method, path, query and two header fields.
// Connection fields: `clientId`, `clientSecret`, `appKey`, `appSecret`, `router`. Source: open.jdy.com (接口鉴权, 获取 app-token).
import type { HttpRequest, HttpResponse } from '../../worker/model/context.ts'
import { at, failureIn, jsonOf, noToken } from './answer-json.ts'
import { base64, bytesOf, hex, hmacSha256 } from './digest.ts'
import { keptToken } from './kept-token.ts'
import { value, withHeaders, withQuery, type Scheme, type SignOn } from './scheme.ts'

const failure = { code: 'errcode', ok: ['0'], message: 'description' }
const tokenPath = '/jdyconnector/app_management/kingdee_auth_token'

const kingdeeJdy: Scheme = async (signOn) => {
  const { request, world } = signOn
  const send = async (fresh: boolean): Promise<HttpResponse> => {
    const token = await tokenFor(signOn, fresh)
    const router = value(signOn, 'router')
    return await world.send(
      withHeaders(request, [
        ...(await signed(signOn, request)),
        ['app-token', token],
        ...(router ? [['X-GW-Router-Addr', router] as [string, string]] : []),
      ]),
    )
  }
  const answer = await send(false)
  return answer.status === 401 ? await send(true) : answer
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
    const body = jsonOf(answer)
    const text = at(body, 'data.app-token')
    if (typeof text !== 'string' || failureIn(body, failure) !== undefined) throw noToken(answer, failure)
    const ends = Number(at(body, 'data.expires') ?? 0)
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
  return base64(bytesOf(hex(await hmacSha256(bytesOf(secret), text))))
}
