// How a run ends early without an error. No Faults, so that no Try catches them; every scope passes them on.
import type { Message } from '../model/message.ts'

/** The run was cancelled. */
export class CancelSignal {
  readonly cancelled = true
}

/** The step to run up to is done. */
export class StopSignal {
  readonly message: Message
  constructor(message: Message) {
    this.message = message
  }
}
