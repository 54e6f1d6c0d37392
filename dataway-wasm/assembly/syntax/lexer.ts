// Source text to tokens, with Python's indentation. All tokens are made at once; what the lexer cannot read becomes one
// ERROR token that ends the list, and is told only when the parser gets there (as CPython does).
import { Source } from './source.ts'
import { FIRST_KEYWORD, KEYWORDS, T } from './token.ts'

const MAX_INDENT = 100
const MAX_LEVEL = 200
const TAB = 8

/** Tokens as parallel lists. `levels`: how many brackets are open behind the token. */
export class Tokens {
  kinds: i32[] = []
  froms: i32[] = []
  tos: i32[] = []
  levels: i32[] = []
  /** Of the ERROR token: exception (`SyntaxError` …), message, and the offset its column is taken from. */
  errorType: string = ''
  errorMessage: string = ''
  errorFrom: i32 = -1
  /** Offset of the innermost bracket that was never closed; -1: all are. */
  unclosed: i32 = -1

  push(kind: i32, from: i32, to: i32, level: i32): void {
    this.kinds.push(kind)
    this.froms.push(from)
    this.tos.push(to)
    this.levels.push(level)
  }
}

// @ts-ignore: decorator
@inline function isDigit(c: i32): bool {
  return c >= 0x30 && c <= 0x39
}
// @ts-ignore: decorator
@inline function isNameStart(c: i32): bool {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c == 0x5f || c >= 0x80
}
// @ts-ignore: decorator
@inline function isNamePart(c: i32): bool {
  return isNameStart(c) || isDigit(c)
}
function isHexDigit(c: i32): bool {
  return isDigit(c) || ((c | 32) >= 0x61 && (c | 32) <= 0x66)
}

class Lexer {
  readonly source: Source
  readonly end: i32
  readonly out: Tokens = new Tokens()
  at: i32
  brackets: i32[] = []
  bracketAts: i32[] = []
  indents: i32[] = [0]
  altIndents: i32[] = [0]
  failed: bool = false

  constructor(source: Source, from: i32, end: i32) {
    this.source = source
    this.at = from
    this.end = end
  }

  @inline c(ahead: i32 = 0): i32 {
    const i = this.at + ahead
    return i < this.end ? this.source.at(i) : 0
  }

  fail(message: string, from: i32, type: string = 'SyntaxError'): void {
    if (this.failed) return
    this.failed = true
    this.out.errorType = type
    this.out.errorMessage = message
    this.out.errorFrom = from
    this.out.push(T.ERROR, from, this.at, this.brackets.length)
  }

  push(kind: i32, from: i32): void {
    this.out.push(kind, from, this.at, this.brackets.length)
  }

  run(expression: bool): void {
    // In an f-string's replacement field, line ends and indentation mean nothing.
    if (expression) this.brackets.push(0)
    if (this.c() == 0xef && this.c(1) == 0xbb && this.c(2) == 0xbf) this.at += 3
    let fresh = true
    let content = false
    while (!this.failed) {
      if (fresh && !this.brackets.length) {
        fresh = false
        if (!this.indentation()) {
          if (this.failed || this.at >= this.end) break
          fresh = true
          continue
        }
      }
      this.blanks()
      if (this.at >= this.end) break
      const c = this.c()
      if (c == 0x23) {
        while (this.at < this.end && this.c() != 0x0a && this.c() != 0x0d) this.at++
        continue
      }
      if (c == 0x0a || c == 0x0d) {
        const from = this.at
        this.at += c == 0x0d && this.c(1) == 0x0a ? 2 : 1
        if (this.brackets.length) continue
        if (content) this.out.push(T.NEWLINE, from, from + 1, 0)
        content = false
        fresh = true
        continue
      }
      if (c == 0x5c) {
        if (!this.continuation()) break
        continue
      }
      this.token(c)
      content = true
    }
    const open = this.brackets.length
    if (open > (expression ? 1 : 0)) this.out.unclosed = this.bracketAts[open - 1 - (expression ? 1 : 0)]
    if (this.failed) return
    this.at = this.end
    if (!expression && open) {
      this.out.push(T.END, this.end, this.end, open)
      return
    }
    if (content && !expression) this.out.push(T.NEWLINE, this.end, this.end, 0)
    while (this.indents.length > 1) {
      this.indents.pop()
      this.out.push(T.DEDENT, this.end, this.end, 0)
    }
    this.out.push(T.END, this.end, this.end, 0)
  }

  blanks(): void {
    let c = this.c()
    while (this.at < this.end && (c == 0x20 || c == 0x09 || c == 0x0c)) {
      this.at++
      c = this.c()
    }
  }

  continuation(): bool {
    const next = this.c(1)
    if (next == 0x0a || next == 0x0d) {
      this.at += next == 0x0d && this.c(2) == 0x0a ? 3 : 2
      if (this.at >= this.end) {
        this.fail('unexpected EOF while parsing', this.at + 1)
        return false
      }
      return true
    }
    this.at++
    if (this.at >= this.end) this.fail('unexpected EOF while parsing', this.at + 1)
    else this.fail('unexpected character after line continuation character', this.at + 1)
    return false
  }

  /** Reads the white space a line begins with; false: the line is empty and nothing was made of it. */
  indentation(): bool {
    let column = 0
    let alternative = 0
    for (; ; this.at++) {
      const c = this.c()
      if (this.at >= this.end) return false
      if (c == 0x20) {
        column++
        alternative++
      } else if (c == 0x09) {
        column = (column / TAB + 1) * TAB
        alternative++
      } else if (c == 0x0c) {
        column = 0
        alternative = 0
      } else if (c == 0x5c && (this.c(1) == 0x0a || this.c(1) == 0x0d)) {
        if (!this.continuation()) return false
        this.at--
      } else break
    }
    const c = this.c()
    if (c == 0x0a || c == 0x0d) {
      this.at += c == 0x0d && this.c(1) == 0x0a ? 2 : 1
      return false
    }
    if (c == 0x23) {
      this.at = this.source.lineEnd(this.at)
      if (this.at > this.end) this.at = this.end
      return this.at < this.end ? this.indentation() : false
    }
    const top = this.indents.length - 1
    const current = this.indents[top]
    if (column == current) {
      if (alternative != this.altIndents[top]) this.tabs()
      return true
    }
    if (column > current) {
      if (alternative <= this.altIndents[top]) {
        this.tabs()
        return true
      }
      if (this.indents.length >= MAX_INDENT) {
        this.fail('too many levels of indentation', this.at, 'IndentationError')
        return false
      }
      this.indents.push(column)
      this.altIndents.push(alternative)
      this.push(T.INDENT, this.at)
      return true
    }
    while (this.indents.length > 1 && column < this.indents[this.indents.length - 1]) {
      this.indents.pop()
      this.altIndents.pop()
      this.push(T.DEDENT, this.at)
    }
    const last = this.indents.length - 1
    if (column != this.indents[last]) {
      this.at = this.source.lineEnd(this.at)
      this.fail('unindent does not match any outer indentation level', this.at + 1, 'IndentationError')
    } else if (alternative != this.altIndents[last]) this.tabs()
    return true
  }

  tabs(): void {
    this.at = this.source.lineEnd(this.at)
    this.fail('inconsistent use of tabs and spaces in indentation', this.at, 'TabError')
  }

  token(c: i32): void {
    const from = this.at
    if (isNameStart(c)) return this.name(from)
    if (isDigit(c) || (c == 0x2e && isDigit(this.c(1)))) return this.number(from)
    if (c == 0x22 || c == 0x27) return this.string(from)
    this.operator(c, from)
  }

  name(from: i32): void {
    // A prefix directly before a quote belongs to a string.
    let i = 0
    while (i < 2 && this.prefixLetter(this.c(i))) i++
    const quote = this.c(i)
    if (i > 0 && (quote == 0x22 || quote == 0x27) && this.prefixOk(i)) {
      this.at += i
      return this.string(from)
    }
    let wide = false
    while (this.at < this.end && isNamePart(this.c())) {
      if (this.c() >= 0x80) wide = true
      this.at++
    }
    if (wide && !this.wideName(from)) return
    this.push(this.keyword(from, this.at), from)
  }

  prefixLetter(c: i32): bool {
    c |= 32
    return c == 0x72 || c == 0x62 || c == 0x66 || c == 0x75
  }
  prefixOk(n: i32): bool {
    if (n == 1) return true
    const a = this.c(0) | 32
    const b = this.c(1) | 32
    return (a == 0x72 && (b == 0x62 || b == 0x66)) || (b == 0x72 && (a == 0x62 || a == 0x66))
  }

  /** Letters beyond ASCII: refuses what is clearly none (currency, arrows, punctuation, full-width brackets, emoji). */
  wideName(from: i32): bool {
    let i = from
    while (i < this.at) {
      const c = this.source.at(i)
      if (c < 0x80) {
        i++
        continue
      }
      const width = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2
      let code = width == 2 ? c & 0x1f : width == 3 ? c & 0x0f : c & 0x07
      for (let k = 1; k < width; k++) code = (code << 6) | (this.source.at(i + k) & 0x3f)
      if (!isWideLetter(code)) {
        this.at = i + width
        const hex = code.toString(16).toUpperCase().padStart(4, '0')
        if (code == 0xa0 || (code >= 0x2000 && code <= 0x200f) || code == 0x3000 || code == 0xfeff || code == 0xad || (code >= 0x80 && code < 0xa0))
          this.fail('invalid non-printable character U+' + hex, this.at)
        else this.fail("invalid character '" + this.source.text(i, i + width) + "' (U+" + hex + ')', this.at)
        return false
      }
      i += width
    }
    return true
  }

  keyword(from: i32, to: i32): i32 {
    const n = to - from
    if (n < 2 || n > 8) return T.NAME
    for (let k = 0; k < KEYWORDS.length; k++) {
      const word = unchecked(KEYWORDS[k])
      if (word.length != n || word.charCodeAt(0) != this.source.at(from)) continue
      let same = true
      for (let i = 1; i < n; i++)
        if (word.charCodeAt(i) != this.source.at(from + i)) {
          same = false
          break
        }
      if (same) return FIRST_KEYWORD + k
    }
    return T.NAME
  }

  digits(hex: bool, base: i32, name: string): bool {
    // One underscore may stand between digits.
    while (true) {
      const c = this.c()
      if (c == 0x5f) {
        const next = this.c(1)
        this.at++
        if (!(hex ? isHexDigit(next) : isDigit(next))) {
          this.fail('invalid ' + name + ' literal', this.at)
          return false
        }
        continue
      }
      if (!(hex ? isHexDigit(c) : isDigit(c))) return true
      if (isDigit(c) && c - 0x30 >= base) {
        this.at++
        this.fail("invalid digit '" + String.fromCharCode(c) + "' in " + name + ' literal', this.at)
        return false
      }
      this.at++
    }
  }

  number(from: i32): void {
    const c = this.c()
    const second = this.c(1) | 32
    if (c == 0x30 && (second == 0x78 || second == 0x6f || second == 0x62)) {
      this.at += 2
      const hex = second == 0x78
      const name = hex ? 'hexadecimal' : second == 0x6f ? 'octal' : 'binary'
      const first = this.c() == 0x5f ? this.c(1) : this.c()
      if (!(hex ? isHexDigit(first) : isDigit(first))) {
        if (this.c() == 0x5f) this.at++
        return this.fail('invalid ' + name + ' literal', this.at)
      }
      if (!this.digits(hex, hex ? 16 : second == 0x6f ? 8 : 2, name)) return
      return this.endNumber(from, name)
    }
    let float = false
    if (c != 0x2e && !this.digits(false, 10, 'decimal')) return
    const whole = this.at
    if (this.c() == 0x2e) {
      float = true
      this.at++
      if (isDigit(this.c()) && !this.digits(false, 10, 'decimal')) return
    }
    if ((this.c() | 32) == 0x65) {
      const sign = this.c(1) == 0x2b || this.c(1) == 0x2d ? 1 : 0
      if (isDigit(this.c(1 + sign))) {
        float = true
        this.at += 1 + sign
        if (!this.digits(false, 10, 'decimal')) return
      } else if (sign) {
        this.at += 2
        return this.fail('invalid decimal literal', this.at)
      }
    }
    if ((this.c() | 32) == 0x6a) {
      this.at++
      return this.endNumber(from, 'imaginary')
    }
    if (!float && c == 0x30 && whole - from > 1) {
      let zeros = true
      for (let i = from; i < whole; i++) if (this.source.at(i) != 0x30 && this.source.at(i) != 0x5f) zeros = false
      if (!zeros)
        return this.fail('leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers', from + 1)
    }
    this.endNumber(from, 'decimal')
  }

  endNumber(from: i32, name: string): void {
    const c = this.c()
    if (isNameStart(c) && this.at < this.end) {
      // Keywords that may follow a number directly: 1if, 1or, 1and, 1in, 1is, 1else, 1for, 1not
      const d = this.c(1)
      const ok =
        (c == 0x61 && d == 0x6e) ||
        (c == 0x65 && d == 0x6c) ||
        (c == 0x66 && d == 0x6f) ||
        (c == 0x69 && (d == 0x66 || d == 0x6e || d == 0x73)) ||
        (c == 0x6f && d == 0x72) ||
        (c == 0x6e && d == 0x6f)
      if (!ok) {
        if (c >= 0x80) {
          const at = this.at
          this.name(at)
          if (this.failed) return
          this.at = at
        }
        return this.fail('invalid ' + name + ' literal', this.at)
      }
    }
    this.push(T.NUMBER, from)
  }

  string(from: i32): void {
    const quote = this.c()
    const triple = this.c(1) == quote && this.c(2) == quote
    this.at += triple ? 3 : 1
    while (true) {
      const c = this.c()
      if (this.at >= this.end || (!triple && (c == 0x0a || c == 0x0d))) {
        const line = this.source.line(this.at)
        if (triple) this.fail('unterminated triple-quoted string literal (detected at line ' + this.lastLine().toString() + ')', from + 1)
        else this.fail('unterminated string literal (detected at line ' + line.toString() + ')', from + 1)
        return
      }
      if (c == 0x5c) {
        // A backslash takes the next character with it, a whole CRLF too.
        this.at += this.c(1) == 0x0d && this.c(2) == 0x0a ? 3 : 2
        continue
      }
      if (c == quote && (!triple || (this.c(1) == quote && this.c(2) == quote))) {
        this.at += triple ? 3 : 1
        break
      }
      this.at++
    }
    if (this.at > this.end) this.at = this.end
    this.push(T.STRING, from)
  }

  /** Line of the last character that is no final line end. */
  lastLine(): i32 {
    let end = this.end
    if (end > 0 && this.source.at(end - 1) == 0x0a) end--
    return this.source.line(end)
  }

  open(kind: i32, from: i32): void {
    this.at = from + 1
    if (this.brackets.length >= MAX_LEVEL) return this.fail('too many nested parentheses', this.at)
    this.brackets.push(kind)
    this.bracketAts.push(from)
    this.push(kind, from)
  }

  close(kind: i32, from: i32): void {
    this.at = from + 1
    const c = this.source.at(from)
    if (!this.bracketAts.length) return this.fail("unmatched '" + String.fromCharCode(c) + "'", this.at)
    const opening = this.brackets.pop()
    const where = this.bracketAts.pop()
    if (opening + 3 != kind) {
      const line = this.source.line(where)
      let text = "closing parenthesis '" + String.fromCharCode(c) + "' does not match opening parenthesis '" + String.fromCharCode(this.source.at(where)) + "'"
      if (line != this.source.line(from)) text += ' on line ' + line.toString()
      return this.fail(text, this.at)
    }
    this.push(kind, from)
  }

  operator(c: i32, from: i32): void {
    switch (c) {
      case 0x28:
        return this.open(T.LPAR, from)
      case 0x5b:
        return this.open(T.LSQB, from)
      case 0x7b:
        return this.open(T.LBRACE, from)
      case 0x29:
        return this.close(T.RPAR, from)
      case 0x5d:
        return this.close(T.RSQB, from)
      case 0x7d:
        return this.close(T.RBRACE, from)
    }
    const d = this.c(1)
    const e = this.c(2)
    let kind: i32 = -1
    let n = 1
    switch (c) {
      case 0x3a:
        kind = d == 0x3d ? T.WALRUS : T.COLON
        n = d == 0x3d ? 2 : 1
        break
      case 0x2c:
        kind = T.COMMA
        break
      case 0x3b:
        kind = T.SEMI
        break
      case 0x2e:
        kind = d == 0x2e && e == 0x2e ? T.ELLIPSIS : T.DOT
        n = kind == T.ELLIPSIS ? 3 : 1
        break
      case 0x7e:
        kind = T.TILDE
        break
      case 0x21:
        kind = d == 0x3d ? T.NE : T.EXCLAMATION
        n = d == 0x3d ? 2 : 1
        break
      case 0x3d:
        kind = d == 0x3d ? T.EQEQ : T.EQUAL
        n = d == 0x3d ? 2 : 1
        break
      case 0x3c:
        kind = d == 0x3d ? T.LE : d == 0x3e ? T.NE : d == 0x3c ? (e == 0x3d ? T.LSHIFT_EQUAL : T.LSHIFT) : T.LT
        n = kind == T.LT ? 1 : kind == T.LSHIFT_EQUAL ? 3 : 2
        break
      case 0x3e:
        kind = d == 0x3d ? T.GE : d == 0x3e ? (e == 0x3d ? T.RSHIFT_EQUAL : T.RSHIFT) : T.GT
        n = kind == T.GT ? 1 : kind == T.RSHIFT_EQUAL ? 3 : 2
        break
      case 0x2d:
        kind = d == 0x3e ? T.ARROW : d == 0x3d ? T.MINUS_EQUAL : T.MINUS
        n = kind == T.MINUS ? 1 : 2
        break
      case 0x2a:
        if (d == 0x2a) {
          kind = e == 0x3d ? T.DOUBLE_STAR_EQUAL : T.DOUBLE_STAR
          n = e == 0x3d ? 3 : 2
        } else {
          kind = d == 0x3d ? T.STAR_EQUAL : T.STAR
          n = d == 0x3d ? 2 : 1
        }
        break
      case 0x2f:
        if (d == 0x2f) {
          kind = e == 0x3d ? T.DOUBLE_SLASH_EQUAL : T.DOUBLE_SLASH
          n = e == 0x3d ? 3 : 2
        } else {
          kind = d == 0x3d ? T.SLASH_EQUAL : T.SLASH
          n = d == 0x3d ? 2 : 1
        }
        break
      case 0x2b:
        kind = d == 0x3d ? T.PLUS_EQUAL : T.PLUS
        break
      case 0x40:
        kind = d == 0x3d ? T.AT_EQUAL : T.AT
        break
      case 0x25:
        kind = d == 0x3d ? T.PERCENT_EQUAL : T.PERCENT
        break
      case 0x26:
        kind = d == 0x3d ? T.AMPER_EQUAL : T.AMPER
        break
      case 0x5e:
        kind = d == 0x3d ? T.CIRCUMFLEX_EQUAL : T.CIRCUMFLEX
        break
      case 0x7c:
        kind = d == 0x3d ? T.VBAR_EQUAL : T.VBAR
        break
    }
    if (kind < 0) {
      this.at++
      if (c < 0x20 || c == 0x7f)
        return this.fail('invalid non-printable character U+' + c.toString(16).toUpperCase().padStart(4, '0'), this.at)
      // $ ? ` are tokens of no grammar rule: plain "invalid syntax" at their place.
      return this.fail('invalid syntax', from + 1)
    }
    if (d == 0x3d && n == 1 && kind >= T.PLUS_EQUAL) n = 2
    this.at += n
    this.push(kind, from)
  }
}

/** Letters, marks and digits of scripts; everything else beyond ASCII cannot be part of a name. */
function isWideLetter(c: i32): bool {
  if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba || c == 0xb7
  if (c == 0xd7 || c == 0xf7) return false
  if (c >= 0x2000 && c < 0x2070) return c == 0x203f || c == 0x2040 || c == 0x2054
  if (c >= 0x20a0 && c < 0x20d0) return false
  if (c >= 0x2190 && c < 0x2c00) return false
  if (c >= 0x2e00 && c < 0x2e80) return false
  if (c >= 0x3000 && c < 0x3005) return false
  if (c >= 0x3008 && c < 0x3021) return false
  if (c >= 0xd800 && c < 0xf900) return false
  if (c >= 0xfe10 && c < 0xfe70) return c == 0xfe33 || c == 0xfe34
  if (c == 0xfeff || (c >= 0xff00 && c < 0xff10) || (c >= 0xff1a && c < 0xff21) || (c >= 0xff3b && c < 0xff41) || (c >= 0xff5b && c < 0xff66)) return c == 0xff3f
  if (c >= 0x1f000 && c < 0x20000) return false
  return true
}

/** All tokens of a text, or of an f-string's replacement field (`expression`: line ends mean nothing in it). */
export function tokens(source: Source, from: i32, end: i32, expression: bool): Tokens {
  const lexer = new Lexer(source, from, end)
  lexer.run(expression)
  return lexer.out
}
