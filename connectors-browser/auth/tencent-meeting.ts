// 腾讯会议 REST API: base64 of the *hexadecimal text* of HMAC-SHA256 over method, three headers, address with query and body.
// Connection fields: `secretId`, `secretKey`, `appId`, `sdkId`. Source: cloud.tencent.com/document/product/1095/42413.
import { toBase64 } from '../../worker/model/base64.ts'
import { toHex } from '../../worker/model/hex.ts'
import { bytesOf, hmacSha256 } from './digest.ts'
import { value, withHeaders, type Scheme } from './scheme.ts'

const tencentMeeting: Scheme = async (signOn) => {
  const { request, world } = signOn
  const { pathname, search } = new URL(request.url)
  const parts = {
    method: request.method,
    uri: pathname + search,
    body: new TextDecoder().decode(request.body ?? new Uint8Array()),
    key: value(signOn, 'secretId'),
    nonce: String(world.random()),
    timestamp: String(Math.floor(world.clock() / 1000)),
  }
  const sdkId = value(signOn, 'sdkId')
  return await world.send(
    withHeaders(request, [
      ['X-TC-Key', parts.key],
      ['X-TC-Timestamp', parts.timestamp],
      ['X-TC-Nonce', parts.nonce],
      ['X-TC-Signature', await signature(parts, value(signOn, 'secretKey'))],
      ['X-TC-Registered', '1'],
      ['AppId', value(signOn, 'appId')],
      ...(sdkId ? [['SdkId', sdkId] as [string, string]] : []),
    ]),
  )
}
export default tencentMeeting

export async function signature(
  parts: { method: string; uri: string; body: string; key: string; nonce: string; timestamp: string },
  secretKey: string,
): Promise<string> {
  const { method, uri, body, key, nonce, timestamp } = parts
  const text = `${method}\nX-TC-Key=${key}&X-TC-Nonce=${nonce}&X-TC-Timestamp=${timestamp}\n${uri}\n${body}`
  return toBase64(bytesOf(toHex(await hmacSha256(bytesOf(secretKey), text))))
}
