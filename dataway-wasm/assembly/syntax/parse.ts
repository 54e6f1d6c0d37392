// The way in: a source text to its tree. Where it cannot be read, the Parser says why and where (`failed`, `message`,
// `errorType`, `errorFrom`, `errorTo`).
import { yieldExpression } from './atom.ts'
import { Kind, Node } from './ast.ts'
import { expressions, named } from './expression.ts'
import { newParser, Parser } from './parser.ts'
import { Source } from './source.ts'
import { statement } from './statement.ts'
import { tokens } from './lexer.ts'
import { T } from './token.ts'

/** What parse() made: the tree is null when the parser failed. */
export class Parsed {
  readonly tree: Node | null
  readonly parser: Parser
  constructor(tree: Node | null, parser: Parser) {
    this.tree = tree
    this.parser = parser
  }
}

/** A whole script: a MODULE of statements. */
export function parseModule(source: Source): Parsed {
  const p = newParser(source)
  const module = new Node(Kind.MODULE, 0, source.size)
  const body: Node[] = []
  while (!p.failed && !p.is(T.END)) {
    if (p.accept(T.NEWLINE)) continue
    statement(p, body)
  }
  module.items = body
  p.settle()
  return new Parsed(p.failed ? null : module, p)
}

/** A single expression, over several lines if need be: an expression-mode field. */
export function parseExpression(source: Source): Parsed {
  const p = new Parser(source, tokens(source, 0, source.size, true))
  const node = p.is(T.YIELD)
    ? yieldExpression(p)
    : p.is(T.NAME) && p.kind(1) == T.WALRUS
      ? named(p)
      : expressions(p)
  if (!p.failed && !p.is(T.END)) p.invalid()
  p.settle()
  return new Parsed(p.failed ? null : node, p)
}
