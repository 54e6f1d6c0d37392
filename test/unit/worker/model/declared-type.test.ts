// Data types bound to steps: which one counts at a place, what completion shows of it, and which of its fields a mapping lacks.
import { expect, test } from 'vitest'
import { exampleOf, typeBefore } from '../../../../worker/model/declared-type.ts'
import type { App } from '../../../../worker/model/app.ts'
import { setPayloadType } from '../../../../worker/model/commands/steps.ts'
import { schemaCheck } from '../../../../worker/model/schema-check.ts'
import { parseApp } from '../../../../worker/model/validate.ts'
import { withMissing, missingNames } from '../../../../web/mapper/type-fields.ts'
import { mappingOf } from '../../../../web/mapper/mapping.ts'
import { handApp, step } from '../../../support/hand-app.ts'

const schema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string', examples: ['#1042'] },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
}
const one = step('transform', 'One')
const inner = step('logger', 'Inner')
const loop = { ...step('for-each', 'Loop'), branches: [{ id: 'branch01', role: 'body', config: {}, steps: [inner] }] } // prettier-ignore
const two = step('logger', 'Two')
const app: App = {
  ...handApp('Typed', {}, [one, loop, two]),
  types: [{ id: 'typetype', name: 'Order', schema }],
}
const flowOf = (of: App) => of.flows[0]!

test('the nearest step above counts, else the trigger; in a scope only its own steps', () => {
  const trigger = flowOf(app).trigger!.id
  const typed = { ...setPayloadType(app, trigger, 'Order'), types: app.types }
  expect(typeBefore(typed, flowOf(typed), two.id)?.by.id).toBe(trigger)
  expect(typeBefore(typed, flowOf(typed), inner.id)).toBeUndefined()
  expect(typeBefore(typed, flowOf(typed), trigger)).toBeUndefined()
  const both = { ...setPayloadType(typed, one.id, 'typetype'), types: app.types }
  expect(typeBefore(both, flowOf(both), two.id)?.by.id).toBe(one.id)
  expect(typeBefore(both, flowOf(both), one.id)?.by.id).toBe(trigger)
  // A type that is gone says nothing; an empty choice takes the word away.
  expect(typeBefore({ ...both, types: [] }, flowOf(both), two.id)).toBeUndefined()
  expect(flowOf({ ...both, ...setPayloadType(both, one.id, '') }).steps[0]).not.toHaveProperty('payloadType')
  // It is part of the file.
  const read = parseApp(JSON.stringify(both))
  expect(read.flows[0]!.steps[0]!.payloadType).toBe('typetype')
})

test('an example has the fields, with the examples of the schema', () => {
  expect(exampleOf(schema)).toEqual({ id: 0, name: '#1042', lines: [{ sku: '' }] })
  expect(exampleOf(true)).toBe(null)
  const endless: Record<string, unknown> = { type: 'object', properties: {} }
  ;(endless['properties'] as Record<string, unknown>)['self'] = endless
  expect(JSON.stringify(exampleOf(endless as never)).length).toBeLessThan(400)
})

test('violations name their place as DataWay writes it', async () => {
  const check = await schemaCheck(JSON.stringify(schema))
  expect(check({ id: 1, lines: [{ sku: 2 }] }).map(({ path }) => path)).toEqual(["['lines'][0]['sku']"])
  expect(check({ id: 1 })).toEqual([])
})

test('fields that the type asks for are put into the text once, without values', () => {
  const made = withMissing("{'id': 1}", 'expression', schema)
  expect(made).toBe("{'id': 1, 'name': None, 'lines': {'sku': None}}")
  expect(missingNames(schema, mappingOf(made, 'expression').root)).toEqual([])
})
