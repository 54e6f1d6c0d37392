// One HTTP exchange by undici, over a socket of ours. No redirects (each next address is asked for anew by the engine), no
// cookies, no proxies of the environment, no header that changes the framing.
import { request as send, type Agent } from 'undici'
import { fault, isFault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { Arguments } from '../../arguments.ts'
import { exchangeFault, httpAddress, httpAgent, wholeBody } from '../../http-agent.ts'
import type { Protocol } from '../../session.ts'
import { dictOf } from '../../values.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** RFC 9110 7.6.1, and what would speak for another host or message. */
const framing =
  /^(host|connection|keep-alive|transfer-encoding|content-length|upgrade|te|trailer|expect|proxy-.*)$/i
const maxBody = 64 * 1024 * 1024

const http: Protocol = async (_connection, world) => {
  const agent = httpAgent(world)
  let isOpen = true
  return {
    operations: {
      request: async (values, { signal }) => ({ payload: await exchange(values, agent, signal) }),
    },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await agent.destroy()
    },
  }
}
export default http

async function exchange(values: Arguments, agent: Agent, signal: AbortSignal): Promise<Value> {
  const method = values.line('method', 'GET').toUpperCase()
  if (!methods.has(method)) throw fault('HTTP:METHOD', `The relay does not send ${method.slice(0, 20)}.`)
  const url = httpAddress(values.line('url'))
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
      body: new Uint8Array(await wholeBody(answer.body, url, limit)),
    })
  } catch (thrown) {
    if (!isFault(thrown) && signal.aborted) throw thrown
    throw exchangeFault(thrown, url)
  }
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
