// What leaves an evaluation: a value copied into the region of the run, so that the evaluation's memory can be reset.
// Untouched parts of documents stay references to them. Only core types leave; the path of any other is named.
import { clearBytes, copyBytes } from '../memory/copy.ts'
import { anyThawed } from '../container/freeze.ts'
import { listAt, listLength, newListRoom, push } from '../container/list.ts'
import { asDict } from '../container/dict.ts'
import { appendEntry, entriesUsed, entryAt, entryHash, entryKey, entryValue, newTable, tableLength } from '../container/table.ts'
import { childCount, deref, firstChild, after, isForwarded, LOCAL, nodeValue, tagAt, tapeString, undoPending } from '../json/tape.ts'
import { alloc } from '../memory/region.ts'
import { charge } from '../memory/limits.ts'
import { limbCount } from '../number/bigint.ts'
import { repr } from '../ops/text.ts'
import { strBytes, strSize, STR_SIZE, textOf } from '../text/str.ts'
import { newBytes, bytesLength, bytesOf } from '../text/bytes.ts'
import { flagsAt, Kind, kindOf, newObject, PERSISTENT, setFlags, TYPED, setSlot, slot, StrFlag, Tape } from '../value/object.ts'
import { addressOf, boxHeap, ERROR, isHeap, isTape, UNBOUND, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { typeName } from '../vm/type.ts'
import { entityBlob } from './entity.ts'
import { copyModuleValue } from './module-value.ts'
import { strHash } from '../text/str.ts'

const MAX_DEPTH: i32 = 1000
let depth: i32 = 0
/** Keys on the way to the value that is copied. */
const path: usize = memory.data(8 * 1001, 8)

/** Copies of strings made by this call, by their address: keys of records repeat. */
const known: usize = memory.data(256 * 8, 8)
let knowsNone: bool = true

/** A copy of `v` in the current region that depends on nothing in the evaluation's region; ERROR. */
export function persist(v: Value): Value {
  if (!isHeap(v) && !isTape(v)) return v
  depth = 0
  typed = false
  if (!knowsNone) clearBytes(known, 256 * 8)
  knowsNone = true
  return copy(v)
}
/** Whether a Decimal, datetime, date or time was met: containers around it get the flag TYPED. */
let typed: bool = false
function keptContainer(p: usize): Value {
  if (typed) setFlags(p, flagsAt(p) | TYPED)
  return kept(p)
}

function copy(v: Value): Value {
  if (isTape(v)) {
    const node = addressOf(v)
    if (!isForwarded(node) && !(load<u8>(node) & LOCAL) && (!undoPending() || tagAt(node) == Tape.STRING)) return v
    return copyTape(v)
  }
  if (!isHeap(v)) return v
  const p = addressOf(v)
  // Something changed: a persistent container may hold what did.
  const shared = !anyThawed() || load<u8>(p) == <u8>Kind.STR || load<u8>(p) == <u8>Kind.BYTES
  if (flagsAt(p) & PERSISTENT && shared) {
    if (flagsAt(p) & TYPED) typed = true
    return v
  }
  const kind = <Kind>load<u8>(p)
  switch (kind) {
    case Kind.STR:
      return copyStr(p)
    case Kind.BIGINT: {
      const n = <usize>limbCount(p) * 4 + 8
      const q = alloc(n)
      copyBytes(q, p, n)
      return kept(q)
    }
    case Kind.BYTES:
      return kept(addressOf(newBytes(bytesOf(v), bytesLength(v))))
    case Kind.LIST:
      return copyList(p)
    case Kind.DICT:
    case Kind.MULTIMAP:
      return copyTable(p, kind)
    case Kind.ENTITY:
      return copyEntity(v)
    case Kind.FORM_PARTS:
    case Kind.FORM_PART:
      return copySlots(p, kind, 2, 24)
    case Kind.MESSAGE:
      return copySlots(p, kind, 7, 64)
    default:
      return copyOther(v, kind)
  }
}
function copyOther(v: Value, kind: Kind): Value {
  const r = copyModuleValue(v)
  if (r == UNBOUND) return notCore(v)
  typed = true
  return r
}

function kept(p: usize): Value {
  setFlags(p, flagsAt(p) | PERSISTENT)
  return boxHeap(p)
}

function copyStr(s: usize): Value {
  if (flagsAt(s) & StrFlag.INTERNED) return boxHeap(s)
  const memo = known + (((s >> 3) & 255) << 3)
  if (<usize>load<u32>(memo) == s) return boxHeap(<usize>load<u32>(memo, 4))
  const n = strSize(s)
  const q = newObject(Kind.STR, STR_SIZE + n)
  copyBytes(q, s, STR_SIZE)
  copyBytes(q + STR_SIZE, strBytes(s), n)
  store<u32>(q, <u32>(q + STR_SIZE), 12)
  store<u32>(q, 0, 20)
  store<u64>(q, 0, 24)
  knowsNone = false
  store<u32>(memo, <u32>s)
  store<u32>(memo, <u32>q, 4)
  return kept(q)
}

function enter(): bool {
  if (depth < MAX_DEPTH) {
    depth++
    return true
  }
  raise(ExcKind.RecursionError, 'the result of the script is nested deeper than 1000 levels, or contains itself')
  return false
}
function note(key: Value): void {
  store<u64>(path + (<usize>(depth - 1) << 3), key)
}

function copyList(p: usize): Value {
  if (!enter()) return ERROR
  const n = listLength(p)
  const l = newListRoom(n)
  for (let i: u32 = 0; i < n; i++) {
    note(0xffff000000000000 | <u64>i)
    const v = copy(listAt(p, i))
    if (v == ERROR) return ERROR
    push(l, v)
  }
  depth--
  return keptContainer(l)
}
function copyTable(p: usize, kind: Kind): Value {
  if (!enter()) return ERROR
  const t = newTable(kind, tableLength(p))
  for (let i: u32 = 0; i < entriesUsed(p); i++) {
    const e = entryAt(p, i)
    if (entryKey(e) == UNBOUND) continue
    note(entryKey(e))
    const key = copyKey(entryKey(e))
    const v = key == ERROR ? ERROR : copy(entryValue(e))
    if (v == ERROR) return ERROR
    appendEntry(t, key, v, entryHash(e))
  }
  depth--
  return keptContainer(t)
}
/** Keys may be tuples, which are no core type elsewhere. */
function copyKey(key: Value): Value {
  if (kindOf(key) != Kind.TUPLE) return copy(key)
  const p = addressOf(key)
  const n = load<u32>(p, 4)
  const t = newObject(Kind.TUPLE, 8 + (<usize>n << 3), n)
  for (let i: usize = 0; i < <usize>n; i++) {
    const v = copyKey(slot(p, i))
    if (v == ERROR) return ERROR
    setSlot(t, i, v)
  }
  return kept(t)
}
function copySlots(p: usize, kind: Kind, n: usize, size: usize): Value {
  if (!enter()) return ERROR
  const q = newObject(kind, size)
  for (let i: usize = 0; i < n; i++) {
    note(0xffff000000000000 | <u64>i)
    const v = copy(slot(p, i))
    if (v == ERROR) return ERROR
    setSlot(q, i, v)
  }
  depth--
  return keptContainer(q)
}
function copyEntity(v: Value): Value {
  const p = addressOf(v)
  const blob = entityBlob(v)
  if (blob == ERROR) return ERROR
  if (!enter()) return ERROR
  note(UNBOUND)
  const q = newObject(Kind.ENTITY, 40)
  // The value is parsed again from the bytes when it is asked for, unless the entity was made of one.
  const value = slot(p, 0)
  const made = value != UNBOUND && !isTape(value) ? copy(value) : UNBOUND
  if (made == ERROR) return ERROR
  setSlot(q, 0, made)
  setSlot(q, 1, copy(slot(p, 1)))
  setSlot(q, 2, copy(slot(p, 2)))
  setSlot(q, 3, copy(blob))
  depth--
  return kept(q)
}

/** A tape value of a document that does not outlive the evaluation, or that has changes in it. */
function copyTape(v: Value): Value {
  const w = deref(v)
  if (isHeap(w)) return copy(w)
  const node = addressOf(v)
  const tag = tagAt(node)
  if (tag == Tape.STRING) return copyStr(tapeString(node))
  if (!charge(<i64>childCount(node)) || !enter()) return ERROR
  const end = <usize>load<u32>(node, 12)
  let child = firstChild(node)
  if (tag == Tape.ARRAY) {
    const l = newListRoom(childCount(node))
    for (; child < end; child = after(child)) {
      const item = copy(nodeValue(child))
      if (item == ERROR) return ERROR
      push(l, item)
    }
    depth--
    return kept(l)
  }
  if (load<u8>(node) & Tape.ESCAPED) {
    depth--
    return copyTable(asDict(v), Kind.DICT)
  }
  const t = newTable(Kind.DICT, childCount(node))
  for (; child < end; child = after(child + 16)) {
    const key = copyStr(tapeString(child))
    const item = copy(nodeValue(child + 16))
    if (item == ERROR) return ERROR
    appendEntry(t, key, item, strHash(addressOf(key)))
  }
  depth--
  return kept(t)
}

function notCore(v: Value): Value {
  let where = 'result'
  for (let i = 0; i < depth; i++) {
    const key = load<u64>(path + (<usize>i << 3))
    if (key == UNBOUND) continue
    const shown = repr(key)
    if (shown == ERROR) return ERROR
    where += '[' + textOf(shown) + ']'
  }
  return raise(ExcKind.TypeError, 'a script cannot return a ' + typeName(v) + ' (at ' + where + '); only core types leave a script')
}
