// Two tenants of one relay: nothing of one can be seen, used or ended by the other, whatever ids it sends. And many slow
// connections, which do not slow the others.
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../relay/config.ts'
import { protocolManifests } from '../../../relay/protocols.ts'
import { toFault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { RelayClient } from '../../../worker/relay/client.ts'
import { newSealKeys } from '../../../worker/relay/sealed.ts'
import { startRelay, type TestRelay } from '../../support/relay.ts'

const over: (() => unknown)[] = []
afterEach(async () => {
  for (const end of over.splice(0).reverse()) await end()
})
const { signal } = new AbortController()
const { publicKey: key } = await newSealKeys()
const call = (client: RelayClient, operation: string, given: Record<string, Value>, more: object = {}) =>
  client.call({ protocol: 'webhook', operation, connection: {}, arguments: new Map(Object.entries({ key, ...given })), ...more }, signal) // prettier-ignore
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (value) => JSON.stringify(value),
    (thrown) => {
      const { code, message } = toFault(thrown)
      return `${code} ${message}`
    },
  )

async function twoTenants(): Promise<{ relay: TestRelay; mine: RelayClient; theirs: RelayClient }> {
  const limits = { ...defaultConfig.limits, callsPerSecond: 1e6, burst: 1e6 }
  const tenants = [
    { id: 'mine', allowTargets: ['127.0.0.1:*'] },
    { id: 'theirs', allowTargets: [] },
  ]
  const relay = await startRelay({ tenants, limits })
  over.push(() => relay.close())
  const theirs = relay.newClient(await relay.pair(relay.relay.codes.make('theirs')))
  await theirs.ready()
  return { relay, mine: relay.client, theirs }
}

describe('two tenants', () => {
  it('do not see each other’s webhooks, and a foreign id is answered like one that never was', async () => {
    const { mine, theirs } = await twoTenants()
    const routes = [new Map<Value, Value>([['path', '/'], ['mode', 'stored']])] // prettier-ignore
    const opened = (await call(mine, 'open', { app: 'shop', name: 'Shop', routes })).payload as Map<string, string> // prettier-ignore
    const id = opened.get('id')!
    expect((await fetch(opened.get('address')!, { method: 'POST', body: 'x' })).status).toBe(202)
    expect((await call(theirs, 'list', {})).payload).toEqual([])
    const never = '0'.repeat(32)
    for (const operation of ['revive', 'clear', 'clear-foreign', 'remove'])
      expect(await outcome(call(theirs, operation, { id }))).toBe(await outcome(call(theirs, operation, { id: never }))) // prettier-ignore
    // Their own app of the same id is another webhook; closing it closes nothing of ours.
    const own = (await call(theirs, 'open', { app: 'shop', name: 'Shop', routes })).payload as Map<string, string> // prettier-ignore
    expect(own.get('id')).not.toBe(id)
    await call(theirs, 'close', { app: 'shop' })
    const told: (string | undefined)[] = []
    const stop = theirs.subscribe(
      {
        protocol: 'webhook',
        operation: 'take',
        connection: {},
        arguments: new Map<string, Value>([
          ['id', id],
          ['key', key],
        ]),
      },
      async () => void told.push('a message'),
      (trouble) => trouble && told.push(trouble.code),
    )
    while (told.length === 0) await new Promise((again) => setTimeout(again, 10))
    await stop()
    expect(new Set(told)).toEqual(new Set(['HOOK:NONE']))
    const [left] = (await call(mine, 'list', {})).payload as Map<string, Value>[]
    expect([left!.get('isOpen'), left!.get('waiting')]).toEqual([true, 1])
  })

  it('reach only their own private targets, by every operation of every protocol', async () => {
    const { mine, theirs } = await twoTenants()
    const port = await closedPort()
    let tried = 0
    for (const { id: protocol, operations, target } of protocolManifests.values()) {
      if (protocol === 'webhook' || protocol === 'http' || target === 'url') continue
      for (const { id: operation, stream } of operations.slice(0, 4)) {
        if (stream) continue
        const asked = { protocol, operation, connection: { host: '127.0.0.1', port, user: 'u', password: 'p', database: 'd' }, arguments: new Map<string, Value>() } // prettier-ignore
        const refused = await outcome(theirs.call(asked, signal))
        expect([protocol, operation, refused.split(' ')[0]]).toEqual([protocol, operation, 'EGRESS:DENIED'])
        tried++
      }
    }
    expect(tried).toBeGreaterThanOrEqual(40)
    const allowed = await outcome(mine.call({ protocol: 'redis', operation: 'get', connection: { host: '127.0.0.1', port }, arguments: new Map([['key', 'k']]) }, signal)) // prettier-ignore
    expect(allowed.split(' ')[0]).toBe('CONNECT:REFUSED')
  }, 60_000)

  it('have transactions of their own: the other’s id ends nothing', async () => {
    const { theirs } = await twoTenants()
    const end = { protocol: 'postgresql', operation: 'commit', connection: { host: '127.0.0.1' }, arguments: new Map(), transaction: 't1' } // prettier-ignore
    expect((await outcome(theirs.call(end, signal))).split(' ')[0]).toBe('RELAY:TRANSACTION')
  })

  it('have quotas of their own', async () => {
    const limits = { ...defaultConfig.limits, callsPerSecond: 0.001, burst: 5 }
    const relay = await startRelay({ limits, tenants: [{ id: 'a', allowTargets: [] }, { id: 'b', allowTargets: [] }] }) // prettier-ignore
    over.push(() => relay.close())
    const other = relay.newClient(await relay.pair(relay.relay.codes.make('b')))
    const first = await Promise.all(Array.from({ length: 8 }, () => outcome(call(relay.client, 'list', {}))))
    expect(first.filter((one) => one.startsWith('RELAY:BUSY')).length).toBe(3)
    expect(await outcome(call(other, 'list', {}))).toBe('{"payload":[]}')
  })
})

describe('slow connections', () => {
  it('500 of them, in the middle of their headers or bodies, leave the others as quick as they were', async () => {
    const relay = await startRelay()
    over.push(() => relay.close())
    const median = async (): Promise<number> => {
      const times: number[] = []
      for (let i = 0; i < 200; i++) {
        const began = performance.now()
        await call(relay.client, 'list', {})
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[100]!
    }
    await median()
    const before = await median()
    const sockets = await Promise.all(
      Array.from(
        { length: 500 },
        (_, i) =>
          new Promise<ReturnType<typeof connect>>((resolve, reject) => {
            const socket = connect(relay.port, '127.0.0.1', () => {
              const head = `POST /relay/code HTTP/1.1\r\nHost: 127.0.0.1:${relay.port}\r\n`
              const whole = `${head}Origin: ${relay.url}\r\nX-Weft-Relay: 1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`
              socket.write(i % 2 ? head : whole)
              resolve(socket)
            })
            socket.on('error', reject)
          }),
      ),
    )
    over.push(() => sockets.forEach((socket) => socket.destroy()))
    const during = await median()
    const page = await fetch(`${relay.url}/relay/pair`, { method: 'POST', headers: { Origin: relay.url } })
    expect(page.status).toBe(403)
    expect(sockets.filter((socket) => !socket.destroyed).length).toBe(500)
    console.log(`a call: ${before.toFixed(3)} ms alone, ${during.toFixed(3)} ms beside 500 slow connections`)
  }, 60_000)
})

async function closedPort(): Promise<number> {
  const { createServer } = await import('node:net')
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
