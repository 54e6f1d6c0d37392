// Bytes of a place, in windows.
import type { ValueBytesWindow, ValuePlace } from '../api.ts'
import type { Message } from '../model/message.ts'
import { bytesAt } from './windows.ts'

const maxWindow = 65_536

/** Bytes `from` … `from + count` and how many there are in all. */
export function bytesWindow(
  message: Message,
  place: ValuePlace,
  from: number,
  count: number,
): ValueBytesWindow {
  const { bytes } = bytesAt(message, place)
  return { size: bytes.length, bytes: bytes.slice(from, from + Math.min(count, maxWindow)) }
}
