// Comparing and merging apps: random apps become each other by their differences, and single differences are taken alone.
import { describe, expect, test } from 'vitest'
import { differences } from '../../../../worker/compare/difference.ts'
import { distance, sides, taken } from '../../../../worker/compare/merge.ts'
import { emptyApp, type App, type Branch, type Flow, type Step } from '../../../../worker/model/app.ts'
import { allSteps } from '../../../../worker/model/walk.ts'
import { canonical } from '../../../../worker/model/content-hash.ts'
import {
  addSteps,
  deleteSteps,
  moveSteps,
  renameStep,
  setField,
} from '../../../../worker/model/commands/steps.ts'

const step = (id: string, config: Step['config'] = {}, branches?: Branch[]): Step => ({
  id,
  component: branches ? 'try' : 'set-payload',
  version: 1,
  name: id.toUpperCase(),
  config,
  ...(branches && { branches }),
})
const branch = (id: string, steps: Step[]): Branch => ({ id, role: 'body', config: {}, steps })
const flow = (steps: Step[], more: Partial<Flow> = {}): Flow => ({ id: 'f', name: 'Main', steps, samples: [], settings: {}, ...more }) // prettier-ignore
const app = (...flows: Flow[]): App => ({ ...emptyApp('app', 'App'), flows })
const order = (one: App) => one.flows[0]!.steps.map(({ id }) => id).join('')
const all = (a: App, b: App) => new Set(differences(a, b).map(({ id }) => id))

/** Numbers below 1, the same for the same seed. */
function chance(seed: number): () => number {
  let at = seed
  return () => ((at = (Math.imul(at, 1664525) + 1013904223) >>> 0) >>> 8) / 2 ** 24
}
/** An app of the steps a … z and the branches 0 … 9, each at most once, in any nesting. */
function randomApp(random: () => number): App {
  const free = [...'abcdefghijklmnopqrstuvwxyz'].sort(() => random() - 0.5)
  const scopes = [...'0123456789'].sort(() => random() - 0.5)
  const list = (depth: number): Step[] =>
    Array.from({ length: Math.floor(random() * 5) }, () => {
      const id = free.pop()
      if (id === undefined) return []
      const names = random() < 0.4 && depth < 4 ? [scopes.pop() ?? []].flat() : []
      const branches = names.map((name) => branch(name, list(depth + 1)))
      return [step(id, { value: Math.floor(random() * 3) }, branches.length > 0 ? branches : undefined)]
    }).flat()
  const connections = [...'wxyz']
    .filter(() => random() < 0.5)
    .sort(() => random() - 0.5)
    .map((id) => ({ id, connector: 'http', name: id, config: { url: random() < 0.5 ? 'a' : 'b' } }))
  const samples = [...'st']
    .filter(() => random() < 0.5)
    .map((id) => ({ id, name: id, payload: String(random() < 0.5) }))
  const trigger = random() < 0.5 ? { trigger: step(random() < 0.5 ? 'T' : 'U') } : {}
  const mocks = random() < 0.3 ? { mocks: [{ step: 'a', answers: [] }] } : {}
  return { ...app(flow(list(0), { samples, ...trigger })), connections, ...mocks }
}

describe('differences', () => {
  test('an app has none to itself, and its own name for itself is none', () => {
    const one = app(flow([step('a'), step('b')]))
    expect(differences(one, { ...one, id: 'copy', cameFrom: { id: 'app', name: 'App' } })).toEqual([])
  })

  test('names what was added, removed, moved and changed, a scope with its steps as one', () => {
    const before = app(flow([step('a', { value: 1 }), step('b'), step('c')]))
    const after = app(flow([step('c'), step('a', { value: 2 }), step('s', {}, [branch('1', [step('n')])])]))
    expect(differences(before, after).map(({ id, steps }) => `${id} ${steps}`)).toEqual([
      '>step:c 0',
      '~step:a.config.value 0',
      '+step:s 1',
      '-step:b 0',
    ])
    const changed = differences(before, after).find(({ sign }) => sign === '~')
    expect(changed).toMatchObject({ name: 'A', flow: 'f', field: 'config.value', before: 1, after: 2 })
  })

  test('one step that was carried past many is the only one that moved', () => {
    const names = [...'abcdefgh']
    const before = app(flow(names.map((id) => step(id))))
    const after = app(flow([...names.slice(1), 'a'].map((id) => step(id))))
    expect(differences(before, after).map(({ id }) => id)).toEqual(['>step:a'])
  })
})

describe('taking differences over', () => {
  test('all of them make the other app, for 2,000 random pairs', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const random = chance(seed)
      const [a, b] = [randomApp(random), randomApp(random)]
      const merged = taken(a, b, all(a, b))
      expect(canonical(merged), `seed ${seed}`).toBe(canonical(b))
    }
  })

  test('none of them leave the app as it is; any of them make an app in which every step stands once', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = chance(seed)
      const [a, b] = [randomApp(random), randomApp(random)]
      expect(canonical(taken(a, b, new Set())), `seed ${seed}`).toBe(canonical(a))
      const some = new Set([...all(a, b)].filter(() => random() < 0.5))
      const ids = [...allSteps(taken(a, b, some))].map(({ step }) => step.id)
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  test('a step alone lands behind the step it follows in the other copy', () => {
    const ours = app(flow([step('a'), step('x'), step('c')]))
    const theirs = app(flow([step('a'), step('b'), step('c'), step('d')]))
    expect(order(taken(ours, theirs, new Set(['+step:b'])))).toBe('abxc')
    expect(order(taken(ours, theirs, new Set(['-step:x', '+step:d'])))).toBe('acd')
  })

  test('steps that stay while their scope goes take its place', () => {
    const ours = app(flow([step('a'), step('s', {}, [branch('1', [step('b'), step('c')])]), step('d')]))
    const theirs = app(flow([step('a'), step('b'), step('d')]))
    expect(order(taken(ours, theirs, new Set(['-step:s', '>step:b'])))).toBe('abd')
    expect(order(taken(ours, theirs, new Set(['-step:s'])))).toBe('abd')
  })
})

describe('who made a difference', () => {
  const base = app(flow([step('a', { value: 1, other: 1 }), step('b'), step('c')]))
  const ours = setField(deleteSteps(base, ['b']), 'a', 'value', 2)
  const theirs = setField(
    setField(moveSteps(base, ['c'], { flow: 'f', index: 0 }), 'a', 'value', 3),
    'a',
    'other',
    2,
  )

  test('is told from the common ancestor; the same field on both sides is a conflict', () => {
    expect(Object.fromEntries(sides(base, ours, theirs))).toEqual({
      '>step:c': 'theirs',
      '~step:a.config.value': 'both',
      '~step:a.config.other': 'theirs',
      '+step:b': 'ours',
    })
    const renamed = renameStep(theirs, 'b', 'New')
    expect(sides(base, ours, renamed).get('+step:b')).toBe('both')
  })

  test('taking theirs and keeping ours gives both edits', () => {
    const added = addSteps(theirs, { flow: 'f', index: 3 }, [step('n')])
    const who = sides(base, ours, added)
    const chosen = new Set([...who].filter(([, side]) => side === 'theirs').map(([id]) => id))
    const merged = taken(ours, added, chosen)
    expect(order(merged)).toBe('can')
    expect(merged.flows[0]!.steps[1]!.config).toEqual({ value: 2, other: 2 })
    expect(distance(merged, added)).toBe(2)
  })
})
