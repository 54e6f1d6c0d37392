// The log's frames: what was written comes back, and damage of any kind ends the log before it, never inside it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32c } from '../../../../worker/store/crc32c.ts'
import { encodeFrame, FrameBatch, readFrames } from '../../../../worker/store/frame.ts'
import { joined } from '../../../../worker/model/bytes.ts'
import { applyChange, changeOf } from '../../../../worker/store/text-change.ts'

const payloads = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 })

function logOf(contents: Uint8Array[]): { log: Uint8Array; ends: number[] } {
  const frames = contents.map((payload, seq) => encodeFrame({ type: seq % 7, seq, payload }))
  let at = 0
  return { log: joined(frames), ends: frames.map((frame) => (at += frame.length)) }
}
function plain(frames: { payload: Uint8Array }[]): number[][] {
  return frames.map((frame) => [...frame.payload])
}

describe('frames', () => {
  test('the checksum is CRC-32C', () => {
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283)
  })
  test('what was written is read', () => {
    fc.assert(
      fc.property(payloads, (contents) => {
        const { log } = logOf(contents)
        const read = readFrames(log)
        expect(read.bytes).toBe(log.length)
        expect(plain(read.frames)).toEqual(contents.map((c) => [...c]))
      }),
    )
  })
  test('a log torn anywhere keeps every frame that was whole, and only those', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (contents, cut) => {
        const { log, ends } = logOf(contents)
        const length = log.length === 0 ? 0 : cut % log.length
        const read = readFrames(log.subarray(0, length))
        expect(read.frames.length).toBe(ends.filter((end) => end <= length).length)
        expect(read.bytes).toBe(Math.max(0, ...ends.filter((end) => end <= length)))
      }),
    )
  })
  test('a flipped bit ends the log before the frame it is in', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(7), (contents, place, bit) => {
        const { log, ends } = logOf(contents)
        fc.pre(log.length > 0)
        const at = place % log.length
        log[at]! ^= 1 << bit
        expect(readFrames(log).frames.length).toBe(ends.filter((end) => end <= at).length)
      }),
      { numRuns: 1000 },
    )
  })
  test('any bytes are read without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readFrames(bytes).bytes).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })
})

describe('changes of a text', () => {
  test('lead from the old text to the new one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string(), (a, b, c) => {
        expect(applyChange(a + b, changeOf(a + b, a + c + b))).toBe(a + c + b)
        expect(applyChange(a, changeOf(a, b))).toBe(b)
      }),
    )
  })
  test('are small for a small edit, and refuse another text', () => {
    const before = 'x'.repeat(10_000) + '"name":"old"' + 'y'.repeat(10_000)
    const change = changeOf(before, before.replace('old', 'new'))
    expect(JSON.stringify(change).length).toBeLessThan(100)
    expect(applyChange(before.replace('x', 'z'), change)).toBeUndefined()
  })
  test('never cut a pair of surrogates', () => {
    const change = changeOf('a😀b', 'a😃b')
    expect(new TextDecoder().decode(new TextEncoder().encode(change.middle))).toBe(change.middle)
    expect(applyChange('a😀b', change)).toBe('a😃b')
  })
})

test('a batch of frames is what they are one by one, also a large one and the one after it', () => {
  const batch = new FrameBatch()
  const encoder = new TextEncoder()
  for (const times of [1, 3, 40_000, 2]) {
    const wanted: number[] = []
    for (let seq = 0; seq < times; seq++) {
      const [bytes, text] = [new Uint8Array([seq, 255]), seq % 5 === 0 ? '' : `é€😀 ${seq}`]
      batch.add(seq % 7, seq, bytes, text)
      wanted.push(
        ...encodeFrame({ type: seq % 7, seq, payload: new Uint8Array([...bytes, ...encoder.encode(text)]) }),
      )
    }
    const made = batch.take()
    expect(Buffer.compare(made, Buffer.from(wanted))).toBe(0)
    expect(readFrames(made).frames.length).toBe(times)
  }
  expect(batch.take().length).toBe(0)
})
