// Webhooks in: the studio's answer goes back, what comes while it is away waits on disk and is handed on in order, and is gone
// from there only when its run is done.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultConfig, type RelayConfig } from '../../../relay/config.ts'
import { HookQueue } from '../../../relay/hooks/queue.ts'
import { RelayHooks } from '../../../worker/publish/relay-hooks.ts'
import type { App } from '../../../worker/model/app.ts'
import type { HookAnswer, HookRequest } from '../../../worker/engine-worker.ts'
import { newSealKeys, seal, sealName, unseal, type SealKeys } from '../../../worker/relay/sealed.ts'
import { startRelay, type TestRelay } from '../../support/relay.ts'

const over: (() => unknown)[] = []
afterEach(async () => {
  for (const end of over.splice(0).reverse()) await end()
})

function appOf(config: Record<string, unknown> = {}, id = 'shop'): App {
  const trigger = {
    id: 't',
    component: 'http-listener',
    version: 1,
    name: 'In',
    config: { path: '/orders/{id}', ...config },
  }
  return { format: 'weft/1', id, name: 'Shop', flows: [{ id: 'f', name: 'In', trigger, steps: [], samples: [], settings: {} }], connections: [] } as never // prettier-ignore
}
const text = (body: Uint8Array): string => new TextDecoder().decode(body)
const reply = (body: string, status = 200, headers: [string, string][] = []): HookAnswer => ({
  status,
  headers: [['content-type', 'text/plain'], ...headers],
  body: new TextEncoder().encode(body),
})

async function start(config: Partial<RelayConfig> = {}, port = 0): Promise<TestRelay> {
  const relay = await startRelay(config, port)
  over.push(() => relay.close())
  return relay
}
const keys = new Map<string, Promise<SealKeys>>()
/** Of a browser, whose tabs and restarts share them. */
function keysOf(browser: string): Promise<SealKeys> {
  const known = keys.get(browser) ?? newSealKeys()
  keys.set(browser, known)
  return known
}
/** A tab that runs an app: what it answers with, and what it has got. */
function tab(
  relay: TestRelay,
  answer: (request: HookRequest, got: string[]) => Promise<HookAnswer>,
  browser = 'a browser',
) {
  const client = relay.newClient()
  const got: string[] = []
  const hooks = new RelayHooks(
    async () => client,
    async (request) => {
      got.push(text(request.body) || request.path)
      return await answer(request, got)
    },
    () => keysOf(browser),
  )
  over.push(() => client.close())
  return { hooks, got, client, crash: () => client.close() }
}
async function addressOf(hooks: RelayHooks, isTaken = true): Promise<string> {
  for (;;) {
    const [hook] = await hooks.list()
    if (hook && hook.isTaken === isTaken) return hook.address
    await new Promise((again) => setTimeout(again, 10))
  }
}
const settled = async (look: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await look())) await new Promise((again) => setTimeout(again, 10))
}
const post = (address: string, body: string, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body, headers })

describe('a webhook by the relay', () => {
  it('is answered by the flow of the open tab, with what it was asked', async () => {
    const relay = await start()
    const { hooks } = tab(
      relay,
      async ({ method, path, url, headers, body }) =>
      reply([method, path, new URL(url).search, headers.find(([name]) => name === 'x-shop')?.[1], text(body)].join(' '), 201, [['x-more', '1'], ['set-cookie', 'a=1'], ['content-security-policy', 'none']]), // prettier-ignore
    )
    hooks.take(appOf())
    const address = await addressOf(hooks)
    const answer = await post(`${address}/orders/7?a=1`, 'hello', { 'x-shop': 'here' })
    expect([answer.status, await answer.text()]).toEqual([201, 'POST /orders/7 ?a=1 here hello'])
    expect(answer.headers.get('x-more')).toBe('1')
    // Nothing of it acts in the origin that serves the studio.
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('knows the paths and methods of the listeners, also while the tab is away', async () => {
    const relay = await start()
    const { hooks, crash } = tab(relay, async () => reply('ok'))
    hooks.take(appOf({ methods: 'POST' }))
    const address = await addressOf(hooks)
    crash()
    expect((await post(`${address}/nothing`, 'x')).status).toBe(404)
    expect((await fetch(`${address}/orders/7`)).status).toBe(405)
    expect(
      (
        await post(
          address.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
          'x',
        )
      ).status,
    ).toBe(404)
    expect((await fetch(`${address}/orders/7`, { method: 'GET' })).headers.get('allow')).toBe('POST')
  })

  it('waits on disk while the tab is away, survives the relay, and comes in order', async () => {
    const data = mkdtempSync(join(tmpdir(), 'weft-hooks-'))
    over.push(() => rmSync(data, { recursive: true }))
    const first = await startRelay({ data })
    const gone = tab(first, async () => reply('ok'))
    gone.hooks.take(appOf())
    const address = await addressOf(gone.hooks)
    gone.crash()
    await settled(async () => (await post(`${address}/orders/0`, '0')).status === 202)
    for (const body of ['1', '2', '3', '4', '5']) {
      const answer = await post(`${address}/orders/${body}`, body)
      expect(answer.status).toBe(202)
      expect(answer.headers.get('webhook-id')).toMatch(/^[\w-]{36}$/)
    }
    await first.close()

    const second = await start({ data })
    let atOnce = 0
    const folder = join(data, 'hooks', new URL(address).pathname.slice(6))
    const onDisk = readdirSync(join(folder, 'queue')).map((name) => readFileSync(join(folder, 'queue', name)))
    expect(onDisk.length).toBeGreaterThanOrEqual(6)
    for (const bytes of onDisk) expect(bytes.includes('orders') || bytes.includes('127.0.0.1')).toBe(false)
    const back = tab(second, async () => {
      expect(++atOnce).toBe(1)
      await new Promise((later) => setTimeout(later, 5))
      atOnce--
      return reply('ok')
    })
    back.hooks.take(appOf())
    await settled(async () => back.got.length >= 6 && (await back.hooks.list())[0]!.waiting === 0)
    expect(back.got.slice(-6)).toEqual(['0', '1', '2', '3', '4', '5'])
    // The address is the same one.
    expect(new URL(await addressOf(back.hooks)).pathname).toBe(new URL(address).pathname)
    expect((await post(`${await addressOf(back.hooks)}/orders/9`, '9')).status).toBe(200)
  })

  it('is confirmed only when its run is done: a tab that goes in the middle leaves it waiting', async () => {
    const relay = await start()
    const never = tab(relay, () => new Promise(() => {}), 'a')
    never.hooks.take(appOf())
    const address = await addressOf(never.hooks)
    const asked = post(`${address}/orders/1`, 'half')
    await settled(() => never.got.length === 1)
    // Another tab of the same browser takes over, as after a reload: the half done one is stored, then comes there.
    const next = tab(relay, async () => reply('ok'), 'a')
    next.hooks.take(appOf())
    expect((await asked).status).toBe(202)
    await settled(async () => next.got.length === 1 && (await next.hooks.list())[0]!.waiting === 0)
    expect(next.got).toEqual(['half'])
  })

  it('that waits is for the browser that opened its address last: another one neither gets it nor is held up', async () => {
    const relay = await start()
    const first = tab(relay, async () => reply('ok'))
    first.hooks.take(appOf())
    const address = await addressOf(first.hooks)
    first.crash()
    await settled(async () => (await post(`${address}/orders/1`, 'for the first')).status === 202)
    const other = tab(relay, async () => reply('ok'), 'another browser')
    other.hooks.take(appOf())
    await settled(async () => (await other.hooks.list())[0]!.isTaken)
    expect((await post(`${address}/orders/2`, 'for the other')).status).toBe(200)
    expect((await other.hooks.list())[0]!.foreign).toBeGreaterThan(0)
    expect(other.got).toEqual(['for the other'])
    const back = tab(relay, async () => reply('ok'))
    back.hooks.take(appOf())
    await settled(async () => (await back.hooks.list())[0]!.waiting === 0)
    expect(back.got).toContain('for the first')
    expect((await other.hooks.list())[0]!.foreign).toBe(0)
  })

  it('that fails is tried again, then kept as a dead letter that a hand can send back', async () => {
    const relay = await start()
    let failing = true
    const { hooks, got } = tab(relay, async () => reply('', failing ? 500 : 200))
    hooks.take(appOf({ relayed: 'stored' }))
    const address = await addressOf(hooks)
    expect((await post(`${address}/orders/1`, 'bad')).status).toBe(202)
    await settled(async () => (await hooks.list())[0]!.dead === 1)
    expect(got).toEqual(Array(5).fill('bad'))
    failing = false
    const [hook] = await hooks.list()
    await hooks.act(hook!.id, 'revive')
    await settled(async () => {
      const { waiting, dead } = (await hooks.list())[0]!
      return waiting + dead === 0
    })
    expect(got.length).toBe(6)
  }, 20_000)

  it('is refused with 503 where nothing may wait, and for what nobody repeats', async () => {
    const relay = await start()
    const { hooks, crash } = tab(relay, async () => reply('ok'))
    hooks.take(appOf({ relayed: 'live' }))
    const address = await addressOf(hooks)
    crash()
    await settled(async () => (await post(`${address}/orders/1`, 'x')).status === 503)
    const other = tab(relay, async () => reply('ok'))
    other.hooks.take(appOf())
    await addressOf(other.hooks)
    other.crash()
    await settled(async () => (await fetch(`${address}/orders/1`)).status === 503)
  })

  it('of an app that was taken back is no longer known, and its queue stays', async () => {
    const relay = await start()
    const { hooks, client } = tab(relay, async () => reply('ok'))
    hooks.take(appOf())
    const address = await addressOf(hooks)
    hooks.leave('shop')
    await settled(async () => (await post(`${address}/orders/1`, 'kept')).status === 202)
    hooks.close('shop')
    await settled(async () => (await post(`${address}/orders/1`, 'x')).status === 404)
    const [hook] = await hooks.list()
    expect([hook!.isOpen, hook!.waiting > 0]).toEqual([false, true])
    await hooks.act(hook!.id, 'remove')
    expect(await hooks.list()).toEqual([])
    client.close()
  })

  it('has bounds: bodies, what waits, requests a second', async () => {
    const limits = { ...defaultConfig.limits, hookBytes: 100, queueMessages: 2 }
    const relay = await start({ limits })
    const { hooks, crash } = tab(relay, async () => reply('ok'))
    hooks.take(appOf())
    const address = await addressOf(hooks)
    expect((await post(`${address}/orders/1`, 'x'.repeat(101))).status).toBe(413)
    crash()
    await settled(async () => (await post(`${address}/orders/1`, 'x')).status === 202)
    expect((await post(`${address}/orders/1`, 'x')).status).toBe(202)
    const full = await post(`${address}/orders/1`, 'x')
    expect([full.status, full.headers.get('retry-after'), ((await full.json()) as { code: string }).code]).toEqual([503, '60', 'HOOK:FULL']) // prettier-ignore
    const few = await start({ limits: { ...limits, callsPerSecond: 0.001, burst: 30 } })
    const other = tab(few, async () => reply('ok'))
    other.hooks.take(appOf())
    const there = await addressOf(other.hooks)
    const got = await Promise.all(
      Array.from({ length: 40 }, async () => (await post(`${there}/orders/1`, 'x')).status),
    )
    expect(got.filter((status) => status === 429).length).toBe(10)
  })

  it('comes from a server, not from a foreign page or by a foreign name', async () => {
    const relay = await start()
    const { hooks, got } = tab(relay, async () => reply('ok'))
    hooks.take(appOf())
    const address = await addressOf(hooks)
    const raw = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = httpRequest(`${address}/orders/1`, { method: 'POST', headers }, (answer) => {
          answer.resume()
          resolve(answer.statusCode!)
        })
        sent.on('error', reject).end('x')
      })
    const refused = [
      [403, { origin: 'https://evil.example' }],
      [403, { origin: 'null' }],
      [403, { 'sec-fetch-site': 'cross-site' }],
      [421, { host: 'evil.example' }],
      [421, { host: `evil.example:${relay.port}` }],
    ] as const
    for (const [status, headers] of refused) expect([headers, await raw(headers)]).toEqual([headers, status])
    expect(got).toEqual([])
    expect(await raw({ origin: relay.url })).toBe(200)
    const hosted = await start({ address: 'https://hooks.example' })
    const there = tab(hosted, async () => reply('ok'))
    there.hooks.take(appOf())
    expect(await addressOf(there.hooks)).toMatch(/^https:\/\/hooks\.example\/hook\/[0-9a-f]{32}$/)
  })
})

describe('the queue on disk', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'weft-queue-'))
    over.push(() => rmSync(made, { recursive: true }))
    return made
  }
  const bytes = async (body: string) => new TextEncoder().encode(body)
  const all = { messages: 1000, bytes: 1_000_000 }

  it('keeps the order of those that come at once, and bodies of any bytes', async () => {
    const queue = new HookQueue(folder(), all)
    const bodies = Array.from({ length: 50 }, (_, i) => `\n${i}\u0000{}`)
    await Promise.all(bodies.map((body) => queue.add('us', bytes(body))))
    for (const body of bodies) {
      const first = (await queue.first(['us']))!
      expect(text(first.sealed)).toBe(body)
      await queue.remove(first.name)
    }
    expect([queue.waiting, queue.bytes]).toEqual([0, 0])
  })

  it('forgets what was not written to its end, and goes on behind the rest', async () => {
    const at = folder()
    const queue = new HookQueue(at, all)
    await queue.add('us', bytes('a'))
    await queue.add('us', bytes('b'))
    await queue.bury((await queue.first(['us']))!.name)
    writeFileSync(join(at, 'abc.new'), 'half')
    const again = new HookQueue(at, all)
    expect([again.waiting, again.dead, readdirSync(at).length]).toEqual([1, 1, 2])
    await again.add('us', bytes('c'))
    expect(text((await again.first(['us']))!.sealed)).toBe('b')
    await again.revive()
    expect(text((await again.first(['us']))!.sealed)).toBe('a')
  })

  it('gives each reader its own, and lets one throw away what it cannot read', async () => {
    const queue = new HookQueue(folder(), all)
    for (const name of ['us', 'them', 'us']) await queue.add(name, bytes(`of ${name}`))
    await queue.bury((await queue.first(['us']))!.name)
    expect((await queue.first(['nobody'])) ?? 'none').toBe('none')
    expect(text((await queue.first(['them']))!.sealed)).toBe('of them')
    expect([queue.foreignOf('us'), queue.foreignOf('them'), queue.waitsFor(['them'])]).toEqual([1, 2, true])
    await queue.clearForeign('us')
    expect([queue.foreignOf('us'), queue.waiting, queue.dead, queue.waitsFor(['them'])]).toEqual([0, 1, 1, false]) // prettier-ignore
  })
})

describe('what is sealed', () => {
  const content = new TextEncoder().encode('a secret order')

  it('is read by its reader alone, and by nobody when a bit of it changed', async () => {
    const [us, them] = await Promise.all([newSealKeys(), newSealKeys()])
    const sealed = await seal(us.publicKey, content)
    expect(text(await unseal(us, sealed))).toBe('a secret order')
    await expect(unseal(them, sealed)).rejects.toThrow()
    for (let i = 0; i < sealed.length; i++) {
      const changed = sealed.slice()
      changed[i]! ^= 1
      await expect(unseal(us, changed), `byte ${i}`).rejects.toThrow()
    }
    for (const length of [0, 1, 64, 65, 80])
      await expect(unseal(us, sealed.slice(0, length))).rejects.toThrow()
  })

  it('is another each time, though its content is the same', async () => {
    const { publicKey } = await newSealKeys()
    expect(await seal(publicKey, content)).not.toEqual(await seal(publicKey, content))
  })

  it('has a private key that cannot be read', async () => {
    const { privateKey } = await newSealKeys()
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
  })

  it('is for a point of the curve and nothing else', async () => {
    const { publicKey } = await newSealKeys()
    expect(await sealName(publicKey)).toMatch(/^[0-9a-f]{32}$/)
    const off = publicKey.slice()
    off[64]! ^= 1
    for (const bad of [off, publicKey.slice(1), new Uint8Array(65), new Uint8Array(0)])
      await expect(sealName(bad)).rejects.toThrow()
  })
})
