// The tokens of a script, for tools that look at its text (format, portability, statement places). The compiler has a lexer
// of its own: this one takes any text, also one with errors, and keeps comments.

export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'comment' | 'newline'

export interface Token {
  kind: TokenKind
  text: string
  /** Offset of its first character. */
  from: number
  to: number
  /** Open brackets around it; a closing bracket counts as outside. */
  depth: number
}

const keywordList = 'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield' // prettier-ignore
export const keywords: ReadonlySet<string> = new Set(keywordList.split(' '))

const patterns: readonly [TokenKind | 'space', RegExp][] = [
  ['space', /(?:[ \t\f]|\\\r?\n)+/y],
  ['newline', /\r?\n|\r/y],
  ['comment', /#[^\r\n]*/y],
  ['string', /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?("""|''')(?:\\[^]|(?!\1)[^])*(?:\1|$)/y],
  ['string', /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:'(?:\\[^]|[^'\\\r\n])*'?|"(?:\\[^]|[^"\\\r\n])*"?)/y],
  [
    'number',
    /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y,
  ],
  ['name', /[\p{ID_Start}_][\p{ID_Continue}]*/uy],
  ['operator', /\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|\*\*|\/\/|>>|<<|[<>=!+\-*/%&|^@]=|[^\s]/y],
]

/** All tokens; what is between them is white space and continued lines. A line end inside of brackets is a token too. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  let at = 0
  while (at < source.length) {
    const next = matchAt(source, at)
    const { kind, to } = next
    if (kind !== 'space') {
      const text = source.slice(at, to)
      const isOperator = kind === 'operator'
      if (isOperator && (text === ')' || text === ']' || text === '}')) depth = Math.max(0, depth - 1)
      tokens.push({ kind, text, from: at, to, depth })
      if (isOperator && (text === '(' || text === '[' || text === '{')) depth++
    }
    at = to
  }
  return tokens
}

function matchAt(source: string, at: number): { kind: TokenKind | 'space'; to: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found && found[0].length > 0) return { kind, to: at + found[0].length }
  }
  return { kind: 'operator', to: at + 1 }
}

export interface LogicalLine {
  /** Its tokens, the line ends inside of brackets among them, and the comment behind it. */
  tokens: Token[]
  /** White space before its first token. */
  margin: string
}

/** Lines as the language sees them: brackets join lines. A line of only a comment is one; an empty line is not. */
export function logicalLines(source: string, tokens: Token[] = tokensOf(source)): LogicalLine[] {
  const lines: LogicalLine[] = []
  let line: Token[] = []
  const end = (): void => {
    if (line.length > 0) {
      const first = line[0]!.from
      const start = Math.max(source.lastIndexOf('\n', first - 1), source.lastIndexOf('\r', first - 1)) + 1
      lines.push({ tokens: line, margin: source.slice(start, first) })
    }
    line = []
  }
  for (const token of tokens) {
    if (token.kind === 'newline' && token.depth === 0) end()
    else line.push(token)
  }
  end()
  return lines
}

/** A place where a debugger can stop: the start of a statement that does something. Lines and columns from 1. */
export interface StatementPlace {
  line: number
  column: number
  endLine: number
}

const noStop = new Set(['else', 'try', 'finally', 'global', 'nonlocal', '@'])

/** The places of all statements of a script, in order. A docstring, `else:`, `try:` and a comment are none. */
export function statementPlaces(source: string): StatementPlace[] {
  const starts = lineStarts(source)
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset)
  const places: StatementPlace[] = []
  for (const { tokens } of logicalLines(source)) {
    const code = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'newline')
    const first = code[0]
    if (!first || noStop.has(first.text)) continue
    if (code.every(({ kind }) => kind === 'string')) continue
    const line = lineOf(first.from)
    places.push({
      line: line + 1,
      column: first.from - starts[line]! + 1,
      endLine: lineOf(code.at(-1)!.to - 1) + 1,
    })
  }
  return places
}

/** Offsets at which the lines of a text start. */
export function lineStarts(source: string): number[] {
  const starts = [0]
  for (const { index, 0: text } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + text.length)
  return starts
}
