// What the name under the pointer is: a builtin, a method or a module's member with its documentation and examples, and the
// value it has in the sample.
import type { SourceMode } from '../worker/model/app.ts'
import type { DataWay, HoverHelp } from '../worker/model/dataway.ts'
import type { Message } from '../worker/model/message.ts'
import { type CatalogEntry, chainBefore, evaluated, insideString, loadCatalog, resolved } from './complete.ts'
import { keywords } from './tokens.ts'

const longestValue = 200

/** Help for the name at `offset`; undefined when there is none, or nothing is known of it. Never throws. */
export async function hover(
  dataway: DataWay,
  source: string,
  mode: SourceMode,
  offset: number,
  sample: Message,
): Promise<HoverHelp | undefined> {
  if (mode === 'text') return undefined
  const start = /[\p{L}\p{N}_]*$/u.exec(source.slice(0, offset))!.index
  const word = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(source.slice(start))?.[0]
  const before = source.slice(0, start)
  if (!word || keywords.has(word) || insideString(before)) return undefined
  const known = await loadCatalog()
  const value = (expression: string): unknown => evaluated(dataway, expression, sample)
  if (!before.endsWith('.')) return nameHelp(known, value, word, before)
  const base = resolved(chainBefore(before.slice(0, -1)), before)
  return base ? memberHelp(known, value, base, word) : undefined
}

function nameHelp(
  known: Map<string, CatalogEntry>,
  value: (expression: string) => unknown,
  word: string,
  before: string,
): HoverHelp | undefined {
  const path = resolved(word, before + '\n')
  const row = path === word ? known.get(word) : undefined
  if (row) return helpOf(row)
  return word === 'msg' || path !== word ? valueHelp(value, path, word) : moduleHelp(value, word)
}

function memberHelp(
  known: Map<string, CatalogEntry>,
  value: (expression: string) => unknown,
  base: string,
  word: string,
): HoverHelp | undefined {
  const types = value(`[type(${base}).__name__, getattr(${base}, '__name__', None)] + [n for c in type(${base}).__mro__ for n in (c.__name__, c.__module__ + '.' + c.__name__)]`) // prettier-ignore
  if (!Array.isArray(types)) return undefined
  for (const type of types as (string | null)[]) {
    const row = type === null ? undefined : known.get(`${type}.${word}`)
    if (row) return helpOf(row, type === 'Message' ? shortOf(value, `${base}.${word}`)?.text : undefined)
  }
  return valueHelp(value, `${base}.${word}`, word)
}

function helpOf(row: CatalogEntry, value?: string): HoverHelp {
  const { name, signature, text, module, examples } = row
  return { name, signature: readable(signature), text, module, examples, ...(value ? { value } : {}) }
}
function valueHelp(
  value: (expression: string) => unknown,
  path: string,
  word: string,
): HoverHelp | undefined {
  const found = shortOf(value, path)
  return (
    found && {
      name: word,
      signature: `${word}: ${found.type}`,
      text: '',
      module: 'builtins',
      examples: [],
      value: found.text,
    }
  )
}
function moduleHelp(value: (expression: string) => unknown, word: string): HoverHelp | undefined {
  const names = value(`[n for n in dir(${word}) if not n.startswith('_')] if type(${word}).__name__ == 'module' else None`) // prettier-ignore
  if (!Array.isArray(names)) return undefined
  return {
    name: word,
    signature: `module ${word}`,
    text: (names as string[]).join(', '),
    module: word,
    examples: [],
  }
}
function shortOf(
  value: (expression: string) => unknown,
  path: string,
): { type: string; text: string } | undefined {
  const found = value(`[[type(v).__name__, repr(v)[:${longestValue}]] for v in [${path}]][0]`)
  if (!Array.isArray(found)) return undefined
  const [type, text] = found as [string, string]
  return { type, text: text.length === longestValue ? text + '…' : text }
}

/** A signature as a reader wants it: without `self` and the marks for positional parameters. */
export function readable(signature: string): string {
  return signature.replace(/\((?:self(?:, \/)?)(?:, )?/, '(').replace(/, \/(?=[,)])/, '')
}
