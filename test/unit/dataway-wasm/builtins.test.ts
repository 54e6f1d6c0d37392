// Every `>>>` example in the header of a builtin gives what the header says.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printed } from './dataway.ts'

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

/** A script that shows each example's value as an interactive Python does. */
function session(doc: Doc): string {
  const lines = ['_shown = lambda v: print(repr(v)) if v is not None else None']
  if (doc.module !== 'builtins') {
    // Examples of times show days and zones too.
    const roots = new Set([doc.module.split('.')[0], 'datetime'])
    for (const root of roots) lines.push(`import ${root}`)
    if (doc.module.includes('.')) lines.push(`import ${doc.module}`)
  }
  for (const { input } of doc.examples) {
    const isStatement =
      /^(import|from|def|class|for|if|del|with|try|while|raise|assert)\b|^[\w.[\]'"]+(, \w+)* (=|\+=|\|=|-=|\*=) /.test(
        input,
      )
    lines.push(isStatement ? input : `_shown(${input})`)
  }
  return lines.join('\n') + '\n'
}

const withExamples = docs.filter((doc) => doc.examples.length > 0)

test('most builtins have an example', () => {
  expect(withExamples.length).toBeGreaterThan(450)
  for (const doc of docs) expect(doc.text, doc.name).not.toBe('')
})

describe('examples', () => {
  test.each(withExamples.map((doc) => [doc.name, doc] as const))('%s', (_, doc) => {
    const expected = doc.examples.map((e) => e.output).filter((text) => text !== '')
    expect(printed(session(doc)).trimEnd()).toBe(expected.join('\n'))
  })
})
