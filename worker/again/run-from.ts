// Run from here: what a recorded run was at a step, so that a flow goes on from there. The steps before it do not run. Where
// the step stands in a scope, the scope is entered as it was, and what it did until then is given from the record.
import type { RecordedEffect, RunPlace } from '../api.ts'
import { sampleOf } from '../engine/input.ts'
import type { KeptRuns } from '../kept-runs.ts'
import type { Sample } from '../model/app.ts'
import { fault } from '../model/fault.ts'

export interface Beginning {
  /** Id of the step of the flow, the outermost one around the place. */
  startAt: string
  /** The message that entered it. */
  input: Sample
  known: { effects: RecordedEffect[]; until: string }
}

/** Throws RUN:GONE, RUN:NOT_REACHED. `input`: another message instead; only for a step in no scope. */
export async function beginningAt(kept: KeptRuns, place: RunPlace, input?: Sample): Promise<Beginning> {
  const [startAt] = place.path.split('/') as [string]
  const events = await kept.events(place.run)
  const isThere = events.some((event) => event.path === place.path && event.kind === 'enter')
  const entered = events.find((event) => event.path === startAt && event.kind === 'enter')
  if (!entered || !isThere)
    throw fault('RUN:NOT_REACHED', 'The recorded run did not come to this step.', {
      hint: 'Choose a step that it ran.',
      data: { run: place.run, path: place.path },
    })
  if (input && place.path !== startAt)
    throw fault('RUN:IN_SCOPE', 'A step in a scope begins with the message it got there.', {
      hint: 'Change the message at the scope around it.',
      data: { path: place.path },
    })
  const record = await kept.record(place.run)
  return {
    startAt,
    input: input ?? sampleOf(await kept.messageAt({ run: place.run, seq: entered.seq })),
    known: { effects: record?.effects ?? [], until: place.path },
  }
}
