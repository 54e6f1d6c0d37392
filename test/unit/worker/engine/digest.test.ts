// The digest of a run stands in records and links: it must stay what it is, however fast it is made.
import { expect, test } from 'vitest'
import { Chain, DigestSum, isComparable } from '../../../../worker/engine/digest.ts'
import { noteOf, noteOfVariables } from '../../../../worker/engine/value-ref.ts'
import { Data } from '../../../../worker/model/data.ts'
import { Float, type Value } from '../../../../worker/model/value.ts'
import { Variables } from '../../../../worker/model/variables.ts'

const sumOf = (...hashes: Chain[]): string => {
  const sum = new DigestSum()
  for (const hash of hashes) sum.add(hash)
  return sum.text
}
const variablesOf = (values: Record<string, Value>): Variables =>
  Variables.of(Object.entries(values).map(([name, value]) => [name, Data.of(value)]))

test('the digest of known values stays', () => {
  const variables = noteOfVariables(variablesOf({ x: 'é', n: 1.5 }))
  const one = new Chain()
    .text('s1')
    .text('enter')
    .hash(noteOf(Data.of(1)))
    .hash(variables)
  expect(sumOf(one, new Chain())).toMatchInlineSnapshot(`"3:2-484cd4f6ff803fb4"`)
})
test('the order of hashes makes no difference, their number and their parts do', () => {
  const [a, b] = [new Chain().text('a'), new Chain().text('b')]
  expect(sumOf(a, b)).toBe(sumOf(b, a))
  expect(sumOf(a, a)).not.toBe(sumOf(a))
  expect(new Chain().text('ab').text('c').hex).not.toBe(new Chain().text('a').text('bc').hex)
  expect(new Chain().hash(a).hash(b).hex).not.toBe(new Chain().hash(b).hash(a).hex)
})
test('values that differ have another hash: thousands of them', () => {
  const values: Value[] = [null, true, false, '', 'null', new Float(1), 'é', [], new Map()]
  for (let i = 0; i < 5_000; i++) values.push(i, String(i), i + 0.5, [i])
  const hashes = values.map((value) => noteOf(Data.of(value))).map(({ a, b }) => `${a} ${b}`)
  expect(new Set(hashes).size).toBe(values.length)
})
test('a digest of a former kind is not compared', () => {
  expect(isComparable('2-d56f69971572dbe1')).toBe(false)
  expect(isComparable(sumOf(new Chain()))).toBe(true)
})

const examples: [string, Record<string, Value>, unknown][] = [
  ['few', { a: 1, b: 'x"y' }, { inline: { a: 1, b: 'x"y' } }],
  ['names like numbers', { b: 1, 1: 2, $c: 3 }, { inline: { b: 1, 1: 2, $$c: 3 } }],
  ['none', {}, { inline: {} }],
  ['a long one', { long: 'x'.repeat(2_000), a: 'b' }, { type: 'dict', preview: 'long, a' }],
  ['one that alone is too long', { long: 'x'.repeat(2_000) }, { type: 'dict', preview: 'long' }],
]
test.each(examples)('variables as one reference: %s', (_, values, ref) => {
  expect(noteOfVariables(variablesOf(values)).ref).toMatchObject(ref as object)
})
test('variables in another order have another hash', () => {
  const [one, other] = [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ].map((values) => noteOfVariables(variablesOf(values)))
  expect([one!.a, one!.b]).not.toEqual([other!.a, other!.b])
})
