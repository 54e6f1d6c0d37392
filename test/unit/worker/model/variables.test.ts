import { expect, test } from 'vitest'
import { Data } from '../../../../worker/model/data.ts'
import { Variables } from '../../../../worker/model/variables.ts'

const [one, two, three] = [1, 2, 3].map((n) => Data.of(n)) as [Data, Data, Data]
const abc = Variables.none.with('a', one).with('b', two).with('c', three)

test('a name keeps its place when it is set again; a removed one comes back at the end', () => {
  expect([...abc.with('b', three)]).toEqual([['a', one], ['b', three], ['c', three]]) // prettier-ignore
  expect([...abc.without('a').with('a', two).keys()]).toEqual(['b', 'c', 'a'])
})
test('a change leaves what it was made of as it was', () => {
  abc.with('a', three)
  abc.without('b')
  expect([...abc.values()]).toEqual([one, two, three])
})
test('what changes nothing is the same object', () => {
  expect(abc.with('a', one)).toBe(abc)
  expect(abc.without('d')).toBe(abc)
})
test('messages that have the same names share them', () => {
  const other = Variables.of([['a', two], ['b', two]]) // prettier-ignore
  expect(other.names).toBe(abc.without('c').names)
  expect(other.get('b')).toBe(two)
  expect(other.has('c')).toBe(false)
})
test('the last one of a name counts, also of names that objects have by themselves', () => {
  const odd = Variables.of([['__proto__', one], ['constructor', two], ['__proto__', three]]) // prettier-ignore
  expect([...odd]).toEqual([['__proto__', three], ['constructor', two]]) // prettier-ignore
  expect(odd.get('toString')).toBe(undefined)
})
test('restored: as before, or gone', () => {
  const before = Variables.none.with('a', two)
  expect([...abc.restored(['a', 'c', 'z'], before)]).toEqual([['a', two], ['b', two]]) // prettier-ignore
})
