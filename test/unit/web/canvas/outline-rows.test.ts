// The flow as rows of a tree.
import { expect, test } from 'vitest'
import type { Flow, Step } from '../../../../worker/model/app.ts'
import { outlineRows } from '../../../../web/canvas/outline-rows.ts'

const step = (id: string, branches?: Step['branches']): Step => ({
  id,
  component: 'x',
  version: 1,
  name: id,
  config: {},
  ...(branches && { branches }),
})
const lane = (id: string, role: string, ...steps: Step[]) => ({ id, role, config: {}, steps })
const flow: Flow = {
  id: 'f',
  name: 'f',
  trigger: step('t'),
  steps: [
    step('loop', [lane('body', 'body', step('a'))]),
    step('choice', [lane('w', 'when', step('x')), lane('o', 'otherwise')]),
  ],
  samples: [],
  settings: {},
}

test('scopes hold their branches, a body of its own needs no row', () => {
  const rows = outlineRows(flow, new Set())
  expect(rows.map((row) => `${'·'.repeat(row.level - 1)}${row.id}`)).toEqual(['t', 'loop', '·a', 'choice', '·w', '··x', '·o']) // prettier-ignore
})

test('a row knows the gap after it, in the list it stands in', () => {
  const gaps = Object.fromEntries(outlineRows(flow, new Set()).map((row) => [row.id, row.gap]))
  expect(gaps['t']).toMatchObject({ flow: 'f', index: 0 })
  expect(gaps['loop']).toMatchObject({ index: 1 })
  expect(gaps['a']).toEqual({ flow: 'f', branch: 'body', index: 1 })
  expect(gaps['o']).toEqual({ flow: 'f', branch: 'o', index: 0 })
})

test('a folded scope hides what is inside', () => {
  const rows = outlineRows(flow, new Set(['loop', 'choice']))
  expect(rows.map((row) => row.id)).toEqual(['t', 'loop', 'choice'])
})
