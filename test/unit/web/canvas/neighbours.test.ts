// Arrow keys on the canvas.
import { describe, expect, test } from 'vitest'
import type { Flow, Step } from '../../../../worker/model/app.ts'
import { neighbour, type Direction } from '../../../../web/canvas/neighbours.ts'

const step = (id: string, lanes?: Step[][]): Step => ({
  id,
  component: 'x',
  version: 1,
  name: id,
  config: {},
  ...(lanes && { branches: lanes.map((steps, i) => ({ id: id + i, role: 'when', config: {}, steps })) }),
})
const flow: Flow = {
  id: 'f',
  name: 'f',
  trigger: step('t'),
  steps: [step('a'), step('choice', [[step('x'), step('y')], [], [step('z')]]), step('end')],
  samples: [],
  settings: {},
}
const go = (from: string | undefined, to: Direction, folded: string[] = []) =>
  neighbour(flow, from, to, new Set(folded))

describe('arrow keys', () => {
  test('begin at the trigger', () => expect(go(undefined, 'down')).toBe('t'))
  test('down goes through a scope as the message does', () => {
    expect(['t', 'a', 'choice', 'x', 'y'].map((id) => go(id, 'down'))).toEqual([
      'a',
      'choice',
      'x',
      'y',
      'end',
    ])
    expect(go('z', 'down')).toBe('end')
  })
  test('down at the end stays', () => expect(go('end', 'down')).toBe('end'))
  test('up comes back', () => {
    expect(go('end', 'up')).toBe('y')
    expect(go('x', 'up')).toBe('choice')
    expect(go('a', 'up')).toBe('t')
  })
  test('sideways to the next lane that has steps', () => {
    expect(go('y', 'right')).toBe('z')
    expect(go('z', 'left')).toBe('x')
  })
  test('left out of a scope, right into its last lane', () => {
    expect(go('x', 'left')).toBe('choice')
    expect(go('choice', 'right')).toBe('z')
  })
  test('a folded scope is one step', () => {
    expect(go('choice', 'down', ['choice'])).toBe('end')
    expect(go('end', 'up', ['choice'])).toBe('choice')
    expect(go('choice', 'right', ['choice'])).toBe('choice')
  })
})
