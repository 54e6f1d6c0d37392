// Simple statements.
import { yieldExpression } from './atom.ts'
import { Kind, Node, Op } from './ast.ts'
import { compound, isCompound } from './compound.ts'
import { expression, expressions, startsExpression, starExpression, tupleFrom } from './expression.ts'
import { Parser } from './parser.ts'
import { matchStatement, startsMatch } from './pattern.ts'
import { checkAssignable, checkDeletable, describe } from './target.ts'
import { T } from './token.ts'

/** One logical line: a compound statement, or simple ones with semicolons between. */
export function statement(p: Parser, into: Node[]): void {
  if (isCompound(p.kind())) {
    into.push(compound(p))
    return
  }
  if (p.is(T.NAME) && startsMatch(p)) {
    into.push(matchStatement(p))
    return
  }
  simpleStatements(p, into)
}

/** `a; b; c` and the line's end. */
export function simpleStatements(p: Parser, into: Node[]): void {
  while (!p.failed) {
    into.push(simpleStatement(p))
    if (p.failed) return
    if (p.accept(T.SEMI)) {
      if (p.accept(T.NEWLINE)) return
      continue
    }
    if (!p.accept(T.NEWLINE)) p.invalid()
    return
  }
}

function simpleStatement(p: Parser): Node {
  const from = p.from()
  const kind = p.kind()
  switch (kind) {
    case T.PASS:
      p.next()
      return p.node(Kind.PASS, from)
    case T.BREAK:
      p.next()
      return p.node(Kind.BREAK, from)
    case T.CONTINUE:
      p.next()
      return p.node(Kind.CONTINUE, from)
    case T.RETURN: {
      p.next()
      let value: Node | null = null
      if (startsExpression(p.kind()) || p.is(T.STAR)) value = expressions(p)
      const node = p.node(Kind.RETURN, from)
      node.left = value
      return node
    }
    case T.RAISE: {
      p.next()
      let value: Node | null = null
      let cause: Node | null = null
      if (startsExpression(p.kind())) {
        value = expression(p)
        if (p.accept(T.FROM)) cause = expression(p)
      }
      const node = p.node(Kind.RAISE, from)
      node.left = value
      node.right = cause
      return node
    }
    case T.ASSERT: {
      p.next()
      const test = expression(p)
      let message: Node | null = null
      if (p.accept(T.COMMA)) message = expression(p)
      const node = p.node(Kind.ASSERT, from)
      node.left = test
      node.right = message
      return node
    }
    case T.DEL:
      return deletion(p)
    case T.GLOBAL:
    case T.NONLOCAL:
      return names(p, kind == T.GLOBAL ? Kind.GLOBAL : Kind.NONLOCAL)
    case T.IMPORT:
      return importNames(p)
    case T.FROM:
      return importFrom(p)
  }
  return assignmentOrExpression(p)
}

function deletion(p: Parser): Node {
  const from = p.from()
  p.next()
  const items: Node[] = []
  do {
    if (p.is(T.NEWLINE) || p.is(T.SEMI)) break
    const target = starExpression(p)
    checkDeletable(p, target)
    items.push(target)
  } while (!p.failed && p.accept(T.COMMA))
  if (!items.length) p.invalid()
  const node = p.node(Kind.DELETE, from)
  node.items = items
  return node
}

function names(p: Parser, kind: Kind): Node {
  const from = p.from()
  p.next()
  const items: Node[] = []
  do {
    if (!p.is(T.NAME)) {
      p.invalid()
      break
    }
    const name = new Node(Kind.NAME, p.from(), p.to())
    name.name = p.word()
    items.push(name)
    p.next()
  } while (p.accept(T.COMMA))
  const node = p.node(kind, from)
  node.items = items
  return node
}

function dotted(p: Parser): string {
  if (!p.is(T.NAME)) {
    p.invalid()
    return ''
  }
  let name = p.word()
  p.next()
  while (p.accept(T.DOT)) {
    if (!p.is(T.NAME)) {
      p.invalid()
      break
    }
    name += '.' + p.word()
    p.next()
  }
  return name
}

function asName(p: Parser, alias: Node): void {
  if (!p.accept(T.AS)) return
  if (!p.is(T.NAME)) return p.invalid()
  alias.alias = p.word()
  p.next()
  alias.to = p.last()
}

function importNames(p: Parser): Node {
  const from = p.from()
  p.next()
  const items: Node[] = []
  do {
    const alias = new Node(Kind.ALIAS, p.from(), p.from())
    alias.name = dotted(p)
    alias.to = p.last()
    asName(p, alias)
    items.push(alias)
  } while (!p.failed && p.accept(T.COMMA))
  const node = p.node(Kind.IMPORT, from)
  node.items = items
  return node
}

function importFrom(p: Parser): Node {
  const from = p.from()
  p.next()
  let level = 0
  while (p.is(T.DOT) || p.is(T.ELLIPSIS)) {
    level += p.is(T.DOT) ? 1 : 3
    p.next()
  }
  const module = level && p.is(T.IMPORT) ? '' : dotted(p)
  p.expect(T.IMPORT)
  const items: Node[] = []
  const node = new Node(Kind.IMPORT_FROM, from, from)
  if (p.is(T.STAR)) {
    const alias = new Node(Kind.ALIAS, p.from(), p.to())
    alias.name = '*'
    items.push(alias)
    p.next()
  } else {
    const bracket = p.accept(T.LPAR)
    do {
      if (bracket && p.is(T.RPAR) && items.length) break
      const alias = new Node(Kind.ALIAS, p.from(), p.to())
      if (!p.is(T.NAME)) {
        if (p.is(T.NEWLINE) && !bracket && items.length) p.fail('trailing comma not allowed without surrounding parentheses', p.from(), p.to())
        else p.invalid()
        break
      }
      alias.name = p.word()
      p.next()
      asName(p, alias)
      items.push(alias)
    } while (!p.failed && p.accept(T.COMMA))
    if (bracket) p.expect(T.RPAR)
  }
  node.name = module
  node.op = level
  node.items = items
  node.to = p.last()
  return node
}

function value(p: Parser): Node {
  return p.is(T.YIELD) ? yieldExpression(p) : expressions(p)
}

function assignmentOrExpression(p: Parser): Node {
  const from = p.from()
  if (p.is(T.NAME)) legacyPrint(p)
  const first = p.is(T.YIELD) ? yieldExpression(p) : expressionList(p)
  if (p.failed) return first
  const kind = p.kind()
  if (kind == T.EQUAL) return assignment(p, first, from)
  if (kind >= T.PLUS_EQUAL && kind <= T.VBAR_EQUAL) return augmented(p, first, kind, from)
  if (kind == T.COLON && first.kind != Kind.YIELD) return annotated(p, first, from)
  if (kind == T.WALRUS) {
    if (first.kind != Kind.NAME) p.failAt('cannot use assignment expressions with ' + describe(first), first)
    else p.invalid()
  }
  if (first.kind == Kind.STARRED) {
    p.failAt("can't use starred expression here", first)
  }
  const node = p.node(Kind.EXPRESSION, from)
  node.left = first
  return node
}

function expressionList(p: Parser): Node {
  const from = p.from()
  const first = starExpression(p)
  return p.is(T.COMMA) ? tupleFrom(p, first, from) : first
}

// `print "x"` was a statement in Python 2.
function legacyPrint(p: Parser): void {
  if (!p.isWord('print') && !p.isWord('exec')) return
  const next = p.kind(1)
  if (next != T.STRING && next != T.NAME && next != T.NUMBER) return
  const from = p.from()
  const word = p.word()
  const probe = new Parser(p.source, p.tokens)
  probe.at = p.at + 1
  probe.furthest = p.at + 1
  const argument = expressions(probe)
  if (probe.failed) return
  p.fail("Missing parentheses in call to '" + word + "'. Did you mean " + word + '(...)?', from, argument.to)
}

function assignment(p: Parser, first: Node, from: i32): Node {
  const targets: Node[] = [first]
  let right = first
  while (p.accept(T.EQUAL)) {
    right = value(p)
    if (p.failed) return right
    targets.push(right)
  }
  targets.pop()
  for (let i = 0; i < targets.length && !p.failed; i++) {
    const target = targets[i]
    checkAssignable(p, target, targets.length == 1)
    if (target.kind == Kind.STARRED && !p.failed) p.failAt('starred assignment target must be in a list or tuple', target)
  }
  if (right.kind == Kind.STARRED && !p.failed) p.failAt("can't use starred expression here", right)
  const node = p.node(Kind.ASSIGN, from)
  node.items = targets
  node.left = right
  return node
}

function augmented(p: Parser, target: Node, kind: i32, from: i32): Node {
  if (target.kind != Kind.NAME && target.kind != Kind.ATTRIBUTE && target.kind != Kind.SUBSCRIPT) {
    p.failAt("'" + describe(target) + "' is an illegal expression for augmented assignment", target)
    return target
  }
  p.next()
  const right = value(p)
  const node = p.node(Kind.AUG_ASSIGN, from)
  node.op = augmentedOp(kind)
  node.left = target
  node.right = right
  return node
}

function augmentedOp(kind: i32): Op {
  switch (kind) {
    case T.PLUS_EQUAL:
      return Op.ADD
    case T.MINUS_EQUAL:
      return Op.SUB
    case T.STAR_EQUAL:
      return Op.MUL
    case T.AT_EQUAL:
      return Op.MATMUL
    case T.SLASH_EQUAL:
      return Op.TRUE_DIV
    case T.DOUBLE_SLASH_EQUAL:
      return Op.FLOOR_DIV
    case T.PERCENT_EQUAL:
      return Op.MOD
    case T.DOUBLE_STAR_EQUAL:
      return Op.POW
    case T.LSHIFT_EQUAL:
      return Op.LSHIFT
    case T.RSHIFT_EQUAL:
      return Op.RSHIFT
    case T.AMPER_EQUAL:
      return Op.BIT_AND
    case T.CIRCUMFLEX_EQUAL:
      return Op.BIT_XOR
  }
  return Op.BIT_OR
}

function annotated(p: Parser, target: Node, from: i32): Node {
  if (target.kind == Kind.TUPLE && !target.parenthesized) {
    p.failAt('only single target (not tuple) can be annotated', target)
    return target
  }
  if (target.kind == Kind.LIST || target.kind == Kind.TUPLE) {
    p.failAt('only single target (not ' + describe(target) + ') can be annotated', target)
    return target
  }
  if (target.kind != Kind.NAME && target.kind != Kind.ATTRIBUTE && target.kind != Kind.SUBSCRIPT) {
    p.failAt('illegal target for annotation', target)
    return target
  }
  p.next()
  const annotation = expression(p)
  let right: Node | null = null
  if (p.accept(T.EQUAL)) right = value(p)
  const node = p.node(Kind.ANN_ASSIGN, from)
  node.left = target
  node.right = annotation
  node.third = right
  node.flag = target.kind == Kind.NAME && !target.parenthesized
  return node
}
