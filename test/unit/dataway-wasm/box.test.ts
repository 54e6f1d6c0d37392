// Numbers, booleans and None cross without a call; what crosses must be what a script would have been given.
import { beforeAll, expect, test } from 'vitest'
import { variablesSeen, variablesSeenByCode } from '../../../dataway-wasm/text-program.ts'
import { Data } from '../../../worker/model/data.ts'
import { message } from '../../../worker/model/message.ts'
import { Float, type Value } from '../../../worker/model/value.ts'
import { Variables } from '../../../worker/model/variables.ts'
import { loadDataway } from '../../../worker/dataway-node.ts'

let evaluate: (source: string, payload: Value, variables?: Variables) => Data
beforeAll(async () => {
  const dataway = await loadDataway()
  const env = {
    run: 'box',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: () => {},
  }
  evaluate = (source, payload, variables) =>
    dataway.evaluate(
      dataway.compile(source, 'expression'),
      message(Data.of(payload), undefined, variables),
      env,
    )
})

const values: [Value, string][] = [
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
  [0, '0'],
  [-1, '-1'],
  [2 ** 31, '2147483648'],
  [-(2 ** 32), '-4294967296'],
  [2 ** 47 - 1, '140737488355327'],
  [2 ** 47, '140737488355328'],
  [-(2 ** 47), '-140737488355328'],
  [-(2 ** 47) - 1, '-140737488355329'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [0.1, '0.1'],
  [-0, '-0.0'],
  [new Float(7), '7.0'],
  [Infinity, 'inf'],
  [NaN, 'nan'],
  [5e-324, '5e-324'],
]
test.each(values)('%s is %s in a script and comes back', (value, text) => {
  expect(evaluate('repr(msg.payload)', value).value).toBe(text)
  expect(evaluate('[msg.payload][0]', value).value).toEqual(value)
  expect(evaluate("msg.vars['x']", null, Variables.none.with('x', Data.of(value))).value).toEqual(value)
})

test.each<[string, 'all' | string[]]>([
  ["msg.payload['vars']", 'all'],
  ["msg.payload['a'] + len(msg.attrs)", []],
  ["msg.vars['a'] + msg.vars[ \"b c\" ] + msg.vars['a']", ['a', 'b c']],
  ['f\'{msg.vars["a"]}\' + msg.payload', ['a']],
  ["msg.vars['a' 'b']", 'all'],
  ["msg.vars['\\x61']", 'all'],
  ["msg.vars[f'a']", 'all'],
  ["msg.vars['a'] if 'b' in msg.vars else 0", ['a', 'b']],
  ["'b' not in msg.vars and msg.vars.get( 'c', 1)", ['c', 'b']],
  ["msg.vars.get('a' + 'b')", 'all'],
  ["'a' 'b' in msg.vars", 'all'],
  ["msg.payload + 'b' in msg.vars", 'all'],
  ["f'b' in msg.vars", 'all'],
  ["[1, 'b' in msg.vars]", ['b']],
  ["msg.vars[x'b']", 'all'],
  ["'a' in msg.vars['b']", ['b']],
  ["'a' in msg.vars.get('b')", ['b']],
  ["msg.vars | {'a': 1}", 'all'],
  ["getattr(msg, 'va' + 'rs')", 'all'],
  ['[m.payload for m in [msg]]', 'all'],
  ["globals()['m' + 'sg'].payload", 'all'],
  ["(lambda: 0).__globals__['m' + 'sg']", 'all'],
])('of the variables %s may see %o', (source, seen) => {
  expect(variablesSeen(source)).toEqual(seen)
})
test.each<[string, 'all' | string[]]>([
  ["def dw_process(msg):\n  msg.vars['n'] = 1\n  return msg.vars['a'] + msg.payload", ['n', 'a']],
  ['x = 1\ndef dw_process( msg ):\n  return x', []],
  ["def dw_process(m):\n  return getattr(m, 'va' + 'rs')", 'all'],
  ['def dw_process(msg):\n  return helper(msg)', 'all'],
  ['def dw_process(msg):\n  return 1\ndef dw_process(msg):\n  return 2', 'all'],
  ["return msg.vars['a']", 'all'],
])('of the variables the script %j may see %o', (source, seen) => {
  expect(variablesSeenByCode(source)).toEqual(seen)
})
test('an expression has those that it names, whatever others are set before and between', () => {
  let variables = Variables.none
  for (const [name, n] of [['a', 1], ['b', 2], ['c', 3]] as const) variables = variables.with(name, Data.of(n)) // prettier-ignore
  expect(evaluate("msg.vars['c'] * 10 + msg.vars['a']", null, variables).value).toBe(31)
  expect(evaluate("msg.vars['b']", null, variables.without('a')).value).toBe(2)
  expect(evaluate("msg.vars['c'] * 10 + msg.vars['a']", null, variables.with('a', Data.of(5))).value).toBe(35)
  expect(evaluate('sorted(msg.vars)', null, variables).value).toEqual(['a', 'b', 'c'])
})
test('a script that hides the name of the variables sees them', () => {
  const variables = Variables.none.with('x', Data.of(4))
  expect(evaluate("getattr(msg, 'va' + 'rs')['x']", null, variables).value).toBe(4)
})
