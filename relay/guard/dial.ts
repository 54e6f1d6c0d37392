// The one place where the relay opens sockets. A target is resolved once, every address it has is checked against one policy,
// and the socket goes to a checked address: neither a name that changes its mind (DNS rebinding) nor a literal gets around.
import { lookup } from 'node:dns/promises'
import { connect as netConnect, isIP, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { connect as tlsConnect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { fault, type Fault } from '../../worker/model/fault.ts'
import { connectFault } from '../failures.ts'
import { isOwnable, isTranslated, ruleAgainst } from './address-rules.ts'
import { hostOf, portOf, type Targets } from './target.ts'

export interface DialPolicy {
  /** Private targets that may be reached. */
  targets: Targets
  /** Ports of public targets; undefined: all. Port 25 is nobody's. */
  ports?: readonly number[]
  /** The relay's own ports: never a target, whoever asks. */
  ownPorts?: () => readonly number[]
  /** Asked before a target is connected; throws where a quota is used up. */
  admit?(target: string): void
  /** Hears how a connection went. */
  told?(target: string, failed: boolean): void
}

/** What the guard is made of; tests give a resolver and a connect that open nothing. */
export interface DialMeans {
  resolve(host: string): Promise<string[]>
  connect(address: string, port: number): Socket
  ownAddresses(): string[]
}

export interface Target {
  host: string
  port: number
}
/** A target after the check: connect to `address`, name `host` in TLS. */
export interface Checked extends Target {
  address: string
}
export type TlsOptions = Pick<
  ConnectionOptions,
  'ca' | 'cert' | 'key' | 'passphrase' | 'rejectUnauthorized' | 'ALPNProtocols'
>

const connectTimeout = 8_000

export class Dialer {
  readonly #policy: DialPolicy
  readonly #means: DialMeans

  constructor(policy: DialPolicy, means: Partial<DialMeans> = {}) {
    this.#policy = policy
    this.#means = { ...systemMeans, ...means }
  }

  /** For clients that open their socket themselves. Throws EGRESS:DENIED, EGRESS:HOST, EGRESS:PORT, CONNECT:NOT_FOUND. */
  async check({ host: text, port: number }: Target): Promise<Checked> {
    const host = hostOf(text)
    const port = portOf(number)
    this.#policy.admit?.(`${host}:${port}`)
    const address = (await this.#checked(host, port))[0]!
    return { host, port, address }
  }

  /**
   * A server that was let in names another port of its own host: neither one of the system's (RFC 2577) nor the relay's. Throws
   * EGRESS:DENIED.
   */
  checkNamed({ host, port }: Target): void {
    if (port < 1024) throw denied(host, port, 'system-port')
    if (this.#policy.ownPorts?.().includes(port)) throw denied(host, port, 'own-port')
  }

  /** A connected socket, with TLS where `tls` is given. Throws what `check` throws, and CONNECT:…. */
  async dial(target: Target, tls?: TlsOptions, signal?: AbortSignal): Promise<Socket | TLSSocket> {
    const host = hostOf(target.host)
    const port = portOf(target.port)
    const name = `${host}:${port}`
    this.#policy.admit?.(name)
    const addresses = await this.#checked(host, port)
    let failure: unknown
    for (const address of addresses) {
      try {
        const socket = await this.#connect(address, port, host, tls, signal)
        this.#policy.told?.(name, false)
        return socket
      } catch (thrown) {
        failure = thrown
        if (signal?.aborted) break
      }
    }
    this.#policy.told?.(name, true)
    throw connectFault(failure, { host, port })
  }

  async #checked(host: string, port: number): Promise<string[]> {
    const { targets, ports, ownPorts } = this.#policy
    const literal = isIP(host) !== 0 || host.includes('%')
    const answers = literal ? [host] : await this.#resolve(host, port)
    const usable = literal ? answers : answers.filter((one) => !isTranslated(one))
    if (usable.length === 0) throw denied(host, port, 'nat64')
    const named = !literal && targets.allowsName(host, port)
    let isPublic = true
    for (const address of usable) {
      const rule = this.#ruleAgainst(address)
      if (rule === undefined) continue
      isPublic = false
      if (ownPorts?.().includes(port) && (rule === 'loopback' || rule === 'own-address'))
        throw denied(host, port, 'own-port')
      if (rule === 'zone-id' || rule === 'no-address') throw denied(host, port, rule)
      const allowed =
        targets.allowsAddress(address, port) || (named && (isOwnable(rule) || rule === 'own-address'))
      if (!allowed) throw denied(host, port, rule)
    }
    if (port === 25 && !targets.allowsName(host, 25)) throw denied(host, port, 'port-25')
    if (isPublic && ports && !ports.includes(port)) throw denied(host, port, 'port')
    return usable
  }

  #ruleAgainst(address: string): string | undefined {
    const rule = ruleAgainst(address)
    if (rule !== undefined) return rule
    return this.#means.ownAddresses().includes(address) ? 'own-address' : undefined
  }

  async #resolve(host: string, port: number): Promise<string[]> {
    try {
      const answers = await this.#means.resolve(host)
      if (answers.length > 0) return answers
    } catch (thrown) {
      throw connectFault(thrown, { host, port })
    }
    throw connectFault(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), { host, port })
  }

  #connect(
    address: string,
    port: number,
    host: string,
    tls: TlsOptions | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const raw = this.#means.connect(address, port)
      const fail = (error: unknown): void => {
        clean()
        raw.destroy()
        reject(error as Error)
      }
      // Who takes the connection and does not greet speaks no TLS either.
      const timer = setTimeout(
        () => fail(Object.assign(new Error('no answer'), { code: raw.connecting ? 'ETIMEDOUT' : 'EPROTO' })),
        connectTimeout,
      )
      const aborted = (): void => fail(signal!.reason)
      signal?.addEventListener('abort', aborted)
      const clean = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', aborted)
        raw.off('error', fail)
      }
      const done = (socket: Socket): void => {
        clean()
        socket.off('error', fail)
        socket.setKeepAlive(true, 30_000)
        socket.setNoDelay(true)
        resolve(socket)
      }
      raw.once('error', fail)
      raw.once('connect', () => {
        if (raw.remoteAddress !== undefined && !sameAddress(raw.remoteAddress, address))
          return fail(denied(host, port, 'other-address'))
        if (!tls) return done(raw)
        const secure = tlsConnect({
          ...tls,
          socket: raw,
          // What the certificate has to be of, also where it is an address.
          host,
          minVersion: 'TLSv1.2',
          ...(isIP(host) === 0 && { servername: host }),
        })
        // Who hangs up before it has greeted speaks no TLS.
        const untold = (error: NodeJS.ErrnoException): void =>
          fail(error.code === 'ECONNRESET' ? Object.assign(error, { code: 'EPROTO' }) : error)
        secure.once('error', untold)
        secure.once('secureConnect', () => {
          secure.off('error', untold)
          done(secure)
        })
      })
    })
  }
}

const systemMeans: DialMeans = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect: (address, port) => netConnect({ host: address, port }),
  ownAddresses: () =>
    Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
}

function sameAddress(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/^::ffff:/, '').toLowerCase()
  return plain(a) === plain(b)
}

function denied(host: string, port: number, rule: string): Fault {
  const where = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
  return fault('EGRESS:DENIED', `The relay does not connect to ${where} (${rule}).`, {
    hint: isOwnable(rule)
      ? `Whoever runs the relay can allow it: weft relay --allow ${where}`
      : 'The relay connects to public targets, and to private ones that its operator allows.',
    data: { host, port, rule },
  })
}
