// The protocols of the relay in this process: what `weft run` uses. Whoever runs it is the operator, so every target that this
// machine reaches is allowed; the values go through the same channels as over a relay.
import { Dialer } from '../../relay/guard/dial.ts'
import { Targets } from '../../relay/guard/target.ts'
import { Pool } from '../../relay/pool.ts'
import { serveChannel } from '../../relay/serve-channel.ts'
import { fault } from '../model/fault.ts'
import { ChannelCalls } from '../relay/channel-calls.ts'
import { Link } from '../relay/link.ts'

const maxValue = 64 * 1024 * 1024 + 65_536

export class OwnProtocols extends ChannelCalls {
  readonly #pool = new Pool(new Dialer({ targets: new Targets('all') }))
  readonly #here = new Link({ maxValue, maxChannels: 1000 })
  readonly #there = new Link({
    maxValue,
    maxChannels: 1000,
    opened: (channel) => void serveChannel(channel, this.#pool),
  })

  constructor() {
    super()
    this.#here.attach(wireTo(this.#there), 0)
    this.#there.attach(wireTo(this.#here), 0)
  }

  protected override async link(): Promise<Link> {
    return this.#here
  }

  async close(): Promise<void> {
    this.#here.close(fault('RELAY:CLOSED', 'The run has ended.'))
    this.#there.close(fault('RELAY:GONE', 'The run has ended.'))
    await this.#pool.close()
  }
}

/** In order, each in a turn of its own: as a socket would. */
function wireTo(link: Link): { send(bytes: Uint8Array): void; close(): void } {
  return { send: (bytes) => queueMicrotask(() => link.take(bytes)), close: () => {} }
}
