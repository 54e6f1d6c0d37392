// The parser's state: where it stands among the tokens, and the first error. There are no exceptions in AssemblyScript:
// fail() keeps the first error and moves to the end of the tokens, so that every rule runs out by itself. What rules
// return after a failure is never used.
import { Kind, Node } from './ast.ts'
import { tokens, Tokens } from './lexer.ts'
import { Source } from './source.ts'
import { T } from './token.ts'

/** How deep expressions and blocks may nest: far below what the wasm stack of a browser worker holds. */
const MAX_DEPTH = 150

export class Parser {
  readonly source: Source
  tokens: Tokens
  at: i32 = 0
  /** The furthest token looked at: where CPython reports what it cannot read. */
  furthest: i32 = 0
  depth: i32 = 0
  failed: bool = false
  errorType: string = ''
  message: string = ''
  /** Place of the error: offsets, `errorTo` behind its end or -1. */
  errorFrom: i32 = 0
  errorTo: i32 = -1
  /** Where the column is not that of `errorFrom`: CPython counts inside the field of an f-string. -1: it is. */
  errorColumn: i32 = -1
  /** Set while the condition of if, elif or while is read: an `=` there is a mistake with a message of its own. */
  noAssign: bool = false
  /** Keeps `in` from being an operator while the target of a `for` is read. */
  noIn: bool = false

  constructor(source: Source, list: Tokens) {
    this.source = source
    this.tokens = list
  }

  @inline kind(ahead: i32 = 0): i32 {
    const i = min(this.at + ahead, this.tokens.kinds.length - 1)
    if (i > this.furthest) this.furthest = i
    return unchecked(this.tokens.kinds[i])
  }
  @inline from(): i32 {
    return unchecked(this.tokens.froms[this.at])
  }
  @inline to(): i32 {
    return unchecked(this.tokens.tos[this.at])
  }
  /** End of the token before: where a rule that just ended stops. */
  @inline last(): i32 {
    return this.at > 0 ? unchecked(this.tokens.tos[this.at - 1]) : 0
  }
  /** Whether brackets are open behind the token before. */
  inBrackets(): bool {
    return this.at > 0 && this.tokens.levels[this.at - 1] > 0
  }
  @inline is(kind: i32): bool {
    return this.kind() == kind
  }
  @inline next(): void {
    if (this.at < this.tokens.kinds.length - 1) this.at++
  }
  /** Takes a token of this kind, if it is the next. */
  accept(kind: i32): bool {
    if (this.kind() != kind) return false
    this.next()
    return true
  }
  /** Takes a token of this kind, or fails with "invalid syntax" at what stands there. */
  expect(kind: i32): void {
    if (!this.accept(kind)) this.invalid()
  }
  word(): string {
    return this.source.text(this.from(), this.to())
  }
  /** Whether the token is the soft keyword `word`. */
  isWord(word: string): bool {
    if (this.kind() != T.NAME) return false
    const from = this.from()
    if (this.to() - from != word.length) return false
    for (let i = 0; i < word.length; i++) if (this.source.at(from + i) != word.charCodeAt(i)) return false
    return true
  }

  enter(): bool {
    if (++this.depth <= MAX_DEPTH) return true
    this.fail('too many nested parentheses', this.from(), this.to())
    return false
  }
  leave(): void {
    this.depth--
  }

  /** The first error counts. */
  fail(message: string, from: i32, to: i32 = -1, type: string = 'SyntaxError'): void {
    if (!this.failed) {
      this.failed = true
      this.errorType = type
      this.message = message
      this.errorFrom = from
      this.errorTo = to
    }
    this.at = this.tokens.kinds.length - 1
  }
  failAt(message: string, node: Node): void {
    this.fail(message, node.from, node.to)
  }

  /** What no rule can read: the lexer's error where there is one, a bracket that was never closed, or "invalid syntax". */
  invalid(): void {
    if (this.failed) return
    const list = this.tokens
    const at = this.furthest
    const kind = list.kinds[at]
    if (kind == T.END && list.unclosed >= 0) return this.neverClosed()
    if (kind == T.INDENT) return this.fail('unexpected indent', stepBack(this.source, list.tos[at]), -1, 'IndentationError')
    this.fail('invalid syntax', list.froms[at], list.tos[at])
  }

  /**
   * As CPython does when a text cannot be read: what the lexer finds later on outranks the parser's complaint, and so does
   * a bracket that was never closed, if the complaint is about a later line.
   */
  settle(): void {
    if (!this.failed) return
    const list = this.tokens
    if (list.kinds[list.kinds.length - 1] == T.ERROR) this.lexerError()
    else if (list.unclosed >= 0) {
      const at = min(this.furthest, list.kinds.length - 1)
      if (this.source.line(list.froms[at]) > this.source.line(list.unclosed)) this.neverClosed()
    }
  }

  lexerError(): void {
    const list = this.tokens
    this.failed = false
    // The lexer tells how far it had read; the place is the last character of that.
    this.fail(list.errorMessage, stepBack(this.source, list.errorFrom), -1, list.errorType)
  }

  neverClosed(): void {
    this.failed = false
    const at = this.tokens.unclosed
    this.fail("'" + String.fromCharCode(this.source.at(at)) + "' was never closed", at, -1)
  }

  node(kind: Kind, from: i32): Node {
    return new Node(kind, from, this.last())
  }
}

function stepBack(source: Source, offset: i32): i32 {
  let i = offset - 1
  while (i > 0 && (source.at(i) & 0xc0) == 0x80) i--
  return max(i, 0)
}

export function newParser(source: Source): Parser {
  return new Parser(source, tokens(source, 0, source.size, false))
}
