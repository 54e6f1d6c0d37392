// Branches in workers of their own: the same results, logs and records as here; errors, stops and lost workers; fair turns. The
// workers here are engines in the same thread behind a structured clone; real ones are tested in Chromium and by the command line.
import { describe, expect, test } from 'vitest'
import { Engine } from '../../../../worker/engine/engine.ts'
import { PiecePool, type PieceWorker } from '../../../../worker/engine/pieces/piece-pool.ts'
import { PieceRunner } from '../../../../worker/engine/pieces/piece-runner.ts'
import type { Piece, PieceAnswer, PieceCall } from '../../../../worker/engine/pieces/piece.ts'
import type { App, Step } from '../../../../worker/model/app.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, branch, dataway, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

interface Seen {
  pieces: Piece[]
  bytes: number
  workers: number
  ended: number
}
/** Answers later than it is asked, like a worker. */
function cloned(seen: Seen): PieceWorker {
  const { clock, random, breathe } = testHost()
  const runner = new PieceRunner(Promise.resolve(dataway), registry, { clock, random, breathe })
  let answered: (answer: PieceAnswer) => void
  seen.workers++
  return {
    send: (call: PieceCall) => {
      if ('piece' in call) {
        seen.pieces.push(call.piece)
        const { cancelWord: _shared, ...piece } = call.piece
        seen.bytes += JSON.stringify(piece).length
      }
      const copy = structuredClone(call)
      setTimeout(() => void runner.take(copy, (answer) => answered(structuredClone(answer))), 0)
    },
    listen: (hears) => void (answered = hears),
    end: () => void seen.ended++,
  }
}
function pooledHost(size = 2) {
  const seen: Seen = { pieces: [], bytes: 0, workers: 0, ended: 0 }
  const pool = new PiecePool(size, () => cloned(seen))
  return Object.assign(testHost(), { pieces: async () => pool, pool, seen })
}
const setPayload = (source: string) => step('set-payload', { value: ex(source) })
const setVariable = (name: string, source: string) => step('set-variable', { name, value: ex(source) })
const raise = (type: string) => step('raise-error', { type, description: 'why' })
const when = (condition: string, ...steps: Step[]) =>
  step('choice', {}, branch('when', steps, { condition: ex(condition) }), branch('otherwise', []))
const parallel = (config: object, ...steps: Step[]) =>
  step(
    'parallel-for-each',
    { items: ex('msg.payload'), workers: true, ...config } as never,
    branch('body', steps),
  )

describe('a branch in a worker', () => {
  test('gives the results of one here, in order, with all types of values', async () => {
    const steps = [parallel({}, setVariable('x', "msg.vars['counter']"), setPayload("[msg.payload, msg.vars['x'], len(msg.vars['rootMessage'].payload)]"))] // prettier-ignore
    const input = sample([{ $decimal: '1.20' }, { $date: '2026-01-01' }, { $bytes: 'AA==' }, null, 'text'], { variables: { kept: 1 } }) // prettier-ignore
    const host = pooledHost()
    const there = await ran(steps, { host, input })
    const here = await ran(steps, { input })
    expect(there.payload).toEqual(here.payload)
    expect(there.variables).toEqual({ kept: 1 })
    expect(host.seen.pieces).toHaveLength(5)
    expect(host.seen.workers).toBe(2)
  })
  test('leaves the same log, with its values, the same digest, and the same count of steps', async () => {
    const app = appOf(flow([parallel({}, when('msg.payload > 1', setPayload('msg.payload * 10')), step('logger', { content: 'x' }))])) // prettier-ignore
    const there = await ran(app, { host: pooledHost(), input: sample([1, 2]) })
    const here = await ran(app, { input: sample([1, 2]) })
    const outline = (one: typeof here) => one.events.map(({ kind, path, values }) => `${kind} ${path} ${JSON.stringify(values)}`).sort() // prettier-ignore
    expect(outline(there)).toEqual(outline(here))
    expect(there.run.recorder!.digest).toBe(here.run.recorder!.digest)
    expect(there.summary.steps).toBe(here.summary.steps)
    const leave = there.events.find(({ kind, path }) => kind === 'leave' && path.includes('[1]/choice'))!
    expect(there.run.recorder!.messages.get(leave.seq)!.payload.value).toBe(20)
    expect(leave.at).toBeGreaterThan(0)
  })
  test('is replayed here from its record, chance and all', async () => {
    const app = appOf(flow([parallel({}, setPayload('[msg.payload, random.random()]'))]))
    const first = await ran(app, { host: pooledHost(), input: sample([1, 2, 3]) })
    const record = JSON.parse(JSON.stringify(first.run.record(first.summary)!)) as never
    const host = pooledHost()
    const again = await ran(app, { host, replay: record, input: sample([1, 2, 3]) })
    expect(again.events.filter(({ kind }) => kind === 'fault')).toEqual([])
    expect(again.payload).toEqual(first.payload)
    expect(host.seen.pieces).toEqual([])
  })
  test('the list it can look back at crosses once a worker', async () => {
    const host = pooledHost(2)
    const large = Array.from({ length: 200 }, (_, i) => `item ${i} ${'x'.repeat(50)}`)
    await ran([parallel({}, setPayload('len(msg.payload)'))], { host, input: sample(large) })
    expect(host.seen.pieces).toHaveLength(200)
    const list = JSON.stringify(large).length
    expect(host.seen.bytes).toBeLessThan(3 * list + 200 * 600)
    expect(host.seen.pieces.filter(({ app }) => app)).toHaveLength(2)
  })
  test('Scatter Gather too', async () => {
    const host = pooledHost()
    const scatter = step('scatter-gather', { workers: true }, branch('worker', [setPayload("msg.payload + msg.vars['v']")]), branch('worker', [setPayload("'R'")])) // prettier-ignore
    expect((await ran([scatter], { host, input: sample(1, { variables: { v: 2 } }) })).payload).toEqual({ '1': 3, '2': 'R' }) // prettier-ignore
    expect(host.seen.pieces).toHaveLength(2)
  })
})

describe('what stays here', () => {
  const done = async (steps: Step[], more: object = {}) => {
    const host = pooledHost()
    const { fault } = await ran(steps, { host, input: sample([1]), ...more })
    return { fault, there: host.seen.pieces.length }
  }
  test('a branch that waits or has a secret, and everything without the setting', async () => {
    expect((await done([parallel({}, step('sleep', {}))])).there).toBe(0)
    expect((await done([parallel({}, when('True', step('cache', { key: 'k' })))])).there).toBe(0)
    expect((await done([parallel({}, step('crypto', { key: { mode: 'secret', id: 'known' }, iterations: 1, content: 'x' }))])).there).toBe(0) // prettier-ignore
    expect((await done([parallel({ workers: false }, setPayload('1'))])).there).toBe(0)
    expect((await done([parallel({}, setPayload('1'))])).there).toBe(1)
  })
  test('runs that must see each step: tests, breakpoints, up to a step', async () => {
    const inner = setPayload('1')
    expect((await done([parallel({}, inner)], { upTo: inner.id })).there).toBe(0)
    expect((await done([parallel({}, inner)], { watch: { step: () => {}, branch: () => {} } })).there).toBe(0)
  })
})

describe('errors', () => {
  test('have their place; the first one stops the others and can be caught with its message', async () => {
    const broken = raise('A:B')
    const loop = parallel({}, setPayload('msg.payload * 2'), when('msg.payload == 4', broken))
    const { fault } = await ran([loop], { host: pooledHost(), input: sample([1, 2, 3]) })
    expect(fault).toMatchObject({ code: 'A:B', at: { path: expect.stringMatching(new RegExp(`^${loop.id}/\\w+\\[1\\]/.*/${broken.id}$`)) } }) // prettier-ignore
    const caught = step('try', {}, branch('body', [loop]), branch('catch', [setPayload("[msg.payload, msg.error['code']]")])) // prettier-ignore
    expect((await ran([caught], { host: pooledHost(), input: sample([1, 2, 3]) })).payload).toEqual([
      4,
      'A:B',
    ])
  })
  test('can be collected; a Break is refused', async () => {
    const { payload } = await ran([parallel({ collectErrors: true }, when('msg.payload == 2', raise('A:B')))], { host: pooledHost(), input: sample([1, 2]) }) // prettier-ignore
    expect(payload).toEqual([{ ok: true, value: 1 }, { ok: false, error: { code: 'A:B', desc: 'why' } }]) // prettier-ignore
    expect((await ran([parallel({}, step('break'))], { host: pooledHost(), input: sample([1]) })).fault!.code).toBe('CORE:NO_LOOP') // prettier-ignore
  })
  test('a worker that dies is an error of its branch; the next one is a new one', async () => {
    const host = pooledHost(1)
    let lose = () => {}
    const dying: PieceWorker = { send: () => setTimeout(() => lose(), 1), listen: (_, lost) => void (lose = lost), end: () => {} } // prettier-ignore
    let first = true
    const pool = new PiecePool(1, () => (first ? ((first = false), dying) : cloned(host.seen)))
    host.pieces = async () => pool
    const app = appOf(flow([parallel({}, setPayload('1'))]))
    expect((await ran(app, { host, input: sample([1]) })).fault!.code).toBe('WORKER:LOST')
    expect((await ran(app, { host, input: sample([1]) })).payload).toEqual([1])
  })
})

describe('the pool', () => {
  const silent = (): PieceWorker => ({ send: () => {}, listen: () => {}, end: () => {} })
  const start = (app: App, host: ReturnType<typeof testHost>, run: string, input: number[]) => {
    const engine = new Engine({ host, dataway, registry })
    return engine.start({
      run,
      app,
      flow: app.flows[0]!.id,
      input: sample(input),
      base: '',
      granted: { hosts: [] },
    })
  }
  test('a stop ends a run at once, whether its pieces wait or are under way', async () => {
    const pool = new PiecePool(1, silent)
    const host = Object.assign(testHost(), { pieces: async () => pool })
    const { run, done } = start(appOf(flow([parallel({}, setPayload('1'))])), host, 'r', [1, 2, 3])
    await new Promise((resolve) => setTimeout(resolve, 20))
    const asked = performance.now()
    run.cancel()
    expect((await done).summary.outcome).toBe('cancelled')
    expect(performance.now() - asked).toBeLessThan(100)
  })
  test('a piece that is stopped sees it in shared memory, also inside its script', async () => {
    const host = pooledHost(1)
    const { run, done } = start(appOf(flow([parallel({}, setPayload('1'))])), host, 'r', [1])
    while (host.seen.pieces.length === 0) await new Promise((resolve) => setTimeout(resolve, 0))
    run.cancel()
    await done
    expect(Atomics.load(host.seen.pieces[0]!.cancelWord!, 0)).toBe(1)
  })
  test('runs take turns: a small one does not wait for a large one', async () => {
    const host = pooledHost(1)
    const app = appOf(flow([parallel({ parallel: 8 }, setPayload('msg.payload'))]))
    const order: string[] = []
    const large = start(app, host, 'large', Array.from({ length: 40 }, (_, i) => i)).done.then(() => order.push('large')) // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, 5))
    const small = start(app, host, 'small', [1, 2]).done.then(() => order.push('small'))
    await Promise.all([large, small])
    expect(order).toEqual(['small', 'large'])
  })
  test('has no more workers than its size', async () => {
    const host = pooledHost(3)
    await ran([parallel({ parallel: 8 }, setPayload('1'))], { host, input: sample(Array(20).fill(0)) })
    expect(host.seen.workers).toBe(3)
    host.pool.close()
    expect(host.seen.ended).toBe(3)
  })
})
