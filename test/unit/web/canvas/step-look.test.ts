// What a step's badge and the wires say of a run.
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../../worker/model/app.ts'
import type { StepLight } from '../../../../web/state/step-lights.ts'
import {
  badgeOf,
  branchLine,
  detailAt,
  lookOf,
  shortCode,
  wireState,
} from '../../../../web/canvas/step-look.ts'

const step: Step = { id: 's', component: 'logger', version: 1, name: 'Log', config: {} }
const light = (state: StepLight['state'], more: Partial<StepLight> = {}): StepLight => ({
  state,
  visits: 0,
  failures: 0,
  took: 0,
  branches: [],
  ...more,
})

test('the line of a step whose rows are set names them as assignments', () => {
  const rows = [
    ['all', { mode: 'expression', source: 'msg.payload' }],
    ['n', 3],
  ]
  const transform: Step = {
    ...step,
    component: 'transform',
    config: { variables: { mode: 'literal', value: rows } },
  }
  expect(lookOf(transform)).toMatchObject({ line: 'all = msg.payload, n = 3', code: true })
})

describe('badge', () => {
  test('counts visits and their time in milliseconds', () =>
    expect(badgeOf(step, light('ok', { visits: 7, took: 3000 }))).toMatchObject({ visits: 7, ms: 3 }))
  test('a failure names its code without the space', () => {
    const fault = { code: 'HTTP:422', message: '' }
    const failed = light('failed', { visits: 9, failures: 1, fault })
    expect(badgeOf(step, failed)).toMatchObject({ loud: true, visits: 9, failures: 1, code: '422' })
    expect(shortCode('DATAWAY:TIMEOUT')).toBe('TIMEOUT')
  })
  test('a step that is switched off says nothing', () =>
    expect(badgeOf({ ...step, disabled: true }, light('ok'))).toBeUndefined())
})

describe('wire', () => {
  const ran = light('ok', { visits: 1 })
  test('a message that went on leaves a solid wire', () =>
    expect(wireState({ above: ran, below: ran })).toBe('ran'))
  test('after a failure it is broken', () =>
    expect(wireState({ above: light('failed'), below: light('none') })).toBe('failed'))
  test('where nothing came it is dotted', () =>
    expect(wireState({ above: light('none'), below: light('none') })).toBe('dark'))
  test('a lane that was not taken is dotted, one that was is solid', () => {
    expect(wireState({ scope: ran, branchEntered: false, below: light('skipped') })).toBe('dark')
    expect(wireState({ scope: ran, branchEntered: true })).toBe('ran')
  })
})

test('a catch of everything needs no pattern', () => {
  const lane = (errors: string) => branchLine({ id: 'b', role: 'catch', config: { errors }, steps: [] })
  expect(lane('ANY')).toBeUndefined()
  expect(lane('HTTP:422')?.text).toBe('HTTP:422')
})

test('level of detail falls with the zoom', () => {
  expect([1, 0.75, 0.6, 0.3, 0.1].map(detailAt)).toEqual([3, 3, 2, 1, 0])
})
