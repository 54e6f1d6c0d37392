// What can be written at a place of a script: names in scope, attributes of the value before the dot, keys of the data
// between brackets, with example values. The value before the dot is found by evaluating what stands there on the sample,
// with little fuel; locals are followed to what they were set to. Names without a value come from the catalog of builtins.
import type { SourceMode } from '../worker/model/app.ts'
import type { Completion, DataWay, EvaluateEnv } from '../worker/model/dataway.ts'
import type { Message } from '../worker/model/message.ts'

/** A row of build/builtins.json, made from the headers of the builtins. */
export interface CatalogEntry {
  name: string
  kind: 'function' | 'method' | 'attribute' | 'class'
  /** `builtins`, or the module it is in. */
  module: string
  signature: string
  text: string
  examples: { input: string; output: string }[]
}

const MOST = 200
const limits = { fuel: 3_000_000, milliseconds: 100, outputBytes: 256 * 1024 }
const keywords = 'False None True and as assert break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(' ') // prettier-ignore
const modules = ['json', 'math', 'datetime', 'decimal', 'time', 'random', 'base64', 'hashlib', 'hmac', 're', 'csv', 'struct', 'urllib'] // prettier-ignore

let catalog: Promise<Map<string, CatalogEntry>> | undefined

/** The documentation of every builtin by its name (`len`, `str.split`), loaded when first asked for. */
export function loadCatalog(): Promise<Map<string, CatalogEntry>> {
  const found = import.meta.glob<CatalogEntry[]>('./build/builtins.json', { import: 'default' })
  const load = Object.values(found)[0]
  catalog ??= load
    ? load().then((rows) => new Map(rows.map((row) => [row.name, row])))
    : Promise.resolve(new Map())
  return catalog
}

/** Completions at `offset`. `sample` gives `msg` its values; without it `msg` is empty. Never throws. */
export async function complete(
  dataway: DataWay,
  source: string,
  mode: SourceMode,
  offset: number,
  sample: Message,
): Promise<Completion[]> {
  const known = await loadCatalog()
  const before = source.slice(0, offset)
  const word = /[\p{L}\p{N}_]*$/u.exec(before)![0]
  const rest = before.slice(0, before.length - word.length)
  const value = (expression: string): unknown => evaluated(dataway, expression, sample)

  const key = /\[\s*(['"]?)$/.exec(rest)
  if (key) {
    const base = resolved(chainBefore(rest.slice(0, key.index)), rest)
    return base ? keysOf(value, base, key[1] === '') : []
  }
  if (rest.endsWith('.')) {
    const base = resolved(chainBefore(rest.slice(0, -1)), rest)
    return base ? attributesOf(value, base, known, word) : []
  }
  if (insideString(rest)) return []
  return namesAt(before, mode, known)
}

/** The value of an expression on the sample, undefined when it fails or takes long. */
export function evaluated(dataway: DataWay, expression: string, sample: Message): unknown {
  const env: EvaluateEnv = {
    run: 'complete',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: () => {},
    limits,
  }
  try {
    return dataway.evaluate(dataway.compile(expression, 'expression'), sample, env).value
  } catch {
    return undefined
  } finally {
    dataway.release('complete')
  }
}

function keysOf(value: (expression: string) => unknown, base: string, quoted: boolean): Completion[] {
  const rows =
    value(
      `[[k, repr(v)[:60], type(v).__name__] for k, v in list((${base}).items())[:${MOST}] if isinstance(k, str)]`,
    ) ??
    value(`[[k, repr(v)[:60], type(v).__name__] for k, v in list((${base})['^value'].items())[:${MOST}]]`)
  if (!Array.isArray(rows)) return []
  return (rows as [string, string, string][]).map(([name, text]) => ({
    label: quoted ? `'${name.replace(/['\\]/g, '\\$&')}'` : name,
    kind: 'data',
    detail: text,
  }))
}

function attributesOf(
  value: (expression: string) => unknown,
  base: string,
  known: Map<string, CatalogEntry>,
  word: string,
): Completion[] {
  const found = value(
    `[type(${base}).__name__, getattr(${base}, '__name__', None), dir(${base}), type(${base}).__module__]`,
  )
  if (!Array.isArray(found)) return []
  const [type, own, names, module] = found as [string, string | null, string[], string]
  return names
    .filter((name) => word.startsWith('_') || !name.startsWith('_'))
    .map((name) => {
      const row =
        known.get(`${type}.${name}`) ?? known.get(`${own}.${name}`) ?? known.get(`${module}.${type}.${name}`)
      const isMethod = row ? row.signature.includes('(') : false
      return {
        label: name,
        kind: type === 'module' ? (isMethod ? 'function' : 'variable') : isMethod ? 'method' : 'property',
        ...(row ? { detail: shortSignature(row.signature), info: row.text } : {}),
      }
    })
}

function namesAt(before: string, mode: SourceMode, known: Map<string, CatalogEntry>): Completion[] {
  const out = new Map<string, Completion>()
  const add = (one: Completion): void => void (out.has(one.label) || out.set(one.label, one))
  add({ label: 'msg', kind: 'variable', detail: 'payload, attrs, vars' })
  if (mode === 'code') for (const name of namesIn(before)) add({ label: name, kind: 'variable' })
  for (const [name, row] of known)
    if (!name.includes('.')) add({ label: name, kind: 'function', detail: shortSignature(row.signature), info: row.text }) // prettier-ignore
  for (const name of modules) add({ label: name, kind: 'module' })
  for (const label of keywords) add({ label, kind: 'keyword' })
  return [...out.values()]
}

function shortSignature(signature: string): string {
  const open = signature.indexOf('(')
  return open < 0 ? '' : signature.slice(open).replace(/^\(self, \/(, )?/, '(').replace(/^\(self(, )?/, '(') // prettier-ignore
}

/** Names that a script gives: by assignment, `def`, parameters, `for`, `import`, `as`. */
function namesIn(source: string): Set<string> {
  const names = new Set<string>()
  for (const match of source.matchAll(/(?:^|\n)[ \t]*([\p{L}_][\p{L}\p{N}_]*)\s*(?::[^=\n]+)?=(?!=)/gu))
    names.add(match[1]!)
  for (const match of source.matchAll(/\b(?:def|class|for|as|import)\s+([\p{L}_][\p{L}\p{N}_]*)/gu))
    names.add(match[1]!)
  for (const match of source.matchAll(/\bdef\s+[\p{L}\p{N}_]+\s*\(([^)]*)\)/gu))
    for (const part of match[1]!.split(',')) {
      const name = /^\s*\**([\p{L}_][\p{L}\p{N}_]*)/u.exec(part)
      if (name) names.add(name[1]!)
    }
  return names
}

/** The names, attributes, subscripts and calls that end the text: `msg.payload['a'][0]`. Empty: there are none. */
export function chainBefore(text: string): string {
  let at = text.length
  while (at > 0) {
    const c = text[at - 1]!
    if (/[\p{L}\p{N}_]/u.test(c)) {
      while (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1]!)) at--
    } else if (c === ']' || c === ')') {
      const open = openingOf(text, at - 1)
      if (open < 0) return ''
      at = open
      if (c === ')' && !/[\p{L}\p{N}_\])]/u.test(text[at - 1] ?? '')) break
      continue
    } else if (c === "'" || c === '"') {
      const open = text.lastIndexOf(c, at - 2)
      return open < 0 ? '' : text.slice(open)
    } else break
    if (text[at - 1] !== '.') break
    at--
  }
  return text.slice(at)
}

function openingOf(text: string, close: number): number {
  let depth = 0
  for (let i = close; i >= 0; i--) {
    const c = text[i]!
    if (c === "'" || c === '"') {
      const start = text.lastIndexOf(c, i - 1)
      if (start < 0) return -1
      i = start
    } else if (c === ']' || c === ')' || c === '}') depth++
    else if (c === '[' || c === '(' || c === '{') {
      if (--depth === 0) return i
    }
  }
  return -1
}

/** A chain with its local name replaced by what the name was set to above, a few steps deep. */
export function resolved(chain: string, before: string, depth = 4): string {
  const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(chain)?.[0]
  if (!name || name === 'msg' || depth === 0) return chain
  const lines = before.split('\n').slice(0, -1)
  for (let i = lines.length - 1; i >= 0; i--) {
    const set = new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'u').exec(lines[i]!)
    const looped = new RegExp(`^\\s*for\\s+${name}\\s+in\\s+(.+):\\s*$`, 'u').exec(lines[i]!)
    const from = set?.[1] ?? looped?.[1]
    if (from === undefined) continue
    const above = resolved(from.trim(), lines.slice(0, i + 1).join('\n'), depth - 1)
    return (set ? `(${above})` : `next(iter(${above}))`) + chain.slice(name.length)
  }
  return chain
}

export function insideString(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  let quote = ''
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    if (quote) {
      if (c === '\\') i++
      else if (c === quote) quote = ''
    } else if (c === "'" || c === '"') quote = c
    else if (c === '#') return true
  }
  return quote !== ''
}
