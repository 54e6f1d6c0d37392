// Arguments of a call, and the mistakes CPython has words for.
import { comprehension } from './atom.ts'
import { Kind, Node } from './ast.ts'
import { expression, named } from './expression.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

/** Reads `(…)` into the items and others of a CALL. */
export function callArguments(p: Parser, call: Node): void {
  const opening = p.from()
  p.expect(T.LPAR)
  if (!p.enter()) return
  const wasNoIn = p.noIn
  const wasNoAssign = p.noAssign
  p.noIn = false
  p.noAssign = false
  const items: Node[] = []
  const keywords: Node[] = []
  let unpacked = false
  while (!p.is(T.RPAR) && !p.failed) {
    const from = p.from()
    if (p.is(T.STAR)) {
      p.next()
      const inner = expression(p)
      if (unpacked && !p.failed) p.fail('iterable argument unpacking follows keyword argument unpacking', from, p.to())
      const starred = p.node(Kind.STARRED, from)
      starred.left = inner
      items.push(starred)
    } else if (p.is(T.DOUBLE_STAR)) {
      p.next()
      const keyword = new Node(Kind.KEYWORD, from, from)
      keyword.left = expression(p)
      keyword.to = p.last()
      keywords.push(keyword)
      unpacked = true
    } else if (p.is(T.NAME) && p.kind(1) == T.EQUAL) {
      keywords.push(keyword(p))
    } else {
      positional(p, call, items, keywords, opening, unpacked)
    }
    if (!p.accept(T.COMMA)) break
  }
  if (!p.is(T.RPAR) && !p.failed) p.invalid()
  p.next()
  p.noIn = wasNoIn
  p.noAssign = wasNoAssign
  p.leave()
  call.items = items
  call.others = keywords
}

function keyword(p: Parser): Node {
  const from = p.from()
  const name = p.word()
  const made = new Node(Kind.KEYWORD, from, from)
  made.name = name
  p.next()
  p.next()
  if (p.is(T.COMMA) || p.is(T.RPAR)) {
    p.invalid()
    return made
  }
  const value = expression(p)
  made.left = value
  made.to = p.last()
  if (p.is(T.FOR) && !p.failed)
    p.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from, made.from + name.length + 1)
  return made
}

function positional(p: Parser, call: Node, items: Node[], keywords: Node[], opening: i32, unpacked: bool): void {
  const from = p.from()
  const kind = p.kind()
  const value = p.is(T.NAME) && p.kind(1) == T.WALRUS ? named(p) : expression(p)
  if (p.failed) return
  if (p.is(T.EQUAL)) {
    if (kind == T.TRUE || kind == T.FALSE || kind == T.NONE) p.fail('cannot assign to ' + p.source.text(from, p.last()), from, p.to())
    else p.fail('expression cannot contain assignment, perhaps you meant "=="?', from, p.to())
    return
  }
  if (p.is(T.FOR) || p.is(T.ASYNC)) {
    const generator = comprehension(p, Kind.GENERATOR, value, from)
    const alone = items.length == 0 && keywords.length == 0 && p.is(T.RPAR)
    if (!alone && !p.failed) {
      if (items.length == 0 && keywords.length == 0 && p.is(T.COMMA) && p.kind(1) == T.RPAR) p.failAt('Generator expression must be parenthesized', generator)
      else p.failAt('Generator expression must be parenthesized', generator)
    }
    if (alone) {
      // The generator's place includes the call's parentheses, as in CPython's tree.
      generator.from = opening
      generator.to = p.to()
    }
    items.push(generator)
    return
  }
  if (keywords.length) {
    const at = p.at
    p.fail(
      unpacked ? 'positional argument follows keyword argument unpacking' : 'positional argument follows keyword argument',
      p.tokens.froms[at],
      p.tokens.tos[at],
    )
    return
  }
  items.push(value)
}

