// The value of an expression over all visits of the step, one dot each: ok, null or error. Asked after the user paused, one
// visit after another, and dropped at once when the text changes.
import type { EngineApi, ValuePlace } from '../../worker/api.ts'
import type { Question } from './live-value.svelte.ts'

export type Dot = 'ok' | 'null' | 'error'

/** More visits than this are shown by the newest. */
export const MOST_DOTS = 24
const PAUSE = 250

export class LiveStrip {
  readonly #preview: EngineApi['preview']
  #asked = 0
  #waiting: ReturnType<typeof setTimeout> | undefined

  dots = $state.raw<readonly (Dot | undefined)[]>([])

  constructor(preview: EngineApi['preview']) {
    this.#preview = preview
  }

  /** Asks for the dots of a text on these messages; undefined clears them. */
  ask(question: Omit<Question, 'input'> | undefined, inputs: readonly ValuePlace[]): void {
    const mine = ++this.#asked
    clearTimeout(this.#waiting)
    if (!question || inputs.length < 2) {
      this.dots = []
      return
    }
    if (this.dots.length !== inputs.length) this.dots = inputs.map(() => undefined)
    this.#waiting = setTimeout(() => void this.#go(mine, question, inputs), PAUSE)
  }

  close(): void {
    this.#asked++
    clearTimeout(this.#waiting)
  }

  async #go(mine: number, question: Omit<Question, 'input'>, inputs: readonly ValuePlace[]): Promise<void> {
    const dots: (Dot | undefined)[] = inputs.map(() => undefined)
    for (const [index, input] of inputs.entries()) {
      const answer = await this.#preview(question.source, question.mode, question.as, input).catch(
        () => undefined,
      )
      if (mine !== this.#asked) return
      dots[index] = !answer?.ok ? 'error' : answer.type === 'NoneType' ? 'null' : 'ok'
      this.dots = [...dots]
      // A script that does not end would hold the others up for as long.
      if (answer && answer.took > 500) return
    }
  }
}
