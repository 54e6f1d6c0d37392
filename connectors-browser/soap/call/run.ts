// SOAP Call: an envelope by the WSDL, one POST, its answer as a dict or a Fault SOAP:<code>. What signs it is added on its way, so
// that no record has it.
import type { Context, HttpRequest, ResolvedConnection, Run, Via } from '../../../worker/model/context.ts'
import { Data } from '../../../worker/model/data.ts'
import { fault, type Fault } from '../../../worker/model/fault.ts'
import { next } from '../../../worker/model/message.ts'
import type { Value } from '../../../worker/model/value.ts'
import { attributesOf, refused } from '../../http/answer.ts'
import { bodyOf, envelope, envelopes, headersOf, readEnvelope, type SoapFault } from '../envelope.ts'
import { usernameToken } from '../security.ts'
import { choose, serviceOf } from '../service.ts'
import type { Operation } from '../wsdl.ts'

const maxBytes = 64 * 1024 * 1024

const call: Run = async (message, context) => {
  const { connection, operations } = await serviceOf(context)
  const name = context.text(context.field('operation', message) ?? Data.of('')).trim()
  const operation = choose(operations, name, connection)
  const body = bodyOf(operation, context.field('body', message)?.value ?? null)
  const headers = headersOf(context.field('headers', message)?.value ?? null)
  const request = requestOf(operation, connection, envelope(operation.version, body, headers), context)
  const answer = await context.http(request, signOn(operation, connection, body, headers))
  const text = new TextDecoder(charsetOf(answer.headers)).decode(answer.body)
  const isXml = /^\s*(<\?xml|<([\w-]+:)?Envelope)/.test(text.replace(/^\uFEFF/, ''))
  if (!isXml && (answer.status < 200 || answer.status > 299)) throw refused('POST', request.url, answer)
  const attributes = Data.of(attributesOf(answer))
  // A one-way operation is answered by a status alone.
  if (text.trim() === '') return next(message, { payload: Data.of(new Map<Value, Value>([['Body', new Map()]])), attributes }) // prettier-ignore
  const { value, fault: failed } = readEnvelope(text, operation)
  if (failed) throw faultFrom(failed, operation)
  return next(message, { payload: Data.of(value), attributes })
}
export default call

function requestOf(
  { version, address, action }: Operation,
  connection: ResolvedConnection,
  xml: string,
  context: Context,
): HttpRequest {
  const { mime } = envelopes[version]
  const type = `${mime}; charset=utf-8${version === '1.2' && action ? `; action="${action}"` : ''}`
  return {
    method: 'POST',
    url: String(connection.config['address'] || address),
    headers: [['Content-Type', type], ['Accept', `${mime}, text/xml`], ...(version === '1.1' ? [['SOAPAction', `"${action}"`] as [string, string]] : [])], // prettier-ignore
    body: new TextEncoder().encode(xml),
    timeout: context.duration('timeout'),
    redirects: 0,
    maxBytes,
  }
}

function signOn(
  { version }: Operation,
  { config }: ResolvedConnection,
  body: string,
  headers: string,
): Via | undefined {
  const kind = config['security']
  if (kind !== 'text' && kind !== 'digest') return undefined
  return async (request, world) => {
    const nonce = new Uint8Array(16)
    const view = new DataView(nonce.buffer)
    for (let i = 0; i < 4; i++) view.setUint32(i * 4, world.random())
    const token = await usernameToken({
      kind,
      user: String(config['user'] ?? ''),
      password: String(config['password'] ?? ''),
      mustUnderstand: config['mustUnderstand'] !== false,
      nonce,
      now: world.clock(),
    })
    const signed = envelope(version, body, token + headers)
    return await world.send({ ...request, body: new TextEncoder().encode(signed) })
  }
}

function charsetOf(headers: [string, string][]): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return 'utf-8'
  }
}

/** `SOAP:SERVER`, `SOAP:SENDER`. */
function faultFrom({ code, subcode, reason, actor, detail }: SoapFault, { name }: Operation): Fault {
  const plain = code.replaceAll(/\W+/g, '_').toUpperCase() || 'FAULT'
  return fault(`SOAP:${plain}`, `${name} failed: ${reason || code}`, {
    hint: 'The service says why; look at the detail.',
    data: { code, reason, ...(subcode && { subcode }), ...(actor && { actor }), detail: plainOf(detail) },
  })
}

function plainOf(value: Value): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plainOf(one)]))
  if (Array.isArray(value)) return value.map(plainOf)
  return value
}
