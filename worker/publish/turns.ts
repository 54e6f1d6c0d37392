// How many runs of one app are under way at once: more wait for their turn, in the order in which they came. An app that is asked
// too much keeps itself waiting and no other one.

/** Runs of one app at once, unless it is published with another number. */
export const RUNS_AT_ONCE = 64

export class Turns {
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Does the work when it is its turn. `most`: at least 1. */
  async take<T>(app: string, most: number, work: () => Promise<T>): Promise<T> {
    const underWay = this.#underWay.get(app) ?? 0
    if (underWay < Math.max(1, most)) this.#underWay.set(app, underWay + 1)
    else await new Promise<void>((turn) => this.#queue(app).push(turn))
    try {
      return await work()
    } finally {
      this.#pass(app)
    }
  }

  /** The place goes to the one that waits longest. */
  #pass(app: string): void {
    const next = this.#waiting.get(app)?.shift()
    if (next) return next()
    const left = this.#underWay.get(app)! - 1
    this.#waiting.delete(app)
    if (left > 0) this.#underWay.set(app, left)
    else this.#underWay.delete(app)
  }
  #queue(app: string): (() => void)[] {
    const queue = this.#waiting.get(app) ?? []
    this.#waiting.set(app, queue)
    return queue
  }
}
