// A value in the module is a box of 64 bits (assembly/value/value.ts). Numbers, booleans and None are boxes by themselves:
// they cross without a call.
import type { Handle, HandleOwner } from '../worker/model/data.ts'
import { Float, type Value } from '../worker/model/value.ts'

/** The high half of boxes by their tag (assembly/value/value.ts). Halves are signed: such numbers are no objects to JavaScript. */
const INT = 0xffff0000 | 0
export const SPECIAL = 0xfffe0000 | 0
export const HEAP = 0xfffd0000 | 0
export const special = { none: 0, false: 2, true: 3 } as const

/** Integers from here on are no boxes by themselves. */
const MAX_INT = 2 ** 47
/** A float and its two halves. */
const float = new Float64Array(1)
const floatHalves = new Int32Array(float.buffer)

/** The run whose memory a value lives in. */
export interface BoxRun {
  readonly name: string
  readonly region: number
  open: boolean
  /** Bytes that were taken into it. */
  taken: number
  /** The sequence id of its messages, and where it lies in the module; 0: nowhere yet. */
  seqId: string
  seqIdAt: number
  /** Values that are nowhere but in its region (relief.ts). */
  boxes: Box[]
  /** Bytes of values that had gone out and were taken in again, and of the region from where it is given back. */
  back: number
  most: number
}

/** A value in the module by its box, in two halves; they change when the value is moved. */
export class Box implements Handle {
  readonly owner: HandleOwner
  readonly run: BoxRun
  low: number
  high: number
  /** The value on the wire, once the memory of its run was given back. */
  bytes: Uint8Array | undefined = undefined
  constructor(owner: HandleOwner, run: BoxRun, low: number, high: number) {
    this.owner = owner
    this.run = run
    this.low = low
    this.high = high
  }
}

/** The box of a value that is one by itself. */
export function immediate(value: Value, owner: HandleOwner, run: BoxRun): Box | undefined {
  if (value === null) return new Box(owner, run, special.none, SPECIAL)
  if (typeof value === 'boolean') return new Box(owner, run, value ? special.true : special.false, SPECIAL)
  if (typeof value !== 'number') return undefined
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    if (value >= MAX_INT || value < -MAX_INT) return undefined
    const high = Math.floor(value / 0x1_0000_0000) & 0xffff
    return new Box(owner, run, value | 0, INT | high)
  }
  float[0] = value
  return Number.isNaN(value) ? undefined : new Box(owner, run, floatHalves[0]!, floatHalves[1]!)
}

/** Whether a box holds the value of a handle, which is none by itself: then it is known already in what forms it has taken. */
export function isSame(box: Box, handle: Handle | undefined): boolean {
  return (
    handle instanceof Box &&
    box.low === handle.low &&
    box.high === handle.high &&
    box.run === handle.run &&
    !isImmediate(box)
  )
}
/** Whether a box is a value by itself: int, float, None, bool. */
export function isImmediate({ high }: Box): boolean {
  const tag = high >>> 16
  return tag !== 0xfffd && tag !== 0xfffc
}
/** The value of such a box. */
export function immediateValue({ low, high }: Box): Value {
  const tag = high >>> 16
  if (tag === 0xfffe) return low === special.none ? null : low === special.true
  if (tag === 0xffff) return ((high << 16) >> 16) * 0x1_0000_0000 + (low >>> 0)
  floatHalves[0] = low
  floatHalves[1] = high
  const x = float[0]!
  return Number.isSafeInteger(x) && !Object.is(x, -0) ? new Float(x) : x
}
