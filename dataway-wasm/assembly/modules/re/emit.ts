// Turns the tree of a pattern into a program (program.ts).

import { folded, inSet } from './character.ts'
import { MOST_GROUPS, MOST_REGISTERS } from './match.ts'
import { failure, finalFlags, groupCount, parsePattern } from './parse.ts'
import { Flag, HEADER, Look, Op, UNLIMITED } from './program.ts'
import { GREEDY, LAZY, Node, Part, POSSESSIVE } from './tree.ts'

const MOST_INSTRUCTIONS: i32 = 50000

let code: Array<u32> = []
let sets: Array<u32> = []
let rows: u32 = 0
let registers: u32 = 0
/** Register + 1 of the innermost loop around whose iterations may match nothing, or 0. */
let around: u32 = 0
export let problem: string = ''

/** The program of a pattern, or null where `failure` (parse.ts) or `problem` says why not. */
export function compilePattern(pattern: Array<u32>, flags: u32): StaticArray<u32> | null {
  const tree = parsePattern(pattern, flags)
  problem = ''
  if (failure.length > 0) return null
  code = []
  sets = []
  rows = 0
  registers = 0
  around = 0
  emit(tree)
  put(Op.MATCH, 0, 0, 0)
  if (groupCount > MOST_GROUPS) problem = 'too many groups'
  if (registers > MOST_REGISTERS || code.length > MOST_INSTRUCTIONS * 4) problem = 'the pattern is too large'
  if (problem.length > 0) return null
  const first = new StaticArray<u32>(8)
  const usesFirst = !addFirst(tree, first)
  return assemble(usesFirst ? first : null)
}

function assemble(first: StaticArray<u32> | null): StaticArray<u32> {
  const setsAt = <i32>(HEADER / 4) + code.length
  const firstAt = setsAt + sets.length
  const out = new StaticArray<u32>(firstAt + (first ? 8 : 0))
  out[0] = code.length / 4
  out[1] = groupCount
  out[2] = rows
  out[3] = registers
  out[4] = finalFlags
  out[5] = first ? firstAt * 4 : 0
  for (let i = 0; i < code.length; i++) out[6 + i] = code[i]
  // Instructions named sets by their place among the sets.
  for (let i = 0; i < code.length; i += 4) if (code[i] == Op.SET) out[7 + i] = (setsAt + code[i + 1]) * 4
  for (let i = 0; i < sets.length; i++) out[setsAt + i] = sets[i]
  if (first) for (let i = 0; i < 8; i++) out[firstAt + i] = first[i]
  return out
}

function put(op: u32, a: u32, b: u32, c: u32): i32 {
  if (code.length > MOST_INSTRUCTIONS * 4) problem = 'the pattern is too large'
  else {
    code.push(op)
    code.push(a)
    code.push(b)
    code.push(c)
  }
  return code.length / 4 - 1
}

function putSplit(first: u32, second: u32): i32 {
  return put(Op.SPLIT | (around << 8), first, second, newRow())
}

/** One row of bits, or two: an iteration that has matched nothing yet goes on differently from one that has. */
function newRow(): u32 {
  const row = rows
  rows += around ? 2 : 1
  return row
}

function here(): u32 {
  return code.length / 4
}

function emit(node: Node): void {
  if (problem.length > 0) return
  switch (node.kind) {
    case Part.CHAR: {
      const ascii = (node.flags & (Flag.ASCII | Flag.BYTES)) != 0
      if (node.flags & Flag.IGNORECASE) put(Op.CHAR_FOLDED, folded(node.code, ascii), <u32>ascii, 0)
      else put(Op.CHAR, node.code, 0, 0)
      break
    }
    case Part.ANY: {
      put(node.code ? Op.ANY : Op.ANY_BUT_NEWLINE, 0, 0, 0)
      break
    }
    case Part.SET: {
      put(Op.SET, putSet(node), 0, 0)
      break
    }
    case Part.SEQUENCE: {
      for (let i = 0; i < node.items.length; i++) emit(node.items[i])
      break
    }
    case Part.CHOICE: {
      emitChoice(node)
      break
    }
    case Part.GROUP: {
      if (node.code) put(Op.SAVE, node.code * 2, 0, 0)
      emit(node.items[0])
      if (node.code) put(Op.SAVE, node.code * 2 + 1, 0, 0)
      break
    }
    case Part.REPEAT: {
      emitRepeat(node)
      break
    }
    case Part.ASSERT: {
      put(Op.ASSERT, node.code, 0, 0)
      break
    }
    case Part.LOOK: {
      let width: i64 = 0
      if (node.code == Look.BEHIND || node.code == Look.NOT_BEHIND) {
        width = fixedWidth(node.items[0])
        if (width < 0) {
          problem = 'look-behind requires fixed-width pattern'
          return
        }
      }
      const at = put(Op.LOOK, 0, node.code, <u32>width)
      emit(node.items[0])
      put(Op.MATCH, 0, 0, 0)
      code[at * 4 + 1] = here()
      break
    }
  }
}

function putSet(node: Node): u32 {
  const at = sets.length
  const count = <u32>(node.ranges.length / 2)
  sets.push(node.bits)
  sets.push(count)
  const ranges = changetype<usize>(StaticArray.fromArray(node.ranges))
  for (let word: u32 = 0; word < 4; word++) {
    let bits: u32 = 0
    for (let bit: u32 = 0; bit < 32; bit++) if (inSet(word * 32 + bit, node.bits, ranges, count)) bits |= 1 << bit
    sets.push(bits)
  }
  for (let i = 0; i < node.ranges.length; i++) sets.push(node.ranges[i])
  return at
}

function emitChoice(node: Node): void {
  const jumps: Array<i32> = []
  const last = node.items.length - 1
  for (let i = 0; i < last; i++) {
    const split = putSplit(here() + 1, 0)
    emit(node.items[i])
    jumps.push(put(Op.JUMP, 0, 0, 0))
    if (problem.length > 0) return
    code[split * 4 + 2] = here()
  }
  emit(node.items[last])
  for (let i = 0; i < jumps.length; i++) code[jumps[i] * 4 + 1] = here()
}

function isSingle(node: Node): bool {
  return node.kind == Part.CHAR || node.kind == Part.ANY || node.kind == Part.SET
}

function emitRepeat(node: Node): void {
  let item = node.items[0]
  // A group that takes nothing down is its content.
  while (item.kind == Part.GROUP && item.code == 0) item = item.items[0]
  if (isSingle(item)) {
    const op = node.manner == GREEDY ? Op.REPEAT : node.manner == LAZY ? Op.REPEAT_LAZY : Op.REPEAT_POSSESSIVE
    put(op | (around << 8), node.least, node.most, newRow())
    emit(item)
    return
  }
  if (node.manner == POSSESSIVE) {
    const at = put(Op.LOOK, 0, Look.ATOMIC, 0)
    emitLoop(item, node.least, node.most, false)
    put(Op.MATCH, 0, 0, 0)
    code[at * 4 + 1] = here()
    return
  }
  emitLoop(item, node.least, node.most, node.manner == LAZY)
}

function split(first: u32, second: u32, lazy: bool): i32 {
  return putSplit(lazy ? second : first, lazy ? first : second)
}

function emitLoop(item: Node, least: u32, most: u32, lazy: bool): void {
  // x{2,} is x then x+; x{2,4} is xx(x(x)?)?
  const mayBeEmpty = canBeEmpty(item)
  const plus = most == UNLIMITED && least > 0 && !mayBeEmpty
  const copies = plus ? least - 1 : least
  for (let i: u32 = 0; i < copies && problem.length == 0; i++) emit(item)
  if (most == UNLIMITED) {
    const register = registers++
    const outer = around
    const inner = mayBeEmpty ? register + 1 : outer
    if (plus) {
      const top = here()
      put(Op.LOOP_BEGIN, register, 0, 0)
      around = inner
      emit(item)
      around = outer
      const check = put(Op.LOOP_CHECK, register, 0, 0)
      const at = here()
      split(top, at + 1, lazy)
      if (problem.length > 0) return
      code[check * 4 + 2] = here()
      return
    }
    const top = here()
    const at = split(top + 1, 0, lazy)
    put(Op.LOOP_BEGIN, register, 0, 0)
    around = inner
    emit(item)
    around = outer
    const check = put(Op.LOOP_CHECK, register, 0, 0)
    put(Op.JUMP, top, 0, 0)
    if (problem.length > 0) return
    code[at * 4 + (lazy ? 1 : 2)] = here()
    code[check * 4 + 2] = here()
    return
  }
  const exits: Array<i32> = []
  const checks: Array<i32> = []
  const outer = around
  for (let i = least; i < most && problem.length == 0; i++) {
    exits.push(split(here() + 1, 0, lazy))
    if (mayBeEmpty) {
      put(Op.LOOP_BEGIN, registers, 0, 0)
      around = ++registers
    }
    emit(item)
    if (mayBeEmpty) checks.push(put(Op.LOOP_CHECK, around - 1, 0, 0))
    around = outer
  }
  if (problem.length > 0) return
  for (let i = 0; i < exits.length; i++) code[exits[i] * 4 + (lazy ? 1 : 2)] = here()
  for (let i = 0; i < checks.length; i++) code[checks[i] * 4 + 2] = here()
}

/** Characters that every match of the part has, -1 if matches differ. */
function fixedWidth(node: Node): i64 {
  switch (node.kind) {
    case Part.CHAR:
    case Part.ANY:
    case Part.SET:
      return 1
    case Part.SEQUENCE: {
      let sum: i64 = 0
      for (let i = 0; i < node.items.length; i++) {
        const width = fixedWidth(node.items[i])
        if (width < 0) return -1
        sum += width
      }
      return sum
    }
    case Part.CHOICE: {
      const width = fixedWidth(node.items[0])
      for (let i = 1; i < node.items.length; i++) if (fixedWidth(node.items[i]) != width) return -1
      return width
    }
    case Part.GROUP:
      return fixedWidth(node.items[0])
    case Part.REPEAT: {
      const width = fixedWidth(node.items[0])
      return node.least == node.most && width >= 0 ? width * <i64>node.least : width == 0 ? 0 : -1
    }
    case Part.LOOK:
      return node.code == Look.ATOMIC ? fixedWidth(node.items[0]) : 0
    default:
      return 0
  }
}

function canBeEmpty(node: Node): bool {
  return addFirst(node, new StaticArray<u32>(8))
}

// @ts-ignore: decorator
@inline function addByte(to: StaticArray<u32>, byte: u32): void {
  to[byte >> 5] |= 1 << (byte & 31)
}

function addAllAbove(to: StaticArray<u32>): void {
  // In UTF-8 no character begins with a byte from 0x80 to 0xbf.
  for (let word = finalFlags & Flag.BYTES ? 4 : 6; word < 8; word++) to[word] = 0xffffffff
}

/** Adds the bytes that a match of the part may begin with; true if it may match nothing (or may begin with anything). */
function addFirst(node: Node, to: StaticArray<u32>): bool {
  switch (node.kind) {
    case Part.CHAR: {
      if (node.flags & Flag.IGNORECASE || (node.code > 127 && !(finalFlags & Flag.BYTES))) {
        addAllAbove(to)
        const low = folded(node.code, false)
        for (let byte: u32 = 0; byte < 128; byte++) if (folded(byte, false) == low) addByte(to, byte)
      } else addByte(to, node.code)
      return false
    }
    case Part.ANY: {
      for (let word = 0; word < 4; word++) to[word] = 0xffffffff
      addAllAbove(to)
      return false
    }
    case Part.SET: {
      const at = putSet(node)
      for (let word = 0; word < 4; word++) to[word] |= sets[at + 2 + word]
      sets.length = at
      addAllAbove(to)
      return false
    }
    case Part.SEQUENCE: {
      for (let i = 0; i < node.items.length; i++) if (!addFirst(node.items[i], to)) return false
      return true
    }
    case Part.CHOICE: {
      let empty = false
      for (let i = 0; i < node.items.length; i++) if (addFirst(node.items[i], to)) empty = true
      return empty
    }
    case Part.GROUP:
      return addFirst(node.items[0], to)
    case Part.REPEAT: {
      const empty = addFirst(node.items[0], to)
      return node.least == 0 || empty
    }
    case Part.LOOK:
      return node.code == Look.ATOMIC ? addFirst(node.items[0], to) : true
    default:
      return true
  }
}
