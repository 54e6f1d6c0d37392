// Two links back to back: credit, cuts, resumes, and rules that are broken.
import { describe, expect, it } from 'vitest'
import { fault } from '../../../../worker/model/fault.ts'
import { Entity, Decimal, type Value } from '../../../../worker/model/value.ts'
import { Channel } from '../../../../worker/relay/channel.ts'
import { writeFrame, writeMessage, type Opening } from '../../../../worker/relay/frame.ts'
import { Link } from '../../../../worker/relay/link.ts'
import { pack, unpack } from '../../../../worker/relay/packed-value.ts'

const about: Opening = { kind: 'call', protocol: 'p', operation: 'o', connection: {} }

function pair(served: (channel: Channel) => void = () => {}) {
  const broken: string[] = []
  const options = {
    maxValue: 8 * 1024 * 1024,
    maxChannels: 4,
    broken: ({ code }: { code: string }) => broken.push(code),
  }
  const studio = new Link(options)
  const relay = new Link({ ...options, opened: served })
  const wire = { sent: 0, bytes: 0, studio, relay, broken, connect, cut }
  let generation = 0
  /** Frames arrive in order, a turn later, unless the wire was cut meanwhile. */
  function end(to: Link) {
    const own = generation
    return {
      send: (bytes: Uint8Array) => {
        wire.sent++
        wire.bytes += bytes.length
        queueMicrotask(() => own === generation && to.take(bytes.slice()))
      },
      close: () => {},
    }
  }
  function connect(): void {
    const [studioGot, relayGot] = [studio.got, relay.got]
    studio.attach(end(relay), relayGot)
    relay.attach(end(studio), studioGot)
  }
  function cut(): void {
    generation++
    studio.cut()
    relay.cut()
  }
  connect()
  return wire
}
/** What waits to be sent is sent and heard, and its answer too. */
async function turn(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('a value as bytes', () => {
  const values: Value[] = [
    null,
    'text',
    12n ** 30n,
    new Uint8Array([1, 2, 3]),
    [new Entity(new Uint8Array([9]), 'text/plain'), new Uint8Array(), new Decimal('1.10')],
    new Map<Value, Value>([['a', new Uint8Array([7])], ['$b', [1, new Map<Value, Value>([[1, new Uint8Array([8, 8])]])]]]), // prettier-ignore
  ]
  it.each(values.map((value) => [value]))('comes back as it was: %o', (value) => {
    expect(unpack(pack(value))).toEqual(value)
  })
  it('what pack never makes is refused', () => {
    const good = pack([new Uint8Array([1, 2, 3])])
    for (const bad of [
      new Uint8Array(),
      good.subarray(0, 3),
      good.subarray(0, good.length - 1),
      new Uint8Array([...good, 0]),
      new Uint8Array([0, 0, 0, 2, 0x7b, 0x7d]),
    ])
      // prettier-ignore
      expect(() => unpack(bad)).toThrow(expect.objectContaining({ code: 'RELAY:FRAME' }))
  })
})

describe('a link', () => {
  it('carries calls both ways, beside each other', async () => {
    const { studio } = pair(async (channel) => {
      const value = await channel.receive()
      await channel.send([value as Value, 'answered'])
      channel.end()
    })
    const channels = ['a', 'b', 'c'].map((text) => {
      const channel = studio.open(about)
      void channel.send(text)
      channel.end()
      return channel
    })
    expect(await Promise.all(channels.map((channel) => channel.receive()))).toEqual([
      ['a', 'answered'],
      ['b', 'answered'],
      ['c', 'answered'],
    ])
    await turn()
    expect(studio.channels).toBe(0)
  })

  it('sends what there is in one turn as one message, also of many calls', async () => {
    const wire = pair(async (channel) => {
      await channel.send((await channel.receive())!)
      channel.end()
    })
    const calls = async (count: number): Promise<void> => {
      const channels = Array.from({ length: count }, (_, i) => {
        const channel = wire.studio.open(about)
        void channel.send(i)
        channel.end()
        return channel
      })
      await Promise.all(channels.map((channel) => channel.receive()))
      await turn()
    }
    await calls(1)
    expect(wire.sent).toBe(2)
    await calls(4)
    expect(wire.sent).toBe(4)
  })

  it('a last value ends its side with it, whatever its size; both ends forget the channel, and a second end is none', async () => {
    let asked: AbortSignal | undefined
    const { studio, relay } = pair(async (channel) => {
      asked = channel.signal
      await channel.sendLast((await channel.receive())!)
      channel.end()
    })
    for (const value of ['small', 'x'.repeat(3_000_000)]) {
      const got = studio.got
      const channel = studio.open(about)
      void channel.sendLast(value)
      channel.end()
      expect(await channel.receive()).toBe(value)
      expect(await channel.receive()).toBeUndefined()
      await turn()
      expect([studio.channels, relay.channels, asked!.aborted]).toEqual([0, 0, false])
      if (value === 'small') expect(studio.got - got).toBe(1)
    }
  })

  it('who asks for the signal of a channel that has failed hears of it', async () => {
    const { studio } = pair((channel) => channel.fail(fault('A:B', 'no')))
    const channel = studio.open(about)
    await turn()
    expect([channel.signal.aborted, channel.signal.reason]).toMatchObject([true, { code: 'A:B' }])
  })

  it('a sender waits for a reader that does not read', async () => {
    let sent = 0
    const wire = pair(async (channel) => {
      for (let i = 0; i < 50; i++) {
        await channel.send(new Uint8Array(100_000))
        sent++
      }
      channel.end()
    })
    const channel = wire.studio.open(about)
    for (let i = 0; i < 20; i++) await turn()
    expect(sent).toBeGreaterThan(5)
    expect(sent).toBeLessThan(15)
    let read = 0
    for await (const value of channel) read += (value as Uint8Array).length
    expect(read).toBe(5_000_000)
  })

  it('goes on where it was when the wire was cut, however often', async () => {
    const total = 400
    const wire = pair(async (channel) => {
      for (let i = 0; i < total; i++) await channel.send(`${i}:${'x'.repeat(i * 50)}`)
      channel.end()
    })
    const channel = wire.studio.open(about)
    const got: number[] = []
    for await (const value of channel) {
      got.push(Number(String(value).split(':')[0]))
      if (got.length % 7 === 0) {
        wire.cut()
        if (got.length % 2 === 0) await turn()
        wire.connect()
      }
    }
    expect(got).toEqual(Array.from({ length: total }, (_, i) => i))
  })

  it('tells the other side of a failure, and of nobody reading any more', async () => {
    let seen: Channel | undefined
    const { studio } = pair((channel) => {
      seen = channel
      if (channel.about.operation === 'fail') channel.fail(fault('X:Y', 'no'))
    })
    await expect(studio.open({ ...about, operation: 'fail' }).receive()).rejects.toMatchObject({
      code: 'X:Y',
    })
    const channel = studio.open(about)
    await turn()
    channel.fail(fault('CORE:CANCELLED', 'stop'))
    await turn()
    expect(seen!.signal.aborted).toBe(true)
    expect(seen!.failure?.code).toBe('CORE:CANCELLED')
  })

  it('refuses values that are too large, and more channels than there may be', async () => {
    const { studio } = pair(async (channel) => {
      await channel.receive().catch(() => {})
    })
    const channel = studio.open(about)
    await channel.send(new Uint8Array(9 * 1024 * 1024)).catch(() => {})
    await turn()
    expect(channel.failure?.code).toBe('RELAY:TOO_LARGE')
    for (let i = 0; i < 4; i++) studio.open(about)
    expect(() => studio.open(about)).toThrow(expect.objectContaining({ code: 'RELAY:BUSY' }))
  })

  it.each([
    new Uint8Array(),
    new Uint8Array([0, 0, 0, 9, 1]),
    new Uint8Array([0, 0]),
    writeMessage([new Uint8Array([0, 0, 0, 9, 1])]),
    writeMessage([writeFrame({ t: 'open', ch: 1, about: null as never })]),
    writeMessage([writeFrame({ t: 'got', got: 99 })]),
    writeMessage([writeFrame({ t: 'part', ch: 1, last: true }, new Uint8Array([1]))]),
  ])('ends with whoever breaks its rules: %o', async (frame) => {
    const { studio, relay, broken } = pair()
    studio.open(about)
    await turn()
    relay.take(frame)
    expect(broken).toEqual(['RELAY:FRAME'])
    expect(relay.channels).toBe(0)
  })
})
