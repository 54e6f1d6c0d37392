// What an edit makes of the results of an earlier run: the step itself, all that come after it, nothing that does not.
import { expect, test } from 'vitest'
import { staleSteps } from '../../../../web/canvas/stale.ts'
import { emptyApp, type App, type Step } from '../../../../worker/model/app.ts'
import { addSteps, deleteSteps, renameStep, setDisabled } from '../../../../worker/model/commands/steps.ts'
import { setMock } from '../../../../worker/model/commands/mocks.ts'

const step = (id: string, branches?: Step['branches']): Step => ({
  id,
  component: 'set-payload',
  version: 1,
  name: id.toUpperCase(),
  config: {},
  ...(branches && { branches }),
})
const lane = (id: string, ...steps: Step[]) => ({ id, role: 'when', config: {}, steps })
const app: App = {
  ...emptyApp('app', 'App'),
  flows: [
    {
      id: 'f',
      name: 'F',
      steps: [step('a'), step('c', [lane('l1', step('x'), step('y')), lane('l2', step('z'))]), step('d')],
      samples: [],
      settings: {},
    },
  ],
}
const after = (edit: (app: App) => App) => {
  const now = edit(app)
  return Object.fromEntries(
    [...staleSteps(app, now, now.flows[0]!)].map(([id, { reason, by }]) => [
      id,
      by ? `${reason} ${by}` : reason,
    ]),
  )
}

test('nothing is stale without an edit, and a name changes nothing', () => {
  expect(after((now) => now)).toEqual({})
  expect(after((now) => renameStep(now, 'a', 'Other'))).toEqual({})
})
test('a step in a lane: itself, what follows in the lane, what follows the scope; not the other lane', () => {
  expect(after((now) => setDisabled(now, ['x'], true))).toEqual({ x: 'edited', y: 'before X', d: 'before X' })
})
test('the first step makes all others stale', () => {
  expect(Object.keys(after((now) => setMock(now, { step: 'a', answers: [] })))).toEqual([
    'a',
    'c',
    'x',
    'y',
    'z',
    'd',
  ])
})
test('a new step and a deleted one tell what comes after them', () => {
  expect(after((now) => addSteps(now, { flow: 'f', index: 2 }, [step('new')]))).toEqual({ d: 'before NEW' })
  expect(after((now) => deleteSteps(now, ['y']))).toEqual({ d: 'before Y' })
  expect(after((now) => deleteSteps(now, ['a']))).toMatchObject({
    c: 'before A',
    z: 'before A',
    d: 'before A',
  })
})
