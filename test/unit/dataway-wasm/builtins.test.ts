// Every `>>>` example in the header of a builtin gives what the header says.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../worker/model/fault.ts'
import { exampleScript } from '../../../dataway-wasm/example.ts'
import { run } from './dataway.ts'

interface Doc {
  name: string
  module: string
  kind: string
  signature: string
  text: string
  examples: { input: string; output: string }[]
}

const docs = JSON.parse(
  readFileSync(new URL('../../../dataway-wasm/build/builtins.json', import.meta.url), 'utf8'),
) as Doc[]

/** The result, or the exception in words. */
function shown(script: string): unknown {
  try {
    return run(script).value
  } catch (thrown) {
    return (thrown as Fault).message
  }
}

const withExamples = docs.filter((doc) => doc.examples.length > 0)

test('every builtin, and every method of a builtin type that is not special, has an example; all have a text', () => {
  const own = docs.filter(
    ({ name, module, kind }) => module === 'builtins' && kind !== 'attribute' && !name.includes('__'),
  )
  expect(own.length).toBeGreaterThan(250)
  expect(own.filter((doc) => doc.examples.length === 0).map((doc) => doc.name)).toEqual([])
  expect(docs.filter((doc) => doc.text === '').map((doc) => doc.name)).toEqual([])
})

test('what dir() names of a type is documented', () => {
  const types = 'str, bytes, bytearray, int, float, list, tuple, dict, set, frozenset, range, slice, property'
  const script = `def dw_process(msg): return [t.__name__ + '.' + n for t in (${types}) for n in dir(t) if n[0] != '_']`
  const known = run(script).value as string[]
  const documented = new Set(docs.map((doc) => doc.name))
  expect(known.length).toBeGreaterThan(200)
  expect(known.filter((name) => !documented.has(name))).toEqual([])
})

describe('examples', () => {
  test.each(withExamples.map((doc) => [doc.name, doc] as const))('%s', (_, doc) => {
    for (const [at, { output }] of doc.examples.entries())
      expect(shown(exampleScript(doc.module, doc.examples, at))).toBe(output)
  })
})
