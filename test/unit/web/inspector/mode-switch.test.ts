// A mode switch keeps what a field means, and where it cannot, its letters.
import { expect, test } from 'vitest'
import { quote, switchMode } from '../../../../web/inspector/mode-switch.ts'

test('plain text becomes a string literal and comes back unchanged', () => {
  for (const text of ['hello', "it's", 'a "b" \'c\'', 'two\nlines\\n', '{{escaped', '中文']) {
    const source = text.replaceAll('{{', '\\{{')
    const expression = switchMode(source, 'text', 'expression')
    expect(expression).toBe(quote(text))
    expect(switchMode(expression, 'expression', 'text')).toBe(source)
  }
})

test('one chip is its expression, and back', () => {
  expect(switchMode("{{msg.payload['id']}}", 'text', 'expression')).toBe("msg.payload['id']")
  expect(switchMode("msg.payload['id']", 'expression', 'text')).toBe("{{msg.payload['id']}}")
})

test('text with chips becomes an f-string, or a sum where Python 3.11 could not read one', () => {
  expect(switchMode("/c/{{msg.payload['id']}}?{x}", 'text', 'expression')).toBe(
    `f"/c/{msg.payload['id']}?{{x}}"`,
  )
  expect(switchMode(`a{{x['b']}}{{y["c"]}}`, 'text', 'expression')).toBe(`'a' + str(x['b']) + str(y["c"])`)
  expect(switchMode('{{a}}{{b if c else {1: 2}}}', 'text', 'expression')).toBe(
    'str(a) + str(b if c else {1: 2})',
  )
})

test('an expression becomes code that returns it, and back, over several lines', () => {
  for (const expression of ['msg.payload', "{\n    'a': 1,\n}", '(1 +\n 2)'])
    expect(switchMode(switchMode(expression, 'expression', 'code'), 'code', 'expression')).toBe(expression)
})

test('code that is more than a return keeps its letters', () => {
  const code = 'def dw_process(msg):\n    x = 1\n    return x\n'
  expect(switchMode(code, 'code', 'expression')).toBe(code)
  expect(switchMode(code, 'code', 'text')).toBe(code)
  expect(switchMode(code, 'text', 'code')).toBe(code)
  const two = 'def dw_process(msg):\n    return 1\n    print(2)\n'
  expect(switchMode(two, 'code', 'expression')).toBe(two)
})

test('an empty field stays empty; empty code is a whole function', () => {
  expect(switchMode('', 'text', 'expression')).toBe('')
  expect(switchMode('', 'expression', 'code')).toContain('def dw_process(msg):')
})
