// A playground in a link: comes back as it was; what is no playground, or too large, is refused.
import { expect, test } from 'vitest'
import {
  pack,
  readDraft,
  unpack,
  withInput,
  withoutInput,
  type Draft,
} from '../../../../web/playground/draft.ts'

const draft: Draft = {
  mode: 'code',
  source: 'def dw_process(msg):\n    return "Füsun 上海"\n',
  samples: [
    {
      id: 'playground0',
      name: 'orders',
      payload: '{"a": 1}',
      mime: 'application/json',
      attributes: { x: 1 },
    },
    { id: 'playground1', name: 'none' },
  ],
  at: 1,
}

test('a script with its inputs travels in a link', async () => {
  const link = await pack(draft)
  expect(link).toMatch(/^1[\w-]+$/)
  expect(await unpack(link)).toEqual(draft)
})

test('a link that is cut, of another form, or a bomb holds nothing', async () => {
  const link = await pack(draft)
  expect(await unpack(link.slice(0, -9))).toBeUndefined()
  expect(await unpack(`2${link.slice(1)}`)).toBeUndefined()
  expect(await unpack('1')).toBeUndefined()
  const bomb = await pack({ ...draft, source: 'x'.repeat(3_000_000) })
  expect(bomb.length).toBeLessThan(20_000)
  expect(await unpack(bomb)).toBeUndefined()
})

test('only what is known is read; what an older version kept is, too', () => {
  expect(readDraft({ mode: 'expression', source: '1', sample: { payload: '2', evil: 1 } })).toEqual({
    mode: 'expression',
    source: '1',
    samples: [{ id: 'playground0', name: '1', payload: '2' }],
    at: 0,
  })
  for (const bad of [
    null,
    7,
    {},
    { source: 1, samples: [{}] },
    { source: '1', samples: [] },
    { source: '1', samples: [3] },
  ])
    expect(readDraft(bad)).toBeUndefined()
})

test('inputs are added under a free name and taken away', () => {
  const more = withInput(draft, 'Input')
  expect(more.samples.map(({ name }) => name)).toEqual(['orders', 'none', 'Input 3'])
  expect(more.at).toBe(2)
  expect(withoutInput(more, 2)).toMatchObject({ at: 1, samples: draft.samples })
})
