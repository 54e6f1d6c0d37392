// Snappy and LZ4: blocks put together by hand from the descriptions of the formats, and what is cut or hostile. What a real
// producer wrote is read in test/services/kafka.test.ts.
import { describe, expect, it } from 'vitest'
import { unlz4, unsnappy } from '../../../../relay/protocols/kafka/codecs.ts'

/** A block of one literal; longer ones say their length in one or two bytes more. */
function literal(text: string): number[] {
  const bytes = Buffer.from(text)
  const n = bytes.length - 1
  return [...(n < 60 ? [n << 2] : n < 256 ? [60 << 2, n] : [61 << 2, n & 255, n >> 8]), ...bytes]
}

describe('Snappy', () => {
  it('reads literals and copies of each kind', () => {
    // "abcd" then 8 bytes from 4 back (one-byte offset), 5 from 12 back (two bytes), 4 from 1 back (four bytes).
    const block = [21, ...literal('abcd'), 0b000_100_01, 4, (4 << 2) | 2, 12, 0, (3 << 2) | 3, 1, 0, 0, 0]
    expect(unsnappy(Buffer.from(block)).toString()).toBe('abcdabcdabcdabcdaaaaa')
  })
  it('reads long literals and the frames of snappy-java', () => {
    const text = 'x'.repeat(300)
    const block = Buffer.from([172, 2, ...literal(text)])
    expect(unsnappy(block).toString()).toBe(text)
    const head = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(block.length)
    expect(unsnappy(Buffer.concat([head, length, block, length, block])).toString()).toBe(text + text)
  })
  it.each([
    ['cut', [10, ...literal('abc')]],
    ['a copy from before its begin', [8, ...literal('abcd'), 1, 9]],
    ['longer than it says', [2, ...literal('abcd')]],
    ['an endless length', [255, 255, 255, 255, 255, 255, 1]],
    ['a gigabyte', [128, 128, 128, 128, 4, 0, 97]],
  ])('refuses %s', (_, bytes) => {
    expect(() => unsnappy(Buffer.from(bytes))).toThrow(expect.objectContaining({ code: 'KAFKA:COMPRESSION' }))
  })
})

describe('LZ4', () => {
  const frame = (...blocks: number[][]) =>
    Buffer.from([
      ...[0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82],
      ...blocks.flatMap((block) => [block.length & 255, block.length >> 8, 0, 0, ...block]),
      ...[0, 0, 0, 0],
    ])
  it('reads a block with literals and an overlapping match', () => {
    // 1 literal "a", then 19 + 4 bytes from 1 back; the last sequence is literals alone.
    const block = [0x1f, 0x61, 1, 0, 4, 0x50, ...Buffer.from('bcdef')]
    expect(unlz4(frame(block)).toString()).toBe('a'.repeat(24) + 'bcdef')
    expect(unlz4(frame(block, block)).length).toBe(58)
  })
  it('reads blocks that were left as they are', () => {
    const raw = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, 3, 0, 0, 0x80, 1, 2, 3, 0, 0, 0, 0])
    expect([...unlz4(raw)]).toEqual([1, 2, 3])
  })
  it.each([
    ['another format', Buffer.from('gzip or so')],
    ['a cut frame', frame([0x10, 0x61]).subarray(0, -4)],
    ['a match from before its begin', frame([0x10, 0x61, 9, 0, 0x00])],
    ['offset 0', frame([0x10, 0x61, 0, 0, 0x00])],
  ])('refuses %s', (_, bytes) => {
    expect(() => unlz4(bytes)).toThrow(expect.objectContaining({ code: 'KAFKA:COMPRESSION' }))
  })
})
