// HTTP by undici over sockets that the guard opened. For protocols that speak it: HTTP itself, AS2.
import { Agent, buildConnector } from 'undici'
import { fault, isFault, type Fault } from '../worker/model/fault.ts'
import { connectFault } from './failures.ts'
import type { TlsOptions } from './guard/dial.ts'
import type { World } from './session.ts'

export function httpAgent(world: World, tls: TlsOptions = {}): Agent {
  return new Agent({ connect: connector(world, tls), maxHeaderSize: 32_768, connections: 16, pipelining: 1 })
}

function connector({ dialer }: World, tls: TlsOptions): buildConnector.connector {
  return ({ hostname, port, protocol }, callback) => {
    const secure = protocol === 'https:'
    const target = { host: hostname, port: Number(port || (secure ? 443 : 80)) }
    dialer.dial(target, secure ? { ...tls, ALPNProtocols: ['http/1.1'] } : undefined).then(
      (socket) => callback(null, socket as never),
      // A Fault is no Error; undici wants one.
      (failure: unknown) => callback(Object.assign(new Error('refused'), { failure }), null),
    )
  }
}

/** What a request threw, as a Fault. */
export function exchangeFault(thrown: unknown, url: URL): Fault {
  const inner = (thrown as { failure?: unknown }).failure
  if (isFault(inner)) return inner
  if (isFault(thrown)) return thrown
  return connectFault(thrown, {
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
  })
}

/** Throws HTTP:URL. */
export function httpAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password)
    return url
  throw fault('HTTP:URL', `"${text.slice(0, 200)}" is not an address for HTTP.`, {
    hint: 'Write https://host/path; user and password belong into the connection.',
  })
}

/** The whole body. Throws HTTP:TOO_LARGE. */
export async function wholeBody(body: AsyncIterable<Buffer>, url: URL, limit: number): Promise<Buffer> {
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
  return Buffer.concat(chunks)
}
