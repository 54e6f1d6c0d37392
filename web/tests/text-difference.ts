// Where two texts differ: what they have in common at the beginning and at the end is left out of the mark. Pure.
export interface Marked {
  before: string
  marked: string
  after: string
}

export function difference(got: string, expected: string): [got: Marked, expected: Marked] {
  const shorter = Math.min(got.length, expected.length)
  let start = 0
  while (start < shorter && got[start] === expected[start]) start++
  let end = 0
  while (end < shorter - start && got[got.length - 1 - end] === expected[expected.length - 1 - end]) end++
  const cut = (text: string): Marked => ({
    before: text.slice(0, start),
    marked: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  })
  return [cut(got), cut(expected)]
}
