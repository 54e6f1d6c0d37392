// 钉钉机器人: the token in the query and, where the robot has a secret, timestamp and sign: base64 of the HMAC-SHA256 of
// "<timestamp>\n<secret>" under the secret. Source: open.dingtalk.com, "自定义机器人安全设置", 加签.
import { toBase64 } from '../../worker/model/base64.ts'
import { bytesOf, hmacSha256 } from './digest.ts'
import { value, withQuery, type Scheme } from './scheme.ts'

const dingtalkRobot: Scheme = async (signOn) => {
  const { request, world } = signOn
  const secret = value(signOn, 'secret')
  const query: Record<string, string> = { access_token: value(signOn, 'accessToken') }
  if (secret) {
    const timestamp = String(Math.floor(world.clock()))
    query['timestamp'] = timestamp
    query['sign'] = await signature(timestamp, secret)
  }
  return await world.send({ ...request, url: withQuery(request.url, query) })
}
export default dingtalkRobot

/** `timestamp`: milliseconds since the epoch. */
export async function signature(timestamp: string, secret: string): Promise<string> {
  return toBase64(await hmacSha256(bytesOf(secret), `${timestamp}\n${secret}`))
}
