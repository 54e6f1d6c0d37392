import { expect, it } from 'vitest'
import { room, utf8 } from '../../../../worker/relay/slab.ts'

it('gives pieces that do not overlap, each whole, also where a slab ends', () => {
  const texts = Array.from({ length: 3_000 }, (_, i) => `${i} 值 é 🙂 `.repeat(1 + (i % 40)))
  const pieces = texts.flatMap((text) => [utf8(text), room(text.length).fill(255)])
  const said = pieces.filter((_, i) => i % 2 === 0).map((piece) => Buffer.from(piece).toString('utf8'))
  expect(said).toEqual(texts)
})

it('makes what TextEncoder makes, of any length', () => {
  for (const text of ['', 'a', '\ud800', 'é'.repeat(2_730), '值'.repeat(2_731), 'x'.repeat(100_000)])
    expect(Buffer.from(utf8(text)).equals(new TextEncoder().encode(text))).toBe(true)
})

it('is empty where nothing was written', () => {
  for (const size of [0, 1, 8_192, 8_193, 1_000_000])
    expect(room(size).every((byte) => byte === 0)).toBe(true)
})
