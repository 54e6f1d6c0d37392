// The input of a step as rows: its parts, then what is unfolded. Children are asked of the engine in windows; a list shows its
// first item, which stands for each.
import type { EngineApi, ValuePlace, ValueRow } from '../../worker/api.ts'
import { EACH, type InputPath } from './mapping.ts'

export interface SourceRow {
  id: string
  path: InputPath
  key: string
  type: string
  preview: string
  count: number
  level: number
  open: boolean
}
const most = 200
const parts = ['payload', 'attributes', 'variables'] as const

export const idOf = (path: InputPath): string => JSON.stringify(path)

export class SourceTree {
  readonly #engine: Pick<EngineApi, 'rows'>
  readonly #place: ValuePlace
  #children = $state.raw<ReadonlyMap<string, readonly ValueRow[]>>(new Map())
  #open = $state.raw<ReadonlySet<string>>(new Set([idOf(['payload'])]))
  #heads = $state.raw<ReadonlyMap<string, { type: string; count: number }>>(new Map())

  constructor(engine: Pick<EngineApi, 'rows'>, place: ValuePlace) {
    this.#engine = engine
    this.#place = place
    for (const part of parts) void this.#load([part])
  }

  /** Loads what stands in a place, and gives it. */
  async childrenOf(path: InputPath): Promise<readonly ValueRow[]> {
    return this.#children.get(idOf(path)) ?? (await this.#load(path))
  }
  async #load(path: InputPath): Promise<readonly ValueRow[]> {
    const [part, ...rest] = path
    const keys = rest.map((key) => (key === EACH ? 0 : key))
    const place: ValuePlace = { ...this.#place, part: part as ValuePlace['part'], path: keys }
    try {
      const { rows, type, count } = await this.#engine.rows(place, 0, most)
      this.#children = new Map(this.#children).set(idOf(path), rows)
      this.#heads = new Map(this.#heads).set(idOf(path), { type, count })
      // A list is seen through its first item.
      if (isList(type) && count > 0 && rest.at(-1) !== EACH) await this.#load([...path, EACH])
      return rows
    } catch {
      return []
    }
  }

  isList(path: InputPath): boolean {
    return isList(this.#heads.get(idOf(path))?.type ?? '')
  }

  toggle(path: InputPath): void {
    const open = new Set(this.#open)
    if (!open.delete(idOf(path))) open.add(idOf(path))
    this.#open = open
    if (open.has(idOf(path))) void this.childrenOf(path)
  }
  /** Unfolds all around these places, so that lines to them can be drawn. */
  reveal(paths: readonly InputPath[]): void {
    const open = new Set(this.#open)
    for (const path of paths)
      for (let n = 1; n < path.length; n++) {
        if (path[n - 1] === EACH) continue
        const around = path.slice(0, n)
        if (open.has(idOf(around))) continue
        open.add(idOf(around))
        void this.childrenOf(around)
      }
    if (open.size !== this.#open.size) this.#open = open
  }

  get rows(): SourceRow[] {
    const all: SourceRow[] = []
    for (const part of parts) {
      const head = this.#heads.get(idOf([part]))
      if (!head || (part !== 'payload' && head.count === 0)) continue
      this.#add(all, [part], part, head.type, '', head.count, 0)
    }
    return all
  }
  #add(
    all: SourceRow[],
    path: InputPath,
    key: string,
    type: string,
    preview: string,
    count: number,
    level: number,
  ): void {
    const open = this.#open.has(idOf(path))
    all.push({ id: idOf(path), path, key, type, preview, count, level, open })
    if (!open) return
    const inside = isList(type) || this.isList(path) ? [...path, EACH] : path
    for (const row of this.#children.get(idOf(inside)) ?? [])
      this.#add(all, [...inside, row.key], String(row.key), row.type, row.preview, row.count, level + 1)
  }
}

function isList(type: string): boolean {
  return type === 'list' || type === 'tuple'
}
