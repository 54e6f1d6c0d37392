// Visits steps one after another. A synchronous step gives a message and the next one follows at once; only a promise is
// awaited. Every way out of a step is written into the log, and every error gets its place.
import { LoopSignal } from '../model/context.ts'
import { fault, isFault, toFault, type Fault } from '../model/fault.ts'
import { isPromise, type MaybePromise } from '../model/maybe-promise.ts'
import type { Message } from '../model/message.ts'
import { unknownComponent, type PlannedStep } from './plan.ts'
import type { Frame } from './frame.ts'
import type { Run } from './run.ts'
import { CancelSignal, StopSignal } from './signals.ts'
import { checkStop } from './stop.ts'
import { placed, StepContext } from './step-context.ts'

export function runSteps(
  run: Run,
  steps: readonly PlannedStep[],
  message: Message,
  frame: Frame,
  from = 0,
): MaybePromise<Message> {
  let now = message
  for (let i = from; i < steps.length; i++) {
    const result = visit(run, steps[i]!, now, frame)
    if (isPromise(result)) return result.then((done) => runSteps(run, steps, done, frame, i + 1))
    now = result
  }
  return now
}

export function visit(run: Run, planned: PlannedStep, message: Message, frame: Frame): MaybePromise<Message> {
  checkStop(frame.stop)
  const pause = run.takeTurn()
  if (pause) return pause.then(() => gated(run, planned, message, frame))
  return gated(run, planned, message, frame)
}

function gated(run: Run, planned: PlannedStep, message: Message, frame: Frame): MaybePromise<Message> {
  const passed = run.gate?.before(run, planned, message, frame) ?? message
  if (isPromise(passed)) return passed.then((next) => perform(run, planned, next, frame))
  return perform(run, planned, passed, frame)
}

function perform(run: Run, planned: PlannedStep, message: Message, frame: Frame): MaybePromise<Message> {
  const { step, code } = planned
  const { recorder } = run
  if (step.disabled) {
    recorder?.add(frame.sink, frame.prefix + step.id, 'leave', { skipped: true }, message)
    return message
  }
  run.steps++
  if (run.liveAt !== undefined && run.liveAt === frame.prefix + step.id) run.door.goLive()
  const context = new StepContext(run, planned, frame)
  run.watch?.step(step, message)
  recorder?.add(frame.sink, context.path, 'enter', undefined, message)
  let result: MaybePromise<Message>
  try {
    const answer = run.answers?.get(step.id)
    if (answer) result = answer(message, context)
    else if (code) result = code.run(message, context)
    else throw unknownComponent(step.component)
  } catch (thrown) {
    throw failed(run, context, message, thrown)
  }
  if (isPromise(result))
    return result.then(
      (done) => left(run, context, done),
      (thrown) => {
        throw failed(run, context, message, thrown)
      },
    )
  return left(run, context, result)
}

function left(run: Run, context: StepContext, message: Message): Message {
  const { frame, step } = context
  if (run.recorder) {
    context.flushRounds()
    run.recorder.add(frame.sink, context.path, 'leave', undefined, message)
  }
  if (run.upTo === step.id) throw new StopSignal(message)
  return message
}

/** What goes on up the flow: signals as they are, anything else as a Fault that knows its place and its message. */
function failed(run: Run, context: StepContext, message: Message, thrown: unknown): unknown {
  const { frame, path } = context
  context.flushRounds()
  if (thrown instanceof LoopSignal) {
    thrown.path ??= path
    run.recorder?.add(frame.sink, path, 'leave', undefined, thrown.message)
    return thrown
  }
  if (thrown instanceof StopSignal || thrown instanceof CancelSignal || run.stopped) {
    if (run.halted?.at?.path === path) {
      run.recorder?.add(frame.sink, path, 'fault', { fault: run.halted }, message)
      return thrown
    }
    run.recorder?.add(frame.sink, path, 'leave', undefined, undefined)
    return thrown
  }
  const raised: Fault = isFault(thrown) ? thrown : foreign(thrown)
  const full = placed(raised, path)
  if (!run.failedOn.has(full)) run.failedOn.set(full, run.failedOn.get(raised) ?? message)
  run.recorder?.add(frame.sink, path, 'fault', { fault: full }, message)
  return full
}

/** An error that is no Fault is a bug of ours or an exhausted machine; both are said as such. */
function foreign(thrown: unknown): Fault {
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return fault('CORE:DEPTH', 'The steps are nested too deep for this machine.', {
      hint: 'Nest fewer scopes or flow references.',
    })
  const { code, message } = toFault(thrown)
  return fault(code, message, { hint: 'This is a bug of Weft. Please report it with the app.' })
}
