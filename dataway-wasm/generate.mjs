// Reads the headers of native functions and writes what the module needs to find and call them:
//   generated/natives.ts   the table (names, parameters, defaults) as static data, and callNative()
// and the documentation for completion, hover and the docs page. A header stands right above its function:
//   /// str.split(self, /, sep=None, maxsplit=-1) -> list
//   /// Words of the string, cut at `sep`; runs of white space without one.
//   /// >>> 'a,b'.split(',')
//   /// ['a', 'b']
//   export function split(args: usize): Value
// Without parentheses it is a constant of a module (`/// math.pi`) or a read-only attribute of a type (`/// slice.start`).
// A method's first parameter is `self`. Defaults: None, True, False, integers, text; `...` for one the function knows itself.
import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'

const FLAG = { METHOD: 1, ATTRIBUTE: 2, VARARGS: 4, VARKW: 8, KEYWORDS: 16, OPERATOR: 32 }

export function generate(assembly, files) {
  const types = readTypes(files)
  const natives = []
  for (const file of files) {
    const path = relative(assembly, file).split(sep).join('/')
    if (!/^(builtins|modules)\//.test(path)) continue
    natives.push(...readHeaders(path, readFileSync(file, 'utf8')))
  }
  natives.sort((a, b) => (a.qualified < b.qualified ? -1 : 1))
  return { index: { 'natives.ts': writeTable(natives, types) }, docs: natives.map(docOf) }
}

/** Kind number and type name of each row of the Kind enum. */
function readTypes(files) {
  const text = readFileSync(
    files.find((f) => f.endsWith(`value${sep}object.ts`)),
    'utf8',
  )
  return [...text.matchAll(/^ {2}\w+ = (\d+), \/\/ (\S+)$/gm)].map(([, kind, name]) => ({
    kind: Number(kind),
    name,
  }))
}

function readHeaders(path, text) {
  const found = []
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i].startsWith('///')) continue
    const header = []
    while (lines[i]?.startsWith('///')) header.push(lines[i++].slice(3).replace(/^ /, ''))
    while (/^\s*(\/\/|@)/.test(lines[i] ?? '')) i++
    const fn = /^export function (\w+)\(/.exec(lines[i] ?? '')
    if (!fn) throw new Error(`${path}:${i + 1}: a /// header must stand above an exported function`)
    const signature = /^([\w.]+)(?:\((.*)\))?(?:\s*->\s*(.+))?$/
    // One function may stand for several types: their signatures follow each other.
    let count = 1
    while (/^\w+(\.\w+)+\(.*\)/.test(header[count] ?? '')) count++
    for (const text of header.slice(0, count)) {
      const head = signature.exec(text.trim())
      if (!head) throw new Error(`${path}:${i + 1}: cannot read header: ${text}`)
      const [, qualified, parameters, result] = head
      const dot = qualified.lastIndexOf('.')
      found.push({
        path, fn: fn[1], qualified, qualifier: dot < 0 ? '' : qualified.slice(0, dot), name: qualified.slice(dot + 1),
        parameters: parameters === undefined ? undefined : readParameters(parameters, qualified),
        signature: text.trim(), result, doc: header.slice(count),
      }) // prettier-ignore
    }
  }
  return found
}

function readParameters(text, where) {
  const list = []
  let kind = 'normal'
  for (const part of splitOutsideQuotes(text)) {
    if (part === '/') for (const p of list) p.kind = 'positional'
    else if (part === '*') kind = 'keyword'
    else if (part.startsWith('**')) list.push({ name: part.slice(2), kind: 'varkw' })
    else if (part.startsWith('*')) {
      list.push({ name: part.slice(1), kind: 'varargs' })
      kind = 'keyword'
    } else {
      const [name, ...rest] = part.split('=')
      if (!/^\w+$/.test(name)) throw new Error(`${where}: bad parameter ${part}`)
      list.push({ name, kind, default: rest.length ? rest.join('=') : undefined })
    }
  }
  return list
}

function splitOutsideQuotes(text) {
  const parts = []
  let part = ''
  let quote = ''
  for (const c of text) {
    if (quote) quote = c === quote ? '' : quote
    else if (c === "'" || c === '"') quote = c
    if (c === ',' && !quote) {
      parts.push(part.trim())
      part = ''
    } else part += c
  }
  if (part.trim()) parts.push(part.trim())
  return parts
}

const utf8 = (text) => [...new TextEncoder().encode(text)]
const withLength = (text) => [utf8(text).length, ...utf8(text)]

/** 0 required · 1 None · 2 True · 3 False · 4 integer · 5 text · 6 the function's own (UNBOUND) */
function defaultBytes(text) {
  if (text === undefined) return [0]
  if (text === 'None') return [1]
  if (text === 'True') return [2]
  if (text === 'False') return [3]
  if (/^-?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 31) {
    const n = Number(text)
    return [4, n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >> 24) & 255]
  }
  if (/^(['"])[^\\]*\1$/.test(text)) return [5, ...withLength(text.slice(1, -1))]
  return [6]
}

function recordOf(native, qualifier) {
  const parameters = native.parameters ?? []
  let flags = native.parameters ? 0 : FLAG.ATTRIBUTE
  if (parameters[0]?.name === 'self' || parameters[0]?.name === 'cls_self') flags |= FLAG.METHOD
  if (parameters.some((p) => p.kind === 'varargs')) flags |= FLAG.VARARGS
  if (parameters.some((p) => p.kind === 'varkw')) flags |= FLAG.VARKW
  if (parameters.some((p) => p.kind === 'normal' || p.kind === 'keyword')) flags |= FLAG.KEYWORDS
  if (native.path.startsWith('builtins/special/')) flags |= FLAG.OPERATOR
  const plain = parameters.filter((p) => p.kind !== 'varargs' && p.kind !== 'varkw')
  const count = (kind) => plain.filter((p) => p.kind === kind).length
  return [
    qualifier, flags, count('positional'), count('normal'), count('keyword'), ...withLength(native.name),
    ...plain.flatMap((p) => [...withLength(p.name), ...defaultBytes(p.default)]),
  ] // prettier-ignore
}

/** The same function as in builtins/native.ts. */
function hashName(qualifier, name) {
  let h = Math.imul(2166136261 ^ qualifier, 16777619) >>> 0
  for (const b of utf8(name)) h = Math.imul(h ^ b, 16777619) >>> 0
  return (h ^ (h >>> 15)) >>> 0
}

function writeTable(natives, types) {
  const qualifiers = ['', ...new Set(types.map((t) => t.name))]
  for (const n of natives) {
    // `urllib.parse.quote` makes `urllib` known too.
    const parts = n.qualifier.split('.')
    for (let i = 1; i <= parts.length; i++) {
      const prefix = parts.slice(0, i).join('.')
      if (!qualifiers.includes(prefix)) qualifiers.push(prefix)
    }
  }
  if (qualifiers.length > 255) throw new Error('more than 255 types and modules')
  const typeNames = new Set(types.map((t) => t.name))
  for (const n of natives) if (n.parameters?.[0]?.name === 'self') typeNames.add(n.qualifier)

  const data = []
  const offsets = natives.map((n) => {
    const at = data.length
    data.push(...recordOf(n, qualifiers.indexOf(n.qualifier)))
    return at
  })
  const qualifierOffsets = qualifiers.map((q) => {
    const at = data.length
    data.push(typeNames.has(q) ? 1 : 0, ...withLength(q))
    return at
  })
  let size = 1
  while (size < natives.length * 2) size *= 2
  const table = new Array(size).fill(0)
  natives.forEach((n, i) => {
    let at = hashName(qualifiers.indexOf(n.qualifier), n.name) & (size - 1)
    while (table[at]) at = (at + 1) & (size - 1)
    table[at] = i + 1
  })
  const kinds = new Array(256).fill(0)
  for (const t of types) kinds[t.kind] = qualifiers.indexOf(t.name)

  const imports = new Map()
  natives.forEach((n, i) => {
    const list = imports.get(n.path) ?? []
    list.push(`${n.fn} as n${i}`)
    imports.set(n.path, list)
  })
  const bytes = (list) => list.join(',')
  return `// Written by generate.mjs from the headers of builtins/ and modules/. Not to be edited.
import { Value, ERROR } from '../value/value.ts'
${[...imports].map(([path, names]) => `import { ${names.join(', ')} } from '../${path}'`).join('\n')}

export const NATIVE_COUNT: u32 = ${natives.length}
export const QUALIFIER_COUNT: u32 = ${qualifiers.length}
export const NATIVE_DATA: usize = memory.data<u8>([${bytes(data.length ? data : [0])}])
export const NATIVE_OFFSETS: usize = memory.data<u32>([${bytes(offsets.length ? offsets : [0])}])
export const QUALIFIER_OFFSETS: usize = memory.data<u32>([${bytes(qualifierOffsets)}])
export const NATIVE_HASH_MASK: u32 = ${size - 1}
export const NATIVE_HASH: usize = memory.data<u16>([${bytes(table)}])
export const QUALIFIER_OF_KIND: usize = memory.data<u8>([${bytes(kinds)}])

export function callNative(index: u32, args: usize): Value {
  switch (index) {
${natives.map((n, i) => `    case ${i}: return n${i}(args)`).join('\n')}
    default: return ERROR
  }
}
`
}

function docOf(native) {
  return {
    name: native.qualified,
    kind: native.parameters ? (native.parameters[0]?.name === 'self' ? 'method' : 'function') : 'attribute',
    module: native.path.startsWith('modules/') ? native.qualifier : 'builtins',
    signature: native.signature,
    result: native.result,
    ...textAndExamples(native.doc),
    source: native.path,
  }
}

/** The text and the `>>>` examples of the lines of a header or docstring. */
export function textAndExamples(lines) {
  const examples = []
  const text = []
  let example
  for (const line of lines) {
    if (line.startsWith('>>> ')) examples.push((example = { input: [line.slice(4)], output: [] }))
    else if (line.startsWith('... ') && example) example.input.push(line.slice(4))
    else if (example && line !== '') example.output.push(line)
    else {
      example = undefined
      text.push(line)
    }
  }
  return {
    text: text.join('\n').trim(),
    examples: examples.map((e) => ({ input: e.input.join('\n'), output: e.output.join('\n') })),
  }
}
