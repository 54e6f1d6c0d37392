// Lets a handler of the web's kind (Request → Response) answer a request of node:http, with a bounded body.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './server.ts'
import { apiHeaders } from './policy.ts'

const maxBody = 64 * 1024 * 1024

export async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming, maxBody)
  if (body === undefined) {
    outgoing.writeHead(413, { ...apiHeaders, Connection: 'close' }).end()
    return
  }
  const method = incoming.method ?? 'GET'
  const withBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host}`), {
    method,
    headers: headersOf(incoming),
    body: withBody ? body : undefined,
  })
  const response = await handler(request)
  const headers = new Headers(apiHeaders)
  response.headers.forEach((value, name) => headers.set(name, value))
  outgoing.writeHead(response.status, Object.fromEntries(headers))
  outgoing.end(method === 'HEAD' ? undefined : Buffer.from(await response.arrayBuffer()))
}

/** Names in lower case with their values, in the order in which they came. */
export function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = []
  for (let i = 0; i < rawHeaders.length; i += 2)
    headers.push([rawHeaders[i]!.toLowerCase(), rawHeaders[i + 1]!])
  return headers
}

/** The whole body; undefined when it has more bytes than `most`. */
export function readBody(
  incoming: IncomingMessage,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    // By events: an iterator over the stream costs more than the rest of a small request.
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else {
        incoming.removeAllListeners('data').resume()
        resolve(undefined)
      }
    })
    incoming.on('end', () =>
      resolve(new Uint8Array(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))),
    )
    incoming.on('error', reject)
    incoming.on('close', () => {
      if (!incoming.complete) reject(new Error('The request was broken off.'))
    })
  })
}
