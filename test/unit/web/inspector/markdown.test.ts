// Docs and notes become blocks and spans; nothing in them can become an element or a script of its own.
import { expect, test } from 'vitest'
import { isMarked, markdown } from '../../../../web/inspector/markdown.ts'

test('blocks: headings, paragraphs over lines, lists, code, tables, quotes', () => {
  const source =
    '# Try\n\nRuns **its** branch\nagain.\n\n- one\n- two\n  more\n\n```python\nx = `1`\n```\n\n| a | b |\n|---|---|\n| 1 | `2\\|3` |\n\n> said\n'
  const blocks = markdown(source)
  expect(blocks.map((block) => block.kind)).toEqual([
    'heading',
    'paragraph',
    'list',
    'code',
    'table',
    'quote',
  ])
  expect(blocks[1]).toEqual({
    kind: 'paragraph',
    spans: [
      { kind: 'text', text: 'Runs ' },
      { kind: 'strong', spans: [{ kind: 'text', text: 'its' }] },
      { kind: 'text', text: ' branch again.' },
    ],
  })
  expect(blocks[2]).toMatchObject({ ordered: false, items: [[{ text: 'one' }], [{ text: 'two more' }]] })
  expect(blocks[3]).toEqual({ kind: 'code', text: 'x = `1`', language: 'python' })
  expect(blocks[4]).toMatchObject({ rows: [[[{ text: '1' }], [{ kind: 'code', text: '2|3' }]]] })
})

test('a link keeps only an allowed scheme, and HTML stays text', () => {
  const [block] = markdown('[a](https://x.example) [b](javascript:alert(1)) <img src=x onerror=alert(1)>')
  const flat = JSON.stringify(block)
  expect(flat).toContain('"href":"https://x.example"')
  expect(flat).not.toContain('javascript')
  expect(flat).toContain('<img src=x onerror=alert(1)>')
})

test('names with underscores and lone stars are not emphasis; long garbage ends', () => {
  expect(JSON.stringify(markdown('run_id and max_retries 2 * 3 * 4'))).not.toContain('"em"')
  expect(markdown('*_`['.repeat(30_000)).length).toBe(1)
  expect(markdown('[a](b '.repeat(30_000)).length).toBe(1)
})

test('a plain sentence needs no drawing; a list, a mark or two paragraphs do', () => {
  expect(['', 'Why this is here.', 'two\nlines'].map(isMarked)).toEqual([false, false, false])
  expect(['**why**', '- a\n- b', 'one\n\ntwo', '# head'].map(isMarked)).toEqual([true, true, true, true])
})
