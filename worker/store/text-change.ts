// A change of one text into another as the part in the middle that differs: an edit of a large app costs few bytes.
import { crc32c } from './crc32c.ts'

export interface TextChange {
  /** UTF-16 units kept at the start and at the end of the old text. */
  head: number
  tail: number
  middle: string
  /** Checksum of the new text: a change applied to another text than it was made of is refused. */
  sum: number
}

const encoder = new TextEncoder()

export function changeOf(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  // Never cut a surrogate pair: the middle must be a text that UTF-8 can carry.
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return { head, tail, middle: after.slice(head, after.length - tail), sum: sumOf(after) }
}

/** The new text, or nothing when `before` is not the text that the change was made of. */
export function applyChange(before: string, change: TextChange): string | undefined {
  if (change.head + change.tail > before.length) return undefined
  const after = before.slice(0, change.head) + change.middle + before.slice(before.length - change.tail)
  return sumOf(after) === change.sum ? after : undefined
}

function sumOf(text: string): number {
  return crc32c(encoder.encode(text))
}
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
