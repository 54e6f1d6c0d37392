// A text source is cut where its expressions are, and only there.
import { expect, test } from 'vitest'
import { parseText, textSource } from '../../../../worker/model/text-source.ts'

const kinds = (source: string) => parseText(source).map((p) => (p.kind === 'text' ? p.text : [p.source]))

test('text and expressions in order, with their places', () => {
  expect(parseText("a{{msg.vars['x']}}b")).toEqual([
    { kind: 'text', text: 'a', from: 0, to: 1 },
    { kind: 'expression', source: "msg.vars['x']", start: 3, from: 1, to: 18 },
    { kind: 'text', text: 'b', from: 18, to: 19 },
  ])
})

test('braces inside strings and dicts do not end an expression', () => {
  expect(kinds("{{ {'a': {'b': 1}} }}!")).toEqual([[" {'a': {'b': 1}} "], '!'])
  expect(kinds('{{"}}"}}')).toEqual([['"}}"']])
  expect(kinds("{{'''a'}}'''}}")).toEqual([["'''a'}}'''"]])
  expect(kinds("{{'it\\'s }}'}}")).toEqual([["'it\\'s }}'"]])
})

test('JSON text stays text, and what never closes too', () => {
  const json = '{"a": {"b": {"c": 1}}}'
  expect(kinds(json)).toEqual([json])
  expect(kinds('{{ open')).toEqual(['{{ open'])
  expect(kinds("{{ 'open }}")).toEqual(["{{ 'open }}"])
})

test('escaping makes any text mean itself', () => {
  for (const text of ['', '{{x}}', '\\', 'a {{{b}}} c', '{{{{'])
    expect(
      parseText(textSource(text))
        .map((p) => (p.kind === 'text' ? p.text : '?'))
        .join(''),
    ).toBe(text)
})
