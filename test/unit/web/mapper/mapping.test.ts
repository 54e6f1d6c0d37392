// A DataWay text drawn as a mapping, and edits of the mapping written back: the rest of the text stays to the letter, and what
// was written gives what was drawn.
import { describe, expect, test } from 'vitest'
import { mappingOf, type Target } from '../../../../web/mapper/mapping.ts'
import { containerOf, dictText, freeKey, loopText, pathText, withField, withKey, withoutField, withValue } from '../../../../web/mapper/mapping-edit.ts' // prettier-ignore
import { targetRows, type MapPart } from '../../../../web/mapper/parts.ts'
import { toTagged } from '../../../../worker/model/codec.ts'
import { dataway } from '../../../support/engine.ts'
import { messageOf } from '../../../../worker/engine/input.ts'

const order = { name: '#1042', customer: { id: 7, first: 'Ivy' }, lines: [{ sku: 'A', qty: 2, price: '3.50' }, { sku: 'B', qty: 1, price: '1.00' }] } // prettier-ignore
function given(source: string, mode: 'expression' | 'code' = 'expression') {
  const env = {
    run: 'r',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 0,
    print: () => {},
  }
  const input = messageOf({ id: 'i', name: '', value: order }, 'r')
  return toTagged(dataway.evaluate(dataway.compile(source, mode), input, env).value)
}
const lines = (source: string, mode: 'expression' | 'code' = 'expression') =>
  targetRows([{ id: '', mapping: mappingOf(source, mode) } as MapPart], new Set())
    .slice(1)
    .map(({ target, id }) => `${id} ${target!.kind === 'value' ? target!.line : target!.kind} ${target!.refs.map((ref) => ref.join('.')).join(' ')}`.trim()) // prettier-ignore
const at = (source: string, ...keys: string[]): Target =>
  keys.reduce((target, key) => target.children.find((child) => child.key === key)!, mappingOf(source, 'expression').root!) // prettier-ignore

describe('reading', () => {
  test('fields, nested fields, parts, constants', () => {
    const source = `{
      'no': msg.payload['name'].strip('#'), "who": {'id': msg.payload['customer']['id']},
      'total': sum(Decimal(l['price']) for l in msg.payload['lines']),  # of all
      'hello': f"{msg.payload['customer']['first']}!", 'source': 'shop', 'when': msg.attrs['at'],
    }`
    expect(lines(source)).toEqual([
      '/no computed payload.name',
      '/who fields',
      '/who/id field payload.customer.id',
      '/total part payload.lines.[].price payload.lines',
      '/hello computed payload.customer.first',
      '/source constant',
      '/when field attributes.at',
    ])
  })
  test('a loop, and a loop in it', () => {
    const source = `{'rows': [{'sku': l['sku'], 'all': [{'n': m['qty']} for m in l['more']]} for l in msg.payload['lines']]}`
    expect(lines(source)).toEqual([
      '/rows loop payload.lines',
      '/rows/sku field payload.lines.[].sku',
      '/rows/all loop payload.lines.[].more',
      '/rows/all/n field payload.lines.[].more.[].qty',
    ])
  })
  test('code: names stand for what they were given; what only the code knows is code', () => {
    const source = `def dw_process(msg):
    o = msg.payload
    rows = [{'sku': i['sku']} for i in o['lines']]
    if len(rows) > 1:
        rate = 2
    return {'no': o['name'], 'rows': rows, 'rate': rate, 'count': len(rows)}
`
    expect(lines(source, 'code')).toEqual([
      '/no field payload.name',
      '/rows loop payload.lines',
      '/rows/sku field payload.lines.[].sku',
      '/rate code',
      '/count part payload.lines.[].sku payload.lines',
    ])
    expect(mappingOf('def dw_process(msg):\n    if 1:\n        return 2\n', 'code').reason).toBe('no-return')
    expect(mappingOf(' ', 'expression').reason).toBe('empty')
  })
  test('what is no dict is one value; a broken text is no error', () => {
    expect(mappingOf("msg.payload['name']", 'expression').root).toMatchObject({
      kind: 'value',
      line: 'field',
    })
    for (const broken of ['{', "{'a': ", '[{]', "{'a' 1}", '[for x in]', 'return', '{**msg.payload}', "{1: 2}"]) mappingOf(broken, 'expression') // prettier-ignore
  })
})

describe('writing', () => {
  test('a value, a key, a field in one line and in many; the rest stays', () => {
    const one = "{'a': 1, 'b': 2}  # two"
    expect(withValue(one, at(one, 'a'), 'msg.id')).toBe("{'a': msg.id, 'b': 2}  # two")
    expect(withKey(one, at(one, 'b'), "it's")).toBe("{'a': 1, 'it\\'s': 2}  # two")
    expect(withField(one, at(one), 'c', '3')).toBe("{'a': 1, 'b': 2, 'c': 3}  # two")
    expect(withoutField(one, at(one), at(one).children[0]!)).toBe(one) // another reading: not this tree's field
    const root = at(one)
    expect(withoutField(one, root, root.children[0]!)).toBe("{'b': 2}  # two")
    expect(withoutField(one, root, root.children[1]!)).toBe("{'a': 1}  # two")
    const many = "{\n  'a': 1,  # first\n  'b': 2\n}"
    expect(withField(many, at(many), 'c', '3')).toBe("{\n  'a': 1,  # first\n  'b': 2,\n  'c': 3\n}")
    const trailing = "{\n    'a': 1,\n}"
    expect(withField(trailing, at(trailing), 'c', '3')).toBe("{\n    'a': 1,\n    'c': 3,\n}")
    expect(withField('{}', at('{}'), 'c', '3')).toBe("{\n    'c': 3,\n}")
  })
  test('a list dropped on a container makes the loop, with the names of an item', () => {
    const empty = '{}'
    const made = withField(empty, at(empty), 'lines', loopText(['payload', 'lines'], ['sku', 'qty'], []))
    expect(given(made)).toEqual({ lines: [{ sku: 'A', qty: 2 }, { sku: 'B', qty: 1 }] }) // prettier-ignore
    expect(lines(made)).toEqual(['/lines loop payload.lines', '/lines/sku field payload.lines.[].sku', '/lines/qty field payload.lines.[].qty']) // prettier-ignore
    const loop = at(made, 'lines')
    expect(pathText(['payload', 'lines', '[]', 'price'], loop.children[0]!.loops)).toBe("line['price']")
    const more = withField(
      made,
      loop,
      'price',
      pathText(['payload', 'lines', '[]', 'price'], loop.children[0]!.loops),
    )
    expect(given(more)).toEqual({ lines: [{ sku: 'A', qty: 2, price: '3.50' }, { sku: 'B', qty: 1, price: '1.00' }] }) // prettier-ignore
  })
  test('a dict dropped on a container', () => {
    const source = "{'a': 1}"
    const made = withField(
      source,
      at(source),
      'customer',
      dictText(['payload', 'customer'], ['id', 'first'], []),
    )
    expect(given(made)).toEqual({ a: 1, customer: { id: 7, first: 'Ivy' } })
  })
  test('in code, inside of a named list', () => {
    const source = `def dw_process(msg):
    rows = [{
        'sku': i['sku'],
    } for i in msg.payload['lines']]
    return {'rows': rows}
`
    const mapping = mappingOf(source, 'code')
    const rows = mapping.root!.children[0]!
    const edited = withField(
      source,
      rows,
      'qty',
      pathText(['payload', 'lines', '[]', 'qty'], rows.children[0]!.loops),
    )
    expect(edited).toContain("        'qty': i['qty'],\n    } for i")
    expect(given(edited, 'code')).toEqual({
      rows: [
        { sku: 'A', qty: 2 },
        { sku: 'B', qty: 1 },
      ],
    })
    expect(containerOf(mapping, rows.children[0]!)).toBe(rows)
  })
  test('names that are taken get a number', () => {
    const source = "{'id': 1}"
    expect(freeKey(at(source), ['payload', 'customer', 'id'])).toBe('id2')
  })
})
