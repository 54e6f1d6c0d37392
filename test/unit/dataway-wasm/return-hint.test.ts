// What may not leave a script but can be looped over is refused with a hint, in both languages.
import { expect, test } from 'vitest'
import type { Fault } from '../../../worker/model/fault.ts'
import { scriptHint } from '../../../web/text/fault-words.ts'
import { run } from './dataway.ts'

function hintOf(result: string): string | undefined {
  try {
    run(`def dw_process(msg):\n    return ${result}\n`)
  } catch (thrown) {
    return (thrown as Fault).hint
  }
  throw new Error('it was accepted')
}

test.each([
  ['range(3)', 'Return list(…) of it.', '返回 list(…)。'],
  ["{'a': [1, {2}]}", "Put list(…) of it at result['a'][1].", "在 result['a'][1] 处改用 list(…)。"],
  ['(1, 2)', 'Return list(…) of it.', '返回 list(…)。'],
  ["{'a': 1}.keys()", 'Return list(…) of it.', '返回 list(…)。'],
  ['zip([1], [2])', 'Return list(…) of it.', '返回 list(…)。'],
  ['pirnt', "Did you mean 'print'?", '是不是要写“print”？'],
  ['len', undefined, undefined],
  ['1 / 0', undefined, undefined],
])('%s', (result, english, chinese) => {
  const hint = hintOf(result)
  expect(hint).toBe(english)
  expect(scriptHint(hint)).toBe(chinese)
})
