// What a long run must have compared often: the grammar, and what dataway-wasm/build/builtins.json names of builtins and of methods
// of builtin types.
import { readFileSync } from 'node:fs'

interface Documented {
  name: string
  kind: string
  module: string
}

const types = ['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'generator', 'int', 'list', 'property', 'range', 'set', 'slice', 'str', 'tuple'] // prettier-ignore

/** The names that each must have been used fifty times, as oracle.py counts them. What the grammar lists, it counts from zero. */
function required(): string[] {
  const all = JSON.parse(readFileSync(new URL('../../../dataway-wasm/build/builtins.json', import.meta.url), 'utf8')) as Documented[]
  return all.filter((one) => one.module === 'builtins').flatMap(({ name, kind }) => {
    const [type, method] = name.split('.')
    if (method === undefined) return /^[a-z]/.test(name) ? [`builtin ${name}`] : []
    if (!types.includes(type!) || method.startsWith('__')) return []
    return [kind === 'attribute' ? `attribute ${method}` : `method ${name}`]
  })
}

function counted(used: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const names = new Set([...required(), ...[...used.keys()].filter((name) => name.startsWith('grammar '))])
  return [...names].map((name) => [name, used.get(name) ?? 0] as const).sort((a, b) => a[1] - b[1])
}

/** What was used fewer than fifty times. */
export function rare(used: ReadonlyMap<string, number>): string[] {
  return counted(used).filter(([, times]) => times < 50).map(([name, times]) => `${name} ${times}`)
}

/** All that was counted, by group, rarest first. */
export function table(used: ReadonlyMap<string, number>): string {
  const groups: Record<string, string[]> = {}
  for (const [name, times] of counted(used)) {
    const [group = '', ...rest] = name.split(' ')
    ;(groups[group] ??= []).push(`${rest.join(' ')} ${times}`)
  }
  return Object.entries(groups).map(([group, list]) => `${list.length} of ${group}, rarest first: ${list.join(' · ')}`).join('\n\n') // prettier-ignore
}
