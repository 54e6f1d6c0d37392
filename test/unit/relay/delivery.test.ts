// A message of a trigger: handed on, tried again, rejected, and left with its source when the studio goes away.
import { describe, expect, it } from 'vitest'
import { Delivery } from '../../../relay/delivery.ts'
import type { SourceMessage } from '../../../relay/session.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { Channel } from '../../../worker/relay/channel.ts'
import { Link } from '../../../worker/relay/link.ts'

/** Both ends of a channel for a subscription. */
async function ends(
  about: { parallel?: number; attempts?: number } = {},
): Promise<{ studio: Channel; relay: Channel }> {
  const options = { maxValue: 1_000_000, maxChannels: 4 }
  const here = new Link(options)
  let opened!: (channel: Channel) => void
  const relay = new Promise<Channel>((resolve) => (opened = resolve))
  const there = new Link({ ...options, opened })
  const to = (link: Link) => ({
    send: (bytes: Uint8Array) => queueMicrotask(() => link.take(bytes)),
    close: () => {},
  })
  here.attach(to(there), 0)
  there.attach(to(here), 0)
  const studio = here.open({ kind: 'subscribe', protocol: 'p', operation: 'o', connection: {}, ...about })
  return { studio, relay: await relay }
}
function source(payload: string, told: string[]): SourceMessage {
  return {
    payload,
    accept: async () => void told.push(`accepted ${payload}`),
    reject: async ({ message }) => void told.push(`rejected ${payload}: ${message}`),
  }
}
const next = async (channel: Channel) => (await channel.receive()) as Map<Value, Value>
const say = (channel: Channel, what: 'done' | 'failed', message: Map<Value, Value>, why = '') =>
  channel.send(new Map<Value, Value>([[what, message.get('id')!], ['why', why]])) // prettier-ignore

describe('a delivery', () => {
  it('accepts at the source after the flow is done, not before', async () => {
    const { studio, relay } = await ends()
    const told: string[] = []
    const emitted = new Delivery(relay).emit(source('a', told))
    const message = await next(studio)
    expect([message.get('payload'), message.get('attempt'), told]).toEqual(['a', 1, []])
    await say(studio, 'done', message)
    await emitted
    expect(told).toEqual(['accepted a'])
  })
  it('has no more messages on their way than asked for', async () => {
    const { studio, relay } = await ends({ parallel: 2 })
    const delivery = new Delivery(relay)
    const told: string[] = []
    const emitted = ['a', 'b', 'c'].map((text) => delivery.emit(source(text, told)))
    const [first, second] = [await next(studio), await next(studio)]
    const third = next(studio)
    expect(await Promise.race([third, new Promise((resolve) => setTimeout(() => resolve('none'), 30))])).toBe(
      'none',
    )
    await say(studio, 'done', second)
    expect((await third).get('payload')).toBe('c')
    await say(studio, 'done', first)
    await say(studio, 'done', await third)
    await Promise.all(emitted)
    expect(told).toEqual(['accepted b', 'accepted a', 'accepted c'])
  })
  it('tries again after a failure, then rejects with the reason', async () => {
    const { studio, relay } = await ends({ attempts: 2 })
    const told: string[] = []
    const emitted = new Delivery(relay).emit(source('a', told))
    const first = await next(studio)
    await say(studio, 'failed', first, 'X:Y no')
    const second = await next(studio)
    expect([second.get('id'), second.get('attempt')]).toEqual([first.get('id'), 2])
    await say(studio, 'failed', second, 'X:Y no')
    await emitted
    expect(told).toEqual(['rejected a: X:Y no'])
  })
  it('settles nothing when the studio is gone', async () => {
    const { studio, relay } = await ends()
    const told: string[] = []
    const delivery = new Delivery(relay)
    const emitted = delivery.emit(source('a', told))
    await next(studio)
    studio.end()
    await expect(emitted).rejects.toMatchObject({ code: 'RELAY:GONE' })
    await expect(delivery.emit(source('b', told))).rejects.toMatchObject({ code: 'RELAY:GONE' })
    expect(told).toEqual([])
  })
  it('a source that is slow to settle one message keeps no other waiting, and settles it once', async () => {
    const { studio, relay } = await ends({ parallel: 2 })
    const told: string[] = []
    let confirmed = (): void => {}
    const slow: SourceMessage = {
      ...source('slow', told),
      accept: () => {
        told.push('asked')
        return new Promise((done) => (confirmed = done))
      },
    }
    const delivery = new Delivery(relay)
    const [first, second] = [delivery.emit(slow), delivery.emit(source('b', told))]
    const [one, other] = [await next(studio), await next(studio)]
    await say(studio, 'done', one)
    await say(studio, 'done', one)
    await say(studio, 'failed', one)
    await say(studio, 'done', other)
    await second
    expect(told).toEqual(['asked', 'accepted b'])
    confirmed()
    await first
    expect(told).toEqual(['asked', 'accepted b'])
  })
  it('an answer for a message that is not on its way has no effect', async () => {
    const { studio, relay } = await ends()
    const told: string[] = []
    const emitted = new Delivery(relay).emit(source('a', told))
    const message = await next(studio)
    await studio.send(new Map<Value, Value>([['done', 'guessed']]))
    await studio.send('nonsense')
    await say(studio, 'done', message)
    await emitted
    expect(told).toEqual(['accepted a'])
  })
})
