// A simulation in one thread: clock, chance, storage and network are injected. Random flows are killed at random calls of their
// store and their targets, the disk is full for a while, targets are away, again and again, until they have ended: every effect is
// there once, with what it was to carry. The seed decides everything; it is told when something fails.
import { expect, test } from 'vitest'
import type { Branch, Step } from '../../../../worker/model/app.ts'
import { settled, until, World } from '../../../support/durable-world.ts'
import { appOf, branch, code, ex, flow, step } from '../../../support/engine.ts'
import { chance } from '../../../support/kill-scenario.ts'
import { isLong, report } from '../../../support/long-report.ts'

const seeds = isLong ? 10_000 : 1_000
const most = 25
/** Most of the time a world waits for timers: so many are under way at once, none knows of the others. */
const atOnce = 25

function flowOf(random: () => number): { steps: Step[]; effects: number } {
  let names = 0
  let effects = 0
  const call = (method: string, times: number, keyed: boolean, kind = keyed ? 'keyed' : 'plain'): Step => {
    effects += times
    const path = `/${kind}/${names++}`
    const url = times > 1 ? { mode: 'text' as const, source: `${path}/{{msg.vars['counter']}}` } : path
    return step('http/request', { method, url, body: ex("msg.vars.get('r', '')"), ...(keyed && { repeat: 'with key' }) }) // prettier-ignore
  }
  const draw = (): Step =>
    step('set-variable', {
      name: 'r',
      value: code('import random\ndef dw_process(msg):\n  return str(random.random())'),
    })
  const one = (times: number): Step => {
    const dice = random()
    if (dice < 0.35) return call('POST', times, true)
    if (dice < 0.55) return call('POST', times, false)
    if (dice < 0.75) return call('PUT', times, false)
    return draw()
  }
  const steps = Array.from({ length: 2 + Math.floor(random() * 4) }, (): Step => {
    const dice = random()
    const body = (times: number): Branch => branch('body', [one(times), one(times)])
    if (dice < 0.2) return step('for-each', { items: ex('[0, 1, 2]'), counter: 'counter' }, body(3))
    if (dice < 0.3) return step('sleep', { time: '2 s' })
    if (dice < 0.4) return step('try', {}, body(1), branch('catch', []))
    if (dice < 0.55) return step('until-successful', { maxRetries: 50, interval: '1 s' }, branch('body', [call('POST', 1, random() < 0.5, 'tried')])) // prettier-ignore
    return one(1)
  })
  return { steps, effects }
}

interface Told {
  lives: number
  /** Everything that the world outside saw, in order. */
  seen: string
}

async function simulate(seed: number): Promise<Told> {
  const random = chance(seed)
  const world = new World()
  const away = chance(seed + 1)
  // What arrived once is not away when it comes again: a try after that would be another effect.
  world.failsNow = (path) =>
    path.startsWith('/tried/') && !world.calls.includes(`POST ${path}`) && away() < 0.3
  const told = (): Told => ({
    lives,
    seen: JSON.stringify([
      lives,
      world.calls,
      world.keys.map((key) => world.keys.indexOf(key)),
      world.bodies,
    ]),
  })
  const { steps, effects } = flowOf(random)
  const trigger = step('http-listener', { path: '/in' })
  const app = appOf(flow(steps, { trigger, settings: { durable: true } }))
  const where = `seed ${seed}`
  let lives = 0
  let begun = false
  for (;;) {
    let left = ++lives > most ? Infinity : 1 + Math.floor(random() * 30)
    let fullIn = random() < 0.25 ? Math.floor(random() * 12) : Infinity
    world.killsNow = () => {
      if (--fullIn === 0) world.machine.folder.room = 0
      if (fullIn === -4) world.machine.folder.room = Infinity
      return --left <= 0
    }
    const tab = world.tab()
    let isIdle = false
    if (!begun) {
      tab.publisher.publish(app, { granted: { hosts: 'all' } })
      const request = { method: 'POST', path: '/in', url: 'http://h/in', headers: [], body: new Uint8Array() }
      void tab.publisher.answer({ ...request, headers: [] as [string, string][] }).then(() => (isIdle = true))
    } else
      void tab.runs
        .resume()
        .then(() => tab.runs.idle())
        .then(() => (isIdle = true))
    const waking = setInterval(tab.wake, 1)
    await until(() => isIdle || tab.isDead())
    clearInterval(waking)
    tab.kill()
    world.killsNow = () => false
    world.machine.folder.room = Infinity
    const { store, runs } = world.tab()
    const [run] = await store.runs({ limit: 1 })
    begun = run !== undefined
    if (!run) continue
    if (run.outcome === 'ok') break
    if (run.outcome === 'running') continue
    // Killed too often in the same place: that is given up, and told.
    if (run.fault?.code === 'RUN:POISON') return told()
    // Nobody but us can know whether it arrived.
    expect([run.outcome, run.fault?.code], where).toEqual(['failed', 'RUN:OUTCOME_UNKNOWN'])
    const asked = String(run.fault!.data!['asked']).replace('http://out.test', '')
    const decision = world.calls.includes(asked) ? 'done' : 'again'
    // The decision alone: the run goes on in the next life.
    void runs.decide(run.id, decision).then(() => runs.resume(), () => {}) // prettier-ignore
    await settled()
    await runs.idle()
    await settled()
    const [now] = await store.runs({ limit: 1 })
    if (now?.outcome === 'ok') break
  }
  const byKey = new Map<string, Set<string>>()
  const unkeyed = new Map<string, number>()
  world.calls.forEach((one, i) => {
    const key = world.keys[i]
    if (key) byKey.set(key, (byKey.get(key) ?? new Set()).add(world.bodies[i]!))
    else unkeyed.set(one, (unkeyed.get(one) ?? 0) + 1)
  })
  for (const bodies of byKey.values()) expect(bodies.size, where).toBe(1)
  for (const [one, count] of unkeyed)
    if (one.startsWith('POST')) expect([one, count], where).toEqual([one, 1])
  expect(byKey.size + unkeyed.size, where).toBe(effects)
  return told()
}

test(
  `${seeds} random flows under random faults: every effect is there once`,
  { timeout: 1_800_000 },
  async () => {
    const first = Number(process.env['WEFT_SEED'] ?? 1)
    let next = first
    let lives = 0
    const some = async (): Promise<void> => {
      while (next < first + seeds) {
        const told = await simulate(next++)
        lives += told.lives
      }
    }
    await Promise.all(Array.from({ length: atOnce }, some))
    report(`simulation, seeds from ${first}: ${seeds} flows in ${lives} lives, each effect there once`)
    expect(lives).toBeGreaterThan(seeds * 2)
  },
)

test('the same seed gives the same schedule', { timeout: 60_000 }, async () => {
  const both = Array.from({ length: 20 }, async (_, i) => {
    const [one, two] = await Promise.all([simulate(9_000 + i), simulate(9_000 + i)])
    expect(one.seen, `seed ${9_000 + i}`).toBe(two.seen)
    return one.seen
  })
  expect(new Set(await Promise.all(both)).size).toBe(20)
})
