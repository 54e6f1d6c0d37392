// Scopes: where names live. A scope belongs to a module, function, lambda, class body, generator expression or
// comprehension; a comprehension's names lie in the frame of the function around it.
import { Node } from '../syntax/ast.ts'

export const enum ScopeKind {
  MODULE,
  FUNCTION,
  CLASS,
  /** List, set and dict comprehensions: no frame of their own. */
  COMPREHENSION,
}

export class Symbol {
  name: string
  scope: Scope
  /** Assigned here (or a parameter). */
  local: bool = false
  parameter: bool = false
  global: bool = false
  nonlocal: bool = false
  used: bool = false
  /** A function inside uses it: it lives in a cell. */
  cell: bool = false
  /** Some path takes its value away (`del`, `except … as`). */
  removed: bool = false
  /** Bound by the `for` of a comprehension. */
  iteration: bool = false
  register: i32 = -1
  constructor(name: string, scope: Scope) {
    this.name = name
    this.scope = scope
  }
}

export class Scope {
  kind: ScopeKind
  parent: Scope | null
  /** The scope whose frame holds the names: itself, but for comprehensions. */
  frame: Scope | null = null
  name: string
  symbols: Map<string, Symbol> = new Map<string, Symbol>()
  order: Symbol[] = []
  /** Of a frame: comprehension scopes inside, and names of enclosing frames it needs. */
  inner: Scope[] = []
  free: Symbol[] = []
  generator: bool = false
  /** `async def`, or a generator expression that waits. */
  asynchronous: bool = false
  /** For a class: a function inside asks for `__class__`. */
  classCell: Symbol | null = null
  /** Name for mangling `__private` names, '' outside of classes. */
  className: string = ''
  /** Generator expression: walrus targets go to the scope around it. */
  isExpression: bool = false
  hasAnnotations: bool = false
  depth: i32 = 0

  constructor(kind: ScopeKind, parent: Scope | null, name: string) {
    this.kind = kind
    this.parent = parent
    this.name = name
    if (parent) {
      this.className = parent.className
      this.depth = parent.depth + 1
    }
    if (kind == ScopeKind.COMPREHENSION && parent) {
      this.frame = parent.frame
      parent.frame!.inner.push(this)
    } else this.frame = this
  }

  symbol(name: string): Symbol {
    if (this.symbols.has(name)) return this.symbols.get(name)
    const s = new Symbol(name, this)
    this.symbols.set(name, s)
    this.order.push(s)
    return s
  }
  has(name: string): bool {
    return this.symbols.has(name)
  }

  /** `__x` in class C is `_C__x`. */
  mangle(name: string): string {
    if (!this.className.length || name.length < 3 || name.charCodeAt(0) != 0x5f || name.charCodeAt(1) != 0x5f) return name
    if (name.endsWith('__') || name.indexOf('.') >= 0) return name
    let at = 0
    while (at < this.className.length && this.className.charCodeAt(at) == 0x5f) at++
    return at == this.className.length ? name : '_' + this.className.substring(at) + name
  }

  /** The symbol a name means here, null for a global or builtin. */
  resolve(name: string): Symbol | null {
    let s: Scope | null = this
    while (s) {
      if (s.kind == ScopeKind.CLASS && s !== this) {
        if (name == '__class__' && s.classCell) return s.classCell
      } else if (s.has(name)) {
        const symbol = s.symbols.get(name)
        if (symbol.global) return null
        if (symbol.local && !symbol.nonlocal) return s.kind == ScopeKind.MODULE ? null : symbol
      }
      s = s.parent
    }
    return null
  }
}

/** Scopes by the node that opens them. */
export class Scopes {
  byNode: Map<usize, Scope> = new Map<usize, Scope>()
  of(node: Node): Scope {
    return this.byNode.get(changetype<usize>(node))
  }
  set(node: Node, scope: Scope): void {
    this.byNode.set(changetype<usize>(node), scope)
  }
}
