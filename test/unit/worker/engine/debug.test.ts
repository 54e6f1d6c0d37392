// Looking into a run while it happens: breakpoints, messages put in by hand, pinned answers, parts of a flow; and that the
// record of each gives the same run again.
import { describe, expect, test } from 'vitest'
import { Engine } from '../../../../worker/engine/engine.ts'
import { Pauses } from '../../../../worker/engine/pauses.ts'
import type { Run, RunOptions, RunResult } from '../../../../worker/engine/run.ts'
import { contentHash } from '../../../../worker/model/content-hash.ts'
import type { App, Step } from '../../../../worker/model/app.ts'
import type { GoOn } from '../../../../worker/model/debug.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'
import { toTagged } from '../../../../worker/model/codec.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, branch, dataway, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

interface Debugged {
  pauses: Pauses
  run: Run
  done: Promise<RunResult>
  events: RunEvent[]
  engine: Engine
  app: App
  /** Resolves with the path the run waits at next, or `end`. */
  next(): Promise<string>
  go(pace: GoOn['pace'], more?: Partial<GoOn>): Promise<string>
}

let count = 0
function debug(steps: Step[], breakpoints: GoOn['breakpoints'], more: Partial<RunOptions> = {}): Debugged {
  const pauses = new Pauses(breakpoints)
  const app = appOf(flow(steps))
  const engine = new Engine({ host: testHost(), dataway, registry })
  const events: RunEvent[] = []
  const waiting: ((path: string) => void)[] = []
  const told: string[] = []
  const tell = (path: string) => {
    const first = waiting.shift()
    if (first) first(path)
    else told.push(path)
  }
  const { run, done } = engine.start({
    run: `debug${++count}`,
    app,
    flow: app.flows[0]!.id,
    input: sample(1),
    base: '',
    granted: { hosts: 'all' },
    gate: pauses,
    onEvents: (batch) => {
      events.push(...batch)
      for (const { kind, path } of batch)
        if (kind === 'pause' || kind === 'end') tell(kind === 'end' ? 'end' : path)
    },
    ...more,
  })
  const next = () => {
    const first = told.shift()
    return first !== undefined
      ? Promise.resolve(first)
      : new Promise<string>((resolve) => waiting.push(resolve))
  }
  let at = ''
  const seen = async () => (at = await next())
  const go: Debugged['go'] = (pace, rest = {}) => {
    expect(pauses.goOn({ path: at, pace, breakpoints, ...rest })).toBe(true)
    return seen()
  }
  return { pauses, run, done, events, engine, app, next: seen, go }
}
const add = (n: number) => step('set-payload', { value: ex(`msg.payload + ${n}`) })
const payload = (result: RunResult) => toTagged(result.message.payload.value)

/** Replays what was recorded and expects the same run, without differences. */
async function sameAgain({ engine, run, app }: Pick<Debugged, 'engine' | 'run' | 'app'>, result: RunResult) {
  const record = run.record({ ...result.summary, appHash: await contentHash(app) })!
  const events: RunEvent[] = []
  const again = await engine.replay(structuredClone(record), app, 'again', (batch) => events.push(...batch))
    .done
  expect(events.filter((event) => event.data?.fault?.code.startsWith('REPLAY:'))).toEqual([])
  expect(payload(again)).toEqual(payload(result))
}

describe('breakpoints', () => {
  test('a run waits before the step, and goes on when told', async () => {
    const [one, two, three] = [add(1), add(10), add(100)]
    const it = debug([one, two, three], [{ step: two.id }])
    expect(await it.next()).toBe(two.id)
    const waits = it.events.at(-1)!
    expect(waits).toMatchObject({ kind: 'pause', values: { payload: { inline: 2 } } })
    expect(it.events.some(({ path, kind }) => path === two.id && kind === 'enter')).toBe(false)
    expect(await it.go('continue')).toBe('end')
    expect(payload(await it.done)).toBe(112)
  })
  test('a condition chooses the round', async () => {
    const body = add(1)
    const loop = step('for-each', { items: ex('5') }, branch('body', [body]))
    const it = debug([loop], [{ step: body.id, condition: "msg.vars['counter'] == 3" }])
    expect(await it.next()).toMatch(/\[3\]/)
    expect(await it.go('continue')).toBe('end')
  })
  test('a condition that fails stops, and says why', async () => {
    const one = add(1)
    const it = debug([one], [{ step: one.id, condition: 'msg.payload.nothing' }])
    expect(await it.next()).toBe(one.id)
    expect(it.events.find(({ kind }) => kind === 'log')!.data!.text).toContain(
      'condition of the breakpoint failed',
    )
    await it.go('continue')
  })
  test('over a scope, or into it', async () => {
    const inner = add(1)
    const loop = step('for-each', { items: ex('2') }, branch('body', [inner]))
    const last = add(5)
    const over = debug([loop, last], [{ step: loop.id }])
    expect(await over.next()).toBe(loop.id)
    expect(await over.go('over')).toBe(last.id)
    await over.go('continue')
    const into = debug([loop, last], [{ step: loop.id }])
    await into.next()
    expect(await into.go('into')).toContain(inner.id)
    expect(await into.go('continue')).toBe('end')
  })
  test('stop works while it waits', async () => {
    const one = add(1)
    const it = debug([one], [{ step: one.id }])
    await it.next()
    it.run.cancel()
    expect((await it.done).summary.outcome).toBe('cancelled')
    expect(it.pauses.goOn({ path: one.id, pace: 'continue', breakpoints: [] })).toBe(false)
  })
  test('a message put in by hand goes on, and a replay takes it too', async () => {
    const [one, two] = [add(1), add(10)]
    const it = debug([one, two], [{ step: two.id }])
    await it.next()
    await it.go('continue', { message: sample(1000, { variables: { seen: true } }) })
    const result = await it.done
    expect(payload(result)).toBe(1010)
    expect(result.message.variables.get('seen')!.value).toBe(true)
    expect(it.events.find(({ kind }) => kind === 'resume')!.data).toEqual({ edited: true })
    await sameAgain(it, result)
  })
  test('a step that is off is no place to wait', async () => {
    const one = { ...add(1), disabled: true }
    const it = debug([one], [{ step: one.id }])
    expect(await it.next()).toBe('end')
  })
})

describe('pinned answers', () => {
  test('stand in for the step, one after another, and a replay gives the same', async () => {
    const call = step('http/request', { path: 'https://x.test/' })
    const collect = step('set-variable', { name: 'seen', value: ex("(msg.vars['seen'] if 'seen' in msg.vars else '') + str(msg.payload)") }) // prettier-ignore
    const loop = step('for-each', { items: ex('3') }, branch('body', [call, collect]))
    const mocks = [{ step: call.id, answers: [{ payload: 'a' }, { payload: 'b' }] }]
    const it = debug([loop], [], { mocks })
    const result = await it.done
    expect(result.summary.outcome).toBe('ok')
    const seen = it.events.filter(({ kind, path }) => kind === 'leave' && path.endsWith(call.id)).map(({ values }) => values!.payload) // prettier-ignore
    expect(seen).toEqual([{ inline: 'a' }, { inline: 'b' }, { inline: 'b' }])
    await sameAgain(it, result)
  })
  test('a pinned error is raised, a pinned message keeps its variables', async () => {
    const call = step('http/request', {})
    const failed = await ran([call], {
      mocks: [{ step: call.id, answers: [{ fault: { code: 'HTTP:503', message: 'busy' } }] }],
    })
    expect(failed.fault).toMatchObject({ code: 'HTTP:503', at: { path: call.id } })
    const set = await ran([call], {
      mocks: [{ step: call.id, answers: [{ payload: { $bytes: 'AAE=' }, variables: { v: 7 } }] }],
    })
    expect([set.payload, set.variables]).toEqual([{ $bytes: 'AAE=' }, { v: 7 }])
  })
})

describe('a part of a flow', () => {
  test('one step alone, inside a loop', async () => {
    const [one, two] = [add(1), add(10)]
    const loop = step('for-each', { items: ex('5') }, branch('body', [one, two]))
    const it = debug([loop, add(100)], [], { input: sample(5), part: { steps: [two.id] } })
    const result = await it.done
    expect(payload(result)).toBe(15)
    expect(it.events.filter(({ kind }) => kind === 'enter').map(({ path }) => path)).toEqual([two.id])
    await sameAgain(it, result)
  })
  test('one round: its steps, up to a Break', async () => {
    const body = [add(1), step('break'), add(10)]
    const loop = step('for-each', { items: ex('5') }, branch('body', body))
    const it = debug([loop], [], { part: { steps: body.map(({ id }) => id) } })
    const result = await it.done
    expect([result.summary.outcome, payload(result)]).toEqual(['ok', 2])
  })
  test('steps that are not there are told', async () => {
    const { fault } = await ran([add(1)], { part: { steps: ['gone'] } })
    expect(fault!.code).toBe('CORE:NO_STEP')
  })
})
