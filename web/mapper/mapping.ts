// A DataWay text as a mapping: a tree of target fields, each with the places of the input it is made of. Read from the text's
// tokens with their offsets, so that an edit (mapping-edit.ts) changes just its own piece of the text. What is no dict display,
// no list of dicts for each item and no path is a value that is shown as code. Pure.
import { logicalLines, tokensOf, type Token } from '../../dataway-wasm/tokens.ts'
import type { SourceMode } from '../../worker/model/app.ts'
import { parseText } from '../../worker/model/text-source.ts'

/** A place of the input: `payload`, then keys and indexes; `[]` is every item of a list. */
export type InputPath = readonly (string | number)[]
export const EACH = '[]'

export interface Span {
  from: number
  to: number
}
/**
 * `field`: exactly one place; `part`: something of many items of a list; `computed`: made of places; `constant`: of none;
 * `code`: of names that only the code knows.
 */
export type LineKind = 'field' | 'part' | 'computed' | 'constant' | 'code'

export interface Target {
  key: string
  /** Of the key's text; absent at the root and for `**`. */
  keySpan?: Span
  /** From the key to the end of the value. */
  item?: Span
  /** Of the value's text. */
  span: Span
  kind: 'fields' | 'loop' | 'value'
  line: LineKind
  refs: InputPath[]
  children: Target[]
  /** Loops around it, outermost first; of a loop also itself, as its children see them. */
  loops: readonly Loop[]
  /** Of a loop: where the dict of one item stands. */
  body?: Span
  /** 1-based line of its value. */
  at: number
}
export interface Loop {
  variable: string
  /** Absent: no plain place of the input. */
  path?: InputPath
}
export interface Mapping {
  root: Target | undefined
  /** Why there are no fields: nothing is written, or the code has no end of its own to map to and is one value. */
  reason?: 'empty' | 'no-return'
}

interface Scope {
  /** What a name is: a place of the input, or the value it was given. */
  names: ReadonlyMap<string, InputPath | Token[]>
  loops: readonly Loop[]
  source: string
}
const roots: Record<string, string> = { payload: 'payload', attrs: 'attributes', vars: 'variables' }

export function mappingOf(source: string, mode: SourceMode): Mapping {
  if (source.trim() === '') return { root: undefined, reason: 'empty' }
  const scope: Scope = { names: new Map(), loops: [], source }
  if (mode === 'text') return { root: textOf(source, scope) }
  if (mode !== 'code') return { root: targetOf('', meaningful(tokensOf(source)), scope) }
  const names = new Map<string, InputPath | Token[]>()
  let result: Token[] | undefined
  let depth: string | undefined
  for (const { tokens, margin } of logicalLines(source)) {
    const line = meaningful(tokens)
    if (line.length === 0 || margin === '') continue
    depth ??= margin
    const [first, second] = line
    if (margin !== depth) {
      // Inside of an if or a loop: what it gives to a name is known to the code only.
      if (second?.text === '=') names.delete(first!.text)
      if (first!.text === 'return') result = undefined
      continue
    }
    if (first!.text === 'return') result = line.slice(1)
    else if (first!.kind === 'name' && second?.text === '=') {
      const value = line.slice(2)
      names.set(first!.text, exactPath(value, { ...scope, names }) ?? value)
    }
  }
  if (!result || result.length === 0) {
    const { refs } = refsIn(meaningful(tokensOf(source)), { ...scope, names })
    return { root: { ...whole(source), line: 'code', refs }, reason: 'no-return' }
  }
  return { root: targetOf('', result, { ...scope, names }) }
}

/** A text with expressions in it is one value of what these read. */
function textOf(source: string, scope: Scope): Target {
  const parts = parseText(source).flatMap((part) => (part.kind === 'expression' ? [part.source] : []))
  const { refs } = refsIn(meaningful(tokensOf(parts.join(' , '))), scope)
  return { ...whole(source), line: refs.length > 0 ? 'computed' : 'constant', refs }
}
function whole(source: string): Omit<Target, 'line' | 'refs'> {
  return { key: '', span: { from: 0, to: source.length }, kind: 'value', children: [], loops: [], at: 1 }
}

function meaningful(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'newline')
}

function targetOf(key: string, given: Token[], scope: Scope): Target {
  const tokens = resolved(given, scope)
  const span = { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 }
  const at = scope.source.slice(0, span.from).split('\n').length
  const base = { key, span, loops: scope.loops, at, children: [] as Target[] }
  const fields = dictOf(tokens, scope)
  if (fields) return { ...base, kind: 'fields', line: 'constant', refs: [], children: fields }
  const loop = loopOf(tokens, scope)
  if (loop) return { ...base, ...loop, kind: 'loop' }
  return { ...base, kind: 'value', ...valueOf(tokens, scope) }
}

/** A name that was given a value further up stands for that value. */
function resolved(tokens: Token[], scope: Scope): Token[] {
  let now = tokens
  for (let i = 0; i < 20 && now.length === 1 && now[0]!.kind === 'name'; i++) {
    const known = scope.names.get(now[0]!.text)
    if (!isTokens(known)) break
    now = known
  }
  return now
}
function isTokens(known: InputPath | Token[] | undefined): known is Token[] {
  return known !== undefined && typeof known[0] === 'object'
}

function enclosed(tokens: readonly Token[], open: string, close: string): Token[] | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first?.text !== open || last?.text !== close || tokens.length < 2) return undefined
  // The last bracket closes the first one: nothing between them is outside.
  const inner = tokens.slice(1, -1)
  return inner.every(({ depth }) => depth > first.depth) ? inner : undefined
}

function dictOf(tokens: Token[], scope: Scope): Target[] | undefined {
  const inner = enclosed(tokens, '{', '}')
  if (!inner) return undefined
  if (inner.length === 0) return []
  const depth = inner[0]!.depth
  if (inner.some((token) => token.depth === depth && token.text === 'for')) return undefined
  const children: Target[] = []
  for (const item of split(inner, depth)) {
    const [name, colon] = item
    if (name!.text === '**') {
      children.push({
        ...targetOf('**', item.slice(1), scope),
        item: { from: name!.from, to: item.at(-1)!.to },
        line: 'code',
      })
      continue
    }
    const key = name!.kind === 'string' ? keyOf(name!.text) : undefined
    if (key === undefined || colon?.text !== ':') return undefined
    const child = targetOf(key, item.slice(2), scope)
    children.push({
      ...child,
      keySpan: { from: name!.from, to: name!.to },
      item: { from: name!.from, to: item.at(-1)!.to },
    })
  }
  return children
}

function split(tokens: readonly Token[], depth: number): Token[][] {
  const items: Token[][] = [[]]
  for (const token of tokens) {
    if (token.depth === depth && token.text === ',') items.push([])
    else items.at(-1)!.push(token)
  }
  return items.filter((item) => item.length > 0)
}

/** The text of a plain string literal. */
function keyOf(text: string): string | undefined {
  const found = /^(['"])((?:\\['"\\]|[^\\])*)\1$/.exec(text)
  return found?.[2]!.replace(/\\(['"\\])/g, '$1')
}

/** `[{…} for item in place]`, perhaps with an `if`. */
function loopOf(
  tokens: Token[],
  scope: Scope,
): Pick<Target, 'line' | 'refs' | 'children' | 'loops' | 'body'> | undefined {
  const inner = enclosed(tokens, '[', ']')
  if (!inner || inner.length === 0) return undefined
  const depth = inner[0]!.depth
  const at = inner.findIndex((token) => token.depth === depth && token.text === 'for')
  if (at < 1) return undefined
  const [variable, is] = [inner[at + 1], inner[at + 2]]
  if (variable?.kind !== 'name' || is?.text !== 'in') return undefined
  const rest = inner.slice(at + 3)
  const end = rest.findIndex(
    (token) => token.depth === depth && (token.text === 'if' || token.text === 'for'),
  )
  const iterated = resolved(end < 0 ? rest : rest.slice(0, end), scope)
  if (end >= 0 && rest[end]!.text === 'for') return undefined
  const path = exactPath(iterated, scope)
  const names = new Map(scope.names)
  if (path) names.set(variable.text, [...path, EACH])
  else names.delete(variable.text)
  const loops = [...scope.loops, { variable: variable.text, ...(path && { path }) }]
  const body = inner.slice(0, at)
  const children = dictOf(body, { ...scope, names, loops })
  if (!children) return undefined
  const span = { from: body[0]!.from, to: body.at(-1)!.to }
  const refs = path ? [path] : refsIn(iterated, scope).refs
  return { children, loops, body: span, refs, line: path && end < 0 ? 'field' : 'computed' }
}

function valueOf(tokens: Token[], scope: Scope): Pick<Target, 'line' | 'refs'> {
  const path = exactPath(tokens, scope)
  if (path) return { line: 'field', refs: [path] }
  const { refs, unknown, many } = refsIn(tokens, scope)
  if (refs.length === 0) return { refs, line: unknown ? 'code' : 'constant' }
  return { refs, line: many ? 'part' : 'computed' }
}

/** The place of the input that these tokens are, no more and no less. */
function exactPath(tokens: readonly Token[], scope: Pick<Scope, 'names'>): InputPath | undefined {
  const found = pathAt(tokens, 0, scope.names)
  return found && found.next === tokens.length ? found.path : undefined
}

function pathAt(
  tokens: readonly Token[],
  at: number,
  names: Scope['names'],
): { path: InputPath; next: number } | undefined {
  const first = tokens[at]
  if (first?.kind !== 'name' || tokens[at - 1]?.text === '.') return undefined
  let path: (string | number)[]
  let next = at + 1
  const known = names.get(first.text)
  if (first.text === 'msg' && tokens[next]?.text === '.' && roots[tokens[next + 1]?.text ?? '']) {
    path = [roots[tokens[next + 1]!.text]!]
    next += 2
  } else if (known && !isTokens(known)) path = [...known]
  else return undefined
  while (tokens[next]?.text === '[' && tokens[next + 2]?.text === ']') {
    const part = tokens[next + 1]!
    const key =
      part.kind === 'string' ? keyOf(part.text) : /^\d+$/.test(part.text) ? Number(part.text) : undefined
    if (key === undefined) break
    path.push(key)
    next += 3
  }
  return { path, next }
}

/** All places that are read in a value; names that were given values count for what these read. */
function refsIn(
  tokens: readonly Token[],
  scope: Scope,
  seen: ReadonlySet<string> = new Set(),
): { refs: InputPath[]; unknown: boolean; many: boolean } {
  const names = new Map(scope.names)
  let many = false
  // Names of comprehensions inside the value: known before the places that use them, which stand in front.
  for (const [i, token] of tokens.entries()) {
    if (token.text !== 'for' || tokens[i + 2]?.text !== 'in') continue
    const variable = tokens[i + 1]!.text
    const found = pathAt(tokens, i + 3, names)
    if (found) names.set(variable, [...found.path, EACH])
    else names.set(variable, [])
    many = true
  }
  const refs: InputPath[] = []
  let unknown = false
  for (let i = 0; i < tokens.length; i++) {
    // The name that a comprehension gives to its items is no use of it.
    const found = tokens[i - 1]?.text === 'for' ? undefined : pathAt(tokens, i, names)
    if (found) {
      if (found.path.length > 0) refs.push(found.path)
      i = found.next - 1
      continue
    }
    const { kind, text } = tokens[i]!
    const known = names.get(text)
    if (kind === 'name' && isTokens(known) && tokens[i - 1]?.text !== '.' && !seen.has(text)) {
      const inner = refsIn(known, scope, new Set([...seen, text]))
      refs.push(...inner.refs)
      many ||= inner.many
      unknown = true
    } else if (kind === 'string' && /^[rR]?[fF]/.test(text)) {
      const inner = refsIn(meaningful(tokensOf(chips(text))), scope, seen)
      refs.push(...inner.refs)
    } else if (
      kind === 'name' &&
      /^[a-z_]\w*$/.test(text) &&
      tokens[i + 1]?.text !== '(' &&
      tokens[i - 1]?.text !== '.'
    )
      unknown ||= !words.has(text)
  }
  const unique = new Map(refs.map((ref) => [JSON.stringify(ref), ref]))
  return { refs: [...unique.values()], unknown, many }
}
const words = new Set('for in if else and or not is lambda True False None msg'.split(' '))

/** The expressions in an f-string, side by side. */
function chips(text: string): string {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1]!.replace(/[!:][^\])]*$/, '')).join(' ')
}
