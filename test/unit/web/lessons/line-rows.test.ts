// Goal and result line by line.
import { expect, test } from 'vitest'
import { jsonSpans } from '../../../../web/lessons/json-spans.ts'
import { lineRows } from '../../../../web/lessons/line-rows.ts'
import { better } from '../../../../web/lessons/progress.svelte.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const shown = (goal: string, yours: string) => {
  const { rows, places } = lineRows(goal, yours)
  return [places, ...rows.map((row) => `${row.goal?.trim() ?? '·'} ${row.kind === 'same' ? '=' : '≠'} ${row.yours?.trim() ?? '·'}`)] // prettier-ignore
}

test('what is the same stands in one row, what only one has stands alone', () => {
  expect(shown('a\nb\nc', 'a\nb\nc')).toEqual([0, 'a = a', 'b = b', 'c = c'])
  expect(shown('a\nc', 'a\nb\nc')).toEqual([1, 'a = a', '· ≠ b', 'c = c'])
  expect(shown('a\nb\nc', 'a\nx\ny\nc')).toEqual([1, 'a = a', 'b ≠ x', '· ≠ y', 'c = c'])
  expect(shown('', 'a')).toEqual([1, '· ≠ a'])
  expect(shown('', '')).toEqual([0])
})
test('a comma because another line follows is no difference', () => {
  expect(shown(json({ count: 2, lines: ['x', 'y'] }), json({ count: 3, lines: ['x', 'y', 'z'] }))).toEqual([
    2,
    '{ = {',
    '"count": 2, ≠ "count": 3,',
    '"lines": [ = "lines": [',
    '"x", = "x",',
    '"y" = "y",',
    '· ≠ "z"',
    '] = ]',
    '} = }',
  ])
})
test('thousands of different lines', () => {
  const goal = Array.from({ length: 4000 }, (_, i) => `line ${i}`)
  const { rows, places } = lineRows(goal.join('\n'), goal.filter((_, i) => i !== 2000).join('\n'))
  expect(places).toBe(1)
  expect(rows.filter(({ kind }) => kind === 'differs')).toEqual([{ kind: 'differs', goal: 'line 2000' }])
})
test('words of a line of JSON', () => {
  const kinds = (line: string) => jsonSpans(line).map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds('  "a\\"b": "x: 1",')).toEqual(['plain   ', 'key "a\\"b"', 'plain :', 'plain  ', 'string "x: 1"', 'plain ,']) // prettier-ignore
  expect(kinds('-1.5e3, true')).toEqual(['number -1.5e3', 'plain , ', 'word true'])
  expect(jsonSpans('plain text').map(({ text }) => text).join('')).toBe('plain text') // prettier-ignore
})
test('the better score: steps, then calls, then time', () => {
  const score = (steps: number, calls: number, seconds: number) => ({ steps, calls, seconds })
  expect(better(undefined, score(1, 1, 1))).toEqual(score(1, 1, 1))
  expect(better(score(4, 1, 60), score(5, 0, 1))).toEqual(score(4, 1, 60))
  expect(better(score(4, 1, 60), score(4, 0, 99))).toEqual(score(4, 0, 99))
  expect(better(score(4, 1, 60), score(4, 1, 30))).toEqual(score(4, 1, 30))
})
