// Build tool: the module `virtual:icons` with the geometry of just those lucide icons that the sources name, so that a
// definition can say `icon: 'clock'` and nobody keeps a list. A name that lucide does not have fails the build.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { virtualModule } from './vite-virtual.ts'

const root = resolve(import.meta.dirname, '..')
const folders = ['web', 'worker/components', 'worker/templates', 'connectors-browser', 'relay/protocols']
const geometry = join(root, 'node_modules/@lucide/svelte/dist/icons')

export function icons(): Plugin {
  return {
    ...virtualModule('icons', () =>
      Object.fromEntries([...iconNames()].sort().map((name) => [name, iconNode(name)])),
    ),
    handleHotUpdate({ server, file, read }) {
      if (!/\.(svelte|ts)$/.test(file)) return
      const module = server.moduleGraph.getModuleById('\0virtual:icons')
      return Promise.resolve(read()).then((text) => {
        if (module && namesIn(text).some((name) => !known.has(name)))
          server.moduleGraph.invalidateModule(module)
        return undefined
      })
    },
  }
}

const known = new Set<string>()

/** Quoted words in `icon: …`, `icon="…"`, `icon={…}`, `<Icon name=…`, `icon('…')`, also both sides of a choice. */
function namesIn(text: string): string[] {
  const places = text.matchAll(
    /\bicon\??: ?([^\n,;]*)|(?:\bicon|<Icon\s+name)=("[^"]*"|\{[^}\n]*\})|\bicon(\('[^')]*'\))/g,
  )
  return [...places].flatMap(([, a, b, c]) =>
    [...withoutComparisons(a ?? b ?? c ?? '').matchAll(/['"]([a-z][a-z0-9-]*)['"]/g)].map((word) => word[1]!),
  )
}

/** What a choice compares with is no icon. */
function withoutComparisons(text: string): string {
  return text.replaceAll(/[!=]==? ?['"][^'"]*['"]/g, '')
}

function iconNames(): Set<string> {
  for (const folder of folders)
    for (const file of sourcesOf(join(root, folder)))
      for (const name of namesIn(readFileSync(file, 'utf8'))) known.add(name)
  return known
}

function sourcesOf(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesOf(path)
    return /\.(svelte|ts)$/.test(entry.name) && entry.name !== 'vite-icons.ts' ? [path] : []
  })
}

function iconNode(name: string): unknown {
  // lucide renames icons; a file of the old name leads to the new one.
  const now = /from "\.\/([a-z0-9-]+)\.(?:js|svelte)"/.exec(read(`${name}.js`, name))![1]!
  const data = /const iconData = (\{.*\});?$/m.exec(read(`${now}.svelte`, name))
  if (!data) throw new Error(`cannot read the lucide icon '${name}'`)
  return (JSON.parse(data[1]!) as { node: unknown }).node
}

function read(file: string, name: string): string {
  try {
    return readFileSync(join(geometry, file), 'utf8')
  } catch {
    throw new Error(`lucide has no icon named '${name}'`)
  }
}
