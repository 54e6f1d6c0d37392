// Atoms and what follows them: names, numbers, strings, brackets of all kinds, comprehensions, calls, subscripts, attributes.
import { callArguments } from './call.ts'
import { Kind, Node } from './ast.ts'
import { conditional, expression, named, or, starExpression, startsExpression, starNamed, tupleFrom } from './expression.ts'
import { number, strings } from './literal.ts'
import { Parser } from './parser.ts'
import { targetList } from './target.ts'
import { T } from './token.ts'

/** An atom with its trailers. */
export function atom(p: Parser): Node {
  const from = p.from()
  let node = plainAtom(p)
  while (!p.failed) {
    switch (p.kind()) {
      case T.DOT: {
        p.next()
        if (!p.is(T.NAME)) {
          p.invalid()
          return node
        }
        const name = p.word()
        p.next()
        const attribute = p.node(Kind.ATTRIBUTE, from)
        attribute.left = node
        attribute.name = name
        node = attribute
        break
      }
      case T.LPAR: {
        const call = new Node(Kind.CALL, from, from)
        call.left = node
        callArguments(p, call)
        call.to = p.last()
        node = call
        break
      }
      case T.LSQB: {
        p.next()
        const index = slices(p)
        p.expect(T.RSQB)
        const subscript = p.node(Kind.SUBSCRIPT, from)
        subscript.left = node
        subscript.right = index
        node = subscript
        break
      }
      default:
        return node
    }
  }
  return node
}

function plainAtom(p: Parser): Node {
  const from = p.from()
  const to = p.to()
  switch (p.kind()) {
    case T.NAME: {
      const node = new Node(Kind.NAME, from, to)
      node.name = p.word()
      p.next()
      return node
    }
    case T.NUMBER:
      return number(p)
    case T.STRING:
      return strings(p)
    case T.NONE:
      p.next()
      return new Node(Kind.NONE, from, to)
    case T.TRUE:
      p.next()
      return new Node(Kind.TRUE, from, to)
    case T.FALSE:
      p.next()
      return new Node(Kind.FALSE, from, to)
    case T.ELLIPSIS:
      p.next()
      return new Node(Kind.ELLIPSIS, from, to)
    case T.LPAR:
      return parentheses(p)
    case T.LSQB:
      return list(p)
    case T.LBRACE:
      return braces(p)
    default:
      p.invalid()
  }
  return new Node(Kind.NONE, from, from)
}

/** `yield`, `yield x`, `yield from x`. */
export function yieldExpression(p: Parser): Node {
  const from = p.from()
  p.next()
  if (p.accept(T.FROM)) {
    const inner = expression(p)
    const node = p.node(Kind.YIELD_FROM, from)
    node.left = inner
    return node
  }
  let inner: Node | null = null
  if (startsExpression(p.kind()) || p.is(T.STAR)) {
    const start = p.from()
    const first = starExpression(p)
    inner = p.is(T.COMMA) ? tupleFrom(p, first, start) : first
  }
  const node = p.node(Kind.YIELD, from)
  node.left = inner
  return node
}

function parentheses(p: Parser): Node {
  const from = p.from()
  p.next()
  if (p.accept(T.RPAR)) return p.node(Kind.TUPLE, from)
  if (p.is(T.YIELD)) {
    const inner = yieldExpression(p)
    p.expect(T.RPAR)
    inner.parenthesized = true
    return inner
  }
  if (!p.enter()) return new Node(Kind.NONE, from, from)
  const wasNoIn = p.noIn
  const wasNoAssign = p.noAssign
  p.noIn = false
  p.noAssign = false
  let node = starNamed(p)
  if (p.is(T.FOR) || p.is(T.ASYNC)) {
    node = comprehension(p, Kind.GENERATOR, node, from)
    p.expect(T.RPAR)
    node.to = p.last()
  } else if (p.is(T.COMMA)) {
    const tuple = new Node(Kind.TUPLE, from, from)
    tuple.items = elements(p, node, T.RPAR)
    p.expect(T.RPAR)
    tuple.to = p.last()
    node = tuple
  } else {
    if (node.kind == Kind.STARRED && !p.failed) p.failAt('cannot use starred expression here', node)
    p.expect(T.RPAR)
    node.parenthesized = true
    // A parenthesized expression keeps its own place, without the brackets, as in CPython's tree.
  }
  p.noIn = wasNoIn
  p.noAssign = wasNoAssign
  p.leave()
  return node
}

/** The elements after the first, at a comma, up to (not with) the closing bracket. */
function elements(p: Parser, first: Node, closing: i32): Node[] {
  const items: Node[] = [first]
  while (p.accept(T.COMMA)) {
    if (p.is(closing)) break
    items.push(starNamed(p))
    if (p.failed) break
  }
  return items
}

function list(p: Parser): Node {
  const from = p.from()
  p.next()
  const made = new Node(Kind.LIST, from, from)
  if (p.accept(T.RSQB)) {
    made.to = p.last()
    return made
  }
  if (!p.enter()) return made
  const wasNoIn = p.noIn
  const wasNoAssign = p.noAssign
  p.noIn = false
  p.noAssign = false
  const first = starNamed(p)
  let node = made
  if (p.is(T.FOR) || p.is(T.ASYNC)) node = comprehension(p, Kind.LIST_COMP, first, from)
  else {
    made.items = elements(p, first, T.RSQB)
    if (p.is(T.FOR) && made.items.length > 1 && !p.failed)
      p.fail('did you forget parentheses around the comprehension target?', first.from, made.items[made.items.length - 1].to)
  }
  p.expect(T.RSQB)
  node.to = p.last()
  p.noIn = wasNoIn
  p.noAssign = wasNoAssign
  p.leave()
  return node
}

function braces(p: Parser): Node {
  const from = p.from()
  p.next()
  const dict = new Node(Kind.DICT, from, from)
  if (p.accept(T.RBRACE)) {
    dict.to = p.last()
    return dict
  }
  if (!p.enter()) return dict
  const wasNoIn = p.noIn
  const wasNoAssign = p.noAssign
  p.noIn = false
  p.noAssign = false
  let node = dict
  if (p.is(T.DOUBLE_STAR)) {
    dictEntries(p, dict, null)
  } else {
    const first = starNamed(p)
    if (p.is(T.COLON) && first.kind != Kind.STARRED) node = dictOrComprehension(p, dict, first, from)
    else if (p.is(T.FOR) || p.is(T.ASYNC)) node = comprehension(p, Kind.SET_COMP, first, from)
    else {
      node = new Node(Kind.SET, from, from)
      node.items = elements(p, first, T.RBRACE)
      if (p.is(T.FOR) && node.items.length > 1 && !p.failed)
        p.fail('did you forget parentheses around the comprehension target?', first.from, node.items[node.items.length - 1].to)
    }
  }
  p.expect(T.RBRACE)
  node.to = p.last()
  p.noIn = wasNoIn
  p.noAssign = wasNoAssign
  p.leave()
  return node
}

function dictValue(p: Parser): Node {
  const colon = p.from()
  p.next()
  if (p.is(T.RBRACE) || p.is(T.COMMA)) {
    p.fail("expression expected after dictionary key and ':'", colon, colon + 1)
  } else if (p.is(T.STAR)) {
    p.fail('cannot use a starred expression in a dictionary value', p.from(), p.to())
  }
  return expression(p)
}

function dictOrComprehension(p: Parser, dict: Node, key: Node, from: i32): Node {
  const value = dictValue(p)
  if (p.is(T.FOR) || p.is(T.ASYNC)) {
    const node = comprehension(p, Kind.DICT_COMP, key, from)
    node.right = value
    return node
  }
  dict.items = [key]
  dict.others = [value]
  if (p.accept(T.COMMA)) dictEntries(p, dict, dict)
  return dict
}

// Without the question for a forgotten comma: what is missing behind a key is its colon.
function keyExpression(p: Parser): Node {
  const from = p.from()
  const node = or(p)
  return p.is(T.IF) ? conditional(p, node, from) : node
}

function dictEntries(p: Parser, dict: Node, started: Node | null): void {
  const keys: Node[] = started ? dict.items : []
  const values: Node[] = started ? dict.others : []
  while (!p.is(T.RBRACE) && !p.failed) {
    if (p.is(T.DOUBLE_STAR)) {
      keys.push(new Node(Kind.DOUBLE_STAR, p.from(), p.to()))
      p.next()
      values.push(or(p))
      if (p.is(T.FOR) && !p.failed) p.fail('dict unpacking cannot be used in dict comprehension', keys[0].from, keys[0].to)
    } else {
      const key = p.is(T.LAMBDA) ? expression(p) : keyExpression(p)
      if (!p.is(T.COLON)) {
        if (!p.failed) p.fail("':' expected after dictionary key", key.to - 1, key.to)
        break
      }
      keys.push(key)
      values.push(dictValue(p))
    }
    if (!p.accept(T.COMMA)) break
  }
  dict.items = keys
  dict.others = values
}

/** `for … in … if …`, once or more, after the element. */
export function comprehension(p: Parser, kind: Kind, element: Node, from: i32): Node {
  const node = new Node(kind, from, from)
  node.left = element
  const clauses: Node[] = []
  if (element.kind == Kind.STARRED && !p.failed) p.failAt('iterable unpacking cannot be used in comprehension', element)
  while (!p.failed) {
    const start = p.from()
    const asynchronous = p.is(T.ASYNC) && p.kind(1) == T.FOR
    if (asynchronous) p.next()
    if (!p.accept(T.FOR)) break
    const target = targetList(p)
    if (!p.accept(T.IN)) p.invalid()
    const iterable = or(p)
    const conditions: Node[] = []
    while (p.accept(T.IF)) conditions.push(condition(p))
    const clause = p.node(Kind.COMP_FOR, start)
    clause.left = target
    clause.right = iterable
    clause.items = conditions
    clause.flag = asynchronous
    clauses.push(clause)
  }
  node.items = clauses
  node.to = p.last()
  return node
}

// A condition of a comprehension has no conditional expression of its own.
function condition(p: Parser): Node {
  if (p.is(T.NAME) && p.kind(1) == T.WALRUS) return named(p)
  return or(p)
}

/** What stands between square brackets after a value. */
function slices(p: Parser): Node {
  const from = p.from()
  const wasNoIn = p.noIn
  p.noIn = false
  const first = slice(p)
  let node = first
  if (p.is(T.COMMA) || first.kind == Kind.STARRED) {
    const items: Node[] = [first]
    while (p.accept(T.COMMA)) {
      if (p.is(T.RSQB)) break
      items.push(slice(p))
      if (p.failed) break
    }
    node = p.node(Kind.TUPLE, from)
    node.items = items
  }
  p.noIn = wasNoIn
  return node
}

function slice(p: Parser): Node {
  const from = p.from()
  if (p.is(T.STAR)) return starExpression(p)
  const start: Node | null = p.is(T.COLON) ? null : named(p)
  if (!p.is(T.COLON)) {
    if (start) return start
    p.invalid()
    return new Node(Kind.NONE, from, from)
  }
  p.next()
  let stop: Node | null = null
  let step: Node | null = null
  if (startsExpression(p.kind())) stop = expression(p)
  if (p.accept(T.COLON) && startsExpression(p.kind())) step = expression(p)
  const node = p.node(Kind.SLICE, from)
  node.left = start
  node.right = stop
  node.third = step
  return node
}

