// match statements and their patterns (PEP 634). `match` and `case` are names anywhere else.
import { block } from './compound.ts'
import { atom } from './atom.ts'
import { Kind, Node, Op } from './ast.ts'
import { named, starNamed, tupleFrom } from './expression.ts'
import { number, strings } from './literal.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

/** Whether a statement that begins with the name `match` is a match statement: a subject, a colon, a line end, `case`. */
export function startsMatch(p: Parser): bool {
  if (!p.isWord('match')) return false
  switch (p.kind(1)) {
    case T.NAME:
    case T.NUMBER:
    case T.STRING:
    case T.NONE:
    case T.TRUE:
    case T.FALSE:
    case T.LPAR:
    case T.LSQB:
    case T.LBRACE:
    case T.MINUS:
    case T.STAR:
    case T.NOT:
    case T.LAMBDA:
    case T.TILDE:
    case T.ELLIPSIS:
    case T.PLUS:
      break
    default:
      return false
  }
  const probe = new Parser(p.source, p.tokens)
  probe.at = p.at + 1
  probe.furthest = p.at + 1
  probe.depth = p.depth
  subject(probe)
  return !probe.failed && probe.is(T.COLON) && probe.kind(1) == T.NEWLINE
}

function subject(p: Parser): Node {
  const from = p.from()
  const first = starNamed(p)
  return p.is(T.COMMA) ? tupleFrom(p, first, from, true) : first
}

export function matchStatement(p: Parser): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.MATCH, from, from)
  if (!p.enter()) return node
  node.left = subject(p)
  p.expect(T.COLON)
  p.expect(T.NEWLINE)
  if (!p.accept(T.INDENT)) {
    p.fail("expected an indented block after 'match' statement on line " + p.source.line(from).toString(), p.from(), p.to(), 'IndentationError')
    return node
  }
  const cases: Node[] = []
  while (!p.failed && !p.is(T.DEDENT) && !p.is(T.END)) {
    if (!p.isWord('case')) {
      p.invalid()
      break
    }
    cases.push(caseBlock(p))
  }
  p.accept(T.DEDENT)
  p.leave()
  node.items = cases
  node.to = p.last()
  return node
}

function caseBlock(p: Parser): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.CASE, from, from)
  node.left = patterns(p)
  if (p.accept(T.IF)) node.right = named(p)
  node.items = block(p, "'case' statement", from)
  node.to = p.last()
  return node
}

/** One pattern, or a sequence without brackets. */
function patterns(p: Parser): Node {
  const from = p.from()
  const first = p.is(T.STAR) ? star(p) : asPattern(p)
  if (!p.is(T.COMMA) && first.kind != Kind.P_STAR) return first
  const items: Node[] = [first]
  while (p.accept(T.COMMA)) {
    if (p.is(T.COLON) || p.is(T.IF)) break
    items.push(p.is(T.STAR) ? star(p) : asPattern(p))
    if (p.failed) break
  }
  const node = p.node(Kind.P_SEQUENCE, from)
  node.items = items
  return node
}

function star(p: Parser): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.P_STAR, from, p.to())
  if (!p.is(T.NAME)) p.invalid()
  else {
    const name = p.word()
    node.name = name == '_' ? '' : name
    p.next()
  }
  return node
}

function asPattern(p: Parser): Node {
  const from = p.from()
  if (!p.enter()) return new Node(Kind.P_CAPTURE, from, from)
  const first = closed(p)
  let node = first
  if (p.is(T.VBAR)) {
    const items: Node[] = [first]
    while (p.accept(T.VBAR)) items.push(closed(p))
    node = p.node(Kind.P_OR, from)
    node.items = items
  }
  if (p.accept(T.AS)) {
    const inner = node
    node = new Node(Kind.P_AS, from, p.to())
    node.left = inner
    if (!p.is(T.NAME)) {
      if (!p.failed) p.fail('invalid pattern target', p.from(), p.to())
    } else if (p.isWord('_')) {
      p.fail("cannot use '_' as a target", p.from(), p.to())
    } else {
      node.name = p.word()
      p.next()
    }
  }
  p.leave()
  return node
}

function closed(p: Parser): Node {
  const from = p.from()
  switch (p.kind()) {
    case T.NONE:
    case T.TRUE:
    case T.FALSE: {
      const node = new Node(Kind.P_SINGLETON, from, p.to())
      node.left = atom(p)
      return node
    }
    case T.NUMBER:
    case T.MINUS:
      return valueNode(p, from, signedNumber(p))
    case T.STRING:
      return valueNode(p, from, strings(p))
    case T.NAME:
      return nameOrClass(p)
    case T.LPAR:
      return bracketed(p, T.RPAR)
    case T.LSQB:
      return bracketed(p, T.RSQB)
    case T.LBRACE:
      return mapping(p)
  }
  p.invalid()
  return new Node(Kind.P_CAPTURE, from, from)
}

function valueNode(p: Parser, from: i32, value: Node): Node {
  const node = p.node(Kind.P_VALUE, from)
  node.left = value
  return node
}

/** `-1`, `2j`, `-1 + 2j` */
function signedNumber(p: Parser): Node {
  const from = p.from()
  const real = plainNumber(p)
  if (!p.is(T.PLUS) && !p.is(T.MINUS)) return real
  const op = p.is(T.PLUS) ? Op.ADD : Op.SUB
  p.next()
  if (!p.is(T.NUMBER)) {
    p.invalid()
    return real
  }
  const imaginary = number(p)
  if (imaginary.kind != Kind.CALL) p.fail('imaginary number required in complex literal', imaginary.from, imaginary.to)
  const node = p.node(Kind.BINARY, from)
  node.op = op
  node.left = real
  node.right = imaginary
  return node
}
function plainNumber(p: Parser): Node {
  const from = p.from()
  if (!p.accept(T.MINUS)) return number(p)
  if (!p.is(T.NUMBER)) {
    p.invalid()
    return new Node(Kind.NONE, from, from)
  }
  const digits = number(p)
  const node = p.node(Kind.UNARY, from)
  node.op = Op.NEG
  node.left = digits
  return node
}

function nameOrClass(p: Parser): Node {
  const from = p.from()
  const name = p.word()
  p.next()
  if (!p.is(T.DOT) && !p.is(T.LPAR)) {
    const node = new Node(Kind.P_CAPTURE, from, p.last())
    node.name = name == '_' ? '' : name
    return node
  }
  let value = new Node(Kind.NAME, from, p.last())
  value.name = name
  while (p.accept(T.DOT)) {
    if (!p.is(T.NAME)) {
      p.invalid()
      return value
    }
    const attribute = new Node(Kind.ATTRIBUTE, from, p.to())
    attribute.left = value
    attribute.name = p.word()
    p.next()
    value = attribute
  }
  if (!p.is(T.LPAR)) return valueNode(p, from, value)
  p.next()
  const node = new Node(Kind.P_CLASS, from, from)
  const items: Node[] = []
  const names: string[] = []
  const others: Node[] = []
  while (!p.is(T.RPAR) && !p.failed) {
    if (p.is(T.NAME) && p.kind(1) == T.EQUAL) {
      names.push(p.word())
      p.next()
      p.next()
      others.push(asPattern(p))
    } else {
      const pattern = asPattern(p)
      if (names.length && !p.failed) p.failAt('positional patterns follow keyword patterns', pattern)
      items.push(pattern)
    }
    if (!p.accept(T.COMMA)) break
  }
  p.expect(T.RPAR)
  node.left = value
  node.items = items
  node.names = names
  node.others = others
  node.to = p.last()
  return node
}

function bracketed(p: Parser, closing: i32): Node {
  const from = p.from()
  p.next()
  const items: Node[] = []
  let comma = false
  while (!p.is(closing) && !p.failed) {
    items.push(p.is(T.STAR) ? star(p) : asPattern(p))
    if (!p.accept(T.COMMA)) break
    comma = true
  }
  p.expect(closing)
  // (pattern) only groups.
  if (closing == T.RPAR && items.length == 1 && !comma && items[0].kind != Kind.P_STAR) return items[0]
  const node = p.node(Kind.P_SEQUENCE, from)
  node.items = items
  let stars = 0
  for (let i = 0; i < items.length; i++) if (items[i].kind == Kind.P_STAR) stars++
  if (stars > 1 && !p.failed) p.failAt('multiple starred expressions in sequence pattern', node)
  return node
}

function mapping(p: Parser): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.P_MAPPING, from, from)
  const keys: Node[] = []
  const values: Node[] = []
  while (!p.is(T.RBRACE) && !p.failed) {
    if (p.accept(T.DOUBLE_STAR)) {
      if (!p.is(T.NAME) || p.isWord('_')) p.invalid()
      node.flag = true
      node.name = p.word()
      p.next()
      p.accept(T.COMMA)
      break
    }
    let key: Node
    switch (p.kind()) {
      case T.NUMBER:
      case T.MINUS:
        key = signedNumber(p)
        break
      case T.STRING:
        key = strings(p)
        break
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        key = atom(p)
        break
      default: {
        const dotted = nameOrClass(p)
        if (dotted.kind != Kind.P_VALUE) p.invalid()
        key = dotted.kind == Kind.P_VALUE ? dotted.left! : dotted
      }
    }
    p.expect(T.COLON)
    keys.push(key)
    values.push(asPattern(p))
    if (!p.accept(T.COMMA)) break
  }
  p.expect(T.RBRACE)
  node.items = keys
  node.others = values
  node.to = p.last()
  return node
}
