// f-strings: literal text and replacement fields `{expression!r:spec}`, read in place so that every node has its true
// place in the source. Rules and messages of Python 3.11: no backslash and no own quote inside a field.
import { Kind, Node } from './ast.ts'
import { expressions, named } from './expression.ts'
import { yieldExpression } from './atom.ts'
import { tokens } from './lexer.ts'
import { afterStrings, decode, Text, textNode } from './literal.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

/** Appends the parts of source[from, to) to `parts`, text to `text`; gives the text that goes on behind them. */
export function formatted(p: Parser, parts: Node[], text: Text, from: i32, to: i32, raw: bool, depth: i32): Text {
  const source = p.source
  let i = from
  let start = from
  while (i < to && !p.failed) {
    const c = source.at(i)
    if (c == 0x5c && !raw) {
      // \{ is a backslash and a brace; \N{…} keeps its braces.
      if (source.at(i + 1) == 0x7b || source.at(i + 1) == 0x7d) i += 1
      else i += 2
      continue
    }
    if (c != 0x7b && c != 0x7d) {
      i++
      continue
    }
    if (depth == 0 && source.at(i + 1) == c && i + 1 < to) {
      decode(p, text, start, i + 1, raw, false)
      i += 2
      start = i
      continue
    }
    if (c == 0x7d) {
      p.fail("f-string: single '}' is not allowed", afterStrings(p))
      return text
    }
    decode(p, text, start, i, raw, false)
    if (p.failed) return text
    const end = field(p, parts, text, i, to, raw, depth)
    if (p.failed) return text
    text = new Text()
    i = end
    start = end
  }
  if (!p.failed) decode(p, text, start, to, raw, false)
  return text
}

/** One replacement field from its `{`; gives the offset behind its `}`. The text before it goes to `parts` first. */
function field(p: Parser, parts: Node[], text: Text, opening: i32, to: i32, raw: bool, depth: i32): i32 {
  const source = p.source
  if (depth >= 2) {
    p.fail('f-string: expressions nested too deeply', afterStrings(p))
    return to
  }
  const end = expressionEnd(p, opening + 1, to)
  if (p.failed) return to
  let blank = true
  for (let k = opening + 1; k < end; k++) {
    const c = source.at(k)
    if (c != 0x20 && c != 0x09 && c != 0x0a && c != 0x0d && c != 0x0c) blank = false
  }
  if (blank) {
    const c = source.at(end)
    if (c == 0x21 || c == 0x3a || c == 0x3d) p.fail("f-string: expression required before '" + String.fromCharCode(c) + "'", afterStrings(p))
    else p.fail('f-string: empty expression not allowed', afterStrings(p))
    return to
  }
  const node = new Node(Kind.FORMATTED, opening, opening)
  node.left = inner(p, opening + 1, end)
  if (p.failed) return to

  let i = end
  let shown = -1
  if (source.at(i) == 0x3d && i < to) {
    i++
    while (i < to && (source.at(i) == 0x20 || source.at(i) == 0x09 || source.at(i) == 0x0a)) i++
    shown = i
  }
  if (source.at(i) == 0x21 && i < to) {
    const c = source.at(i + 1)
    if (i + 1 >= to) {
      p.fail("f-string: expecting '}'", afterStrings(p))
      return to
    }
    if (c != 0x73 && c != 0x72 && c != 0x61) {
      p.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'", afterStrings(p))
      return to
    }
    node.op = c
    i += 2
  }
  if (i < to && source.at(i) == 0x3a) {
    const specStart = i + 1
    const specEnd = specificationEnd(p, specStart, to)
    const specParts: Node[] = []
    const rest = formatted(p, specParts, new Text(), specStart, specEnd, raw, depth + 1)
    if (p.failed) return to
    if (rest.size) specParts.push(textNode(rest, specStart, specEnd))
    const spec = new Node(Kind.JOINED, specStart, specEnd)
    spec.items = specParts
    node.right = spec
    i = specEnd
  }
  if (i >= to || source.at(i) != 0x7d) {
    p.fail("f-string: expecting '}'", afterStrings(p))
    return to
  }
  if (shown >= 0) {
    // {x=}: the expression's own text comes first, and repr is the default.
    for (let k = opening + 1; k < shown; k++) text.byte(source.at(k))
    if (!node.op && !node.right) node.op = 0x72
  }
  if (text.size) parts.push(textNode(text, opening, opening))
  node.to = i + 1
  parts.push(node)
  return i + 1
}

/** Offset where the expression of a field ends: `!`, `:`, `=` or `}` outside brackets and strings. */
function expressionEnd(p: Parser, from: i32, to: i32): i32 {
  const source = p.source
  const open: i32[] = []
  let quote = 0
  let triple = false
  let i = from
  while (i < to) {
    const c = source.at(i)
    if (c == 0x5c) {
      p.fail('f-string expression part cannot include a backslash', afterStrings(p))
      return to
    }
    if (quote) {
      if (c == quote) {
        if (!triple) quote = 0
        else if (source.at(i + 1) == quote && source.at(i + 2) == quote) {
          quote = 0
          i += 2
        }
      }
      i++
      continue
    }
    if (c == 0x22 || c == 0x27) {
      quote = c
      triple = source.at(i + 1) == c && source.at(i + 2) == c
      i += triple ? 3 : 1
      continue
    }
    if (c == 0x28 || c == 0x5b || c == 0x7b) {
      open.push(c)
      i++
      continue
    }
    if (c == 0x23) {
      p.fail("f-string expression part cannot include '#'", afterStrings(p))
      return to
    }
    if (!open.length) {
      const d = i + 1 < to ? source.at(i + 1) : 0
      if (c == 0x21 || c == 0x3d || c == 0x3c || c == 0x3e) {
        if (d == 0x3d) {
          i += 2
          continue
        }
        if (c == 0x3c || c == 0x3e) {
          i++
          continue
        }
        return i
      }
      if (c == 0x3a || c == 0x7d) return i
    }
    if (c == 0x29 || c == 0x5d || c == 0x7d) {
      if (!open.length) {
        p.fail("f-string: unmatched '" + String.fromCharCode(c) + "'", afterStrings(p))
        return to
      }
      const opening = open.pop()
      if (!((opening == 0x28 && c == 0x29) || (opening == 0x5b && c == 0x5d) || (opening == 0x7b && c == 0x7d))) {
        p.fail("f-string: closing parenthesis '" + String.fromCharCode(c) + "' does not match opening parenthesis '" + String.fromCharCode(opening) + "'", afterStrings(p))
        return to
      }
    }
    i++
  }
  if (quote) p.fail('f-string: unterminated string', afterStrings(p))
  else if (open.length) p.fail("f-string: unmatched '" + String.fromCharCode(open[open.length - 1]) + "'", afterStrings(p))
  else p.fail("f-string: expecting '}'", afterStrings(p))
  return to
}

/** Offset of the `}` that ends a format spec: nested fields are passed over. */
function specificationEnd(p: Parser, from: i32, to: i32): i32 {
  let depth = 0
  for (let i = from; i < to; i++) {
    const c = p.source.at(i)
    if (c == 0x7b) depth++
    else if (c == 0x7d) {
      if (depth == 0) return i
      depth--
    }
  }
  return to
}

/** Parses the expression of a field with the same grammar, as if in parentheses. */
function inner(p: Parser, from: i32, to: i32): Node {
  const nested = new Parser(p.source, tokens(p.source, from, to, true))
  nested.depth = p.depth
  const node = nested.is(T.YIELD) ? yieldExpression(nested) : nested.is(T.NAME) && nested.kind(1) == T.WALRUS ? named(nested) : expressions(nested)
  if (!nested.failed && !nested.is(T.END)) nested.invalid()
  nested.settle()
  if (nested.failed) {
    p.fail('f-string: ' + nested.message, nested.errorFrom, nested.errorTo, nested.errorType)
    // CPython counts the column in the text `(expression)`.
    let column = 2
    for (let i = from; i < nested.errorFrom; i++) if ((p.source.at(i) & 0xc0) != 0x80) column++
    p.errorColumn = column
  }
  return node
}
