// The words of shell commands as POSIX sh and bash read them, as far as copied commands use it: quotes, `$'…'`, backslashes,
// continued lines (also cmd.exe's ^). Nothing is expanded: `$NAME` stays as it is written.

/** Commands by their words; `;`, `&&`, `|`, `&` and line ends part them. */
export function shellCommands(text: string): string[][] {
  const commands: string[][] = []
  let words: string[] = []
  let word: string | undefined
  const endWord = (): void => {
    if (word !== undefined) words.push(word)
    word = undefined
  }
  const endCommand = (): void => {
    endWord()
    if (words.length > 0) commands.push(words)
    words = []
  }
  const source = text.replaceAll('\r\n', '\n')
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!
    if (char === "'") {
      const end = closing(source, i + 1, "'")
      word = (word ?? '') + source.slice(i + 1, end)
      i = end
    } else if (char === '$' && source[i + 1] === "'") {
      const [said, end] = ansi(source, i + 2)
      word = (word ?? '') + said
      i = end
    } else if (char === '"') {
      const [said, end] = quoted(source, i + 1)
      word = (word ?? '') + said
      i = end
    } else if (char === '\\' || (char === '^' && /[\n"&|<>^]/.test(source[i + 1] ?? ''))) {
      const next = source[++i]
      if (next !== '\n' && next !== undefined) word = (word ?? '') + next
    } else if (char === '#' && word === undefined) {
      while (i + 1 < source.length && source[i + 1] !== '\n') i++
    } else if (/[\n;|&]/.test(char)) endCommand()
    else if (/\s/.test(char)) endWord()
    else word = (word ?? '') + char
  }
  endCommand()
  return commands
}

function closing(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from)
  return end === -1 ? text.length : end
}

/** Between double quotes a backslash counts before `$`, `` ` ``, `"`, `\` and a line end only. */
function quoted(text: string, from: number): [string, number] {
  let said = ''
  let i = from
  for (; i < text.length && text[i] !== '"'; i++) {
    const next = text[i + 1]
    if (text[i] === '\\' && next !== undefined && '$`"\\\n'.includes(next)) {
      if (next !== '\n') said += next
      i++
    } else said += text[i]
  }
  return [said, i]
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', e: '\x1b' } // prettier-ignore

/** bash's `$'…'`, which browsers write for bodies with line ends or quotes. `\xHH` and octal are bytes of UTF-8. */
function ansi(text: string, from: number): [string, number] {
  const bytes: number[] = []
  const put = (more: string): void => void bytes.push(...new TextEncoder().encode(more))
  let i = from
  while (i < text.length && text[i] !== "'") {
    if (text[i] !== '\\') {
      const point = String.fromCodePoint(text.codePointAt(i)!)
      put(point)
      i += point.length
      continue
    }
    const rest = text.slice(i + 1, i + 11)
    const byte = /^x([0-9a-f]{1,2})/i.exec(rest) ?? /^([0-7]{1,3})/.exec(rest)
    const point = /^u([0-9a-f]{1,4})/i.exec(rest) ?? /^U([0-9a-f]{1,8})/.exec(rest)
    if (byte) bytes.push(Number.parseInt(byte[1]!, byte[0].startsWith('x') ? 16 : 8) & 255)
    else if (point) put(codePoint(Number.parseInt(point[1]!, 16), text, i))
    else put(escapes[rest[0] ?? ''] ?? rest[0] ?? '')
    const surrogate =
      point && /^u[dD][89abAB]/.test(rest) && /^\\u[dD][c-fC-F]/.test(text.slice(i + 6, i + 10))
    i += 1 + (byte?.[0].length ?? point?.[0].length ?? 1) + (surrogate ? 6 : 0)
  }
  return [new TextDecoder().decode(new Uint8Array(bytes)), i]
}

/** Two halves of a surrogate pair are written one after another. */
function codePoint(code: number, text: string, at: number): string {
  if (code < 0xd800 || code > 0xdbff) return code > 0x10ffff ? '' : String.fromCodePoint(code)
  const low = /^\\u(d[c-f][0-9a-f]{2})/i.exec(text.slice(at + 6, at + 12))
  return low ? String.fromCharCode(code, Number.parseInt(low[1]!, 16)) : '\ufffd'
}
