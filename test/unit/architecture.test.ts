// The rules of the folders: who may import whom, how long a file may be, what a file may not be called.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folders = ['web', 'worker', 'dataway-wasm', 'connectors-browser', 'relay', 'test']
const ceiling = 600
const vague = /^(utils?|helpers?|types|common|index)\.(ts|js|mjs)$/

/** What a file of a folder may import, by the start of the imported path. The longest start that fits decides. */
const rules: Record<string, string[]> = {
  'worker/model/': ['worker/model/'],
  'worker/engine/': ['worker/engine/', 'worker/model/', 'worker/log/', 'dataway-wasm/host'],
  'worker/components/': ['worker/components/', 'worker/model/'],
  'worker/log/': ['worker/log/', 'worker/model/'],
  'worker/share/': ['worker/share/', 'worker/model/', 'worker/log/', 'worker/throw-away', 'worker/api'],
  'worker/backup/': ['worker/backup/', 'worker/model/', 'worker/share/', 'worker/throw-away', 'worker/api'],
  'worker/import/': ['worker/import/', 'worker/model/', 'worker/throw-away'],
  'worker/relay/': ['worker/relay/', 'worker/model/', 'worker/engine/connections', 'worker/engine/fields'],
  'connectors-browser/': ['connectors-browser/', 'worker/model/', 'relay/arguments', 'relay/manifest'],
  'relay/': ['relay/', 'worker/model/', 'worker/relay/'],
}

const sources = folders.flatMap((folder) => filesOf(join(root, folder)))

describe('files', () => {
  test('there is something to check', () => {
    expect(sources.length).toBeGreaterThan(20)
  })
  test(`no file is longer than ${ceiling} lines`, () => {
    const long = sources
      .filter((file) => lines(file) > ceiling)
      .map((file) => `${short(file)}: ${lines(file)}`)
    expect(long).toEqual([])
  })
  test('names say what is inside', () => {
    const inWeb = (file: string): boolean => !short(file).startsWith('dataway-wasm/assembly/')
    const bad = sources.filter((file) => inWeb(file) && vague.test(file.split('/').at(-1)!)).map(short)
    expect(bad).toEqual([])
  })
})

describe('imports', () => {
  for (const [folder, allowed] of Object.entries(rules)) {
    test(`${folder} imports only what it may`, () => {
      const bad = sources
        .filter((file) => short(file).startsWith(folder) && !isBuildTool(file))
        .flatMap((file) => importsOf(file).map((to) => [short(file), to] as const))
        .filter(([, to]) => !allowed.some((start) => to.startsWith(start)))
        .map(([from, to]) => `${from} → ${to}`)
      expect(bad).toEqual([])
    })
  }
  test('the page imports no engine and no step code, nothing imports the page', () => {
    const bad = sources.flatMap((file) =>
      importsOf(file)
        .filter((to) => {
          if (short(file).startsWith('web/')) return to.startsWith('worker/engine/') || /\/run\.ts$/.test(to)
          return to.startsWith('web/') && !short(file).startsWith('test/')
        })
        .map((to) => `${short(file)} → ${to}`),
    )
    expect(bad).toEqual([])
  })
})

/** Build-time code is no part of what runs. */
function isBuildTool(file: string): boolean {
  return file.endsWith('vite-plugin.ts')
}

function filesOf(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['build', 'data', 'generated'].includes(entry.name) ? [] : filesOf(path)
    const generated = entry.name.includes('.generated.')
    return /\.(ts|mjs|js|svelte)$/.test(entry.name) && !generated ? [path] : []
  })
}

/** Paths from the root of what a file imports from this project at run time; imports of types alone cost nothing. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found: string[] = []
  for (const match of text.matchAll(
    /^(import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  )) {
    const target = match[3] ?? match[4]
    if (target && !match[2]) found.push(relative(root, normalize(join(dirname(file), target.split('?')[0]!))))
  }
  return found
}

function lines(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length
}
function short(file: string): string {
  return relative(root, file)
}
