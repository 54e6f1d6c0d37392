// Build tool: the module `virtual:tiles` with icon and group of each component, so that Home can draw steps without their
// definitions, which come with the editor.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { Group } from '../worker/model/definition.ts'
import { virtualModule } from './vite-virtual.ts'

const root = resolve(import.meta.dirname, '..')

export type TileLook = [icon: string, group: Group]

export function tiles(): Plugin {
  return virtualModule('tiles', table)
}

function table(): Record<string, TileLook> {
  const ofComponents = foldersOf('worker/components').map((name) => look(name, `worker/components/${name}`))
  const ofConnectors = foldersOf('connectors-browser').flatMap((connector) =>
    foldersOf(`connectors-browser/${connector}`).map((name) =>
      look(`${connector}/${name}`, `connectors-browser/${connector}/${name}`),
    ),
  )
  return Object.fromEntries([...ofComponents, ...ofConnectors].flatMap((one) => (one ? [one] : [])))
}

/** A definition says both before it says anything of its fields. */
function look(component: string, folder: string): [string, TileLook] | undefined {
  let text
  try {
    text = readFileSync(join(root, folder, 'definition.ts'), 'utf8')
  } catch {
    return undefined
  }
  const said = (name: string) => new RegExp(`^  ${name}: '([^']+)'`, 'm').exec(text)?.[1]
  const [icon, group] = [said('icon'), said('group')]
  if (!icon || !group) throw new Error(`${folder}/definition.ts says no icon or group`)
  return [component, [icon, group as Group]]
}

function foldersOf(path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
