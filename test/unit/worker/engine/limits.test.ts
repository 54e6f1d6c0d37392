// How long a run may take, and how many of an app are under way at once.
import { expect, test } from 'vitest'
import { Engine } from '../../../../worker/engine/engine.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { Turns } from '../../../../worker/publish/turns.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, branch, dataway, ex, flow, ran, step, testHost } from '../../../support/engine.ts'

/** A host whose clock and timer are moved by hand; whoever sleeps waits until it is stopped. */
function handHost() {
  const host = testHost()
  let now = 0
  let timers: (() => void)[] = []
  return Object.assign(host, {
    monotonic: () => now,
    sleep: (_: number, signal: AbortSignal) =>
      new Promise<void>((__, stopped) =>
        signal.addEventListener('abort', () => stopped(signal.reason as Error)),
      ),
    every: (_: number, call: () => void) => {
      timers.push(call)
      return () => void (timers = timers.filter((one) => one !== call))
    },
    pass: (ms: number) => {
      now += ms
      for (const call of timers) call()
    },
    timers: () => timers.length,
  })
}

test('a run that takes longer than its flow allows ends with a Fault that no Try catches', async () => {
  const host = handHost()
  const waits = step('try', {}, branch('body', [step('sleep', { time: '1 h' })]), branch('catch', []))
  const app = appOf(flow([waits], { settings: { timeLimit: '2 min' } }))
  const engine = new Engine({ host, dataway, registry })
  const { done } = engine.start({ run: 'late', app, flow: app.flows[0]!.id, input: { id: 'i', name: '' }, base: '', granted: { hosts: 'all' } }) // prettier-ignore
  await new Promise((next) => setTimeout(next, 5))
  host.pass(119_000)
  expect(engine.live.size).toBe(1)
  host.pass(2_000)
  const { summary, fault } = await done
  expect([summary.outcome, fault?.code, fault?.data]).toEqual([
    'failed',
    'RUN:TIME_LIMIT',
    { limit: '2 min' },
  ])
  expect(fault!.message).toMatch(/2 min/)
  host.pass(500)
  expect(host.timers()).toBe(0)
})

test('a loop that never waits ends by its time too', async () => {
  const host = testHost()
  let call = (): void => {}
  const started = Date.now()
  const limited = Object.assign(host, {
    monotonic: () => Date.now() - started,
    breathe: async () => {
      await new Promise((next) => setTimeout(next, 0))
      call()
    },
    every: (_: number, due: () => void) => {
      call = due
      return () => void (call = () => {})
    },
  })
  const endless = step('for-each', { items: ex('10000000') }, branch('body', [step('set-variable', { name: 'n', value: ex('1') })])) // prettier-ignore
  const app = appOf(flow([endless], { settings: { timeLimit: '100 ms' } }))
  const { fault } = await ran(app, { host: limited, trace: 'off' })
  expect(fault?.code).toBe('RUN:TIME_LIMIT')
  expect(Date.now() - started).toBeLessThan(5_000)
})

test('a limit that is no duration is a problem of the app', () => {
  const app = appOf(flow([], { settings: { timeLimit: 'soon' } }))
  const problems = checkApp(app, { definition: registry.definition, readCron: () => {} })
  expect(problems).toMatchObject([{ severity: 'error', flow: app.flows[0]!.id, field: 'timeLimit' }])
})

test('runs of an app take turns, each app by itself, in order; a failure passes the turn on', async () => {
  const turns = new Turns()
  const begun: string[] = []
  const ends = new Map<string, (failed: boolean) => void>()
  const run = (app: string, name: string): Promise<void> =>
    turns
      .take(app, { runsAtOnce: 2 }, async () => {
        begun.push(name)
        if (await new Promise<boolean>((end) => ends.set(name, end))) throw new Error(name)
      })
      .catch(() => {})
  const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => run(name[0]!, name))
  const turn = (): Promise<void> => new Promise((next) => setTimeout(next, 0))
  await turn()
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  ends.get('a2')!(true)
  await turn()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
  for (const name of ['a1', 'a3', 'b1']) ends.get(name)!(false)
  await turn()
  ends.get('a4')!(false)
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4'])
})

test('so many runs wait for their turn and no more: what starts them is told to come again', async () => {
  const turns = new Turns()
  const limits = { runsAtOnce: 1, runsWaiting: 20 }
  let end = (): void => {}
  const first = turns.take('a', limits, () => new Promise<void>((resolve) => (end = resolve)))
  const waiting = Array.from({ length: 20 }, () => turns.take('a', limits, async () => {}))
  expect(turns.isFull('a', limits)).toBe(true)
  expect(turns.isFull('a', { ...limits, runsWaiting: 21 })).toBe(false)
  await expect(turns.take('a', limits, async () => {})).rejects.toMatchObject({
    code: 'RUN:QUEUE_FULL',
    data: { app: 'a', waiting: 20, atOnce: 1 },
  })
  // One that had begun before it was killed is never turned away, and another app is not concerned.
  const again = turns.takeAlways('a', limits, async () => 'again')
  expect(await turns.take('b', limits, async () => 'other')).toBe('other')
  end()
  await Promise.all([first, ...waiting])
  expect(await again).toBe('again')
  expect(await turns.take('a', limits, async () => 'free')).toBe('free')
})

test('none may wait: a run is refused only while another is under way', async () => {
  const turns = new Turns()
  const limits = { runsAtOnce: 1, runsWaiting: 0 }
  expect(await turns.take('a', limits, async () => 'alone')).toBe('alone')
  let end = (): void => {}
  const first = turns.take('a', limits, () => new Promise<void>((resolve) => (end = resolve)))
  await expect(turns.take('a', limits, async () => {})).rejects.toMatchObject({ code: 'RUN:QUEUE_FULL' })
  end()
  await first
})

test('many runs at once have a fair share: a short one does not wait for long ones', async () => {
  const host = testHost()
  const started = performance.now()
  Object.assign(host, { monotonic: () => performance.now() - started })
  const engine = new Engine({ host, dataway, registry })
  const loop = (rounds: number) =>
    appOf(flow([step('for-each', { items: ex(String(rounds)) }, branch('body', [step('set-variable', { name: 'n', value: ex('1') })]))])) // prettier-ignore
  const ended: string[] = []
  const start = (run: string, rounds: number): Promise<unknown> => {
    const app = loop(rounds)
    const { done } = engine.start({ run, app, flow: app.flows[0]!.id, input: { id: 'i', name: '' }, base: '', granted: { hosts: 'all' }, trace: 'off' }) // prettier-ignore
    return done.then(() => ended.push(run))
  }
  const long = ['l1', 'l2', 'l3'].map((run) => start(run, 40_000))
  await Promise.all([...long, start('short', 300)])
  expect(ended[0]).toBe('short')
  expect(ended).toHaveLength(4)
})
