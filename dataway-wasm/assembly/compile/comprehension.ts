// Comprehensions: list, set and dict ones run in the frame around them, their names in registers of their own; generator
// expressions become generator functions.
import { Kind, Node } from '../syntax/ast.ts'
import { asynchronousItem, callHelper, nextAwaited } from './asynchronous.ts'
import { Builder } from './builder.ts'
import { condition, expression, fresh } from './expression.ts'
import { makeFunction } from './function.ts'
import { directLocal, noteLocal, storeTarget } from './name.ts'
import { Op } from './opcode.ts'
import { Scope } from './scope.ts'

export function comprehension(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const r = to >= b.locals ? to : b.temp()
  const scope = b.unit.scopes.of(node)
  // The first iterable belongs to the scope outside.
  const first = fresh(b, node.items[0].right!)
  b.at(node)
  iterate(b, node.items[0], first)
  const outer = b.current
  b.current = scope
  enterScope(b, scope)
  b.emit(node.kind == Kind.LIST_COMP ? Op.BUILD_LIST : node.kind == Kind.SET_COMP ? Op.BUILD_SET : Op.BUILD_DICT, r, 0, 0)
  const state = b.copyAssigned()
  clause(b, node, 0, first, r)
  b.assigned = state
  b.current = outer
  b.top = max(mark, r + 1)
  if (to < 0) return r
  b.top = mark
  if (r != to) b.emit(Op.MOVE, to, r)
  return to
}

/** Variables start anew with each run; those that inner functions use get fresh cells. */
function enterScope(b: Builder, scope: Scope): void {
  for (let i = 0; i < scope.order.length; i++) {
    const s = scope.order[i]
    if (!s.local || s.register < 0) continue
    b.emit(Op.CLEAR, s.register)
    if (s.cell) b.emit(Op.MAKE_CELL, s.register)
    b.assigned[s.register] = false
  }
}

function clause(b: Builder, node: Node, n: i32, iterator: i32, r: i32): void {
  const mark = b.top
  const part = node.items[n]
  const start = b.here
  const local = directLocal(b, part.left!)
  const item = local >= 0 ? local : b.temp()
  b.at(part.left!)
  const next = part.flag ? nextAwaited(b, iterator, item) : b.emit(Op.FOR_ITER, item, iterator)
  if (local >= 0) noteLocal(b, part.left!)
  else storeTarget(b, part.left!, item)
  const skips: i32[] = []
  for (let i = 0; i < part.items.length; i++) condition(b, part.items[i], false, skips)
  if (n + 1 < node.items.length) {
    const inner = fresh(b, node.items[n + 1].right!)
    b.at(node.items[n + 1].right!)
    iterate(b, node.items[n + 1], inner)
    clause(b, node, n + 1, inner, r)
  } else element(b, node, r)
  b.landAll(skips)
  b.emitWide(Op.JUMP_BACK, 0, start)
  b.land(next)
  b.top = mark
}

/** An iterator of what is in register `r`, there. */
function iterate(b: Builder, part: Node, r: i32): void {
  if (part.flag) callHelper(b, 'async.iterator', r, r)
  else b.emit(Op.GET_ITER, r, r)
}

function element(b: Builder, node: Node, r: i32): void {
  const mark = b.top
  if (node.kind == Kind.DICT_COMP) {
    const k = fresh(b, node.left!)
    const v = expression(b, node.right!)
    b.at(node)
    b.emit(Op.DICT_SET, r, k, v)
  } else {
    const v = expression(b, node.left!)
    b.at(node)
    if (node.kind == Kind.GENERATOR) {
      const given = b.scope.asynchronous ? asynchronousItem(b, v) : v
      b.emit(Op.YIELD, b.temp(), given)
    }
    else b.emit(node.kind == Kind.LIST_COMP ? Op.LIST_APPEND : Op.SET_ADD, r, v)
  }
  b.top = mark
}

export function generatorExpression(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const base = b.temp()
  const scope = b.unit.scopes.of(node)
  makeFunction(b, node, scope, null, base)
  const first = fresh(b, node.items[0].right!)
  b.at(node)
  iterate(b, node.items[0], first)
  b.top = mark
  const r = to >= 0 ? to : b.temp()
  b.emit(Op.CALL, r, base, 1)
  return r
}
/** The body of a generator expression. */
export function generatorBody(b: Builder, node: Node): void {
  clause(b, node, 0, 0, -1)
}
