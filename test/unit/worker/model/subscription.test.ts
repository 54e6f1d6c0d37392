// A subscription is kept up: it comes back after an end or a failure, later each time, and ends when it is stopped.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fault, type Fault } from '../../../../worker/model/fault.ts'
import { keptUp, pause } from '../../../../worker/model/subscription.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** When each of the next `count` took place, from the first on. */
async function times(count: number, take: Parameters<typeof keptUp>[0], told = (_: Fault) => {}) {
  const began = Date.now()
  const found: number[] = []
  const stop = keptUp(async (signal, anew) => {
    found.push(Date.now() - began)
    await take(signal, anew)
  }, told)
  while (found.length < count) await vi.advanceTimersToNextTimerAsync()
  await stop()
  return found
}

it('waits twice as long each time, 15 seconds at most, and tells why it failed', async () => {
  const troubles: string[] = []
  const gone = async () => {
    throw fault('CONNECT:LOST', 'gone')
  }
  const found = await times(10, gone, ({ code }) => void troubles.push(code))
  expect(found.map((at, i) => at - (found[i - 1] ?? 0))).toEqual([0, 250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]) // prettier-ignore
  expect(new Set(troubles)).toEqual(new Set(['CONNECT:LOST']))
})

it('begins anew with the shortest wait when it is said', async () => {
  let count = 0
  const found = await times(6, async (_, anew) => void (++count === 3 && anew()))
  expect(found).toEqual([0, 250, 750, 1000, 1500, 2500])
})

it('ends at once while it waits; what fails because it was stopped is not told', async () => {
  const told = vi.fn()
  await keptUp(async () => {}, told)()
  await keptUp(
    (signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
    told,
  )()
  expect([told.mock.calls, vi.getTimerCount()]).toEqual([[], 0])
})

it('a pause does not begin when it is over already', async () => {
  await pause(1_000_000, AbortSignal.abort())
  expect(vi.getTimerCount()).toBe(0)
})
