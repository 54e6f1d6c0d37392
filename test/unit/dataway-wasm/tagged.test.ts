// A value of the module as tagged JSON: whoever writes it, the module or the codec, it is the same.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { toTagged } from '../../../worker/model/codec.ts'
import { Data } from '../../../worker/model/data.ts'
import { message } from '../../../worker/model/message.ts'
import { DateTime, Decimal, Entity, Float, type Value } from '../../../worker/model/value.ts'
import { dataWay, entity, env } from './dataway.ts'

afterEach(() => dataWay.release('test'))

function written(source: string, payload: Data): { byModule: string; byCodec: string } {
  const data = dataWay.evaluate(dataWay.compile(source, 'expression'), message(payload), env())
  const bytes = data.handle!.owner.toTagged(data.handle!)
  return {
    byModule: JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))),
    byCodec: JSON.stringify(toTagged(data.value)),
  }
}

const keys = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('$', '$int', '$$x', '__proto__', '12', '007', ''),
)
const floats = fc.oneof(
  fc.double({ noDefaultInfinity: false }),
  fc.constantFrom(1, -0, 1e-7, 1e15, 1e16, 1e300),
)
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 70n }),
    floats.map((x) => (Number.isSafeInteger(x) && !Object.is(x, -0) ? new Float(x) : x)),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom<Value>('\ud800', '휀 text', new Decimal('1.20'), new DateTime('2024-01-02T03:04:05')),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((rows) => new Map<Value, Value>(rows)),
  ),
}))

test('of any value that came as an object of JavaScript', () => {
  fc.assert(
    fc.property(value, (given) => {
      const { byModule, byCodec } = written('[msg.payload]', Data.of(given))
      expect(byModule).toBe(byCodec)
    }),
    { numRuns: 2000 },
  )
})

test('of any value that came as JSON, and what a script made of it', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false, maxDepth: 4 }), (text) => {
      for (const source of ["[msg.payload['^value']]", "{'a': msg.payload['^value'], '$b': 1.0}"]) {
        const { byModule, byCodec } = written(source, entity(text))
        expect(byModule).toBe(byCodec)
      }
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '{"b":1.0,"a":[1e2,-0.0,0.1],"s":"a\\u0041\\/\\n\\ud83d\\ude00"}',
  '{"$x":{"$$y":1},"12":1,"1":2}',
  '{"big":12345678901234567890,"dup":1,"dup":2}',
  '[NaN, Infinity, -Infinity, 1e400]',
  '"\\ud800"',
])('of %s', (text) => {
  const { byModule, byCodec } = written("[msg.payload['^value']]", entity(text))
  expect(byModule).toBe(byCodec)
})

test('of an entity', () => {
  const { byModule, byCodec } = written('[msg.payload]', Data.of(new Entity(new Uint8Array([1, 2]), 'a/b')))
  expect(byModule).toBe(byCodec)
})
