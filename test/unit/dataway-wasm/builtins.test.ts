// Every `>>>` example in the header of a builtin gives what the header says.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../worker/model/fault.ts'
import { exampleScript } from '../../../dataway-wasm/example.ts'
import { run } from './dataway.ts'

interface Doc {
  name: string
  module: string
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

test('most builtins have an example', () => {
  expect(withExamples.length).toBeGreaterThan(600)
  for (const doc of docs) expect(doc.text, doc.name).not.toBe('')
})

describe('examples', () => {
  test.each(withExamples.map((doc) => [doc.name, doc] as const))('%s', (_, doc) => {
    for (const [at, { output }] of doc.examples.entries())
      expect(shown(exampleScript(doc.module, doc.examples, at))).toBe(output)
  })
})
