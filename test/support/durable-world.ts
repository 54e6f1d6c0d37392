// A world outside of Weft for tests of durable runs: tabs that can be killed at any moment over one disk, and targets whose calls
// are counted and can be held.
import { Engine } from '../../worker/engine/engine.ts'
import type { Host } from '../../worker/engine/host.ts'
import { fault } from '../../worker/model/fault.ts'
import { Publisher } from '../../worker/publish/publisher.ts'
import { PublishedRuns } from '../../worker/publish/published-runs.ts'
import { storedMarks } from '../../worker/publish/stored-values.ts'
import { registry } from '../../worker/runs.ts'
import { MemoryTables } from '../../worker/store/memory-tables.ts'
import type { Store } from '../../worker/store/store.ts'
import { dataway, testHost, type TestHost } from './engine.ts'
import { Machine } from './machine.ts'

export const until = async (is: () => boolean): Promise<void> => {
  const deadline = Date.now() + 10_000
  while (!is()) {
    if (Date.now() > deadline) throw new Error('this never came')
    await new Promise((next) => setTimeout(next, 1))
  }
}
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((next) => setTimeout(next, 1))
}

let worlds = 0

/** A world outside, whose calls can be held: a kill then leaves them without an outcome. */
export class World {
  readonly machine = new Machine(new MemoryTables(), async () => new MemoryTables())
  readonly calls: string[] = []
  readonly keys: (string | undefined)[] = []
  readonly bodies: string[] = []
  /** Calls to these paths get no answer before `answer` is called. */
  readonly held = new Set<string>()
  answer = (): void => {}
  /** Asked before and after each call of the store and of a target: true kills the tab right there. */
  killsNow = (): boolean => false
  /** Asked before a call leaves: true and nobody is there. */
  failsNow = (_path: string): boolean => false
  now = 1_700_000_000_000
  chance = 0

  /** A tab with its engine; `kill` ends it as a crash does: nothing of it happens any more. */
  tab() {
    const { store, kill } = this.machine.tab()
    let isDead = false
    const never = new Promise<never>(() => {})
    const isOver = (): boolean => {
      if (!isDead && this.killsNow()) die()
      return isDead
    }
    const guarded = new Proxy(store, {
      get: (target, name: keyof Store) => {
        const method = target[name] as unknown as (...args: unknown[]) => Promise<unknown>
        return async (...args: unknown[]) => {
          if (isOver()) return await never
          const answer = await method.apply(target, args)
          return isOver() ? await never : answer
        }
      },
    })
    const host: TestHost = testHost()
    const engine = new Engine({
      host: {
        ...host,
        clock: () => ({ micros: this.now * 1000, offset: 0, zone: 'UTC' }),
        random: () => ++this.chance,
        ...(this.protocols && { protocols: this.protocols as Host['protocols'] }),
        http: async (request) => {
          const path = new URL(request.url).pathname
          if (isOver()) return await never
          if (this.failsNow(path)) throw fault('HTTP:UNREACHABLE', 'Nobody is there.')
          this.calls.push(`${request.method} ${path}`)
          this.keys.push(request.headers.find(([name]) => name === 'Idempotency-Key')?.[1])
          this.bodies.push(new TextDecoder().decode(request.body))
          if (this.held.has(path)) await new Promise<void>((answer) => (this.answer = answer))
          if (isOver()) return await never
          return {
            status: 200,
            reason: '',
            headers: [],
            body: new TextEncoder().encode('ok'),
            url: request.url,
          }
        },
        sleep: async (ms, signal) => {
          this.slept.push(ms)
          if (this.held.has('sleep')) return await never
          await host.sleep(ms, signal)
        },
      },
      dataway,
      registry,
    })
    let timers: { ms: number; call: () => void }[] = []
    const clock = {
      now: () => this.now,
      after: (ms: number, call: () => void) => {
        timers.push({ ms, call })
        return () => {}
      },
    }
    /** Lets the waits of a pause end; a life that dies young never lives for ten seconds. */
    const wake = (): void => {
      const due = timers.filter(({ ms }) => ms !== 10_000)
      timers = []
      for (const { call } of due) call()
    }
    const runs = new PublishedRuns({ engine, store: guarded, base: 'http://out.test' }, clock)
    let ids = 0
    const id = `w${this.#number}t${this.#tabs++}`
    const publisher = new Publisher({
      ...clock,
      newRunId: () => `${id}r${ids++}`,
      run: (start) => runs.run(start),
      marks: storedMarks(guarded),
    })
    const die = (): void => {
      isDead = true
      kill()
    }
    return { store, engine, runs, publisher, wake, kill: die, isDead: () => isDead }
  }
  readonly slept: number[] = []
  protocols: (() => Promise<unknown>) | undefined
  #tabs = 0
  readonly #number = ++worlds
}
