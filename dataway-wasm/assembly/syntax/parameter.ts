// Parameters of functions and lambdas.
import { ArgKind, Kind, Node } from './ast.ts'
import { expression, starExpression } from './expression.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

/** `lambda a, *b, c=1, **d: body` */
export function lambda(p: Parser): Node {
  const from = p.from()
  p.next()
  const parameters = parameterList(p, T.COLON, false)
  p.expect(T.COLON)
  const wasNoAssign = p.noAssign
  p.noAssign = false
  const body = expression(p)
  p.noAssign = wasNoAssign
  const node = p.node(Kind.LAMBDA, from)
  node.third = parameters
  node.left = body
  return node
}

/** Parameters up to (not with) the closing token; with annotations for a `def`. */
export function parameterList(p: Parser, closing: i32, annotated: bool): Node {
  const list = new Node(Kind.ARGUMENTS, p.from(), p.from())
  const items: Node[] = []
  let keywordOnly = false
  let slash = false
  let defaults = false
  let bareStar = -1
  while (!p.is(closing) && !p.failed) {
    const from = p.from()
    if (p.is(T.SLASH)) {
      if (slash) p.fail('/ may appear only once', from, p.to())
      else if (keywordOnly) p.fail('/ must be ahead of *', from, p.to())
      else if (!items.length) p.fail('at least one argument must precede /', from, p.to())
      slash = true
      for (let i = 0; i < items.length; i++) items[i].op = ArgKind.POSITIONAL_ONLY
      p.next()
    } else if (p.is(T.STAR)) {
      if (keywordOnly) {
        p.fail('* argument may appear only once', from, p.to())
        break
      }
      p.next()
      keywordOnly = true
      if (p.is(T.COMMA)) {
        bareStar = items.length
        if (p.kind(1) == closing || p.kind(1) == T.DOUBLE_STAR) p.fail('named arguments must follow bare *', from, from + 1)
      } else if (p.is(closing)) {
        p.fail('named arguments must follow bare *', annotated ? from : p.from(), p.to())
      } else {
        const rest = parameter(p, ArgKind.REST, annotated)
        if (p.is(T.EQUAL) && !p.failed) p.fail('var-positional argument cannot have default value', p.from(), p.to())
        items.push(rest)
      }
    } else if (p.is(T.DOUBLE_STAR)) {
      p.next()
      items.push(parameter(p, ArgKind.KEYWORDS, annotated))
      if (p.is(T.EQUAL) && !p.failed) p.fail('var-keyword argument cannot have default value', p.from(), p.to())
      if (p.accept(T.COMMA) && !p.is(closing)) p.fail('arguments cannot follow var-keyword argument', p.from(), p.to())
      break
    } else {
      const one = parameter(p, keywordOnly ? ArgKind.KEYWORD_ONLY : ArgKind.NORMAL, annotated)
      if (p.accept(T.EQUAL)) {
        if (p.is(closing) || p.is(T.COMMA)) {
          p.fail('expected default value expression', p.last() - 1, p.last())
        }
        one.left = expression(p)
        defaults = true
      } else if (defaults && !keywordOnly && !p.failed) {
        p.failAt('non-default argument follows default argument', one)
      }
      one.to = p.last()
      items.push(one)
    }
    if (!p.accept(T.COMMA)) break
  }
  if (bareStar >= 0 && bareStar == items.length && !p.failed) p.invalid()
  list.items = items
  list.to = p.last()
  return list
}

function parameter(p: Parser, kind: ArgKind, annotated: bool): Node {
  const node = new Node(Kind.ARG, p.from(), p.to())
  node.op = kind
  if (!p.is(T.NAME)) {
    if (p.is(T.LPAR)) {
      p.next()
      while (p.is(T.NAME) || p.is(T.COMMA)) p.next()
      if (p.is(T.RPAR)) {
        p.next()
        if (p.is(T.COMMA) || p.is(T.EQUAL) || p.is(T.COLON) || p.is(T.RPAR)) {
          p.fail(annotated ? 'Function parameters cannot be parenthesized' : 'Lambda expression parameters cannot be parenthesized', node.from, p.last())
          return node
        }
      }
    }
    p.invalid()
    return node
  }
  node.name = p.word()
  p.next()
  if (annotated && p.accept(T.COLON)) {
    node.right = kind == ArgKind.REST ? starExpression(p) : expression(p)
    node.to = p.last()
  }
  return node
}
