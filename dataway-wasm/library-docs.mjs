// The documentation of the modules in library/, from their docstrings: for completion, hover and the docs page, in the same
// rows as generate.mjs makes for natives. What has no docstring is not documented.
import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { libraryFiles } from './library.mjs'
import { textAndExamples } from './generate.mjs'

export function libraryDocs(dir) {
  return libraryFiles(dir).flatMap((file) => {
    const path = relative(dir, file).split(sep).join('/')
    const module = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.')
    return module.split('.').some((part) => part.startsWith('_')) ? [] : docsOf(module, path, readFileSync(file, 'utf8'))
  }) // prettier-ignore
}

function docsOf(module, path, text) {
  const lines = text.split('\n')
  const rows = []
  let inClass
  for (let i = 0; i < lines.length; i++) {
    const found = /^( {4})?(def|class) ([a-z]\w*|[A-Z]\w*)\b/.exec(lines[i])
    if (!found) continue
    const [, inside, word, name] = found
    if (!inside) inClass = word === 'class' ? name : undefined
    if (inside && (word === 'class' || !inClass)) continue
    const head = headOf(lines, i)
    const doc = docstringAt(lines, head.next)
    if (!doc) continue
    const own = word === 'class' ? constructorOf(lines, i) : head.parameters
    // The functions of `random` are methods of one generator.
    const owner = inside && !(module === 'random' && inClass === 'Random') ? `${module}.${inClass}` : module
    rows.push({
      name: `${owner}.${name}`,
      kind: word === 'class' ? 'class' : inside ? 'method' : 'function',
      module,
      signature: `${owner}.${name}${isProperty(lines, i) ? '' : `(${own})`}`,
      ...textAndExamples(doc),
      source: `library/${path}`,
    })
  }
  return rows
}

/** The parameters of a `def` and the line behind its head. */
function headOf(lines, at) {
  let text = ''
  let next = at
  do text += lines[next++].trim() + ' '
  while (!/:\s*$/.test(text) && next < lines.length)
  const parameters = /\((.*)\)/.exec(text)?.[1] ?? ''
  return { next, parameters: publicParameters(parameters) }
}
function publicParameters(text) {
  return text
    .replace(/^(self|cls)(, )?(\/, |\/$)?/, '')
    .replace(/=_\w+/g, '=...')
    .trim()
}
function isProperty(lines, at) {
  return lines[at - 1]?.trim() === '@property'
}

/** The parameters of a class: of its `__init__` or `__new__`. */
function constructorOf(lines, at) {
  for (let i = at + 1; i < lines.length && !/^\S/.test(lines[i]); i++)
    if (/^ {4}def __(init|new)__\(/.test(lines[i])) return headOf(lines, i).parameters
  return ''
}

/** Lines of the docstring that starts at a line, without their margin. */
function docstringAt(lines, at) {
  const start = /^(\s*)r?"""(.*)$/.exec(lines[at] ?? '')
  if (!start) return undefined
  const [, margin, first] = start
  if (first.endsWith('"""')) return [first.slice(0, -3)]
  const doc = [first]
  for (let i = at + 1; i < lines.length && lines[i].trim() !== '"""'; i++)
    doc.push(lines[i].slice(margin.length))
  return doc
}
