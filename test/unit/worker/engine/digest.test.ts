// The digest of a run stands in records and links: it must stay what it was, however fast it is made.
import { expect, test } from 'vitest'
import { DigestSum, digestText } from '../../../../worker/engine/digest.ts'
import { noteOf, noteOfVariables, refText } from '../../../../worker/engine/value-ref.ts'
import { Data } from '../../../../worker/model/data.ts'

const sumOf = (text: string): string => {
  const digest = digestText(text)
  return `1-${digest}`
}
test.each([
  ['plain parts', ['s1/b2[3]/s7', '|enter|', '{"a":1}', '|', '{}']],
  ['nothing', []],
  ['other characters', ['s1', '|enter|', '"中文 é"']],
  ['a character in the last part', ['s1', '|', 'é']],
  ['more than is digested whole', ['s1', 'x'.repeat(70_000), 'y'.repeat(70_000)]],
])('parts make the digest of their text: %s', (_, parts) => {
  const sum = new DigestSum()
  sum.add(...parts)
  expect(sum.text).toBe(sumOf(parts.join('')))
})
test('the digest of a known run stays', () => {
  const sum = new DigestSum()
  sum.add('s1', '|enter|', 'null', '|', '{}', '|', '{}')
  sum.add('s1', '|leave|', '{"n":1}', '|', '{}', '|', '{"x":"é"}')
  expect(sum.text).toMatchInlineSnapshot(`"2-d56f69971572dbe1"`)
})
const variablesOf: [string, Record<string, string | number>][] = [
  ['few', { a: 1, b: 'x"y' }],
  ['names like numbers', { b: 1, 1: 2, $c: 3 }],
  ['a long one', { long: 'x'.repeat(2_000), a: 'b' }],
  ['none', {}],
]
test.each(variablesOf)('the text of variables is that of their reference: %s', (_, values) => {
  const variables = new Map(Object.entries(values).map(([name, value]) => [name, Data.of(value)]))
  const { ref, text } = noteOfVariables(variables)
  expect(text).toBe('inline' in ref ? JSON.stringify(ref.inline) : ref.digest)
  for (const data of variables.values()) expect(noteOf(data).text).toBe(refText(noteOf(data).ref))
})
