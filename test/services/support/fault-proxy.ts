// Stands between the relay and a real server and breaks what passes through: hangs up, lets half an answer through, speaks TLS where
// the server does not. And a server that takes connections and says nothing.
import { readFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

/** What happens once, when the client next says something that fits. */
export type Break = 'hang up' | 'half an answer'

export interface FaultProxy {
  port: number
  /** Breaks the next connection that says `marker`; without one, the next that says anything. */
  arm(how: Break, marker?: RegExp): void
  /** Ends all connections when that many pieces more have passed, whichever way. The result: whether it has happened. */
  cutAfter(pieces: number): () => boolean
  /** Everything that clients said. */
  said(): string
  stop(): Promise<void>
}

interface Options {
  /** For the client; the server behind is spoken to without. */
  tls?: { key: string; cert: string }
}

export async function startProxy(to: () => number, { tls }: Options = {}): Promise<FaultProxy> {
  let armed: { how: Break; marker: RegExp } | undefined
  let said = ''
  /** Pieces that still pass; undefined: all. */
  let left: number | undefined
  const ends = new Set<() => void>()
  /** False: this piece passes no more, and nothing does. */
  const passes = (): boolean => {
    if (left === undefined || left-- > 0) return true
    left = undefined
    for (const end of ends) end()
    return false
  }
  const pass = (client: Socket): void => {
    const server = connect({ host: '127.0.0.1', port: to() })
    let halved = false
    let heard = ''
    const end = (): void => {
      ends.delete(end)
      client.destroy()
      server.destroy()
    }
    ends.add(end)
    client.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      said = (said + text).slice(-2_000_000)
      heard = (heard + text).slice(-2_000_000)
      if (armed?.marker.test(heard)) {
        const { how } = armed
        armed = undefined
        if (how === 'hang up') return end()
        halved = true
      }
      if (passes()) server.write(chunk)
    })
    server.on('data', (chunk: Buffer) => {
      if (!passes()) return false
      if (!halved) return client.write(chunk)
      client.end(chunk.subarray(0, Math.ceil(chunk.length / 2)))
      server.destroy()
      return true
    })
    for (const socket of [client, server]) {
      socket.on('error', end)
      socket.on('close', () => (halved ? undefined : end()))
    }
  }
  const server = tls
    ? createTlsServer({ key: readFileSync(tls.key), cert: readFileSync(tls.cert) }, pass)
    : createServer(pass)
  server.on('tlsClientError', () => {})
  return {
    port: await listening(server),
    arm: (how, marker = /[^]/) => void (armed = { how, marker }),
    cutAfter: (pieces) => {
      left = pieces
      return () => left === undefined
    },
    said: () => said,
    stop: () => closed(server),
  }
}

export async function startSilent(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((socket) => void socket.on('error', () => {}).resume())
  return { port: await listening(server), stop: () => closed(server) }
}

const sockets = new WeakMap<Server, Set<Socket>>()

async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>()
  sockets.set(server, open)
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const socket of sockets.get(server) ?? []) socket.destroy()
  await ended
}
