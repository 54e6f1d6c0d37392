// Code for functions, lambdas and classes: their bodies become code objects, the place of the definition makes functions
// of them.
import { None } from '../value/value.ts'
import { ArgKind, Kind, Node } from '../syntax/ast.ts'
import { CodeFlag } from '../vm/code.ts'
import { Builder } from './builder.ts'
import { spread } from './call.ts'
import { generatorBody } from './comprehension.ts'
import { expression, fresh, loadNone, textConstant } from './expression.ts'
import { storeName } from './name.ts'
import { Op } from './opcode.ts'
import { Scope, ScopeKind } from './scope.ts'
import { statements } from './statement.ts'

/** `__qualname__` of something defined here. */
function qualify(b: Builder, name: string): string {
  let scope: Scope = b.scope
  if (scope.kind == ScopeKind.MODULE) return name
  if (scope.kind == ScopeKind.FUNCTION) return b.qualname + '.<locals>.' + name
  return b.qualname + '.' + name
}

export function lambda(b: Builder, node: Node, to: i32): i32 {
  const mark = b.top
  const r = to >= b.locals ? to : b.temp()
  makeFunction(b, node, b.unit.scopes.of(node), node.third, r)
  b.top = max(mark, r + 1)
  if (to < 0) return r
  b.top = mark
  if (r != to) b.emit(Op.MOVE, to, r)
  return to
}

/** A function in register `r`. */
export function makeFunction(b: Builder, node: Node, scope: Scope, list: Node | null, r: i32): void {
  const mark = b.top
  const base = b.temp()
  b.temp()
  b.temp()
  defaults(b, list, base)
  const inner = new Builder(b.unit, scope, b, qualify(b, scope.name))
  const code = functionCode(inner, node, list)
  cells(b, scope, base + 2)
  b.at(node)
  b.emit(Op.MAKE_FUNCTION, r, b.constant(code), base)
  b.top = mark
}

/** Default values: a tuple (or None) in `base`, a dict of keyword-only ones (or None) behind it. */
function defaults(b: Builder, list: Node | null, base: i32): void {
  let positional = 0
  let keyword = 0
  if (list) {
    for (let i = 0; i < list.items.length; i++) {
      if (!list.items[i].left) continue
      if (list.items[i].op == ArgKind.KEYWORD_ONLY) keyword++
      else positional++
    }
  }
  if (positional) {
    const from = b.top
    for (let i = 0; i < list!.items.length; i++) {
      const p = list!.items[i]
      if (p.left && p.op != ArgKind.KEYWORD_ONLY) fresh(b, p.left!)
    }
    b.emit(Op.BUILD_TUPLE, base, from, positional)
    b.top = from
  } else loadNone(b, base)
  if (keyword) {
    const from = b.top
    for (let i = 0; i < list!.items.length; i++) {
      const p = list!.items[i]
      if (!p.left || p.op != ArgKind.KEYWORD_ONLY) continue
      textConstant(b, b.current.mangle(p.name), b.temp())
      fresh(b, p.left!)
    }
    b.emit(Op.BUILD_DICT, base + 1, from, keyword)
    b.top = from
  } else loadNone(b, base + 1)
}

/** A tuple of the cells that an inner frame needs, in `r`; nothing when it needs none. */
function cells(b: Builder, scope: Scope, r: i32): void {
  if (!scope.free.length) {
    b.emit(Op.CLEAR, r)
    return
  }
  const from = b.top
  for (let i = 0; i < scope.free.length; i++) b.emit(Op.MOVE, b.temp(), b.registerOf(scope.free[i]))
  b.emit(Op.BUILD_TUPLE, r, from, scope.free.length)
  b.top = from
}

/** Cells of the frame's own variables that inner functions use. */
function prologue(b: Builder): void {
  const scope = b.scope
  if (scope.kind == ScopeKind.FUNCTION) {
    for (let i = 0; i < scope.order.length; i++) {
      const s = scope.order[i]
      if (s.register < 0) continue
      if (s.cell) b.emit(Op.MAKE_CELL, s.register)
      if (s.parameter && !s.removed) b.assigned[s.register] = true
    }
  }
  if (scope.classCell) b.emit(Op.MAKE_CELL, scope.classCell!.register)
}

function functionCode(b: Builder, node: Node, list: Node | null): u64 {
  let flags: u32 = 0
  let positional = 0
  let positionalOnly = 0
  let keyword = 0
  if (list) {
    for (let i = 0; i < list.items.length; i++) {
      const p = list.items[i]
      if (p.op == ArgKind.REST && p.name.length) flags |= CodeFlag.VARARGS
      else if (p.op == ArgKind.KEYWORDS) flags |= CodeFlag.VARKW
      else if (p.op == ArgKind.KEYWORD_ONLY) keyword++
      else if (p.op != ArgKind.REST) {
        positional++
        if (p.op == ArgKind.POSITIONAL_ONLY) positionalOnly++
      }
    }
  } else positional = 1
  if (!flags && !keyword) flags |= CodeFlag.SIMPLE
  if (b.scope.generator) flags |= CodeFlag.GENERATOR
  if (b.scope.asynchronous) flags |= CodeFlag.GENERATOR | (b.scope.generator ? CodeFlag.ASYNC_GENERATOR : CodeFlag.COROUTINE)
  b.at(node)
  prologue(b)
  let doc: u64 = None
  if (node.kind == Kind.LAMBDA) {
    const r = expression(b, node.left!)
    b.at(node.left!)
    b.emit(Op.RETURN, r)
  } else if (node.kind == Kind.GENERATOR) {
    generatorBody(b, node)
    b.emit(Op.RETURN_NONE)
  } else {
    doc = docstring(b, node.items)
    statements(b, node.items)
    b.emit(Op.RETURN_NONE)
  }
  const c = b.finish()
  store<u32>(c, positional, 48)
  store<u32>(c, positionalOnly, 52)
  store<u32>(c, keyword, 56)
  store<u32>(c, flags, 60)
  store<u32>(c, b.unit.lineOf(node.from) + 1, 88)
  store<u64>(c, doc, 96)
  return 0xfffd000000000000 | <u64>c
}

export function docstring(b: Builder, items: Node[]): u64 {
  if (!items.length || items[0].kind != Kind.EXPRESSION || items[0].left!.kind != Kind.STR) return None
  return b.text(items[0].left!.bytes, items[0].left!.size)
}

/** Calls decorators, whose values stand from `first` on, on what is in the register behind them. */
function decorate(b: Builder, node: Node, first: i32, value: i32): void {
  for (let i = node.heads.length - 1; i >= 0; i--) {
    b.at(node.heads[i])
    const base = b.temp()
    const argument = b.temp()
    b.emit(Op.MOVE, base, first + i)
    b.emit(Op.MOVE, argument, value)
    b.emit(Op.CALL, value, base, 1)
    b.top = base
  }
}

export function functionStatement(b: Builder, node: Node): void {
  const mark = b.top
  const first = b.top
  for (let i = 0; i < node.heads.length; i++) fresh(b, node.heads[i])
  const r = b.temp()
  makeFunction(b, node, b.unit.scopes.of(node), node.third, r)
  annotate(b, node, r)
  decorate(b, node, first, r)
  b.at(node)
  storeName(b, node.name, r)
  b.top = mark
}
/** `__annotations__`, when there are any. */
function annotate(b: Builder, node: Node, r: i32): void {
  const list = node.third!
  const from = b.top
  let n = 0
  for (let i = 0; i < list.items.length; i++) {
    const p = list.items[i]
    if (!p.right) continue
    textConstant(b, b.current.mangle(p.name), b.temp())
    annotation(b, p.right!)
    n++
  }
  if (node.right) {
    textConstant(b, 'return', b.temp())
    annotation(b, node.right!)
    n++
  }
  if (!n) return
  const d = b.temp()
  b.emit(Op.BUILD_DICT, d, from, n)
  b.emit(Op.SET_ATTR, r, b.name('__annotations__'), d)
  b.top = from
}
/** The value of an annotation in a fresh register; its text with `from __future__ import annotations`. */
export function annotation(b: Builder, node: Node): void {
  if (!b.unit.lazyAnnotations) {
    fresh(b, node)
    return
  }
  const r = b.temp()
  textConstant(b, b.unit.source.text(node.from, node.to), r)
}

export function classStatement(b: Builder, node: Node): void {
  const mark = b.top
  const first = b.top
  for (let i = 0; i < node.heads.length; i++) fresh(b, node.heads[i])
  const r = b.temp()
  const base = b.temp()
  const name = b.temp()
  const bases = b.temp()
  const keywords = b.temp()
  const scope = b.unit.scopes.of(node)
  const qualname = qualify(b, node.name)
  const three = b.temp()
  b.temp()
  b.temp()
  loadNone(b, three)
  loadNone(b, three + 1)
  const inner = new Builder(b.unit, scope, b, qualname)
  const code = classCode(inner, node)
  cells(b, scope, three + 2)
  b.at(node)
  b.emit(Op.MAKE_FUNCTION, base, b.constant(code), three)
  textConstant(b, node.name, name)
  if (node.left) {
    const from = b.top
    spread(b, node.left!.items, node.left!.others, base, node)
    b.emit(Op.LIST_TO_TUPLE, bases, from)
    b.emit(Op.MOVE, keywords, from + 1)
    b.top = from
  } else {
    b.emit(Op.BUILD_TUPLE, bases, 0, 0)
    loadNone(b, keywords)
  }
  b.at(node)
  b.emit(Op.BUILD_CLASS, r, base)
  decorate(b, node, first, r)
  b.at(node)
  storeName(b, node.name, r)
  b.top = mark
}

function classCode(b: Builder, node: Node): u64 {
  b.at(node)
  prologue(b)
  const r = b.temp()
  b.emitWide(Op.LOAD_GLOBAL, r, b.name('__name__'))
  b.emitWide(Op.STORE_NAME, r, b.name('__module__'))
  textConstant(b, b.qualname, r)
  b.emitWide(Op.STORE_NAME, r, b.name('__qualname__'))
  const doc = docstring(b, node.items)
  if (doc != None) {
    b.emitWide(Op.LOAD_CONST, r, b.constant(doc))
    b.emitWide(Op.STORE_NAME, r, b.name('__doc__'))
  }
  if (b.scope.hasAnnotations) {
    b.emit(Op.BUILD_DICT, r, 0, 0)
    b.emitWide(Op.STORE_NAME, r, b.name('__annotations__'))
  }
  b.top = r
  statements(b, node.items)
  if (b.scope.classCell) b.emit(Op.RETURN, b.scope.classCell!.register)
  else b.emit(Op.RETURN_NONE)
  const c = b.finish()
  store<u32>(c, CodeFlag.CLASS_BODY | CodeFlag.SIMPLE, 60)
  store<u32>(c, b.unit.lineOf(node.from) + 1, 88)
  return 0xfffd000000000000 | <u64>c
}
