// Cutting and joining str, bytes and bytearray.
import { arg } from '../bind.ts'
import { likeWhole, piece, sameSort, spanSize, spanStart } from './span.ts'
import { listAt, listLength, listOf, newListRoom, push } from '../../container/list.ts'
import { charge, reserve } from '../../memory/limits.ts'
import { iter } from '../../ops/iterate.ts'
import { indexFailed, indexOf, toIndex } from '../../ops/subscript.ts'
import { truth } from '../../ops/truth.ts'
import { findBytes, findLastBytes } from '../../text/search.ts'
import { asStr, isStr } from '../../text/str.ts'
import { builtAddress, builtLength, newBuilder, putBytes } from '../../text/builder.ts'
import { isBytesLike } from '../../text/bytes.ts'
import { codePointAt, stepBack, widthOf } from '../../text/utf8.ts'
import { is, SPACE } from '../../text/unicode.ts'
import { isIntegral, Kind, kindOf } from '../../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, None, NotImplemented, Value } from '../../value/value.ts'
import { plain } from '../../vm/native-self.ts'
import { ExcKind, pendingIs, raise, takePending } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'
import { tupleAt, tupleLength } from '../../container/tuple.ts'
import { setListAt } from '../../container/list.ts'
import { builtStr } from '../../text/str.ts'

/** White space of str (Unicode) and of bytes (ASCII). */
export function isSpaceAt(p: usize, text: bool): bool {
  const c = <u32>load<u8>(p)
  if (c < 128) return c == 0x20 || (c >= 9 && c <= 13) || (text && c >= 28 && c <= 31)
  return text && is(codePointAt(p), SPACE)
}

/// str.split(self, /, sep=None, maxsplit=-1) -> list
/// bytes.split(self, /, sep=None, maxsplit=-1)
/// bytearray.split(self, /, sep=None, maxsplit=-1)
/// Parts between `sep`; without one, words between runs of white space.
/// >>> 'a,b,c'.split(',', 1)
/// ['a', 'b,c']
/// >>> ' a  b '.split()
/// ['a', 'b']
export function split(args: usize): Value {
  const whole = arg(args, 0)
  const sep = arg(args, 1)
  let most = toIndex(arg(args, 2))
  if (indexFailed) return ERROR
  if (most < 0) most = 0x7fffffff
  const p = spanStart(whole)
  const n = spanSize(whole)
  if (!charge(<i64>n >> 2)) return ERROR
  const l = newListRoom(8)
  if (sep == None) {
    splitWords(whole, p, n, most, l)
    return boxHeap(l)
  }
  if (!sameSort(whole, sep, isStr(whole) ? 'must be str or None, not ' + typeName(sep) : '')) return ERROR
  const q = spanStart(sep)
  const m = spanSize(sep)
  if (!m) return raise(ExcKind.ValueError, 'empty separator')
  let at: usize = 0
  while (most-- > 0) {
    const found = findBytes(p + at, n - at, q, m)
    if (found < 0) break
    push(l, piece(whole, at, at + <usize>found))
    at += <usize>found + m
  }
  push(l, piece(whole, at, n))
  return boxHeap(l)
}
function splitWords(whole: Value, p: usize, n: usize, most: i64, l: usize): void {
  const text = isStr(whole)
  let at: usize = 0
  while (true) {
    while (at < n && isSpaceAt(p + at, text)) at += text ? widthOf(load<u8>(p + at)) : 1
    if (at >= n) return
    // What is left keeps the white space at its end.
    if (most-- <= 0) {
      push(l, piece(whole, at, n))
      return
    }
    const from = at
    while (at < n && !isSpaceAt(p + at, text)) at += text ? widthOf(load<u8>(p + at)) : 1
    push(l, piece(whole, from, at))
  }
}

/// str.rsplit(self, /, sep=None, maxsplit=-1)
/// bytes.rsplit(self, /, sep=None, maxsplit=-1)
/// bytearray.rsplit(self, /, sep=None, maxsplit=-1)
/// Like split, but counts `maxsplit` from the end.
/// >>> 'a,b,c'.rsplit(',', 1)
/// ['a,b', 'c']
export function rsplit(args: usize): Value {
  const whole = arg(args, 0)
  const sep = arg(args, 1)
  let most = toIndex(arg(args, 2))
  if (indexFailed) return ERROR
  if (most < 0) most = 0x7fffffff
  const p = spanStart(whole)
  const n = spanSize(whole)
  if (!charge(<i64>n >> 2)) return ERROR
  const l = newListRoom(8)
  if (sep == None) splitWordsBack(whole, p, n, most, l)
  else {
    if (!sameSort(whole, sep, isStr(whole) ? 'must be str or None, not ' + typeName(sep) : '')) return ERROR
    const m = spanSize(sep)
    if (!m) return raise(ExcKind.ValueError, 'empty separator')
    let end = n
    while (most-- > 0) {
      const found = findLastBytes(p, end, spanStart(sep), m)
      if (found < 0) break
      push(l, piece(whole, <usize>found + m, end))
      end = <usize>found
    }
    push(l, piece(whole, 0, end))
  }
  for (let i: u32 = 0, j = listLength(l) - 1; listLength(l) && i < j; i++, j--) {
    const v = listAt(l, i)
    setListAt(l, i, listAt(l, j))
    setListAt(l, j, v)
  }
  return boxHeap(l)
}
function splitWordsBack(whole: Value, p: usize, n: usize, most: i64, l: usize): void {
  const text = isStr(whole)
  let end = n
  while (true) {
    while (end > 0) {
      const back = text ? stepBack(p + end) - p : end - 1
      if (!isSpaceAt(p + back, text)) break
      end = back
    }
    if (end == 0) return
    if (most-- <= 0) {
      push(l, piece(whole, 0, end))
      return
    }
    let from = end
    while (from > 0) {
      const back = text ? stepBack(p + from) - p : from - 1
      if (isSpaceAt(p + back, text)) break
      from = back
    }
    push(l, piece(whole, from, end))
    end = from
  }
}

/** Width of the line break at `p` (1 or 2 for \r\n, more bytes for Unicode ones), 0 when there is none. */
function breakAt(p: usize, left: usize, text: bool): usize {
  const c = <u32>load<u8>(p)
  if (c == 13) return left > 1 && load<u8>(p, 1) == 10 ? 2 : 1
  if (c == 10) return 1
  if (!text) return 0
  if (c == 11 || c == 12 || (c >= 28 && c <= 30)) return 1
  if (c < 128) return 0
  const code = codePointAt(p)
  return code == 0x85 || code == 0x2028 || code == 0x2029 ? widthOf(c) : 0
}
/// str.splitlines(self, /, keepends=False)
/// bytes.splitlines(self, /, keepends=False)
/// bytearray.splitlines(self, /, keepends=False)
/// The lines, without their line breaks unless `keepends` is true.
/// >>> 'a\nb\r\nc'.splitlines()
/// ['a', 'b', 'c']
export function splitlines(args: usize): Value {
  const whole = arg(args, 0)
  if (!isIntegral(arg(args, 1)) && indexOf(arg(args, 1)) == NotImplemented) {
    return raise(ExcKind.TypeError, "'" + typeName(arg(args, 1)) + "' object cannot be interpreted as an integer")
  }
  const keep = truth(arg(args, 1))
  if (keep < 0) return ERROR
  const text = isStr(whole)
  const p = spanStart(whole)
  const n = spanSize(whole)
  if (!charge(<i64>n >> 2)) return ERROR
  const l = newListRoom(8)
  let from: usize = 0
  let at: usize = 0
  while (at < n) {
    const w = breakAt(p + at, n - at, text)
    if (!w) {
      at += text ? widthOf(load<u8>(p + at)) : 1
      continue
    }
    push(l, piece(whole, from, keep ? at + w : at))
    at += w
    from = at
  }
  if (from < n) push(l, piece(whole, from, n))
  return boxHeap(l)
}

/// str.join(self, iterable, /)
/// bytes.join(self, iterable, /)
/// bytearray.join(self, iterable, /)
/// The items put together with this text between them.
/// >>> ', '.join(['a', 'b'])
/// 'a, b'
export function join(args: usize): Value {
  const sep = arg(args, 0)
  let items = arg(args, 1)
  const kind = kindOf(items)
  if (!(isHeap(items) && (kind == Kind.LIST || kind == Kind.TUPLE))) {
    const it = iter(items)
    if (it == ERROR) {
      if (!pendingIs(ExcKind.TypeError)) return ERROR
      takePending()
      return raise(ExcKind.TypeError, 'can only join an iterable')
    }
    items = listOf(kind == Kind.RANGE ? items : it)
    if (items == ERROR) return ERROR
  }
  const isList = kindOf(items) == Kind.LIST
  const p = addressOf(items)
  const n = isList ? listLength(p) : tupleLength(p)
  const text = isStr(sep)
  let total: u64 = 0
  for (let i: u32 = 0; i < n; i++) {
    const v = plain(isList ? listAt(p, i) : tupleAt(p, i))
    if (text ? !isStr(v) : !isBytesLike(v)) {
      return raise(ExcKind.TypeError, 'sequence item ' + i.toString() + (text ? ': expected str instance, ' : ': expected a bytes-like object, ') + typeName(v) + ' found')
    }
    total += <u64>spanSize(v)
  }
  if (n == 1 && text) return boxHeap(asStr(plain(isList ? listAt(p, 0) : tupleAt(p, 0))))
  const m = spanSize(sep)
  if (n > 1) total += <u64>m * <u64>(n - 1)
  if (total > 65536 && !reserve(total)) return ERROR
  if (!charge(<i64>n)) return ERROR
  const b = newBuilder(<usize>total + 16)
  for (let i: u32 = 0; i < n; i++) {
    if (i) putBytes(b, spanStart(sep), m)
    const v = plain(isList ? listAt(p, i) : tupleAt(p, i))
    putBytes(b, spanStart(v), spanSize(v))
  }
  return text ? builtStr(b) : likeWhole(sep, builtAddress(b), builtLength(b))
}

function stripped(args: usize, left: bool, right: bool, name: string): Value {
  const whole = arg(args, 0)
  const chars = arg(args, 1)
  const text = isStr(whole)
  const p = spanStart(whole)
  let from: usize = 0
  let to = spanSize(whole)
  if (chars != None && !sameSort(whole, chars, text ? name + ' arg must be None or str' : '')) return ERROR
  if (left) while (from < to && strippable(p + from, text, chars)) from += text ? widthOf(load<u8>(p + from)) : 1
  if (right) {
    while (to > from) {
      const back = text ? stepBack(p + to) - p : to - 1
      if (!strippable(p + back, text, chars)) break
      to = back
    }
  }
  return piece(whole, from, to)
}
function strippable(p: usize, text: bool, chars: Value): bool {
  if (chars == None) return isSpaceAt(p, text)
  const q = spanStart(chars)
  const m = spanSize(chars)
  if (!text) {
    for (let i: usize = 0; i < m; i++) if (load<u8>(q + i) == load<u8>(p)) return true
    return false
  }
  return findBytes(q, m, p, widthOf(load<u8>(p))) >= 0
}
/// str.strip(self, chars=None, /)
/// bytes.strip(self, chars=None, /)
/// bytearray.strip(self, chars=None, /)
/// Without white space, or any of `chars`, at both ends.
/// >>> '  a '.strip()
/// 'a'
/// >>> 'xxaxy'.strip('xy')
/// 'a'
export function strip(args: usize): Value {
  return stripped(args, true, true, 'strip')
}
/// str.lstrip(self, chars=None, /)
/// bytes.lstrip(self, chars=None, /)
/// bytearray.lstrip(self, chars=None, /)
/// Like strip, at the beginning only.
/// >>> '  a '.lstrip()
/// 'a '
export function lstrip(args: usize): Value {
  return stripped(args, true, false, 'lstrip')
}
/// str.rstrip(self, chars=None, /)
/// bytes.rstrip(self, chars=None, /)
/// bytearray.rstrip(self, chars=None, /)
/// Like strip, at the end only.
/// >>> '  a '.rstrip()
/// '  a'
export function rstrip(args: usize): Value {
  return stripped(args, false, true, 'rstrip')
}
