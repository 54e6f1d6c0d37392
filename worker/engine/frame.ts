// Where steps run: a flow, or a round of a branch.
import type { Flow } from '../model/app.ts'
import type { Sink } from './recorder.ts'
import type { Stop } from './stop.ts'
import type { Transaction } from './transaction.ts'

export class Frame {
  readonly flow: Flow
  readonly sink: Sink
  readonly depth: number
  readonly calls: number
  /** Of the run, or of the group of branches this is part of. */
  readonly stop: Stop
  /** Database calls of these steps belong to it. */
  readonly transaction: Transaction | undefined
  // Paths are put together when somebody asks: most runs never do.
  #prefix: string | undefined
  readonly #above: Frame | undefined
  readonly #step: string
  readonly #inside: string
  readonly #round: number | undefined
  /** The round that this one repeats, else its own: of what it calls the same is to be done. */
  readonly #first: number | undefined

  private constructor(
    flow: Flow,
    sink: Sink,
    depth: number,
    calls: number,
    stop: Stop,
    transaction: Transaction | undefined,
    above: Frame | undefined,
    step: string,
    inside: string,
    round: number | undefined,
    first: number | undefined,
  ) {
    this.flow = flow
    this.sink = sink
    this.depth = depth
    this.calls = calls
    this.stop = stop
    this.transaction = transaction
    this.#prefix = undefined
    this.#above = above
    this.#step = step
    this.#inside = inside
    this.#round = round
    this.#first = first
  }

  /** The steps of a run; `prefix`: path of the branch that they are of, with a slash. */
  static root(flow: Flow, prefix: string, sink: Sink, stop: Stop): Frame {
    const frame = new Frame(flow, sink, 0, 0, stop, undefined, undefined, '', '', undefined, undefined) // prettier-ignore
    frame.#prefix = prefix
    return frame
  }
  /** A branch of a step of this frame, perhaps a round of it. */
  branch(
    step: string,
    branch: string,
    round: number | undefined,
    sink: Sink,
    stop: Stop,
    transaction: Transaction | undefined,
    first: number | undefined,
  ): Frame {
    return new Frame(
      this.flow,
      sink,
      this.depth + 1,
      this.calls,
      stop,
      transaction,
      this,
      step,
      branch,
      round,
      first,
    )
  }
  /** A flow that a step of this frame calls. */
  call(step: string, flow: Flow): Frame {
    return new Frame(
      flow,
      this.sink,
      0,
      this.calls + 1,
      this.stop,
      this.transaction,
      this,
      step,
      flow.id,
      undefined,
      undefined,
    )
  }

  /** Path of the scope with its branch and round and a slash; empty at the top. */
  get prefix(): string {
    return (this.#prefix ??= this.#above!.prefix + this.#within(this.#round))
  }
  /** The same for a round and those that repeat it: what is called there is the same call. */
  get place(): string {
    return this.#above ? this.#above.place + this.#within(this.#first) : this.prefix
  }
  #within(round: number | undefined): string {
    return `${this.#step}/${this.#inside}${round === undefined ? '' : `[${round}]`}/`
  }
}
