// An HTTP server that misbehaves on request: `/status/503`, `/hang`, `/half`, `/bytes/<n>`, `/endless`, `/redirect/<n>`,
// `/no-cors` (any path with ?cors=0), `/echo`. Counts what it got.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface FaultServer {
  url: string
  /** `GET /echo` → times. */
  calls: Map<string, number>
  close(): Promise<void>
}

export async function startFaultServer(): Promise<FaultServer> {
  const calls = new Map<string, number>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const call = `${request.method} ${url.pathname}`
    calls.set(call, (calls.get(call) ?? 0) + 1)
    if (url.searchParams.get('cors') !== '0') {
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Access-Control-Allow-Headers', '*')
      response.setHeader('Access-Control-Allow-Methods', '*')
      response.setHeader('Access-Control-Expose-Headers', '*')
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else void behave(url, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function behave(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, what, argument = ''] = url.pathname.split('/')
  switch (what) {
    case 'status':
      response
        .writeHead(Number(argument), { 'Content-Type': 'application/json' })
        .end('{"status":' + argument + '}')
      return
    case 'hang':
      return
    case 'half':
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '1000' })
      response.write('x'.repeat(500))
      setTimeout(() => response.destroy(), 50)
      return
    case 'bytes':
      await send(response, Number(argument), true)
      return
    case 'endless':
      await send(response, Infinity, false)
      return
    case 'redirect': {
      const left = Number(argument)
      const location = left > 0 ? `/redirect/${left - 1}` : '/echo'
      response.writeHead(302, { Location: location }).end()
      return
    }
    default: {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
      const body = Buffer.concat(parts).toString('utf8')
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(
        JSON.stringify({ method: request.method, path: url.pathname, headers: request.headers, body }),
      )
    }
  }
}

async function send(response: ServerResponse, total: number, announced: boolean): Promise<void> {
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    ...(announced ? { 'Content-Length': String(total) } : {}),
  })
  const chunk = Buffer.alloc(256 * 1024, 'a')
  for (let sent = 0; sent < total && !response.destroyed; sent += chunk.length) {
    const part = chunk.subarray(0, Math.min(chunk.length, total - sent))
    if (!response.write(part)) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          response.off('drain', go).off('close', go)
          resolve()
        }
        response.on('drain', go).on('close', go)
      })
    }
  }
  response.end()
}
