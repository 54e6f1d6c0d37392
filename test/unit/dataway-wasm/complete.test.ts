import { beforeAll, describe, expect, it } from 'vitest'
import { complete } from '../../../dataway-wasm/complete.ts'
import type { WasmDataWay } from '../../../dataway-wasm/host.ts'
import { loadDataway } from '../../../worker/dataway-node.ts'
import type { SourceMode } from '../../../worker/model/app.ts'
import { Data } from '../../../worker/model/data.ts'
import { message, withVariable } from '../../../worker/model/message.ts'
import { Entity } from '../../../worker/model/value.ts'

let dataway: WasmDataWay
beforeAll(async () => {
  dataway = await loadDataway()
}, 300_000)

const body = '{"customer": {"first name": "Ada", "age": 36}, "tags": ["a", "b"]}'
const sample = withVariable(
  message(Data.of(new Entity(new TextEncoder().encode(body), 'application/json'))),
  'total',
  Data.of(7),
)

/** Completions where the bar stands. */
async function at(text: string, mode: SourceMode = 'expression') {
  const offset = text.indexOf('|')
  return complete(dataway, text.replace('|', ''), mode, offset, sample)
}
const labels = async (text: string, mode?: SourceMode) => (await at(text, mode)).map((one) => one.label)

describe('completion', () => {
  it('offers the keys of the data with example values, inside quotes and without', async () => {
    expect(await at("msg.payload['customer']['|")).toEqual([
      { label: 'first name', kind: 'data', detail: "'Ada'" },
      { label: 'age', kind: 'data', detail: '36' },
    ])
    expect(await labels('msg.payload[|')).toEqual(["'customer'", "'tags'"])
    expect(await at("msg.vars['to|")).toEqual([{ label: 'total', kind: 'data', detail: '7' }])
  })
  it('offers attributes of the value before the dot, with their signatures', async () => {
    const found = await at("msg.payload['customer']['first name'].upp|")
    expect(found.find((one) => one.label === 'upper')).toMatchObject({ kind: 'method', detail: '()' })
    expect(await labels("'abc'.|")).toContain('split')
    expect(await labels('[1, 2].|')).toContain('append')
    expect(await labels('msg.|')).toEqual(expect.arrayContaining(['payload', 'attrs', 'vars']))
  })
  it('offers the functions of a module', async () => {
    expect(await labels('json.d|')).toContain('dumps')
    expect(await labels('math.|')).toContain('sqrt')
  })
  it('follows locals to what they were set to', async () => {
    const script =
      "def dw_process(msg):\n    p = msg.payload['customer']\n    for tag in msg.payload['tags']:\n        x = tag.|"
    expect(await labels(script, 'code')).toContain('upper')
    expect(
      await labels("def dw_process(msg):\n    p = msg.payload['customer']\n    return p['|", 'code'),
    ).toEqual(['first name', 'age'])
  })
  it('offers names: the script’s own, builtins, modules, keywords', async () => {
    const found = await labels(
      'def helper(first, second=1):\n    pass\n\ndef dw_process(msg):\n    count = 1\n    |',
      'code',
    )
    expect(found).toEqual(
      expect.arrayContaining(['msg', 'helper', 'first', 'second', 'count', 'len', 'json', 'return']),
    )
  })
  it('is quiet inside strings and comments, and where nothing is known', async () => {
    expect(await at("x = 'hello wor|", 'code')).toEqual([])
    expect(await at('# see le|', 'code')).toEqual([])
    expect(await at('nothing_here.|')).toEqual([])
  })
  it('survives whatever stands before the place', async () => {
    for (const text of [
      '.|',
      '[|',
      ")['|",
      "'|",
      '(((((.|',
      "msg.payload['|",
      '1.|',
      'a]|',
      'while True: pass\nx.|',
    ])
      await expect(at(text, 'code')).resolves.toBeInstanceOf(Array)
  })
})
