// Cron text means what the design says, also where the clock is changed.
import { expect, test } from 'vitest'
import { nextTimes } from '../../../../worker/model/cron.ts'

const from = (text: string, zone: string, after: string, count = 3) =>
  nextTimes(text, zone, count, Date.parse(after))

test('six parts start with seconds, and 1 is Sunday', () => {
  expect(from('0 30 8 ? * 1', 'Asia/Shanghai', '2026-11-24T00:00:00Z', 2)).toEqual([
    '2026-11-29T08:30:00+08:00',
    '2026-12-06T08:30:00+08:00',
  ])
  expect(from('15 0 0 1 JAN ? 2028', 'UTC', '2026-11-24T00:00:00Z')).toEqual(['2028-01-01T00:00:15+00:00'])
})
test('five parts start with minutes, and 0 is Sunday', () => {
  expect(from('30 8 * * 0', 'UTC', '2026-11-24T00:00:00Z', 1)).toEqual(['2026-11-29T08:30:00+00:00'])
})
test('? is any day, not the day of today', () => {
  expect(from('0 0 8 * * ?', 'UTC', '2026-11-24T09:00:00Z', 2)).toEqual([
    '2026-11-25T08:00:00+00:00',
    '2026-11-26T08:00:00+00:00',
  ])
})
test('several expressions: any of them fires, an instant once', () => {
  expect(from('0 0 8 * * ?\r0 0 9 * * ?\n0 0 8 ? * *', 'UTC', '2026-11-24T07:00:00Z')).toEqual([
    '2026-11-24T08:00:00+00:00',
    '2026-11-24T09:00:00+00:00',
    '2026-11-25T08:00:00+00:00',
  ])
})
test('steps from a start, the last day of a month', () => {
  expect(from('0 5/20 * * * ?', 'UTC', '2026-11-24T00:00:00Z')).toEqual([
    '2026-11-24T00:05:00+00:00',
    '2026-11-24T00:25:00+00:00',
    '2026-11-24T00:45:00+00:00',
  ])
  expect(from('0 0 0 L * ?', 'UTC', '2026-02-01T00:00:00Z', 1)).toEqual(['2026-02-28T00:00:00+00:00'])
})
test('a fixed time in the gap of spring fires once, right after it', () => {
  expect(from('0 30 2 * * ?', 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
    '2026-03-29T03:00:00+02:00',
    '2026-03-30T02:30:00+02:00',
  ])
})
test('a fixed time that autumn repeats fires once, an interval each real time', () => {
  expect(from('0 30 2 * * ?', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
    '2026-10-25T02:30:00+02:00',
    '2026-10-26T02:30:00+01:00',
  ])
  expect(from('0 */30 * * * ?', 'Europe/Berlin', '2026-10-24T23:59:00Z', 5)).toEqual([
    '2026-10-25T02:00:00+02:00',
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:00:00+01:00',
    '2026-10-25T02:30:00+01:00',
    '2026-10-25T03:00:00+01:00',
  ])
})
test('what cannot be read says why', () => {
  const broken: [string, RegExp][] = [
    ['', /empty/],
    ['* * *', /3 parts/],
    ['0 0 8 * * *', /must be \?/],
    ['0 0 8 ? * ?', /Only one/],
    ['0 ? 8 * * ?', /stands alone/],
    ['0 61 8 * * ?', /cannot be read/],
    ['a b c d e', /cannot be read/],
  ]
  for (const [text, why] of broken)
    expect(() => from(text, 'UTC', '2026-01-01T00:00:00Z'), text).toThrow(
      expect.objectContaining({ code: 'CRON:SYNTAX', message: expect.stringMatching(why) }),
    )
  expect(() => from('* * * * *', 'Mars/Olympus', '2026-01-01T00:00:00Z')).toThrow(
    expect.objectContaining({ code: 'CRON:ZONE' }),
  )
})
test('a text that never fires gives nothing', () => {
  expect(from('0 0 0 30 2 ?', 'UTC', '2026-01-01T00:00:00Z')).toEqual([])
})
