// CSV as Python's csv module's default dialect writes it: a header row, CRLF, quotes only where needed.
import { asDict, dictGet } from '../container/dict.ts'
import { asList, listAt, listLength, newListRoom, push } from '../container/list.ts'
import { entriesUsed, entryAt, entryKey, newTable, tableSet } from '../container/table.ts'
import { charge } from '../memory/limits.ts'
import { str } from '../ops/text.ts'
import { builtAddress, builtLength } from '../text/builder.ts'
import { newBuilder, putByte, putBytes } from '../text/builder.ts'
import { bytesLength, bytesOf } from '../text/bytes.ts'
import { decode } from '../text/codec.ts'
import { asStr, emptyStr, newStr, strBytes, strSize } from '../text/str.ts'
import { Kind, kindOf } from '../value/object.ts'
import { boxHeap, ERROR, None, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { reencode } from './mime.ts'

let at: usize = 0
let end: usize = 0

/** One row of cells from `at`; quoted cells may hold commas and line breaks. */
function row(): usize {
  const l = newListRoom(8)
  let more = true
  while (more) {
    if (at < end && load<u8>(at) == 0x22) {
      const b = newBuilder(32)
      at++
      while (at < end) {
        const c = load<u8>(at++)
        if (c == 0x22) {
          if (at < end && load<u8>(at) == 0x22) {
            putByte(b, 0x22)
            at++
            continue
          }
          break
        }
        putByte(b, c)
      }
      while (at < end && load<u8>(at) != 0x2c && load<u8>(at) != 10 && load<u8>(at) != 13) putByte(b, load<u8>(at++))
      push(l, newStr(builtAddress(b), builtLength(b)))
    } else {
      const start = at
      while (at < end && load<u8>(at) != 0x2c && load<u8>(at) != 10 && load<u8>(at) != 13) at++
      push(l, newStr(start, at - start))
    }
    if (at < end && load<u8>(at) == 0x2c) {
      at++
      continue
    }
    if (at < end && load<u8>(at) == 13) at++
    if (at < end && load<u8>(at) == 10) at++
    more = false
  }
  return l
}

/** A list of dicts: the first row names the columns. Empty rows are skipped; missing cells are None. */
export function parseCsv(blob: Value, encoding: Value): Value {
  const text = decode(bytesOf(blob), bytesLength(blob), encoding, UNBOUND)
  if (text == ERROR) return ERROR
  const s = asStr(text)
  at = strBytes(s)
  end = at + strSize(s)
  if (strSize(s) >= 3 && load<u8>(at) == 0xef && load<u8>(at, 1) == 0xbb && load<u8>(at, 2) == 0xbf) at += 3
  const rows = newListRoom(16)
  if (at >= end) return boxHeap(rows)
  const header = row()
  const columns = listLength(header)
  while (at < end) {
    const cells = row()
    const n = listLength(cells)
    if (n == 1 && strSize(asStr(listAt(cells, 0))) == 0) continue
    if (!charge(<i64>n * 2)) return ERROR
    const d = newTable(Kind.DICT, columns)
    for (let i: u32 = 0; i < columns; i++) if (!tableSet(d, listAt(header, i), i < n ? listAt(cells, i) : None)) return ERROR
    push(rows, boxHeap(d))
  }
  return boxHeap(rows)
}

/** A list of dicts with the keys of the first as columns. */
export function writeCsv(v: Value, encoding: Value): Value {
  if (kindOf(v) != Kind.LIST) return raise(ExcKind.TypeError, 'CSV needs a list of dict, not ' + typeName(v))
  const l = asList(v)
  const b = newBuilder(256)
  if (!listLength(l)) return reencode(builtAddress(b), 0, encoding)
  if (kindOf(listAt(l, 0)) != Kind.DICT) return raise(ExcKind.TypeError, 'CSV needs a list of dict, not a list of ' + typeName(listAt(l, 0)))
  const first = asDict(listAt(l, 0))
  const header = newListRoom(8)
  for (let i: u32 = 0; i < entriesUsed(first); i++) if (entryKey(entryAt(first, i)) != UNBOUND) push(header, entryKey(entryAt(first, i)))
  const columns = listLength(header)
  for (let i: u32 = 0; i < columns; i++) if (!putCell(b, listAt(header, i), i, columns)) return ERROR
  for (let r: u32 = 0; r < listLength(l); r++) {
    const d = listAt(l, r)
    if (kindOf(d) != Kind.DICT) return raise(ExcKind.TypeError, 'CSV needs a list of dict, not a list of ' + typeName(d))
    if (!charge(<i64>columns * 2)) return ERROR
    for (let i: u32 = 0; i < columns; i++) {
      const cell = dictGet(d, listAt(header, i))
      if (cell == ERROR || !putCell(b, cell == UNBOUND ? emptyStr() : cell, i, columns)) return ERROR
    }
  }
  return reencode(builtAddress(b), builtLength(b), encoding)
}

function putCell(b: usize, v: Value, i: u32, columns: u32): bool {
  const text = v == None ? emptyStr() : str(v)
  if (text == ERROR) return false
  if (i) putByte(b, 0x2c)
  const s = asStr(text)
  const p = strBytes(s)
  const n = strSize(s)
  let quoted = n == 0 && columns == 1
  for (let k: usize = 0; k < n; k++) {
    const c = load<u8>(p + k)
    if (c == 0x2c || c == 0x22 || c == 10 || c == 13) quoted = true
  }
  if (!quoted) putBytes(b, p, n)
  else {
    putByte(b, 0x22)
    for (let k: usize = 0; k < n; k++) {
      if (load<u8>(p + k) == 0x22) putByte(b, 0x22)
      putByte(b, load<u8>(p + k))
    }
    putByte(b, 0x22)
  }
  if (i == columns - 1) {
    putByte(b, 13)
    putByte(b, 10)
  }
  return true
}
