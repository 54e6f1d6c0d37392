// What the engine promises beside its components: order, places, the event log, record and replay, cancel, limits.
import { describe, expect, test, vi } from 'vitest'
import type { HandleOwner } from '../../../../worker/model/data.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, branch, dataway, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const outline = (events: RunEvent[]) => events.map(({ kind, path }) => `${kind} ${path}`)

describe('the event log', () => {
  test('a run in order, with places', async () => {
    const set = step('set-payload', { value: ex('msg.payload + 1') })
    const body = branch('body', [set])
    const loop = step('for-each', { items: ex('2') }, body)
    const { events, summary } = await ran([loop])
    const inside = (n: number) => `${loop.id}/${body.id}[${n}]/${set.id}`
    expect(outline(events)).toEqual([
      'start ',
      `enter ${loop.id}`,
      `round ${loop.id}`,
      `enter ${inside(0)}`,
      `leave ${inside(0)}`,
      `round ${loop.id}`,
      `enter ${inside(1)}`,
      `leave ${inside(1)}`,
      `leave ${loop.id}`,
      'end ',
    ])
    expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i))
    expect(events[4]!.values!.payload).toEqual({ inline: 1 })
    expect(summary).toMatchObject({ outcome: 'ok', steps: 3, events: 10 })
  })
  test('a failed run: each step on the way has its fault, the end has the first one', async () => {
    const broken = step('raise-error', { type: 'A:B', description: 'why' })
    const loop = step('for-each', { items: ex('1') }, branch('body', [broken]))
    const { events } = await ran([loop])
    const faults = events.filter((event) => event.kind === 'fault')
    expect(faults.map((event) => event.path.split('/').at(-1))).toEqual([broken.id, loop.id])
    expect(events.at(-1)).toMatchObject({ kind: 'end', data: { outcome: 'failed', fault: { code: 'A:B' } } })
    expect(faults[1]!.data!.fault!.at!.path).toBe(faults[0]!.path)
  })
  test('values of rounds that are dropped from the log are not read for it, those that stay are there', async () => {
    const read = vi.spyOn(dataway as unknown as HandleOwner, 'toTagged')
    const add = step('set-payload', { value: ex("{'n': msg.payload['n'] + 1}") })
    const loop = step('for-each', { items: ex("[{'n': n} for n in range(1000)]") }, branch('body', [add]))
    const { events } = await ran([loop])
    // Two values of each round that stays, and a few of the flow.
    expect(read.mock.calls.length).toBeLessThan(450)
    read.mockRestore()
    const left = events.filter(({ kind, path }) => kind === 'leave' && path.includes('['))
    expect(left).toHaveLength(200)
    for (const { values } of left) expect(values?.payload).toBeDefined()
  })
  test('a long loop keeps its first and last 100 rounds, and says in between how far it is', async () => {
    const log = step('set-variable', { name: 'x', value: ex("msg.vars['counter']") })
    const loop = step('for-each', { items: ex('1234') }, branch('body', [log]))
    const { events, variables } = await ran([loop])
    const rounds = events
      .filter((event) => event.kind === 'leave' && event.path.endsWith(log.id))
      .map((event) => Number(/\[(\d+)\]/.exec(event.path)![1]))
    expect(variables).toEqual({ x: 1233 })
    expect(rounds).toEqual([...Array(100).keys(), ...Array.from({ length: 100 }, (_, i) => 1134 + i)])
    const seen = events.filter((event) => event.kind === 'round').map((event) => event.data!.index)
    expect(seen).toContain(1200)
    expect(events.every((event, i) => i === 0 || event.seq > events[i - 1]!.seq)).toBe(true)
  })
  test('a large value is a digest, and the same value has the same one', async () => {
    const large = step('set-payload', { value: 'x'.repeat(5000) })
    const { events } = await ran([large, step('logger', { content: 'x' })], {
      input: sample('x'.repeat(5000)),
    })
    const refs = events.filter((event) => event.kind === 'leave').map((event) => event.values!.payload)
    expect(refs[0]).toMatchObject({ bytes: 5000, type: 'str' })
    expect(refs[1]).toEqual(refs[0])
  })
  test('without a trace nothing is written and the result is the same', async () => {
    const { events, payload } = await ran([step('set-payload', { value: ex('1') })], { trace: 'off' })
    expect(events).toEqual([])
    expect(payload).toBe(1)
  })
  test('messages of events can be asked for', async () => {
    const { events, run } = await ran([step('set-payload', { value: ex("{'a': 1}") })])
    const leave = events.find((event) => event.kind === 'leave')!
    expect(run.recorder!.messages.get(leave.seq)!.payload.value).toEqual(new Map([['a', 1]]))
  })
})

describe('record and replay', () => {
  const call = step('http/request', { url: 'http://api.test/x' })
  const app = appOf(
    flow([
      step('try', {}, branch('body', [step('until-successful', { interval: '5 s' }, branch('body', [call]))]), branch('catch', [])),
      step('cache', { operation: 'store', key: 'k', value: 'v', ttl: '60 s' }),
      step('cache', { operation: 'read', key: 'k' }),
    ]),
  ) // prettier-ignore
  const recorded = async () => {
    const host = testHost()
    host.answers = { 'GET /x': [503, { status: 200, body: '{"a":1}' }] }
    const first = await ran(app, { host })
    const record = first.run.record(first.summary)!
    return { first, record: JSON.parse(JSON.stringify(record)) as typeof record }
  }
  const replay = async (record: Awaited<ReturnType<typeof recorded>>['record'], of = app) => {
    const host = testHost()
    const engine = new Engine({ host, dataway, registry })
    const events: RunEvent[] = []
    const { done, run } = engine.replay(record, of, 'again', (batch) => events.push(...batch))
    const result = await done
    const differences = events.filter((event) => event.data?.fault?.code === 'REPLAY:DIFFERS')
    return { result, events, host, differences, run }
  }

  test('a replay executes every step, calls nothing outside, and gives the same log', async () => {
    const { first, record } = await recorded()
    const { result, events, host, differences } = await replay(record)
    expect(host.called).toEqual([])
    expect(host.slept).toEqual([])
    expect(differences).toEqual([])
    expect(result.message.payload.value).toBe('v')
    expect(outline(events)).toEqual(outline(first.events))
    expect(events.map((event) => event.values)).toEqual(first.events.map((event) => event.values))
  })
  test('a tampered answer shows as a difference', async () => {
    const { record } = await recorded()
    const answer = record.effects.find((effect) => effect.kind === 'http' && 'value' in effect.outcome && (effect.outcome.value as { status: number }).status === 200)! // prettier-ignore
    ;(answer.outcome as { value: { body: unknown } }).value.body = { $bytes: 'eyJhIjoyfQ==' }
    expect((await replay(record)).differences).toHaveLength(1)
  })
  test('an effect asked otherwise, too many or too few: differences', async () => {
    const { record } = await recorded()
    const other = {
      ...record,
      effects: record.effects.map((effect) => ({ ...effect, asked: effect.asked + '?' })),
    }
    expect((await replay(other)).differences.length).toBeGreaterThan(1)
    const more = {
      ...record,
      effects: [...record.effects, { key: 'x#0', kind: 'http', asked: '', outcome: { value: null } }],
    }
    expect((await replay(more)).differences[0]!.data!.fault!.message).toContain('x#0')
    const fewer = { ...record, effects: record.effects.slice(0, -1) }
    expect((await replay(fewer)).result.fault!.code).toBe('REPLAY:MISSING')
  })
  test('the clock and chance of scripts are recorded too', async () => {
    const app = appOf(flow([step('until-successful', { interval: '1 s', jitter: true, maxRetries: 3 }, branch('body', [step('raise-error', { type: 'A:B', description: '' })]))])) // prettier-ignore
    const first = await ran(app)
    const record = first.run.record(first.summary)!
    expect(record.effects.map((effect) => effect.kind)).toEqual([
      'random',
      'sleep',
      'random',
      'sleep',
      'random',
      'sleep',
    ])
    expect((await replay(record, app)).differences).toEqual([])
  })
})

test('a script reads the clock and chance once, and a replay gives the same', async () => {
  const app = appOf(
    flow([
      step('set-payload', { value: ex('[random.random(), random.random(), str(datetime.datetime.now())]') }),
    ]),
  )
  const host = testHost()
  const first = await ran(app, { host })
  const record = first.run.record(first.summary)!
  expect(record.effects.map((effect) => effect.kind).sort()).toEqual(['clock', 'random'])
  const again = await ran(app, {
    replay: JSON.parse(JSON.stringify(record)) as typeof record,
    input: record.input,
  })
  expect(again.payload).toEqual(first.payload)
  expect((await ran(app, { host })).payload).not.toEqual(first.payload)
})

describe('cancel', () => {
  test('stops a wait at once', async () => {
    const host = testHost()
    host.sleep = (_ms, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const wait = step('until-successful', { interval: '300 s' }, branch('body', [step('raise-error', { type: 'A:B', description: '' })])) // prettier-ignore
    const caught = step('try', {}, branch('body', [wait]), branch('catch', []))
    const engine = new Engine({ host, dataway, registry })
    const app = appOf(flow([caught]))
    const { done, run } = engine.start({
      run: 'r',
      app,
      flow: app.flows[0]!.id,
      input: sample(null),
      base: '',
      granted: { hosts: [] },
    })
    setTimeout(() => engine.cancel('r'), 5)
    const { summary, fault } = await done
    expect(summary.outcome).toBe('cancelled')
    expect(fault!.code).toBe('CORE:CANCELLED')
    expect(run.recorder!.events.at(-1)!.kind).toBe('end')
  })
  test('stops a loop that never waits, also by the word in shared memory', async () => {
    const spin = step('while', { condition: ex('True') }, branch('body', [step('for-each', { items: ex('10000') }, branch('body', [step('logger', { content: '' })]))])) // prettier-ignore
    const app = appOf(flow([spin]))
    const engine = new Engine({
      host: { ...testHost(), monotonic: () => performance.now() },
      dataway,
      registry,
    })
    const start = (run: string, cancelWord?: Int32Array) =>
      engine.start({
        run,
        app,
        flow: app.flows[0]!.id,
        input: sample(null),
        base: '',
        granted: { hosts: [] },
        trace: 'off',
        cancelWord,
      })
    const { done } = start('a')
    setTimeout(() => engine.cancel('a'), 20)
    expect((await done).summary.outcome).toBe('cancelled')
    const word = new Int32Array(new SharedArrayBuffer(4))
    const other = start('b', word)
    setTimeout(() => Atomics.store(word, 0, 1), 20)
    expect((await other.done).summary.outcome).toBe('cancelled')
  })
  test('other runs get their turn meanwhile', async () => {
    const spin = step('for-each', { items: ex('200000') }, branch('body', [step('logger', { content: '' })]))
    const quick = step('set-payload', { value: ex('1') })
    const host = { ...testHost(), monotonic: () => performance.now() }
    const long = ran([spin], { host, trace: 'off' }).then(() => 'long')
    const short = (async () => {
      for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 0))
      return await ran([quick], { host }).then(() => 'short')
    })()
    expect(await Promise.race([long, short])).toBe('short')
    await long
  })
})

describe('the door to hosts', () => {
  const call = (url: string) => step('http/request', { url })
  test('a host that was not granted is not called', async () => {
    const host = testHost()
    host.answers = { 'GET /x': [200] }
    const granted = { hosts: ['api.test'] }
    expect((await ran([call('http://api.test/x')], { host, granted })).fault).toBeUndefined()
    expect((await ran([call('http://other.test/x')], { host, granted })).fault!.code).toBe('HTTP:NOT_GRANTED')
    expect(host.called).toHaveLength(1)
  })
  test('relative addresses stand on the base, and a base with a path takes the place of a relative base URL', async () => {
    const app = appOf(flow([{ ...call('/contacts'), connection: 'c' }]))
    app.connections.push({ id: 'c', connector: 'http', name: 'CRM', config: { baseUrl: '/demo/1' } })
    const url = async (base: string, environment?: Record<string, { baseUrl: string }>) => {
      const host = testHost()
      host.http = async (request) => ({
        status: 200,
        reason: '',
        headers: [],
        body: new Uint8Array(),
        url: request.url,
      })
      const result = await ran(app, { host, base, environment })
      return result.run.record(result.summary)!.effects[0]!.asked
    }
    expect(await url('http://h.test')).toBe('GET http://h.test/demo/1/contacts')
    expect(await url('http://h.test:81/')).toBe('GET http://h.test:81/demo/1/contacts')
    expect(await url('http://h.test/api/v1/')).toBe('GET http://h.test/api/v1/contacts')
    expect(await url('http://h.test', { CRM: { baseUrl: 'https://crm.test/v2/' } })).toBe(
      'GET https://crm.test/v2/contacts',
    )
  })
})

describe('upTo', () => {
  test('the run ends after the step, inside a scope too', async () => {
    const inner = step('set-payload', { value: ex("'here'") })
    const body = [
      step('for-each', { items: ex('5') }, branch('body', [inner])),
      step('set-payload', { value: ex("'after'") }),
    ]
    const { payload, summary, events } = await ran(body, { upTo: inner.id })
    expect(payload).toBe('here')
    expect(summary.outcome).toBe('ok')
    expect(events.filter((event) => event.path.endsWith(inner.id))).toHaveLength(2)
  })
})

describe('the trace level failures', () => {
  test('keeps the log of a run that failed, and none of one that went well', async () => {
    const good = await ran([step('set-payload', { value: ex('1') })], { trace: 'failures' })
    expect(good.run.recorder!.events).toEqual([])
    const bad = await ran([step('raise-error', { type: 'A:B', description: '' })], { trace: 'failures' })
    expect(outline(bad.run.recorder!.events)).toHaveLength(4)
    expect(bad.run.recorder!.events[1]!.values!.payload).toEqual({ inline: null })
  })
})
