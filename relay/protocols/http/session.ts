// One HTTP exchange by undici, over a socket of ours. No redirects (each next address is asked for anew by the engine), no
// cookies, no proxies of the environment, no header that changes the framing.
import { Agent, buildConnector, request as send } from 'undici'
import { fault, isFault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { Arguments } from '../../arguments.ts'
import { connectFault } from '../../failures.ts'
import type { Protocol, World } from '../../session.ts'
import { dictOf } from '../../values.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** RFC 9110 7.6.1, and what would speak for another host or message. */
const framing =
  /^(host|connection|keep-alive|transfer-encoding|content-length|upgrade|te|trailer|expect|proxy-.*)$/i
const maxHeaders = 32_768
const maxBody = 64 * 1024 * 1024

const http: Protocol = async (_connection, world) => {
  const agent = new Agent({
    connect: connector(world),
    maxHeaderSize: maxHeaders,
    connections: 16,
    pipelining: 1,
  })
  let isOpen = true
  return {
    operations: { request: async (values, signal) => ({ payload: await exchange(values, agent, signal) }) },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await agent.destroy()
    },
  }
}
export default http

function connector({ dialer }: World): buildConnector.connector {
  return ({ hostname, port, protocol }, callback) => {
    const secure = protocol === 'https:'
    const target = { host: hostname, port: Number(port || (secure ? 443 : 80)) }
    dialer.dial(target, secure ? { ALPNProtocols: ['http/1.1'] } : undefined).then(
      (socket) => callback(null, socket as never),
      // A Fault is no Error; undici wants one.
      (failure: unknown) => callback(Object.assign(new Error('refused'), { failure }), null),
    )
  }
}

async function exchange(values: Arguments, agent: Agent, signal: AbortSignal): Promise<Value> {
  const method = values.line('method', 'GET').toUpperCase()
  if (!methods.has(method)) throw fault('HTTP:METHOD', `The relay does not send ${method.slice(0, 20)}.`)
  const url = addressOf(values.line('url'))
  const limit = Math.min(values.number('maxBytes', maxBody), maxBody)
  try {
    const answer = await send(url, {
      dispatcher: agent,
      method: method as 'GET',
      headers: headersOf(values),
      body: values.has('body') && method !== 'GET' && method !== 'HEAD' ? values.bytes('body') : null,
      signal,
      headersTimeout: values.number('timeout', 60_000),
      bodyTimeout: 30_000,
      responseHeaders: 'raw',
    })
    const raw = answer.headers as unknown as string[]
    const headers: Value[] = []
    for (let i = 0; i < raw.length; i += 2) headers.push([String(raw[i]), String(raw[i + 1])])
    return dictOf({
      status: answer.statusCode,
      reason: answer.statusText,
      headers,
      body: await bodyOf(answer.body, url, limit),
    })
  } catch (thrown) {
    const inner = (thrown as { failure?: unknown }).failure
    if (isFault(inner)) throw inner
    if (isFault(thrown) || signal.aborted) throw thrown
    throw connectFault(thrown, {
      host: url.hostname,
      port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    })
  }
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password)
    return url
  throw fault('HTTP:URL', `"${text.slice(0, 200)}" is not an address for HTTP.`, {
    hint: 'Write https://host/path; user and password belong into the connection.',
  })
}

function headersOf(values: Arguments): string[] {
  return values.list('headers').flatMap((pair) => {
    const [name, value] = Array.isArray(pair) ? pair.map(String) : []
    if (
      name === undefined ||
      value === undefined ||
      !/^[!#$%&'*+.^`|~\w-]+$/.test(name) ||
      /[^\t\x20-\x7e\x80-\xff]/.test(value)
    )
      throw fault('HTTP:HEADER', `The header ${String(name).slice(0, 60)} cannot be sent.`)
    if (framing.test(name))
      throw fault('HTTP:HEADER', `The relay sets ${name} itself.`, { hint: 'Take this header out.' })
    return [name, value]
  })
}

async function bodyOf(
  body: AsyncIterable<Buffer> & { destroy(): void },
  url: URL,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit)
      throw fault('HTTP:TOO_LARGE', `The answer of ${url.href} is larger than ${limit} bytes.`, {
        hint: 'Ask for less at once, e.g. page by page.',
        data: { url: url.href, limit },
      })
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
