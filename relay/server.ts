// One origin for all: the built studio, the demo APIs and the relay. Bare node:http on the loopback address.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answer } from './exchange.ts'
import { apiHeaders } from './policy.ts'
import type { RelayDoor } from './relay.ts'
import { StaticFiles } from './static-files.ts'

/** Answers a request under its prefix; the same kind of handler that the service worker mounts. */
export type Handler = (request: Request) => Response | Promise<Response>

export interface ServerOptions {
  /** Folder of the built studio. */
  folder: string
  /** Handlers by path prefix, e.g. `/demo/`. */
  mounts: Record<string, Handler>
  /** First port to try; the next free one of the following hundred is taken. 0: any. */
  port: number
  host?: string
  /** What takes the paths under /relay/. */
  relay?: RelayDoor
}

/** Starts to listen; resolves with the address, e.g. `http://127.0.0.1:8517/`. */
export async function serve(
  options: ServerOptions,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const host = options.host ?? '127.0.0.1'
  const files = new StaticFiles(options.folder)
  const { relay } = options
  let port = 0
  const server = createServer({ maxHeaderSize: 32_768 }, (request, response) => {
    if (relay?.answer(request, response, port)) return
    respond(options, files, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, apiHeaders)
      response.end()
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.maxHeadersCount = 100
  server.maxConnections = 512
  server.on('upgrade', (request, socket, head) => {
    if (relay) relay.upgrade(request, socket, head, port)
    else socket.destroy()
  })
  port = await listen(server, options.port, host)
  const name = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${port}/`,
    port,
    close: async () => {
      await relay?.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function respond(
  options: ServerOptions,
  files: StaticFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurHost(request.headers.host, options.host)) {
    response.writeHead(421, apiHeaders).end('This server does not answer for that host.\n')
    return
  }
  const path = (request.url ?? '/').split('?', 1)[0]!
  const prefix = Object.keys(options.mounts).find((start) => path.startsWith(start))
  if (prefix) await answer(options.mounts[prefix]!, request, response)
  else await files.answer(path, request, response)
}

/** A foreign name that resolves to this machine (DNS rebinding) gets no answer. */
function isOurHost(host: string | undefined, bound: string | undefined): boolean {
  if (!host) return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return ['127.0.0.1', 'localhost', 'weft.localhost', '[::1]', bound?.toLowerCase()].includes(name)
}

function listen(server: Server, first: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = first
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || first === 0 || ++port >= first + 100) reject(error)
      else server.listen(port, host)
    })
    server.on('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
    server.listen(port, host)
  })
}
