// Code for calls: plain ones, method calls without a bound method in between, keywords, * and **, super().
import { newTuple } from '../container/tuple.ts'
import { enterRegion } from '../memory/region.ts'
import { Kind, Node } from '../syntax/ast.ts'
import { strConst } from '../text/str.ts'
import { Value } from '../value/value.ts'
import { Builder } from './builder.ts'
import { collect, expression, fresh, loadNone, ROW, textConstant } from './expression.ts'
import { loadName } from './name.ts'
import { Op } from './opcode.ts'
import { Scope, ScopeKind } from './scope.ts'

export function callExpression(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const callee = node.left!
  if (isBareSuper(b, node)) return superCall(b, node, to)
  if (needsSpread(node)) {
    const base = b.temp()
    expression(b, callee, base)
    spread(b, node.items, node.others, base, node)
    b.top = mark
    const r = to >= 0 ? to : b.temp()
    b.at(node)
    b.emit(Op.CALL_SPREAD, r, base)
    return r
  }
  const base = b.temp()
  const isMethod = callee.kind == Kind.ATTRIBUTE
  if (isMethod) {
    b.temp()
    const inner = b.top
    const o = expression(b, callee.left!)
    b.top = inner
    b.at(callee)
    b.emit(Op.LOAD_METHOD, base, o, b.name(b.current.mangle(callee.name)))
  } else expression(b, callee, base)
  b.top = base + (isMethod ? 2 : 1)
  for (let i = 0; i < node.items.length; i++) fresh(b, node.items[i])
  for (let i = 0; i < node.others.length; i++) fresh(b, node.others[i].left!)
  b.top = mark
  const r = to >= 0 ? to : b.temp()
  b.at(node)
  const count = node.items.length + node.others.length
  checkKeywords(b, node.others)
  if (!node.others.length) b.emit(isMethod ? Op.CALL_METHOD : Op.CALL, r, base, count)
  else {
    const at = b.emit(isMethod ? Op.CALL_METHOD_KEYWORDS : Op.CALL_KEYWORDS, r, base, count)
    b.setExtra(at, b.constant(keywordNames(b, node.others)))
  }
  return r
}

function checkKeywords(b: Builder, keywords: Node[]): void {
  for (let i = 1; i < keywords.length; i++) {
    for (let j = 0; j < i; j++) {
      if (keywords[i].name.length && keywords[i].name == keywords[j].name) b.unit.fail('keyword argument repeated: ' + keywords[i].name, keywords[i])
    }
  }
}

function needsSpread(node: Node): bool {
  if (node.items.length + node.others.length > ROW) return true
  for (let i = 0; i < node.items.length; i++) if (node.items[i].kind == Kind.STARRED) return true
  for (let i = 0; i < node.others.length; i++) if (!node.others[i].name.length) return true
  return false
}

function keywordNames(b: Builder, keywords: Node[]): Value {
  const back = enterRegion(b.unit.region)
  const list = new StaticArray<u64>(keywords.length)
  for (let i = 0; i < keywords.length; i++) list[i] = strConst(b.current.mangle(keywords[i].name))
  const t = newTuple(changetype<usize>(list), keywords.length)
  enterRegion(back)
  return t
}

/** The list of positional values in base + 1, the dict of keyword values (or None) in base + 2. */
export function spread(b: Builder, items: Node[], keywords: Node[], base: i32, node: Node): void {
  const list = b.temp()
  b.at(node)
  checkKeywords(b, keywords)
  collect(b, items, list, false, base)
  const dict = b.temp()
  if (!keywords.length) {
    loadNone(b, dict)
    return
  }
  b.emit(Op.BUILD_DICT, dict, 0, 0)
  for (let i = 0; i < keywords.length; i++) {
    const mark = b.top
    const k = keywords[i]
    if (k.name.length) {
      const name = b.temp()
      textConstant(b, b.current.mangle(k.name), name)
      const v = expression(b, k.left!)
      b.at(node)
      // An explicit keyword may repeat one that ** brought: as a merge it is checked.
      const one = b.temp()
      const pair = b.temp()
      const value = b.temp()
      b.emit(Op.MOVE, pair, name)
      b.emit(Op.MOVE, value, v)
      b.emit(Op.BUILD_DICT, one, pair, 1)
      b.emit(Op.DICT_MERGE, dict, one, base)
    } else {
      const v = expression(b, k.left!)
      b.at(node)
      b.emit(Op.DICT_MERGE, dict, v, base)
    }
    b.top = mark
  }
}

/** `super()` in a method: the class comes from its cell, the object is the first parameter. */
function isBareSuper(b: Builder, node: Node): bool {
  const callee = node.left!
  if (callee.kind != Kind.NAME || callee.name != 'super' || node.items.length || node.others.length) return false
  if (b.current.resolve('super')) return false
  const cell = b.current.resolve('__class__')
  return cell != null && firstParameter(b) != null
}
function firstParameter(b: Builder): string | null {
  const scope: Scope = b.scope
  if (scope.kind != ScopeKind.FUNCTION || scope.isExpression || !scope.order.length || !scope.order[0].parameter) return null
  return scope.order[0].name
}
function superCall(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const self = loadParameter(b)
  b.top = mark
  const r = to >= 0 ? to : b.temp()
  b.at(node)
  b.emit(Op.SUPER, r, b.registerOf(b.current.resolve('__class__')!), self)
  return r
}
function loadParameter(b: Builder): i32 {
  const inner = b.current
  b.current = b.scope
  const r = loadName(b, b.scope.order[0].name)
  b.current = inner
  return r
}
