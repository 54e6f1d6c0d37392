// The changes a lesson is written in, what is wrong with a lesson, and how a mistake is known again.
import { describe, expect, test } from 'vitest'
import type { App, Branch, Step } from '../../../../worker/model/app.ts'
import { emptyApp } from '../../../../worker/model/app.ts'
import { expression } from '../../../../worker/model/field-value.ts'
import { inOrder, type LessonCard } from '../../../../worker/model/lesson-folder.ts'
import { isWork, workId } from '../../../../worker/model/lesson-work-id.ts'
import { checkLesson, proveLesson, recognised } from '../../../../worker/model/lesson-proof.ts'
import { changed, partsOf, type Change, type Lesson } from '../../../../worker/model/lesson.ts'
import { newId } from '../../../../worker/model/id.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { runTests } from '../../../../worker/engine/testing/run-test.ts'
import { registry } from '../../../../worker/runs.ts'
import { dataway, testHost } from '../../../support/engine.ts'

const step = (id: string, source: string, branches?: Branch[]): Step => ({
  id,
  component: branches ? 'choice' : 'set-payload',
  version: 1,
  name: id,
  config: branches ? {} : { value: expression(source) },
  ...(branches && { branches }),
})
const way = (id: string, role: string, ...steps: Step[]): Branch => ({
  id,
  role,
  config: role === 'when' ? { condition: true } : {},
  steps,
})
const app: App = {
  ...emptyApp('a', 'Sum'),
  flows: [
    {
      id: 'f',
      name: 'Main',
      trigger: { id: 't', component: 'manual', version: 1, name: 'Start', config: {} },
      steps: [step('a', 'msg.payload + 1'), step('b', 'msg.payload + 10')],
      samples: [],
      settings: {},
    },
  ],
  tests: [
    { id: 'one', name: 'One', flow: 'f', input: { id: 'i', name: '', value: 1 }, mocks: [], asserts: ['msg.payload == 22'] }, // prettier-ignore
    { id: 'two', name: 'Two', flow: 'f', input: { id: 'i', name: '', value: 2 }, mocks: [], asserts: ['msg.payload == 24'] }, // prettier-ignore
  ],
}
const set = (id: string, source: string): Change => ({ set: id, config: { value: expression(source) } })
const lesson: Lesson = {
  title: 'Double',
  text: 'Text',
  goal: 'Goal',
  hints: ['a', 'b', 'c'],
  tasks: [{ text: 'Do', when: { kind: 'changed', step: 'a' } }],
  shown: { test: 'one' },
  start: partsOf(app),
  solution: [set('a', 'msg.payload * 2'), set('b', 'msg.payload + 20')],
  wrong: [
    { says: 'Only the first', changes: [set('a', 'msg.payload * 2')] },
    { says: 'Fixed', changes: [set('b', '22')] },
  ],
}
async function run(state: App) {
  const engine = new Engine({ host: testHost(), dataway, registry })
  return (await runTests(engine, state, { shown: 'msg.payload' })).results
}
const ids = (state: App) => JSON.stringify(state.flows[0]!.steps.map(function tree(one): unknown {
  return one.branches ? [one.id, ...one.branches.map(({ id, steps }) => [id, ...steps.map(tree)])] : one.id
})).replaceAll('"', '') // prettier-ignore

describe('changes', () => {
  test('set and clear fields of steps and branches', () => {
    const made = changed(app, [{ set: 'a', config: { other: 1 }, clear: ['value'] }])
    expect(made.flows[0]!.steps[0]!.config).toEqual({ other: 1 })
    expect(app.flows[0]!.steps[0]!.config).toEqual({ value: expression('msg.payload + 1') })
  })
  test('add, move, wrap, add branches, remove', () => {
    const choice = step('c', '', [way('w', 'when'), way('o', 'otherwise')])
    expect(ids(changed(app, [{ add: [step('n', '1')], after: 't' }]))).toBe('[n,a,b]')
    expect(ids(changed(app, [{ add: [step('n', '1')], after: 'a' }]))).toBe('[a,n,b]')
    expect(ids(changed(app, [{ move: ['b'], first: 'f' }]))).toBe('[b,a]')
    const wrapped = changed(app, [{ wrap: ['b'], in: choice }])
    expect(ids(wrapped)).toBe('[a,[c,[w,b],[o]]]')
    expect(ids(changed(wrapped, [{ add: [step('n', '1')], first: 'o' }]))).toBe('[a,[c,[w,b],[o,n]]]')
    expect(ids(changed(wrapped, [{ addBranch: way('w2', 'when'), to: 'c' }]))).toBe('[a,[c,[w,b],[w2],[o]]]')
    expect(ids(changed(wrapped, [{ remove: ['w', 'a'] }]))).toBe('[[c,[o]]]')
    expect(changed(app, [{ parts: { ...partsOf(app), flows: [] } }]).flows).toEqual([])
  })
  test('of what is not there are refused', () => {
    const bad: Change[] = [
      set('x', '1'),
      { add: [], after: 'x' },
      { add: [], first: 'x' },
      { move: ['x'], first: 'f' },
      { wrap: ['x'], in: step('c', '', [way('w', 'when')]) },
      { addBranch: way('w', 'when'), to: 'x' },
      { remove: ['x'] },
    ]
    for (const change of bad)
      expect(() => changed(app, [change])).toThrow(
        expect.objectContaining({ code: 'LESSON:NO_PLACE', data: { id: 'x' } }),
      )
  })
})

describe('a lesson', () => {
  const proved = async (more: Partial<Lesson>) =>
    (await proveLesson(app, { ...lesson, ...more }, run)).map(({ code }) => code)
  const checked = (more: Partial<Lesson>) => checkLesson(app, { ...lesson, ...more }).map(({ code }) => code)
  test('that keeps its word has no problems', async () => {
    expect(await proved({})).toEqual([])
    expect(checked({})).toEqual([])
  })
  test('is proved by running it', async () => {
    expect(await proved({ solution: [] })).toEqual(['LESSON:SOLUTION_FAILS', 'LESSON:SOLUTION_FAILS'])
    expect(await proved({ start: partsOf(changed(app, lesson.solution)), wrong: [] })).toEqual(['LESSON:START_PASSES']) // prettier-ignore
    expect(await proved({ wrong: [{ says: 'x', changes: lesson.solution }] })).toEqual([
      'LESSON:WRONG_PASSES',
    ])
    expect(await proved({ wrong: [{ says: 'x', changes: [] }] })).toEqual(['LESSON:WRONG_ALIKE'])
    expect(await proved({ wrong: [lesson.wrong[0]!, lesson.wrong[0]!] })).toEqual(['LESSON:WRONG_ALIKE'])
    expect(await proved({ solution: [{ remove: ['x'] }] })).toEqual(['LESSON:NO_PLACE'])
  })
  test('is checked without running it', () => {
    expect(checked({ title: ' ' })).toEqual(['LESSON:NO_TEXT'])
    expect(checked({ goal: { en: 'x', zh: '' } })).toEqual(['LESSON:NO_TEXT'])
    expect(checked({ hints: [''] })).toEqual(['LESSON:NO_TEXT'])
    expect(checked({ start: { ...lesson.start, tests: [] } })).toEqual(['LESSON:NO_TESTS', 'LESSON:NO_TEST'])
    expect(checked({ shown: { test: 'x' } })).toEqual(['LESSON:NO_TEST'])
    expect(checked({ wrong: [{ says: 'x', changes: [{ remove: ['x'] }] }] })).toEqual(['LESSON:NO_PLACE'])
    expect(checked({ tasks: [{ text: 'x', when: { kind: 'looked', step: 'x' } }] })).toEqual(['LESSON:NO_PLACE']) // prettier-ignore
  })
  test('knows a mistake again by its values, else by what fails', async () => {
    const start = { results: await run(app) }
    const fixed = { says: 'Fixed', results: await run(changed(app, [set('b', '22')])) }
    const known = [start, fixed]
    expect(recognised(known, await run(changed(app, [set('a', '22'), { remove: ['b'] }])))).toBe(fixed)
    // Another number, but also right in the first and wrong in the second test.
    const near = changed(app, [set('b', '22 if msg.payload == 2 else 7')])
    expect(recognised(known, await run(near))).toBe(fixed)
    expect(recognised(known, await run(changed(app, [set('b', '24')])))).toBeUndefined()
    expect(recognised(known, await run(changed(app, lesson.solution)))).toBeUndefined()
  })
})

test('chapters in their order, in them by number', () => {
  const card = (id: string, chapter: LessonCard['chapter'], order: number): LessonCard => ({ id, chapter, order, title: { en: id, zh: id }, pattern: id, summary: { en: '', zh: '' } }) // prettier-ignore
  const cards = [card('c', 'routing', 26), card('b', 'routing', 2), card('a', 'hour', 3)]
  expect(inOrder(cards).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('no app that is made takes the id of the work on a lesson', () => {
  expect(workId('message-filter')).toBe('lessonmessagefilter')
  const bytes = (n: number) => new Uint8Array(n).fill(20)
  expect(isWork(newId(bytes))).toBe(false)
  expect(isWork('message1')).toBe(false)
})
