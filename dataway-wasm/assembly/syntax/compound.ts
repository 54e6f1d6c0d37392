// Statements with blocks: if, while, for, try, with, def, class, and their decorators.
import { asynchronousFor, asynchronousWith } from './asynchronous.ts'
import { callArguments } from './call.ts'
import { exceptStar } from './except-star.ts'
import { Kind, Node } from './ast.ts'
import { expression, expressions, named, startsExpression } from './expression.ts'
import { parameterList } from './parameter.ts'
import { Parser } from './parser.ts'
import { simpleStatements, statement } from './statement.ts'
import { describe, invalidTarget, targetList } from './target.ts'
import { T } from './token.ts'

export function isCompound(kind: i32): bool {
  switch (kind) {
    case T.IF:
    case T.WHILE:
    case T.FOR:
    case T.TRY:
    case T.WITH:
    case T.DEF:
    case T.CLASS:
    case T.AT:
    case T.ASYNC:
      return true
  }
  return false
}

export function compound(p: Parser): Node {
  const from = p.from()
  if (!p.enter()) return new Node(Kind.PASS, from, from)
  let node: Node
  switch (p.kind()) {
    case T.IF:
      node = ifStatement(p)
      break
    case T.WHILE:
      node = whileStatement(p)
      break
    case T.FOR:
      node = forStatement(p)
      break
    case T.TRY:
      node = tryStatement(p)
      break
    case T.WITH:
      node = withStatement(p)
      break
    case T.DEF:
      node = functionDefinition(p, [])
      break
    case T.CLASS:
      node = classDefinition(p, [])
      break
    case T.AT:
      node = decorated(p)
      break
    default:
      node = asynchronousStatement(p)
  }
  p.leave()
  return node
}

/** `:` and what hangs below it. `what` is CPython's name of the statement, for the message when the block is missing. */
export function block(p: Parser, what: string, from: i32): Node[] {
  const body: Node[] = []
  if (!p.accept(T.COLON)) {
    if (p.failed) return body
    const list = p.tokens
    if (list.kinds[list.kinds.length - 1] == T.ERROR && p.is(T.ERROR)) p.lexerError()
    else if (canExpectColon(p)) p.fail("expected ':'", p.from(), p.to())
    else p.invalid()
    return body
  }
  if (!p.accept(T.NEWLINE)) {
    simpleStatements(p, body)
    return body
  }
  if (!p.accept(T.INDENT)) {
    if (p.is(T.ERROR)) p.lexerError()
    else
      p.fail('expected an indented block after ' + what + ' on line ' + p.source.line(from).toString(), p.from(), p.to(), 'IndentationError')
    return body
  }
  while (!p.failed && !p.is(T.DEDENT) && !p.is(T.END)) statement(p, body)
  if (!p.failed && !p.accept(T.DEDENT)) p.expect(T.END)
  return body
}

// CPython says "expected ':'" only where the header was complete.
function canExpectColon(p: Parser): bool {
  return p.tokens.unclosed < 0 || !p.is(T.END)
}

function condition(p: Parser): Node {
  const was = p.noAssign
  p.noAssign = true
  const node = named(p)
  p.noAssign = was
  return node
}

function ifStatement(p: Parser): Node {
  const from = p.from()
  const what = p.is(T.ELIF) ? "'elif' statement" : "'if' statement"
  p.next()
  const test = condition(p)
  const body = block(p, what, from)
  let otherwise: Node[] = []
  if (p.is(T.ELIF)) otherwise = [ifStatement(p)]
  else if (p.is(T.ELSE)) otherwise = elseBlock(p)
  const node = p.node(Kind.IF, from)
  node.left = test
  node.items = body
  node.others = otherwise
  return node
}

function elseBlock(p: Parser): Node[] {
  const from = p.from()
  p.next()
  return block(p, "'else' statement", from)
}

function whileStatement(p: Parser): Node {
  const from = p.from()
  p.next()
  const test = condition(p)
  const body = block(p, "'while' statement", from)
  const otherwise: Node[] = p.is(T.ELSE) ? elseBlock(p) : []
  const node = p.node(Kind.WHILE, from)
  node.left = test
  node.items = body
  node.others = otherwise
  return node
}

function forStatement(p: Parser): Node {
  const from = p.from()
  p.next()
  const target = targetList(p)
  if (!p.accept(T.IN)) p.invalid()
  const iterable = expressions(p)
  const body = block(p, "'for' statement", from)
  const otherwise: Node[] = p.is(T.ELSE) ? elseBlock(p) : []
  const node = p.node(Kind.FOR, from)
  node.left = target
  node.right = iterable
  node.items = body
  node.others = otherwise
  return node
}

function tryStatement(p: Parser): Node {
  const from = p.from()
  p.next()
  const body = block(p, "'try' statement", from)
  const handlers: Node[] = []
  let star = false
  let bare = -1
  while (p.is(T.EXCEPT) && !p.failed) {
    const start = p.from()
    const end = p.to()
    p.next()
    if (p.is(T.STAR)) {
      if (handlers.length && !star) p.fail("cannot have both 'except' and 'except*' on the same 'try'", start, p.to())
      star = true
      p.next()
    } else if (star) p.fail("cannot have both 'except' and 'except*' on the same 'try'", start, end)
    if (bare >= 0 && !p.failed) p.fail("default 'except:' must be last", bare, -1)
    const handler = new Node(Kind.HANDLER, start, start)
    if (!p.is(T.COLON)) {
      if (!startsExpression(p.kind())) {
        if (star) p.fail('expected one or more exception types', p.from(), p.to())
        else if (p.is(T.NEWLINE)) p.fail("expected ':'", p.from(), p.to())
        else p.invalid()
        break
      }
      const type = expression(p)
      if (p.is(T.COMMA) && !p.failed) {
        p.fail('multiple exception types must be parenthesized', type.from, exceptTypesEnd(p))
        break
      }
      handler.left = type
      if (p.accept(T.AS)) {
        if (!p.is(T.NAME)) {
          p.invalid()
          break
        }
        handler.name = p.word()
        p.next()
      }
    } else bare = start
    handler.items = block(p, star ? "'except*' statement" : "'except' statement", start)
    handler.to = p.last()
    handlers.push(handler)
  }
  const node = new Node(Kind.TRY, from, from)
  if (p.is(T.ELSE) && handlers.length) node.others = elseBlock(p)
  if (p.is(T.FINALLY)) {
    const start = p.from()
    p.next()
    node.finals = block(p, "'finally' statement", start)
  } else if (!handlers.length && !p.failed) {
    if (p.is(T.ERROR)) p.lexerError()
    else p.fail("expected 'except' or 'finally' block", p.from(), p.to())
  }
  node.items = body
  node.heads = handlers
  node.to = p.last()
  return star && !p.failed ? exceptStar(node) : node
}

// `except A, B:`: the place goes to the end of the last type.
function exceptTypesEnd(p: Parser): i32 {
  const probe = new Parser(p.source, p.tokens)
  probe.at = p.at
  let end = p.to()
  while (probe.accept(T.COMMA)) {
    if (!startsExpression(probe.kind())) break
    const type = expression(probe)
    if (probe.failed) break
    end = type.to
  }
  return end
}

function withStatement(p: Parser): Node {
  const from = p.from()
  p.next()
  let items: Node[] | null = null
  if (p.is(T.LPAR)) items = parenthesizedItems(p)
  if (!items) {
    items = []
    do {
      if (!items.length || startsExpression(p.kind())) items.push(withItem(p))
    } while (!p.failed && p.accept(T.COMMA))
  }
  const body = block(p, "'with' statement", from)
  const node = p.node(Kind.WITH, from)
  node.heads = items
  node.items = body
  return node
}

function withItem(p: Parser): Node {
  const from = p.from()
  const context = expression(p)
  let target: Node | null = null
  if (p.accept(T.AS)) {
    const was = p.noIn
    p.noIn = false
    target = expression(p)
    p.noIn = was
    if (!p.failed) {
      const wrong = invalidTarget(target, true)
      if (wrong) p.failAt('cannot assign to ' + describe(wrong), wrong)
    }
  }
  const item = p.node(Kind.WITH_ITEM, from)
  item.left = context
  item.right = target
  return item
}

// `with (a as b, c as d):` or an expression that begins with a bracket: the first is tried by a parser of its own.
function parenthesizedItems(p: Parser): Node[] | null {
  const probe = new Parser(p.source, p.tokens)
  probe.at = p.at
  probe.furthest = p.furthest
  probe.depth = p.depth
  probe.next()
  const items: Node[] = []
  while (!probe.failed) {
    items.push(withItem(probe))
    if (!probe.accept(T.COMMA) || probe.is(T.RPAR)) break
  }
  if (probe.failed || !probe.accept(T.RPAR) || !probe.is(T.COLON)) return null
  let anyTarget = items.length > 1
  for (let i = 0; i < items.length; i++) if (items[i].right) anyTarget = true
  if (!anyTarget) return null
  p.at = probe.at
  p.furthest = max(p.furthest, probe.furthest)
  return items
}

function decorated(p: Parser): Node {
  const decorators: Node[] = []
  while (p.is(T.AT) && !p.failed) {
    p.next()
    decorators.push(named(p))
    if (!p.accept(T.NEWLINE)) p.invalid()
  }
  if (p.is(T.DEF)) return functionDefinition(p, decorators)
  if (p.is(T.CLASS)) return classDefinition(p, decorators)
  if (p.is(T.ASYNC) && p.kind(1) == T.DEF) return asynchronousFunction(p, decorators)
  p.invalid()
  return new Node(Kind.PASS, p.from(), p.from())
}

/** `async def`, `async for`, `async with`. */
function asynchronousStatement(p: Parser): Node {
  if (p.kind(1) == T.DEF) return asynchronousFunction(p, [])
  const from = p.from()
  p.next()
  let node: Node
  if (p.is(T.FOR)) node = asynchronousFor(forStatement(p))
  else if (p.is(T.WITH)) node = asynchronousWith(withStatement(p))
  else {
    p.invalid()
    node = new Node(Kind.PASS, from, from)
  }
  node.from = from
  return node
}
function asynchronousFunction(p: Parser, decorators: Node[]): Node {
  const from = p.from()
  p.next()
  const node = functionDefinition(p, decorators)
  node.from = from
  node.flag = true
  return node
}

function functionDefinition(p: Parser, decorators: Node[]): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.FUNCTION, from, from)
  if (!p.is(T.NAME)) {
    p.invalid()
    return node
  }
  node.name = p.word()
  p.next()
  if (!p.is(T.LPAR)) {
    if (p.is(T.ERROR)) p.lexerError()
    else p.fail("expected '('", p.from(), p.to())
    return node
  }
  p.next()
  node.third = parameterList(p, T.RPAR, true)
  p.expect(T.RPAR)
  if (p.accept(T.ARROW)) node.right = expression(p)
  node.heads = decorators
  node.items = block(p, 'function definition', from)
  node.to = p.last()
  return node
}

function classDefinition(p: Parser, decorators: Node[]): Node {
  const from = p.from()
  p.next()
  const node = new Node(Kind.CLASS, from, from)
  if (!p.is(T.NAME)) {
    p.invalid()
    return node
  }
  node.name = p.word()
  p.next()
  if (p.is(T.LPAR)) {
    const bases = new Node(Kind.CALL, p.from(), p.from())
    callArguments(p, bases)
    bases.to = p.last()
    if (bases.items.length || bases.others.length) node.left = bases
  }
  node.heads = decorators
  node.items = block(p, 'class definition', from)
  node.to = p.last()
  return node
}
