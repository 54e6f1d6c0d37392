// A data type from a sample: its shape, and what of it a person reads.
import type { Tagged } from '../../../../worker/model/app.ts'
import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import { schemaOf, schemaRows } from '../../../../worker/model/schema-of.ts'

const order: Tagged = { id: 7, total: 12.5, note: null, lines: [{ sku: 'A', qty: 1 }, { sku: 'B', qty: 2.5, gift: true }], tags: [] } // prettier-ignore

test('the shape of a sample: fields of a list are joined, required is what all have', () => {
  expect(schemaOf(order)).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      id: { type: 'integer' },
      total: { type: 'number' },
      note: { type: 'null' },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          properties: { sku: { type: 'string' }, qty: { type: 'number' }, gift: { type: 'boolean' } },
          required: ['sku', 'qty'],
        },
      },
      tags: { type: 'array' },
    },
    required: ['id', 'total', 'note', 'lines', 'tags'],
  })
})

test('the sample fits its own schema, another shape does not', () => {
  const validator = new Validator(schemaOf(order) as never, '2020-12', false)
  expect(validator.validate(order).valid).toBe(true)
  expect(validator.validate({ ...(order as object), id: 'seven' }).valid).toBe(false)
})

test('a list of mixed things has the types of all; rows say name, type and depth', () => {
  expect(schemaOf([1, 'a', null])).toMatchObject({ items: { type: ['integer', 'string', 'null'] } })
  expect(schemaRows(schemaOf(order)).map((row) => [row.name, row.type, row.required, row.depth])).toEqual([
    ['id', 'integer', true, 0],
    ['total', 'number', true, 0],
    ['note', 'null', true, 0],
    ['lines', 'list of object', true, 0],
    ['sku', 'string', true, 1],
    ['qty', 'number', true, 1],
    ['gift', 'boolean', false, 1],
    ['tags', 'array', true, 0],
  ])
  expect(schemaRows('nothing')).toEqual([])
})
