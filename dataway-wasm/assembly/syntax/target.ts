// What may stand left of `=`, after `for`, `del` and `as`; and CPython's words for what may not.
import { Kind, Node, Op } from './ast.ts'
import { bitOr, starExpression, startsExpression } from './expression.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

/** The name CPython has for an expression in messages. */
export function describe(node: Node): string {
  switch (node.kind) {
    case Kind.ATTRIBUTE:
      return 'attribute'
    case Kind.SUBSCRIPT:
      return 'subscript'
    case Kind.STARRED:
      return 'starred'
    case Kind.NAME:
      return 'name'
    case Kind.LIST:
      return 'list'
    case Kind.TUPLE:
      return 'tuple'
    case Kind.LAMBDA:
      return 'lambda'
    case Kind.CALL:
      return 'function call'
    case Kind.AND:
    case Kind.OR:
    case Kind.BINARY:
    case Kind.UNARY:
      return 'expression'
    case Kind.GENERATOR:
      return 'generator expression'
    case Kind.YIELD:
    case Kind.YIELD_FROM:
      return 'yield expression'
    case Kind.AWAIT:
      return 'await expression'
    case Kind.LIST_COMP:
      return 'list comprehension'
    case Kind.SET_COMP:
      return 'set comprehension'
    case Kind.DICT_COMP:
      return 'dict comprehension'
    case Kind.DICT:
      return 'dict literal'
    case Kind.SET:
      return 'set display'
    case Kind.JOINED:
    case Kind.FORMATTED:
      return 'f-string expression'
    case Kind.NONE:
      return 'None'
    case Kind.TRUE:
      return 'True'
    case Kind.FALSE:
      return 'False'
    case Kind.ELLIPSIS:
      return 'ellipsis'
    case Kind.COMPARE:
      return 'comparison'
    case Kind.CONDITIONAL:
      return 'conditional expression'
    case Kind.NAMED:
      return 'named expression'
  }
  return 'literal'
}

/** The part of an expression that cannot be assigned to; null: all of it can. */
export function invalidTarget(node: Node, star: bool): Node | null {
  switch (node.kind) {
    case Kind.LIST:
    case Kind.TUPLE:
      for (let i = 0; i < node.items.length; i++) {
        const wrong = invalidTarget(node.items[i], star)
        if (wrong) return wrong
      }
      return null
    case Kind.STARRED:
      return star ? invalidTarget(node.left!, star) : node
    case Kind.NAME:
    case Kind.ATTRIBUTE:
    case Kind.SUBSCRIPT:
      return null
  }
  return node
}

/** The targets of a `for` or a comprehension. */
export function targetList(p: Parser): Node {
  const from = p.from()
  const wasNoIn = p.noIn
  p.noIn = true
  const first = targetAtom(p)
  let node = first
  if (p.is(T.COMMA)) {
    const items: Node[] = [first]
    while (p.accept(T.COMMA)) {
      if (!startsExpression(p.kind()) && !p.is(T.STAR)) break
      items.push(targetAtom(p))
      if (p.failed) break
    }
    node = p.node(Kind.TUPLE, from)
    node.items = items
  }
  p.noIn = wasNoIn
  if (p.failed) return node
  const wrong = invalidTarget(node, true)
  if (wrong) p.failAt('cannot assign to ' + describe(wrong), wrong)
  else if (node.kind == Kind.STARRED) p.failAt('starred assignment target must be in a list or tuple', node)
  return node
}

function targetAtom(p: Parser): Node {
  return p.is(T.STAR) ? starExpression(p) : bitOr(p)
}

/** Fails unless `node` can stand left of a plain `=`. `alone`: it is the only target. */
export function checkAssignable(p: Parser, node: Node, alone: bool): void {
  if (p.failed) return
  const wrong = invalidTarget(node, true)
  if (!wrong) return
  if (wrong.kind == Kind.TRUE || wrong.kind == Kind.FALSE || wrong.kind == Kind.NONE) {
    p.failAt('cannot assign to ' + describe(wrong), wrong)
    return
  }
  if (wrong.kind == Kind.YIELD && !wrong.parenthesized) {
    p.failAt('assignment to yield expression not possible', wrong)
    return
  }
  // CPython offers `==` where a single comparison would have been read.
  const offered = alone && wrong === node && mightCompare(node)
  p.failAt('cannot assign to ' + describe(wrong) + (offered ? " here. Maybe you meant '==' instead of '='?" : ''), wrong)
}

function mightCompare(node: Node): bool {
  switch (node.kind) {
    case Kind.COMPARE:
    case Kind.CONDITIONAL:
    case Kind.LAMBDA:
    case Kind.AND:
    case Kind.OR:
      return false
    case Kind.UNARY:
      return node.op != Op.NOT
    case Kind.GENERATOR:
      return false
  }
  return true
}

/** Fails unless `node` can be deleted. */
export function checkDeletable(p: Parser, node: Node): void {
  if (p.failed) return
  const wrong = invalidTarget(node, false)
  if (wrong) p.failAt('cannot delete ' + describe(wrong), wrong)
}
