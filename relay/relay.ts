// The relay at its door: pairing over HTTP, then one WebSocket a studio. Nothing is done for a request whose Host or Origin is
// not exactly one that is known, and nothing over a WebSocket before a paired key has signed the nonce.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { fault, isFault, type Fault } from '../worker/model/fault.ts'
import { maxFrame } from '../worker/relay/frame.ts'
import type { RelayConfig, Tenant } from './config.ts'
import { Dialer } from './guard/dial.ts'
import { Targets } from './guard/target.ts'
import { Codes, Keys } from './keys.ts'
import { log } from './log.ts'
import { greet, type Greeted } from './handshake.ts'
import { answerHook } from './hooks/door.ts'
import { Hooks } from './hooks/hooks.ts'
import { apiHeaders } from './policy.ts'
import { Pool } from './pool.ts'
import { Quota } from './quota.ts'
import { Studios } from './studios.ts'

export interface RelayDoor {
  /** Answers requests under /relay/; false: it is not one. */
  answer(request: IncomingMessage, response: ServerResponse, port: number): boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void
  close(): Promise<void>
}

/** What a tenant has of its own. */
export interface Household {
  tenant: Tenant
  pool: Pool
  quota: Quota
  /** Of what comes in, apart from what its studios ask for. */
  incoming: Quota
}

const maxBody = 16_384
const pingEvery = 20_000
const deadAfter = 45_000

export class Relay implements RelayDoor {
  readonly id = randomBytes(16).toString('hex')
  readonly config: RelayConfig
  readonly keys: Keys
  readonly codes = new Codes()
  readonly #households = new Map<string, Household>()
  readonly #studios: Studios
  readonly #hooks: Hooks
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrame, perMessageDeflate: false })
  readonly #tell: (line: string) => void
  readonly #pings: NodeJS.Timeout
  readonly #greetFailures = new Map<string, number[]>()
  #port = 0

  /** `tell` prints a line for the person at the terminal. */
  constructor(config: RelayConfig, tell: (line: string) => void) {
    this.config = config
    this.#tell = tell
    this.keys = new Keys(config.data)
    this.#hooks = new Hooks(
      config.data,
      config.limits,
      () => config.address ?? `http://127.0.0.1:${this.#port}`,
    )
    for (const tenant of config.tenants) this.#households.set(tenant.id, this.#household(tenant))
    this.#studios = new Studios(config)
    this.#pings = setInterval(() => this.#ping(), pingEvery)
    this.#pings.unref()
  }

  /** Prints a code for each tenant that has none. */
  printCodes(): void {
    for (const { id } of this.config.tenants) {
      const whose = this.config.tenants.length > 1 ? ` of ${id}` : ''
      this.#tell(`Pairing code${whose}: ${this.codes.make(id)} (two minutes, once)`)
    }
  }

  answer(request: IncomingMessage, response: ServerResponse, port: number): boolean {
    const isHook = request.url?.startsWith('/hook/')
    if (!isHook && !request.url?.startsWith('/relay/')) return false
    this.#port = port
    const answered = isHook ? this.#answerHook(request, response) : this.#answer(request, response)
    void answered.catch((thrown) => {
      const failure = isFault(thrown) ? thrown : fault('RELAY:FAILED', 'The relay failed.')
      if (!response.headersSent) send(response, 400, failure)
    })
    return true
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
    this.#port = port
    const refusal = request.url === '/relay/link' ? this.#refusal(request) : [404, 'no such path']
    if (refusal) {
      log('refused', { what: 'link', why: refusal[1] })
      socket.end(`HTTP/1.1 ${refusal[0]} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const address = request.socket.remoteAddress ?? ''
    const { origin } = request.headers
    this.#sockets.handleUpgrade(request, socket, head, (opened) => void this.#greet(opened, origin!, address))
  }

  async close(): Promise<void> {
    clearInterval(this.#pings)
    this.#studios.close()
    for (const client of this.#sockets.clients) client.terminate()
    this.#sockets.close()
    await Promise.all([...this.#households.values()].map(({ pool }) => pool.close()))
  }

  /** Cuts the sockets of a key that was removed. */
  removeKey(id: string): boolean {
    this.#studios.drop(id)
    return this.keys.remove(id)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = this.#refusal(request)
    if (refusal) {
      log('refused', { what: request.url, why: refusal[1] })
      return send(response, refusal[0], fault('RELAY:ORIGIN', 'The relay does not take this.'))
    }
    const origin = request.headers.origin!
    const cors = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
    if (request.method === 'OPTIONS') {
      const allowed = {
        'Access-Control-Allow-Headers': 'content-type,x-weft-relay',
        'Access-Control-Allow-Methods': 'POST',
      }
      response.writeHead(204, { ...apiHeaders, ...cors, ...allowed }).end()
      return
    }
    const isOurs =
      request.method === 'POST' &&
      request.headers['x-weft-relay'] === '1' &&
      /^application\/json(;|$)/.test(request.headers['content-type'] ?? '')
    if (!isOurs) return send(response, 403, fault('RELAY:ORIGIN', 'The relay does not take this.'), cors)
    const body = await readJson(request)
    if (request.url === '/relay/code') {
      for (const { id } of this.config.tenants)
        if (!this.codes.hasOne(id)) this.#tell(`Pairing code: ${this.codes.make(id)} (two minutes, once)`)
      return send(response, 200, {}, cors)
    }
    if (request.url === '/relay/pair') return await this.#pair(body, origin, response, cors)
    send(response, 404, fault('RELAY:PATH', 'The relay has no such path.'), cors)
  }

  async #pair(
    { code, jwk, name }: Record<string, unknown>,
    origin: string,
    response: ServerResponse,
    cors: Record<string, string>,
  ): Promise<void> {
    const tenant = this.codes.use(String(code ?? '').slice(0, 40))
    if (tenant === undefined) {
      log('pair', { outcome: 'RELAY:CODE' })
      const failure = fault('RELAY:CODE', 'This is not the pairing code, or it is too old.', {
        hint: 'Type the code that the relay prints in its terminal; it lasts two minutes.',
      })
      return send(response, 403, failure, cors)
    }
    const key = await this.keys.add((jwk ?? {}) as JsonWebKey, origin, tenant, String(name ?? ''))
    log('pair', { outcome: 'ok', key: key.id, tenant })
    this.#tell(`Paired with ${key.name || origin}: key ${key.fingerprint}`)
    send(response, 200, { key: key.id, relay: this.id }, cors)
  }

  /** Senders of webhooks are no pages: they say no origin, unless they are the studio itself. */
  async #answerHook(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin } = request.headers
    const isForeignPage = origin === undefined && request.headers['sec-fetch-site'] === 'cross-site'
    const refusal = this.#refusal(request, isForeignPage || origin !== undefined)
    if (refusal) {
      log('refused', { what: 'hook', why: refusal[1] })
      return send(response, refusal[0], fault('RELAY:ORIGIN', 'The relay does not take this.'))
    }
    await answerHook(
      {
        hooks: this.#hooks,
        maxBody: this.config.limits.hookBytes,
        admit: (tenant) => this.#households.get(tenant)?.incoming.admitCall(),
      },
      request,
      response,
    )
  }

  /** Why a request is not even looked at: 421 for another host, 403 for another origin. */
  #refusal({ headers }: IncomingMessage, isPage = true): [number, string] | undefined {
    const { address, origins } = this.config
    const names = ['127.0.0.1', 'localhost', 'weft.localhost', '[::1]'].map((name) => `${name}:${this.#port}`)
    const hosts = address === undefined ? names : [...names, new URL(address).host]
    if (!headers.host || !hosts.includes(headers.host)) return [421, 'host']
    if (!isPage) return undefined
    const { origin } = headers
    const own = [...names.map((name) => `http://${name}`), ...(address === undefined ? [] : [address])]
    return origin !== undefined && (own.includes(origin) || origins.includes(origin))
      ? undefined
      : [403, 'origin']
  }

  async #greet(socket: WebSocket, origin: string, address: string): Promise<void> {
    const failures = (this.#greetFailures.get(address) ?? []).filter((at) => at > Date.now() - 60_000)
    // Whoever guesses gets slow answers; a studio on the same machine still gets in.
    if (failures.length >= 5) await new Promise((resolve) => setTimeout(resolve, 1000))
    let greeted: Greeted
    try {
      greeted = await greet(socket, { relay: this.id, origin, keys: this.keys })
    } catch (thrown) {
      this.#greetFailures.set(address, [...failures, Date.now()])
      if (this.#greetFailures.size > 1000) this.#greetFailures.clear()
      log('refused', { what: 'key', why: isFault(thrown) ? thrown.code : 'failed' })
      return socket.close(1008, 'refused')
    }
    this.#studios.welcome(socket, greeted, this.#households.get(greeted.key.tenant), this.id)
  }

  #household(tenant: Tenant): Household {
    const quota = new Quota(this.config.limits)
    const policy = {
      targets: new Targets(tenant.allowTargets),
      ports: tenant.ports,
      ownPorts: () => [this.#port],
      admit: (target: string) => quota.admitTarget(target),
      told: (target: string, failed: boolean) => quota.told(target, failed),
    }
    const pool = new Pool(new Dialer(policy), this.#hooks.of(tenant.id))
    return { tenant, quota, pool, incoming: new Quota(this.config.limits) }
  }

  #ping(): void {
    for (const client of this.#sockets.clients) {
      const { heard = Date.now() } = client as WebSocket & { heard?: number }
      if (Date.now() - heard > deadAfter) client.terminate()
      else client.ping()
    }
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: object | Fault,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, { ...apiHeaders, ...more, 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBody) throw fault('RELAY:TOO_LARGE', 'The request is too large.')
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>
  } catch {}
  throw fault('RELAY:FRAME', 'The request is no JSON object.')
}
