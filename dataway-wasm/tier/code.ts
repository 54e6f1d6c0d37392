// A code object of the machine (assembly/vm/code.ts), read out of its memory.
import { opcodes, registersOf } from './opcode.ts'

export interface Instruction {
  /** Its word number in the code. */
  readonly at: number
  readonly op: string
  readonly a: number
  readonly b: number
  readonly c: number
  /** b and c together, signed. */
  readonly wide: number
  /** The first word behind it. */
  readonly word: number
  /** Word number it may go to, -1 for none. */
  readonly target: number
  readonly reads: readonly number[]
  readonly writes: readonly number[]
}

export interface Code {
  readonly address: number
  /** Address of its first word. */
  readonly words: number
  readonly registers: number
  readonly instructions: readonly Instruction[]
  /** Position in `instructions` of a word number. */
  readonly positions: ReadonlyMap<number, number>
  /** Try table: words from, to; the handler's word; the register that gets the exception. */
  readonly rows: readonly { from: number; to: number; handler: number; register: number }[]
  /** Boxes of the constants. */
  readonly constants: readonly bigint[]
}

const backward = new Set(['JUMP_BACK', 'COMPILED_BACK'])
const wideTarget = new Set([...backward, 'JUMP', 'JUMP_IF_FALSE', 'JUMP_IF_TRUE'])

export function isBackward(i: Instruction): boolean {
  return backward.has(i.op)
}

export function readCode(view: DataView, address: number): Code {
  const u32 = (at: number): number => view.getUint32(at, true)
  const words = u32(address + 24)
  const count = u32(address + 28)
  const instructions: Instruction[] = []
  const positions = new Map<number, number>()
  for (let at = 0; at < count;) {
    const p = words + at * 8
    const opcode = opcodes[view.getUint8(p)]!
    const fields = {
      a: view.getUint16(p + 2, true),
      b: view.getUint16(p + 4, true),
      c: view.getUint16(p + 6, true),
      word: opcode.extra ? u32(p + 8) : 0,
    }
    const hasWord = opcode.name.startsWith('UNLESS_') || opcode.name === 'FOR_ITER' || opcode.name === 'SEND'
    const target = wideTarget.has(opcode.name) ? u32(p + 4) : hasWord ? fields.word : -1
    positions.set(at, instructions.length)
    instructions.push({
      at,
      op: opcode.name,
      ...fields,
      wide: view.getInt32(p + 4, true),
      target,
      reads: registersOf(opcode.reads, fields),
      writes: registersOf(opcode.writes, fields),
    })
    at += 1 + opcode.extra
  }
  const table = u32(address + 72)
  const rows = Array.from({ length: u32(address + 76) }, (_, n) => {
    const row = table + n * 16
    return { from: u32(row), to: u32(row + 4), handler: u32(row + 8), register: u32(row + 12) }
  })
  const constants = Array.from({ length: u32(address + 36) }, (_, n) =>
    view.getBigUint64(u32(address + 32) + n * 8, true),
  )
  return { address, words, registers: u32(address + 40), instructions, positions, rows, constants }
}

const CODE_KIND = 65

/** Addresses of a code object and of all inside of it. */
export function codesIn(view: DataView, address: number): number[] {
  const list = [address]
  const constants = view.getUint32(address + 32, true)
  for (let n = view.getUint32(address + 36, true); n--;) {
    const box = view.getBigUint64(constants + n * 8, true)
    const inner = Number(box & 0xffffffffn)
    if (box >> 48n === 0xfffdn && view.getUint8(inner) === CODE_KIND) list.push(...codesIn(view, inner))
  }
  return list
}
