// Global variables: what every message of an app begins with. Those of an environment stand in the input of a run, so that they
// are in its record and a change of them is seen by the next run; then those of the app, which the run is pinned to.
import type { App, Sample, Tagged } from '../model/app.ts'
import { fromTagged } from '../model/codec.ts'
import { Data } from '../model/data.ts'
import { withVariables, type Message } from '../model/message.ts'
import { Variables } from '../model/variables.ts'
import { sampleOf } from './input.ts'

export type Globals = Record<string, Tagged>

/** A variable that the input has itself stays. */
export function withGlobals(input: Sample | Message, globals: Globals = {}): Sample | Message {
  if (Object.keys(globals).length === 0) return input
  const sample = sampleOf(input)
  const own = (sample.variables ?? {}) as Globals
  return { ...sample, variables: { ...globals, ...own } }
}

/** The app's own variables, where the message has none of that name. */
export function withAppVariables(message: Message, { variables }: App): Message {
  if (variables.length === 0) return message
  const own = Variables.of(variables.map(({ name, value }) => [name, Data.of(fromTagged(value))]))
  return withVariables(message, own.and(message.variables))
}
