// Numbers and strings: digits without underscores, escapes decoded, neighbours joined.
import { Kind, Node } from './ast.ts'
import { formatted } from './format-string.ts'
import { Parser } from './parser.ts'
import { T } from './token.ts'

export function number(p: Parser): Node {
  const from = p.from()
  const to = p.to()
  const source = p.source
  const second = source.at(from + 1) | 32
  let base = 10
  let start = from
  const imaginary = (source.at(to - 1) | 32) == 0x6a
  let float = imaginary
  if (source.at(from) == 0x30 && to - from > 2 && (second == 0x78 || second == 0x6f || second == 0x62)) {
    base = second == 0x78 ? 16 : second == 0x6f ? 8 : 2
    start += 2
  } else {
    for (let i = from; i < to; i++) {
      const c = source.at(i) | 32
      if (source.at(i) == 0x2e || c == 0x65) float = true
    }
  }
  const node = new Node(float ? Kind.FLOAT : Kind.INT, from, to)
  const text = heap.alloc(<usize>(to - start + 8))
  let n = 0
  for (let i = start; i < to; i++) {
    const c = source.at(i)
    if (c != 0x5f && !(imaginary && i == to - 1)) store<u8>(text + <usize>(n++), <u8>c)
  }
  store<u8>(text + <usize>n, 0)
  node.bytes = text
  node.size = n
  node.op = base
  p.next()
  return imaginary ? imaginaryOf(node) : node
}

/** `2j` is a call of the library: imaginary(2.0). */
function imaginaryOf(size: Node): Node {
  const callee = new Node(Kind.NAME, size.from, size.to)
  callee.name = 'complex.imaginary'
  const node = new Node(Kind.CALL, size.from, size.to)
  node.left = callee
  node.items = [size]
  return node
}

/** Bytes being written, grown by copying: the region never takes single pieces back. */
export class Text {
  start: usize = 0
  size: i32 = 0
  room: i32 = 0

  @inline byte(b: i32): void {
    if (this.size == this.room) this.grow()
    store<u8>(this.start + <usize>(this.size++), <u8>b)
  }
  grow(): void {
    const room = max(32, this.room * 2)
    const fresh = heap.alloc(<usize>room)
    if (this.size) memory.copy(fresh, this.start, <usize>this.size)
    this.start = fresh
    this.room = room
  }
  /** UTF-8 of a code point; a lone surrogate becomes three bytes. */
  codePoint(c: i32): void {
    if (c < 0x80) this.byte(c)
    else if (c < 0x800) {
      this.byte(0xc0 | (c >> 6))
      this.byte(0x80 | (c & 63))
    } else if (c < 0x10000) {
      this.byte(0xe0 | (c >> 12))
      this.byte(0x80 | ((c >> 6) & 63))
      this.byte(0x80 | (c & 63))
    } else {
      this.byte(0xf0 | (c >> 18))
      this.byte(0x80 | ((c >> 12) & 63))
      this.byte(0x80 | ((c >> 6) & 63))
      this.byte(0x80 | (c & 63))
    }
  }
}

function hexValue(c: i32): i32 {
  if (c >= 0x30 && c <= 0x39) return c - 0x30
  c |= 32
  return c >= 0x61 && c <= 0x66 ? c - 0x57 : -1
}

/** Decodes source[from, to) into `out`. `raw`: no escapes. `bytes`: no \u, \U, \N. A pair of braces is one (`format`). */
export function decode(p: Parser, out: Text, from: i32, to: i32, raw: bool, bytes: bool): void {
  const source = p.source
  let i = from
  while (i < to && !p.failed) {
    const c = source.at(i)
    if (c == 0x0d) {
      // Line ends in a literal are \n, whatever the file has.
      out.byte(0x0a)
      i += source.at(i + 1) == 0x0a ? 2 : 1
      continue
    }
    if (c != 0x5c || raw) {
      out.byte(c)
      i++
      continue
    }
    const d = source.at(i + 1)
    i += 2
    switch (d) {
      case 0x0d:
        if (source.at(i) == 0x0a) i++
        break
      case 0x0a:
        break
      case 0x5c:
      case 0x27:
      case 0x22:
        out.byte(d)
        break
      case 0x61:
        out.byte(7)
        break
      case 0x62:
        out.byte(8)
        break
      case 0x66:
        out.byte(12)
        break
      case 0x6e:
        out.byte(10)
        break
      case 0x72:
        out.byte(13)
        break
      case 0x74:
        out.byte(9)
        break
      case 0x76:
        out.byte(11)
        break
      case 0x78:
        i = hexEscape(p, out, i, to, 2, from, bytes)
        break
      case 0x75:
        if (bytes) keep(out, d)
        else i = hexEscape(p, out, i, to, 4, from, false)
        break
      case 0x55:
        if (bytes) keep(out, d)
        else i = hexEscape(p, out, i, to, 8, from, false)
        break
      case 0x4e:
        if (bytes) keep(out, d)
        else p.fail('\\N{…} names are not part of DataWay: write \\u and the number', i - 2, i)
        break
      default:
        if (d >= 0x30 && d <= 0x37) {
          let value = d - 0x30
          for (let k = 0; k < 2 && i < to; k++) {
            const o = source.at(i)
            if (o < 0x30 || o > 0x37) break
            value = value * 8 + o - 0x30
            i++
          }
          if (bytes) out.byte(value & 255)
          else out.codePoint(value)
        } else keep(out, d)
    }
  }
}

// An escape that is none stays as it is written.
function keep(out: Text, c: i32): void {
  out.byte(0x5c)
  out.byte(c)
}

function hexEscape(p: Parser, out: Text, at: i32, to: i32, digits: i32, from: i32, bytes: bool): i32 {
  let value: u32 = 0
  let n = 0
  while (n < digits && at + n < to) {
    const h = hexValue(p.source.at(at + n))
    if (h < 0) break
    value = (value << 4) | <u32>h
    n++
  }
  if (n < digits || value > 0x10ffff) {
    // CPython tells the whole literal's place, and positions within its text.
    const first = at - 2 - from
    const last = first + 1 + n
    const kind = digits == 2 ? 'truncated \\xXX escape' : digits == 4 ? 'truncated \\uXXXX escape' : n < digits ? 'truncated \\UXXXXXXXX escape' : 'illegal Unicode character'
    const token = afterStrings(p)
    if (bytes) p.fail('(value error) invalid \\x escape at position ' + first.toString(), token)
    else p.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position " + first.toString() + '-' + last.toString() + ': ' + kind, token)
    return to
  }
  if (bytes) out.byte(<i32>value)
  else out.codePoint(<i32>value)
  return at + n
}

/** Where CPython places errors inside strings: at the token behind the last of them. */
export function afterStrings(p: Parser): i32 {
  let i = p.at
  while (p.tokens.kinds[i] == T.STRING) i++
  return p.tokens.froms[i]
}

/** One or more string tokens in a row: a STR, BYTES or JOINED node. */
export function strings(p: Parser): Node {
  const from = p.from()
  const parts: Node[] = []
  let text: Text | null = null
  let sawBytes = false
  let sawText = false
  let isFormat = false
  let last = p.to()
  while (p.is(T.STRING) && !p.failed) {
    const start = p.from()
    const end = p.to()
    last = end
    let raw = false
    let bytes = false
    let format = false
    let i = start
    while (true) {
      const c = p.source.at(i) | 32
      if (p.source.at(i) == 0x22 || p.source.at(i) == 0x27) break
      if (c == 0x72) raw = true
      if (c == 0x62) bytes = true
      if (c == 0x66) format = true
      i++
    }
    const quote = p.source.at(i)
    const triple = end - i >= 6 && p.source.at(i + 1) == quote && p.source.at(i + 2) == quote
    const inner = i + (triple ? 3 : 1)
    const stop = end - (triple ? 3 : 1)
    if (bytes) sawBytes = true
    else sawText = true
    if (sawBytes && sawText) {
      p.fail('cannot mix bytes and nonbytes literals', afterStrings(p))
      break
    }
    if (bytes) {
      for (let k = inner; k < stop; k++)
        if (p.source.at(k) >= 0x80) {
          p.fail('bytes can only contain ASCII literal characters', start, end)
          break
        }
    }
    if (!text) text = new Text()
    if (format) {
      isFormat = true
      text = formatted(p, parts, text, inner, stop, raw, 0)
    } else decode(p, text, inner, stop, raw, bytes)
    p.next()
  }
  if (!isFormat) {
    const node = new Node(sawBytes ? Kind.BYTES : Kind.STR, from, last)
    if (text) {
      node.bytes = text.start
      node.size = text.size
    }
    return node
  }
  if (text && text.size) parts.push(textNode(text, from, last))
  const node = new Node(Kind.JOINED, from, last)
  node.items = parts
  return node
}

export function textNode(text: Text, from: i32, to: i32): Node {
  const node = new Node(Kind.STR, from, to)
  node.bytes = text.start
  node.size = text.size
  return node
}
