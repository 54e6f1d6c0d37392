// 六度人和 EC: upper-case MD5 over app id, secret and time. Connection fields: `corpId`, `appId`, `appSecret`.
// Source: open.workec.com (开发指南, 签名).
import { md5 } from './digest.ts'
import { value, withHeaders, type Scheme } from './scheme.ts'

const workec: Scheme = async (signOn) => {
  const { request, world } = signOn
  const time = String(world.clock())
  const sign = await signature(value(signOn, 'appId'), value(signOn, 'appSecret'), time)
  return await world.send(
    withHeaders(request, [
      ['X-Ec-Cid', value(signOn, 'corpId')],
      ['X-Ec-TimeStamp', time],
      ['X-Ec-Sign', sign],
    ]),
  )
}
export default workec

export async function signature(appId: string, appSecret: string, time: string): Promise<string> {
  return (await md5(`appId=${appId}&appSecret=${appSecret}&timeStamp=${time}`)).toUpperCase()
}
