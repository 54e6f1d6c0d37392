// The studio's end of a relay: one WebSocket, kept up, resumed when it was cut. The same in a worker of the page and in Node.
import { fault, isFault, type Fault } from '../model/fault.ts'
import { toHex } from '../model/hex.ts'
import { cancelled, ChannelCalls } from './channel-calls.ts'
import { linkVersion, readFrame, writeFrame, type Header, type Offer } from './frame.ts'
import { Link } from './link.ts'
import type { Pairing } from './pairing.ts'
import { proofAlgorithm, proofOf } from './proof.ts'

/** Of the connection to the relay: what the studio shows. */
export type RelayState =
  | { is: 'connecting'; url: string }
  | { is: 'connected'; url: string; fingerprint: string; offer: Offer }
  /** Nothing answers; tried again at `retryAt`, milliseconds since the epoch. */
  | { is: 'waiting'; url: string; fault: Fault; retryAt: number }
  /** The relay does not take this studio: pair again. */
  | { is: 'refused'; url: string; fault: Fault }
  | { is: 'closed'; url: string }

/** What there is of a WebSocket: the browser's, or that of the package `ws`. */
export interface ClientSocket {
  binaryType: string
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  onerror: (() => void) | null
  send(bytes: Uint8Array): void
  close(code?: number): void
}

export interface RelayClientOptions {
  pairing: Pairing
  /** The origin this studio is served from: `http://127.0.0.1:8517`. */
  origin: string
  /** Opens the WebSocket. Default: the platform's own. */
  connect?(url: string): ClientSocket
  now?(): number
}

/** Milliseconds: the first retry, and the longest wait between two. */
const firstRetry = 250
const longestRetry = 15_000
const proofLasts = 30_000
/** How long a call waits for a relay that is not connected. */
const patience = 10_000
/** Of the relay's limits, until it has said them. */
const maxValue = 64 * 1024 * 1024 + 1024 * 1024

export class RelayClient extends ChannelCalls {
  readonly #options: RelayClientOptions
  readonly #listeners = new Set<(state: RelayState) => void>()
  #state: RelayState
  #link: Link
  #session: string | undefined
  #socket: ClientSocket | undefined
  #retry = firstRetry
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: RelayClientOptions) {
    super()
    this.#options = options
    this.#link = newLink()
    this.#state = { is: 'connecting', url: options.pairing.url }
    this.#connect()
  }

  get state(): RelayState {
    return this.#state
  }
  /** Calls back with every new state; the result stops it. */
  onState(listener: (state: RelayState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves when the relay is connected. Rejects with RELAY:UNREACHABLE when it is not in time, RELAY:REFUSED. */
  async ready(signal?: AbortSignal, wait = patience): Promise<Offer> {
    const { url } = this.#options.pairing
    return await new Promise<Offer>((resolve, reject) => {
      const done = (): void => {
        stop()
        clearTimeout(timer)
        signal?.removeEventListener('abort', aborted)
      }
      const aborted = (): void => {
        done()
        reject(cancelled())
      }
      const look = (): void => {
        const state = this.#state
        if (state.is === 'connected') {
          done()
          resolve(state.offer)
        } else if (state.is === 'refused' || state.is === 'closed') {
          done()
          reject(state.is === 'refused' ? state.fault : fault('RELAY:CLOSED', 'The relay link was closed.'))
        }
      }
      const timer = setTimeout(() => {
        done()
        reject(unreachable(url))
      }, wait)
      const stop = this.onState(look)
      signal?.addEventListener('abort', aborted)
      if (signal?.aborted) aborted()
      else look()
    })
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#become({ is: 'closed', url: this.#options.pairing.url })
    const socket = this.#socket
    this.#socket = undefined
    // It says that this link is over; one that is only cut is resumed.
    socket?.close(1000)
    this.#link.close(fault('RELAY:CLOSED', 'The relay link was closed.'))
  }

  protected override async link(signal: AbortSignal): Promise<Link> {
    if (this.#state.is !== 'connected' || signal.aborted) await this.ready(signal)
    return this.#link
  }

  #connect(): void {
    const { pairing, connect } = this.#options
    const address = pairing.url.replace(/^http/, 'ws') + '/relay/link'
    const socket = connect?.(address) ?? (new WebSocket(address) as unknown as ClientSocket)
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onerror = () => {}
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket) return
      const bytes = new Uint8Array(data as ArrayBuffer)
      if (this.#state.is === 'connected') this.#link.take(bytes)
      else void this.#shakeHands(socket, bytes)
    }
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost()
    }
  }

  async #shakeHands(socket: ClientSocket, bytes: Uint8Array): Promise<void> {
    const { pairing } = this.#options
    try {
      const { header } = readFrame(bytes)
      if (header.t === 'challenge') socket.send(writeFrame(await this.#prove(header)))
      else if (header.t === 'welcome') this.#welcome(socket, header)
      else if (header.t === 'refused') {
        this.#socket = undefined
        this.#link.close(header.fault)
        this.#become({ is: 'refused', url: pairing.url, fault: header.fault })
        socket.close()
      }
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown
      socket.close()
    }
  }

  async #prove({ version, relay, nonce }: Header & { t: 'challenge' }): Promise<Header> {
    if (version !== linkVersion)
      throw fault('RELAY:VERSION', `The relay speaks version ${version}, this studio ${linkVersion}.`)
    const { pairing, origin, now = Date.now } = this.#options
    const clientNonce = toHex(crypto.getRandomValues(new Uint8Array(16)))
    const expires = now() + proofLasts
    const proof = proofOf({ relay, origin, nonce, clientNonce, expires })
    const signature = await crypto.subtle.sign(proofAlgorithm, pairing.privateKey, proof)
    const resume = this.#session === undefined ? undefined : { session: this.#session, got: this.#link.got }
    return {
      t: 'prove',
      version: linkVersion,
      key: pairing.key,
      nonce: clientNonce,
      expires,
      signature: toHex(new Uint8Array(signature)),
      ...(resume && { resume }),
    }
  }

  #welcome(socket: ClientSocket, { session, got, resumed, offer }: Header & { t: 'welcome' }): void {
    if (!resumed && this.#session !== undefined) {
      this.#link.close(
        fault('RELAY:LOST', 'The relay was started anew: what was under way there has no outcome.', {
          hint: 'Look at the target before you repeat what must not happen twice.',
        }),
      )
      this.#link = newLink()
    }
    this.#session = session
    this.#retry = firstRetry
    const { url, fingerprint } = this.#options.pairing
    this.#link.attach(socket, got)
    this.#become({ is: 'connected', url, fingerprint, offer })
  }

  #lost(): void {
    const { url } = this.#options.pairing
    this.#socket = undefined
    this.#link.cut()
    const { now = Date.now } = this.#options
    this.#become({ is: 'waiting', url, fault: unreachable(url), retryAt: now() + this.#retry })
    this.#timer = setTimeout(() => {
      this.#become({ is: 'connecting', url })
      this.#connect()
    }, this.#retry)
    this.#retry = Math.min(this.#retry * 2, longestRetry)
  }

  #become(state: RelayState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }
}

function newLink(): Link {
  return new Link({ maxValue, maxChannels: 64 })
}

function unreachable(url: string): Fault {
  return fault('RELAY:UNREACHABLE', `No relay answers at ${url}.`, {
    hint: 'Start one with: npm run weft -- relay',
    data: { url },
  })
}
