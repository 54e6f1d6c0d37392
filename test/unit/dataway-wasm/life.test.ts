// How long values live and what is remembered between evaluations: results that have not been moved yet, runs one in the
// other, places of keys in documents of other shapes, memory that is used again.
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
// @ts-expect-error a plain script without types
import { build } from '../../../dataway-wasm/build.mjs'
import { createDataWay } from '../../../dataway-wasm/host.ts'
import { Data } from '../../../worker/model/data.ts'
import { message, withVariable } from '../../../worker/model/message.ts'
import { Entity, type Value } from '../../../worker/model/value.ts'
import { dataWay, entity, env, jsonOf, run } from './dataway.ts'

const code = (body: string): string => `def dw_process(msg):\n    return ${body}\n`
const textOf = (data: Data): string => new TextDecoder().decode(dataWay.toBytes(data).bytes)

afterEach(() => {
  dataWay.release('test')
  dataWay.release('other')
})

test('a result can be asked for again and again, and be the payload of the next script', () => {
  const first = run(code('{"list": [i * 2 for i in range(5)], "text": "a" * 40}'))
  const wanted = `{"list":[0,2,4,6,8],"text":"${'a'.repeat(40)}"}`
  expect(textOf(first)).toBe(wanted)
  expect(textOf(first)).toBe(wanted)
  expect(dataWay.typeName(first)).toBe('dict')
  const second = run(code('[msg.payload, msg.payload["list"][1:3]]'), message(first))
  expect(textOf(second)).toBe(`[${wanted},[2,4]]`)
  expect(textOf(first)).toBe(wanted)
})

test('results stay apart when many are made before any is asked for', () => {
  const results = Array.from({ length: 50 }, (_, i) => run(code(`{"n": ${i}, "l": ["x" * ${i}]}`)))
  results.forEach((result, i) => expect(textOf(result)).toBe(`{"n":${i},"l":["${'x'.repeat(i)}"]}`))
})

test('a script that changes a result changes it for itself', () => {
  const first = run(code('{"a": [1]}'))
  expect(
    textOf(
      run('def dw_process(msg):\n    msg.payload["a"].append(2)\n    return msg.payload\n', message(first)),
    ),
  ).toBe('{"a":[1,2]}')
  expect(textOf(first)).toBe('{"a":[1]}')
})

test('empty attributes and variables that a script fills are empty for the next', () => {
  const fill =
    'def dw_process(msg):\n    msg.attrs["a"] = 1\n    msg.vars["b"] = 2\n    return [msg.attrs, msg.vars, msg.error]\n'
  for (let i = 0; i < 3; i++) expect(textOf(run(fill))).toBe('[{"a":1},{"b":2},{}]')
  expect(textOf(run(code('[msg.attrs, msg.vars]')))).toBe('[{},{}]')
})

test('two runs at once keep their values; the end of one leaves the other', () => {
  const one = run(code('{"one": [1.25, "é"]}'))
  const two = run(code('{"two": msg.payload["k"]}'), message(entity('{"k": [2.50, "\\u00e9"]}')), {
    run: 'other',
  })
  const three = run(code('msg.vars'), withVariable(message(one), 'v', Data.of('text')))
  dataWay.release('other')
  expect(textOf(one)).toBe('{"one":[1.25,"é"]}')
  expect(textOf(three)).toBe('{"v":"text"}')
  expect(() => two.value).toThrow(/ended/)
})

test('questions about values of no run', () => {
  for (let i = 0; i < 200; i++) {
    const data = Data.of(
      new Entity(new TextEncoder().encode(`{"n": ${i}, "s": "${'x'.repeat(20_000)}"}`), 'application/json'),
    )
    expect(dataWay.truth(data)).toBe(true)
    expect(dataWay.text(Data.of([i, 'a']))).toBe(`[${i}, 'a']`)
    expect(dataWay.typeName(data)).toBe('Entity')
  }
})

// One place in a script that meets objects of every shape: the same keys in other places, nested values of other sizes,
// escaped and repeated keys, wide objects.
const documents = [
  '[{"a":1,"k":2},{"a":1,"k":3},{"k":4,"a":1}]',
  '[{"a":[1],"k":2},{"a":[1,2],"k":3},{"a":{"k":9},"k":4},{"a":{"k":[8]},"k":5}]',
  '[{"a":1,"k":2},{"a":1},{"a":1,"k":3,"b":0},{},{"a":1,"k":4}]',
  '[{"k":1,"k":2},{"a":0,"k":3},{"a":0,"\\u006b":4},{"\\u006b":5,"a":1}]',
  `[${[30, 31, 30].map((n) => `{${Array.from({ length: n }, (_, i) => `"key${i}":${i}`).join(',')},"k":${n}}`).join(',')}]`,
  '[{"a":{"a":1,"k":2},"k":{"a":3,"k":4}},{"a":{"k":2},"k":5},{"k":{"k":{"k":6}}}]',
]
test('a key is found wherever it stands, in documents one behind the other at the same place in memory', () => {
  const source = code('[o["k"] for o in msg.payload["^value"] if "k" in o]')
  for (let round = 0; round < 3; round++) {
    for (const document of documents) {
      const wanted = (JSON.parse(document) as { k?: unknown }[]).flatMap((o) => ('k' in o ? [o.k] : []))
      expect(JSON.parse(textOf(run(source, message(entity(document)))))).toEqual(wanted)
      dataWay.release('test')
    }
  }
})
test('a key before and after a change of its object', () => {
  const source = `def dw_process(msg):
    out = []
    for o in msg.payload['^value']:
        out.append(o['k'])
        o['z'] = 1
        o['k'] = o['k'] + 1
        out.append(o['k'])
    return [out, msg.payload['^value']]
`
  const input = message(entity('[{"a":1,"k":2},{"a":1,"k":3},{"k":4}]'))
  const wanted = '[[2,3,3,4,4,5],[{"a":1,"k":3,"z":1},{"a":1,"k":4,"z":1},{"k":5,"z":1}]]'
  expect(textOf(run(source, input))).toBe(wanted)
  expect(textOf(run(source, input))).toBe(wanted)
})

test('repeated keys of first objects are seen, whatever their number', () => {
  for (const n of [2, 3, 10, 39, 40, 41, 100]) {
    const keys = Array.from({ length: n }, (_, i) => `"field_${i}":${i}`)
    expect(jsonOf('msg.payload["^value"]', entity(`{${[...keys, '"field_0":"last"'].join(',')}}`))).toBe(
      `{${['"field_0":"last"', ...keys.slice(1)].join(',')}}`,
    )
    expect(jsonOf('msg.payload["^value"]', entity(`{${keys.join(',')}}`))).toBe(`{${keys.join(',')}}`)
  }
})

test('numbers go out as Python writes them, read or computed', () => {
  const texts = [
    '1.5',
    '0.01',
    '12.50',
    '1e3',
    '100.0',
    '-0.0',
    '0.1',
    '123456789.12',
    '0.30000000000000004',
    '1e16',
    '5e-324',
  ]
  const payload = entity(`[${texts.join(',')}]`)
  const wanted = '[1.5,0.01,12.5,1000.0,100.0,-0.0,0.1,123456789.12,0.30000000000000004,1e+16,5e-324]'
  expect(jsonOf('[x for x in msg.payload["^value"]]', payload)).toBe(wanted)
  expect(jsonOf('[x * 1 for x in msg.payload["^value"]]', payload)).toBe(wanted)
  expect(jsonOf('[f"<{x}|{7}|{x!r}>" for x in msg.payload["^value"]][2]', payload)).toBe('<12.5|7|12.5>')
})

test('attributes are found after more class changes than 16 bits count', () => {
  const source = `def dw_process(msg):
    class A:
        pass
    a = A()
    a.x = ${'$'}
    return a.x
`
  for (let i = 0; i < 66_000; i++) {
    const value = run(source.replace('$', String(i % 7)), message(Data.none), env()).value
    if (value !== i % 7) throw new Error(`round ${i} gave ${String(value)}`)
  }
}, 120_000)

test('short answers do not share bytes', () => {
  const answers = Array.from(
    { length: 300 },
    (_, i) => dataWay.toBytes(run(code(`"${'x'.repeat(i % 40)}${i}"`))).bytes,
  )
  answers.forEach((bytes, i) => expect(new TextDecoder().decode(bytes)).toBe(`${'x'.repeat(i % 40)}${i}`))
})

test('messages of one kind after another, and of two kinds in turn', () => {
  const source =
    'def dw_process(msg):\n    m = msg.payload\n    return [m["id"], m["at"]["k"], m["name"], [i["k"] for i in m["items"]]]\n'
  for (let i = 0; i < 40; i++) {
    const items = Array.from({ length: i % 3 }, (_, k) => ({ a: [i], k }))
    const one = { id: i, at: { k: 'x' }, items, name: `n${i}` }
    const other = { name: `n${i}`, at: { x: 1, k: 'y' }, items, id: -i }
    for (const m of i % 5 ? [one] : [one, other]) {
      expect(textOf(run(source, message(entity(JSON.stringify(m)))))).toBe(
        JSON.stringify([m.id, m.at.k, m.name, items.map((item) => item.k)]),
      )
      dataWay.release('test')
    }
  }
})

test('an instance that grew large starts again when no run is left: programs go on, values have ended', async () => {
  const large = await createDataWay(readFileSync((await build()) as string))
  const program = large.compile("'x' * (300 << 20) if msg.payload == 0 else msg.payload + 1", 'expression')
  const limits = { heapBytes: 700 << 20 }
  const huge = large.evaluate(program, message(Data.of(0)), env({ run: 'huge', limits }))
  const other = large.evaluate(program, message(Data.of(41)), env({ run: 'small' }))
  expect(large.bytesInUse).toBeGreaterThan(300 << 20)
  large.release('huge')
  // A run is open still: nothing moves under it.
  expect(other.value).toBe(42)
  large.release('small')
  expect(large.bytesInUse).toBeLessThan(20 << 20)
  expect(large.evaluate(program, message(Data.of(1)), env({ run: 'next' })).value).toBe(2)
  expect(() => huge.value).toThrow(expect.objectContaining({ code: 'DATAWAY:RELEASED' }))
})

test('what earlier steps of a run left does not count as memory of the next script', () => {
  const limits = { heapBytes: 8 << 20 }
  const kept: Data[] = []
  for (let i = 0; i < 8; i++)
    kept.push(run('def dw_process(msg): return [0] * 400_000', message(Data.none), { limits }))
  expect(kept.map((data) => (data.value as Value[]).length)).toEqual(Array(8).fill(400_000))
})
