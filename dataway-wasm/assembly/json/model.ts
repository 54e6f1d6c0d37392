// What objects looked like in the last documents: messages of one kind come one after the other, and the first object of
// each is read by following the one before. A model is a copy of such an object's nodes, with the texts of its keys, at each
// of the upper depths; it has the shape of what it was made of.
import { copyBytes } from '../memory/copy.ts'
import { after, firstChild, nodeEnd, nodeStart } from './tape.ts'
import { Tape } from '../value/object.ts'

export const MODEL_DEPTHS: u32 = 4
const NODES: usize = 2048
const TEXTS: usize = 1024
const ROOM: usize = NODES + TEXTS
const models: usize = memory.data(5 * 3072, 16)
/** One bit a depth: there is a model; this document has left one already. */
let known: u32 = 0
let fresh: u32 = 0

/** The model of a depth (from 1), 0 when there is none. */
export function modelAt(depth: u32): usize {
  return known & (1 << depth) ? models + <usize>depth * ROOM : 0
}
export function newDocument(): void {
  fresh = 0
}

/** Remembers an object whose nodes end at `end`; the first of a document only, and none that is large. */
export function learn(depth: u32, node: usize, end: usize): void {
  const bit: u32 = 1 << depth
  const size = end - node
  if (fresh & bit || size > NODES) return
  fresh |= bit
  known &= ~bit
  const model = models + <usize>depth * ROOM
  let text = model + NODES
  const last = text + TEXTS - 16
  const moved = model - node
  copyBytes(model, node, size)
  store<u32>(model, <u32>(model + size), 12)
  for (let key = firstChild(model); key < model + size; key = after(key + 16)) {
    const start = nodeStart(key)
    const length = nodeEnd(key) - start
    if (text + length > last) return
    copyBytes(text, start, length)
    store<u32>(key, <u32>text, 4)
    store<u32>(key, <u32>(text + length), 8)
    text += length
    if (<i32>(load<u8>(key, 16) & Tape.TAG) <= Tape.ARRAY) store<u32>(key, <u32>(<usize>load<u32>(key, 28) + moved), 28)
  }
  known |= bit
}
