// Suggested assertions are true of the run they come from, and short.
import { expect, test } from 'vitest'
import { emptyApp } from '../../../worker/model/app.ts'
import type { TestResult } from '../../../worker/model/flow-test.ts'
import { suggestedAsserts } from '../../../web/tests/suggested-asserts.ts'

const step = { id: 's1', component: 'logger', version: 1, name: "Say 'hi'", config: {} }
const app = {
  ...emptyApp('a', 'A'),
  flows: [{ id: 'f', name: 'F', steps: [step], samples: [], settings: {} }],
}
const result = { calls: { s1: 2 } } as unknown as TestResult

test('the whole value when it is small, its fields, and how often steps ran', () => {
  expect(suggestedAsserts(app, result, { total: 3, paid: true, note: "it's\n" })).toEqual([
    "msg.payload == {'total': 3, 'paid': True, 'note': 'it\\'s\\n'}",
    'len(msg.payload) == 3',
    "msg.payload['total'] == 3",
    "msg.payload['paid'] == True",
    "msg.payload['note'] == 'it\\'s\\n'",
    "calls['Say \\'hi\\''] == 2",
  ])
})
test('a long list by its length, and without a value only the calls', () => {
  const items = Array.from({ length: 100 }, (_, n) => n)
  expect(suggestedAsserts(app, result, { items })).toContain("len(msg.payload['items']) == 100")
  expect(suggestedAsserts(app, result, undefined)).toEqual(["calls['Say \\'hi\\''] == 2"])
})
