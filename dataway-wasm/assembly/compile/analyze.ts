// Finds out where every name of a script lives, before code is made of it: which are local, which are in cells because a
// function inside uses them, which are global; with the SyntaxErrors that CPython's symbol table raises.
import { ArgKind, Kind, Node } from '../syntax/ast.ts'
import { Scope, ScopeKind, Scopes, Symbol } from './scope.ts'

const MAX_DEPTH = 2400
export const TOO_DEEP = 'maximum recursion depth exceeded during compilation'

export class Analyzer {
  scopes: Scopes = new Scopes()
  message: string = ''
  failedFrom: i32 = -1
  failedTo: i32 = -1
  private classes: Scope[] = []
  private frames: Scope[] = []

  module(tree: Node, name: string): Scope {
    const scope = new Scope(ScopeKind.MODULE, null, name)
    this.scopes.set(tree, scope)
    this.frames.push(scope)
    this.block(tree.items, scope)
    this.settle()
    return scope
  }
  /** A single expression as a module of its own. */
  expression(tree: Node): Scope {
    const scope = new Scope(ScopeKind.MODULE, null, '<expression>')
    this.frames.push(scope)
    this.visit(tree, scope)
    this.settle()
    return scope
  }

  private fail(message: string, node: Node): void {
    if (this.failedFrom >= 0) return
    this.message = message
    this.failedFrom = node.from
    this.failedTo = node.to
  }

  private block(items: Node[], scope: Scope): void {
    for (let i = 0; i < items.length; i++) this.visit(items[i], scope)
  }
  private maybe(node: Node | null, scope: Scope): void {
    if (node) this.visit(node, scope)
  }

  private assign(name: string, scope: Scope): void {
    const s = scope.symbol(scope.mangle(name))
    s.local = true
    if (scope.kind == ScopeKind.COMPREHENSION) s.iteration = true
  }
  private use(name: string, scope: Scope): void {
    scope.symbol(scope.mangle(name)).used = true
    if ((name == 'super' || name == '__class__') && this.classes.length) {
      // Only functions inside of a class body have use for its cell.
      let s: Scope | null = scope
      while (s && s.kind != ScopeKind.CLASS) s = s.parent
      if (s && s !== scope.frame) {
        if (!s.classCell) {
          const cell = new Symbol('__class__', s)
          cell.local = true
          cell.cell = true
          s.classCell = cell
        }
        scope.symbol('__class__').used = true
      }
    }
  }

  /** Names that a target binds. */
  private target(node: Node, scope: Scope): void {
    switch (node.kind) {
      case Kind.NAME:
        this.assign(node.name, scope)
        break
      case Kind.TUPLE:
      case Kind.LIST:
        for (let i = 0; i < node.items.length; i++) this.target(node.items[i], scope)
        break
      case Kind.STARRED:
        this.target(node.left!, scope)
        break
      default:
        this.visit(node, scope)
    }
  }

  visit(node: Node, scope: Scope): void {
    // The compiler goes as deep as the tree: further down than this the wasm stack of a browser worker would end.
    if (++this.depth > MAX_DEPTH) this.fail(TOO_DEEP, node)
    if (this.failedFrom < 0) this.visitNode(node, scope)
    this.depth--
  }
  private depth: i32 = 0
  private visitNode(node: Node, scope: Scope): void {
    switch (node.kind) {
      case Kind.NAME:
        this.use(node.name, scope)
        return
      case Kind.FUNCTION: {
        this.block(node.heads, scope)
        this.argumentDefaults(node.third!, scope)
        this.maybe(node.right, scope)
        this.assign(node.name, scope)
        const inner = this.open(node, ScopeKind.FUNCTION, scope, node.name)
        inner.asynchronous = node.flag
        this.parameters(node.third!, inner)
        this.block(node.items, inner)
        return
      }
      case Kind.LAMBDA: {
        this.argumentDefaults(node.third!, scope)
        const inner = this.open(node, ScopeKind.FUNCTION, scope, '<lambda>')
        this.parameters(node.third!, inner)
        this.visit(node.left!, inner)
        return
      }
      case Kind.CLASS: {
        this.block(node.heads, scope)
        if (node.left) {
          this.block(node.left!.items, scope)
          this.block(node.left!.others, scope)
        }
        this.assign(node.name, scope)
        const inner = this.open(node, ScopeKind.CLASS, scope, node.name)
        inner.className = node.name
        this.classes.push(inner)
        this.block(node.items, inner)
        this.classes.pop()
        return
      }
      case Kind.LIST_COMP:
      case Kind.SET_COMP:
      case Kind.DICT_COMP: {
        this.iterable(node.items[0], scope)
        const inner = new Scope(ScopeKind.COMPREHENSION, scope, '')
        this.scopes.set(node, inner)
        this.comprehension(node, inner)
        return
      }
      case Kind.GENERATOR: {
        this.iterable(node.items[0], scope)
        const inner = this.open(node, ScopeKind.FUNCTION, scope, '<genexpr>')
        inner.generator = true
        inner.isExpression = true
        const first = inner.symbol('.0')
        first.local = true
        first.parameter = true
        this.comprehension(node, inner)
        return
      }
      case Kind.NAMED: {
        if (this.inIterable) {
          this.fail('assignment expression cannot be used in a comprehension iterable expression', node)
          return
        }
        this.visit(node.right!, scope)
        this.walrus(node.left!, scope)
        return
      }
      case Kind.YIELD:
      case Kind.YIELD_FROM:
        this.maybe(node.left, scope)
        this.yields(node, scope)
        return
      case Kind.AWAIT:
        this.visit(node.left!, scope)
        this.awaits(node, scope)
        return
      case Kind.ASSIGN:
        this.visit(node.left!, scope)
        for (let i = 0; i < node.items.length; i++) this.target(node.items[i], scope)
        return
      case Kind.AUG_ASSIGN:
        this.visit(node.left!, scope)
        this.visit(node.right!, scope)
        this.target(node.left!, scope)
        return
      case Kind.ANN_ASSIGN: {
        if (node.third) this.visit(node.third!, scope)
        if (scope.kind != ScopeKind.FUNCTION) {
          this.visit(node.right!, scope)
          if (node.left!.kind == Kind.NAME && node.flag) scope.hasAnnotations = true
        }
        if (node.left!.kind == Kind.NAME) this.assign(node.left!.name, scope)
        else this.visit(node.left!, scope)
        return
      }
      case Kind.FOR:
        this.visit(node.right!, scope)
        this.target(node.left!, scope)
        this.block(node.items, scope)
        this.block(node.others, scope)
        return
      case Kind.DELETE:
        for (let i = 0; i < node.items.length; i++) this.remove(node.items[i], scope)
        return
      case Kind.WITH:
        for (let i = 0; i < node.heads.length; i++) {
          this.visit(node.heads[i].left!, scope)
          if (node.heads[i].right) this.target(node.heads[i].right!, scope)
        }
        this.block(node.items, scope)
        return
      case Kind.HANDLER:
        this.maybe(node.left, scope)
        if (node.name.length) {
          this.assign(node.name, scope)
          scope.symbol(scope.mangle(node.name)).removed = true
        }
        this.block(node.items, scope)
        return
      case Kind.GLOBAL:
      case Kind.NONLOCAL:
        this.declare(node, scope)
        return
      case Kind.IMPORT:
        for (let i = 0; i < node.items.length; i++) {
          const alias = node.items[i]
          const dot = alias.name.indexOf('.')
          this.assign(alias.alias.length ? alias.alias : dot < 0 ? alias.name : alias.name.substring(0, dot), scope)
        }
        return
      case Kind.IMPORT_FROM:
        for (let i = 0; i < node.items.length; i++) {
          const alias = node.items[i]
          if (alias.name == '*') {
            if (scope.kind != ScopeKind.MODULE) this.fail('import * only allowed at module level', alias)
          } else this.assign(alias.alias.length ? alias.alias : alias.name, scope)
        }
        return
      case Kind.P_CAPTURE:
      case Kind.P_STAR:
        if (node.name.length) this.assign(node.name, scope)
        return
      case Kind.P_AS:
        this.visit(node.left!, scope)
        this.assign(node.name, scope)
        return
      case Kind.P_MAPPING:
        this.block(node.items, scope)
        this.block(node.others, scope)
        if (node.flag && node.name.length) this.assign(node.name, scope)
        return
      default:
        this.children(node, scope)
    }
  }
  private children(node: Node, scope: Scope): void {
    this.maybe(node.left, scope)
    this.maybe(node.right, scope)
    this.maybe(node.third, scope)
    this.block(node.items, scope)
    this.block(node.heads, scope)
    this.block(node.others, scope)
    this.block(node.finals, scope)
  }

  private open(node: Node, kind: ScopeKind, parent: Scope, name: string): Scope {
    const scope = new Scope(kind, parent, name)
    this.scopes.set(node, scope)
    this.frames.push(scope)
    return scope
  }

  private argumentDefaults(list: Node, scope: Scope): void {
    for (let i = 0; i < list.items.length; i++) {
      this.maybe(list.items[i].left, scope)
      this.maybe(list.items[i].right, scope)
    }
  }
  private parameters(list: Node, scope: Scope): void {
    // The order of registers: positional, keyword-only, *args, **kw.
    this.parametersOf(list, scope, ArgKind.POSITIONAL_ONLY)
    this.parametersOf(list, scope, ArgKind.NORMAL)
    this.parametersOf(list, scope, ArgKind.KEYWORD_ONLY)
    this.parametersOf(list, scope, ArgKind.REST)
    this.parametersOf(list, scope, ArgKind.KEYWORDS)
  }
  private parametersOf(list: Node, scope: Scope, kind: ArgKind): void {
    for (let i = 0; i < list.items.length; i++) {
      const p = list.items[i]
      if (p.op != kind || !p.name.length) continue
      const name = scope.mangle(p.name)
      if (scope.has(name)) this.fail("duplicate argument '" + p.name + "' in function definition", p)
      const s = scope.symbol(name)
      s.local = true
      s.parameter = true
    }
  }

  private comprehension(node: Node, scope: Scope): void {
    for (let i = 0; i < node.items.length; i++) {
      const clause = node.items[i]
      if (clause.flag) this.awaits(clause, scope)
      this.markIteration(clause.left!, scope)
      this.target(clause.left!, scope)
    }
    for (let i = 0; i < node.items.length; i++) {
      const clause = node.items[i]
      if (i) this.iterable(clause, scope)
      this.block(clause.items, scope)
    }
    this.visit(node.left!, scope)
    this.maybe(node.right, scope)
  }
  /** What a clause of a comprehension goes over. */
  private iterable(clause: Node, scope: Scope): void {
    this.inIterable++
    this.visit(clause.right!, scope)
    this.inIterable--
  }
  private inIterable: i32 = 0
  private markIteration(target: Node, scope: Scope): void {
    if (target.kind == Kind.NAME) scope.symbol(scope.mangle(target.name)).iteration = true
    else for (let i = 0; i < target.items.length; i++) this.markIteration(target.items[i], scope)
  }

  /** A walrus in a comprehension binds in the scope around it. */
  private walrus(name: Node, scope: Scope): void {
    let s: Scope = scope
    while (s.kind == ScopeKind.COMPREHENSION || s.isExpression) {
      const mangled = s.mangle(name.name)
      if (s.has(mangled) && s.symbols.get(mangled).iteration) {
        this.fail("assignment expression cannot rebind comprehension iteration variable '" + name.name + "'", name)
        return
      }
      s.symbol(mangled).used = true
      s = s.parent!
    }
    if (s !== scope && s.kind == ScopeKind.CLASS) {
      this.fail('assignment expression within a comprehension cannot be used in a class body', name)
      return
    }
    const symbol = s.symbol(s.mangle(name.name))
    if (!symbol.nonlocal) symbol.local = true
  }

  private yields(node: Node, scope: Scope): void {
    if (scope.kind == ScopeKind.COMPREHENSION || scope.isExpression) {
      this.fail("'yield' inside " + (scope.isExpression ? 'generator expression' : 'list comprehension'), node)
      return
    }
    if (scope.kind != ScopeKind.FUNCTION) this.fail("'yield' outside function", node)
    else if (scope.asynchronous && node.kind == Kind.YIELD_FROM) this.fail("'yield from' inside async function", node)
    else scope.generator = true
  }
  /** A generator expression that waits is an asynchronous one, wherever it stands. */
  private awaits(node: Node, scope: Scope): void {
    const frame = scope.frame!
    if (frame.isExpression) frame.asynchronous = true
    if (frame.asynchronous) return
    if (node.kind == Kind.COMP_FOR || scope.kind == ScopeKind.COMPREHENSION) this.fail('asynchronous comprehension outside of an asynchronous function', node)
    else if (node.name.length) this.fail("'" + node.name + "' outside async function", node)
    else this.fail(frame.kind == ScopeKind.FUNCTION ? "'await' outside async function" : "'await' outside function", node)
  }

  private remove(node: Node, scope: Scope): void {
    if (node.kind == Kind.NAME) {
      this.assign(node.name, scope)
      scope.symbol(scope.mangle(node.name)).removed = true
    } else if (node.kind == Kind.TUPLE || node.kind == Kind.LIST) {
      for (let i = 0; i < node.items.length; i++) this.remove(node.items[i], scope)
    } else this.visit(node, scope)
  }

  private declare(node: Node, scope: Scope): void {
    const what = node.kind == Kind.GLOBAL ? 'global' : 'nonlocal'
    for (let i = 0; i < node.items.length; i++) {
      const name = node.items[i].name
      const mangled = scope.mangle(name)
      if (scope.has(mangled)) {
        const s = scope.symbols.get(mangled)
        if (s.parameter) this.fail("name '" + name + "' is parameter and " + what, node)
        else if (s.local && !s.global && !s.nonlocal) this.fail("name '" + name + "' is assigned to before " + what + ' declaration', node)
        else if (s.used && !s.global && !s.nonlocal) this.fail("name '" + name + "' is used prior to " + what + ' declaration', node)
        else if (s.global != (node.kind == Kind.GLOBAL) && (s.global || s.nonlocal)) this.fail("name '" + name + "' is nonlocal and global", node)
      }
      if (node.kind == Kind.NONLOCAL && scope.kind == ScopeKind.MODULE) {
        this.fail('nonlocal declaration not allowed at module level', node)
        return
      }
      const s = scope.symbol(mangled)
      if (node.kind == Kind.GLOBAL) s.global = true
      else {
        s.nonlocal = true
        this.pendingNames.push(mangled)
        this.pendingScopes.push(scope)
        this.pendingNodes.push(node)
      }
    }
  }
  private pendingNames: string[] = []
  private pendingScopes: Scope[] = []
  private pendingNodes: Node[] = []

  /** With all names known: gives cells to what is used across frames, registers to locals. */
  private settle(): void {
    for (let i = 0; i < this.pendingNames.length; i++) {
      const scope = this.pendingScopes[i]
      if (!scope.parent || !scope.parent!.resolve(this.pendingNames[i])) {
        this.fail("no binding for nonlocal '" + this.pendingNames[i] + "' found", this.pendingNodes[i])
      }
    }
    for (let i = 0; i < this.frames.length; i++) {
      this.settleScope(this.frames[i])
      for (let j = 0; j < this.frames[i].inner.length; j++) this.settleScope(this.frames[i].inner[j])
    }
    for (let i = 0; i < this.frames.length; i++) giveRegisters(this.frames[i])
  }
  private settleScope(scope: Scope): void {
    for (let i = 0; i < scope.order.length; i++) {
      const own = scope.order[i]
      if (own.local && !own.nonlocal) continue
      if (own.global) continue
      const symbol = scope.resolve(own.name)
      if (symbol && symbol.scope.frame !== scope.frame) this.pass(symbol, scope)
    }
  }
  /** Carries a symbol from its frame down to the frame of `scope`. */
  private pass(symbol: Symbol, scope: Scope): void {
    symbol.cell = true
    let frame: Scope | null = scope.frame
    while (frame && frame !== symbol.scope.frame) {
      if (frame.free.indexOf(symbol) < 0) frame.free.push(symbol)
      const parent: Scope | null = frame.parent
      frame = parent ? parent.frame : null
    }
  }
}

function giveRegisters(frame: Scope): void {
  let next = 0
  if (frame.kind == ScopeKind.FUNCTION) next = giveTo(frame, next)
  for (let i = 0; i < frame.inner.length; i++) next = giveTo(frame.inner[i], next)
  if (frame.classCell) frame.classCell!.register = next++
}
function giveTo(scope: Scope, from: i32): i32 {
  let next = from
  for (let i = 0; i < scope.order.length; i++) {
    const s = scope.order[i]
    if (s.local && !s.global && !s.nonlocal) s.register = next++
  }
  return next
}
