// Code for reading, setting and deleting names, and for assignment to any target.
import { Kind, Node } from '../syntax/ast.ts'
import { Builder } from './builder.ts'
import { expression } from './expression.ts'
import { Op } from './opcode.ts'
import { ScopeKind, Symbol } from './scope.ts'

/** Whether names that are no locals go through a class body's namespace. */
function inClassBody(b: Builder): bool {
  return b.current.kind == ScopeKind.CLASS
}

/** The value of a name: the register of a local, else a fresh one. */
export function loadName(b: Builder, given: string, to: i32 = -1): i32 {
  const name = b.current.mangle(given)
  if (inClassBody(b)) {
    const own = b.current.has(name) ? b.current.symbols.get(name) : null
    const r = to >= 0 ? to : b.temp()
    if (own && own.global) {
      b.emitWide(Op.LOAD_GLOBAL, r, b.name(name))
      return r
    }
    if (own && own.local && !own.nonlocal) {
      b.emitWide(Op.LOAD_NAME, r, b.name(name))
      return r
    }
    const outer = b.current.resolve(name)
    if (outer) b.emit(Op.LOAD_CLASS_CELL, r, b.registerOf(outer), b.name(name))
    else b.emitWide(Op.LOAD_NAME, r, b.name(name))
    return r
  }
  const symbol = b.current.resolve(name)
  if (!symbol) {
    const r = to >= 0 ? to : b.temp()
    b.emitWide(Op.LOAD_GLOBAL, r, b.name(name))
    return r
  }
  const register = b.registerOf(symbol)
  if (symbol.cell) {
    const r = to >= 0 ? to : b.temp()
    b.emit(Op.LOAD_CELL, r, register, b.name(name))
    return r
  }
  if (!b.assigned[register]) {
    b.emit(Op.CHECK, register)
    if (!symbol.removed) b.assigned[register] = true
  }
  if (to < 0) return register
  if (to != register) b.emit(Op.MOVE, to, register)
  return to
}

/** The register of a local that may be written at once, or -1. */
export function directLocal(b: Builder, node: Node): i32 {
  if (node.kind != Kind.NAME || inClassBody(b)) return -1
  const symbol = b.current.resolve(b.current.mangle(node.name))
  return symbol && !symbol.cell ? b.registerOf(symbol) : -1
}
function note(b: Builder, symbol: Symbol, register: i32): void {
  if (!symbol.removed) b.assigned[register] = true
}
/** A local was written by an instruction of its own. */
export function noteLocal(b: Builder, node: Node): void {
  const symbol = b.current.resolve(b.current.mangle(node.name))
  if (symbol) note(b, symbol, b.registerOf(symbol))
}

export function storeName(b: Builder, given: string, r: i32): void {
  const name = b.current.mangle(given)
  if (inClassBody(b)) {
    const own = b.current.symbols.get(name)
    if (own.global) b.emitWide(Op.STORE_GLOBAL, r, b.name(name))
    else if (own.nonlocal) b.emit(Op.STORE_CELL, b.registerOf(b.current.resolve(name)!), r)
    else b.emitWide(Op.STORE_NAME, r, b.name(name))
    return
  }
  const symbol = b.current.resolve(name)
  if (!symbol) {
    b.emitWide(Op.STORE_GLOBAL, r, b.name(name))
    return
  }
  const register = b.registerOf(symbol)
  if (symbol.cell) b.emit(Op.STORE_CELL, register, r)
  else {
    if (register != r) b.emit(Op.MOVE, register, r)
    note(b, symbol, register)
  }
}

export function deleteName(b: Builder, given: string): void {
  const name = b.current.mangle(given)
  if (inClassBody(b)) {
    const own = b.current.symbols.get(name)
    if (own.global) b.emitWide(Op.DELETE_GLOBAL, 0, b.name(name))
    else if (own.nonlocal) b.emit(Op.DELETE_CELL, b.registerOf(b.current.resolve(name)!), b.name(name))
    else b.emitWide(Op.DELETE_NAME, 0, b.name(name))
    return
  }
  const symbol = b.current.resolve(name)
  if (!symbol) b.emitWide(Op.DELETE_GLOBAL, 0, b.name(name))
  else if (symbol.cell) b.emit(Op.DELETE_CELL, b.registerOf(symbol), b.name(name))
  else b.emit(Op.DELETE_LOCAL, b.registerOf(symbol))
}

/** Binds the value in register `r` to a target. */
export function storeTarget(b: Builder, target: Node, r: i32): void {
  const mark = b.top
  switch (target.kind) {
    case Kind.NAME:
      b.at(target)
      storeName(b, target.name, r)
      break
    case Kind.ATTRIBUTE: {
      const o = expression(b, target.left!)
      b.at(target)
      b.emit(Op.SET_ATTR, o, b.name(b.current.mangle(target.name)), r)
      break
    }
    case Kind.SUBSCRIPT: {
      const o = expression(b, target.left!)
      const k = expression(b, target.right!)
      b.at(target)
      b.emit(Op.SET_ITEM, o, k, r)
      break
    }
    case Kind.TUPLE:
    case Kind.LIST:
      unpackTo(b, target, r)
      break
    case Kind.STARRED:
      b.unit.fail('starred assignment target must be in a list or tuple', target)
      break
    default:
      b.unit.fail('cannot assign here', target)
  }
  b.top = mark
}

function unpackTo(b: Builder, target: Node, r: i32): void {
  const items = target.items
  let star = -1
  for (let i = 0; i < items.length; i++) {
    if (items[i].kind != Kind.STARRED) continue
    if (star >= 0) {
      b.unit.fail('multiple starred expressions in assignment', target)
      return
    }
    star = i
  }
  const base = b.top
  for (let i = 0; i < items.length; i++) b.temp()
  if (!items.length) b.temp()
  b.at(target)
  if (star < 0) b.emit(Op.UNPACK, base, r, items.length)
  else b.setExtra(b.emit(Op.UNPACK_STAR, base, r, star), items.length - star - 1)
  for (let i = 0; i < items.length; i++) {
    storeTarget(b, items[i].kind == Kind.STARRED ? items[i].left! : items[i], base + i)
  }
}

/** del target */
export function deleteTarget(b: Builder, target: Node): void {
  const mark = b.top
  switch (target.kind) {
    case Kind.NAME:
      b.at(target)
      deleteName(b, target.name)
      break
    case Kind.ATTRIBUTE: {
      const o = expression(b, target.left!)
      b.at(target)
      b.emit(Op.DELETE_ATTR, o, b.name(b.current.mangle(target.name)))
      break
    }
    case Kind.SUBSCRIPT: {
      const o = expression(b, target.left!)
      const k = expression(b, target.right!)
      b.at(target)
      b.emit(Op.DELETE_ITEM, o, k)
      break
    }
    default:
      for (let i = 0; i < target.items.length; i++) deleteTarget(b, target.items[i])
  }
  b.top = mark
}

/** Puts what `node` gives straight into a simple local, or assigns it. */
export function assignExpression(b: Builder, target: Node, node: Node): void {
  const mark = b.top
  const local = directLocal(b, target)
  if (local >= 0) {
    expression(b, node, local)
    noteLocal(b, target)
  } else storeTarget(b, target, expression(b, node))
  b.top = mark
}
