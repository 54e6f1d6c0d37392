// Where everything of a flow stands on the canvas: a tidy tree, computed from the steps, never stored. Pure. All sizes
// are canvas px at 100 %. A flow reads top to bottom; a scope's branches stand side by side under its header.
import type { Branch, Flow, Step } from '../../worker/model/app.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'

export const size = {
  step: { width: 208, height: 48 },
  /** Between two things; room for the badge of the upper one and the `+`. */
  gap: 38,
  header: 36,
  lanePadding: 8,
  laneMin: 224,
  pill: { top: 10, height: 20, max: 320 },
} as const

export interface Box {
  kind: 'step' | 'scope' | 'folded' | 'start'
  /** Absent for `start`: the top of a flow without a trigger. */
  step?: Step
  id: string
  x: number
  y: number
  width: number
  height: number
  depth: number
  /** Lanes of a scope. */
  lanes?: Lane[]
}
export interface Lane {
  branch: Branch
  /** Relative to the scope. */
  x: number
  width: number
  /** Middle of the lane, relative to the scope. */
  centre: number
}
export interface Wire {
  id: string
  /** Middle of the wire. */
  x: number
  y: number
  length: number
  /** What is put in here goes to this gap; absent: only a line (header to pill). */
  gap?: Gap
  /** Steps above and below in the same list. */
  above?: string
  below?: string
  /** The scope whose lane begins or ends here, and the branch. */
  scope?: string
  branch?: string
}
export interface Pill {
  branch: Branch
  scope: Step
  /** Middle of the pill and its upper edge. */
  x: number
  y: number
  max: number
}
/** An empty lane or flow: the place where the first step goes. */
export interface Slot {
  gap: Gap
  x: number
  y: number
  width: number
}
export interface FlowLayout {
  boxes: Box[]
  wires: Wire[]
  pills: Pill[]
  slots: Slot[]
  /** The trunk of the flow stands at x = 0, so that it stays where it is when a branch gets wider. */
  left: number
  width: number
  height: number
  /** Box of a step by its id. */
  byStep: ReadonlyMap<string, Box>
}

export function layoutFlow(flow: Flow, folded: ReadonlySet<string> = new Set()): FlowLayout {
  return new Layout(flow, folded).result()
}

/** Number of steps in a scope, at any depth. */
export function stepsInside(step: Step): number {
  return (step.branches ?? []).reduce(
    (sum, branch) => sum + branch.steps.reduce((n, inner) => n + 1 + stepsInside(inner), 0),
    0,
  )
}

interface Extent {
  width: number
  height: number
}

class Layout {
  readonly #flow: Flow
  readonly #folded: ReadonlySet<string>
  readonly #extents = new Map<string, Extent>()
  readonly #boxes: Box[] = []
  readonly #wires: Wire[] = []
  readonly #pills: Pill[] = []
  readonly #slots: Slot[] = []

  constructor(flow: Flow, folded: ReadonlySet<string>) {
    this.#flow = flow
    this.#folded = folded
  }

  result(): FlowLayout {
    const { trigger, steps } = this.#flow
    const width = Math.max(size.laneMin, this.#widest(steps))
    const middle = 0
    this.#boxes.push({
      kind: trigger ? 'step' : 'start',
      step: trigger,
      id: trigger?.id ?? 'start',
      x: middle - size.step.width / 2,
      y: 0,
      ...size.step,
      depth: 0,
    })
    const end = this.#list(steps, middle, size.step.height, 0, undefined, undefined, trigger?.id)
    const byStep = new Map(this.#boxes.filter((box) => box.step).map((box) => [box.id, box]))
    return {
      boxes: this.#boxes,
      wires: this.#wires,
      pills: this.#pills,
      slots: this.#slots,
      left: -width / 2,
      width,
      height: end,
      byStep,
    }
  }

  /**
   * Places a list of steps under each other from `top`, with a wire before, between and after them. Gives the y where the
   * last wire ends. `floor`: a lane's wire goes on down to there.
   */
  #list(
    steps: readonly Step[],
    middle: number,
    top: number,
    depth: number,
    lane: { scope: Step; branch: Branch } | undefined,
    floor: number | undefined,
    first?: string,
  ): number {
    const ends = lane && { scope: lane.scope.id, branch: lane.branch.id }
    const gapAt = (index: number): Gap => ({ flow: this.#flow.id, branch: lane?.branch.id, index })
    if (steps.length === 0) return this.#emptyList(middle, top, gapAt(0), ends, floor, first)
    let y = top
    let above = first
    for (const [index, step] of steps.entries()) {
      this.#wire({ x: middle, y, length: size.gap, gap: gapAt(index), above, below: step.id, ...ends })
      y += size.gap
      y += this.#place(step, middle, y, depth)
      above = step.id
    }
    const length = Math.max(size.gap, (floor ?? 0) - y)
    this.#wire({ x: middle, y, length, gap: gapAt(steps.length), above, ...ends })
    return y + length
  }

  #emptyList(
    middle: number,
    top: number,
    gap: Gap,
    ends: { scope: string; branch: string } | undefined,
    floor: number | undefined,
    above?: string,
  ): number {
    const wire = size.gap / 2
    this.#wire({ x: middle, y: top, length: wire, above, ...ends })
    const y = top + wire
    this.#slots.push({ gap, x: middle - size.step.width / 2, y, width: size.step.width })
    const bottom = y + size.step.height
    if (!ends) return bottom + wire
    const length = Math.max(wire, (floor ?? 0) - bottom)
    this.#wire({ x: middle, y: bottom, length, ...ends })
    return bottom + length
  }

  /** Places one step, gives its height. */
  #place(step: Step, middle: number, y: number, depth: number): number {
    const { width, height } = this.#extent(step)
    const x = middle - width / 2
    const isScope = step.branches !== undefined
    const kind = !isScope ? 'step' : this.#folded.has(step.id) ? 'folded' : 'scope'
    const box: Box = { kind, step, id: step.id, x, y, width, height, depth }
    this.#boxes.push(box)
    if (kind === 'scope') box.lanes = this.#lanes(step, x, y, height, depth)
    return height
  }

  #lanes(scope: Step, left: number, top: number, height: number, depth: number): Lane[] {
    const lanes: Lane[] = []
    let x = 1
    for (const branch of scope.branches ?? []) {
      const width = this.#laneWidth(branch)
      const lane: Lane = { branch, x, width, centre: x + width / 2 }
      lanes.push(lane)
      const middle = left + lane.centre
      let y = top + size.header
      if (hasPill(branch)) {
        const ends = { scope: scope.id, branch: branch.id }
        this.#wire({ x: middle, y, length: size.pill.top, ...ends })
        y += size.pill.top
        this.#pills.push({ branch, scope, x: middle, y, max: Math.min(size.pill.max, width - 16) })
        y += size.pill.height
      }
      this.#list(branch.steps, middle, y, depth + 1, { scope, branch }, top + height)
      x += width
    }
    return lanes
  }

  #wire(wire: Omit<Wire, 'id'>): void {
    const place = wire.gap ? `${wire.gap.branch ?? ''}.${wire.gap.index}` : `${wire.branch ?? ''}.${wire.y}`
    this.#wires.push({ id: `wire.${place}`, ...wire })
  }

  #extent(step: Step): Extent {
    const known = this.#extents.get(step.id)
    if (known) return known
    const extent = this.#measure(step)
    this.#extents.set(step.id, extent)
    return extent
  }

  #measure(step: Step): Extent {
    if (!step.branches || this.#folded.has(step.id)) return size.step
    const lanes = step.branches
    const width = 2 + lanes.reduce((sum, branch) => sum + this.#laneWidth(branch), 0)
    const tallest = Math.max(0, ...lanes.map((branch) => this.#laneHeight(branch)))
    return { width: Math.max(width, size.laneMin + 2), height: size.header + tallest }
  }

  #laneWidth(branch: Branch): number {
    return Math.max(size.laneMin, this.#widest(branch.steps) + 2 * size.lanePadding)
  }
  #laneHeight(branch: Branch): number {
    const pill = hasPill(branch) ? size.pill.top + size.pill.height : 0
    if (branch.steps.length === 0) return pill + size.gap + size.step.height
    return branch.steps.reduce((sum, step) => sum + size.gap + this.#extent(step).height, pill) + size.gap
  }
  #widest(steps: readonly Step[]): number {
    return Math.max(size.step.width, ...steps.map((step) => this.#extent(step).width))
  }
}

/** The one body of a scope needs no label. */
function hasPill(branch: Branch): boolean {
  return branch.role !== 'body'
}
