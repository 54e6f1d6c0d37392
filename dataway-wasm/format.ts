// Puts a script into one form: four spaces a level, one space around operators and behind commas, two empty lines around
// what is defined at the top. Only white space changes: tokens, texts, comments and where lines are broken stay.
import { keywords, logicalLines, tokensOf, type LogicalLine, type Token } from './tokens.ts'

const INDENT = '    '
/** Keywords that are values: what follows them is as behind a name. */
const values = new Set(['None', 'True', 'False'])
const closing = new Set([')', ']', '}'])
const opening = new Set(['(', '[', '{'])
const comparing = new Set(['==', '!=', '<', '>', '<=', '>='])
const calculating = new Set(['+', '-', '*', '/', '//', '%', '@', '&', '|', '^', '<<', '>>', '**'])
const assigning = new Set(['+=', '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=', '<<=', '>>=', '**=', ':=', '->']) // prettier-ignore

/** The formatted source. A source whose brackets or texts do not close, or whose blocks do not line up, stays as it is. */
export function format(source: string): string {
  const tokens = tokensOf(source)
  if (!isWhole(tokens)) return source
  const lines = logicalLines(source, tokens)
  const levels = levelsOf(lines)
  if (!levels) return source
  let out = ''
  for (const [i, line] of lines.entries()) {
    const before = i === 0 ? 0 : emptyBefore(source, lines, levels, i)
    out += '\n'.repeat(before) + writeLine(source, line, levels[i]!) + '\n'
  }
  return out
}

function isWhole(tokens: Token[]): boolean {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind === 'string') {
      const body = text.replace(/^[a-zA-Z]+/, '')
      const quote = /^('''|"""|'|")/.exec(body)![0]
      if (body.length < 2 * quote.length || !body.endsWith(quote)) return false
    } else if (kind === 'operator' && opening.has(text)) open.push(text)
    else if (kind === 'operator' && closing.has(text)) {
      const from = open.pop()
      if (from === undefined || '([{'.indexOf(from) !== ')]}'.indexOf(text)) return false
    }
  }
  return open.length === 0
}

const isComment = ({ tokens }: LogicalLine): boolean => tokens[0]!.kind === 'comment'

/** The level of every line, from the white space before it; undefined when the levels do not line up. */
function levelsOf(lines: LogicalLine[]): number[] | undefined {
  const levels: number[] = []
  const margins = [0]
  for (const line of lines) {
    const width = widthOf(line.margin)
    if (isComment(line)) {
      levels.push(margins.findLastIndex((margin) => margin <= width))
      continue
    }
    if (width > margins.at(-1)!) margins.push(width)
    while (width < margins.at(-1)!) margins.pop()
    if (width !== margins.at(-1)!) return undefined
    levels.push(margins.length - 1)
  }
  // A comment stands at least as deep as the code below it.
  let below = 0
  for (let i = lines.length - 1; i >= 0; i--) {
    if (isComment(lines[i]!)) levels[i] = Math.max(levels[i]!, below)
    else below = levels[i]!
  }
  return levels
}
function widthOf(margin: string): number {
  let width = 0
  for (const c of margin) width = c === '\t' ? (Math.floor(width / 8) + 1) * 8 : width + 1
  return width
}
function endsInColon({ tokens }: LogicalLine): boolean {
  return tokens.findLast(({ kind }) => kind !== 'comment' && kind !== 'newline')?.text === ':'
}

/** How many empty lines stand before a line. */
function emptyBefore(source: string, lines: LogicalLine[], levels: number[], i: number): number {
  const gap = source.slice(lines[i - 1]!.tokens.at(-1)!.to, lines[i]!.tokens[0]!.from)
  const had = Math.max(0, (gap.match(/\r\n|\r|\n/g)?.length ?? 0) - 1)
  if (endsInColon(lines[i - 1]!) && levels[i]! > levels[i - 1]!) return 0
  if (levels[i] !== 0) return Math.min(had, 1)
  if (isDecorator(lines[i - 1]!)) return 0
  // Comments right above a definition belong to it.
  if (isComment(lines[i - 1]!) && had === 0) return 0
  let next = i
  while (next < lines.length - 1 && isComment(lines[next]!) && isNext(source, lines, next)) next++
  const isAfterBlock = levels[i - 1]! > 0 && isInDefinition(lines, levels, i - 1)
  if (isDefinition(lines[next]!) || isAfterBlock) return 2
  return Math.min(had, 2)
}
function isNext(source: string, lines: LogicalLine[], i: number): boolean {
  const gap = source.slice(lines[i]!.tokens.at(-1)!.to, lines[i + 1]!.tokens[0]!.from)
  return (gap.match(/\r\n|\r|\n/g)?.length ?? 0) === 1
}
function isDecorator({ tokens }: LogicalLine): boolean {
  return tokens[0]!.text === '@'
}
function isDefinition(line: LogicalLine): boolean {
  return isDecorator(line) || /^(def|class)$/.test(line.tokens[0]!.text)
}
function isInDefinition(lines: LogicalLine[], levels: number[], i: number): boolean {
  let at = i
  while (at >= 0 && levels[at]! > 0) at--
  return at >= 0 && isDefinition(lines[at]!)
}

function writeLine(source: string, line: LogicalLine, level: number): string {
  const margin = INDENT.repeat(level)
  const shift = margin.length - widthOf(line.margin)
  let out = margin
  let previous: Token | undefined
  const brackets: Bracket[] = []
  const state: State = { brackets, isDef: /^(def|async)$/.test(line.tokens[0]!.text), lambdas: 0 }
  for (const token of line.tokens) {
    if (token.kind === 'newline') {
      out = out.trimEnd() + '\n'
      previous = undefined
      continue
    }
    if (previous) {
      const between = source.slice(previous.to, token.from)
      const broken = /\\\r?\n([ \t]*)$/.exec(between)
      if (broken) out += ' \\\n' + marginAt(widthOf(broken[1]!) + shift, level)
      else out += ' '.repeat(gapBetween(state, previous, token, between.length))
    } else if (token.from !== line.tokens[0]!.from) {
      const start = source.lastIndexOf('\n', token.from - 1) + 1
      out += marginAt(widthOf(source.slice(start, token.from)) + shift, 0)
    }
    out += token.kind === 'comment' ? commentText(token.text) : token.text
    step(state, token, previous)
    previous = token
  }
  return out.trimEnd()
}
function marginAt(width: number, level: number): string {
  return ' '.repeat(Math.max(width, level * INDENT.length))
}
function commentText(text: string): string {
  return /^#[^\s#!:]/.test(text) ? '# ' + text.slice(1).trimEnd() : text.trimEnd()
}

interface Bracket {
  text: string
  /** It holds arguments or parameters: `=` has no spaces there. */
  isCall: boolean
  /** Behind a parameter's `:` the `=` has spaces. */
  isAnnotated: boolean
  /** Lambdas open in it whose colon has not come. */
  lambdas: number
}
interface State {
  brackets: Bracket[]
  isDef: boolean
  lambdas: number
  /** The operator before was a sign or a star: nothing goes between it and its operand. */
  isPrefix?: boolean
  /** The operator before had no spaces, by choice. */
  isTight?: boolean
}

/** Keeps count of brackets, lambdas and signs behind a token. */
function step(state: State, token: Token, previous: Token | undefined): void {
  const { brackets } = state
  const top = brackets.at(-1)
  const { text, kind } = token
  state.isPrefix = false
  if (kind === 'name' && text === 'lambda') {
    if (top) top.lambdas++
    else state.lambdas++
  }
  if (kind !== 'operator') return
  if (opening.has(text))
    brackets.push({ text, isCall: text === '(' && isOperand(previous), isAnnotated: false, lambdas: 0 }) // prettier-ignore
  else if (closing.has(text)) brackets.pop()
  else if (text === ':') {
    if (top ? top.lambdas > 0 : state.lambdas > 0) {
      if (top) top.lambdas--
      else state.lambdas--
    } else if (top) top.isAnnotated = state.isDef && brackets.length === 1
  } else if (text === ',') {
    if (top) top.isAnnotated = false
  } else if (isSign(text) && !isOperand(previous)) state.isPrefix = true
  else if (text === '@' && !previous) state.isPrefix = true
}
function isSign(text: string): boolean {
  return text === '-' || text === '+' || text === '~' || text === '*' || text === '**'
}
/** Whether an operator behind this token has a left side. */
function isOperand(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind === 'name') return !keywords.has(token.text) || values.has(token.text)
  if (token.kind === 'number' || token.kind === 'string') return true
  return closing.has(token.text) || token.text === '...'
}

/** Spaces between two tokens of one line. `had`: how many there were. */
function gapBetween(state: State, left: Token, right: Token, had: number): number {
  const top = state.brackets.at(-1)
  if (right.kind === 'comment') return 2
  if (left.kind === 'number' && right.kind === 'name' && had === 0) return 0
  if (state.isPrefix) return 0
  const l = left.kind === 'operator' ? left.text : ''
  const r = right.kind === 'operator' ? right.text : ''
  const isLambdaColon = top ? top.lambdas > 0 : state.lambdas > 0
  const isSlice = top?.text === '[' && !isLambdaColon
  if (opening.has(l) || closing.has(r) || r === ',' || r === ';') return 0
  if (l === '.' || r === '.') return left.kind === 'number' || isWordBefore(left) ? had && 1 : 0
  if (l === ',' || l === ';') return 1
  if (r === ':') return isSlice && had > 0 && !isSlicePart(left) ? 1 : 0
  if (l === ':') return isSlice ? (had > 0 ? 1 : 0) : 1
  if (r === '=' || l === '=') {
    const inLambda = top ? top.lambdas > 0 : state.lambdas > 0
    return inLambda || (top?.isCall && !top.isAnnotated) ? 0 : 1
  }
  if ((r === '(' || r === '[') && (left.text === 'match' || left.text === 'case')) return had && 1
  if (r === '(' || r === '[')
    return left.kind === 'operator' ? spacesAround(l, had, state) : isOperand(left) ? 0 : 1
  if (isBinary(l, state) || isBinary(r, state)) return tight(state, l, r, had) ? 0 : 1
  if (left.kind === 'name' && left.text === 'lambda' && (r === '*' || r === '**')) return 1
  if (left.kind === 'operator' && right.kind === 'operator')
    return isOperand(left) ? 1 : l === '' ? 1 : had && 1
  return 1
}
function isWordBefore(left: Token): boolean {
  return left.kind === 'name' && keywords.has(left.text) && !values.has(left.text)
}
function isSlicePart(left: Token): boolean {
  return left.text === '[' || left.text === ','
}
function spacesAround(l: string, had: number, state: State): number {
  if (closing.has(l)) return 0
  if (isBinary(l, state)) return tight(state, l, '', had) ? 0 : 1
  return 1
}
function isBinary(text: string, state: State): boolean {
  return comparing.has(text) || assigning.has(text) || (calculating.has(text) && !state.isPrefix)
}
/** `a**b` and `x*2` may stand without spaces, when that is so on both sides. */
function tight(state: State, l: string, r: string, had: number): boolean {
  if (r === '**') return (state.isTight = had === 0)
  if (l === '**') return state.isTight === true
  return false
}
