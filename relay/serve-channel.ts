// Does what a channel was opened for: one call, a stream, a subscription, a test.
import { fault, isFault, toFault, type Fault } from '../worker/model/fault.ts'
import type { Channel } from '../worker/relay/channel.ts'
import type { ProtocolResult } from '../worker/model/protocol-link.ts'
import { Arguments } from './arguments.ts'
import { Delivery } from './delivery.ts'
import type { Pool } from './pool.ts'
import type { Session } from './session.ts'
import { valueOf } from './values.ts'

/** Never rejects: what goes wrong is the channel's failure. Resolves with the Fault, or undefined. */
export async function serveChannel(channel: Channel, pool: Pool): Promise<Fault | undefined> {
  try {
    const values = await channel.receive()
    if (!(values instanceof Map)) throw fault('RELAY:FRAME', 'A call came without its arguments.')
    await serve[channel.about.kind]?.(channel, pool, new Arguments(values))
    channel.end()
    return undefined
  } catch (thrown) {
    const failure = told(thrown)
    channel.fail(failure)
    return failure
  }
}

const serve: Record<string, (channel: Channel, pool: Pool, values: Arguments) => Promise<void>> = {
  async call(channel, pool, values) {
    const { protocol, connection, operation, transaction } = channel.about
    if (transaction !== undefined && (operation === 'commit' || operation === 'rollback')) {
      await pool.end(transaction, protocol, connection, operation)
      return await channel.send(new Map())
    }
    const work = (session: Session): Promise<ProtocolResult> => {
      const run = own(session.operations, operation)
      if (!run) throw noOperation(protocol, operation)
      return channel.whileOpen(run(values, channel))
    }
    const result =
      transaction === undefined
        ? await pool.use(protocol, connection, channel, work)
        : await pool.useWithin(transaction, protocol, connection, channel, work)
    await channel.sendLast(valueOf(result))
  },

  async stream(channel, pool, values) {
    const { protocol, connection, operation, transaction } = channel.about
    const work = async (session: Session): Promise<void> => {
      const run = own(session.streams ?? {}, operation)
      if (!run) throw noOperation(protocol, operation)
      // Sending waits for the reader: so does the source.
      for await (const batch of run(values, channel)) await channel.send(valueOf(batch))
    }
    if (transaction === undefined) await pool.use(protocol, connection, channel, work)
    else await pool.useWithin(transaction, protocol, connection, channel, work)
  },

  async subscribe(channel, pool, values) {
    const { about, signal } = channel
    const { protocol, connection, operation } = about
    const session = await pool.open(protocol, connection, signal)
    try {
      const run = own(session.triggers ?? {}, operation)
      if (!run) throw noOperation(protocol, operation)
      const delivery = new Delivery(channel)
      const running = run(values, delivery)
      try {
        await channel.whileOpen(running)
      } finally {
        delivery.stop()
        // A moment to give back what was on its way.
        await Promise.race([running.catch(() => {}), pause(handBack)])
      }
    } finally {
      await ended(session)
    }
  },

  async test(channel, pool) {
    const { protocol, connection } = channel.about
    const session = await pool.open(protocol, connection, channel.signal)
    await ended(session)
    await channel.send(new Map())
  },
}

const handBack = 3_000

/** Nobody waits for long for a goodbye. */
async function ended(session: Session): Promise<void> {
  await Promise.race([session.close().catch(() => {}), pause(handBack)])
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** What leaves the relay: never a stack, never a driver's object. */
function told(thrown: unknown): Fault {
  if (isFault(thrown)) {
    const { code, message, hint, data } = thrown
    return { code, message, ...(hint && { hint }), ...(data && { data }) }
  }
  const { message } = toFault(thrown)
  return fault('RELAY:FAILED', message.slice(0, 500))
}

function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function noOperation(protocol: string, operation: string): Fault {
  return fault('RELAY:OPERATION', `${protocol} has no ${operation.slice(0, 60)}.`, {
    hint: 'The studio and the relay may be of different versions: update both.',
  })
}
