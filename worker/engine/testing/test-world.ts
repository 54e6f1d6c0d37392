// The world of one test: its own cache, kept state and locks, a clock that moves by waits only, chance from a seed, and nobody
// outside. Every door is written here, so that a new one cannot lead out of a test unseen.
import { fault } from '../../model/fault.ts'
import type { FlowTest } from '../../model/flow-test.ts'
import type { Host } from '../host.ts'
import { MemoryCache, MemoryState } from '../memory-cache.ts'
import { MemoryLocks } from '../memory-locks.ts'
import { VirtualTime } from './virtual-time.ts'

/** Throws TEST:CLOCK for a time that is none. */
export function testWorld(host: Host, test: FlowTest): Host {
  const at = test.clock === undefined ? undefined : Date.parse(test.clock)
  if (at !== undefined && Number.isNaN(at))
    throw fault('TEST:CLOCK', `${test.clock} is not a time.`, { hint: 'Write 2026-11-24T08:00:00Z.' })
  const time = new VirtualTime(host)
  let chance = test.seed ?? 0
  const clock = (): ReturnType<Host['clock']> => {
    if (at !== undefined) return { micros: (at + time.waited) * 1000, offset: 0, zone: 'UTC' }
    const real = host.clock()
    return { ...real, micros: real.micros + time.waited * 1000 }
  }
  const cache = new MemoryCache(() => clock().micros / 1000)
  const state = new MemoryState()
  const locks = new MemoryLocks()
  return {
    clock,
    monotonic: () => host.monotonic(),
    random: () =>
      test.seed === undefined ? host.random() : (chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0),
    http: (request) => Promise.reject(notMocked(`${request.method} ${request.url} was called`)),
    sleep: (ms, signal) => time.sleep(ms, signal),
    cache: (app) => cache.of(app),
    state: (app) => state.of(app),
    lock: (name, maxWait, signal) => takeLock(locks, time, name, maxWait, signal),
    secret: (id) => host.secret(id),
    soon: (flush) => host.soon(flush),
    breathe: () => time.breathe(),
  }
}

/** The patience of whoever waits is of the test's time. */
async function takeLock(
  locks: MemoryLocks,
  time: VirtualTime,
  name: string,
  maxWait: number,
  signal: AbortSignal,
): Promise<(() => void) | undefined> {
  const over = new AbortController()
  const got = new AbortController()
  time.sleep(maxWait, got.signal).then(
    () => over.abort(),
    () => {},
  )
  try {
    return await locks.take(name, longestTimer, AbortSignal.any([signal, over.signal]))
  } catch (thrown) {
    if (over.signal.aborted && !signal.aborted) return undefined
    throw thrown
  } finally {
    got.abort()
  }
}
/** Milliseconds that a timer can count. */
const longestTimer = 2 ** 31 - 1

function notMocked(what: string) {
  return fault('TEST:NOT_MOCKED', `${what}; tests call nothing outside.`, { hint: 'Mock the step.' })
}
