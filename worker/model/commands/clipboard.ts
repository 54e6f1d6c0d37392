// Copied steps as text, so that they travel between apps, tabs and chat windows. What comes in is checked like a file.
import type { App, Connection, Step } from '../app.ts'
import { fault } from '../fault.ts'
import { newId, type RandomBytes } from '../id.ts'
import { withNewIds } from '../new-step.ts'
import { connectionsFrom, parseBounded, stepsFrom } from '../validate.ts'
import { within } from '../walk.ts'
import { mapped, type Gap } from './edit.ts'
import { addSteps, outermost } from './steps.ts'

const CLIP_FORMAT = 'weft-steps/1'

/** Text of the chosen steps with the connections they use. */
export function copySteps(app: App, ids: readonly string[]): string {
  const steps = outermost(app, ids)
  const used = new Set([...within(steps)].map((step) => step.connection))
  const connections = app.connections.filter((connection) => used.has(connection.id))
  return JSON.stringify({ format: CLIP_FORMAT, steps, connections }, null, 1)
}

/** Whether a text may be copied steps: cheap, for enabling a button. */
export function isClip(text: string): boolean {
  return text.trimStart().startsWith('{') && text.includes(CLIP_FORMAT)
}

/** Puts copied steps into a gap, with new ids. Throws CLIP:FORMAT for a text that is no copied steps. */
export function pasteSteps(
  app: App,
  gap: Gap,
  text: string,
  random?: RandomBytes,
): { app: App; ids: string[] } {
  const clip = parseBounded(text)
  if (typeof clip !== 'object' || clip === null || Array.isArray(clip) || clip['format'] !== CLIP_FORMAT)
    throw fault('CLIP:FORMAT', 'The text is not steps copied from Weft.')
  const foreign = connectionsFrom(clip['connections'] ?? [])
  const { connections, renamed } = adopt(app.connections, foreign, random)
  const steps = reconnect(withNewIds(stepsFrom(clip['steps'] ?? []), random), renamed)
  const pasted = addSteps(connections === app.connections ? app : { ...app, connections }, gap, steps)
  return { app: pasted, ids: steps.map((step) => step.id) }
}

/** A connection that is here already, by id or by connector and name, is used; others come along. */
function adopt(own: Connection[], foreign: Connection[], random?: RandomBytes) {
  const renamed = new Map<string, string>()
  let connections = own
  for (const one of foreign) {
    const same = own.find((c) => c.connector === one.connector && (c.id === one.id || c.name === one.name))
    const id = same?.id ?? (own.some((c) => c.id === one.id) ? newId(random) : one.id)
    renamed.set(one.id, id)
    if (!same) connections = [...connections, { ...one, id }]
  }
  return { connections, renamed }
}

function reconnect(steps: Step[], renamed: Map<string, string>): Step[] {
  return mapped(steps, (step) => {
    const connection = step.connection && renamed.get(step.connection)
    const branches =
      step.branches &&
      mapped(step.branches, (branch) => ({ ...branch, steps: reconnect(branch.steps, renamed) }))
    return { ...step, ...(connection && { connection }), ...(branches && { branches }) }
  })
}
