// The value of an expression beside its field while typing. At most one question is under way; what was typed meanwhile is
// asked next. The old value stays, marked as old, until the new one is there.
import type { EngineApi, Preview, ValuePlace } from '../../worker/api.ts'
import type { Sample, SourceMode, TypeName } from '../../worker/model/app.ts'
import { toFault } from '../../worker/model/fault.ts'

/** Milliseconds after which a value that is still being computed is shown as old. */
const PATIENCE = 50

export interface Question {
  source: string
  mode: SourceMode
  as: TypeName | undefined
  input: ValuePlace | Sample
}

export class LiveValue {
  readonly #preview: EngineApi['preview']
  #asking = false
  #next: Question | undefined
  #last = ''

  /** Absent: nothing to show (an empty field, no data yet). */
  value = $state.raw<Preview | undefined>(undefined)
  /** The value is older than the text. */
  old = $state(false)

  constructor(preview: EngineApi['preview']) {
    this.#preview = preview
  }

  /** Asks for the value of what is in the field now. */
  ask(question: Question | undefined): void {
    const key = JSON.stringify(question) ?? ''
    if (key === this.#last) return
    this.#last = key
    if (!question || question.source.trim() === '') {
      this.#next = undefined
      this.value = undefined
      this.old = false
      return
    }
    this.#next = question
    if (!this.#asking) void this.#go()
  }

  async #go(): Promise<void> {
    this.#asking = true
    const patience = setTimeout(() => (this.old = this.value !== undefined), PATIENCE)
    while (this.#next) {
      const { source, mode, as, input } = this.#next
      this.#next = undefined
      const key = this.#last
      const answer = await this.#preview(source, mode, as, input).catch((thrown: unknown): Preview => ({
        ok: false,
        fault: toFault(thrown),
        took: 0,
      }))
      if (key === this.#last) this.value = answer
    }
    clearTimeout(patience)
    this.old = false
    this.#asking = false
  }
}
