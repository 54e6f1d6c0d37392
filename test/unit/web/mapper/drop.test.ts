// What a drop writes: a field, equal names all the way down, a loop made of a container; and the parts of a step that are mapped.
import { describe, expect, test } from 'vitest'
import { dropped, equalNames, type Kind, type Look } from '../../../../web/mapper/drop.ts'
import { mappable } from '../../../../web/mapper/mappable.ts'
import { EACH, mappingOf, type InputPath } from '../../../../web/mapper/mapping.ts'
import { partsOf, targetRows, withoutRow, withRow, withRowName, withText } from '../../../../web/mapper/parts.ts' // prettier-ignore
import { definition } from '../../../../worker/definitions.ts'
import type { Config } from '../../../../worker/model/app.ts'

const order = {
  id: 7,
  name: '#1042',
  customer: { id: 1, address: { city: 'Bern', zip: '3000' } },
  lines: [{ sku: 'A', qty: 2, tax: [{ rate: 7 }] }],
}
function at(path: InputPath): unknown {
  return path
    .slice(1)
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part === EACH ? 0 : part], order)
}
const kindOf = (value: unknown): Kind =>
  Array.isArray(value) ? 'list' : typeof value === 'object' ? 'dict' : 'leaf'
const look: Look = (path) =>
  Promise.resolve(Object.entries(at(path) as object).map(([key, value]) => ({ key, kind: kindOf(value) })))
const drop = (source: string, path: InputPath, ...keys: string[]) => {
  const target = keys.reduce((one, key) => one.children.find((child) => child.key === key)!, mappingOf(source, 'expression').root!) // prettier-ignore
  return dropped(source, target, { path, kind: kindOf(at(path)) }, look)
}

describe('a container on a container', () => {
  test('fills equal names that have no value, all the way down; what is mapped stays', async () => {
    const source =
      "{'id': msg.id, 'name': None, 'customer': {'id': None, 'address': {'city': None, 'land': 'CH'}}}"
    expect(await drop(source, ['payload'])).toBe(
      "{'id': msg.id, 'name': msg.payload['name'], 'customer': {'id': msg.payload['customer']['id'], " +
        "'address': {'city': msg.payload['customer']['address']['city'], 'land': 'CH'}}}",
    )
  })
  test('a list makes the loop of a container whose fields have no values', async () => {
    const source = "{'rows': {'sku': None, 'qty': None, 'note': ''}}"
    const made = await drop(source, ['payload', 'lines'], 'rows')
    expect(made).toBe("{'rows': [{'sku': line['sku'], 'qty': line['qty'], 'note': ''} for line in msg.payload['lines']]}") // prettier-ignore
    const loop = mappingOf(made, 'expression').root!.children[0]!
    expect(loop).toMatchObject({ kind: 'loop', line: 'field', refs: [['payload', 'lines']] })
    expect(loop.children[0]!.refs).toEqual([['payload', 'lines', EACH, 'sku']])
  })
  test('a list in a list makes a loop in the loop', async () => {
    const source = "{'lines': {'sku': None, 'tax': {'rate': None}}}"
    expect(await drop(source, ['payload'])).toBe(
      "{'lines': [{'sku': line['sku'], 'tax': [{'rate': item['rate']} for item in line['tax']]} for line in msg.payload['lines']]}",
    )
  })
  test('on its own loop it fills what is missing there', async () => {
    const source = "[{'sku': l['sku'], 'qty': None} for l in msg.payload['lines']]"
    expect(await drop(source, ['payload', 'lines'])).toBe(
      "[{'sku': l['sku'], 'qty': l['qty']} for l in msg.payload['lines']]",
    )
  })
  test('without an equal name it becomes a new field; the payload on an empty result becomes the result', async () => {
    expect(await drop("{'a': 1}", ['payload', 'customer', 'address'])).toContain("'address': {\n")
    expect(await drop('{}', ['payload', 'lines'])).toContain("for line in msg.payload['lines']")
    expect(mappingOf(await drop('{}', ['payload']), 'expression').root!.children.map(({ key }) => key)).toEqual(['id', 'name', 'customer', 'lines']) // prettier-ignore
  })
  test('equal names are counted', async () => {
    const source = "{\n    'id': None,\n    'lines': [],\n    'x': None,\n}"
    const { source: made, count } = await equalNames(source, mappingOf(source, 'expression').root!, { path: ['payload'], kind: 'dict' }, look) // prettier-ignore
    expect(count).toBe(2)
    expect(made).toContain("    'lines': [\n        {\n            'sku': line['sku'],")
  })
})

describe('parts', () => {
  const fields = definition('transform')!.fields
  const config: Config = {
    payload: { mode: 'code', source: 'def dw_process(msg):\n    if msg.payload:\n        return msg.payload[\'id\']\n' }, // prettier-ignore
    variables: withRow({ id: 'variables', rows: [] } as never, 'first', "{'a': msg.payload['id']}"),
  }
  test('payload, attributes, and a row for each variable', () => {
    const rows = targetRows(partsOf(mappable(fields, config), config), new Set())
    expect(rows.map(({ id, target }) => `${id} ${target?.line ?? '-'}`)).toEqual([
      'payload code',
      'attributes -',
      'variables -',
      'variables[0] constant',
      'variables[0]/a field',
    ])
    // What cannot be drawn is one place of code, with lines to what it reads.
    expect(rows[0]!.target!.refs).toEqual([['payload'], ['payload', 'id']])
  })
  test('a part is written alone', () => {
    const parts = partsOf(fields, config)
    const row = parts.find(({ id }) => id === 'variables[0]')!
    expect(withText(row, config, 'expression', '2')).toEqual({
      mode: 'literal',
      value: [['first', { mode: 'expression', source: '2' }]],
    })
    expect(withRowName(row, config, 'other')).toMatchObject({ value: [['other', { mode: 'expression' }]] })
    expect(withoutRow(row, config)).toBeUndefined()
    expect(withText(parts[1]!, config, 'expression', '{}')).toEqual({ mode: 'expression', source: '{}' })
  })
  test('text is one value of what its expressions read', () => {
    expect(mappingOf("Hello {{msg.payload['name']}}", 'text').root).toMatchObject({
      line: 'computed',
      refs: [['payload', 'name']],
    })
    expect(mappable(definition('http-request')?.fields ?? definition('set-variable')!.fields, {}).length).toBeGreaterThan(0) // prettier-ignore
  })
})
