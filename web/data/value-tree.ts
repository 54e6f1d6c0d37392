// An open tree over a value that stays in the worker: which places are unfolded, and the windows of rows seen so far.
// A place with 100,000 children costs nothing until its rows come into view; then windows of 100 are asked for.
import type { ValuePlace, ValueRow, ValueRows } from '../../worker/api.ts'

export const WINDOW = 100

export type AskRows = (place: ValuePlace, from: number, count: number) => Promise<Omit<ValueRows, 'views'>>

/** A visible row. `row` is absent until its window has come. */
export interface TreeRow {
  readonly branch: TreeBranch
  readonly index: number
  readonly depth: number
  readonly row: ValueRow | undefined
  readonly open: TreeBranch | undefined
}

/** One unfolded place. */
export class TreeBranch {
  readonly place: ValuePlace
  readonly depth: number
  readonly parent: TreeBranch | undefined
  /** Index in the parent. */
  readonly index: number
  count = 0
  type = ''
  /** DataWay text of the place. */
  source = ''
  loaded = false
  readonly windows = new Map<number, ValueRow[]>()
  readonly asked = new Set<number>()
  readonly open = new Map<number, TreeBranch>()

  constructor(place: ValuePlace, parent?: TreeBranch, index = 0) {
    this.place = place
    this.parent = parent
    this.index = index
    this.depth = parent ? parent.depth + 1 : 0
  }

  /** Rows on screen below this place, unfolded ones included. */
  get size(): number {
    let size = this.count
    for (const child of this.open.values()) size += child.size
    return size
  }

  row(index: number): ValueRow | undefined {
    return this.windows.get(Math.floor(index / WINDOW))?.[index % WINDOW]
  }
}

export class ValueTree {
  readonly root: TreeBranch
  readonly #ask: AskRows
  readonly #changed: () => void
  readonly #failed: (thrown: unknown) => void

  /** `changed` is called whenever rows have come or were folded. */
  constructor(place: ValuePlace, ask: AskRows, changed: () => void, failed: (thrown: unknown) => void) {
    this.root = new TreeBranch(place)
    this.#ask = ask
    this.#changed = changed
    this.#failed = failed
  }

  get size(): number {
    return this.root.size
  }

  /** Asks for the first window of the root. */
  async start(): Promise<void> {
    await this.#load(this.root, 0)
  }

  /** The row at a place on screen; asks for its window if that has not come. */
  at(position: number): TreeRow | undefined {
    let branch = this.root
    let left = position
    for (;;) {
      const found = locate(branch, left)
      if (!found) return undefined
      if (found.child) {
        branch = found.child
        left = found.left
        continue
      }
      const row = branch.row(found.index)
      if (!row) void this.#load(branch, Math.floor(found.index / WINDOW))
      return { branch, index: found.index, depth: branch.depth, row, open: branch.open.get(found.index) }
    }
  }

  /** Place on screen of a row. */
  position(branch: TreeBranch, index: number): number {
    let position = index
    for (const [at, child] of branch.open) if (at < index) position += child.size
    return branch.parent ? position + this.position(branch.parent, branch.index) + 1 : position
  }

  place(row: TreeRow): ValuePlace | undefined {
    return row.row && { ...row.branch.place, path: [...row.branch.place.path, row.row.key] }
  }

  /** DataWay text of a row: what a drop inserts. */
  source(row: TreeRow): string {
    return row.branch.source + (row.row?.step ?? '')
  }

  async unfold(row: TreeRow): Promise<void> {
    const place = this.place(row)
    if (!place || row.open || !row.row || row.row.count === 0) return
    const branch = new TreeBranch(place, row.branch, row.index)
    row.branch.open.set(row.index, branch)
    branch.count = row.row.count
    await this.#load(branch, 0)
  }

  fold(row: TreeRow): void {
    if (row.branch.open.delete(row.index)) this.#changed()
  }

  async #load(branch: TreeBranch, window: number): Promise<void> {
    if (branch.asked.has(window)) return
    branch.asked.add(window)
    try {
      const got = await this.#ask(branch.place, window * WINDOW, WINDOW)
      branch.count = got.count
      branch.type = got.type
      branch.source = got.source
      branch.loaded = true
      branch.windows.set(window, got.rows)
      this.#changed()
    } catch (thrown) {
      branch.asked.delete(window)
      this.#failed(thrown)
    }
  }
}

/** Where the n-th visible row below a place is: a row of its own, or one inside an unfolded child. */
function locate(
  branch: TreeBranch,
  position: number,
): { index: number; child?: TreeBranch; left: number } | undefined {
  let before = 0
  const open = [...branch.open.entries()].sort((a, b) => a[0] - b[0])
  for (const [index, child] of open) {
    const at = index + before
    if (position <= at) break
    const size = child.size
    if (position <= at + size) return { index, child, left: position - at - 1 }
    before += size
  }
  const index = position - before
  return index >= 0 && index < branch.count ? { index, left: 0 } : undefined
}
