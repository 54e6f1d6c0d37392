// Which step an arrow key leads to: up and down in the sequence, left and right between lanes and in and out of a scope.
import type { Flow, Step } from '../../worker/model/app.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

interface Place {
  step: Step
  list: readonly Step[]
  index: number
  scope?: Step
  /** Number of the lane in its scope. */
  lane: number
}

/** The step to go to from `from`; itself where there is nothing that way. Without `from` the first step. */
export function neighbour(
  flow: Flow,
  from: string | undefined,
  to: Direction,
  folded: ReadonlySet<string>,
): string | undefined {
  const top = flow.trigger ? [flow.trigger, ...flow.steps] : flow.steps
  const place = from === undefined ? undefined : find(top, from)
  if (!place) return top[0]?.id
  if (to === 'down') return below(place, folded)
  if (to === 'up') return above(place, folded)
  return aside(place, to === 'left' ? -1 : 1, folded)
}

/** Down from a scope goes into its first lane that has steps, as the message does. */
function below(place: Place, folded: ReadonlySet<string>): string {
  if (!folded.has(place.step.id)) {
    const inner = place.step.branches?.find((branch) => branch.steps.length > 0)?.steps[0]
    if (inner) return inner.id
  }
  return after(place) ?? place.step.id
}

/** The next step in the list, else what comes after the scope around. */
function after(place: Place): string | undefined {
  return place.list[place.index + 1]?.id ?? (place.scope && after(placeOf(place.scope)))
}

function above(place: Place, folded: ReadonlySet<string>): string {
  const before = place.list[place.index - 1]
  if (!before) return place.scope?.id ?? place.step.id
  return lastInside(before, folded).id
}

function lastInside(step: Step, folded: ReadonlySet<string>): Step {
  if (folded.has(step.id)) return step
  const last = step.branches?.find((branch) => branch.steps.length > 0)?.steps.at(-1)
  return last ? lastInside(last, folded) : step
}

/** Sideways: the same height in the next lane; right from a scope's header goes into its last lane, left goes out. */
function aside(place: Place, by: -1 | 1, folded: ReadonlySet<string>): string {
  const lanes = place.scope?.branches ?? []
  for (let lane = place.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
    const steps = lanes[lane]!.steps
    const there = steps[Math.min(place.index, steps.length - 1)]
    if (there) return there.id
  }
  if (by === 1 && place.step.branches && !folded.has(place.step.id)) {
    const inner = place.step.branches.findLast((branch) => branch.steps.length > 0)?.steps[0]
    if (inner) return inner.id
  }
  if (by === -1 && place.scope) return place.scope.id
  return place.step.id
}

const places = new WeakMap<Step, Place>()
function placeOf(step: Step): Place {
  return places.get(step)!
}

function find(list: readonly Step[], id: string, scope?: Step, lane = 0): Place | undefined {
  for (const [index, step] of list.entries()) {
    const place: Place = { step, list, index, scope, lane }
    places.set(step, place)
    if (step.id === id) return place
    for (const [number, branch] of (step.branches ?? []).entries()) {
      const inner = find(branch.steps, id, step, number)
      if (inner) return inner
    }
  }
  return undefined
}
