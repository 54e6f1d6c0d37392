// The live output of the mapper over lines: nothing but white space is added.
import { expect, test } from 'vitest'
import { laidOut } from '../../../../web/mapper/laid-out.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')

test('what fits stays in its line, the rest is indented', () => {
  const text =
    "{'orderNo': '1042', 'customer': {'id': 7, 'first': 'Ivy'}, 'lines': [{'item': 'KB-87-BLK', 'qty': 2, 'amount': 798.0}, {'item': 'a, {b', 'qty': 1}]}"
  expect(laidOut(text)).toBe(
    "{\n  'orderNo': '1042',\n  'customer': {'id': 7, 'first': 'Ivy'},\n  'lines': [\n    {\n      'item': 'KB-87-BLK',\n      'qty': 2,\n      'amount': 798.0\n    },\n    {'item': 'a, {b', 'qty': 1}\n  ]\n}",
  )
})

test('cut, short and odd texts come back whole', () => {
  for (const text of [
    '',
    '3',
    "'a, b'",
    '{}',
    "{'a': 1}",
    `{'a': ['${'x'.repeat(60)}', {'b': 'cut…`,
    ']}',
    "it's",
    `[${'1, '.repeat(30)}…`,
  ])
    // prettier-ignore
    expect(squeezed(laidOut(text)), text).toBe(squeezed(text))
})
