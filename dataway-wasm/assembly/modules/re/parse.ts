// Reads a pattern in Python's syntax into a tree. Errors have Python's texts and the position in code points.

import { classBit, flagOf, isLetter } from './letter.ts'
import { Flag, Here, Look, SetBit, UNLIMITED } from './program.ts'
import { LAZY, Node, Part, POSSESSIVE } from './tree.ts'

let codes: Array<u32> = []
let at: i32 = 0
let flags: u32 = 0

export let failure: string = ''
export let failureAt: i32 = 0
export let groupCount: u32 = 0
export let finalFlags: u32 = 0
/** Group names as code points, by group number. */
export let groupNames: Array<string> = []
export let groupNumbers: Array<u32> = []
/** Groups that are begun and not ended. */
let open: Array<u32> = []

function fail(message: string, position: i32): Node {
  if (failure.length == 0) {
    failure = message
    failureAt = position
  }
  return new Node(Part.EMPTY)
}

function failed(): bool {
  return failure.length > 0
}

// @ts-ignore: decorator
@inline function more(): bool {
  return at < codes.length
}
// @ts-ignore: decorator
@inline function peek(ahead: i32 = 0): u32 {
  return at + ahead < codes.length ? codes[at + ahead] : 0xffffffff
}
function accept(code: u32): bool {
  if (peek() != code) return false
  at++
  return true
}

/** The tree of a pattern; `failure` is not empty if it has a mistake. */
export function parsePattern(pattern: Array<u32>, given: u32): Node {
  codes = pattern
  at = 0
  flags = given
  failure = ''
  failureAt = 0
  groupCount = 0
  groupNames = []
  groupNumbers = []
  open = []
  readGlobalFlags()
  if (!failed() && !(flags & Flag.BYTES) && !(flags & Flag.ASCII)) flags |= Flag.UNICODE
  finalFlags = flags
  const tree = choice()
  if (!failed() && more()) fail('unbalanced parenthesis', at)
  return tree
}

/** `(?aims)` at the very beginning. */
function readGlobalFlags(): void {
  while (true) {
    const start = at
    if (flags & Flag.VERBOSE) skipBlanks()
    if (peek() != 0x28 || peek(1) != 0x3f || flagOf(peek(2)) == 0) {
      at = start
      return
    }
    let k = 2
    let more: u32 = 0
    while (flagOf(peek(k)) != 0) more |= flagOf(peek(k++))
    if (peek(k) != 0x29) {
      at = start
      return
    }
    if (!checkFlags(more, at + k)) return
    flags |= more
    at += k + 1
  }
}

function checkFlags(set: u32, position: i32): bool {
  if (flags & Flag.BYTES) {
    if (set & Flag.UNICODE) fail("bad inline flags: cannot use 'u' flag with a bytes pattern", position)
  } else if (set & Flag.LOCALE) fail("bad inline flags: cannot use 'L' flag with a str pattern", position)
  return !failed()
}

function skipBlanks(): void {
  while (more()) {
    const c = peek()
    if (c == 32 || c - 9 < 5) at++
    else if (c == 0x23) while (more() && codes[at] != 10) at++
    else return
  }
}

function choice(): Node {
  const start = at
  const first = sequence()
  if (peek() != 0x7c) return first
  const node = new Node(Part.CHOICE)
  node.items.push(first)
  while (accept(0x7c) && !failed()) node.items.push(sequence())
  return node
}

function sequence(): Node {
  const node = new Node(Part.SEQUENCE)
  while (!failed()) {
    if (flags & Flag.VERBOSE) skipBlanks()
    if (!more() || peek() == 0x7c || peek() == 0x29) break
    const start = at
    const before = flags
    const item = single()
    if (failed()) break
    if (item.kind == Part.EMPTY && item.code == 1) continue
    node.items.push(repeated(item, start))
  }
  return node.items.length == 1 ? node.items[0] : node
}

function repeated(item: Node, start: i32): Node {
  while (true) {
    if (flags & Flag.VERBOSE) skipBlanks()
    const here = at
    const c = peek()
    let least: u32 = 0
    let most: u32 = UNLIMITED
    if (c == 0x3f) most = 1
    else if (c == 0x2b) least = 1
    else if (c == 0x7b) {
      if (peek(1) == 0x7d) return item
      at++
      const low = number()
      let high = low
      if (accept(0x2c)) high = number()
      if (!accept(0x7d)) {
        at = here
        return item
      }
      if (failed()) return item
      if (low >= 0) least = <u32>low
      if (high >= 0) most = <u32>high
      else if (low >= 0 && codes[at - 2] != 0x2c) most = least
      if (low < 0 && high < 0 && codes[at - 2] != 0x2c) {
        at = here
        return item
      }
      if (most < least) return fail('min repeat greater than max repeat', here + 1)
      at--
    } else if (c != 0x2a) return item
    at++
    if (item.kind == Part.ASSERT || (item.kind == Part.EMPTY && item.code == 0)) return fail('nothing to repeat', here)
    if (item.kind == Part.REPEAT && item.code == 0) return fail('multiple repeat', here)
    const node = new Node(Part.REPEAT)
    node.least = least
    node.most = most
    if (accept(0x3f)) node.manner = LAZY
    else if (accept(0x2b)) node.manner = POSSESSIVE
    node.items.push(item)
    item = node
  }
}

/** Digits as a number, -1 if there are none. */
function number(): i64 {
  if (peek() - 0x30 > 9) return -1
  let n: i64 = 0
  while (peek() - 0x30 < 10) {
    n = n * 10 + <i64>(codes[at++] - 0x30)
    if (n >= 0xffffffff) {
      fail('the repetition number is too large', at)
      return 0
    }
  }
  return n
}

function newChar(code: u32): Node {
  const node = new Node(Part.CHAR)
  node.code = code
  node.flags = flags
  return node
}

function newAssert(what: u32): Node {
  const node = new Node(Part.ASSERT)
  node.code = what
  return node
}

function newClass(bit: u32): Node {
  const node = new Node(Part.SET)
  node.bits = bit | setFlags()
  return node
}

function setFlags(): u32 {
  const ascii = (flags & (Flag.ASCII | Flag.BYTES)) != 0
  return (ascii ? SetBit.ASCII : 0) | (flags & Flag.IGNORECASE ? SetBit.FOLDED : 0)
}

function single(): Node {
  const start = at
  const c = codes[at++]
  switch (c) {
    case 0x2e: {
      const node = new Node(Part.ANY)
      node.code = flags & Flag.DOTALL ? 1 : 0
      return node
    }
    case 0x5e:
      return newAssert(flags & Flag.MULTILINE ? Here.LINE_BEGIN : Here.BEGIN)
    case 0x24:
      return newAssert(flags & Flag.MULTILINE ? Here.LINE_END : Here.END)
    case 0x28:
      return group(start)
    case 0x5b:
      return set(start)
    case 0x5c:
      return escape(start)
    case 0x2a:
    case 0x2b:
    case 0x3f:
      return fail('nothing to repeat', start)
    case 0x7b: {
      // `{` begins a repeat only where one could be read.
      at = start
      const probe = new Node(Part.CHAR)
      const result = repeated(probe, start)
      const wasRepeat = result !== probe && !failed()
      if (wasRepeat) return fail('nothing to repeat', start)
      if (failed()) return result
      at = start + 1
      return newChar(c)
    }
    default:
      return newChar(c)
  }
}

function nothing(): Node {
  const node = new Node(Part.EMPTY)
  node.code = 1
  return node
}

function group(start: i32): Node {
  let name = ''
  let captures = true
  let look: i32 = -1
  const outer = flags
  if (accept(0x3f)) {
    if (!more()) return fail('unexpected end of pattern', at)
    const c = codes[at++]
    if (c == 0x50) {
      if (!more()) return fail('unexpected end of pattern', at)
      const d = codes[at++]
      if (d == 0x3c) {
        name = groupName(0x3e, '>')
        if (failed()) return nothing()
      } else if (d == 0x3d) {
        const from = at
        name = groupName(0x29, ')')
        if (failed()) return nothing()
        if (groupNames.indexOf(name) < 0) return fail("unknown group name '" + name + "'", from)
        return fail('back-references are not supported', start)
      } else return fail('unknown extension ?P' + String.fromCodePoint(<i32>d), start + 1)
    } else if (c == 0x3a) captures = false
    else if (c == 0x23) {
      while (more() && codes[at] != 0x29) at++
      if (!accept(0x29)) return fail('missing ), unterminated comment', start)
      return nothing()
    } else if (c == 0x3d) look = Look.AHEAD
    else if (c == 0x21) look = Look.NOT_AHEAD
    else if (c == 0x3e) look = Look.ATOMIC
    else if (c == 0x3c) {
      if (!more()) return fail('unexpected end of pattern', at)
      const d = codes[at++]
      if (d == 0x3d) look = Look.BEHIND
      else if (d == 0x21) look = Look.NOT_BEHIND
      else return fail('unknown extension ?<' + String.fromCodePoint(<i32>d), start + 1)
    } else if (c == 0x28) return fail('conditional groups are not supported', start)
    else if (flagOf(c) != 0 || c == 0x2d) {
      at--
      if (!scopedFlags(start)) return nothing()
      captures = false
    } else return fail('unknown extension ?' + String.fromCodePoint(<i32>c), start + 1)
  }
  let index: u32 = 0
  if (captures && look < 0) {
    index = ++groupCount
    if (name.length > 0) {
      const known = groupNames.indexOf(name)
      if (known >= 0)
        return fail(
          "redefinition of group name '" + name + "' as group " + index.toString() + '; was group ' + groupNumbers[known].toString(),
          start + 4,
        )
      groupNames.push(name)
      groupNumbers.push(index)
    }
    open.push(index)
  }
  const body = choice()
  if (failed()) return body
  if (!accept(0x29)) return fail('missing ), unterminated subpattern', start)
  if (index > 0) open.pop()
  flags = outer
  if (look >= 0) {
    const node = new Node(Part.LOOK)
    node.code = <u32>look
    node.items.push(body)
    return node
  }
  const node = new Node(Part.GROUP)
  node.code = index
  node.items.push(body)
  return node
}

/** `(?i-s:`; leaves the flags set for the body. */
function scopedFlags(start: i32): bool {
  let add: u32 = 0
  let drop: u32 = 0
  while (more() && flagOf(peek()) != 0) add |= flagOf(codes[at++])
  if (!checkFlags(add, at)) return false
  if (!more()) {
    fail('missing -, : or )', at)
    return false
  }
  if (peek() == 0x29) {
    fail('global flags not at the start of the expression', start)
    return false
  }
  const types = add & (Flag.ASCII | Flag.LOCALE | Flag.UNICODE)
  if (types & (types - 1)) {
    fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at)
    return false
  }
  if (accept(0x2d)) {
    if (!more()) {
      fail('missing flag', at)
      return false
    }
    if (flagOf(peek()) == 0) {
      fail(isLetter(peek()) ? 'unknown flag' : 'missing flag', at)
      return false
    }
    while (flagOf(peek()) != 0) drop |= flagOf(codes[at++])
    if (drop & (Flag.ASCII | Flag.LOCALE | Flag.UNICODE)) {
      fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at)
      return false
    }
    if (add & drop) {
      fail('bad inline flags: flag turned on and off', at)
      return false
    }
  }
  if (!accept(0x3a)) {
    if (!more()) fail('missing :', at)
    else fail(isLetter(peek()) ? 'unknown flag' : drop ? 'missing :' : 'missing -, : or )', at)
    return false
  }
  if (add & Flag.ASCII) flags &= ~Flag.UNICODE
  if (add & Flag.UNICODE) flags &= ~Flag.ASCII
  flags = (flags | add) & ~drop
  return true
}

function groupName(end: u32, endText: string): string {
  const start = at
  let name = ''
  while (more() && codes[at] != end) name += String.fromCodePoint(<i32>codes[at++])
  if (!more()) {
    fail(name.length == 0 ? 'missing group name' : 'missing ' + endText + ', unterminated name', start)
    return ''
  }
  at++
  if (name.length == 0) fail('missing group name', start)
  for (let i = 0; i < name.length; i++) {
    const c = <u32>name.charCodeAt(i)
    if (!isLetter(c) && c != 0x5f && c < 128 && (i == 0 || c - 0x30 > 9)) {
      fail("bad character in group name '" + name + "'", start)
      break
    }
  }
  return name
}

function escape(start: i32): Node {
  if (!more()) return fail('bad escape (end of pattern)', start)
  const c = peek()
  const bit = classBit(c)
  if (bit) {
    at++
    return newClass(bit)
  }
  const ascii = (flags & (Flag.ASCII | Flag.BYTES)) != 0
  switch (c) {
    case 0x41:
      at++
      return newAssert(Here.BEGIN)
    case 0x5a:
      at++
      return newAssert(Here.VERY_END)
    case 0x62:
      at++
      return newAssert(ascii ? Here.BOUNDARY_ASCII : Here.BOUNDARY)
    case 0x42:
      at++
      return newAssert(ascii ? Here.NOT_BOUNDARY_ASCII : Here.NOT_BOUNDARY)
  }
  if (c - 0x31 < 9) {
    // Three octal digits are a character; anything else refers to a group.
    if (c < 0x34 && peek(1) - 0x30 < 8 && peek(2) - 0x30 < 8) {
      const code = (c - 0x30) * 64 + (peek(1) - 0x30) * 8 + (peek(2) - 0x30)
      at += 3
      return newChar(code)
    }
    if (c - 0x34 < 4 && peek(1) - 0x30 < 8 && peek(2) - 0x30 < 8) {
      let text = '\\'
      for (let i = 0; i < 3; i++) text += String.fromCodePoint(<i32>peek(i))
      return fail('octal escape value ' + text + ' outside of range 0-0o377', start)
    }
    let index = c - 0x30
    at++
    if (peek() - 0x30 < 10) index = index * 10 + codes[at++] - 0x30
    if (index > groupCount) return fail('invalid group reference ' + index.toString(), start + 1)
    if (open.indexOf(index) >= 0) return fail('cannot refer to an open group', start)
    return fail('back-references are not supported', start)
  }
  const code = escapedCode(start)
  return failed() ? nothing() : newChar(code)
}

/** A character after a backslash: \n, \x41, \u20ac, \0, \. … */
function escapedCode(start: i32): u32 {
  const c = codes[at++]
  switch (c) {
    case 0x61:
      return 7
    case 0x66:
      return 12
    case 0x6e:
      return 10
    case 0x72:
      return 13
    case 0x74:
      return 9
    case 0x76:
      return 11
    case 0x78:
      return hex(start, 2)
    case 0x75:
      if (!(flags & Flag.BYTES)) return hex(start, 4)
      break
    case 0x55:
      if (!(flags & Flag.BYTES)) return hex(start, 8)
      break
    case 0x30: {
      let code: u32 = 0
      for (let i = 0; i < 2 && peek() - 0x30 < 8; i++) code = code * 8 + codes[at++] - 0x30
      return code
    }
  }
  if (isLetter(c) || c - 0x30 < 10) fail('bad escape \\' + String.fromCodePoint(<i32>c), start)
  return c
}

function hex(start: i32, digits: i32): u32 {
  let code: u32 = 0
  for (let i = 0; i < digits; i++) {
    const c = peek()
    const digit = c - 0x30 < 10 ? c - 0x30 : (c | 0x20) - 0x61 < 6 ? (c | 0x20) - 0x57 : 99
    if (digit == 99) {
      let text = ''
      for (let k = start; k < at; k++) text += String.fromCodePoint(<i32>codes[k])
      fail('incomplete escape ' + text, start)
      return 0
    }
    code = code * 16 + digit
    at++
  }
  if (code > 0x10ffff) {
    let text = ''
    for (let k = start; k < at; k++) text += String.fromCodePoint(<i32>codes[k])
    fail('bad escape ' + text, start)
  }
  return code
}

/** The class bit that `setMember` read instead of a character. */
let memberClass: u32 = 0

function setMember(start: i32): u32 {
  const here = at
  const c = codes[at++]
  memberClass = 0
  if (c != 0x5c) return c
  if (!more()) {
    fail('bad escape (end of pattern)', here)
    return 0
  }
  const d = peek()
  memberClass = classBit(d)
  if (memberClass) {
    at++
    return 0
  }
  if (d == 0x62) {
    at++
    return 8
  }
  if (d - 0x30 < 8) {
    let code: u32 = 0
    let n = 0
    for (; n < 3 && peek() - 0x30 < 8; n++) code = code * 8 + codes[at++] - 0x30
    if (code > 255) {
      let text = ''
      for (let k = here; k < at; k++) text += String.fromCodePoint(<i32>codes[k])
      fail('octal escape value ' + text + ' outside of range 0-0o377', here)
    }
    return code
  }
  return escapedCode(here)
}

function set(start: i32): Node {
  const node = new Node(Part.SET)
  node.bits = setFlags()
  if (accept(0x5e)) node.bits |= SetBit.NEGATED
  const first = at
  while (true) {
    if (!more()) return fail('unterminated character set', start)
    if (peek() == 0x5d && at != first) break
    const here = at
    const low = setMember(start)
    const lowClass = memberClass
    if (failed()) return node
    if (peek() == 0x2d && peek(1) != 0x5d && at + 1 < codes.length) {
      at++
      const high = setMember(start)
      if (failed()) return node
      if (lowClass || memberClass || high < low) return fail('bad character range ' + textOf(here, at), here)
      node.ranges.push(low)
      node.ranges.push(high)
    } else if (peek() == 0x2d && at + 1 >= codes.length) return fail('unterminated character set', start)
    else if (lowClass) node.bits |= lowClass
    else {
      node.ranges.push(low)
      node.ranges.push(low)
    }
  }
  at++
  return node
}

function textOf(from: i32, to: i32): string {
  let text = ''
  for (let k = from; k < to; k++) text += String.fromCodePoint(<i32>codes[k])
  return text
}
