// The lights of a run are a fold over its events: counts, failures, rounds and what was never reached.
import { expect, test } from 'vitest'
import { StepLights, stepOfPath } from '../../../../web/state/step-lights.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'

let seq = 0
const event = (kind: RunEvent['kind'], path: string, data?: RunEvent['data']): RunEvent => ({
  seq,
  at: seq++ * 10,
  path,
  kind,
  data,
})

test('a loop shows its round while it runs and its body counts visits and failures', () => {
  const fold = new StepLights()
  const fault = { code: 'HTTP:422', message: 'refused' }
  fold.apply(event('start', ''))
  fold.apply(event('enter', 'loop'))
  fold.apply(event('round', 'loop/b[0]', { index: 0, count: 2 }))
  fold.apply(event('enter', 'loop/b[0]/put'))
  fold.apply(event('leave', 'loop/b[0]/put'))
  fold.apply(event('round', 'loop/b[1]', { index: 1, count: 2 }))
  expect(fold.of('loop')).toMatchObject({ state: 'running', round: { index: 2, count: 2 } })
  fold.apply(event('enter', 'loop/b[1]/put'))
  expect(fold.of('put').state).toBe('running')
  fold.apply(event('fault', 'loop/b[1]/put', { fault }))
  expect(fold.of('put')).toMatchObject({ state: 'failed', visits: 2, failures: 1, took: 20, fault })
  expect(fold.visitsOf('put').map((v) => v.fault?.code)).toEqual([undefined, 'HTTP:422'])
})

test('a step that was not reached is none while the run goes on and skipped when it has ended', () => {
  const fold = new StepLights()
  fold.apply(event('enter', 'a'))
  fold.apply(event('leave', 'a'))
  expect(fold.of('b').state).toBe('none')
  fold.apply(event('end', '', { outcome: 'ok' }))
  expect(fold.of('b').state).toBe('skipped')
  expect(fold.of('a').state).toBe('ok')
})

test('a light keeps its identity while nothing about its step changes', () => {
  const fold = new StepLights()
  fold.apply(event('enter', 'a'))
  fold.apply(event('leave', 'a'))
  const before = fold.of('a')
  fold.apply(event('enter', 'b'))
  expect(fold.of('a')).toBe(before)
})

test('the step of a path is its last part without the round', () => {
  expect(stepOfPath('s1/b2[3]/s7')).toBe('s7')
  expect(stepOfPath('s1/b2[3]')).toBe('b2')
})

test('a disabled step is only left: it is skipped, and its visit shows the message that passed by', () => {
  const fold = new StepLights()
  fold.apply(event('leave', 'off', { skipped: true }))
  expect(fold.of('off')).toMatchObject({ state: 'skipped', visits: 1 })
  expect(fold.visitsOf('off')).toEqual([expect.objectContaining({ skipped: true, took: 0 })])
})

test('a visit that ends is a new object in a new list; others keep theirs', () => {
  const fold = new StepLights()
  fold.apply(event('enter', 'a'))
  const [during, list] = [fold.visitsOf('a')[0], fold.visitsOf('a')]
  fold.apply(event('enter', 'a/b/x'))
  expect(fold.visitsOf('a')).toBe(list)
  fold.apply(event('leave', 'a'))
  expect(fold.visitsOf('a')[0]).not.toBe(during)
  expect(fold.visitsOf('a')[0]!.leave).toBeDefined()
})

test('a step that a run waits before is waiting, with its message; entering it begins no second visit', () => {
  const fold = new StepLights()
  fold.apply(event('pause', 'a'))
  expect(fold.of('a').state).toBe('waiting')
  expect([...fold.paused.keys()]).toEqual(['a'])
  const [waiting] = fold.visitsOf('a')
  expect(waiting!.leave).toBeUndefined()
  fold.apply(event('resume', 'a', { edited: true }))
  expect([fold.of('a').state, fold.paused.size]).toEqual(['running', 0])
  const entered = event('enter', 'a')
  fold.apply(entered)
  fold.apply(event('leave', 'a'))
  expect(fold.visitsOf('a').map((visit) => visit.enter)).toEqual([entered.seq])
  expect(fold.of('a')).toMatchObject({ state: 'ok', visits: 1 })
})

test('a run that is stopped while it waits leaves nothing waiting', () => {
  const fold = new StepLights()
  fold.apply(event('pause', 'a'))
  fold.apply(event('end', '', { outcome: 'cancelled' }))
  expect([fold.of('a').state, fold.paused.size]).toEqual(['none', 0])
})
