// What compiled code knows of a register at a place: the type of its value and where the value stands.

/** Types of values. An int or float in a local variable is unboxed, everything else a box. */
export const Type = {
  ANY: 0,
  INT: 1,
  FLOAT: 2,
  BOOL: 3,
  LIST: 4,
  /** An iterator over a range of small integers, whose place is kept in local variables. */
  RANGE: 5,
  LIST_ITERATOR: 6,
  /** Surely no number. */
  OTHER: 7,
  /** A list that belongs to the evaluation: it may be changed in place. A LIST may be one that outlives it. */
  OWN_LIST: 8,
} as const
export const TYPE = 15
/** The value is in a local variable; otherwise it is in the frame. */
export const LOCAL = 16
/** The frame does not have it yet. */
export const DIRTY = 32

/** By register. 0: in the frame, nothing known. */
export type State = Uint8Array

export const INT_TAG = 0xffff000000000000n
export const FALSE = 0xfffe000000000002n
export const TRUE = 0xfffe000000000003n
export const UNBOUND = 0xfffe000000000009n
export const CANONICAL_NAN = 0x7ff8000000000000n
/** The upper 16 bits of a box that is the address of a heap object, and kinds of those (assembly/value/object.ts). */
export const HEAP = 0xfffdn
export const Kind = { LIST: 12, LIST_ITERATOR: 24, RANGE_ITERATOR: 28 } as const

/** Flag of objects that outlive the evaluation, in the byte behind the kind. */
export const PERSISTENT = 0x80

export function isList(type: number): boolean {
  return type === Type.LIST || type === Type.OWN_LIST
}

/** The type of a box. */
export function typeOfBox(box: bigint, view: DataView): number {
  if (box >= INT_TAG) return Type.INT
  const tag = box >> 48n
  if (tag < 0xfffcn) return Type.FLOAT
  if (box === TRUE || box === FALSE) return Type.BOOL
  if (tag !== HEAP) return Type.ANY
  const address = Number(box & 0xffffffffn)
  const kind = view.getUint8(address)
  if (kind === Kind.LIST) return view.getUint8(address + 1) & PERSISTENT ? Type.LIST : Type.OWN_LIST
  if (kind === Kind.LIST_ITERATOR) return Type.LIST_ITERATOR
  return kind === Kind.RANGE_ITERATOR ? Type.RANGE : Type.ANY
}

/** What is known of a register where two ways meet. */
export function meet(a: number, b: number): number {
  if (a === b) return a
  const [x, y] = [a & TYPE, b & TYPE]
  const type = x === y ? x : isList(x) && isList(y) ? Type.LIST : Type.ANY
  const both = a & b & LOCAL
  if (x === Type.RANGE || y === Type.RANGE) return type === Type.RANGE && both ? a | b : Type.ANY
  return both ? type | LOCAL | ((a | b) & DIRTY) : type
}
