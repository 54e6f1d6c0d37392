// What a step makes of an HTTP answer: the body as an Entity, the rest as attributes, or a Fault HTTP:<status>.
import type { HttpResponse } from '../../worker/model/context.ts'
import { fault, type Fault } from '../../worker/model/fault.ts'
import { splitMime } from '../../worker/model/mime.ts'
import { Entity, type Value } from '../../worker/model/value.ts'

export function entityOf(response: HttpResponse): Entity {
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const { mime, encoding } = splitMime(type ?? 'application/octet-stream')
  return new Entity(response.body, mime, encoding)
}

/** Header values are lists, as those of the HTTP Listener are. */
export function attributesOf(response: HttpResponse): Map<Value, Value> {
  const headers = new Map<Value, Value>()
  const cookies = new Map<Value, Value>()
  for (const [name, value] of response.headers) {
    const list = headers.get(name) as Value[] | undefined
    if (list) list.push(value)
    else headers.set(name, [value])
    const cookie = name === 'set-cookie' && /^\s*([^=;]+)=([^;]*)/.exec(value)
    if (cookie) cookies.set(cookie[1]!.trim(), cookie[2]!.trim())
  }
  return new Map<Value, Value>([
    ['statusCode', response.status],
    ['reasonPhrase', response.reason],
    ['headers', headers],
    ['cookies', cookies],
  ])
}

export function refused(method: string, url: string, response: HttpResponse): Fault {
  const { status, reason, headers, body } = response
  const text = new TextDecoder().decode(body.subarray(0, 8192))
  return fault(`HTTP:${status}`, `${method} ${url} answered ${status}${reason ? ' ' + reason : ''}.`, {
    hint: status >= 500 ? 'Retry it with Until Successful.' : 'Look at the body of the answer.',
    data: { url, status, reason, headers: Object.fromEntries(headers), body: text },
  })
}
