// Calls, streams and subscriptions over channels, whoever opens them: a relay's client, or the protocols of this process.
import { fault, toFault, type Fault } from '../model/fault.ts'
import type {
  ConnectionValues,
  ProtocolCall,
  ProtocolLink,
  ProtocolMessage,
  ProtocolResult,
  ProtocolSubscription,
} from '../model/protocol-link.ts'
import { keptUp, pause } from '../model/subscription.ts'
import type { Value } from '../model/value.ts'
import type { Channel } from './channel.ts'
import type { Opening } from './frame.ts'
import type { Link } from './link.ts'

/** Milliseconds that what is under way may take to end when a subscription is stopped. */
const lastMoment = 1_000

export abstract class ChannelCalls implements ProtocolLink {
  /** To whoever does it. Rejects with a Fault RELAY:… when there is no way there. */
  protected abstract link(signal: AbortSignal): Promise<Link>

  async call(call: ProtocolCall, signal: AbortSignal): Promise<ProtocolResult> {
    const channel = await this.#open('call', call, signal)
    return await whileWanted(channel, signal, async () => {
      const result = await channel.receive()
      return resultOf(result)
    })
  }

  async *stream(call: ProtocolCall, signal: AbortSignal): AsyncGenerator<ProtocolResult> {
    const channel = await this.#open('stream', call, signal)
    const stop = (): void => channel.fail(cancelled())
    signal.addEventListener('abort', stop)
    try {
      for await (const value of channel) yield resultOf(value)
    } finally {
      signal.removeEventListener('abort', stop)
      // Somebody who stops early wants no more of it.
      channel.fail(cancelled())
    }
  }

  async test(protocol: string, connection: ConnectionValues, signal: AbortSignal): Promise<void> {
    const call = { protocol, operation: '', connection, arguments: new Map() }
    const channel = await this.#open('test', call, signal)
    await whileWanted(channel, signal, () => channel.receive())
  }

  subscribe(
    subscription: ProtocolSubscription,
    handle: (message: ProtocolMessage) => Promise<void | Value>,
    told: (trouble: Fault | undefined) => void = () => {},
  ): () => Promise<void> {
    return keptUp(async (signal, anew) => {
      const channel = await this.#open('subscribe', subscription, signal)
      told(undefined)
      await consume(channel, handle, signal)
      anew()
    }, told)
  }

  async #open(
    kind: Opening['kind'],
    call: ProtocolCall | ProtocolSubscription,
    signal: AbortSignal,
  ): Promise<Channel> {
    const { protocol, operation, connection, arguments: values, ...rest } = call
    const link = await this.link(signal)
    // What is asked goes with its values, in one turn: one message. What fails on the way there, the receiver of the answer hears.
    const channel = link.open({ kind, protocol, operation, connection, ...rest })
    const given = new Map(values) as Map<Value, Value>
    const sent = kind === 'subscribe' ? channel.send(given) : channel.sendLast(given)
    sent.catch(() => {})
    return channel
  }
}

/**
 * Takes messages from a channel, and tells of each what became of it. When it is to stop, those under way have a moment to end:
 * what is done then is confirmed, the rest stays with the source.
 */
async function consume(
  channel: Channel,
  handle: (message: ProtocolMessage) => Promise<void | Value>,
  signal: AbortSignal,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const stop = (): void => {
    const all = Promise.all(underWay)
    void Promise.race([all, pause(lastMoment, channel.signal)])
      .then(() => channel.end())
      // The other side ends it then; when it does not, we do.
      .then(() => pause(5 * lastMoment, channel.signal))
      .then(() => channel.fail(cancelled()))
  }
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    for await (const value of channel) {
      if (signal.aborted) continue
      const done: Promise<void> = settle(channel, value, handle).finally(() => underWay.delete(done))
      underWay.add(done)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function settle(
  channel: Channel,
  value: Value,
  handle: (message: ProtocolMessage) => Promise<void | Value>,
): Promise<void> {
  const message = value as Map<Value, Value>
  const id = String(message.get('id'))
  let answer: [string, Value][] = [['done', id]]
  try {
    const given = await handle({ ...resultOf(value), id, attempt: Number(message.get('attempt')) })
    if (given !== undefined) answer.push(['answer', given])
  } catch (thrown) {
    const { code, message: text } = toFault(thrown)
    answer = [
      ['failed', id],
      ['why', `${code} ${text}`],
    ]
  }
  await channel.send(new Map<Value, Value>(answer)).catch(() => {})
}

async function whileWanted<T>(channel: Channel, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = (): void => channel.fail(cancelled())
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await work()
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function resultOf(value: Value | undefined): ProtocolResult {
  if (!(value instanceof Map)) throw fault('RELAY:FRAME', 'The relay gave no result.')
  return {
    ...(value.has('payload') && { payload: value.get('payload') }),
    ...(value.has('attributes') && { attributes: value.get('attributes') }),
  }
}

export function cancelled(): Fault {
  return fault('CORE:CANCELLED', 'The run was stopped.')
}
