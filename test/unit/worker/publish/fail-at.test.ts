// Fail at step n: a flow of thirty steps is killed, or its disk is full, at each call of its store and of its targets in turn. It goes
// on in the next tab, and each effect is there once.
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../../worker/model/app.ts'
import { settled, until, World } from '../../../support/durable-world.ts'
import { appOf, branch, code, ex, flow, step } from '../../../support/engine.ts'

const setting = { granted: { hosts: 'all' as const } }
const request = { method: 'POST', path: '/in', url: 'http://h/in', headers: [] as [string, string][], body: new Uint8Array() } // prettier-ignore

/** Thirty steps, 24 of them effects: calls with a key, calls that may be repeated, kept state, sleeps and chance. */
function thirty(): { steps: Step[]; effects: string[] } {
  const effects: string[] = []
  const call = (method: string, n: number): Step => {
    effects.push(`${method} /${n}`)
    return step('http/request', {
      url: `/${n}`,
      method,
      repeat: 'with key',
      body: ex("msg.vars.get('r', '')"),
    })
  }
  const draw = (): Step =>
    step('set-variable', { name: 'r', value: code('import random\ndef dw_process(msg):\n  return str(random.random())') }) // prettier-ignore
  const steps: Step[] = [draw()]
  for (let n = 0; steps.length < 27; n++) {
    if (n % 6 === 5) steps.push(draw())
    else if (n % 6 === 4) steps.push(step('cache', { operation: 'store', key: 'k', value: 'v', ttl: '1 h' }))
    else if (n % 6 === 3) steps.push(step('sleep', { time: '1 s' }))
    else steps.push(call(n % 2 ? 'PUT' : 'POST', n))
  }
  steps.push(step('for-each', { items: ex('[0]') }, branch('body', [call('POST', 90)])))
  steps.push(step('try', {}, branch('body', [call('PUT', 91)]), branch('catch', [])))
  steps.push(call('POST', 92))
  return { steps, effects }
}

interface Ended {
  /** Whether place n was reached at all. */
  reached: boolean
  lives: number
}

async function failAt(n: number, how: 'kill' | 'full'): Promise<Ended> {
  const world = new World()
  const { steps, effects } = thirty()
  expect(steps).toHaveLength(30)
  const app = appOf(
    flow(steps, { trigger: step('http-listener', { path: '/in' }), settings: { durable: true } }),
  )
  let count = 0
  let reached = false
  world.killsNow = () => {
    count++
    if (how === 'full' && count === n + 3) world.machine.folder.room = Infinity
    if (count !== n) return false
    reached = true
    if (how === 'full') world.machine.folder.room = 0
    return how === 'kill'
  }
  let isAnswered = false
  let lives = 0
  for (;;) {
    expect(++lives, `place ${n}`).toBeLessThan(6)
    const tab = world.tab()
    let isIdle = false
    const [known] = lives > 1 ? await tab.store.runs({ limit: 1 }) : []
    if (known) {
      void tab.runs
        .resume()
        .then(() => tab.runs.idle())
        .then(() => (isIdle = true))
    } else {
      tab.publisher.publish(app, setting)
      // Who gets no answer, or is told to come again, comes again.
      void tab.publisher.answer(request).then(({ status }) => {
        isAnswered = status === 200
        isIdle = true
      })
    }
    const waking = setInterval(tab.wake, 1)
    await until(() => isIdle || tab.isDead())
    clearInterval(waking)
    await settled()
    tab.kill()
    world.machine.folder.room = Infinity
    const [run] = await world.tab().store.runs({ limit: 1 })
    if (run?.outcome === 'ok') break
    expect([undefined, 'running'], `place ${n}: ${run?.fault?.code}`).toContain(run?.outcome)
    expect(isAnswered, `place ${n}`).toBe(false)
  }
  const byKey = new Map(world.keys.map((key, i) => [key, world.calls[i]!]))
  expect([...byKey.values()].sort(), `place ${n}`).toEqual([...effects].sort())
  const bodies = new Map<string | undefined, Set<string>>()
  world.keys.forEach((key, i) => bodies.set(key, (bodies.get(key) ?? new Set()).add(world.bodies[i]!)))
  for (const sent of bodies.values()) expect(sent.size, `place ${n}`).toBe(1)
  return { reached, lives }
}

describe.each(['kill', 'full'] as const)('a flow of thirty steps: %s', (how) => {
  test('at each call of its store and its targets', { timeout: 300_000 }, async () => {
    let next = 1
    let places = 0
    let lives = 0
    const some = async (): Promise<void> => {
      for (let isThere = true; isThere;) {
        const ended = await failAt(next++, how)
        isThere = ended.reached
        places += Number(ended.reached)
        lives += ended.lives
      }
    }
    await Promise.all(Array.from({ length: 20 }, some))
    console.log(`${how}: ${places} places, ${lives} lives`)
    expect(places).toBeGreaterThan(100)
    if (how === 'kill') expect(lives).toBeGreaterThan(places * 1.5)
  })
})
