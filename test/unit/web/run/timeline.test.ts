// The timeline: loops are cut into their rounds, scopes into their steps, and every segment can be seen and hit.
import { expect, test } from 'vitest'
import { EventRows } from '../../../../web/run/event-rows.ts'
import { scaleOf, segmentsOf } from '../../../../web/run/timeline.ts'
import type { EventData, RunEvent } from '../../../../worker/model/event.ts'

function run(...events: [at: number, kind: RunEvent['kind'], path: string, data?: EventData][]): EventRows {
  const rows = new EventRows()
  events.forEach(([at, kind, path, data], seq) => rows.apply({ seq, at, kind, path, data }))
  return rows
}
const fault = { code: 'HTTP:503', message: 'down' }

const loop = () =>
  run(
    [0, 'start', ''],
    [0, 'enter', 'get'],
    [34, 'leave', 'get'],
    [34, 'enter', 'each'],
    [34, 'round', 'each/body[0]', { index: 0, count: 2 }],
    [34, 'enter', 'each/body[0]/put'],
    [60, 'leave', 'each/body[0]/put'],
    [60, 'round', 'each/body[1]', { index: 1, count: 2 }],
    [60, 'enter', 'each/body[1]/try'],
    [60, 'enter', 'each/body[1]/try/b/put2'],
    [80, 'fault', 'each/body[1]/try/b/put2', { fault }],
    [90, 'leave', 'each/body[1]/try', { fault }],
    [90, 'leave', 'each'],
    [100, 'end', '', { outcome: 'ok' }],
  )

test('a loop is cut into rounds, a caught failure marks a part and not the round', () => {
  const segments = segmentsOf(loop().rows, 100)
  expect(segments.map((s) => [s.step, s.round, s.from, s.to, s.state])).toEqual([
    ['get', undefined, 0, 34, 'ok'],
    ['each', 1, 34, 60, 'ok'],
    ['each', 2, 60, 90, 'ok'],
  ])
  expect(segments[2]!.retries).toEqual([{ from: 60, to: 80 }])
})

test('a failure that nothing caught fails its round; a scope without rounds is cut into its steps', () => {
  const rows = run(
    [0, 'enter', 'try'],
    [0, 'enter', 'try/b/a'],
    [10, 'leave', 'try/b/a'],
    [10, 'enter', 'try/b/each'],
    [10, 'round', 'try/b/each', { index: 0 }],
    [10, 'enter', 'try/b/each/x[0]/put'],
    [12, 'leave', 'try/b/each/x[0]/put'],
    [12, 'round', 'try/b/each', { index: 1 }],
    [12, 'enter', 'try/b/each/x[1]/put'],
    [20, 'fault', 'try/b/each/x[1]/put', { fault }],
    [20, 'fault', 'try/b/each', { fault }],
    [20, 'fault', 'try', { fault }],
  )
  expect(segmentsOf(rows.rows, 20).map((s) => [s.step, s.round, s.state])).toEqual([
    ['a', undefined, 'ok'],
    ['each', 1, 'ok'],
    ['each', 2, 'failed'],
  ])
})

test('every segment is at least as wide as asked and the scale is its own inverse', () => {
  const segments = segmentsOf(loop().rows, 100)
  const scale = scaleOf(
    [
      { ...segments[0]!, from: 0, to: 1 },
      { ...segments[1]!, from: 1, to: 100_000 },
    ],
    100_000,
    0.02,
  )
  expect(scale.x(1)).toBeGreaterThan(0.019)
  expect(scale.x(100_000)).toBeCloseTo(1)
  for (const at of [0, 1, 500, 99_000]) expect(scale.at(scale.x(at))).toBeCloseTo(at, 5)
})

test('rows carry what happened: state, duration, fault, effects', () => {
  const rows = run(
    [0, 'enter', 'get'],
    [
      5,
      'effect',
      'get',
      {
        effect: 'http',
        key: 'get#0',
        request: { method: 'GET', url: 'http://crm.example/x' },
        result: { status: 503 },
      },
    ],
    [9, 'fault', 'get', { fault }],
    [9, 'end', '', { outcome: 'failed' }],
  ).rows
  expect(rows).toEqual([
    expect.objectContaining({ step: 'get', state: 'failed', took: 9, fault, effects: [{ kind: 'http', asked: 'GET /x', status: 503 }] }), // prettier-ignore
  ])
})

test('a loop of one round keeps its name', () => {
  const rows = run(
    [0, 'enter', 'retry'],
    [0, 'round', 'retry', { index: 0 }],
    [0, 'enter', 'retry/b[0]/get'],
    [9, 'leave', 'retry/b[0]/get'],
    [9, 'leave', 'retry'],
  )
  expect(segmentsOf(rows.rows, 9).map((s) => [s.step, s.round])).toEqual([['retry', undefined]])
})
