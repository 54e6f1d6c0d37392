// Places of problems land on the right letters, also behind characters that are two UTF-16 units.
import { expect, test } from 'vitest'
import { offsetOf, rangeOf } from '../../../../web/editor/source-place.ts'
import { chipName } from '../../../../web/editor/data-chips.ts'

test('columns count code points, lines from 1, and what is outside moves in', () => {
  const source = "a = '😀' + b\nnext"
  expect(source.slice(offsetOf(source, 1, 11))).toBe('b\nnext')
  expect(offsetOf(source, 2, 1)).toBe(source.indexOf('next'))
  expect(offsetOf(source, 9, 99)).toBe(source.length)
})

test('a place without an end takes the word there, at the end of the text the last character', () => {
  const source = 'foo(bar'
  expect(rangeOf(source, { line: 1, column: 5 })).toEqual({ from: 4, to: 7 })
  expect(rangeOf(source, { line: 1, column: 8 })).toEqual({ from: 6, to: 7 })
  expect(rangeOf(source, { line: 1, column: 1, endColumn: 4 })).toEqual({ from: 0, to: 3 })
  expect(rangeOf('', { line: 1, column: 1 })).toEqual({ from: 0, to: 0 })
})

test('a chip shows the last name of its path, and an expression as it is', () => {
  expect(chipName("msg.payload['customer']['id']")).toBe('id')
  expect(chipName("msg.vars.get('run_id')")).toBe('run_id')
  expect(chipName('msg.payload')).toBe('payload')
  expect(chipName('msg.payload[0]')).toBe('0')
  expect(chipName('len(msg.payload)')).toBe('len(msg.payload)')
})
