// The platform's vectors for MIME conversions: what from_value writes and what selectors read.
import { afterEach, describe, expect, test } from 'vitest'
import { FormDataParts } from '../../../worker/model/value.ts'
import { dataWay, entity, evaluate, faultOf } from './dataway.ts'

afterEach(() => dataWay.release('test'))

/** `e` is the entity, in one expression. */
const withEntity = (made: string, read: string) => `(lambda e: ${read})(${made})`
const blob = (made: string) => evaluate(withEntity(made, "e['^blob'].decode()"))

describe('JSON', () => {
  const made = `Entity.from_value({"name":"zhangsan","age":10,"male":True,"brothers":["lisi","zhaowu"]}, 'application/json')`
  test('is written compactly', () => {
    expect(blob(made)).toBe('{"name":"zhangsan","age":10,"male":true,"brothers":["lisi","zhaowu"]}')
    expect(evaluate('json.dumps({"a":1,"b":[1,"d"]})')).toBe('{"a": 1, "b": [1, "d"]}')
    expect(blob("Entity.from_value({'k': '哈哈'}, 'text/json')")).toBe('{"k":"哈哈"}')
  })
  test.each<[string, unknown]>([
    ["e['brothers'][0]", 'lisi'],
    ["e['^value']['age']", 10],
    ["e.get('other', 'other_default')", 'other_default'],
    ["e['^mime_type']", 'application/json'],
    ["e['^encoding']", 'utf-8'],
  ])('%s', (read, expected) => {
    expect(evaluate(withEntity(made, read))).toEqual(expected)
  })
})

describe('a form', () => {
  const made = `Entity.from_value({"k1":123,"k2":"helloworld","k3":[2,"abc"]}, 'application/x-www-form-urlencoded')`
  test('repeats the key of a list', () => {
    expect(blob(made)).toBe('k1=123&k2=helloworld&k3=2&k3=abc')
    expect(blob("Entity.from_value({'a b': 'ä&=+ '}, 'application/x-www-form-urlencoded')")).toBe(
      'a+b=%C3%A4%26%3D%2B+',
    )
  })
  test.each<[string, unknown]>([
    ["e['k1']", 123],
    ["e['^value']['k3']", 2],
    ["e['^value']['*k3']", [2, 'abc']],
  ])('%s', (read, expected) => {
    expect(evaluate(withEntity(made, read))).toEqual(expected)
  })
  test('that came as bytes has texts', () => {
    const payload = entity('k1=1&k2=a%20b+c&k1=%E5%93%88&k3', 'application/x-www-form-urlencoded')
    expect(
      evaluate("[msg.payload['k1'], msg.payload['*k1'], msg.payload['k2'], msg.payload['k3']]", payload),
    ).toEqual(['1', ['1', '哈'], 'a b c', ''])
  })
})

describe('XML', () => {
  const made = `Entity.from_value({'root':{'k1':'123','k2':'"哈哈"','k3':2,'@id':'hello','#text':'<a>dwad</a>','k4':['abc','def',None]}}, 'application/xml')`
  test('has #text last and as it is', () => {
    expect(blob(made)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<root id="hello"><k1>123</k1><k2>"哈哈"</k2><k3>2</k3><k4>abc</k4><k4>def</k4><k4></k4><a>dwad</a></root>',
    )
    expect(blob("Entity.from_value({'r': {'a': True, 'b': '<&'}}, 'text/xml')")).toContain(
      '<r><a>true</a><b>&lt;&amp;</b></r>',
    )
  })
  test.each<[string, unknown]>([
    ["e['root']['#text']", '<a>dwad</a>'],
    ["e['root']['@id']", 'hello'],
    ["e['root']['k1']", '123'],
    ["e['root']['k4']", 'abc'],
    ["e['root']['*k4']['^value']", ['abc', 'def', null]],
  ])('%s', (read, expected) => {
    expect(evaluate(withEntity(made, read))).toEqual(expected)
  })
  test('that came as bytes is read', () => {
    const payload = entity(
      '<?xml version="1.0"?><!-- c --><r id="1"><a>x &amp; &#20013;</a><a/><b><![CDATA[<z>]]></b></r>',
      'application/xml',
    )
    expect(
      evaluate("[msg.payload['r']['@id'], msg.payload['r']['*a'], msg.payload['r']['b']]", payload),
    ).toEqual(['1', ['x & 中', null], '<z>'])
  })
  test.each([
    '<!DOCTYPE r [<!ENTITY a "aaaa">]><r>&a;</r>',
    '<r>&a;</r>',
    '<r><a></r>',
    '<r',
    '',
    '<r/><r/>',
    '<r>'.repeat(5000) + '</r>'.repeat(5000),
  ])('%s is refused', (text) => {
    expect(faultOf(() => evaluate("msg.payload['r']", entity(text, 'application/xml'))).exception).toBe(
      'ValueError',
    )
  })
})

describe('CSV', () => {
  const made = `Entity.from_value([{'k1':'abcd','k2':123.0,'k3':True},{'k1':'defs','k2':'dwdw,2e','k3':10}], 'application/csv')`
  test('is Python’s default dialect', () => {
    expect(blob(made)).toBe('k1,k2,k3\r\nabcd,123.0,True\r\ndefs,"dwdw,2e",10\r\n')
  })
  test.each<[string, unknown]>([
    ["e[1]['k2']", 'dwdw,2e'],
    ["str(e[0]['k2'] + e[1]['k3'])", '133.0'],
  ])('%s', (read, expected) => {
    expect(evaluate(withEntity(made, read))).toEqual(expected)
  })
  test('that came as bytes has texts', () => {
    const rows = evaluate("msg.payload['^value']", entity('a,b\r\n1,"x ""y"",\nz"\r\n\r\n2\r\n', 'text/csv'))
    expect(rows).toEqual([
      new Map([['a', '1'], ['b', 'x "y",\nz']]), // prettier-ignore
      new Map([['a', '2'], ['b', null]]), // prettier-ignore
    ])
  })
})

describe('multipart', () => {
  const made = `Entity.from_value([('a',('test.json','{"a": a}','application/json',{'Test111':1})),('b','333'),('c',('c.json',Entity.from_value({'x':1},'application/json'),'application/json')),('d',(None,'2333','text/plain'))], 'multipart/form-data; boundary=123333333')`
  test('is written part by part', () => {
    expect(blob(made)).toBe(
      [
        '--123333333',
        'Content-Disposition: form-data; name="a"; filename="test.json"',
        'Content-Type: application/json',
        'Test111: 1',
        '',
        '{"a": a}',
        '--123333333',
        'Content-Disposition: form-data; name="b"',
        '',
        '333',
        '--123333333',
        'Content-Disposition: form-data; name="c"; filename="c.json"',
        'Content-Type: application/json',
        '',
        '{"x":1}',
        '--123333333',
        'Content-Disposition: form-data; name="d"',
        'Content-Type: text/plain',
        '',
        '2333',
        '--123333333--',
        '',
      ].join('\r\n'),
    )
  })
  test.each<[string, unknown]>([
    ["e['boundary']", '123333333'],
    ["e['parts']['a']['headers']['Content-Disposition']['name']", 'a'],
    ["e['parts']['a']['headers']['Content-Disposition']['filename']", 'test.json'],
    ["e['parts'][3]['headers']['Content-Type']", 'text/plain'],
    ["e['parts']['c']['content'].decode()", '{"x":1}'],
    ["len(e['^value'])", 4],
  ])('%s', (read, expected) => {
    expect(evaluate(withEntity(made, read))).toEqual(expected)
  })
  test('gets a boundary when it has none, and comes back from outside', () => {
    const type = evaluate(
      withEntity("Entity.from_value([('a','1')], 'multipart/form-data')", "e['^mime_type']"),
    ) as string
    expect(type).toMatch(/^multipart\/form-data; boundary=[\w-]{1,70}$/)
    const parts = evaluate(withEntity(made, "e['^value']")) as FormDataParts
    expect(parts).toBeInstanceOf(FormDataParts)
    expect(parts.parts[1]!.headers).toEqual([['Content-Disposition', 'form-data; name="b"']])
    expect(new TextDecoder().decode(parts.parts[1]!.content)).toBe('333')
  })
})

test('text is text, and other types have no value', () => {
  expect(blob("Entity.from_value('ä', 'text/plain')")).toBe('ä')
  expect(evaluate("msg.payload['^value']", entity('häh', 'text/plain; charset=utf-8'))).toBe('häh')
  expect(
    faultOf(() => evaluate("msg.payload['^value']", entity('x', 'application/octet-stream'))).exception,
  ).toBe('ValueError')
  expect(faultOf(() => evaluate("Entity.from_value(1, 'image/png')")).exception).toBe('ValueError')
})
