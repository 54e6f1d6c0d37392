// TC3-HMAC-SHA256 of Tencent Cloud API 3.0: the canonical request is hashed, the hash signed under a key derived from date
// and service. Options: `service`; connection fields `secretId`, `secretKey`. Source: cloud.tencent.com/document/api/213/30654.
import { toHex } from '../../worker/model/hex.ts'
import { bytesOf, hmacSha256, sha256 } from './digest.ts'
import { value, withHeaders, type Scheme } from './scheme.ts'

const tc3: Scheme = async (signOn) => {
  const { request, options, world } = signOn
  const authorization = await authorize({
    method: request.method,
    url: new URL(request.url),
    contentType: request.headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? '',
    body: (request.body ?? new Uint8Array()) as Uint8Array<ArrayBuffer>,
    service: String(options['service']),
    seconds: Math.floor(world.clock() / 1000),
    secretId: value(signOn, 'secretId'),
    secretKey: value(signOn, 'secretKey'),
  })
  return await world.send(withHeaders(request, authorization))
}
export default tc3

export interface Tc3Parts {
  method: string
  url: URL
  contentType: string
  body: Uint8Array<ArrayBuffer>
  service: string
  /** Since the epoch; the vendor takes five minutes to either side. */
  seconds: number
  secretId: string
  secretKey: string
}

/** The headers that sign a request. */
export async function authorize(parts: Tc3Parts): Promise<[string, string][]> {
  const { method, url, contentType, body, service, seconds, secretId, secretKey } = parts
  const signed = 'content-type;host'
  const canonical = [
    method,
    '/',
    method === 'GET' ? url.search.slice(1) : '',
    `content-type:${contentType}\nhost:${url.host}\n`,
    signed,
    toHex(await sha256(body)),
  ].join('\n')
  const date = new Date(seconds * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', seconds, scope, toHex(await sha256(bytesOf(canonical)))].join('\n')
  let key = bytesOf(`TC3${secretKey}`)
  for (const part of [date, service, 'tc3_request']) key = await hmacSha256(key, part)
  const signature = toHex(await hmacSha256(key, text))
  return [
    [
      'Authorization',
      `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
    ],
    ['X-TC-Timestamp', String(seconds)],
  ]
}
