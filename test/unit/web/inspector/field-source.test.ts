// A value field shows what is stored and stores what is shown.
import { expect, test } from 'vitest'
import { shownSource, storedSource } from '../../../../web/inspector/field-source.ts'

const all = ['text', 'expression', 'code'] as const

test('scalars and literals are shown in a mode that means the same', () => {
  expect(shownSource('a {{b', all)).toEqual({ mode: 'text', source: 'a \\{{b' })
  expect(shownSource(12, all)).toEqual({ mode: 'expression', source: '12' })
  expect(shownSource(false, all)).toEqual({ mode: 'expression', source: 'False' })
  expect(shownSource({ mode: 'literal', value: { "it's": [1, null] } }, all)).toEqual({
    mode: 'expression',
    source: `{"it's": [1, None]}`,
  })
  expect(shownSource({ mode: 'code', source: 'x' }, all)).toEqual({ mode: 'code', source: 'x' })
  expect(shownSource(undefined, all)).toBeUndefined()
})

test('an emptied source is not stored and a wanted type stays', () => {
  expect(storedSource({ mode: 'text', source: '' }, 'x')).toBeUndefined()
  expect(storedSource({ mode: 'text', source: 'y' }, { mode: 'expression', source: 'x', as: 'int' })).toEqual(
    {
      mode: 'text',
      source: 'y',
      as: 'int',
    },
  )
})
