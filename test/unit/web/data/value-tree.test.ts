// A tree over a value in the worker shows the right row at every place, and asks only for windows that are looked at.
import { expect, test } from 'vitest'
import { ValueTree, type AskRows } from '../../../../web/data/value-tree.ts'
import type { ValuePlace } from '../../../../worker/api.ts'

const root: ValuePlace = { run: 'r', seq: 1, part: 'payload', path: [] }

/** A list of `n` dicts with the keys a and b. */
function listOf(n: number, asked: string[] = []): AskRows {
  return async (place, from, count) => {
    asked.push(`${place.path.join('.')}:${from}`)
    const source =
      'msg.payload' + place.path.map((key) => (typeof key === 'number' ? `[${key}]` : `['${key}']`)).join('')
    if (place.path.length === 0) {
      const size = Math.max(0, Math.min(count, n - from))
      const rows = Array.from({ length: size }, (_, i) => ({
        key: from + i,
        step: `[${from + i}]`,
        type: 'dict',
        preview: '',
        count: 2,
      }))
      return { type: 'list', count: n, source, rows }
    }
    const rows = ['a', 'b'].map((key) => ({ key, step: `['${key}']`, type: 'int', preview: '1', count: 0 }))
    return { type: 'dict', count: 2, source, rows }
  }
}
const fail = (thrown: unknown) => {
  throw thrown
}
const keys = (tree: ValueTree) =>
  Array.from({ length: tree.size }, (_, i) => `${'>'.repeat(tree.at(i)!.depth)}${tree.at(i)!.row?.key}`)

test('unfolded rows stand below their row, at any depth of unfolding', async () => {
  const tree = new ValueTree(root, listOf(4), () => {}, fail)
  await tree.start()
  await tree.unfold(tree.at(1)!)
  await tree.unfold(tree.at(5)!)
  expect(keys(tree)).toEqual(['0', '1', '>a', '>b', '2', '3', '>a', '>b'])
  expect(tree.source(tree.at(7)!)).toBe("msg.payload[3]['b']")
  for (let i = 0; i < tree.size; i++) expect(tree.position(tree.at(i)!.branch, tree.at(i)!.index)).toBe(i)
  tree.fold(tree.at(1)!)
  expect(keys(tree)).toEqual(['0', '1', '2', '3', '>a', '>b'])
})

test('of 100,000 rows only the windows looked at are asked for, once', async () => {
  const asked: string[] = []
  const tree = new ValueTree(root, listOf(100_000, asked), () => {}, fail)
  await tree.start()
  expect(tree.size).toBe(100_000)
  tree.at(50_020)
  tree.at(50_021)
  await Promise.resolve()
  expect(asked).toEqual([':0', ':50000'])
  expect(tree.at(50_020)!.row?.key).toBe(50_020)
  expect(tree.at(100_000)).toBeUndefined()
})
