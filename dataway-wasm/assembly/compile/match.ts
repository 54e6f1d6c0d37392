// Code for match statements: each pattern tests the subject, keeps what it captures in registers, and goes on or jumps to
// the next case. Names are bound when the whole pattern has matched.
import { newTuple } from '../container/tuple.ts'
import { enterRegion } from '../memory/region.ts'
import { Kind, Node } from '../syntax/ast.ts'
import { strConst } from '../text/str.ts'
import { None, Value } from '../value/value.ts'
import { Builder } from './builder.ts'
import { condition, expression, fresh, loadNone, valueConstant } from './expression.ts'
import { storeName } from './name.ts'
import { Op } from './opcode.ts'
import { statements } from './statement.ts'

/** Names captured so far and the registers that have their values. */
class Captures {
  names: string[] = []
  registers: i32[] = []
  add(b: Builder, name: string, r: i32, node: Node): void {
    if (this.names.indexOf(name) >= 0) b.unit.fail("multiple assignments to name '" + name + "' in pattern", node)
    this.names.push(name)
    this.registers.push(r)
  }
}

export function matchStatement(b: Builder, node: Node): void {
  const subject = fresh(b, node.left!)
  const ends: i32[] = []
  const before = b.copyAssigned()
  for (let i = 0; i < node.items.length; i++) {
    const part = node.items[i]
    const mark = b.top
    const fails: i32[] = []
    const captures = new Captures()
    b.assigned = before.slice(0)
    b.dead = false
    b.at(part.left!)
    if (i < node.items.length - 1 && !part.right && isIrrefutable(part.left!)) {
      const p = part.left!
      b.unit.fail(p.kind == Kind.P_CAPTURE && p.name.length ? "name capture '" + p.name + "' makes remaining patterns unreachable" : 'wildcard makes remaining patterns unreachable', p) // prettier-ignore
      return
    }
    pattern(b, part.left!, subject, fails, captures)
    for (let k = 0; k < captures.names.length; k++) storeName(b, captures.names[k], captures.registers[k])
    if (part.right) condition(b, part.right!, false, fails)
    b.top = mark
    statements(b, part.items)
    if (!b.dead) ends.push(b.jump(Op.JUMP))
    b.landAll(fails)
    b.top = mark
  }
  b.landAll(ends)
  b.assigned = before
  b.dead = false
}

function isIrrefutable(p: Node): bool {
  if (p.kind == Kind.P_CAPTURE) return true
  if (p.kind == Kind.P_AS) return isIrrefutable(p.left!)
  if (p.kind == Kind.P_OR) return isIrrefutable(p.items[p.items.length - 1])
  return false
}

function failUnless(b: Builder, r: i32, fails: i32[]): void {
  fails.push(b.jump(Op.JUMP_IF_FALSE, r))
}

function pattern(b: Builder, p: Node, subject: i32, fails: i32[], captures: Captures): void {
  b.at(p)
  switch (p.kind) {
    case Kind.P_CAPTURE:
      if (p.name.length) captures.add(b, p.name, subject, p)
      return
    case Kind.P_VALUE: {
      const mark = b.top
      const v = expression(b, p.left!)
      b.top = max(mark, v + 1)
      const t = b.temp()
      b.at(p)
      b.emit(Op.EQ, t, subject, v)
      failUnless(b, t, fails)
      b.top = mark
      return
    }
    case Kind.P_SINGLETON: {
      const mark = b.top
      const v = fresh(b, p.left!)
      b.emit(Op.IS, v, subject, v)
      failUnless(b, v, fails)
      b.top = mark
      return
    }
    case Kind.P_AS:
      pattern(b, p.left!, subject, fails, captures)
      captures.add(b, p.name, subject, p)
      return
    case Kind.P_OR:
      alternatives(b, p, subject, fails, captures)
      return
    case Kind.P_SEQUENCE:
      sequence(b, p, subject, fails, captures)
      return
    case Kind.P_MAPPING:
      mapping(b, p, subject, fails, captures)
      return
    case Kind.P_CLASS:
      classPattern(b, p, subject, fails, captures)
      return
    default:
      b.unit.fail('this pattern is not known to DataWay', p)
  }
}

/** All alternatives bind the same names: each puts its values into the registers of the first. */
function alternatives(b: Builder, p: Node, subject: i32, fails: i32[], captures: Captures): void {
  const done: i32[] = []
  const shared: i32[] = []
  const names: string[] = []
  for (let i = 0; i < p.items.length; i++) {
    const own = new Captures()
    const missed: i32[] = []
    if (i == 0) {
      // Registers for the values, as many as names: found by a first look at the alternative.
      countNames(p.items[0], names)
      for (let k = 0; k < names.length; k++) shared.push(b.temp())
    }
    if (i < p.items.length - 1 && isIrrefutable(p.items[i])) {
      b.unit.fail(p.items[i].name.length ? "name capture '" + p.items[i].name + "' makes remaining patterns unreachable" : 'wildcard makes remaining patterns unreachable', p.items[i]) // prettier-ignore
      return
    }
    pattern(b, p.items[i], subject, missed, own)
    if (own.names.length != names.length) {
      b.unit.fail('alternative patterns bind different names', p)
      return
    }
    for (let k = 0; k < own.names.length; k++) {
      const at = names.indexOf(own.names[k])
      if (at < 0) {
        b.unit.fail('alternative patterns bind different names', p)
        return
      }
      b.emit(Op.MOVE, shared[at], own.registers[k])
    }
    if (i < p.items.length - 1) {
      done.push(b.jump(Op.JUMP))
      b.landAll(missed)
    } else for (let k = 0; k < missed.length; k++) fails.push(missed[k])
  }
  b.landAll(done)
  for (let k = 0; k < names.length; k++) captures.add(b, names[k], shared[k], p)
}
function countNames(p: Node, names: string[]): void {
  if ((p.kind == Kind.P_CAPTURE || p.kind == Kind.P_STAR || p.kind == Kind.P_AS) && p.name.length && names.indexOf(p.name) < 0) names.push(p.name)
  if (p.kind == Kind.P_MAPPING && p.flag && p.name.length && names.indexOf(p.name) < 0) names.push(p.name)
  if (p.kind == Kind.P_AS) countNames(p.left!, names)
  if (p.kind == Kind.P_OR) {
    countNames(p.items[0], names)
    return
  }
  if (p.kind == Kind.P_SEQUENCE || p.kind == Kind.P_CLASS) for (let i = 0; i < p.items.length; i++) countNames(p.items[i], names)
  for (let i = 0; i < p.others.length; i++) countNames(p.others[i], names)
}

function sequence(b: Builder, p: Node, subject: i32, fails: i32[], captures: Captures): void {
  const t = b.temp()
  b.emit(Op.MATCH_SEQUENCE, t, subject)
  failUnless(b, t, fails)
  const n = p.items.length
  let star = -1
  for (let i = 0; i < n; i++) {
    if (p.items[i].kind != Kind.P_STAR) continue
    if (star >= 0) b.unit.fail('multiple starred expressions in sequence pattern', p)
    star = i
  }
  const count = b.temp()
  b.emit(Op.LENGTH, count, subject)
  b.emitWide(Op.LOAD_INT, t, star < 0 ? n : n - 1)
  b.emit(star < 0 ? Op.EQ : Op.GE, t, count, t)
  failUnless(b, t, fails)
  const base = b.top
  for (let i = 0; i < max(n, 1); i++) b.temp()
  if (star < 0) b.emit(Op.UNPACK, base, subject, n)
  else b.setExtra(b.emit(Op.UNPACK_STAR, base, subject, star), n - star - 1)
  for (let i = 0; i < n; i++) {
    const item = p.items[i]
    if (item.kind == Kind.P_STAR) {
      if (item.name.length) captures.add(b, item.name, base + i, item)
    } else pattern(b, item, base + i, fails, captures)
  }
}

function mapping(b: Builder, p: Node, subject: i32, fails: i32[], captures: Captures): void {
  const t = b.temp()
  b.emit(Op.MATCH_MAPPING, t, subject)
  failUnless(b, t, fails)
  const n = p.items.length
  const keys = b.temp()
  const from = b.top
  for (let i = 0; i < n; i++) fresh(b, p.items[i].kind == Kind.P_VALUE || p.items[i].kind == Kind.P_SINGLETON ? p.items[i].left! : p.items[i])
  b.emit(Op.BUILD_TUPLE, keys, from, n)
  b.top = from
  const values = b.temp()
  b.emit(Op.MATCH_KEYS, values, subject, keys)
  const none = loadNone(b)
  b.emit(Op.IS_NOT, none, values, none)
  failUnless(b, none, fails)
  const base = b.top
  for (let i = 0; i < max(n, 1); i++) b.temp()
  b.emit(Op.UNPACK, base, values, n)
  if (p.flag && p.name.length) {
    const rest = b.temp()
    b.emit(Op.MATCH_REST, rest, subject, keys)
    captures.add(b, p.name, rest, p)
  }
  for (let i = 0; i < n; i++) pattern(b, p.others[i], base + i, fails, captures)
}

function classPattern(b: Builder, p: Node, subject: i32, fails: i32[], captures: Captures): void {
  const cls = b.temp()
  const count = b.temp()
  const names = b.temp()
  expression(b, p.left!, cls)
  b.top = names + 1
  b.at(p)
  b.emitWide(Op.LOAD_INT, count, p.items.length)
  valueConstant(b, nameTuple(b, p), names)
  const values = b.temp()
  b.emit(Op.MATCH_CLASS, values, subject, cls)
  const none = loadNone(b)
  b.emit(Op.IS_NOT, none, values, none)
  failUnless(b, none, fails)
  const n = p.items.length + p.others.length
  const base = b.top
  for (let i = 0; i < max(n, 1); i++) b.temp()
  b.emit(Op.UNPACK, base, values, n)
  for (let i = 0; i < p.items.length; i++) pattern(b, p.items[i], base + i, fails, captures)
  for (let i = 0; i < p.others.length; i++) pattern(b, p.others[i], base + p.items.length + i, fails, captures)
}
function nameTuple(b: Builder, p: Node): Value {
  const back = enterRegion(b.unit.region)
  const list = new StaticArray<u64>(p.names.length + 1)
  for (let i = 0; i < p.names.length; i++) {
    if (p.names.indexOf(p.names[i]) < i) b.unit.fail("attribute name repeated in class pattern: " + p.names[i], p)
    list[i] = strConst(p.names[i])
  }
  list[p.names.length] = None
  const t = newTuple(changetype<usize>(list), p.names.length)
  enterRegion(back)
  return t
}
