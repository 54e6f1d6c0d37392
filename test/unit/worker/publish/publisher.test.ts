// Published apps: which listener takes a request, what its flow gets, and when a schedule fires, by an injected clock.
import { describe, expect, test } from 'vitest'
import { emptyApp, type App, type Config } from '../../../../worker/model/app.ts'
import { Data } from '../../../../worker/model/data.ts'
import { Entity } from '../../../../worker/model/value.ts'
import { hookMessage } from '../../../../worker/publish/hook-message.ts'
import { route, type Route } from '../../../../worker/model/hook-routes.ts'
import { fault } from '../../../../worker/model/fault.ts'
import {
  MOST_REQUESTS,
  Publisher,
  type PublishedRun,
  type PublisherHost,
} from '../../../../worker/publish/publisher.ts'
import { scheduleOf } from '../../../../worker/publish/schedule.ts'

const routes = (...paths: (string | [string, string[]])[]): Route<string>[] =>
  paths.map((one) =>
    typeof one === 'string'
      ? { path: one, methods: [], target: one }
      : { path: one[0], methods: one[1], target: one[0] },
  )

describe('routes', () => {
  const all = routes('/', '/orders', '/orders/{id}', '/orders/new', '/orders/{id}/lines/*', '/files/*', '/*')
  test.each([
    ['/', '/', {}],
    ['/orders', '/orders', {}],
    ['/orders/', '/orders', {}],
    ['/orders/new', '/orders/new', {}],
    ['/orders/7', '/orders/{id}', { id: '7' }],
    ['/orders/a%20b', '/orders/{id}', { id: 'a b' }],
    ['/orders/7/lines', '/orders/{id}/lines/*', { id: '7' }],
    ['/orders/7/lines/1/2', '/orders/{id}/lines/*', { id: '7' }],
    ['/files', '/files/*', {}],
    ['/other/x', '/*', {}],
  ])('%s goes to %s', (path, target, parameters) => {
    expect(route(all, 'GET', path)).toEqual({ target, parameters })
  })
  test('an unknown path is nobody’s, a known one with another method says which it takes', () => {
    const some = routes(['/a', ['GET', 'PUT']], ['/b/*', ['POST']])
    expect(route(some, 'GET', '/c')).toBeUndefined()
    expect(route(some, 'DELETE', '/a')).toEqual({ allowed: ['GET', 'PUT'] })
    expect(route(some, 'POST', '/b/x')).toMatchObject({ target: '/b/*' })
    expect(route(routes(['/x', ['GET']], ['/{y}', ['POST']]), 'POST', '/x')).toMatchObject({ target: '/{y}' })
  })
})

test('a request becomes a message with all that the platform says of it', () => {
  const body = new TextEncoder().encode('{"a":1}')
  const request = {
    method: 'POST',
    url: 'http://127.0.0.1:1/hook/orders/7?x=1&x=2',
    path: '/orders/7',
    headers: [
      ['content-type', 'application/json; charset=gbk'],
      ['cookie', 'a=1; b=2=3'],
      ['x-t', 'u'],
    ] as [string, string][],
    body,
  }
  const made = hookMessage(request, { id: '7' }, 'run')
  const payload = made.payload.value as Entity
  expect(payload).toBeInstanceOf(Entity)
  expect([payload.mime, payload.encoding, payload.bytes]).toEqual(['application/json', 'gbk', body])
  expect(made.attributes.value).toEqual(
    new Map<string, unknown>([
      [
        'headers',
        new Map([
          ['content-type', ['application/json; charset=gbk']],
          ['cookie', ['a=1; b=2=3']],
          ['x-t', ['u']],
        ]),
      ],
      [
        'cookies',
        new Map([
          ['a', '1'],
          ['b', '2=3'],
        ]),
      ],
      ['host', '127.0.0.1:1'],
      ['method', 'POST'],
      ['requestUri', '/orders/7?x=1&x=2'],
      ['requestPath', '/orders/7'],
      ['remoteAddr', ''],
      ['queryParams', new Map([['x', ['1', '2']]])],
      ['uriParams', new Map([['id', '7']])],
    ]),
  )
  expect(hookMessage({ ...request, headers: [], body: new Uint8Array() }, {}, 'r').payload).toBe(Data.none)
})

function appWith(component: string, config: Config, id = 'app1'): App {
  const trigger = { id: 't1', component, version: 1, name: 'T', config }
  return {
    ...emptyApp(id, 'A'),
    flows: [{ id: 'f1', name: 'F', trigger, steps: [], samples: [], settings: {} }],
  }
}

/** A clock that only moves when told to; sleeping moves it without its timers. */
class Clock {
  now = Date.parse('2026-03-01T00:00:00Z')
  #timers: { at: number; call: () => void }[] = []
  runs: PublishedRun[] = []
  refuse = (): void => {}
  hold: Promise<void> | undefined
  readonly #marks: PublisherHost['marks']
  constructor(marks?: PublisherHost['marks']) {
    this.#marks = marks
    this.publisher = this.#publisher()
  }
  /** Where the schedules stand is read first. */
  async begun(): Promise<void> {
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  readonly publisher: Publisher
  #publisher = (): Publisher =>
    new Publisher({
      ...(this.#marks && { marks: this.#marks }),
      now: () => this.now,
      after: (milliseconds, call) => {
        const timer = { at: this.now + milliseconds, call }
        this.#timers.push(timer)
        return () => void (this.#timers = this.#timers.filter((one) => one !== timer))
      },
      newRunId: () => `r${this.runs.length}`,
      run: async (start) => {
        this.refuse()
        this.runs.push(start)
        await this.hold
        return { reply: { status: 201, headers: [], body: new Uint8Array([1]) } }
      },
    })
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    for (;;) {
      this.#timers.sort((a, b) => a.at - b.at)
      const next = this.#timers[0]
      if (!next || next.at > end) break
      this.#timers.shift()
      this.now = Math.max(this.now, next.at)
      next.call()
      await Promise.resolve()
      await new Promise((done) => setImmediate(done))
    }
    this.now = end
  }
  get timers(): number {
    return this.#timers.length
  }
}

describe('a schedule', () => {
  test('fires at every tick, once', async () => {
    const clock = new Clock()
    clock.publisher.publish(appWith('scheduler', { mode: 'cron', cron: '0 */5 * * * ?', zone: 'UTC' }), {
      granted: { hosts: 'all' },
    })
    await clock.pass(60 * 60_000)
    expect(clock.runs.length).toBe(12)
    clock.publisher.unpublish('app1')
    await clock.pass(60 * 60_000)
    expect(clock.runs.length).toBe(12)
    expect(clock.timers).toBe(0)
  })
  test('of a newer version replaces the older one', async () => {
    const clock = new Clock()
    clock.publisher.publish(appWith('scheduler', { mode: 'periodic', every: '1 min' }), {
      granted: { hosts: 'all' },
    })
    clock.publisher.publish(appWith('scheduler', { mode: 'periodic', every: '10 min' }), {
      granted: { hosts: 'all' },
    })
    await clock.pass(30 * 60_000)
    expect(clock.runs.length).toBe(3)
  })
  test('leaves out what a sleeping computer missed', async () => {
    const clock = new Clock()
    clock.publisher.publish(appWith('scheduler', { mode: 'cron', cron: '0 0 * * * ?', zone: 'UTC' }), {
      granted: { hosts: 'all' },
    })
    await clock.pass(60 * 60_000)
    expect(clock.runs.length).toBe(1)
    clock.now += 10.5 * 60 * 60_000
    await clock.pass(45 * 60_000)
    expect(clock.runs.length).toBe(2)
  })
  test('at given times fires at each of them, in its zone', () => {
    const step = appWith('scheduler', {
      mode: 'once',
      times: '2026-12-24 18:00:00\n2026-01-02 03:04',
      zone: 'Asia/Shanghai',
    })
    const schedule = scheduleOf(step.flows[0]!.trigger!, 0)
    expect(new Date(schedule.next(0)!).toISOString()).toBe('2026-01-01T19:04:00.000Z')
    expect(new Date(schedule.next(schedule.next(0)!)!).toISOString()).toBe('2026-12-24T10:00:00.000Z')
    expect(schedule.next(Date.parse('2027-01-01'))).toBeUndefined()
  })
  test('that cannot be read is refused and leaves the old one running', async () => {
    const clock = new Clock()
    clock.publisher.publish(appWith('scheduler', { mode: 'periodic', every: '1 min' }), {
      granted: { hosts: 'all' },
    })
    const bad = appWith('scheduler', { mode: 'cron', cron: 'nonsense' })
    expect(() => clock.publisher.publish(bad, { granted: { hosts: 'all' } })).toThrow(
      expect.objectContaining({ code: 'CRON:SYNTAX' }),
    )
    await clock.pass(2 * 60_000)
    expect(clock.runs.length).toBe(2)
  })
})

/** Publishes at `from`, is killed after a run, and comes back after a while; gives the times that were made up for. */
async function missed(config: Config, away: number): Promise<string[]> {
  const kept = new Map<string, number | null>()
  const marks = {
    read: async (name: string) => kept.get(name) ?? undefined,
    write: async (name: string, at: number | null) => void kept.set(name, at),
  }
  const first = new Clock(marks)
  const app = appWith('scheduler', { cron: '0 0 * * * ?', zone: 'UTC', ...config })
  first.publisher.publish(app, { granted: { hosts: 'all' } })
  await first.begun()
  await first.pass(90 * 60_000)
  expect(first.runs.length).toBe(1)
  kept.set(first.runs[0]!.mark!.name, first.runs[0]!.mark!.value)
  const second = new Clock(marks)
  second.now = first.now + away
  second.publisher.publish(app, { granted: { hosts: 'all' } })
  await second.begun()
  await second.pass(1_000)
  for (let i = 0; i < 300; i++) await new Promise((next) => setImmediate(next))
  return second.runs.map(({ mark }) => new Date(mark!.value).toISOString().slice(11, 16))
}

describe('times that came while nothing ran', () => {
  const hours = 60 * 60_000
  test.each([
    ['none', 4 * hours, []],
    ['once', 4 * hours, ['05:00']],
    ['all', 4 * hours, ['02:00', '03:00', '04:00', '05:00']],
    ['once', 10 * 60_000, []],
    // Half a minute late is no miss.
    ['none', 30 * 60_000 + 20_000, ['02:00']],
  ])('%s', async (catchUp, away, times) => {
    expect(await missed({ catchUp }, away)).toEqual(times)
  })
  test('at most a hundred are made up for, the oldest ones', async () => {
    const times = await missed({ catchUp: 'all' }, 200 * hours)
    expect([times.length, times[0]]).toEqual([100, '02:00'])
  })
  test('a restart does not fire a time again, nor many short ones at once', async () => {
    expect(await missed({ cron: '0 0 * * * ?' }, 1_000)).toEqual([])
    expect((await missed({ cron: '0 0 1 * * ?' }, 23.5 * hours)).length).toBe(1)
  })
})

test('a schedule whose store has no room waits and fires that same time later', async () => {
  const clock = new Clock()
  let isFull = true
  clock.refuse = () => {
    if (isFull) throw fault('STORE:FULL', 'no room')
  }
  clock.publisher.publish(appWith('scheduler', { mode: 'periodic', every: '10 min' }), {
    granted: { hosts: 'all' },
  })
  await clock.pass(11 * 60_000)
  expect(clock.runs.length).toBe(0)
  isFull = false
  await clock.pass(40_000)
  expect(clock.runs.length).toBe(1)
})

test('a listener answers with its flow’s reply; others get 404 and 405', async () => {
  const clock = new Clock()
  clock.publisher.publish(appWith('http-listener', { path: '/in/{x}', methods: 'POST' }), {
    granted: { hosts: 'all' },
  })
  const ask = (method: string, path: string) =>
    clock.publisher.answer({ method, path, url: 'http://h' + path, headers: [], body: new Uint8Array() })
  expect(await ask('POST', '/in/1')).toMatchObject({ status: 201 })
  expect(clock.runs[0]!.input!.attributes.value).toEqual(expect.any(Map))
  expect(await ask('GET', '/in/1')).toMatchObject({
    status: 405,
    headers: expect.arrayContaining([['allow', 'POST']]),
  })
  expect(await ask('POST', '/out')).toMatchObject({ status: 404 })
})

test('more requests than may wait at once are told to come again; others get their answers', async () => {
  const clock = new Clock()
  const app = appWith('http-listener', { path: '/in', methods: 'POST' })
  clock.publisher.publish(app, { granted: { hosts: 'all' } })
  let go = (): void => {}
  const gate = new Promise<void>((resolve) => (go = resolve))
  clock.hold = gate
  const ask = () =>
    clock.publisher.answer({ method: 'POST', path: '/in', url: 'http://h/in', headers: [], body: new Uint8Array() }) // prettier-ignore
  const waiting = Array.from({ length: MOST_REQUESTS }, ask)
  const refused = await ask()
  expect(refused).toMatchObject({ status: 503, headers: expect.arrayContaining([['retry-after', '1']]) })
  expect(new TextDecoder().decode(refused.body)).toContain('HTTP:BUSY')
  go()
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([201]))
  expect(await ask()).toMatchObject({ status: 201 })
})
