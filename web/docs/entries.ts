// What the docs page shows, derived from the definitions: the builtins and modules of DataWay from the headers they are
// written under, components and connectors from their definitions, faults from what those say they raise.
import '../../worker/app-connectors.ts'
import { type CatalogEntry, loadCatalog } from '../../dataway-wasm/complete.ts'
import { readable } from '../../dataway-wasm/hover.ts'
import { definitions } from '../../worker/definitions.ts'
import type { ComponentDefinition, FaultRow, Group, Text } from '../../worker/model/definition.ts'

export type Part = 'dataway' | 'components' | 'faults'

/** One page: `id` is its address behind `#/docs/`. */
export type Entry = { id: string; group: string; title: string; words: string } & (
  | { part: 'dataway'; row: CatalogEntry }
  | { part: 'components'; definition: ComponentDefinition }
  | { part: 'faults'; code: string; rows: { by: Text; row: FaultRow }[] }
)

/** Functions and types without a module stand under this group. */
export const functions = 'functions'
const componentOrder: Group[] = ['trigger', 'flow', 'data', 'errors', 'parallel', 'function', 'connector']

export async function allEntries(): Promise<Entry[]> {
  return [...datawayEntries(await loadCatalog()), ...componentEntries(), ...faultEntries()]
}

function datawayEntries(catalog: ReadonlyMap<string, CatalogEntry>): Entry[] {
  const entries = [...catalog.values()].filter(isForReaders).map((row): Entry => {
    const dot = row.name.lastIndexOf('.')
    const isClass = row.kind === 'class'
    const owner = isClass ? row.module : dot < 0 ? functions : row.name.slice(0, dot)
    return {
      part: 'dataway',
      id: `dataway/${row.name}`,
      group: owner,
      title: row.name,
      words: `${row.name} ${readable(row.signature)} ${row.text}`.toLowerCase(),
      row,
    }
  })
  return entries.sort((a, b) => order(a.group) - order(b.group) || compare(a.group, b.group) || compare(a.title, b.title)) // prettier-ignore
}
/** Special methods and the inner parts of modules are for those who know Python's data model. */
function isForReaders({ name }: CatalogEntry): boolean {
  return !name.split('.').some((part) => part.startsWith('_')) && !/^\w+_\w*iterator\./.test(name)
}
const types = ['str', 'int', 'float', 'bool', 'list', 'dict', 'tuple', 'set', 'bytes', 'Entity', 'Message']
function order(group: string): number {
  if (group === functions) return 0
  const at = types.indexOf(group)
  return at >= 0 ? at + 1 : /^[a-z]+(\.|$)/.test(group) && !group.includes('_') ? 50 : 60
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function componentEntries(): Entry[] {
  return [...definitions.values()]
    .map((definition): Entry => ({
      part: 'components',
      id: `components/${definition.id}`,
      group: definition.group,
      title: definition.id,
      words:
        `${definition.id} ${definition.label.en} ${definition.label.zh} ${definition.summary.en} ${definition.summary.zh} ${definition.keywords ?? ''}`.toLowerCase(),
      definition,
    }))
    .sort((a, b) => componentOrder.indexOf(a.group as Group) - componentOrder.indexOf(b.group as Group))
}

function faultEntries(): Entry[] {
  const byCode = new Map<string, { by: Text; row: FaultRow }[]>()
  for (const { label, faults } of definitions.values())
    for (const row of faults) byCode.set(row.code, [...(byCode.get(row.code) ?? []), { by: label, row }])
  return [...byCode]
    .sort(([a], [b]) => compare(a, b))
    .map(([code, rows]): Entry => {
      const said = rows.map(({ row, by }) => `${row.when.en} ${row.when.zh} ${by.en} ${by.zh}`)
      return {
        part: 'faults',
        id: `faults/${code}`,
        group: code.split(':')[0]!,
        title: code,
        words: `${code} ${said.join(' ')}`.toLowerCase(),
        code,
        rows,
      }
    })
}

/** Entries that hold every word that was typed; those whose name begins with it first, else in their order. */
export function found(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...entries]
  const hits = entries.filter(({ words }) => wanted.every((word) => words.includes(word)))
  const rank = ({ title }: Entry): number => {
    const name = title.toLowerCase()
    const last = name.slice(name.lastIndexOf('.') + 1)
    return last === wanted[0] ? 0 : last.startsWith(wanted[0]!) ? 1 : name.includes(wanted[0]!) ? 2 : 3
  }
  return hits.map((entry, at) => ({ entry, at, rank: rank(entry) })).sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ entry }) => entry) // prettier-ignore
}
