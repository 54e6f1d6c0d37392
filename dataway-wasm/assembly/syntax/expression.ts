// Expressions, by precedence climbing; and the messages CPython has for the mistakes people make in them.
import { Kind, Node, Op } from './ast.ts'
import { atom } from './atom.ts'
import { lambda } from './parameter.ts'
import { Parser } from './parser.ts'
import { describe } from './target.ts'
import { T } from './token.ts'

/** `a, *b`: one expression or a tuple without parentheses. */
export function expressions(p: Parser): Node {
  const from = p.from()
  const first = starExpression(p)
  if (!p.is(T.COMMA)) return first
  return tupleFrom(p, first, from)
}

/** The rest of a tuple, at its first comma; with `walrus`, of elements that may be `name := value`. */
export function tupleFrom(p: Parser, first: Node, from: i32, walrus: bool = false): Node {
  const items: Node[] = [first]
  while (p.accept(T.COMMA)) {
    if (!startsExpression(p.kind()) && !p.is(T.STAR)) break
    items.push(walrus ? starNamed(p) : starExpression(p))
    if (p.failed) break
  }
  const tuple = p.node(Kind.TUPLE, from)
  tuple.items = items
  return tuple
}

export function starExpression(p: Parser): Node {
  if (!p.is(T.STAR)) return expression(p)
  const from = p.from()
  p.next()
  const inner = bitOr(p)
  const starred = p.node(Kind.STARRED, from)
  starred.left = inner
  return starred
}

/** An element of a list, set, tuple or call: with a walrus or a star. */
export function starNamed(p: Parser): Node {
  return p.is(T.STAR) ? starExpression(p) : named(p)
}

/** An expression that may be `name := value`. */
export function named(p: Parser): Node {
  if (p.is(T.NAME) && p.kind(1) == T.WALRUS) {
    const from = p.from()
    const target = new Node(Kind.NAME, from, p.to())
    target.name = p.word()
    p.next()
    p.next()
    const value = expression(p)
    const node = p.node(Kind.NAMED, from)
    node.left = target
    node.right = value
    return node
  }
  const node = expression(p)
  if (p.is(T.WALRUS) && !p.failed && !isPlainName(node)) {
    p.failAt('cannot use assignment expressions with ' + describe(node), node)
  } else if (p.is(T.EQUAL) && !p.failed && (p.inBrackets() || p.noAssign)) {
    invalidNamed(p, node)
  }
  return node
}

function isPlainName(node: Node): bool {
  return node.kind == Kind.NAME && !node.parenthesized
}

// `(a = 1)`, `if x = 3:`: an equals sign where a comparison or a walrus was meant.
function invalidNamed(p: Parser, node: Node): void {
  if (node.kind == Kind.NAME) {
    if (p.kind(1) == T.EQUAL) return
    const at = p.at
    p.next()
    const right = bitOr(p)
    if (p.failed) return
    if (p.is(T.EQUAL) || p.is(T.WALRUS)) {
      p.at = at
      return
    }
    p.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", node.from, right.to)
    return
  }
  if (node.kind == Kind.LIST || node.kind == Kind.TUPLE || node.kind == Kind.GENERATOR || node.kind == Kind.TRUE || node.kind == Kind.FALSE || node.kind == Kind.NONE) return
  if (node.kind == Kind.LAMBDA || node.kind == Kind.CONDITIONAL || node.kind == Kind.AND || node.kind == Kind.OR || node.kind == Kind.COMPARE || node.kind == Kind.UNARY && node.op == Op.NOT) return
  const at = p.at
  p.next()
  bitOr(p)
  if (p.failed) return
  if (p.is(T.EQUAL) || p.is(T.WALRUS)) {
    p.at = at
    return
  }
  p.failAt('cannot assign to ' + describe(node) + " here. Maybe you meant '==' instead of '='?", node)
}

/** Whether a token can begin an expression. */
export function startsExpression(kind: i32): bool {
  switch (kind) {
    case T.NAME:
    case T.NUMBER:
    case T.STRING:
    case T.FALSE:
    case T.NONE:
    case T.TRUE:
    case T.LAMBDA:
    case T.NOT:
    case T.AWAIT:
    case T.LPAR:
    case T.LSQB:
    case T.LBRACE:
    case T.ELLIPSIS:
    case T.PLUS:
    case T.MINUS:
    case T.TILDE:
      return true
  }
  return false
}

/** `a if c else b`, a lambda, or anything below. */
export function expression(p: Parser): Node {
  const from = p.from()
  if (!p.enter()) return new Node(Kind.NONE, from, from)
  let node: Node
  if (p.is(T.LAMBDA)) node = lambda(p)
  else {
    node = or(p)
    if (p.is(T.IF) && !p.failed) node = conditional(p, node, from)
    else if (!p.failed && p.inBrackets()) forgottenComma(p, node)
  }
  p.leave()
  return node
}

// A parser of its own tries whether another expression follows; only then it was a comma that is missing.
function forgottenComma(p: Parser, node: Node): void {
  const kind = p.kind()
  if (!startsExpression(kind) || kind == T.LPAR || kind == T.LSQB || kind == T.NOT || kind == T.PLUS || kind == T.MINUS) return
  if (kind == T.STRING && node.kind == Kind.NAME) return
  if (node.kind == Kind.NAME && (node.name == 'print' || node.name == 'exec' || node.name == 'match' || node.name == 'case' || node.name == '_')) return
  const probe = new Parser(p.source, p.tokens)
  probe.at = p.at
  probe.furthest = p.at
  probe.depth = p.depth
  const second = or(probe)
  if (probe.failed) return
  p.furthest = max(p.furthest, probe.furthest)
  p.fail('invalid syntax. Perhaps you forgot a comma?', node.from, second.to)
}

export function conditional(p: Parser, then: Node, from: i32): Node {
  p.next()
  const test = or(p)
  if (!p.is(T.ELSE) && !p.failed) {
    if (!p.is(T.COLON)) {
      p.fail("expected 'else' after 'if' expression", from, test.to)
      return then
    }
    p.invalid()
    return then
  }
  p.next()
  const otherwise = expression(p)
  const node = p.node(Kind.CONDITIONAL, from)
  node.left = test
  node.right = then
  node.third = otherwise
  return node
}

export function or(p: Parser): Node {
  return logical(p, T.OR, Kind.OR)
}

function logical(p: Parser, token: i32, kind: Kind): Node {
  const from = p.from()
  const first = kind == Kind.OR ? logical(p, T.AND, Kind.AND) : not(p)
  if (!p.is(token)) return first
  const items: Node[] = [first]
  while (p.accept(token)) items.push(kind == Kind.OR ? logical(p, T.AND, Kind.AND) : not(p))
  const node = p.node(kind, from)
  node.items = items
  return node
}

function not(p: Parser): Node {
  if (!p.is(T.NOT)) return comparison(p)
  const from = p.from()
  p.next()
  if (!p.enter()) return new Node(Kind.NONE, from, from)
  const inner = not(p)
  p.leave()
  const node = p.node(Kind.UNARY, from)
  node.op = Op.NOT
  node.left = inner
  return node
}

function comparisonOp(p: Parser): i32 {
  switch (p.kind()) {
    case T.LT:
      return Op.LT
    case T.LE:
      return Op.LE
    case T.EQEQ:
      return Op.EQ
    case T.NE:
      return Op.NE
    case T.GT:
      return Op.GT
    case T.GE:
      return Op.GE
    case T.IN:
      return p.noIn ? -1 : Op.IN
    case T.NOT:
      return p.kind(1) == T.IN ? Op.NOT_IN : -1
    case T.IS:
      return p.kind(1) == T.NOT ? Op.IS_NOT : Op.IS
  }
  return -1
}

function comparison(p: Parser): Node {
  const from = p.from()
  const first = bitOr(p)
  let op = comparisonOp(p)
  if (op < 0) return first
  const ops: i32[] = []
  const items: Node[] = []
  while (op >= 0) {
    // `<>` was Python 2's.
    if (op == Op.NE && p.source.at(p.from()) == 0x3c) {
      p.invalid()
      break
    }
    p.next()
    if (op == Op.NOT_IN || op == Op.IS_NOT) p.next()
    ops.push(op)
    items.push(bitOr(p))
    op = comparisonOp(p)
  }
  const node = p.node(Kind.COMPARE, from)
  node.left = first
  node.ops = ops
  node.items = items
  return node
}

export function bitOr(p: Parser): Node {
  return binary(p, 0)
}

/** Binding strength of a binary operator, 0 the weakest; -1: the token is none. */
function strength(kind: i32): i32 {
  switch (kind) {
    case T.VBAR:
      return 0
    case T.CIRCUMFLEX:
      return 1
    case T.AMPER:
      return 2
    case T.LSHIFT:
    case T.RSHIFT:
      return 3
    case T.PLUS:
    case T.MINUS:
      return 4
    case T.STAR:
    case T.SLASH:
    case T.DOUBLE_SLASH:
    case T.PERCENT:
    case T.AT:
      return 5
  }
  return -1
}

function binaryOp(kind: i32): Op {
  switch (kind) {
    case T.VBAR:
      return Op.BIT_OR
    case T.CIRCUMFLEX:
      return Op.BIT_XOR
    case T.AMPER:
      return Op.BIT_AND
    case T.LSHIFT:
      return Op.LSHIFT
    case T.RSHIFT:
      return Op.RSHIFT
    case T.PLUS:
      return Op.ADD
    case T.MINUS:
      return Op.SUB
    case T.STAR:
      return Op.MUL
    case T.SLASH:
      return Op.TRUE_DIV
    case T.DOUBLE_SLASH:
      return Op.FLOOR_DIV
    case T.PERCENT:
      return Op.MOD
  }
  return Op.MATMUL
}

function binary(p: Parser, level: i32): Node {
  const from = p.from()
  let left = unary(p)
  while (true) {
    const kind = p.kind()
    const s = strength(kind)
    if (s < level) return left
    p.next()
    const right = binary(p, s + 1)
    const node = p.node(Kind.BINARY, from)
    node.op = binaryOp(kind)
    node.left = left
    node.right = right
    left = node
  }
}

function unary(p: Parser): Node {
  const kind = p.kind()
  if (kind != T.MINUS && kind != T.PLUS && kind != T.TILDE) return power(p)
  const from = p.from()
  p.next()
  if (!p.enter()) return new Node(Kind.NONE, from, from)
  const inner = unary(p)
  p.leave()
  const node = p.node(Kind.UNARY, from)
  node.op = kind == T.MINUS ? Op.NEG : kind == T.PLUS ? Op.POS : Op.INVERT
  node.left = inner
  return node
}

function awaited(p: Parser): Node {
  const from = p.from()
  p.next()
  const inner = atom(p)
  const node = p.node(Kind.AWAIT, from)
  node.left = inner
  return node
}

function power(p: Parser): Node {
  const from = p.from()
  const base = p.is(T.AWAIT) ? awaited(p) : atom(p)
  if (!p.is(T.DOUBLE_STAR)) return base
  p.next()
  if (!p.enter()) return base
  const exponent = unary(p)
  p.leave()
  const node = p.node(Kind.BINARY, from)
  node.op = Op.POW
  node.left = base
  node.right = exponent
  return node
}
