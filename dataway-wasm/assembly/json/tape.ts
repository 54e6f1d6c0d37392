// A parsed JSON document as a tape of nodes over its text: values are decoded when they are touched. Nodes stand in
// document order; a key is followed by its value; containers tell where they end.
//
//   scalar and key, 16 bytes:   0 tag and flags u8 · 4 start · 8 end (addresses in the text, quotes included) ·
//                               12 INT: the i32; STRING and KEY: the decoded str object or 0
//   object and array, 32 bytes: 0 tag and flags u8, count in the upper 24 bits · 4 start · 8 end · 12 address behind the
//                               last child · 16 parent · 20 heap object it lives on as · 24 index of children or 0 ·
//                               28 shape of an object (read.ts)
//
// A container that a script changes is *forwarded*: a heap list or dict takes its place for the rest of the evaluation;
// it and all around it are marked to be written anew. undoForwards() restores the document for the next evaluation.
import { clearBytes, copyBytes } from '../memory/copy.ts'
import { alloc, enterRegion } from '../memory/region.ts'
import { Kind, Tape, kindOf } from '../value/object.ts'
import { addressOf, boxHeap, boxInt, boxTape, False, floatOf, isFloat, None, True, UNBOUND, Value } from '../value/value.ts'
import { strBytes, strEquals, strHash, strSize, viewStr } from '../text/str.ts'
import { equalBytes, isAsciiText } from '../text/utf8.ts'
import { listItems, newListRoom, setListLength } from '../container/list.ts'
import { newTable, tableSetHashed } from '../container/table.ts'
import { rememberFloat } from '../number/float-memo.ts'
import { decodeNumber } from './number.ts'
import { unescapeString } from './unescape.ts'
import { NO_SHAPE } from './read.ts'

/** The region where what is remembered of documents lives that came with the message. */
export let documentRegion: usize = 0
export function setDocumentRegion(region: usize): void {
  documentRegion = region
}

/** Flag of nodes whose document lives only as long as the evaluation (json.loads). */
export const LOCAL: u32 = 128

let undo: usize = 0
let undoCount: u32 = 0
let undoRoom: u32 = 0

// @ts-ignore: decorator
@inline export function writeNode(node: usize, tag: u32, start: usize, end: usize, value: u32 = 0): void {
  store<u64>(node, <u64>tag | (<u64>start << 32))
  store<u64>(node, <u64>end | (<u64>value << 32), 8)
}
// @ts-ignore: decorator
@inline export function tagAt(node: usize): u32 {
  return <u32>load<u8>(node) & Tape.TAG
}
// @ts-ignore: decorator
@inline export function childCount(node: usize): u32 {
  return load<u32>(node) >>> 8
}
// @ts-ignore: decorator
@inline export function nodeStart(node: usize): usize {
  return <usize>load<u32>(node, 4)
}
// @ts-ignore: decorator
@inline export function nodeEnd(node: usize): usize {
  return <usize>load<u32>(node, 8)
}
// @ts-ignore: decorator
@inline export function childrenEnd(node: usize): usize {
  return <usize>load<u32>(node, 12)
}
/** The node behind a value. */
// @ts-ignore: decorator
@inline export function after(node: usize): usize {
  return (load<u8>(node) & Tape.TAG) <= Tape.ARRAY ? <usize>load<u32>(node, 12) : node + 16
}
// @ts-ignore: decorator
@inline export function firstChild(node: usize): usize {
  return node + 32
}
/** Whether a container node can be read as it stands: not changed, no keys that need care. */
// @ts-ignore: decorator
@inline export function isLiveTape(node: usize): bool {
  return (load<u8>(node) & (Tape.FORWARDED | Tape.ESCAPED)) == 0
}
// @ts-ignore: decorator
@inline export function isForwarded(node: usize): bool {
  return (load<u8>(node) & Tape.FORWARDED) != 0
}

/** The value of a node: containers and strings stay on the tape. */
// @ts-ignore: decorator
@inline export function nodeValue(node: usize): Value {
  const tag = load<u8>(node) & Tape.TAG
  if (tag <= Tape.STRING) return boxTape(node)
  if (tag == Tape.INT) return boxInt(<i64>load<i32>(node, 12))
  return otherValue(node, tag)
}
function otherValue(node: usize, tag: u32): Value {
  if (tag == Tape.TRUE) return True
  if (tag == Tape.FALSE) return False
  if (tag == Tape.NULL) return None
  const from = nodeStart(node)
  const v = decodeNumber(from, nodeEnd(node))
  if (isFloat(v) && !(load<u8>(node) & (Tape.REWRITE | LOCAL))) rememberFloat(floatOf(v), from, nodeEnd(node) - from)
  return v
}

/** The heap object a changed container lives on as, else the value itself. */
// @ts-ignore: decorator
@inline export function deref(v: Value): Value {
  return v >>> 48 == 0xfffc && (load<u8>(<usize>v) & Tape.FORWARDED) ? boxHeap(<usize>load<u32>(<usize>v, 20)) : v
}

/** The str object of a STRING or KEY node, decoded once. */
export function tapeString(node: usize): usize {
  const known = <usize>load<u32>(node, 12)
  if (known) return known
  const local = (load<u8>(node) & LOCAL) != 0 || documentRegion == 0
  const back = local ? 0 : enterRegion(documentRegion)
  const from = nodeStart(node) + 1
  const n = nodeEnd(node) - 1 - from
  const v = load<u8>(node) & Tape.ESCAPED ? unescapeString(from, n) : viewStr(from, n, isAsciiText(from, n))
  if (!local) enterRegion(back)
  store<u32>(node, <u32>v, 12)
  return addressOf(v)
}

/** Bytes of a STRING node's text at most. */
// @ts-ignore: decorator
@inline export function tapeStringRoom(node: usize): usize {
  return nodeEnd(node) - nodeStart(node)
}
/** Writes the text of a STRING node; gives its bytes. */
export function copyTapeString(node: usize, to: usize): usize {
  let from = nodeStart(node) + 1
  let n = nodeEnd(node) - 1 - from
  if (load<u8>(node) & Tape.ESCAPED) {
    const s = tapeString(node)
    from = strBytes(s)
    n = strSize(s)
  }
  copyBytes(to, from, n)
  return n
}

/** Whether a key node of a live object has this text. */
// @ts-ignore: decorator
@inline function keyIs(k: usize, text: usize, size: usize): bool {
  const start = nodeStart(k)
  return nodeEnd(k) - start == size + 2 && equalBytes(start + 1, text, size)
}

/** The value of a text key in a live object, UNBOUND when absent. */
export function tapeGet(node: usize, key: usize): Value {
  const k = findKey(node, key)
  return k ? nodeValue(k + 16) : UNBOUND
}
const WIDE: u32 = 24
function findKey(node: usize, key: usize): usize {
  if (childCount(node) > WIDE) return findInWide(node, key)
  const text = strBytes(key)
  const size = strSize(key)
  const end = childrenEnd(node)
  for (let k = firstChild(node); k < end; k = after(k + 16)) if (keyIs(k, text, size)) return k
  return 0
}

/** Objects of many keys get a hash index at the first look-up. */
function findInWide(node: usize, key: usize): usize {
  let index = <usize>load<u32>(node, 24)
  if (!index) index = indexWide(node)
  const mask = load<u32>(index)
  const text = strBytes(key)
  const size = strSize(key)
  let at = strHash(key) & mask
  while (true) {
    const k = <usize>load<u32>(index + 4 + (<usize>at << 2))
    if (!k) return 0
    if (keyIs(k, text, size)) return k
    at = (at + 1) & mask
  }
}
function indexWide(node: usize): usize {
  let slots: u32 = 64
  while (slots < childCount(node) * 2) slots <<= 1
  const index = allocForNode(node, 4 + (<usize>slots << 2))
  clearBytes(index, 4 + (<usize>slots << 2))
  store<u32>(index, slots - 1)
  const end = childrenEnd(node)
  for (let k = firstChild(node); k < end; k = after(k + 16)) {
    let at = strHash(tapeString(k)) & (slots - 1)
    while (load<u32>(index + 4 + (<usize>at << 2))) at = (at + 1) & (slots - 1)
    store<u32>(index + 4 + (<usize>at << 2), <u32>k)
  }
  store<u32>(node, <u32>index, 24)
  return index
}

/** Whether a node is an object of this shape that can be read as it stands. */
// @ts-ignore: decorator
@inline export function isShaped(node: usize, shape: u32): bool {
  return (<u32>load<u8>(node) & (Tape.TAG | Tape.FORWARDED | Tape.ESCAPED)) == Tape.OBJECT && load<u32>(node, 28) == shape
}

/**
 * tapeGet with a memory: `cache` holds where the key stood in the last object (u32, relative to it) and that object's shape
 * (u32): in one of the same shape it stands in the same place.
 */
// @ts-ignore: decorator
@inline export function tapeGetCached(node: usize, key: usize, cache: usize): Value {
  const k = node + <usize>load<u32>(cache)
  if (load<u32>(node, 28) == load<u32>(cache, 4)) return nodeValue(k + 16)
  return tapeGetMoved(node, key, cache)
}
function tapeGetMoved(node: usize, key: usize, cache: usize): Value {
  let k = node + <usize>load<u32>(cache)
  if (!(k > node && k < childrenEnd(node) && (load<u8>(k) & Tape.TAG) == Tape.KEY && keyIs(k, strBytes(key), strSize(key)))) {
    k = findKey(node, key)
    if (!k) return UNBOUND
  }
  const shape = load<u32>(node, 28)
  store<u32>(cache, <u32>(k - node))
  store<u32>(cache, shape == NO_SHAPE ? 0 : shape, 4)
  return nodeValue(k + 16)
}

/** Item `i` (in range) of an array that is not forwarded. */
export function tapeItem(node: usize, i: u32): Value {
  if (i < 8) {
    let child = firstChild(node)
    while (i--) child = after(child)
    return nodeValue(child)
  }
  let index = <usize>load<u32>(node, 24)
  if (!index) index = indexArray(node)
  return nodeValue(<usize>load<u32>(index + (<usize>i << 2)))
}
function indexArray(node: usize): usize {
  const index = allocForNode(node, <usize>childCount(node) << 2)
  const end = childrenEnd(node)
  let at = index
  for (let child = firstChild(node); child < end; child = after(child), at += 4) store<u32>(at, <u32>child)
  store<u32>(node, <u32>index, 24)
  return index
}

function allocForNode(node: usize, size: usize): usize {
  if ((load<u8>(node) & LOCAL) != 0 || documentRegion == 0) return alloc(size)
  const back = enterRegion(documentRegion)
  const p = alloc(size)
  enterRegion(back)
  return p
}

/** The heap list or dict that a container lives on as from now. */
export function materialize(node: usize): usize {
  if (isForwarded(node)) return <usize>load<u32>(node, 20)
  const object = tagAt(node) == Tape.OBJECT ? tableOfNode(node) : listOfNode(node)
  store<u8>(node, load<u8>(node) | Tape.FORWARDED)
  store<u32>(node, <u32>object, 20)
  remember(node | 1)
  for (let up = node; up && (up == node || !(load<u8>(up) & Tape.REWRITE)); up = <usize>load<u32>(up, 16)) {
    if (load<u8>(up) & Tape.REWRITE) continue
    store<u8>(up, load<u8>(up) | Tape.REWRITE)
    remember(up | 2)
  }
  return object
}

function listOfNode(node: usize): usize {
  const n = childCount(node)
  const l = newListRoom(n)
  let at = listItems(l)
  const end = childrenEnd(node)
  for (let child = firstChild(node); child < end; child = after(child), at += 8) store<u64>(at, nodeValue(child))
  setListLength(l, n)
  return l
}
function tableOfNode(node: usize): usize {
  const t = newTable(Kind.DICT, childCount(node))
  const end = childrenEnd(node)
  for (let k = firstChild(node); k < end; k = after(k + 16)) {
    const key = tapeString(k)
    tableSetHashed(t, boxHeap(key), nodeValue(k + 16), strHash(key))
  }
  return t
}

function remember(entry: usize): void {
  if (undoCount == undoRoom) {
    undoRoom = undoRoom ? undoRoom * 2 : 64
    const fresh = alloc(<usize>undoRoom << 2)
    copyBytes(fresh, undo, <usize>undoCount << 2)
    undo = fresh
  }
  store<u32>(undo + (<usize>undoCount << 2), <u32>entry)
  undoCount++
}

/** Restores all documents that were changed since the last call: a change is visible in one evaluation only. */
export function undoForwards(): void {
  for (let i: u32 = 0; i < undoCount; i++) {
    const entry = <usize>load<u32>(undo + (<usize>i << 2))
    const node = entry & ~7
    if (entry & 1) store<u8>(node, load<u8>(node) & ~(<u8>Tape.FORWARDED))
    else store<u8>(node, load<u8>(node) & ~(<u8>Tape.REWRITE))
  }
  undoCount = 0
  undoRoom = 0
  undo = 0
}

/** Whether two strings, at least one of them a tape string, have the same text; without decoding where that can be. */
export function tapeStringEquals(a: Value, b: Value): bool {
  if (kindOf(b) != Kind.STR) return false
  if (v128Comparable(a) && !(b >>> 48 == 0xfffc)) {
    const node = addressOf(a)
    const s = addressOf(b)
    const start = nodeStart(node)
    const size = strSize(s)
    return nodeEnd(node) - start == size + 2 && equalBytes(start + 1, strBytes(s), size)
  }
  return strEquals(strObject(a), strObject(b))
}
function v128Comparable(v: Value): bool {
  return v >>> 48 == 0xfffc && !(load<u8>(<usize>v) & Tape.ESCAPED)
}
function strObject(v: Value): usize {
  return v >>> 48 == 0xfffc ? tapeString(addressOf(v)) : addressOf(v)
}

/** Whether a document was changed in this evaluation. */
export function undoPending(): bool {
  return undoCount != 0
}
