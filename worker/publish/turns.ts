// How many runs of one app are under way at once: more wait for their turn, in the order in which they came. An app that is asked
// too much keeps itself waiting and no other one. When too many wait, whatever starts them has to come again.
import type { PublishSetting } from '../api.ts'
import { fault } from '../model/fault.ts'
import { RUNS_AT_ONCE, RUNS_WAITING } from '../model/publish-limits.ts'

/** What an app is published with says other numbers. */
export type TurnLimits = Pick<PublishSetting, 'runsAtOnce' | 'runsWaiting'>
const atOnceOf = ({ runsAtOnce = RUNS_AT_ONCE }: TurnLimits): number => Math.max(1, runsAtOnce)
const waitingOf = ({ runsWaiting = RUNS_WAITING }: TurnLimits): number => runsWaiting

export class Turns {
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Whether one more run would have to wait and may not. */
  isFull(app: string, limits: TurnLimits): boolean {
    const mustWait = (this.#underWay.get(app) ?? 0) >= atOnceOf(limits)
    return mustWait && (this.#waiting.get(app)?.length ?? 0) >= waitingOf(limits)
  }

  /** Throws RUN:QUEUE_FULL. */
  mustNotBeFull(app: string, limits: TurnLimits): void {
    if (this.isFull(app, limits)) throw queueFull(app, limits)
  }

  /** Does the work when it is its turn. Throws RUN:QUEUE_FULL. */
  async take<T>(app: string, limits: TurnLimits, work: () => Promise<T>): Promise<T> {
    this.mustNotBeFull(app, limits)
    return await this.takeAlways(app, limits, work)
  }
  /** For a run that has begun before: it waits, however many do. */
  async takeAlways<T>(app: string, limits: TurnLimits, work: () => Promise<T>): Promise<T> {
    const underWay = this.#underWay.get(app) ?? 0
    if (underWay < atOnceOf(limits)) this.#underWay.set(app, underWay + 1)
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

function queueFull(app: string, limits: TurnLimits) {
  const [atOnce, waiting] = [atOnceOf(limits), waitingOf(limits)]
  return fault('RUN:QUEUE_FULL', `${waiting} runs of this app wait for their turn already.`, {
    hint: `${atOnce} run at once. Let the app run more at once, let more of them wait, or send less.`,
    data: { app, waiting, atOnce },
  })
}
