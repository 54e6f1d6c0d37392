// The canvas layout: what stands where, for every shape of a flow.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Branch, Flow, Step } from '../../../../worker/model/app.ts'
import { layoutFlow, size, stepsInside, type Box } from '../../../../web/canvas/layout.ts'

let counter = 0
const step = (name: string, branches?: Branch[]): Step => ({
  id: name,
  component: branches ? 'choice' : 'logger',
  version: 1,
  name,
  config: {},
  ...(branches && { branches }),
})
const branch = (role: string, ...steps: Step[]): Branch => ({ id: `b${counter++}`, role, config: {}, steps })
const flow = (...steps: Step[]): Flow => ({
  id: 'flow',
  name: 'Flow',
  trigger: step('trigger'),
  steps,
  samples: [],
  settings: {},
})

describe('a sequence', () => {
  const layout = layoutFlow(flow(step('a'), step('b')))
  test('steps stand under each other with the same gap', () => {
    const [trigger, a, b] = layout.boxes as [Box, Box, Box]
    expect(trigger.y).toBe(0)
    expect(a.y).toBe(size.step.height + size.gap)
    expect(b.y - a.y).toBe(size.step.height + size.gap)
    expect(new Set(layout.boxes.map((box) => box.x)).size).toBe(1)
  })
  test('every place where a step can go has a wire with its gap', () => {
    expect(layout.wires.map((wire) => wire.gap?.index)).toEqual([0, 1, 2])
    expect(layout.wires.map((wire) => [wire.above, wire.below])).toEqual([
      ['trigger', 'a'],
      ['a', 'b'],
      ['b', undefined],
    ])
  })
})

test('a flow without a trigger begins with a start', () => {
  const { trigger: _trigger, ...sub } = flow(step('a'))
  expect(layoutFlow(sub).boxes.map((box) => box.kind)).toEqual(['start', 'step'])
})

test('an empty flow offers a slot for its first step', () => {
  const layout = layoutFlow(flow())
  expect(layout.slots.map((slot) => slot.gap)).toEqual([{ flow: 'flow', branch: undefined, index: 0 }])
})

describe('a scope', () => {
  const choice = step('choice', [branch('when', step('x'), step('y')), branch('otherwise')])
  const layout = layoutFlow(flow(choice, step('end')))
  const box = layout.byStep.get('choice')!
  test('is as wide as its lanes', () => {
    expect(box.lanes!.map((lane) => lane.width)).toEqual([224, 224])
    expect(box.width).toBe(450)
  })
  test('is centred on the wire', () => {
    expect(box.x + box.width / 2).toBe(layout.byStep.get('end')!.x + size.step.width / 2)
  })
  test('wires of every lane end at its lower edge', () => {
    const bottom = box.y + box.height
    for (const lane of box.lanes!) {
      const last = layout.wires.filter((wire) => wire.branch === lane.branch.id).at(-1)!
      expect(last.y + last.length).toBe(bottom)
      expect(last.x).toBe(box.x + lane.centre)
    }
  })
  test('an empty lane has a slot', () => {
    expect(layout.slots.map((slot) => slot.gap.branch)).toEqual([choice.branches![1]!.id])
  })
  test('labels its branches, but not a single body', () => {
    expect(layout.pills.map((pill) => pill.branch.role)).toEqual(['when', 'otherwise'])
    const loop = layoutFlow(flow(step('loop', [branch('body', step('z'))])))
    expect(loop.pills).toEqual([])
  })
  test('folded takes the room of one step and hides what is inside', () => {
    const folded = layoutFlow(flow(choice, step('end')), new Set(['choice']))
    expect(folded.byStep.get('choice')).toMatchObject({ kind: 'folded', ...size.step })
    expect(folded.byStep.has('x')).toBe(false)
    expect(stepsInside(choice)).toBe(2)
  })
})

test('the trunk stays where it is when a branch gets wider', () => {
  const narrow = layoutFlow(flow(step('a')))
  const wide = layoutFlow(flow(step('a'), step('choice', [branch('when', step('x')), branch('otherwise')])))
  expect(wide.byStep.get('a')).toEqual({ ...narrow.byStep.get('a'), step: wide.byStep.get('a')!.step })
  expect(wide.width).toBeGreaterThan(narrow.width)
  expect(wide.left).toBe(-wide.width / 2)
})

test('nothing overlaps, children stay inside their scope, whatever the tree', () => {
  const tree: fc.Memo<Step[]> = fc.memo((depth) =>
    fc.array(depth <= 1 ? leaf : fc.oneof(leaf, scope(depth)), { maxLength: 3 }),
  )
  const leaf = fc.constant(undefined).map(() => step(`s${counter++}`))
  const scope = (depth: number) =>
    fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 }).map((lists) =>
      step(
        `s${counter++}`,
        lists.map((steps, i) => branch(i ? 'catch' : 'body', ...steps)),
      ),
    )
  fc.assert(
    fc.property(tree(4), (steps) => {
      const layout = layoutFlow(flow(...steps))
      const leaves = layout.boxes.filter((box) => box.kind !== 'scope')
      for (const [i, one] of leaves.entries())
        for (const other of leaves.slice(i + 1)) if (overlap(one, other)) return false
      const inside = (outer: Box, list: readonly Step[]): boolean =>
        list.every((child) => {
          const box = layout.byStep.get(child.id)!
          return (
            box.x >= outer.x + size.lanePadding &&
            box.x + box.width <= outer.x + outer.width - size.lanePadding &&
            box.y >= outer.y + size.header &&
            box.y + box.height <= outer.y + outer.height &&
            (child.branches ?? []).every((b) => inside(box, b.steps))
          )
        })
      const ids = layout.wires.map((wire) => wire.id)
      if (new Set(ids).size !== ids.length) return false
      return steps.every((one) =>
        (one.branches ?? []).every((b) => inside(layout.byStep.get(one.id)!, b.steps)),
      )
    }),
    { numRuns: 200 },
  )
})

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
