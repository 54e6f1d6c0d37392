// An app file on disk, its flow and its input, as the command line names them.
import { stat } from 'node:fs/promises'
import type { Globals } from '../engine/globals.ts'
import type { App, Config, Flow, Sample } from '../model/app.ts'
import { toBase64 } from '../model/base64.ts'
import { fault } from '../model/fault.ts'
import type { Message } from '../model/message.ts'
import { newRunId } from '../model/id.ts'
import { parseApp } from '../model/validate.ts'
import { mimeOfName } from '../model/mime.ts'
import { pathOf, readBytes, readJson, readText } from './command-line.ts'
import { readMessage } from './message-file.ts'

export async function readApp(path: string | undefined): Promise<App> {
  if (!path) throw fault('CLI:USAGE', 'Name the app file.', { hint: 'weft --help' })
  return parseApp(await readText(path))
}

/** By name or id; else the first flow that is started by hand, else the first one with a trigger, else the first. */
export function flowOf(app: App, name: string | undefined): Flow {
  if (name !== undefined) {
    const found = app.flows.find((flow) => flow.id === name) ?? app.flows.find((flow) => flow.name === name)
    if (found) return found
    const names = app.flows.map((flow) => flow.name).join(', ')
    throw fault('CORE:NO_FLOW', `The app has no flow ${name}.`, {
      hint: `There are: ${names}.`,
      data: { flow: name },
    })
  }
  const flow =
    app.flows.find((one) => one.trigger?.component === 'manual') ??
    app.flows.find((one) => one.trigger) ??
    app.flows[0]
  if (!flow) throw fault('CORE:NO_FLOW', 'The app has no flow.')
  return flow
}

export interface InputChoice {
  payload?: string
  mime?: string
  message?: string
  sample?: string
}

/** A payload file, a message file, a sample by name; else the flow's first sample, else an empty message. */
export async function inputOf(flow: Flow, choice: InputChoice): Promise<Sample | Message> {
  if (choice.message !== undefined) {
    const message = await readMessage(choice.message)
    return message.seqId ? message : { ...message, seqId: newRunId() }
  }
  if (choice.payload !== undefined) {
    const bytes = await readBytes(choice.payload)
    const mime = choice.mime ?? mimeOfName(choice.payload)
    return { id: 'payload', name: choice.payload, payload: toBase64(bytes), base64: true, mime }
  }
  if (choice.sample === undefined) return flow.samples[0] ?? { id: 'none', name: '' }
  const sample = flow.samples.find((one) => one.name === choice.sample || one.id === choice.sample)
  if (!sample) throw fault('CLI:USAGE', `The flow ${flow.name} has no sample ${choice.sample}.`)
  return sample
}

/**
 * Connection values from outside the app file, by name or id of the connection: `{"CRM": {"baseUrl": "https://…"}}`. With
 * an environment: `{"production": {"CRM": {…}}}`.
 */
export async function environmentOf({
  connections: path,
  variables,
  env: name,
}: {
  connections?: string
  variables?: string
  env?: string
}): Promise<Record<string, Config> | undefined> {
  if (name !== undefined && path === undefined && variables === undefined)
    throw fault('CLI:USAGE', '--env needs --connections FILE or --variables FILE.')
  if (path === undefined) return undefined
  return (await partOf(path, name)) as Record<string, Config>
}

/** Global variables from a file, read again when it has changed: a run that starts then sees it. */
export function variablesFrom(path: string | undefined, name: string | undefined): () => Promise<Globals> {
  let readAt = -1
  let kept: Globals = {}
  return async () => {
    if (path === undefined) return kept
    const { mtimeMs } = await stat(pathOf(path)).catch(() => ({ mtimeMs: readAt }))
    if (mtimeMs === readAt) return kept
    kept = (await partOf(path, name)) as Globals
    readAt = mtimeMs
    return kept
  }
}

/** An object in a JSON file, or what it has under a name. */
async function partOf(path: string, name: string | undefined): Promise<object> {
  const all = (await readJson(path)) as Record<string, unknown>
  const chosen = name === undefined ? all : all[name]
  if (typeof chosen !== 'object' || chosen === null)
    throw fault('CLI:USAGE', `${path} has no environment ${name}.`, { data: { path } })
  return chosen
}
