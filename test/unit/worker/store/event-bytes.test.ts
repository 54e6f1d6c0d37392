import { expect, test } from 'vitest'
import { InlineRef, type RunEvent, type ValueRef } from '../../../../worker/model/event.ts'
import { decodeRecord, encodeRecord } from '../../../../worker/store/record.ts'

const payload: ValueRef = { inline: { n: 1 } }
const variables: ValueRef = { digest: '0011223344556677', bytes: 5_000, type: 'dict', preview: 'a, b' }
const events: RunEvent[] = [
  { seq: 0, at: 0, path: '', kind: 'start', data: { flow: 'f', app: 'a' }, values: { payload, variables } },
  { seq: 1, at: 7, path: 's1', kind: 'enter', values: { payload, attributes: { inline: {} }, variables } },
  { seq: 2, at: 7, path: 's1', kind: 'round', data: { branch: 'b', index: 0, count: 3 } },
  { seq: 9, at: 5, path: 's1/b[0]/s2', kind: 'log', data: { level: 'INFO', category: 'x', text: 'é' } },
  { seq: 10, at: 1_000_000, path: 's1', kind: 'leave', values: { payload } },
  { seq: 11, at: 1_000_001, path: '', kind: 'end', data: { outcome: 'ok' } },
]

test('events come back from the log as they were', () => {
  const record = { kind: 'events', t: 5, run: 'r', n: 3, life: 2, events } as const
  expect(decodeRecord(encodeRecord({ ...record, events }))).toEqual(record)
  expect(decodeRecord(encodeRecord({ ...record, events: [] }))).toEqual({ ...record, events: [] })
})
test('every kind of event comes back', () => {
  const kinds: RunEvent['kind'][] = ['start', 'enter', 'leave', 'branch', 'round', 'effect', 'log', 'fault', 'pause', 'resume', 'end'] // prettier-ignore
  const all = kinds.map((kind, seq): RunEvent => ({ seq, at: seq, path: 's', kind }))
  const record = { kind: 'events', t: 5, run: 'r', n: 3, events: all } as const
  expect(decodeRecord(encodeRecord({ ...record, events: all }))).toEqual(record)
})
test('what is hard to write comes back: half characters, large numbers, many events, any order of time', () => {
  const half = 'a\ud83d'
  const odd: RunEvent[] = Array.from({ length: 3_000 }, (_, n) => ({
    seq: n * 1_000_003,
    at: n % 3 ? n * 2 ** 33 : 2 ** 46 - n,
    path: `${half}${n % 500}`,
    kind: n % 2 ? 'enter' : 'leave',
    ...(n % 7 === 0 && { data: { text: half, index: n } }),
    values: {
      ...(n % 2 && { payload: { inline: { [half]: [n, half, '€', null, 1.5e300] } } }),
      ...(n % 3 && {
        attributes: { digest: '0011223344556677', bytes: 2 ** 40 + n, type: 'dict', preview: half },
      }),
      ...(n % 5 && { variables }),
    },
  }))
  const events = odd.map((event) =>
    Object.keys(event.values!).length ? event : { ...event, values: undefined },
  )
  const record = { kind: 'events', t: 5, run: half, n: 3, events } as const
  expect(decodeRecord(encodeRecord({ ...record, events }))).toEqual(record)
})
test('what repeats is written once', () => {
  const size = (events: RunEvent[]): number => encodeRecord({ kind: 'events', t: 5, run: 'r', n: 3, events }).payload.length // prettier-ignore
  const one: RunEvent = { seq: 1, at: 1, path: 's1/b[0]/s2', kind: 'enter', values: { payload: { inline: 'x'.repeat(900) }, variables } } // prettier-ignore
  const more = Array.from({ length: 9 }, (_, n): RunEvent => ({ ...one, seq: n + 2, at: 2 }))
  expect(size([one, ...more]) - size([one])).toBe(9 * 7)
})
test('a reference that has its JSON is written as one that has not', () => {
  const text = '{"a":[1,"é"]}'
  const of = (payload: ValueRef) => encodeRecord({ kind: 'events', t: 5, run: 'r', n: 3, events: [{ seq: 0, at: 0, path: '', kind: 'enter', values: { payload } }] }) // prettier-ignore
  expect(of(new InlineRef(JSON.parse(text), text))).toEqual(of({ inline: JSON.parse(text) }))
})
test('a log of an older version has its events as rows of numbers', () => {
  const packed = { paths: ['', 's1'], refs: [payload, variables], data: [{ outcome: 'ok' }], rows: [3, 0, 1, 0, 0, 1, 0, 2, 1, 7, 2, 1, 0, 1, 0, 0, 5, -2, 1, 10, 1, 0, 0, 0] } // prettier-ignore
  const bytes = new TextEncoder().encode(JSON.stringify({ kind: 'events', t: 5, run: 'r', n: 0, packed }))
  expect(decodeRecord({ type: 2, payload: bytes })).toEqual({
    kind: 'events',
    t: 5,
    run: 'r',
    n: 0,
    events: [
      { seq: 3, at: 0, path: '', kind: 'start', values: { payload, variables } },
      { seq: 4, at: 7, path: 's1', kind: 'enter', values: { payload } },
      { seq: 9, at: 5, path: '', kind: 'end', data: { outcome: 'ok' } },
    ],
  })
})
test('a log of a still older version has its events one by one', () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ kind: 'events', t: 5, run: 'r', n: 0, events }))
  expect(decodeRecord({ type: 2, payload: bytes })).toEqual({ kind: 'events', t: 5, run: 'r', n: 0, events })
})
