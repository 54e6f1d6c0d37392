// Random flows, killed at random calls of their store and their targets, again and again, until they have ended: every effect is
// there once, with what it was to carry. The seed decides everything; it is told when something fails.
import { expect, test } from 'vitest'
import type { Branch, Step } from '../../../../worker/model/app.ts'
import { settled, until, World } from '../../../support/durable-world.ts'
import { appOf, branch, code, ex, flow, step } from '../../../support/engine.ts'
import { chance } from '../../../support/kill-scenario.ts'

const seeds = process.env['WEFT_LONG'] ? 3_000 : 250
const most = 25

function flowOf(random: () => number): { steps: Step[]; effects: number } {
  let names = 0
  let effects = 0
  const call = (method: string, times: number, keyed: boolean): Step => {
    effects += times
    const path = `/${keyed ? 'keyed' : 'plain'}/${names++}`
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
    return one(1)
  })
  return { steps, effects }
}

async function simulate(seed: number): Promise<number> {
  const random = chance(seed)
  const world = new World()
  const { steps, effects } = flowOf(random)
  const trigger = step('http-listener', { path: '/in' })
  const app = appOf(flow(steps, { trigger, settings: { durable: true } }))
  const where = `seed ${seed}`
  let lives = 0
  let begun = false
  for (;;) {
    let left = ++lives > most ? Infinity : 1 + Math.floor(random() * 30)
    world.killsNow = () => --left <= 0
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
    const { store, runs } = world.tab()
    const [run] = await store.runs({ limit: 1 })
    begun = run !== undefined
    if (!run) continue
    if (run.outcome === 'ok') break
    if (run.outcome === 'running') continue
    // Killed too often in the same place: that is given up, and told.
    if (run.fault?.code === 'RUN:POISON') return lives
    // Nobody but us can know whether it arrived.
    expect([run.outcome, run.fault?.code], where).toEqual(['failed', 'RUN:OUTCOME_UNKNOWN'])
    const asked = String(run.fault!.data!['asked']).replace('http://out.test', '')
    const decision = world.calls.includes(asked) ? 'done' : 'again'
    // The decision alone: the run goes on in the next life.
    void runs.decide(run.id, decision).catch(() => {})
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
  return lives
}

test(
  `${seeds} random flows under random kills: every effect is there once`,
  { timeout: 600_000 },
  async () => {
    const first = Number(process.env['WEFT_SEED'] ?? 1)
    let lives = 0
    for (let seed = first; seed < first + seeds; seed++) lives += await simulate(seed)
    console.log(`${seeds} flows in ${lives} lives`)
    expect(lives).toBeGreaterThan(seeds * 2)
  },
)
