// Code for statements.
import { Kind, Node } from '../syntax/ast.ts'
import { UNBOUND } from '../value/value.ts'
import { Block, BlockKind } from './block.ts'
import { IN_EXCEPT_STAR } from '../syntax/except-star.ts'
import { Builder } from './builder.ts'
import { constantOf } from './constant.ts'
import { binaryOp, condition, expression, fresh, loadNone, textConstant } from './expression.ts'
import { annotation, classStatement, functionStatement } from './function.ts'
import { matchStatement } from './match.ts'
import { assignExpression, deleteTarget, directLocal, loadName, noteLocal, storeName, storeTarget } from './name.ts'
import { NONE16, Op } from './opcode.ts'
import { ScopeKind } from './scope.ts'
import { leaveBlocks, reenterBlocks, tryStatement, withStatement } from './try.ts'

export function statements(b: Builder, items: Node[]): void {
  for (let i = 0; i < items.length; i++) {
    statement(b, items[i])
    if (b.unit.failedFrom >= 0) return
  }
}

function statement(b: Builder, node: Node): void {
  const mark = b.top
  b.at(node)
  switch (node.kind) {
    case Kind.EXPRESSION:
      if (constantOf(b, node.left!) == UNBOUND) expression(b, node.left!)
      break
    case Kind.ASSIGN:
      assign(b, node)
      break
    case Kind.AUG_ASSIGN:
      augmented(b, node)
      break
    case Kind.ANN_ASSIGN:
      annotated(b, node)
      break
    case Kind.RETURN:
      returnStatement(b, node)
      break
    case Kind.DELETE:
      for (let i = 0; i < node.items.length; i++) deleteTarget(b, node.items[i])
      break
    case Kind.PASS:
    case Kind.GLOBAL:
    case Kind.NONLOCAL:
      break
    case Kind.BREAK:
    case Kind.CONTINUE:
      leaveLoop(b, node)
      break
    case Kind.RAISE: {
      if (!node.left) b.emit(Op.RAISE_AGAIN)
      else {
        const e = expression(b, node.left!)
        const cause = node.right ? expression(b, node.right!) : <i32>NONE16
        b.at(node)
        b.emit(Op.RAISE, e, cause)
      }
      b.dead = true
      break
    }
    case Kind.ASSERT: {
      const jumps: i32[] = []
      condition(b, node.left!, true, jumps)
      const state = b.copyAssigned()
      const message = node.right ? expression(b, node.right!) : <i32>NONE16
      b.at(node.left!)
      b.emit(Op.ASSERTION, message)
      b.landAll(jumps)
      b.assigned = state
      break
    }
    case Kind.IMPORT:
      importStatement(b, node)
      break
    case Kind.IMPORT_FROM:
      importFrom(b, node)
      break
    case Kind.IF:
      ifStatement(b, node)
      break
    case Kind.WHILE:
      whileStatement(b, node)
      break
    case Kind.FOR:
      forStatement(b, node)
      break
    case Kind.TRY:
      tryStatement(b, node)
      break
    case Kind.WITH:
      withStatement(b, node, 0)
      break
    case Kind.FUNCTION:
      functionStatement(b, node)
      break
    case Kind.CLASS:
      classStatement(b, node)
      break
    case Kind.MATCH:
      matchStatement(b, node)
      break
    default:
      b.unit.fail('this statement is not known to DataWay', node)
  }
  b.top = mark
}

function assign(b: Builder, node: Node): void {
  if (node.items.length == 1) {
    const target = node.items[0]
    const value = node.left!
    // a, b = x, y without a tuple in between
    if (target.kind == Kind.TUPLE && value.kind == Kind.TUPLE && target.items.length == value.items.length && !hasStars(target) && !hasStars(value)) {
      const base = b.top
      for (let i = 0; i < value.items.length; i++) fresh(b, value.items[i])
      for (let i = 0; i < target.items.length; i++) storeTarget(b, target.items[i], base + i)
      return
    }
    assignExpression(b, target, value)
    return
  }
  const r = expression(b, node.left!)
  // The value must outlive stores to the local it may come from.
  const kept = b.temp()
  b.emit(Op.MOVE, kept, r)
  for (let i = 0; i < node.items.length; i++) storeTarget(b, node.items[i], kept)
}
function hasStars(node: Node): bool {
  for (let i = 0; i < node.items.length; i++) if (node.items[i].kind == Kind.STARRED) return true
  return false
}

function augmented(b: Builder, node: Node): void {
  const target = node.left!
  const op = <Op>(Op.IADD + (binaryOp(node.op) - Op.ADD))
  switch (target.kind) {
    case Kind.NAME: {
      const x = loadName(b, target.name)
      const local = directLocal(b, target)
      const y = expression(b, node.right!)
      b.at(node)
      const r = local >= 0 ? local : b.temp()
      b.emit(op, r, x, y)
      if (local < 0) storeName(b, target.name, r)
      else noteLocal(b, target)
      return
    }
    case Kind.ATTRIBUTE: {
      const o = fresh(b, target.left!)
      const name = b.name(b.current.mangle(target.name))
      const x = b.temp()
      b.at(target)
      b.emit(Op.GET_ATTR, x, o, name)
      const y = expression(b, node.right!)
      b.at(node)
      b.emit(op, x, x, y)
      b.emit(Op.SET_ATTR, o, name, x)
      return
    }
    case Kind.SUBSCRIPT: {
      const o = fresh(b, target.left!)
      const k = fresh(b, target.right!)
      const x = b.temp()
      b.at(target)
      b.emit(Op.GET_ITEM, x, o, k)
      const y = expression(b, node.right!)
      b.at(node)
      b.emit(op, x, x, y)
      b.at(target)
      b.emit(Op.SET_ITEM, o, k, x)
      return
    }
    default:
      b.unit.fail('illegal expression for augmented assignment', target)
  }
}
function annotated(b: Builder, node: Node): void {
  const target = node.left!
  if (node.third) assignExpression(b, target, node.third!)
  if (b.current.kind == ScopeKind.FUNCTION) return
  const mark = b.top
  if (target.kind != Kind.NAME) {
    if (!node.third && target.kind == Kind.ATTRIBUTE) expression(b, target.left!)
    b.top = mark
  }
  annotation(b, node.right!)
  if (target.kind == Kind.NAME && node.flag) {
    const d = b.temp()
    const k = b.temp()
    b.emitWide(b.current.kind == ScopeKind.CLASS ? Op.LOAD_NAME : Op.LOAD_GLOBAL, d, b.name('__annotations__'))
    textConstant(b, b.current.mangle(target.name), k)
    b.emit(Op.SET_ITEM, d, k, mark)
  }
  b.top = mark
}

const NO_JUMP = "'break', 'continue' and 'return' cannot appear in an except* block"
/** Whether one of the blocks from this one on holds the statements of an `except*` clause. */
function leavesExceptStar(b: Builder, from: i32): bool {
  for (let i = from; i < b.blocks.length; i++) if (b.blocks[i].kind == BlockKind.TRY && b.blocks[i].name == IN_EXCEPT_STAR) return true
  return false
}

function returnStatement(b: Builder, node: Node): void {
  if (b.scope.kind != ScopeKind.FUNCTION) {
    b.unit.fail("'return' outside function", node)
    return
  }
  if (node.left && b.scope.asynchronous && b.scope.generator) {
    b.unit.fail("'return' with value in async generator", node)
    return
  }
  if (leavesExceptStar(b, 0)) {
    b.unit.fail(NO_JUMP, node.left ? node.left! : node)
    return
  }
  if (!b.blocks.length) {
    if (node.left) {
      const r = expression(b, node.left!)
      b.at(node)
      b.emit(Op.RETURN, r)
    } else b.emit(Op.RETURN_NONE)
    b.dead = true
    return
  }
  let r = node.left ? fresh(b, node.left!) : loadNone(b)
  b.top = max(b.top, r + 1)
  b.at(node)
  leaveBlocks(b, 0)
  b.emit(Op.RETURN, r)
  reenterBlocks(b, 0)
  b.dead = true
}

function leaveLoop(b: Builder, node: Node): void {
  let at = b.blocks.length - 1
  while (at >= 0 && b.blocks[at].kind != BlockKind.LOOP) at--
  if (at < 0) {
    b.unit.fail(node.kind == Kind.BREAK ? "'break' outside loop" : "'continue' not properly in loop", node)
    return
  }
  if (leavesExceptStar(b, at + 1)) {
    b.unit.fail(NO_JUMP, node)
    return
  }
  leaveBlocks(b, at + 1)
  const loop = b.left[b.left.length - 1][at]
  if (node.kind == Kind.BREAK && loop.register >= 0) b.emit(Op.LEAVE_ITER, loop.register)
  const j = b.jump(Op.JUMP)
  if (node.kind == Kind.BREAK) loop.breaks.push(j)
  else loop.continues.push(j)
  reenterBlocks(b, at + 1)
  b.dead = true
}

function importStatement(b: Builder, node: Node): void {
  for (let i = 0; i < node.items.length; i++) {
    const alias = node.items[i]
    const mark = b.top
    const r = b.temp()
    b.at(node)
    const dot = alias.name.indexOf('.')
    b.emit(Op.IMPORT, r, b.name(alias.name), alias.alias.length ? 1 : 0)
    storeName(b, alias.alias.length ? alias.alias : dot < 0 ? alias.name : alias.name.substring(0, dot), r)
    b.top = mark
  }
}
function importFrom(b: Builder, node: Node): void {
  if (node.name == '__future__') {
    for (let i = 0; i < node.items.length; i++) if (node.items[i].name == 'annotations') b.unit.lazyAnnotations = true
    return
  }
  const m = b.temp()
  b.emit(Op.IMPORT, m, b.name(node.name), 1)
  for (let i = 0; i < node.items.length; i++) {
    const alias = node.items[i]
    if (alias.name == '*') {
      b.emit(Op.IMPORT_STAR, m)
      continue
    }
    const r = b.temp()
    b.emit(Op.IMPORT_FROM, r, m, b.name(alias.name))
    storeName(b, alias.alias.length ? alias.alias : alias.name, r)
    b.top = r
  }
}

/** What is surely assigned after either of two ways. */
export function meet(b: Builder, one: bool[], oneDead: bool, other: bool[], otherDead: bool): void {
  if (oneDead) b.assigned = other
  else if (otherDead) b.assigned = one
  else {
    for (let i = 0; i < one.length; i++) one[i] = one[i] && other[i]
    b.assigned = one
  }
  b.dead = oneDead && otherDead
}

function ifStatement(b: Builder, node: Node): void {
  const otherwise: i32[] = []
  condition(b, node.left!, false, otherwise)
  const before = b.copyAssigned()
  b.dead = false
  statements(b, node.items)
  const thenState = b.copyAssigned()
  const thenDead = b.dead
  b.assigned = before.slice(0)
  b.dead = false
  if (node.others.length) {
    const end = thenDead ? -1 : b.jump(Op.JUMP)
    b.landAll(otherwise)
    statements(b, node.others)
    if (end >= 0) b.land(end)
  } else b.landAll(otherwise)
  meet(b, thenState, thenDead, b.copyAssigned(), b.dead)
}

function whileStatement(b: Builder, node: Node): void {
  const loop = new Block(BlockKind.LOOP)
  const start = b.here
  const exits: i32[] = []
  const forever = node.left!.kind == Kind.TRUE
  if (!forever) condition(b, node.left!, false, exits)
  const state = b.copyAssigned()
  b.blocks.push(loop)
  b.dead = false
  statements(b, node.items)
  b.blocks.pop()
  for (let i = 0; i < loop.continues.length; i++) b.landAt(loop.continues[i], b.here)
  b.at(node.left!)
  b.emitWide(Op.JUMP_BACK, 0, start)
  b.landAll(exits)
  b.assigned = state.slice(0)
  b.dead = false
  statements(b, node.others)
  b.landAll(loop.breaks)
  b.assigned = state
  b.dead = false
}

function forStatement(b: Builder, node: Node): void {
  const it = b.temp()
  const source = expression(b, node.right!)
  b.at(node.right!)
  // What a call made only for this loop ends with it.
  const own = node.right!.kind == Kind.CALL || node.right!.kind == Kind.GENERATOR
  b.emit(Op.GET_ITER, it, source, own ? 1 : 0)
  b.top = it + 1
  const state = b.copyAssigned()
  const start = b.here
  const local = directLocal(b, node.left!)
  const item = local >= 0 ? local : b.temp()
  b.at(node.right!)
  const next = b.emit(Op.FOR_ITER, item, it)
  b.at(node.left!)
  if (local >= 0) noteLocal(b, node.left!)
  else storeTarget(b, node.left!, item)
  b.top = it + 1
  const loop = new Block(BlockKind.LOOP)
  if (own) loop.register = it
  b.blocks.push(loop)
  b.dead = false
  statements(b, node.items)
  b.blocks.pop()
  for (let i = 0; i < loop.continues.length; i++) b.landAt(loop.continues[i], b.here)
  b.at(node.left!)
  b.emitWide(Op.JUMP_BACK, 0, start)
  b.land(next)
  b.assigned = state.slice(0)
  b.dead = false
  statements(b, node.others)
  b.landAll(loop.breaks)
  b.assigned = state
  b.dead = false
}
