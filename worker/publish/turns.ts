// How many runs of one app are under way at once: more wait for their turn, in the order in which they came. An app that is asked
// too much keeps itself waiting and no other one. When too many wait, whatever starts them has to come again.
import { fault } from '../model/fault.ts'

/** Runs of one app at once, unless it is published with another number. */
export const RUNS_AT_ONCE = 64
/** Runs of one app that may wait for their turn. */
export const MOST_WAITING = 1_000

export class Turns {
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  isFull(app: string): boolean {
    return (this.#waiting.get(app)?.length ?? 0) >= MOST_WAITING
  }

  /** Throws RUN:QUEUE_FULL. */
  mustNotBeFull(app: string, most: number): void {
    if (this.isFull(app)) throw queueFull(app, most)
  }

  /** Does the work when it is its turn. `most`: at least 1. Throws RUN:QUEUE_FULL. */
  async take<T>(app: string, most: number, work: () => Promise<T>): Promise<T> {
    this.mustNotBeFull(app, most)
    return await this.takeAlways(app, most, work)
  }
  /** For a run that has begun before: it waits, however many do. */
  async takeAlways<T>(app: string, most: number, work: () => Promise<T>): Promise<T> {
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

function queueFull(app: string, most: number) {
  return fault('RUN:QUEUE_FULL', `${MOST_WAITING} runs of this app wait for their turn already.`, {
    hint: `${most} run at once. Let the app run more at once, or send less.`,
    data: { app, waiting: MOST_WAITING, atOnce: most },
  })
}
