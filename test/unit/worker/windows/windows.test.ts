// Windows into values: what a panel shows of each kind of value, and what a step changed.
import { describe, expect, test } from 'vitest'
import type { ValuePlace } from '../../../../worker/api.ts'
import { Data } from '../../../../worker/model/data.ts'
import { message, withPayload, withVariable } from '../../../../worker/model/message.ts'
import { Decimal, Entity, Float, type Value } from '../../../../worker/model/value.ts'
import { changesOf } from '../../../../worker/windows/changes.ts'
import { tableOf } from '../../../../worker/windows/table.ts'
import { bytesWindow } from '../../../../worker/windows/hex.ts'
import { xmlLines, xmlLinesOf } from '../../../../worker/windows/xml.ts'
import { viewsOf } from '../../../../worker/windows/views.ts'
import { bytesAt, rowsOf, textAt } from '../../../../worker/windows/windows.ts'

const json = (value: unknown): Entity =>
  new Entity(new TextEncoder().encode(JSON.stringify(value)), 'application/json')
const place = (part: ValuePlace['part'], ...path: (string | number)[]): ValuePlace => ({
  run: 'r',
  seq: 0,
  part,
  path,
})
const dict = (entries: [Value, Value][]): Map<Value, Value> => new Map(entries)
const of = (value: Value) => message(Data.of(value))

describe('rows', () => {
  test('of a dict: keys, types, previews, and how each is written', () => {
    const value = dict([
      ['name', "O'Neil"],
      ['n', 3],
      ['f', new Float(1)],
      ['d', new Decimal('1.20')],
      ['list', [1, null, true]],
      [7, 'seven'],
    ])
    const rows = rowsOf(of(value), place('payload'), 0, 100)
    expect(rows).toMatchObject({ type: 'dict', count: 6, source: 'msg.payload' })
    expect(rows.rows.map((row) => [row.step, row.type, row.preview, row.count])).toEqual([
      ["['name']", 'str', '"O\'Neil"', 0],
      ["['n']", 'int', '3', 0],
      ["['f']", 'float', '1.0', 0],
      ["['d']", 'Decimal', '1.20', 0],
      ["['list']", 'list', '[1, None, True]', 3],
      ['[7]', 'str', "'seven'", 0],
    ])
  })
  test('of a JSON body, deep inside, in a window', () => {
    const body = json({ results: Array.from({ length: 500 }, (_, id) => ({ id, "it's": id })) })
    const window = rowsOf(of(body), place('payload', 'results'), 200, 50)
    expect(window).toMatchObject({ type: 'list', count: 500, source: "msg.payload['results']" })
    expect(window.rows.length).toBe(50)
    expect(window.rows[0]).toMatchObject({ key: 200, step: '[200]', type: 'dict', count: 2 })
    const deep = rowsOf(of(body), place('payload', 'results', 3), 0, 10)
    expect(deep.source).toBe("msg.payload['results'][3]")
    expect(deep.rows[1]!.step).toBe('["it\'s"]')
    expect(() => rowsOf(of(body), place('payload', 'nothing'), 0, 1)).toThrow(
      expect.objectContaining({ code: 'VALUE:GONE' }),
    )
  })
  test('of a whole message', () => {
    const rows = rowsOf(withVariable(of('x'), 'v', Data.of(1)), place('message'), 0, 10)
    expect(rows.rows.map((row) => row.step)).toEqual(['.payload', '.attrs', '.vars'])
    expect(rowsOf(withVariable(of('x'), 'v', Data.of(1)), place('message', 'variables'), 0, 10).source).toBe(
      'msg.vars',
    )
  })
  test('a preview stays short whatever the size', () => {
    const big = dict([
      ['text', 'x'.repeat(100_000)],
      ['list', Array.from({ length: 100_000 }, () => 1)],
    ])
    for (const row of rowsOf(of(big), place('payload'), 0, 10).rows)
      expect(row.preview.length).toBeLessThanOrEqual(120)
  })
  test('a body that is not what it says is a leaf', () => {
    const broken = new Entity(new TextEncoder().encode('{"a":'), 'application/json')
    expect(rowsOf(of(broken), place('payload'), 0, 10)).toMatchObject({ type: 'Entity', count: 0 })
  })
})

test('text for copying and bytes for a download', () => {
  expect(textAt(of(dict([['a', new Decimal('1.20')]])), place('payload'), 1_000)).toBe(
    '{\n  "a": {\n    "$decimal": "1.20"\n  }\n}',
  )
  expect(textAt(of('héllo'), place('payload'), 3)).toBe('hél')
  expect(textAt(of(new Uint8Array([0, 255])), place('payload'), 100)).toBe('00 ff')
  expect(bytesAt(of(json([1])), place('payload'))).toMatchObject({ mime: 'application/json' })
  expect(new TextDecoder().decode(bytesAt(of([1]), place('payload')).bytes)).toBe('[\n  1\n]')
})

describe('changes', () => {
  test('of fields, items and variables', () => {
    const before = withVariable(
      of(
        dict([
          ['a', 1],
          ['b', dict([['c', 1]])],
          ['gone', 0],
        ]),
      ),
      'old',
      Data.of(1),
    )
    const after = withVariable(
      withPayload(
        of(null),
        Data.of(
          dict([
            ['a', 1],
            ['b', dict([['c', 2]])],
            ['new', [1]],
          ]),
        ),
      ),
      'made',
      Data.of('x'),
    )
    expect(changesOf(before, { ...after, attributes: before.attributes })).toEqual([
      { sign: '~', path: "payload['b']['c']", before: '1', after: '2' },
      { sign: '-', path: "payload['gone']", before: '0' },
      { sign: '+', path: "payload['new']", after: '[1]' },
      { sign: '-', path: 'variables.old', before: '1' },
      { sign: '+', path: 'variables.made', after: "'x'" },
    ])
  })
  test('a body and the dict that a script made of it are compared by content', () => {
    const before = of(json({ a: 1, b: 2 }))
    const rows = changesOf(
      before,
      withPayload(
        before,
        Data.of(
          dict([
            ['a', 1],
            ['b', 3],
          ]),
        ),
      ),
    )
    expect(rows).toEqual([{ sign: '~', path: "payload['b']", before: '2', after: '3' }])
  })
  test('none for the same value, few for very many', () => {
    const before = of([1, 2])
    expect(changesOf(before, before)).toEqual([])
    expect(changesOf(before, withPayload(before, Data.of([1, 2])))).toEqual([])
    const many = changesOf(
      of(Array.from({ length: 9_999 }, () => 1)),
      of(Array.from({ length: 9_999 }, () => 2)),
    )
    expect(many.length).toBeLessThan(300)
    expect(changesOf(of('a'.repeat(500) + 'x'), of('a'.repeat(500) + 'y')).length).toBe(1)
  })
})

describe('tables', () => {
  const rows = [{ a: 1, b: 'x' }, { c: [1, 2], a: null }, 7]
  test('a list of dicts has the columns of its rows in their order, and texts without quotes', () => {
    const of_ = of(json(rows))
    expect(viewsOf(of_, place('payload'))).toEqual(['table', 'hex'])
    expect(tableOf(of_, place('payload'), 0, 100)).toEqual({
      columns: ['a', 'b', 'c'],
      count: 3,
      rows: [['1', 'x', ''], ['None', '', '[1, 2]'], ['7']], // prettier-ignore
    })
    expect(tableOf(of_, place('payload'), 2, 1)).toMatchObject({ count: 3, rows: [['7']] })
  })
  test('CSV is one, with quotes, line breaks and short lines', () => {
    const csv = 'n,"a ""b"""\r\n"1, 2","l1\nl2"\r\n\r\n3\r\n4,\n'
    const entity = new Entity(new TextEncoder().encode(csv), 'text/csv')
    expect(tableOf(of(entity), place('payload'), 0, 10)).toEqual({
      columns: ['n', 'a "b"'],
      count: 3,
      rows: [['1, 2', 'l1\nl2'], ['3', ''], ['4', '']], // prettier-ignore
    })
  })
  test('a picture can be shown; other things are neither', () => {
    const views = (value: Value) => viewsOf(of(value), place('payload'))
    expect(views(new Entity(new Uint8Array([1]), 'image/png'))).toEqual(['image', 'hex'])
    expect(views([1, 2])).toEqual([])
    expect(views(json([1, { a: 1 }]))).toEqual(['hex'])
    expect(views(json({ a: [{}] }))).toEqual(['hex'])
    expect(views(new Entity(new TextEncoder().encode(`${' '.repeat(2000)}[{"a": 1}]`), 'application/json'))).toEqual(['table', 'hex']) // prettier-ignore
    expect(views(dict([['a', 1]]))).toEqual([])
  })
})

describe('XML', () => {
  const text = (line: { depth: number; parts: (readonly [string, string])[] }) =>
    '  '.repeat(line.depth) + line.parts.map(([, part]) => part).join('')
  test('is one line an element, indented; an element that holds only text stays on its line', () => {
    const source = `<?xml version="1.0"?><a x='1' y = "2>3"><!-- hi --><b>one &amp; two</b><c/><d><e>5</e></d></a>`
    expect(xmlLines(source).map(text)).toEqual([
      '<?xml version="1.0"?>',
      `<a x='1' y="2>3">`,
      '  <!-- hi -->',
      '  <b>one &amp; two</b>',
      '  <c/>',
      '  <d>',
      '    <e>5</e>',
      '  </d>',
      '</a>',
    ])
    expect(
      xmlLines(source)[1]!
        .parts.filter(([kind]) => kind === 'name')
        .map(([, name]) => name),
    ).toEqual(['x', 'y'])
  })
  test('that is not well-formed is shown as far as it goes, and comes in windows', () => {
    expect(xmlLines('<a><b>x').map(text)).toEqual(['<a>', '  <b>x'])
    expect(xmlLines('</a></a>text < more').map(text).length).toBeGreaterThan(1)
    const many = new Entity(new TextEncoder().encode(`<r>${'<i/>'.repeat(500)}</r>`), 'application/xml')
    const window = xmlLinesOf(of(many), place('payload'), 100, 3)
    expect(window.count).toBe(502)
    expect(window.lines.map(text)).toEqual(['  <i/>', '  <i/>', '  <i/>'])
    expect(viewsOf(of(many), place('payload'))).toEqual(['xml', 'hex'])
    expect(viewsOf(of('<a>1</a>'), place('payload'))).toEqual(['xml'])
    expect(viewsOf(of('a < b'), place('payload'))).toEqual([])
  })
})

test('bytes come in windows', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256)
  expect(bytesWindow(of(bytes), place('payload'), 290, 100)).toEqual({ size: 300, bytes: bytes.slice(290) })
  expect(viewsOf(of(bytes), place('payload'))).toEqual(['hex'])
})
