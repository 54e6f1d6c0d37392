// Gives a branch to a worker of the pool and takes in what comes back, as if it had run here: its log, its effects, its values.
import type { App, Branch } from '../../model/app.ts'
import type { Message } from '../../model/message.ts'
import type { PlannedBranch } from '../plan.ts'
import type { Frame } from '../frame.ts'
import type { Run } from '../run.ts'
import { CancelSignal } from '../signals.ts'
import { Parcel, Shelf } from './parcel.ts'
import type { PiecePool } from './piece-pool.ts'

const appNumbers = new WeakMap<App, number>()
let apps = 0
let groups = 0
/** Apps that a worker has, by pool. */
const sentApps = new WeakMap<PiecePool, Set<string>>()

/** Branches that run beside each other and share values. */
export class PieceGroup {
  readonly #pool: PiecePool
  readonly #number = groups++
  readonly #shelf = new Shelf()
  /** Numbers that each worker has. */
  readonly #known = new Map<number, Set<number>>()

  constructor(pool: PiecePool) {
    this.#pool = pool
  }

  async run(run: Run, { steps }: PlannedBranch, message: Message, frame: Frame): Promise<Message> {
    const { recorder } = run
    /** When a worker was there for it. */
    let startedAt = 0
    const { result, member } = await this.#pool.run(
      run.id,
      (member) => {
        startedAt = recorder?.micros() ?? 0
        return {
          ...this.#appFor(run.app, member),
          ...run.forPieces(),
          flow: frame.flow.id,
          steps: steps.map(({ step }) => step.id),
          prefix: frame.prefix,
          message: this.#parcel(member).pack(message),
          group: this.#number,
        }
      },
      frame.stop.signal,
    )
    const parcel = this.#parcel(member)
    const unpacked = parcel.unpack(result.message)
    const messages = new Map(result.messages.map(([seq, one]) => [seq, parcel.unpack(one)]))
    recorder?.adopt(frame.sink, result.events, messages, startedAt)
    run.door.adopt(result.effects)
    run.steps += result.steps
    if (result.outcome === 'cancelled') throw new CancelSignal()
    if (!result.fault) return unpacked
    run.failedOn.set(result.fault, unpacked)
    throw result.fault
  }

  /** The workers need its values no more. */
  end(): void {
    if (this.#known.size > 0) this.#pool.endGroup(this.#number)
  }

  #parcel(member: number): Parcel {
    let known = this.#known.get(member)
    if (!known) this.#known.set(member, (known = new Set()))
    return new Parcel(this.#shelf, known, true)
  }

  #appFor(app: App, member: number): { appNumber: number; app?: App } {
    let appNumber = appNumbers.get(app)
    if (appNumber === undefined) appNumbers.set(app, (appNumber = apps++))
    let sent = sentApps.get(this.#pool)
    if (!sent) sentApps.set(this.#pool, (sent = new Set()))
    const name = `${member}/${appNumber}`
    if (sent.has(name)) return { appNumber }
    sent.add(name)
    return { appNumber, app }
  }
}

/** Whether the branch only computes, so that any worker can do it. */
export function onlyComputes(planned: PlannedBranch): boolean {
  let known = computing.get(planned)
  if (known === undefined) computing.set(planned, (known = planned.steps.length > 0 && looksSo(planned)))
  return known
}
const computing = new WeakMap<PlannedBranch, boolean>()

function looksSo({ branch, steps }: PlannedBranch): boolean {
  if (hasSecret(branch)) return false
  return steps.every(({ step, definition, branches }) => {
    if (step.disabled) return true
    return definition?.pure === true && [...branches.values()].every(looksSo)
  })
}
function hasSecret(branch: Branch): boolean {
  return JSON.stringify(branch).includes('"mode":"secret"')
}
