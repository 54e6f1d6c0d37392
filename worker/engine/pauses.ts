// Breakpoints: a run that is debugged waits before a step until it is told to go on, perhaps with another message. What
// was put in by hand passes the door like everything else from outside, so that a replay goes the same way.
import type { RunRecord } from '../api.ts'
import type { Sample } from '../model/app.ts'
import type { Breakpoint, GoOn } from '../model/debug.ts'
import { toFault } from '../model/fault.ts'
import type { MaybePromise } from '../model/maybe-promise.ts'
import type { Message } from '../model/message.ts'
import { local } from './effects.ts'
import { messageOf } from './input.ts'
import type { PlannedStep } from './plan.ts'
import type { Frame } from './frame.ts'
import type { Run } from './run.ts'
import { CancelSignal } from './signals.ts'

/** Asked before each step; a promise holds the step up and gives the message it goes on with. */
export interface Gate {
  before(run: Run, planned: PlannedStep, message: Message, frame: Frame): MaybePromise<Message> | undefined
}

const editKind = 'edit'
/** Place of a step's edit in the record, beside the step's own effects. */
const editPath = (path: string) => `${path}~`

export class Pauses implements Gate {
  #breakpoints: readonly Breakpoint[]
  /** Waits before the next step at most this deep; nothing waits below 0. */
  #depth = -1
  readonly #held = new Map<string, (goOn: GoOn) => void>()

  constructor(breakpoints: readonly Breakpoint[]) {
    this.#breakpoints = breakpoints
  }

  before(run: Run, planned: PlannedStep, message: Message, frame: Frame): Promise<Message> | undefined {
    const { step } = planned
    if (step.disabled) return undefined
    const path = frame.prefix + step.id
    if (this.#depth < depthOf(path) && !this.#isWanted(run, step.id, path, message)) return undefined
    return this.#hold(run, path, message, frame)
  }

  /** Lets the step at a path go on. False: nothing waits there. */
  goOn(how: GoOn): boolean {
    const go = this.#held.get(how.path)
    if (!go) return false
    this.#held.delete(how.path)
    this.#breakpoints = how.breakpoints
    this.#depth = how.pace === 'into' ? Infinity : how.pace === 'over' ? depthOf(how.path) : -1
    go(how)
    return true
  }

  #isWanted(run: Run, step: string, path: string, message: Message): boolean {
    const found = this.#breakpoints.find((one) => one.step === step)
    if (!found) return false
    const condition = found.condition?.trim()
    if (!condition) return true
    const { dataway, host } = run
    const env = { run: run.id, clock: () => host.clock(), seed: () => 0, print: () => {} }
    try {
      return dataway.truth(dataway.evaluate(dataway.compile(condition, 'expression'), message, env))
    } catch (thrown) {
      // A condition that fails stops the run, so that it is seen.
      const text = `The condition of the breakpoint failed: ${toFault(thrown).message}`
      run.recorder?.add(run.recorder.root, path, 'log', { level: 'WARN', category: 'breakpoint', text })
      return true
    }
  }

  async #hold(run: Run, path: string, message: Message, frame: Frame): Promise<Message> {
    // Into the run's own list: rounds of a long loop are shown only when the loop ends.
    run.recorder?.add(run.recorder.root, path, 'pause', undefined, message)
    this.#depth = -1
    const { signal } = frame.stop
    const how = await new Promise<GoOn>((resolve, reject) => {
      const stop = () => {
        this.#held.delete(path)
        reject(new CancelSignal())
      }
      if (signal.aborted) return stop()
      signal.addEventListener('abort', stop, { once: true })
      this.#held.set(path, (goOn) => {
        signal.removeEventListener('abort', stop)
        resolve(goOn)
      })
    })
    const { message: edited } = how
    const next = edited
      ? withInput(
          message,
          await run.door.later(editPath(path), 0, editKind, '', local, () => Promise.resolve(edited)),
        )
      : message
    run.recorder?.add(run.recorder.root, path, 'resume', { edited: edited !== undefined }, next)
    return next
  }
}

/** For a replay: gives each step the message that was put in by hand. Undefined when none was. */
export function editsOf(record: RunRecord | undefined): Gate | undefined {
  const edited = new Set(record?.effects.filter(({ kind }) => kind === editKind).map(({ key }) => key))
  if (edited.size === 0) return undefined
  return {
    before(run, planned, message, frame) {
      const path = editPath(frame.prefix + planned.step.id)
      if (!edited.has(`${path}#0`)) return undefined
      return withInput(
        message,
        run.door.now<Sample>(path, 0, editKind, '', () => ({ id: '', name: '' })),
      )
    },
  }
}

function withInput(old: Message, input: Sample): Message {
  return { ...old, ...messageOf(input, old.seqId) }
}

/** The trigger and the steps of the flow itself are 1 deep. */
function depthOf(path: string): number {
  return path.split('/').length
}
