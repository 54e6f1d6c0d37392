// Commands give a new App, leave the old one alone, share what did not change, and never lose or double a step.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitions } from '../../../../../worker/definitions.ts'
import { emptyApp, type App, type Step } from '../../../../../worker/model/app.ts'
import { deleteConnection, putConnection } from '../../../../../worker/model/commands/app.ts'
import {
  addBranch,
  deleteBranch,
  mayAddBranch,
  mayDeleteBranch,
  moveBranch,
} from '../../../../../worker/model/commands/branches.ts'
import { copySteps, isClip, pasteSteps } from '../../../../../worker/model/commands/clipboard.ts'
import { duplicateFlow } from '../../../../../worker/model/commands/flows.ts'
import {
  addSteps,
  deleteSteps,
  duplicateSteps,
  extractFlow,
  moveSteps,
  setDisabled,
  setField,
  setNote,
  unwrapStep,
  wrapSteps,
} from '../../../../../worker/model/commands/steps.ts'
import { newBranch, newStep } from '../../../../../worker/model/new-step.ts'
import { allSteps, findStep } from '../../../../../worker/model/walk.ts'

const step = (id: string, inner?: Step[]): Step => ({
  id,
  component: inner ? 'for-each' : 'logger',
  version: 1,
  name: id,
  config: {},
  ...(inner && { branches: [{ id: 'b' + id, role: 'body', config: {}, steps: inner }] }),
})

/** a, s(b, t(c)), d */
const tree = (): App => ({
  ...emptyApp('app', 'App'),
  flows: [
    {
      id: 'f',
      name: 'F',
      trigger: { ...step('trig'), component: 'manual' },
      steps: [step('a'), step('s', [step('b'), step('t', [step('c')])]), step('d')],
      samples: [],
      settings: {},
    },
  ],
})
const freeze = <T>(thing: T): T => {
  if (typeof thing === 'object' && thing !== null) Object.values(Object.freeze(thing)).forEach(freeze)
  return thing
}
const app = freeze(tree())
const outline = (of: App): string => of.flows.map((flow) => list(flow.steps)).join(' | ')
const list = (steps: readonly Step[]): string =>
  steps.map((s) => s.id + (s.branches ? `(${s.branches.map((b) => list(b.steps)).join(';')})` : '')).join(' ')

describe('adding and moving', () => {
  test('a step goes into a gap, at the top or in a branch', () => {
    expect(outline(addSteps(app, { flow: 'f', index: 1 }, [step('n')]))).toBe('a n s(b t(c)) d')
    expect(outline(addSteps(app, { flow: 'f', branch: 'bt', index: 0 }, [step('n')]))).toBe('a s(b t(n c)) d')
  })
  test('what did not change is shared', () => {
    const next = setField(app, 'a', 'level', 'WARN')
    expect(next.flows[0]!.steps[0]!.config).toEqual({ level: 'WARN' })
    expect(next.flows[0]!.steps[1]).toBe(app.flows[0]!.steps[1])
    expect(setField(app, 'nowhere', 'x', 1)).toBe(app)
  })
  test('a move counts gaps before anything is taken out', () => {
    expect(outline(moveSteps(app, ['a'], { flow: 'f', index: 3 }))).toBe('s(b t(c)) d a')
    expect(outline(moveSteps(app, ['a'], { flow: 'f', index: 1 }))).toBe('a s(b t(c)) d')
    expect(outline(moveSteps(app, ['d', 'c'], { flow: 'f', branch: 'bs', index: 0 }))).toBe('a s(c d b t())')
  })
  test('a scope does not move into itself', () => {
    expect(moveSteps(app, ['s'], { flow: 'f', branch: 'bt', index: 0 })).toBe(app)
  })
  test('steps are neither lost nor doubled, wherever they go', () => {
    const ids = ['a', 's', 'b', 't', 'c', 'd']
    const gaps = fc.record({
      flow: fc.constant('f'),
      branch: fc.constantFrom(undefined, 'bs', 'bt'),
      index: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.subarray(ids), gaps, (chosen, gap) => {
        const moved = moveSteps(app, chosen, gap)
        expect([...allSteps(moved)].map((found) => found.step.id).sort()).toEqual(
          [...allSteps(app)].map((found) => found.step.id).sort(),
        )
      }),
    )
  })
})

describe('deleting and copying', () => {
  test('what was around a deleted step closes up', () => {
    expect(outline(deleteSteps(app, ['a', 't']))).toBe('s(b) d')
    expect(deleteSteps(app, ['trig']).flows[0]!.trigger).toBeUndefined()
    expect(outline(unwrapStep(app, 's'))).toBe('a b t(c) d')
  })
  test('steps are wrapped in order', () => {
    const scope = newStep(definitions.get('try')!, 'Try')
    const wrapped = wrapSteps(app, ['s', 'd'], scope)
    expect(outline(wrapped)).toBe(`a ${scope.id}(s(b t(c)) d;)`)
  })
  test('a copy has ids of its own and stands behind', () => {
    const { app: next, ids } = duplicateSteps(app, ['a', 's', 'b'])
    expect(ids).toHaveLength(2)
    expect(next.flows[0]!.steps.map((s) => s.id)).toEqual(['a', 's', ...ids, 'd'])
    const all = [...allSteps(next)].flatMap(({ step: s }) => [s.id, ...(s.branches ?? []).map((b) => b.id)])
    expect(new Set(all).size).toBe(all.length)
  })
  test('copied text pastes into another app with new ids and its connection', () => {
    const source = setConnectionOf(
      putConnection(tree(), { id: 'c1', connector: 'http', name: 'CRM', config: {} }),
    )
    const text = copySteps(source, ['s', 'b'])
    expect(isClip(text)).toBe(true)
    const target: App = {
      ...emptyApp('x', 'X'),
      flows: [{ id: 'g', name: 'G', steps: [], samples: [], settings: {} }],
    }
    const { app: pasted, ids } = pasteSteps(target, { flow: 'g', index: 0 }, text)
    expect(ids).not.toContain('s')
    expect(list(pasted.flows[0]!.steps)).toMatch(/^\w{8}\(\w{8} \w{8}\(\w{8}\)\)$/)
    expect(pasted.connections).toEqual([{ id: 'c1', connector: 'http', name: 'CRM', config: {} }])
    expect(() => pasteSteps(target, { flow: 'g', index: 0 }, '{"a":1}')).toThrow(
      expect.objectContaining({ code: 'CLIP:FORMAT' }),
    )
  })
  test('a connection of the same name is used, not doubled', () => {
    const source = setConnectionOf(
      putConnection(tree(), { id: 'c1', connector: 'http', name: 'CRM', config: {} }),
    )
    const own = putConnection(tree(), { id: 'c9', connector: 'http', name: 'CRM', config: {} })
    const { app: pasted, ids } = pasteSteps(own, { flow: 'f', index: 0 }, copySteps(source, ['b']))
    expect(pasted.connections).toHaveLength(1)
    expect(findStep(pasted, ids[0]!)!.step.connection).toBe('c9')
  })
  test('a deleted connection leaves its steps', () => {
    const source = setConnectionOf(
      putConnection(tree(), { id: 'c1', connector: 'http', name: 'CRM', config: {} }),
    )
    expect(findStep(deleteConnection(source, 'c1'), 'b')!.step.connection).toBeUndefined()
  })
  test('a copied flow shares no id with the first one', () => {
    const next = duplicateFlow(app, 'f', 'F 2')
    const all = [...allSteps(next)].map((found) => found.step.id)
    expect(new Set(all).size).toBe(all.length)
    expect(next.flows[1]!.name).toBe('F 2')
  })
  test('steps become a sub-flow that is called in their place', () => {
    const call = newStep(definitions.get('flow-reference')!, 'Call')
    const next = extractFlow(app, ['s'], 'Sub', call)
    expect(outline(next)).toBe(`a ${call.id} d | s(b t(c))`)
    expect(findStep(next, call.id)!.step.config['flow']).toBe(next.flows[1]!.id)
  })
})

describe('branches', () => {
  const definition = definitions.get('choice')!
  const choice = newStep(definition, 'Choice')
  const start = addSteps(app, { flow: 'f', index: 0 }, [choice])
  const roles = (of: App) => findStep(of, choice.id)!.step.branches!.map((b) => b.role)

  test('a new one stands before otherwise, which stays last', () => {
    const when = newBranch(definition.branches![0]!)
    const added = addBranch(start, choice.id, when)
    expect(roles(added)).toEqual(['when', 'when', 'otherwise'])
    const moved = moveBranch(added, choice.id, when.id, -1)
    expect(findStep(moved, choice.id)!.step.branches![0]!.id).toBe(when.id)
    expect(moveBranch(added, choice.id, when.id, 1)).toStrictEqual(added)
    expect(roles(deleteBranch(added, choice.id, when.id))).toEqual(['when', 'otherwise'])
  })
  test('the rules say how many', () => {
    expect(mayAddBranch(definition, choice.branches!, 'when')).toBe(true)
    expect(mayAddBranch(definition, choice.branches!, 'otherwise')).toBe(false)
    expect(mayDeleteBranch(definition, choice.branches!, 'when')).toBe(false)
  })
})

test('an empty note and an enabled step leave no trace', () => {
  expect(findStep(setNote(setNote(app, 'c', 'why'), 'c', ''), 'c')!.step).not.toHaveProperty('note')
  expect(findStep(setDisabled(setDisabled(app, ['c'], true), ['c'], false), 'c')!.step).toEqual(step('c'))
})

function setConnectionOf(of: App): App {
  return {
    ...of,
    flows: of.flows.map((flow) => ({
      ...flow,
      steps: flow.steps.map((s) =>
        s.id === 's'
          ? { ...s, branches: s.branches!.map((b) => ({ ...b, steps: b.steps.map((i) => (i.id === 'b' ? { ...i, connection: 'c1' } : i)) })) } // prettier-ignore
          : s,
      ),
    })),
  }
}
