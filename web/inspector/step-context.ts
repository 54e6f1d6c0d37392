// What every field of a form may ask: the engine, the app, and the data its live value is computed on.
import { createContext } from 'svelte'
import type { AppProblem, EngineApi, ValuePlace } from '../../worker/api.ts'
import type { App, Config, Flow, Sample } from '../../worker/model/app.ts'

export interface StepContext {
  readonly engine: EngineApi
  readonly app: App
  /** The flow of the step; absent for a form of the whole app. */
  readonly flow: Flow | undefined
  /** All values of the form this field stands in. */
  readonly config: Config
  /** The message at this step in the last run, or the sample; live values are computed on it. */
  readonly input: ValuePlace | Sample | undefined
  /** `input` is the trigger's sample and steps stand before this one: what comes out of them is not known yet. */
  readonly isGuess: boolean
  /** What completion shows where `input` is no run's: the input, or a message of the declared data type. */
  readonly known: ValuePlace | Sample | undefined
  /** The messages of all visits (the newest, if there are many), which of them is `input`, and how to turn to another. */
  readonly visits: { inputs: readonly ValuePlace[]; index: number; turn(index: number): void }
  /** The app's own scripts: keeps code as one, opens the list of them. Absent: nothing can be kept here. */
  readonly scripts?: { keep(source: string): void; edit(): void }
  /** The field to show, set by a click on a problem. */
  readonly wanted: string | undefined
  /** Problems found by the last validation for a field of the step, or of one of its branches. */
  problems(field: string, branch?: string): AppProblem[]
}

export const [stepContext, setStepContext] = createContext<StepContext>()

/** For a form that is no step's, such as that of a flow: there is no message that its values could be computed on. */
export function setFormContext(
  form: Pick<StepContext, 'engine' | 'app' | 'config'> &
    Partial<Pick<StepContext, 'flow' | 'wanted' | 'problems'>>,
): void {
  setStepContext({
    get engine() {
      return form.engine
    },
    get app() {
      return form.app
    },
    get flow() {
      return form.flow
    },
    get config() {
      return form.config
    },
    input: undefined,
    isGuess: false,
    known: undefined,
    visits: { inputs: [], index: 0, turn: () => {} },
    get wanted() {
      return form.wanted
    },
    problems: (field, branch) => form.problems?.(field, branch) ?? [],
  })
}
