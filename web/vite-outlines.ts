// Build tool: the module `virtual:outlines` with what Home draws of each template: its first steps, without their settings.
// The apps themselves are loaded when they are run or opened.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { App, Flow, Step } from '../worker/model/app.ts'
import { allSteps } from '../worker/model/walk.ts'
import { virtualModule } from './vite-virtual.ts'

const folder = resolve(import.meta.dirname, '../worker/templates')

export interface Outline {
  /** Of the whole app. */
  steps: number
  flow: Pick<Flow, 'id'> & OutlineRow
}
export interface OutlineRow {
  trigger?: OutlineStep | undefined
  steps: OutlineStep[]
}
export interface OutlineStep {
  id: string
  component: string
  branches?: { steps: OutlineStep[] }[]
}

export function outlines(): Plugin {
  return virtualModule('outlines', () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, outlineOf(name)])),
  )
}

function outlineOf(name: string): Outline {
  const app = JSON.parse(readFileSync(join(folder, name, 'app.json'), 'utf8')) as App
  const flow = app.flows[0]!
  const row: OutlineRow = { steps: flow.steps.slice(0, 5).map((step) => outlineStep(step, true)) }
  if (flow.trigger) row.trigger = outlineStep(flow.trigger, false)
  return { steps: [...allSteps(app)].length, flow: { id: flow.id, ...row } }
}

function outlineStep({ id, component, branches }: Step, within: boolean): OutlineStep {
  if (!branches) return { id, component }
  const lanes = branches.map(({ steps }) => ({ steps: within ? steps.slice(0, 2).map((step) => outlineStep(step, false)) : [] })) // prettier-ignore
  return { id, component, branches: lanes }
}
