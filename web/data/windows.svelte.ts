// Rows of a value that stays in the worker: those in view are asked for in windows, once each.
import { toFault, type Fault } from '../../worker/model/fault.ts'

export class Windows<Row> {
  readonly #ask: (from: number, count: number) => Promise<{ count: number; rows: Row[] }>
  readonly #size: number
  readonly #known = new Map<number, Row[]>()
  readonly #asked = new Set<number>()
  #version = $state(0)
  /** Of all rows; absent until the first window has come. */
  count = $state<number>()
  trouble = $state.raw<Fault>()

  constructor(ask: (from: number, count: number) => Promise<{ count: number; rows: Row[] }>, size = 100) {
    this.#ask = ask
    this.#size = size
    void this.#load(0)
  }

  /** The row, or nothing while its window is on its way. */
  at(index: number): Row | undefined {
    void this.#version
    const window = Math.floor(index / this.#size)
    const rows = this.#known.get(window)
    if (!rows) void this.#load(window)
    return rows?.[index % this.#size]
  }

  async #load(window: number): Promise<void> {
    if (this.#asked.has(window)) return
    this.#asked.add(window)
    try {
      const { count, rows } = await this.#ask(window * this.#size, this.#size)
      this.#known.set(window, rows)
      this.count ??= count
      this.#version++
    } catch (thrown) {
      this.#asked.delete(window)
      this.trouble = toFault(thrown)
    }
  }
}
