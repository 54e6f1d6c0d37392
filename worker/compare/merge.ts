// Takes chosen differences from one App over into another, and says of each who made it, where a common ancestor is known.
import type { App } from '../model/app.ts'
import { canonical } from '../model/content-hash.ts'
import { between, movedThings, type Difference } from './difference.ts'
import { flatten, holderOf, keysWithin, rootKey, unflatten, type Flat } from './flat.ts'

/** Whose edit a difference is: theirs, ours, or one of both that exclude each other. */
export type Side = 'theirs' | 'ours' | 'both'

/**
 * `ours` with the chosen differences of `theirs` (ids of `differences(ours, theirs)`). With all of them it is `theirs`. What
 * would stand in a thing that is not taken over is left out; steps that stay while their scope goes take its place.
 */
export function taken(ours: App, theirs: App, chosen: ReadonlySet<string>): App {
  const [before, result, b] = [flatten(ours), flatten(ours), flatten(theirs)]
  const moved = movedThings(before, b)
  // A holder comes before what it holds, and each thing after the one it follows.
  for (const key of keysWithin(b, rootKey)) {
    if (key === rootKey) continue
    const isNew = !before.things.has(key)
    const comesWithHolder = isNew && !before.things.has(holderOf(b.within.get(key)!))
    if (comesWithHolder || (isNew && chosen.has(`+${key}`)) || (moved.has(key) && chosen.has(`>${key}`)))
      place(result, b, key)
  }
  for (const one of between(before, b)) {
    const thing = result.things.get(keyOf(one))
    if (one.sign !== '~' || !chosen.has(one.id) || !thing) continue
    const { [one.field!]: _old, ...rest } = thing.fields
    thing.fields = one.after === undefined ? rest : { ...rest, [one.field!]: one.after }
  }
  for (const key of [...keysWithin(before, rootKey)].reverse())
    if (!b.things.has(key) && chosen.has(`-${outermostOnlyIn(before, b, key)}`)) remove(result, key)
  return unflatten(result, ours)
}

/** Who made each difference between `ours` and `theirs`, by its id. */
export function sides(base: App, ours: App, theirs: App): Map<string, Side> {
  const [o, a, b] = [flatten(base), flatten(ours), flatten(theirs)]
  const movedByUs = movedThings(o, a)
  const movedByThem = movedThings(o, b)
  const side = (weChanged: boolean, theyChanged: boolean): Side =>
    weChanged === theyChanged ? 'both' : weChanged ? 'ours' : 'theirs'
  return new Map(
    between(a, b).map((one): [string, Side] => {
      const key = keyOf(one)
      const was = o.things.get(key)
      if (one.sign === '~') {
        const before = canonical(was?.fields[one.field!])
        return [one.id, side(before !== canonical(one.before), before !== canonical(one.after))]
      }
      if (one.sign === '>') return [one.id, side(movedByUs.has(key), movedByThem.has(key))]
      if (one.sign === '+') return [one.id, !was ? 'theirs' : isSame(o, b, key) ? 'ours' : 'both']
      return [one.id, !was ? 'ours' : isSame(o, a, key) ? 'theirs' : 'both']
    }),
  )
}

/** How many differences there are: how near two Apps are to each other. */
export function distance(from: App, to: App): number {
  return between(flatten(from), flatten(to)).length
}

function keyOf({ id, field }: Difference): string {
  return field === undefined ? id.slice(1) : id.slice(1, -(field.length + 1))
}

/** Puts a thing of `b` where it stands there: after the nearest one before it that is there already. */
function place(result: Flat, b: Flat, key: string): void {
  const list = b.within.get(key)!
  const keys = result.lists.get(list)
  if (!keys || isInside(result, list, key)) return
  const old = result.within.get(key)
  if (old === undefined) {
    const { fields, lists, ...thing } = b.things.get(key)!
    result.things.set(key, { ...thing, fields, lists })
    for (const inner of lists) result.lists.set(inner, [])
  } else {
    const from = result.lists.get(old)!
    from.splice(from.indexOf(key), 1)
  }
  const siblings = b.lists.get(list)!
  let index = 0
  for (let at = siblings.indexOf(key) - 1; at >= 0 && index === 0; at--)
    index = keys.indexOf(siblings[at]!) + 1
  keys.splice(index, 0, key)
  result.within.set(key, list)
}

/** Takes a thing out; steps that are still in it stand in its place, or after the scope whose branch it is. */
function remove(result: Flat, key: string): void {
  const list = result.within.get(key)!
  const keys = result.lists.get(list)!
  const at = keys.indexOf(key)
  const left = stepsLeftIn(result, key)
  if (key.startsWith('branch:')) {
    keys.splice(at, 1)
    const scope = holderOf(list)
    const around = result.within.get(scope)!
    const outer = result.lists.get(around)!
    outer.splice(outer.indexOf(scope) + 1, 0, ...left)
    for (const step of left) result.within.set(step, around)
  } else {
    const stay = key.startsWith('step:') ? left : []
    keys.splice(at, 1, ...stay)
    for (const step of stay) result.within.set(step, list)
  }
  for (const inner of result.things.get(key)!.lists) result.lists.delete(inner)
  result.things.delete(key)
  result.within.delete(key)
}

function stepsLeftIn(result: Flat, key: string): string[] {
  const inner = (result.things.get(key)?.lists ?? []).flatMap((list) => result.lists.get(list) ?? [])
  return inner.flatMap((one) => (one.startsWith('step:') ? [one] : stepsLeftIn(result, one)))
}

function isInside(flat: Flat, list: string, key: string): boolean {
  for (let at: string | undefined = list; at !== undefined; at = flat.within.get(holderOf(at)))
    if (holderOf(at) === key) return true
  return false
}

/** The outermost thing around this one that is only in `a`: they go together. */
function outermostOnlyIn(a: Flat, b: Flat, key: string): string {
  let found = key
  for (let at = a.within.get(key); at !== undefined; at = a.within.get(holderOf(at)))
    if (b.things.has(holderOf(at))) break
    else found = holderOf(at)
  return found
}

/** The thing is the same in both, with all that stands in it. */
function isSame(a: Flat, b: Flat, key: string): boolean {
  const text = (flat: Flat) =>
    [...keysWithin(flat, key)]
      .map((inner) => `${inner} ${canonical(flat.things.get(inner)!.fields)}`)
      .join('\n')
  return text(a) === text(b)
}
