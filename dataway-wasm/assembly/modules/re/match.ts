// Runs a compiled pattern. Alternatives are tried in Python's order with an explicit stack, but never the same instruction
// at the same place twice: every place where paths may meet has a row of bits, one for each position, that remembers that
// it was tried. So the time is at most (instructions × length), whatever the pattern.

import { codeAt, folded, inSet, isWord, widthOf } from './character.ts'
import { Flag, HEADER, Here, Look, Op, SetBit, UNLIMITED } from './program.ts'
import { enterRegion, alloc, staticRegion } from '../../memory/region.ts'

/** Begin and end of each group as byte offsets, -1 where it took no part; behind them the group that ended last, or -1. */
export const slots: usize = memory.data(4096, 4)
export const MOST_GROUPS: u32 = 500
const registers: usize = memory.data(4096, 4)
export const MOST_REGISTERS: u32 = 1024

/** Steps that are paid for. When they are used up `pay` is asked for more; a run that gets none ends with STOPPED. */
let budget: i64 = 0
let pay: () => i64 = (): i64 => 1 << 40
/** `f` pays for a number of steps and returns it, 0 if it cannot. */
export function setPayment(f: () => i64): void {
  pay = f
  budget = 0
}

function refuel(): bool {
  const more = pay()
  budget = more
  return more > 0
}

export const FOUND: i32 = 1
export const NOT_FOUND: i32 = 0
export const STOPPED: i32 = -1
/** The bits would need more than 64 MiB. */
export const TOO_LARGE: i32 = -2
const MOST_BITS: u64 = 1 << 29

// Blocks that grow and are kept: the stack of alternatives, the bits, the list of bits to clear.
const ENTRY: usize = 12
let stack: usize = 0
let stackRoom: u32 = 0
let bits: usize = 0
let bitsRoom: u32 = 0
let trail: usize = 0
let trailRoom: u32 = 0
let trailTop: u32 = 0

function block(size: usize): usize {
  const back = enterRegion(staticRegion())
  const p = alloc(size)
  enterRegion(back)
  return p
}

function growStack(): void {
  const room = stackRoom ? stackRoom * 2 : 1024
  const p = block(<usize>room * ENTRY)
  memory.copy(p, stack, <usize>stackRoom * ENTRY)
  stack = p
  stackRoom = room
}

function growTrail(): void {
  const room = trailRoom ? trailRoom * 2 : 4096
  const p = block(<usize>room << 2)
  memory.copy(p, trail, <usize>trailRoom << 2)
  trail = p
  trailRoom = room
}

function reserveBits(count: u32): void {
  if (count <= bitsRoom) return
  const bytes = ((max(count, bitsRoom * 2) >> 3) + 8) & ~7
  bits = block(bytes)
  memory.fill(bits, 0, bytes)
  bitsRoom = bytes << 3
}

let program: usize = 0
let text: usize = 0
let textEnd: u32 = 0
let isBytes: bool = false
let isFull: bool = false
let notAt: i32 = -1
let stackTop: u32 = 0

/** The bit of an instruction's memo row for this position. */
// @ts-ignore: decorator
@inline function bitOf(i: usize, at: u32): u32 {
  let row = load<u32>(i, 12)
  const loop = load<u32>(i) >> 8
  if (loop && load<u32>(registers + (<usize>(loop - 1) << 2)) == at) row++
  return row * (textEnd + 1) + at
}

/** Whether this instruction was tried at this position before; notes it. */
function tried(i: usize, at: u32): bool {
  const bit = bitOf(i, at)
  const p = bits + (<usize>bit >> 3)
  const mask = <u8>((<u32>1) << (bit & 7))
  const byte = load<u8>(p)
  if (byte & mask) return true
  store<u8>(p, byte | mask)
  if (trailTop == trailRoom) growTrail()
  store<u32>(trail + (<usize>trailTop << 2), bit)
  trailTop++
  return false
}

function wasTried(i: usize, at: u32): bool {
  const bit = bitOf(i, at)
  return (load<u8>(bits + (<usize>bit >> 3)) & <u8>((<u32>1) << (bit & 7))) != 0
}

function forget(from: u32): void {
  while (trailTop > from) {
    trailTop--
    const bit = load<u32>(trail + (<usize>trailTop << 2))
    const p = bits + (<usize>bit >> 3)
    store<u8>(p, load<u8>(p) & ~(<u8>((<u32>1) << (bit & 7))))
  }
}

/** kind: an instruction to go on at, or one of these. */
const UNDO_SLOT: u32 = 0x80000000
const UNDO_REGISTER: u32 = 0x80000001
const AGAIN: u32 = 0xc0000000

function push(kind: u32, a: u32, b: u32): void {
  if (stackTop == stackRoom) growStack()
  const p = stack + <usize>stackTop * ENTRY
  store<u32>(p, kind)
  store<u32>(p, a, 4)
  store<u32>(p, b, 8)
  stackTop++
}

// @ts-ignore: decorator
@inline function instruction(pc: u32): usize {
  return program + HEADER + (<usize>pc << 4)
}

/** The position behind one character that the instruction accepts at `at`, or -1. */
function step(i: usize, at: u32): i32 {
  if (at >= textEnd) return -1
  const p = text + at
  const byte: u32 = load<u8>(p)
  let code = byte
  let next = at + 1
  if (byte > 127 && !isBytes) {
    code = codeAt(p)
    next = at + widthOf(byte)
  }
  const a = load<u32>(i, 4)
  switch (load<u32>(i)) {
    case Op.CHAR:
      return code == a ? <i32>next : -1
    case Op.CHAR_FOLDED:
      return folded(code, isBytes || load<u32>(i, 8) != 0) == a ? <i32>next : -1
    case Op.ANY:
      return <i32>next
    case Op.ANY_BUT_NEWLINE:
      return code != 10 ? <i32>next : -1
    default: {
      const set = program + a
      if (code < 128) return (load<u8>(set + 8 + (code >> 3)) >> <u8>(code & 7)) & 1 ? <i32>next : -1
      return inSet(code, load<u32>(set), set + 24, load<u32>(set, 4)) ? <i32>next : -1
    }
  }
}

function wordAt(at: u32, ascii: bool): bool {
  if (at >= textEnd) return false
  return isBytes ? isWord(load<u8>(text + at), true) : isWord(codeAt(text + at), ascii)
}

function back(at: u32): u32 {
  at--
  if (!isBytes) while ((load<u8>(text + at) & 0xc0) == 0x80) at--
  return at
}

function holds(what: u32, at: u32): bool {
  switch (what) {
    case Here.BEGIN:
      return at == 0
    case Here.LINE_BEGIN:
      return at == 0 || load<u8>(text + at - 1) == 10
    case Here.END:
      return at == textEnd || (at + 1 == textEnd && load<u8>(text + at) == 10)
    case Here.LINE_END:
      return at == textEnd || load<u8>(text + at) == 10
    case Here.VERY_END:
      return at == textEnd
    default: {
      // Python finds no boundary, and no non-boundary either, in an empty text.
      if (textEnd == 0) return false
      const ascii = what >= Here.BOUNDARY_ASCII
      const before = at > 0 && wordAt(back(at), ascii)
      return (before != wordAt(at, ascii)) == (((what - Here.BOUNDARY) & 1) == 0)
    }
  }
}

function saveSlots(): void {
  const n = load<u32>(program, 4) * 2 + 3
  for (let i: u32 = 0; i < n; i++) push(UNDO_SLOT, i, load<u32>(slots + (<usize>i << 2)))
}

/** Where the last successful run ended. */
let endedAt: u32 = 0

/** Runs from instruction `pc` at `at` to a MATCH. Inside a look-around `outermost` is false. */
function run(pc: u32, at: u32, outermost: bool): i32 {
  const base = stackTop
  while (true) {
    const i = instruction(pc)
    if (--budget < 0 && !refuel()) return STOPPED
    let failed = false
    switch (<u32>load<u8>(i)) {
      case Op.MATCH: {
        if (outermost && ((isFull && at != textEnd) || <i32>at == notAt)) failed = true
        else {
          endedAt = at
          return FOUND
        }
        break
      }
      case Op.SPLIT: {
        if (tried(i, at)) failed = true
        else {
          push(load<u32>(i, 8), at, 0)
          pc = load<u32>(i, 4)
        }
        break
      }
      case Op.JUMP: {
        pc = load<u32>(i, 4)
        break
      }
      case Op.SAVE: {
        const slot = load<u32>(i, 4)
        const p = slots + (<usize>slot << 2)
        push(UNDO_SLOT, slot, load<u32>(p))
        store<u32>(p, at)
        if (slot & 1) {
          // The group that ended last.
          const last = load<u32>(program, 4) * 2 + 2
          push(UNDO_SLOT, last, load<u32>(slots + (<usize>last << 2)))
          store<u32>(slots + (<usize>last << 2), slot >> 1)
        }
        pc++
        break
      }
      case Op.ASSERT: {
        if (holds(load<u32>(i, 4), at)) pc++
        else failed = true
        break
      }
      case Op.LOOP_BEGIN: {
        const register = load<u32>(i, 4)
        const p = registers + (<usize>register << 2)
        push(UNDO_REGISTER, register, load<u32>(p))
        store<u32>(p, at)
        pc++
        break
      }
      case Op.LOOP_CHECK: {
        pc = load<u32>(registers + (<usize>load<u32>(i, 4) << 2)) == at ? load<u32>(i, 8) : pc + 1
        break
      }
      case Op.REPEAT:
      case Op.REPEAT_POSSESSIVE: {
        const least = load<u32>(i, 4)
        const most = load<u32>(i, 8)
        const endless = most == UNLIMITED && <u32>load<u8>(i) == Op.REPEAT
        let count: u32 = 0
        let first = at
        const one = i + 16
        // Where it went on before it had gone the longest way, and all shorter ones since.
        while (count < most && !(endless && count >= least && wasTried(i, at))) {
          const next = step(one, at)
          if (next < 0) break
          at = <u32>next
          count++
          if (count == least) first = at
        }
        budget -= <i64>(count >> 2)
        if (count < least) failed = true
        else {
          if (<u32>load<u8>(i) == Op.REPEAT && at > first) push(AGAIN | pc, at, first)
          if (<u32>load<u8>(i) == Op.REPEAT && tried(i, at)) failed = true
          else pc += 2
        }
        break
      }
      case Op.REPEAT_LAZY: {
        const least = load<u32>(i, 4)
        let count: u32 = 0
        while (count < least) {
          const next = step(i + 16, at)
          if (next < 0) break
          at = <u32>next
          count++
        }
        if (count < least) failed = true
        else {
          if (load<u32>(i, 8) > count) push(AGAIN | pc, at, count)
          if (tried(i, at)) failed = true
          else pc += 2
        }
        break
      }
      case Op.LOOK: {
        const kind = load<u32>(i, 8)
        let from = at
        let width = kind == Look.BEHIND || kind == Look.NOT_BEHIND ? load<u32>(i, 12) : 0
        while (width > 0 && from > 0) {
          from = back(from)
          width--
        }
        let result = NOT_FOUND
        if (width == 0) {
          saveSlots()
          const inner = stackTop
          const marks = trailTop
          result = run(pc + 1, from, false)
          if (result == STOPPED) return STOPPED
          stackTop = inner
          // What was tried on the way to success did not fail: it may be tried again.
          if (result == FOUND) forget(marks)
        }
        const wanted = kind == Look.NOT_AHEAD || kind == Look.NOT_BEHIND ? NOT_FOUND : FOUND
        if (result != wanted) failed = true
        else {
          if (kind == Look.ATOMIC) at = endedAt
          pc = load<u32>(i, 4)
        }
        break
      }
      default: {
        const next = step(i, at)
        if (next < 0) failed = true
        else {
          at = <u32>next
          pc++
        }
      }
    }
    // Take back what was noted since the last alternative, and go on there.
    while (failed) {
      if (stackTop == base) return NOT_FOUND
      stackTop--
      const p = stack + <usize>stackTop * ENTRY
      const kind = load<u32>(p)
      const a = load<u32>(p, 4)
      const b = load<u32>(p, 8)
      if (kind == UNDO_SLOT) store<u32>(slots + (<usize>a << 2), b)
      else if (kind == UNDO_REGISTER) store<u32>(registers + (<usize>a << 2), b)
      else if (kind >= AGAIN) {
        pc = kind & ~AGAIN
        const r = instruction(pc)
        if (<u32>load<u8>(r) == Op.REPEAT) {
          // One fewer, down to b.
          at = back(a)
          if (at > b) push(kind, at, b)
        } else {
          // One more, up to the limit; b were taken.
          const next = step(r + 16, a)
          if (next < 0) continue
          at = <u32>next
          if (load<u32>(r, 8) == UNLIMITED || b + 1 < load<u32>(r, 8)) push(kind, at, b + 1)
        }
        budget--
        if (tried(r, at)) continue
        pc += 2
        failed = false
      } else {
        pc = kind
        at = a
        failed = false
      }
    }
  }
}

function clearSlots(): void {
  memory.fill(slots, 0xff, <usize>(load<u32>(program, 4) * 2 + 3) << 2)
}

/**
 * Looks for a match of the program in `length` bytes of text. `mode`: 0 at `from`, 1 from `from` to the very end, 2 at or
 * behind `from`. `avoid`: an empty match at this offset does not count (-1: none). On FOUND the slots say where.
 */
export function execute(p: usize, textAt: usize, length: u32, from: u32, mode: i32, avoid: i32): i32 {
  program = p
  text = textAt
  textEnd = length
  isBytes = (load<u32>(p, 16) & Flag.BYTES) != 0
  isFull = mode == 1
  notAt = avoid
  stackTop = 0
  trailTop = 0
  const wanted = <u64>load<u32>(p, 8) * (<u64>length + 1)
  if (wanted > MOST_BITS) return TOO_LARGE
  reserveBits(<u32>wanted)
  const first = load<u32>(p, 20)
  let result = NOT_FOUND
  for (let at = from; at <= length; at++) {
    if (mode == 2) {
      if (first) {
        const set = p + first
        while (at < length) {
          const byte: u32 = load<u8>(text + at)
          if ((load<u8>(set + (byte >> 3)) >> <u8>(byte & 7)) & 1) break
          at++
        }
        budget -= <i64>((at - from) >> 4)
        if (at >= length) break
      } else if (!isBytes) while (at < length && (load<u8>(text + at) & 0xc0) == 0x80) at++
    }
    clearSlots()
    if (avoid >= 0 && <i32>at > avoid) notAt = -1
    result = run(0, at, true)
    if (result != NOT_FOUND || mode != 2) {
      if (result == FOUND) {
        store<u32>(slots, at)
        store<u32>(slots, endedAt, 4)
      }
      break
    }
  }
  forget(0)
  stackTop = 0
  return result
}
