// The relay of this browser: which one it is paired with, kept in IndexedDB with a key that cannot be read, and the client that
// is connected to it. Lives in the engine worker.
import { fault } from '../model/fault.ts'
import type { ProtocolLink } from '../model/protocol-link.ts'
import { RelayClient, type RelayState } from './client.ts'
import { pair, type Pairing } from './pairing.ts'
import { relayTable } from './relay-table.ts'

/** What the studio shows; `none`: not paired. */
export type RelayView = RelayState | { is: 'none' }

export class RelayHome {
  readonly #origin: string
  readonly #watchers = new Set<(view: RelayView) => void>()
  readonly #channel = new BroadcastChannel('weft-relay')
  #client: RelayClient | undefined
  #loaded: Promise<void>

  /** `origin`: of the studio. */
  constructor(origin: string) {
    this.#origin = origin
    this.#loaded = this.#load()
    // Another tab has paired, or forgotten.
    this.#channel.onmessage = () => void (this.#loaded = this.#load())
  }

  /** Calls back with what is now, and with every change; the result ends it. */
  async watch(told: (view: RelayView) => void): Promise<() => void> {
    await this.#loaded
    this.#watchers.add(told)
    told(this.view)
    return () => void this.#watchers.delete(told)
  }

  get view(): RelayView {
    return this.#client?.state ?? { is: 'none' }
  }

  /** Throws RELAY:UNREACHABLE, RELAY:CODE, RELAY:ORIGIN. */
  async pair(url: string, code: string, name: string): Promise<void> {
    const pairing = await pair(new URL(url).origin, code, name)
    await relayTable.write('pairing', pairing)
    this.#channel.postMessage('changed')
    this.#use(pairing)
  }

  async forget(): Promise<void> {
    await relayTable.write('pairing', undefined)
    this.#channel.postMessage('changed')
    this.#use(undefined)
  }

  /** Throws RELAY:NONE where none is paired. */
  async protocols(): Promise<ProtocolLink> {
    await this.#loaded
    if (this.#client) return this.#client
    throw fault('RELAY:NONE', 'This step needs a relay, and none is paired with this studio.', {
      hint: 'Start one with: npm run weft -- relay. Then pair it: its code is in the terminal.',
    })
  }

  async #load(): Promise<void> {
    const pairing = await relayTable.read<Pairing>('pairing').catch(() => undefined)
    if (pairing?.key !== this.#key) this.#use(pairing)
  }

  #use(pairing: Pairing | undefined): void {
    this.#key = pairing?.key
    this.#client?.close()
    this.#client = pairing && new RelayClient({ pairing, origin: this.#origin })
    this.#client?.onState(() => this.#tell())
    this.#tell()
  }
  #key: string | undefined

  #tell(): void {
    for (const told of this.#watchers) told(this.view)
  }
}
