// The HTTP server of `weft serve`: hands requests to the listeners of the published flows and sends their answers. A path has
// the same address as in the studio, `/hook/orders`, and is known without `/hook` too.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { headersOf, readBody } from '../../relay/exchange.ts'
import type { HookAnswer, HookRequest } from '../engine-worker.ts'
import { fault, toFault } from '../model/fault.ts'
import { problem } from '../publish/hook-problem.ts'

/** Bytes of a request's body; more is 413. */
const maxBody = 64 * 1024 * 1024
/** A flow that takes longer goes on, its caller gets 504. */
const flowMilliseconds = 60_000

export interface HookServer {
  /** `http://127.0.0.1:8518` */
  origin: string
  port: number
  /** Takes no new requests; resolves when those under way are answered. */
  drain(): Promise<void>
  /** Cuts what is still open. */
  close(): void
}

/** Throws CLI:PORT when the port cannot be had. */
export async function serveHooks(
  answer: (request: HookRequest) => Promise<HookAnswer>,
  { port, host }: { port: number; host: string },
): Promise<HookServer> {
  let draining = false
  const server = createServer({ maxHeaderSize: 32_768 }, (incoming, outgoing) => {
    outgoing.on('finish', () => draining && incoming.socket.end())
    respond(answer, incoming, outgoing).catch((thrown) => {
      if (!outgoing.headersSent) send(outgoing, 'GET', problem(500, toFault(thrown)))
      else outgoing.destroy()
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 120_000
  server.maxConnections = 1_024
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        fault('CLI:PORT', `The port ${port} of ${host} cannot be used (${error.code}).`, {
          hint: 'Choose another one with --port, or 0 for any free one.',
          data: { port, host },
        }),
      ),
    )
    server.listen(port, host, listening)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    drain: () =>
      new Promise((closed) => {
        draining = true
        server.close(() => closed())
      }),
    close: () => server.closeAllConnections(),
  }
}

async function respond(
  answer: (request: HookRequest) => Promise<HookAnswer>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET'
  const body = await readBody(incoming, maxBody)
  if (body === undefined) {
    const large = { code: 'HTTP:TOO_LARGE', message: 'The body is larger than 64 MiB.' }
    outgoing.setHeader('connection', 'close')
    return send(outgoing, method, problem(413, large))
  }
  const url = urlOf(incoming)
  if (!url) {
    const message = 'The address or the Host header of the request cannot be read.'
    return send(outgoing, method, problem(400, { code: 'HTTP:BAD_REQUEST', message }))
  }
  const path = url.pathname.replace(/^\/hook(?=\/|$)/, '') || '/'
  const request: HookRequest = { method, url: url.href, path, headers: headersOf(incoming), body }
  const remote = incoming.socket.remoteAddress
  if (remote !== undefined) request.remote = remote
  send(outgoing, method, await inTime(answer(request)))
}

function inTime(answer: Promise<HookAnswer>): Promise<HookAnswer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      const message = `The flow gave no answer within ${flowMilliseconds / 1000} s.`
      resolve(problem(504, { code: 'HTTP:TIMEOUT', message }))
    }, flowMilliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

function send(outgoing: ServerResponse, method: string, { status, headers, body }: HookAnswer): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value)
  const isEmpty = status === 204 || status === 304
  if (!isEmpty) outgoing.setHeader('content-length', body.length)
  outgoing.writeHead(status)
  outgoing.end(method === 'HEAD' || isEmpty ? undefined : body)
}

function urlOf(incoming: IncomingMessage): URL | undefined {
  try {
    const target = incoming.url ?? '/'
    // Two slashes at the start would be read as a host.
    return target.startsWith('/')
      ? new URL(`http://${incoming.headers.host ?? 'localhost'}${target}`)
      : new URL(target)
  } catch {
    return undefined
  }
}
