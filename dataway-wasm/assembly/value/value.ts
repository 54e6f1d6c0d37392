// A DataWay value is 64 bits, NaN-boxed. Anything that is not one of the four tags in the top 16 bits is a float64;
// NaN is kept canonical (0x7FF8…), so no float ever looks like a tag.
//
//   FFFF  int     48-bit signed integer in the low bits; larger ones are heap objects of kind BIGINT (always canonical:
//                 an integer that fits in 48 bits is never a BIGINT)
//   FFFE  special None, False, True, and three marks that no script ever sees
//   FFFD  heap    address of an object (object.ts)
//   FFFC  tape    address of a node of a JSON tape (json/): a value of a document that was not touched yet
//
// Faults are values: a function that fails sets the pending exception (vm/raise.ts) and returns ERROR. Whoever calls
// one checks for ERROR and passes it on. Nothing in this module ever throws or traps on purpose.

export type Value = u64

export const INT_TAG: u64 = 0xffff000000000000
export const SPECIAL_TAG: u64 = 0xfffe000000000000
export const HEAP_TAG: u64 = 0xfffd000000000000
export const TAPE_TAG: u64 = 0xfffc000000000000

export const None: Value = 0xfffe000000000000
export const False: Value = 0xfffe000000000002
export const True: Value = 0xfffe000000000003
/** A fault is pending. */
export const ERROR: Value = 0xfffe000000000008
/** A local that was never assigned, an argument that was not given. */
export const UNBOUND: Value = 0xfffe000000000009
/** An iterator has no more items. */
export const STOP: Value = 0xfffe00000000000a
/** `NotImplemented`. */
export const NotImplemented: Value = 0xfffe00000000000b
/** `...` */
export const Ellipsis: Value = 0xfffe00000000000c

export const INT_MIN: i64 = -(1 << 47)
export const INT_MAX: i64 = (1 << 47) - 1

// @ts-ignore: decorator
@inline export function isInt(v: Value): bool {
  return v >= INT_TAG
}
/** Both are small integers: one comparison. */
// @ts-ignore: decorator
@inline export function bothInt(a: Value, b: Value): bool {
  return (a & b) >= INT_TAG
}
// @ts-ignore: decorator
@inline export function intOf(v: Value): i64 {
  return (<i64>(v << 16)) >> 16
}
// @ts-ignore: decorator
@inline export function fitsInt(n: i64): bool {
  return (n << 16) >> 16 == n
}
/** Boxes an integer that is known to fit in 48 bits. */
// @ts-ignore: decorator
@inline export function boxInt(n: i64): Value {
  return INT_TAG | (<u64>n & 0x0000ffffffffffff)
}
// @ts-ignore: decorator
@inline export function isFloat(v: Value): bool {
  return v < TAPE_TAG
}
// @ts-ignore: decorator
@inline export function floatOf(v: Value): f64 {
  return reinterpret<f64>(v)
}
// @ts-ignore: decorator
@inline export function boxFloat(x: f64): Value {
  return x == x ? reinterpret<u64>(x) : 0x7ff8000000000000
}
// @ts-ignore: decorator
@inline export function isBool(v: Value): bool {
  return (v | 1) == True
}
// @ts-ignore: decorator
@inline export function boxBool(b: bool): Value {
  return False | <u64>b
}
// @ts-ignore: decorator
@inline export function isSpecial(v: Value): bool {
  return v >>> 48 == 0xfffe
}
// @ts-ignore: decorator
@inline export function isHeap(v: Value): bool {
  return v >>> 48 == 0xfffd
}
// @ts-ignore: decorator
@inline export function isTape(v: Value): bool {
  return v >>> 48 == 0xfffc
}
// @ts-ignore: decorator
@inline export function addressOf(v: Value): usize {
  return <usize>v
}
// @ts-ignore: decorator
@inline export function boxHeap(p: usize): Value {
  return HEAP_TAG | <u64>p
}
// @ts-ignore: decorator
@inline export function boxTape(p: usize): Value {
  return TAPE_TAG | <u64>p
}
