// 百度翻译: sign = md5(appid + q + salt + key) in lower-case hexadecimal, of q as it is, before any encoding. Goes into the form.
// Source: fanyi-api.baidu.com/doc/21.
import { md5 } from './digest.ts'
import { value, type Scheme } from './scheme.ts'

const baiduTranslate: Scheme = async (signOn) => {
  const { request, world } = signOn
  const form = new URLSearchParams(new TextDecoder().decode(request.body))
  const appid = value(signOn, 'appid')
  const salt = String(world.random())
  form.set('appid', appid)
  form.set('salt', salt)
  form.set('sign', await signature(appid, form.get('q') ?? '', salt, value(signOn, 'key')))
  return await world.send({ ...request, body: new TextEncoder().encode(form.toString()) })
}
export default baiduTranslate

export function signature(appid: string, q: string, salt: string, key: string): Promise<string> {
  return md5(appid + q + salt + key)
}
