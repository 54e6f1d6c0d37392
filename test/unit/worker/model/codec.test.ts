// Tagged JSON gives back exactly what went in, also through JSON text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tagged } from '../../../../worker/model/app.ts'
import { fromTagged, toTagged } from '../../../../worker/model/codec.ts'
import { Data } from '../../../../worker/model/data.ts'
import { message } from '../../../../worker/model/message.ts'
import {
  DateTime,
  Decimal,
  Entity,
  Float,
  FormDataParts,
  LocalDate,
  LocalTime,
  MessageValue,
  MultiMap,
  type Value,
} from '../../../../worker/model/value.ts'
import { Variables } from '../../../../worker/model/variables.ts'

const throughText = (value: Value): Value => fromTagged(JSON.parse(JSON.stringify(toTagged(value))) as Tagged)

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, true, false, 0, -1, 1.5, 2 ** 53 - 1, 2n ** 64n, -(2n ** 53n)),
    fc.constantFrom<Value>(new Float(1), new Float(-7), -0, 1e300, 2 ** 53, NaN, -Infinity),
    fc.string(),
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    fc.constantFrom<Value>(
      new Decimal('1.20'),
      new DateTime('2026-11-24T08:00:00+08:00'),
      new LocalDate('2026-11-24'),
      new LocalTime('08:00:00'),
      new Entity(new Uint8Array([123, 125]), 'application/json'),
      new FormDataParts('b', [{ headers: [['A', 'b']], content: new Uint8Array([1]) }]),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.oneof(fc.string(), fc.constantFrom('$int', '$$', '__proto__', '12', '2')), tie('value')),
        {
          maxLength: 4,
        },
      )
      .map((pairs) => new Map<Value, Value>(pairs)),
    fc
      .array(fc.tuple(fc.integer(), tie('value')), { maxLength: 3 })
      .map((pairs) => new Map<Value, Value>(pairs)),
    fc
      .array(fc.tuple(fc.string(), tie('value')), { maxLength: 3 })
      .map((pairs) => new MultiMap(pairs as [string, Value][])),
  ),
})).value

test('every value comes back the same, dicts in their order', () => {
  fc.assert(
    fc.property(value, (original) => {
      const back = throughText(original)
      expect(back).toEqual(original)
      if (original instanceof Map && back instanceof Map)
        expect([...back.keys()]).toEqual([...original.keys()])
    }),
  )
})

test('what JSON can say is plain JSON', () => {
  const dict = new Map<Value, Value>([
    ['name', 'Mei'],
    ['list', [1, 2.5, null, true]],
  ])
  expect(toTagged(dict)).toEqual({ name: 'Mei', list: [1, 2.5, null, true] })
  expect(toTagged(new Map([['1', 'L'], ['2', 'R']]))).toEqual({ '1': 'L', '2': 'R' }) // prettier-ignore
})

test('tags are spelled as documented', () => {
  expect(toTagged(new Decimal('1.20'))).toEqual({ $decimal: '1.20' })
  expect(toTagged(2n ** 60n)).toEqual({ $int: '1152921504606846976' })
  expect(toTagged(new Float(1))).toEqual({ $float: '1.0' })
  expect(toTagged(new Map([['$int', 1]]))).toEqual({ $$int: 1 })
  expect(fromTagged({ $entity: { mime: 'text/plain', text: 'é' } })).toEqual(
    new Entity(new Uint8Array([0xc3, 0xa9]), 'text/plain'),
  )
})

test('a message is a value', () => {
  const inner = message(Data.of([1]), undefined, Variables.of([['x', Data.of('y')]]), 'seq')
  const back = throughText(new MessageValue(inner)) as MessageValue
  expect(back.message.payload.value).toEqual([1])
  expect(back.message.variables.get('x')!.value).toBe('y')
  expect(back.message.seqId).toBe('seq')
})

test('broken tags and endless nesting are Faults', () => {
  for (const broken of [
    { $what: 1 },
    { $int: '1.5' },
    { $int: 5 },
    { $bytes: '!' },
    { $dict: [1] },
    { $float: 'x' },
  ])
    expect(() => fromTagged(broken as unknown as Tagged)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^CODEC:/) }),
    )
  let deep: Value = []
  for (let i = 0; i < 1100; i++) deep = [deep]
  expect(() => toTagged(deep)).toThrow(expect.objectContaining({ code: 'CORE:DEPTH' }))
})
