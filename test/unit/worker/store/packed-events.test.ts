import { expect, test } from 'vitest'
import type { RunEvent, ValueRef } from '../../../../worker/model/event.ts'
import { packEvents, unpackEvents } from '../../../../worker/store/packed-events.ts'
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
  expect(unpackEvents(packEvents(all))).toEqual(all)
})
test('what repeats is written once', () => {
  const { paths, refs } = packEvents(events)
  expect(paths).toEqual(['', 's1', 's1/b[0]/s2'])
  expect(refs).toEqual([payload, variables, { inline: {} }])
})
test('a log of an older version has its events one by one', () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ kind: 'events', t: 5, run: 'r', n: 0, events }))
  expect(decodeRecord({ type: 2, payload: bytes })).toEqual({ kind: 'events', t: 5, run: 'r', n: 0, events })
})
