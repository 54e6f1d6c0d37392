// A `fetch` that goes by the relay, for http-exchange.ts: one hop, whatever the API thinks of other pages. Bodies come as the
// server sent them; what it compressed is unpacked here.
import { fault } from '../model/fault.ts'
import type { ProtocolLink } from '../model/protocol-link.ts'
import type { Value } from '../model/value.ts'

const packings: Record<string, CompressionFormat> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate' }
const withoutBody = [101, 103, 204, 205, 304]

/** `protocols` rejects with RELAY:NONE where there is no relay. */
export function relayFetch(protocols: () => Promise<ProtocolLink>): typeof fetch {
  return async (input, init = {}) => {
    const link = await protocols()
    const headers = [...new Headers(init.headers)]
    if (!headers.some(([name]) => name === 'accept-encoding'))
      headers.push(['accept-encoding', 'gzip, deflate'])
    const { payload } = await link.call(
      {
        protocol: 'http',
        operation: 'request',
        connection: {},
        arguments: new Map<string, Value>([
          ['method', init.method ?? 'GET'],
          ['url', String(input)],
          ['headers', headers],
          ['body', (init.body as Uint8Array | null | undefined) ?? null],
        ]),
      },
      init.signal ?? new AbortController().signal,
    )
    if (!(payload instanceof Map)) throw fault('RELAY:FRAME', 'The relay gave no answer.')
    return responseOf(payload)
  }
}

function responseOf(answer: Map<Value, Value>): Response {
  const status = Number(answer.get('status'))
  const headers = new Headers()
  for (const pair of answer.get('headers') as [string, string][]) headers.append(...pair)
  const bytes = answer.get('body') as Uint8Array<ArrayBuffer>
  const packing = packings[headers.get('content-encoding')?.toLowerCase() ?? '']
  const plain = new Blob([bytes]).stream()
  const body = packing && bytes.length > 0 ? plain.pipeThrough(new DecompressionStream(packing)) : plain
  if (packing) for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return new Response(withoutBody.includes(status) ? null : body, {
    status,
    statusText: String(answer.get('reason')),
    headers,
  })
}
