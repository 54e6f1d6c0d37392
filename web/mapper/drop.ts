// What it writes to drop a place of the input on a place of the output: the place, a dict of its fields, a loop over its items.
// Dropped on a container that has fields of the same names without a value, these are filled, all the way down; what has a value
// stays as it is. Pure but for the look at the input.
import { dictText, freeKey, indented, loopText, marginOf, pathText, replaced, variableFor, withField } from './mapping-edit.ts' // prettier-ignore
import { EACH, type InputPath, type Loop, type Span, type Target } from './mapping.ts'

export type Kind = 'leaf' | 'dict' | 'list'
export interface Given {
  path: InputPath
  kind: Kind
}
/** The fields of a dict, or of the first item where the path ends in EACH. */
export type Look = (path: InputPath) => Promise<readonly { key: string; kind: Kind }[]>

interface Edit extends Span {
  text: string
}

/** The text with what was dropped in it. */
export async function dropped(source: string, target: Target, given: Given, look: Look): Promise<string> {
  if (target.kind === 'value')
    return edited(source, [{ ...target.span, text: await valueFor(given, target.loops, look) }])
  const edits = given.kind === 'leaf' ? [] : await filled(source, target, given, look)
  if (edits.length > 0) return edited(source, edits)
  const isEmptyResult = target.kind === 'fields' && target.children.length === 0 && given.path.length === 1
  if (isEmptyResult)
    return edited(source, [{ ...target.span, text: await valueFor(given, target.loops, look) }])
  return withField(source, target, freeKey(target, given.path), await valueFor(given, target.loops, look))
}

/** The text with all equal names filled that have no value yet, and how many these were. */
export async function equalNames(
  source: string,
  root: Target,
  given: Given,
  look: Look,
): Promise<{ source: string; count: number }> {
  const edits = await filled(source, root, given, look)
  const count = edits.filter(({ from, to }) => to > from).length
  return { source: edited(source, edits), count }
}

/** What a place of the input is written as. */
export async function valueFor({ path, kind }: Given, loops: readonly Loop[], look: Look): Promise<string> {
  if (kind === 'leaf') return pathText(path, loops)
  const keys = (await look(kind === 'list' ? [...path, EACH] : path)).map(({ key }) => key)
  return kind === 'list' ? loopText(path, keys, loops) : dictText(path, keys, loops)
}

async function filled(source: string, container: Target, given: Given, look: Look): Promise<Edit[]> {
  const { path, kind } = given
  if (container.kind === 'loop') {
    const own = container.loops.at(-1)?.path
    const isSame = own !== undefined && own.join('\n') === path.join('\n')
    if (kind === 'list') return isSame ? await fields(source, container, [...path, EACH], container.loops, look) : [] // prettier-ignore
  }
  if (kind === 'list') return await asLoop(source, container, path, look)
  return await fields(source, container, path, container.loops, look)
}

async function fields(
  source: string,
  container: Target,
  path: InputPath,
  loops: readonly Loop[],
  look: Look,
): Promise<Edit[]> {
  const edits: Edit[] = []
  const names = new Map((await look(path)).map(({ key, kind }) => [key, kind]))
  for (const child of container.children) {
    const kind = names.get(child.key)
    if (!kind) continue
    const given: Given = { path: [...path, child.key], kind }
    if (isFree(source, child)) edits.push({ ...child.span, text: await valueFor(given, loops, look) })
    else if (child.kind !== 'value' && kind !== 'leaf')
      edits.push(...(await filled(source, withLoops(child, loops), given, look)))
  }
  return edits
}
/** A field of a container that is just becoming a loop stands in that loop, too. */
function withLoops(target: Target, loops: readonly Loop[]): Target {
  return target.kind === 'fields' ? { ...target, loops } : target
}

/** A container whose fields have no values becomes a list with one for each item. */
async function asLoop(source: string, container: Target, path: InputPath, look: Look): Promise<Edit[]> {
  if (container.children.length === 0 || !allFree(source, container)) return []
  const { loops, span } = container
  const variable = variableFor(path, loops)
  const inner = await fields(source, container, [...path, EACH], [...loops, { variable, path }], look)
  if (inner.length === 0) return []
  const tail = ` for ${variable} in ${pathText(path, loops)}]`
  return [{ from: span.from, to: span.from, text: '[' }, ...inner, { from: span.to, to: span.to, text: tail }]
}

function isFree(source: string, target: Target): boolean {
  if (target.kind === 'fields') return target.children.length === 0
  return target.kind === 'value' && /^(None|\[\]|''|"")$/.test(source.slice(target.span.from, target.span.to))
}
function allFree(source: string, target: Target): boolean {
  return isFree(source, target) || (target.kind === 'fields' && target.children.every((child) => allFree(source, child))) // prettier-ignore
}

function edited(source: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => replaced(text, edit, indented(edit.text, marginOf(source, edit.from))), source)
}
