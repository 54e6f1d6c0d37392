// Modules written in DataWay itself: library/**.py becomes generated/library.ts, their text (comments, docstrings and
// blank lines left out) inside the wasm file, two bytes to a character of a string constant, which asc stores as it is.
// `library/urllib/parse.py` is the module urllib.parse; `library/urllib/__init__.py` would be urllib.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** All library files below `dir`. */
export function libraryFiles(dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) =>
      e.isDirectory() ? libraryFiles(join(dir, e.name)) : e.name.endsWith('.py') ? [join(dir, e.name)] : [],
    )
}

/** The text of generated/library.ts. */
export function writeLibrary(dir) {
  const modules = libraryFiles(dir).map((file) => ({
    name: relative(dir, file)
      .split(sep)
      .join('.')
      .replace(/(\.__init__)?\.py$/, ''),
    text: shrink(readFileSync(file, 'utf8')),
  }))
  return `// Written by library.mjs from library/. Not to be edited.
export const LIBRARY_COUNT: i32 = ${modules.length}

export function libraryName(index: i32): string {
  switch (index) {
${modules.map((m, i) => `    case ${i}: return '${m.name}'`).join('\n')}
    default: return ''
  }
}

/** Two bytes of ASCII to a UTF-16 unit, low byte first. */
export function libraryText(index: i32): string {
  switch (index) {
${modules.map((m, i) => `    case ${i}: return '${packed(m.text)}'`).join('\n')}
    default: return ''
  }
}
`
}

function packed(text) {
  if (text.length % 2) text += '\n'
  let out = ''
  for (let i = 0; i < text.length; i += 2)
    out += `\\u${text
      .charCodeAt(i + 1)
      .toString(16)
      .padStart(2, '0')}${text.charCodeAt(i).toString(16).padStart(2, '0')}`
  return out
}

/** Leaves out comment lines, docstrings and blank lines, and halves the indentation. */
function shrink(text) {
  // Characters outside ASCII stand in strings only, where an escape says the same.
  text = text.replace(/[\u0080-\u{10ffff}]/gu, (c) => {
    const code = c.codePointAt(0)
    return code < 0x10000
      ? `\\u${code.toString(16).padStart(4, '0')}`
      : `\\U${code.toString(16).padStart(8, '0')}`
  })
  const lines = []
  let inDoc = false
  for (const line of text.split('\n')) {
    const bare = line.trim()
    if (inDoc) {
      if (bare.endsWith('"""')) inDoc = false
      continue
    }
    if (bare === '' || bare.startsWith('#')) continue
    if (/^r?"""/.test(bare)) {
      if (/^r?"""$/.test(bare) || !bare.endsWith('"""')) inDoc = true
      continue
    }
    const indent = line.length - line.trimStart().length
    lines.push(' '.repeat(indent >> 2) + ' '.repeat(indent & 3) + bare)
  }
  return lines.join('\n') + '\n'
}
