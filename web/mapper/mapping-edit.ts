// Edits of a mapping as edits of its text: only the piece they are about changes. Pure.
import { quote } from '../inspector/mode-switch.ts'
import { EACH, type InputPath, type Loop, type Mapping, type Span, type Target } from './mapping.ts'

/** How a place of the input is written where these loops run. */
export function pathText(path: InputPath, loops: readonly Loop[] = []): string {
  const loop = loops.findLast((one) => one.path && startsWith(path, [...one.path, EACH]))
  if (loop) return loop.variable + subscripts(path.slice(loop.path!.length + 1))
  const [first, ...rest] = path
  const root =
    { payload: 'msg.payload', attributes: 'msg.attrs', variables: 'msg.vars' }[String(first)] ?? 'msg'
  return root + subscripts(rest)
}
function subscripts(path: InputPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : part === EACH ? '[0]' : `[${quoted(part)}]`))
    .join('')
}
function startsWith(path: InputPath, start: InputPath): boolean {
  return start.every((part, i) => path[i] === part)
}
function quoted(text: string): string {
  return quote(text, "'")
}

/** The text with the value of a target replaced. */
export function withValue(source: string, target: Target, value: string): string {
  return replaced(source, target.span, value)
}
export function withKey(source: string, target: Target, key: string): string {
  return target.keySpan ? replaced(source, target.keySpan, quoted(key)) : source
}

/** The text with a new field at the end of a container. */
export function withField(source: string, container: Target, key: string, value: string): string {
  const span = container.body ?? container.span
  const close = span.to - 1
  const last = container.children.at(-1)?.item
  const margin = marginOf(source, span.from)
  const written = (inside: string) => `${quoted(key)}: ${indented(value, inside)}`
  if (!last) {
    const inside = `${margin}    `
    return replaced(source, { from: span.from + 1, to: close }, `\n${inside}${written(inside)},\n${margin}`)
  }
  const between = source.slice(last.to, close)
  const comma = between.indexOf(',') >= 0 ? last.to + between.indexOf(',') + 1 : undefined
  if (!source.slice(span.from, span.to).includes('\n')) return insert(source, comma ?? last.to, `${comma ? '' : ','} ${written(margin)}`) // prettier-ignore
  const inside = marginOf(source, container.children[0]!.item!.from)
  return insert(
    source,
    comma ?? last.to,
    `${comma ? '' : ','}\n${inside}${written(inside)}${comma ? ',' : ''}`,
  )
}

/** The text without a field. */
export function withoutField(source: string, container: Target, field: Target): string {
  const at = container.children.indexOf(field)
  const { item } = field
  if (at < 0 || !item) return source
  const next = container.children[at + 1]?.item
  if (next) return replaced(source, { from: item.from, to: next.from }, '')
  const before = container.children[at - 1]?.item
  if (before) return replaced(source, { from: before.to, to: item.to }, '')
  const span = container.body ?? container.span
  return replaced(source, { from: span.from + 1, to: span.to - 1 }, '')
}

/** A dict of these fields of a container of the input. */
export function dictText(path: InputPath, keys: readonly string[], loops: readonly Loop[]): string {
  if (keys.length === 0) return '{}'
  return `{\n${keys.map((key) => `    ${quoted(key)}: ${pathText([...path, key], loops)},`).join('\n')}\n}`
}
/** A list with one dict for each item of a list of the input; `keys` are those of an item, none: the items as they are. */
export function loopText(path: InputPath, keys: readonly string[], loops: readonly Loop[]): string {
  const variable = variableFor(path, loops)
  const over = pathText(path, loops)
  if (keys.length === 0) return over
  const body = dictText([...path, EACH], keys, [...loops, { variable, path }])
  return `[\n${indent(body)}\n    for ${variable} in ${over}\n]`
}

/** `line_items` → `line_item`; never a name that is taken. */
export function variableFor(path: InputPath, loops: readonly Loop[]): string {
  const last = String(path.findLast((part) => typeof part === 'string' && part !== EACH) ?? 'item')
  const name = last
    .replace(/\W+/g, '_')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
  const taken = new Set(['msg', ...loops.map((one) => one.variable)])
  const good = /^[a-z_]\w*$/i.test(name) && !reserved.has(name) && name !== last ? name : 'item'
  let free = good
  for (let n = 2; taken.has(free); n++) free = `${good}${n}`
  return free
}
const reserved = new Set('payload list dict str int for in if is or and not def class return from import as with while pass else'.split(' ')) // prettier-ignore

/** A field for what is mapped: its last key, another one where that is taken. */
export function freeKey(container: Target, path: InputPath): string {
  const key = String(path.findLast((part) => typeof part === 'string' && part !== EACH) ?? 'value')
  const taken = new Set(container.children.map((child) => child.key))
  let free = key
  for (let n = 2; taken.has(free); n++) free = `${key}${n}`
  return free
}

/** The container that holds a target. */
export function containerOf(mapping: Mapping, target: Target): Target | undefined {
  const search = (from: Target): Target | undefined =>
    from.children.includes(target) ? from : from.children.map(search).find(Boolean)
  return mapping.root && search(mapping.root)
}

export function replaced(source: string, { from, to }: Span, text: string): string {
  return source.slice(0, from) + text + source.slice(to)
}
function insert(source: string, at: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at)
}
/** White space at the start of the line of a place. */
export function marginOf(source: string, at: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', at - 1) + 1))![0]
}
export function indented(text: string, margin: string): string {
  return text.replaceAll('\n', `\n${margin}`)
}
function indent(text: string): string {
  return text.split('\n').map((line) => `    ${line}`).join('\n') // prettier-ignore
}
