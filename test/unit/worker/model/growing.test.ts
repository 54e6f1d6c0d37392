// Lists and dicts that grow over many messages: every version is what a copy would be, whoever goes on from which.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Data } from '../../../../worker/model/data.ts'
import { withEntries, withItems } from '../../../../worker/model/growing.ts'
import type { Value } from '../../../../worker/model/value.ts'

/** Makes versions from versions, `from` being any of those that are there, and compares all of them with copies. */
function compare<T extends Value, C>(
  first: T,
  changes: { from: number; change: C; look: boolean }[],
  grow: (from: Data, change: C) => Data | undefined,
  copy: (from: T, change: C) => T,
): void {
  const versions = [{ data: Data.of(first), copied: first }]
  for (const { from, change, look } of changes) {
    // Mostly the newest, as in a loop; sometimes another one, as in branches beside each other.
    const { data, copied } = versions[from < versions.length ? from : versions.length - 1]!
    const next = { data: grow(data, change)!, copied: copy(copied, change) }
    if (look) expect(next.data.value).toEqual(next.copied)
    versions.push(next)
  }
  for (const { data, copied } of versions) {
    expect(data.value).toEqual(copied)
    if (copied instanceof Map)
      expect([...(data.value as Map<Value, Value>).keys()]).toEqual([...copied.keys()])
  }
}
const changesOf = <C>(change: fc.Arbitrary<C>) =>
  fc.array(fc.record({ from: fc.nat(60), change, look: fc.boolean() }), { maxLength: 40 })

test('lists', () => {
  fc.assert(
    fc.property(changesOf(fc.array(fc.integer(), { maxLength: 3 })), (changes) =>
      compare<Value[], number[]>([0], changes, withItems, (list, items) => [...list, ...items]),
    ),
  )
})
test('dicts, whose keys stay in their places', () => {
  const entries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer()), { maxLength: 3 })
  fc.assert(
    fc.property(
      changesOf(entries),
      (changes) =>
      compare<Map<Value, Value>, [string, number][]>(new Map([['c', 0]]), changes, withEntries, (dict, added) => new Map([...dict, ...added])), // prettier-ignore
    ),
  )
})
test('a counter that changes one key for long, and an old version of it', () => {
  let data = Data.of(new Map<Value, Value>([['n', 0]]))
  const versions: Data[] = []
  for (let n = 1; n <= 5_000; n++) versions.push((data = withEntries(data, [['n', n]])!))
  for (const n of [1, 999, 1_003, 4_999, 5_000]) expect(versions[n - 1]!.value).toEqual(new Map([['n', n]]))
})
test('what is no list takes no items, what is no dict no entries', () => {
  expect(withItems(Data.of('text'), [1])).toBeUndefined()
  expect(withItems(withEntries(Data.of(new Map()), [['a', 1]])!, [1])).toBeUndefined()
  expect(withEntries(withItems(Data.of([]), [1])!, [['a', 1]])).toBeUndefined()
})
