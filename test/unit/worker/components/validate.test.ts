// Validate: what fits passes, and everything that does not is told with its place.
import { describe, expect, test } from 'vitest'
import type { Tagged } from '../../../../worker/model/app.ts'
import { appOf, ex, flow, ran, sample, step } from '../../../support/engine.ts'

const against = (schema: unknown) => step('validate', { schema: typeof schema === 'string' ? schema : JSON.stringify(schema) }) // prettier-ignore
const told = async (schema: unknown, value: Tagged) => {
  const { fault } = await ran([against(schema)], { input: sample(value) })
  return (fault?.data?.['violations'] as { path: string; keyword: string }[] | undefined)?.map(({ path, keyword }) => `${path} ${keyword}`) // prettier-ignore
}

describe('violations', () => {
  test('every one, with the place in the value as DataWay writes it', async () => {
    const line = { type: 'object', required: ['sku'], properties: { qty: { type: 'integer' }, 'a/b': { const: 1 } } } // prettier-ignore
    const schema = { type: 'object', required: ['id'], properties: { lines: { items: line }, it: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, additionalProperties: false } // prettier-ignore
    expect(await told(schema, { lines: [{ sku: 1, qty: 'x' }, { 'a/b': 2 }], it: 5, more: 1 })).toEqual([
      ' required',
      "['lines'][0]['qty'] type",
      "['lines'][1] required",
      "['lines'][1]['a/b'] const",
      "['it'] anyOf",
      "['more'] false",
    ])
  })
  test('more than a hundred are counted', async () => {
    const { fault } = await ran([against({ items: { type: 'string' } })], { input: sample(Array.from({ length: 250 }, (_, i) => i)) }) // prettier-ignore
    expect(fault!.data).toMatchObject({ count: 250 })
    expect(fault!.data!['violations']).toHaveLength(100)
    expect(fault!.message).toContain('And 150 more.')
  })
  test('a schema of true or false', async () => {
    expect(await told('true', 1)).toBeUndefined()
    expect(await told('false', 1)).toHaveLength(1)
  })
})

describe('values', () => {
  test('an Entity is what it holds, text is text, a datetime and a decimal are as JSON writes them', async () => {
    const entity = { id: 'i', name: '', payload: '{"n": 1}', mime: 'application/json' }
    expect((await ran([against({ properties: { n: { type: 'string' } } })], { input: entity })).fault!.code).toBe('CORE:INVALID') // prettier-ignore
    expect((await ran([against({ type: 'object' })], { input: entity })).fault).toBeUndefined()
    expect(await told({ type: 'string' }, '5')).toBeUndefined()
    expect(await told({ type: 'string', format: 'date-time' }, { $datetime: '2026-01-01T00:00:00+00:00' })).toBeUndefined() // prettier-ignore
  })
  test('part of the payload can be meant', async () => {
    const part = step('validate', { content: ex("msg.payload['a']"), schema: '{"type": "integer"}' })
    expect((await ran([part], { input: sample({ a: 1 }) })).fault).toBeUndefined()
    expect((await ran([part], { input: sample({ a: 'x' }) })).fault!.code).toBe('CORE:INVALID')
  })
})

describe('schemas', () => {
  test('a data type of the app, by name', async () => {
    const app = appOf(flow([step('validate', { against: 'type', type: 'Order' })]))
    app.types.push({ id: 'ty1', name: 'Order', schema: { required: ['id'] } })
    expect((await ran(app, { input: sample({ id: 1 }) })).fault).toBeUndefined()
    expect((await ran(app, { input: sample({}) })).fault!.code).toBe('CORE:INVALID')
    app.types.length = 0
    expect((await ran(app, { input: sample({}) })).fault).toMatchObject({ code: 'CORE:SCHEMA', at: { field: 'type' } }) // prettier-ignore
  })
  test('what is no schema is said, and what it refers to is not fetched', async () => {
    for (const schema of ['{', '5', '[]', '{"$ref": "https://example.com/x.json"}', '{"pattern": "("}']) {
      const { fault } = await ran([against(schema)], { input: sample('x') })
      expect(fault, schema).toMatchObject({ code: 'CORE:SCHEMA', at: { field: 'schema' } })
    }
  })
})
