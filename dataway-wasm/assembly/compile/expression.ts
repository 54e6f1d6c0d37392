// Code for expressions. expression() gives the register that has the value: a local's own, or a fresh one on top of the
// stack of registers. With `to` the value is written there, and only when all of it is known.
import { Kind, Node, Op as Sign } from '../syntax/ast.ts'
import { strConst } from '../text/str.ts'
import { boxBool, None, UNBOUND, Value } from '../value/value.ts'
import { asynchronousItem, yieldFrom } from './asynchronous.ts'
import { Builder } from './builder.ts'
import { callExpression } from './call.ts'
import { comprehension, generatorExpression } from './comprehension.ts'
import { constantOf, sameConstant, tupleOfConstants } from './constant.ts'
import { lambda } from './function.ts'
import { loadName, storeTarget } from './name.ts'
import { NONE16, Op, PART16 } from './opcode.ts'

/** The instruction of a binary operator. */
export function binaryOp(sign: i32): Op {
  switch (sign) {
    case Sign.ADD:
      return Op.ADD
    case Sign.SUB:
      return Op.SUB
    case Sign.MUL:
      return Op.MUL
    case Sign.MATMUL:
      return Op.MAT_MUL
    case Sign.TRUE_DIV:
      return Op.TRUE_DIV
    case Sign.FLOOR_DIV:
      return Op.FLOOR_DIV
    case Sign.MOD:
      return Op.MOD
    case Sign.POW:
      return Op.POW
    case Sign.LSHIFT:
      return Op.LSHIFT
    case Sign.RSHIFT:
      return Op.RSHIFT
    case Sign.BIT_AND:
      return Op.AND
    case Sign.BIT_XOR:
      return Op.XOR
    default:
      return Op.OR
  }
}
function compareOp(sign: i32): Op {
  switch (sign) {
    case Sign.LT:
      return Op.LT
    case Sign.LE:
      return Op.LE
    case Sign.EQ:
      return Op.EQ
    case Sign.NE:
      return Op.NE
    case Sign.GT:
      return Op.GT
    case Sign.GE:
      return Op.GE
    case Sign.IN:
      return Op.IN
    case Sign.NOT_IN:
      return Op.NOT_IN
    case Sign.IS:
      return Op.IS
    default:
      return Op.IS_NOT
  }
}

// @ts-ignore: decorator
@inline function dest(b: Builder, to: i32): i32 {
  return to >= 0 ? to : b.temp()
}

function loadConstant(b: Builder, v: Value, to: i32): i32 {
  const r = dest(b, to)
  if (v >= 0xffff000000000000) {
    const n = (<i64>(v << 16)) >> 16
    if (<i64><i32>n == n) {
      b.emitWide(Op.LOAD_INT, r, <i32>n)
      return r
    }
  }
  b.emitWide(Op.LOAD_CONST, r, b.constant(v))
  return r
}
export function loadNone(b: Builder, to: i32 = -1): i32 {
  return loadConstant(b, None, to)
}

export function expression(b: Builder, node: Node, to: i32 = -1): i32 {
  b.at(node)
  switch (node.kind) {
    case Kind.NAME:
      return loadName(b, node.name, to)
    case Kind.JOINED:
      return joined(b, node, to)
    case Kind.FORMATTED:
      return formatted(b, node, to)
    case Kind.TUPLE:
      return display(b, node, Op.BUILD_TUPLE, to)
    case Kind.LIST:
      return display(b, node, Op.BUILD_LIST, to)
    case Kind.SET:
      return display(b, node, Op.BUILD_SET, to)
    case Kind.DICT:
      return dictDisplay(b, node, to)
    case Kind.LIST_COMP:
    case Kind.SET_COMP:
    case Kind.DICT_COMP:
      return comprehension(b, node, to)
    case Kind.GENERATOR:
      return generatorExpression(b, node, to)
    case Kind.UNARY:
      return unary(b, node, to)
    case Kind.BINARY:
      return binary(b, node, to)
    case Kind.AND:
    case Kind.OR:
      return logical(b, node, to)
    case Kind.COMPARE:
      return compare(b, node, to)
    case Kind.CONDITIONAL:
      return conditional(b, node, to)
    case Kind.LAMBDA:
      return lambda(b, node, to)
    case Kind.CALL:
      return callExpression(b, node, to)
    case Kind.ATTRIBUTE: {
      const mark = b.top
      const o = expression(b, node.left!)
      b.top = mark
      const r = dest(b, to)
      b.at(node)
      b.emit(Op.GET_ATTR, r, o, b.name(b.current.mangle(node.name)))
      return r
    }
    case Kind.SUBSCRIPT: {
      const mark = b.top
      const o = keep(b, expression(b, node.left!), node.right!)
      if (node.right!.kind == Kind.STR) {
        b.top = mark
        const r = dest(b, to)
        b.at(node)
        b.emit(Op.GET_KEY, r, o, b.constant(b.text(node.right!.bytes, node.right!.size)))
        return r
      }
      const k = expression(b, node.right!)
      b.top = mark
      const r = dest(b, to)
      b.at(node)
      b.emit(Op.GET_ITEM, r, o, k)
      return r
    }
    case Kind.SLICE: {
      const mark = b.top
      const base = b.temp()
      b.temp()
      b.temp()
      slicePart(b, node.left, base)
      slicePart(b, node.right, base + 1)
      slicePart(b, node.third, base + 2)
      b.top = mark
      const r = dest(b, to)
      b.emit(Op.BUILD_SLICE, r, base)
      return r
    }
    case Kind.NAMED: {
      const r = expression(b, node.right!, to)
      b.at(node)
      storeTarget(b, node.left!, r)
      return r
    }
    case Kind.YIELD: {
      const mark = b.top
      const v = node.left ? expression(b, node.left!) : loadNone(b)
      b.at(node)
      const given = b.scope.asynchronous ? asynchronousItem(b, v) : v
      b.top = mark
      const r = dest(b, to)
      b.emit(Op.YIELD, r, given)
      return r
    }
    case Kind.YIELD_FROM:
    case Kind.AWAIT:
      return yieldFrom(b, node, to)
    case Kind.STARRED:
      b.unit.fail("can't use starred expression here", node)
      return dest(b, to)
    default: {
      const v = constantOf(b, node)
      return loadConstant(b, v, to)
    }
  }
}

/** The same, always in a register of its own on top of the stack. */
export function fresh(b: Builder, node: Node): i32 {
  const r = b.temp()
  expression(b, node, r)
  b.top = r + 1
  return r
}

/** Evaluates an operand that stays unchanged while `following` is evaluated. */
function keep(b: Builder, r: i32, following: Node): i32 {
  if (r >= b.locals || !binds(following)) return r
  const t = b.temp()
  b.emit(Op.MOVE, t, r)
  return t
}
/** Whether evaluating a node may give a local another value. */
function binds(node: Node): bool {
  switch (node.kind) {
    case Kind.NAME:
    case Kind.INT:
    case Kind.STR:
    case Kind.FLOAT:
    case Kind.LAMBDA:
      return false
    case Kind.NAMED:
    case Kind.YIELD:
    case Kind.YIELD_FROM:
    case Kind.AWAIT:
      return true
  }
  if (node.left && binds(node.left!)) return true
  if (node.right && binds(node.right!)) return true
  if (node.third && binds(node.third!)) return true
  for (let i = 0; i < node.items.length; i++) if (binds(node.items[i])) return true
  for (let i = 0; i < node.others.length; i++) if (binds(node.others[i])) return true
  return false
}

function slicePart(b: Builder, node: Node | null, to: i32): void {
  if (node) expression(b, node, to)
  else loadNone(b, to)
}

function unary(b: Builder, node: Node, to: i32): i32 {
  const v = constantOf(b, node)
  if (v != UNBOUND) return loadConstant(b, v, to)
  const mark = b.top
  const o = expression(b, node.left!)
  b.top = mark
  const r = dest(b, to)
  b.at(node)
  b.emit(node.op == Sign.NOT ? Op.NOT : node.op == Sign.NEG ? Op.NEG : node.op == Sign.POS ? Op.POS : Op.INVERT, r, o)
  return r
}

/** Small integer literal of an addition, or 0x8000. */
function smallInt(node: Node): i32 {
  if (node.kind != Kind.INT || node.op != 10 || node.size > 4) return 0x8000
  let n = 0
  for (let i = 0; i < node.size; i++) n = n * 10 + <i32>load<u8>(node.bytes + i) - 48
  return n
}

function binary(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const x = keep(b, expression(b, node.left!), node.right!)
  if (node.op == Sign.ADD || node.op == Sign.SUB) {
    const n = smallInt(node.right!)
    if (n != 0x8000) {
      b.top = mark
      const r = dest(b, to)
      b.at(node)
      b.emit(node.op == Sign.ADD ? Op.ADD_INT : Op.SUB_INT, r, x, n)
      return r
    }
  }
  const y = expression(b, node.right!)
  b.top = mark
  const r = dest(b, to)
  b.at(node)
  b.emit(binaryOp(node.op), r, x, y)
  return r
}

/** Registers of locals get a value only at the end: others may read them until then. */
export function work(b: Builder, to: i32): i32 {
  return to >= b.locals ? to : b.temp()
}
export function settle(b: Builder, r: i32, to: i32, mark: i32): i32 {
  if (to < 0) return r
  b.top = mark
  if (r != to) b.emit(Op.MOVE, to, r)
  return to
}

function logical(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const r = work(b, to)
  const jumps: i32[] = []
  let state: bool[] = []
  for (let i = 0; i < node.items.length; i++) {
    expression(b, node.items[i], r)
    b.top = max(b.top, r + 1)
    if (i == 0) state = b.copyAssigned()
    if (i < node.items.length - 1) jumps.push(b.jump(node.kind == Kind.AND ? Op.JUMP_IF_FALSE : Op.JUMP_IF_TRUE, r))
  }
  b.landAll(jumps)
  b.assigned = state
  return settle(b, r, to, mark)
}

function conditional(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const r = work(b, to)
  const otherwise: i32[] = []
  condition(b, node.left!, false, otherwise)
  const state = b.copyAssigned()
  expression(b, node.right!, r)
  const end = b.jump(Op.JUMP)
  b.landAll(otherwise)
  b.assigned = state.slice(0)
  expression(b, node.third!, r)
  b.land(end)
  b.assigned = state
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}

function compare(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  if (node.items.length == 1) {
    const x = keep(b, expression(b, node.left!), node.items[0])
    const y = expression(b, node.items[0])
    b.top = mark
    const r = dest(b, to)
    b.at(node)
    b.emit(compareOp(node.ops[0]), r, x, y)
    return r
  }
  const r = work(b, to)
  const jumps: i32[] = []
  let x = fresh(b, node.left!)
  let state: bool[] = []
  for (let i = 0; i < node.items.length; i++) {
    const y = fresh(b, node.items[i])
    if (i == 0) state = b.copyAssigned()
    b.at(node)
    b.emit(compareOp(node.ops[i]), r, x, y)
    if (i < node.items.length - 1) jumps.push(b.jump(Op.JUMP_IF_FALSE, r))
    x = y
  }
  b.landAll(jumps)
  b.assigned = state
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}

/** Code that goes to one of `jumps` when the truth of a node is `sense`, and on otherwise. */
export function condition(b: Builder, node: Node, sense: bool, jumps: i32[]): void {
  if (node.kind == Kind.UNARY && node.op == Sign.NOT) {
    condition(b, node.left!, !sense, jumps)
    return
  }
  if (node.kind == Kind.AND || node.kind == Kind.OR) {
    const shortcut = node.kind == Kind.OR
    const last = node.items.length - 1
    if (shortcut == sense) {
      for (let i = 0; i <= last; i++) {
        condition(b, node.items[i], sense, jumps)
        if (i == 0) keepState(b)
      }
      restoreState(b)
      return
    }
    const skip: i32[] = []
    for (let i = 0; i < last; i++) {
      condition(b, node.items[i], shortcut, skip)
      if (i == 0) keepState(b)
    }
    condition(b, node.items[last], sense, jumps)
    b.landAll(skip)
    restoreState(b)
    return
  }
  const mark = b.top
  if (node.kind == Kind.COMPARE && node.items.length == 1 && !sense && node.ops[0] >= Sign.LT && node.ops[0] <= Sign.GE) {
    const x = keep(b, expression(b, node.left!), node.items[0])
    const y = expression(b, node.items[0])
    b.top = mark
    b.at(node)
    jumps.push(b.emit(<Op>(Op.UNLESS_LT + (compareOp(node.ops[0]) - Op.LT)), x, y))
    return
  }
  const r = expression(b, node)
  b.top = mark
  b.at(node)
  jumps.push(b.jump(sense ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE, r))
}
function keepState(b: Builder): void {
  b.states.push(b.copyAssigned())
}
function restoreState(b: Builder): void {
  b.assigned = b.states.pop()
}

function hasStar(items: Node[]): bool {
  for (let i = 0; i < items.length; i++) if (items[i].kind == Kind.STARRED) return true
  return false
}

/** Values in registers one behind the other; longer rows go through a list. */
export const ROW = 200

function display(b: Builder, node: Node, op: Op, to: i32): i32 {
  const items = node.items
  const mark = b.top
  if (op == Op.BUILD_TUPLE) {
    const v = constantOf(b, node)
    if (v != UNBOUND) return loadConstant(b, v, to)
  }
  if (!hasStar(items) && items.length <= ROW) {
    const base = b.top
    for (let i = 0; i < items.length; i++) fresh(b, items[i])
    b.top = mark
    const r = dest(b, to)
    b.at(node)
    b.emit(op, r, base, items.length)
    return r
  }
  const r = work(b, to)
  const isSet = op == Op.BUILD_SET
  collect(b, items, r, isSet, <i32>NONE16)
  b.at(node)
  if (op == Op.BUILD_TUPLE) b.emit(Op.LIST_TO_TUPLE, r, r)
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}
/** A list (or set) in `r` of items with stars among them; `fn`: register of the function they are arguments of, or NONE16. */
export function collect(b: Builder, items: Node[], r: i32, isSet: bool, fn: i32): void {
  b.emit(isSet ? Op.BUILD_SET : Op.BUILD_LIST, r, 0, 0)
  for (let i = 0; i < items.length; i++) {
    const mark = b.top
    const star = items[i].kind == Kind.STARRED
    const v = expression(b, star ? items[i].left! : items[i])
    b.at(items[i])
    if (star) b.emit(isSet ? Op.SET_UPDATE : Op.LIST_EXTEND, r, v, fn)
    else b.emit(isSet ? Op.SET_ADD : Op.LIST_APPEND, r, v)
    b.top = mark
  }
}

function dictDisplay(b: Builder, node: Node, to: i32): i32 {
  const n = node.items.length
  const mark = b.top
  let plain = n <= ROW / 2
  for (let i = 0; i < n; i++) if (node.items[i].kind == Kind.DOUBLE_STAR) plain = false
  if (plain && n) {
    const keys = recordKeys(b, node.items)
    if (keys.length) {
      const base = b.top
      for (let i = 0; i < n; i++) fresh(b, node.others[i])
      b.top = mark
      const r = dest(b, to)
      b.at(node)
      b.setExtra(b.emit(Op.BUILD_RECORD, r, base, n), b.constant(tupleOfConstants(b, keys)))
      return r
    }
  }
  if (plain) {
    const base = b.top
    for (let i = 0; i < n; i++) {
      fresh(b, node.items[i])
      fresh(b, node.others[i])
    }
    b.top = mark
    const r = dest(b, to)
    b.at(node)
    b.emit(Op.BUILD_DICT, r, base, n)
    return r
  }
  const r = work(b, to)
  b.emit(Op.BUILD_DICT, r, 0, 0)
  for (let i = 0; i < n; i++) {
    const inner = b.top
    if (node.items[i].kind == Kind.DOUBLE_STAR) {
      const v = expression(b, node.others[i])
      b.at(node)
      b.emit(Op.DICT_UPDATE, r, v)
    } else {
      const k = fresh(b, node.items[i])
      const v = expression(b, node.others[i])
      b.at(node)
      b.emit(Op.DICT_SET, r, k, v)
    }
    b.top = inner
  }
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}

/** The keys of a display when they are different text literals, else none. */
function recordKeys(b: Builder, items: Node[]): u64[] {
  const keys: u64[] = []
  for (let i = 0; i < items.length; i++) {
    if (items[i].kind != Kind.STR) return []
    const key = b.text(items[i].bytes, items[i].size)
    for (let k = 0; k < keys.length; k++) if (sameConstant(keys[k], key)) return []
    keys.push(key)
  }
  return keys
}

function joined(b: Builder, node: Node, to: i32): i32 {
  const items = node.items
  if (items.length == 0) return loadConstant(b, strConst(''), to)
  if (items.length == 1) return expression(b, items[0], to)
  const mark = b.top
  if (items.length <= ROW) {
    const base = b.top
    for (let i = 0; i < items.length; i++) part(b, items[i])
    b.top = mark
    const r = dest(b, to)
    b.at(node)
    b.emit(Op.BUILD_STRING, r, base, items.length)
    return r
  }
  const r = work(b, to)
  for (let i = 0; i < items.length; i += ROW - 1) {
    const base = b.top
    let n = 0
    if (i) {
      b.emit(Op.MOVE, b.temp(), r)
      n = 1
    }
    for (let k = i; k < min(items.length, i + ROW - 1); k++, n++) part(b, items[k])
    b.top = base
    b.emit(Op.BUILD_STRING, r, base, n)
  }
  b.top = max(mark, r + 1)
  return settle(b, r, to, mark)
}

/** A piece for BUILD_STRING, which writes numbers itself. */
function part(b: Builder, node: Node): void {
  if (node.kind != Kind.FORMATTED) {
    fresh(b, node)
    return
  }
  const r = b.temp()
  b.at(node)
  formatted(b, node, r, true)
  b.top = r + 1
}
function formatted(b: Builder, node: Node, to: i32, isPart: bool = false): i32 {
  const mark = b.top
  let v = expression(b, node.left!)
  if (node.op) {
    const t = b.temp()
    b.at(node)
    b.emit(Op.CONVERT, t, v, node.op)
    v = t
  }
  const spec = node.right ? expression(b, node.right!) : isPart ? <i32>PART16 : <i32>NONE16
  b.top = mark
  const r = dest(b, to)
  b.at(node)
  b.emit(Op.FORMAT, r, v, spec)
  return r
}

export function boolConstant(b: Builder, v: bool, to: i32): i32 {
  return loadConstant(b, boxBool(v), to)
}
export function textConstant(b: Builder, text: string, to: i32): i32 {
  return loadConstant(b, strConst(text), to)
}
export function valueConstant(b: Builder, v: Value, to: i32): i32 {
  return loadConstant(b, v, to)
}
