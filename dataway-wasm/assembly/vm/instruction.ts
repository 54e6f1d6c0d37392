// How an instruction word is read (compile/opcode.ts).

/** Value registers of an instruction, as offsets in bytes. */
// @ts-ignore: decorator
@inline export function offsetA(w: u64): usize {
  return <usize>(w >>> 13) & 0x7fff8
}
// @ts-ignore: decorator
@inline export function offsetB(w: u64): usize {
  return <usize>(w >>> 29) & 0x7fff8
}
// @ts-ignore: decorator
@inline export function offsetC(w: u64): usize {
  return <usize>(w >>> 45) & 0x7fff8
}
// @ts-ignore: decorator
@inline export function target(words: usize, w: u64): usize {
  return words + (<usize>(w >>> 32) << 3)
}
// @ts-ignore: decorator
@inline export function numberA(w: u64): u32 {
  return <u32>(w >>> 16) & 0xffff
}
// @ts-ignore: decorator
@inline export function numberB(w: u64): u32 {
  return <u32>(w >>> 32) & 0xffff
}
// @ts-ignore: decorator
@inline export function numberC(w: u64): u32 {
  return <u32>(w >>> 48)
}
