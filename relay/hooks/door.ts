// `/hook/<id>/<path>`: what senders of webhooks reach. Nothing of an answer can act as a document of the relay's origin, which
// may serve the studio.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { headersOf, readBody } from '../exchange.ts'
import { log } from '../log.ts'
import { apiHeaders } from '../policy.ts'
import { problem, type HookReply } from './hook.ts'
import type { Hooks } from './hooks.ts'

const address = /^\/hook\/([0-9a-f]{32})(\/[^?#]*)?(\?[^#]*)?$/
/** Of the message's framing, or with a meaning for a whole origin: not a flow's. */
const withheld =
  /^(connection|keep-alive|transfer-encoding|content-length|upgrade|te|trailer|proxy-.*|set-cookie2?|service-worker-allowed|clear-site-data|strict-transport-security|access-control-.*|content-security-policy.*|x-content-type-options|cross-origin-.*|alt-svc|public-key-pins.*|refresh|sourcemap|x-sourcemap)$/i
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const printable = /^[\t\x20-\x7e\x80-\xff]*$/
const maxHeaders = 100

export interface DoorRules {
  hooks: Hooks
  /** Bytes of a body. */
  maxBody: number
  /** Throws RELAY:BUSY when the tenant's hooks are asked too often. */
  admit(tenant: string): void
}

export async function answerHook(
  { hooks, maxBody, admit }: DoorRules,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  const [, id, path = '/'] = address.exec(request.url ?? '') ?? []
  const hook = id && hooks.find(id)
  if (!hook) return send(response, method, problem(404, 'HOOK:NONE', 'There is no such webhook.'))
  const began = performance.now()
  const reply = await (async (): Promise<HookReply> => {
    try {
      admit(hook.info.tenant)
    } catch {
      return problem(429, 'RELAY:BUSY', 'Too many requests.', [['retry-after', '1']])
    }
    const body = await readBody(request, maxBody)
    if (!body) {
      response.shouldKeepAlive = false
      return problem(413, 'HTTP:TOO_LARGE', `The body has more than ${maxBody} bytes.`)
    }
    const head = {
      method,
      url: `http://${request.headers.host}${request.url}`,
      path,
      headers: headersOf(request),
      remote: request.socket.remoteAddress ?? '',
    }
    return await hook.answer(head, body)
  })()
  send(response, method, reply)
  const { tenant } = hook.info
  log('hook', { tenant, hook: hook.info.id.slice(0, 6), method, bytes: Number(request.headers['content-length'] ?? 0), ms: Math.round(performance.now() - began), outcome: reply.status }) // prettier-ignore
}

/** Above what a flow says. */
const ours = Object.entries(apiHeaders).flat()
const oursBy = new Set(Object.keys(apiHeaders).map((name) => name.toLowerCase()))

function send(response: ServerResponse, method: string, { status, headers, body }: HookReply): void {
  const lines = [...ours]
  for (const [name, value] of headers.slice(0, maxHeaders)) {
    const text = String(value)
    if (token.test(name) && !withheld.test(name) && !oursBy.has(name.toLowerCase()) && printable.test(text))
      lines.push(name, text)
  }
  const isEmpty = status === 204 || status === 205 || status === 304
  if (!isEmpty) lines.push('content-length', String(body.length))
  response.writeHead(status, lines)
  response.end(method === 'HEAD' || isEmpty ? undefined : body)
}
