// The studios that are connected, and those whose socket was cut a moment ago: their links wait for them to come back.
import { randomBytes } from 'node:crypto'
import type { WebSocket } from 'ws'
import { fault } from '../worker/model/fault.ts'
import type { Channel } from '../worker/relay/channel.ts'
import { writeFrame, type Offer } from '../worker/relay/frame.ts'
import { Link } from '../worker/relay/link.ts'
import type { RelayConfig } from './config.ts'
import type { Greeted } from './handshake.ts'
import { log } from './log.ts'
import { protocolManifests } from './protocols.ts'
import type { Household } from './relay.ts'
import { serveChannel } from './serve-channel.ts'

/** RFC 6455 7.4.1. */
const goodbye = 1000
const goingAway = 1001

interface Studio {
  key: string
  link: Link
  socket: WebSocket | undefined
  forget: NodeJS.Timeout | undefined
}

export class Studios {
  readonly #config: RelayConfig
  readonly #studios = new Map<string, Studio>()

  constructor(config: RelayConfig) {
    this.#config = config
  }

  /** Takes in a studio that has proven itself: back to its link, or to a new one. */
  welcome(
    socket: WebSocket,
    { key, resume }: Greeted,
    household: Household | undefined,
    relay: string,
  ): void {
    const { limits } = this.#config
    if (!household) return this.#refuse(socket, 'RELAY:REFUSED', 'Its tenant is no longer here.')
    const known = resume && this.#studios.get(resume.session)
    const back = known?.key === key.id ? known : undefined
    if (!back && this.#linksOf(key.id) >= limits.links)
      return this.#refuse(socket, 'RELAY:BUSY', `One studio may be connected ${limits.links} times.`)
    const session = back ? resume!.session : randomBytes(16).toString('hex')
    const studio = back ?? this.#newStudio(key.id, session, household)
    clearTimeout(studio.forget)
    studio.socket?.terminate()
    studio.socket = socket
    const offer: Offer = {
      name: this.#config.name,
      protocols: [...protocolManifests.keys()],
      targets: [...household.tenant.allowTargets],
      limits: { channels: limits.channels, valueBytes: limits.valueBytes },
    }
    log('link', { key: key.id, tenant: household.tenant.id, relay, resumed: back ? 1 : 0 })
    socket.send(
      writeFrame({ t: 'welcome', session, got: studio.link.got, resumed: back !== undefined, offer }),
    )
    this.#wire(studio, session, socket)
    studio.link.attach(
      { send: (bytes) => socket.send(bytes), close: () => socket.close() },
      back ? resume!.got : 0,
    )
  }

  /** Ends what a key has. */
  drop(key: string): void {
    for (const [session, studio] of this.#studios)
      if (studio.key === key) this.#end(session, studio, 'The pairing was removed.')
  }

  close(): void {
    for (const [session, studio] of this.#studios) this.#end(session, studio, 'The relay was stopped.')
  }

  #wire(studio: Studio, session: string, socket: WebSocket): void {
    const alive = socket as WebSocket & { heard?: number }
    alive.heard = Date.now()
    socket.on('pong', () => (alive.heard = Date.now()))
    socket.on('message', (data) => {
      alive.heard = Date.now()
      studio.link.take(data as Buffer)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      if (studio.socket !== socket) return
      studio.socket = undefined
      // A page that was closed says so; it does not come back to this link.
      if (code === goodbye || code === goingAway) return this.#end(session, studio, 'The studio was closed.')
      studio.link.cut()
      studio.forget = setTimeout(
        () => this.#end(session, studio, 'The studio did not come back.'),
        this.#config.limits.resumeMs,
      )
      studio.forget.unref()
    })
  }

  #newStudio(key: string, session: string, household: Household): Studio {
    const { channels, valueBytes } = this.#config.limits
    const link = new Link({
      maxChannels: channels,
      maxValue: valueBytes,
      opened: (channel) => void serveLogged(channel, household, key),
      broken: ({ code }) => {
        log('broken', { key, why: code })
        this.#end(session, studio, 'The link broke its rules.')
      },
    })
    const studio: Studio = { key, link, socket: undefined, forget: undefined }
    this.#studios.set(session, studio)
    return studio
  }

  #end(session: string, studio: Studio, why: string): void {
    this.#studios.delete(session)
    clearTimeout(studio.forget)
    studio.link.close(fault('RELAY:GONE', why))
    studio.socket?.close()
  }

  #linksOf(key: string): number {
    return [...this.#studios.values()].filter((one) => one.key === key && one.socket).length
  }

  #refuse(socket: WebSocket, code: string, message: string): void {
    socket.send(writeFrame({ t: 'refused', fault: fault(code, message) }))
    socket.close(1008, 'refused')
  }
}

async function serveLogged(channel: Channel, { pool, quota, tenant }: Household, key: string): Promise<void> {
  const { kind, protocol, operation, connection } = channel.about
  const began = performance.now()
  try {
    quota.admitCall()
  } catch (thrown) {
    return channel.fail(thrown as ReturnType<typeof fault>)
  }
  const failure = await serveChannel(channel, pool)
  log(kind, {
    key,
    tenant: tenant.id,
    protocol: String(protocol).slice(0, 40),
    operation: String(operation).slice(0, 60),
    target: `${String(connection?.['host'] ?? '').slice(0, 253)}:${String(connection?.['port'] ?? '')}`,
    ms: Math.round(performance.now() - began),
    outcome: failure?.code ?? 'ok',
  })
}
