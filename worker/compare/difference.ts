// What differs between two Apps, thing by thing and field by field; each difference can be taken over alone (merge.ts).
import type { App } from '../model/app.ts'
import { canonical } from '../model/content-hash.ts'
import { flatten, holderOf, keysWithin, rootKey, type Flat, type Kind } from './flat.ts'

export interface Difference {
  /** Names it among the differences of the same two Apps. */
  id: string
  /** `+` only the second App has the thing, `-` only the first, `>` it stands elsewhere, `~` a field differs. */
  sign: '+' | '-' | '>' | '~'
  kind: Kind
  /** Id of the thing in its App; empty for the App itself. */
  thing: string
  name: string
  /** Id of the flow it is in. */
  flow?: string
  /** Of a branch: id of its scope. */
  scope?: string
  /** `+`, `-`: how many steps stand in it that come or go with it. */
  steps: number
  /** `~`: which field, and its values; absent where it is not set. */
  field?: string
  before?: unknown
  after?: unknown
}

/** From `from` to `to`, in the order of `to`; what is only in `from` comes last. */
export function differences(from: App, to: App): Difference[] {
  return between(flatten(from), flatten(to))
}

export function between(a: Flat, b: Flat): Difference[] {
  const found: Difference[] = []
  const moved = movedThings(a, b)
  for (const key of keysWithin(b, rootKey)) {
    const old = a.things.get(key)
    const now = b.things.get(key)!
    if (!old) {
      if (!isPartOfNew(b, a, key)) found.push({ ...about(b, key), id: `+${key}`, sign: '+', steps: stepsOnlyIn(b, a, key) }) // prettier-ignore
      continue
    }
    if (moved.has(key)) found.push({ ...about(b, key), id: `>${key}`, sign: '>', steps: 0 })
    for (const field of new Set([...Object.keys(old.fields), ...Object.keys(now.fields)])) {
      const [before, after] = [old.fields[field], now.fields[field]]
      if (canonical(before) === canonical(after)) continue
      found.push({
        ...about(b, key),
        id: `~${key}.${field}`,
        sign: '~',
        steps: 0,
        field,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      })
    }
  }
  for (const key of keysWithin(a, rootKey))
    if (!b.things.has(key) && !isPartOfNew(a, b, key))
      found.push({ ...about(a, key), id: `-${key}`, sign: '-', steps: stepsOnlyIn(a, b, key) })
  return found
}

/** Things of both that stand in another list, or in the same one at another place: as few as explain the order. */
export function movedThings(a: Flat, b: Flat): Set<string> {
  const moved = new Set<string>()
  for (const [list, keys] of b.lists) {
    const before = new Map((a.lists.get(list) ?? []).map((key, index) => [key, index]))
    const stayed = keys.filter((key) => before.has(key))
    const inOrder = new Set(longestRise(stayed, (key) => before.get(key)!))
    for (const key of keys) if (a.things.has(key) && !inOrder.has(key)) moved.add(key)
  }
  return moved
}

/** It comes with the new thing that holds it, and is no difference of its own. */
function isPartOfNew(b: Flat, a: Flat, key: string): boolean {
  const list = b.within.get(key)
  return list !== undefined && !a.things.has(holderOf(list))
}

function stepsOnlyIn(b: Flat, a: Flat, key: string): number {
  let steps = 0
  for (const inner of keysWithin(b, key))
    if (inner !== key && inner.startsWith('step:') && !a.things.has(inner)) steps++
  return steps
}

function about(flat: Flat, key: string): Pick<Difference, 'kind' | 'thing' | 'name' | 'flow' | 'scope'> {
  const { kind, id, fields } = flat.things.get(key)!
  const holder = kind === 'branch' ? holderOf(flat.within.get(key)!) : undefined
  const named = holder ?? (kind === 'mock' ? `step:${id}` : key)
  const name = flat.things.get(named)?.fields['name'] ?? fields['role'] ?? id
  const flow = flowOf(flat, key)
  return {
    kind,
    thing: id,
    name: String(name),
    ...(flow !== undefined && { flow }),
    ...(holder && { scope: flat.things.get(holder)!.id }),
  }
}

function flowOf(flat: Flat, key: string): string | undefined {
  for (let at: string | undefined = key; at;) {
    const thing = flat.things.get(at)
    if (thing?.kind === 'flow') return thing.id
    const list = flat.within.get(at)
    at = list && holderOf(list)
  }
  return undefined
}

/** A longest part of the items, in order, whose numbers rise. */
function longestRise<T>(items: readonly T[], number: (item: T) => number): T[] {
  /** Place of the last item of the best rise of each length. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, item] of items.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (number(items[ends[middle]!]!) < number(item)) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1] ?? -1)
    ends[low] = at
  }
  const rise: T[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) rise.unshift(items[at]!)
  return rise
}
