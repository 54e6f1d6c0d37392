// A relay on a free loopback port with a paired client, as a studio has it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { defaultConfig, type RelayConfig } from '../../relay/config.ts'
import { logTo } from '../../relay/log.ts'
import { Relay } from '../../relay/relay.ts'
import { serve } from '../../relay/server.ts'
import { RelayClient, type ClientSocket } from '../../worker/relay/client.ts'
import type { Pairing } from '../../worker/relay/pairing.ts'
import { fingerprintOf, keyAlgorithm } from '../../worker/relay/proof.ts'

export interface TestRelay {
  url: string
  port: number
  relay: Relay
  client: RelayClient
  pairing: Pairing
  /** What the relay logged. */
  logged: string[]
  /** What it printed for the person at the terminal. */
  told: string[]
  /** Sockets of the client, the newest last. */
  sockets: WebSocket[]
  newClient(pairing?: Pairing): RelayClient
  pair(code: string, origin?: string): Promise<Pairing>
  close(): Promise<void>
}

/** Loopback targets are allowed, unless the config says otherwise. `folder`: of what it serves as the studio; nothing without. */
export async function startRelay(
  config: Partial<RelayConfig> = {},
  port = 0,
  folder?: string,
): Promise<TestRelay> {
  const data = mkdtempSync(join(tmpdir(), 'weft-relay-'))
  const told: string[] = []
  const logged: string[] = []
  logTo((text) => logged.push(...text.trim().split('\n')))
  const relay = new Relay(
    {
      ...defaultConfig,
      tenants: [{ id: 'local', allowTargets: ['127.0.0.1:*', 'localhost:*'] }],
      data,
      ...config,
    },
    (line) => told.push(line),
  )
  const server = await serve({ folder: folder ?? join(data, 'none'), mounts: {}, port, relay })
  const url = server.url.replace(/\/$/, '')
  const pair = async (code: string, origin = url): Promise<Pairing> => {
    const keys = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
    const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey)
    const answer = await fetch(`${url}/relay/pair`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Weft-Relay': '1', Origin: origin },
      body: JSON.stringify({ code, jwk, name: 'test' }),
    })
    const told = (await answer.json()) as { key: string; code?: string }
    if (!answer.ok) throw told
    return { url, key: told.key, privateKey: keys.privateKey, fingerprint: await fingerprintOf(jwk) }
  }
  const sockets: WebSocket[] = []
  const clients: RelayClient[] = []
  const pairing = await pair(relay.codes.make(relay.config.tenants[0]!.id))
  const newClient = (own = pairing): RelayClient => {
    const client = new RelayClient({
      pairing: own,
      origin: url,
      connect: (address) => {
        const socket = new WebSocket(address, { origin: url })
        sockets.push(socket)
        return socket as unknown as ClientSocket
      },
    })
    clients.push(client)
    return client
  }
  const client = newClient()
  await client.ready()
  return {
    url,
    port: server.port,
    relay,
    client,
    pairing,
    logged,
    told,
    sockets,
    newClient,
    pair,
    close: async () => {
      for (const one of clients) one.close()
      await server.close()
      if (!config.data) rmSync(data, { recursive: true, force: true })
    },
  }
}
