// How a typed text finds a command or component.
import { describe, expect, test } from 'vitest'
import { match, pieces } from '../../../../web/commands/match.ts'

describe('match', () => {
  test('nothing typed finds everything', () => expect(match('Run', '')).toEqual({ score: 0, ranges: [] }))
  test('the start of a label ranks above the start of a word above its middle', () => {
    const [start, word, middle] = ['Try', 'Re try', 'Retry'].map((label) => match(label, 'try')!.score)
    expect(start).toBeGreaterThan(word!)
    expect(word).toBeGreaterThan(middle!)
  })
  test('several words are found in any order and marked in theirs', () => {
    expect(match('Wrap in Until Successful', 'until wrap')!.ranges).toEqual([
      [0, 4],
      [8, 13],
    ])
  })
  test('first letters find a name', () => {
    expect(match('Until Successful', 'us')!.ranges).toEqual([
      [0, 1],
      [6, 7],
    ])
  })
  test('extra words find without marking', () => {
    expect(match('Choice', 'if else', 'if else switch')!.ranges).toEqual([])
    expect(match('条件分支', '路由', '判断 路由')).toBeDefined()
  })
  test('what is not there is not found', () => expect(match('Transform', 'kafka', 'map')).toBeUndefined())
})

test('pieces put the label together again', () => {
  const cut = pieces('HTTP Request', [
    [0, 4],
    [5, 8],
  ])
  expect(cut.map(({ text }) => text).join('')).toBe('HTTP Request')
  expect(cut.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['HTTP', 'Req'])
})
