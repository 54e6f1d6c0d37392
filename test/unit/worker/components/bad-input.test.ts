// Bad input for every component: a Fault that names step and field, or a sound result; never a bug, and the next run of
// the same engine is well.
import { describe, expect, test } from 'vitest'
import { definitions, examples } from '../../../../worker/definitions.ts'
import type { Config, FieldValue, Step, Tagged } from '../../../../worker/model/app.ts'
import { appOf, branch, code, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

const inputs: [string, Tagged][] = [
  ['None', null],
  ['an int', 7],
  ['a float', { $float: '1.5' }],
  ['text', 'text'],
  ['an empty list', []],
  ['an empty dict', {}],
  ['a list of mixed things', [1, 'a', null, [], {}]],
  ['bytes', { $bytes: '/w==' }],
  ['an Entity that is not what it says', { $entity: { mime: 'application/json', text: '{broken' } }],
  ['an Entity of no known type', { $entity: { mime: 'application/octet-stream', text: 'x' } }],
]
/** An example may stand in a loop, which would run it as often as the list is long. */
function within(step: Step, id: string): Step | undefined {
  if (step.component === id) return step
  return step.branches?.flatMap(({ steps }) => steps.map((one) => within(one, id))).find(Boolean)
}
const huge = Array.from({ length: 10_000 }, (_, n) => n)
/** What a script may do in the first field of a component that takes one. */
const scripts: [string, FieldValue][] = [
  ['a name that is not there', ex('nothing')],
  ['a variable that is not there', ex("msg.vars['nothing']")],
  ['a division by zero', ex('1 / 0')],
  ['a set as result', ex('{1, 2}')],
  ['a syntax error', ex('1 +')],
  ['no dw_process', code('x = 1')],
]

for (const [id, definition] of definitions)
  describe(id, () => {
    test('takes any payload, or says in a Fault what it wanted', async () => {
      for (const { step: one } of await examples(id))
        for (const [name, value] of inputs) {
          const { fault, run } = await ran(appOf(flow([{ id: 'example', version: 1, ...one }])), {
            input: sample(value),
          })
          expect(fault?.code, `${name}: ${fault?.message}`).not.toBe('CORE:INTERNAL')
          if (fault) expect(fault.at?.path, `${name}: ${fault.code}`).toMatch(/^example/)
          expect(run.recorder!.events.at(-1)!.kind).toBe('end')
        }
    })
    if (!id.includes('/'))
      test('takes a huge list, or says in a Fault why not', { timeout: 60_000 }, async () => {
        for (const { step: whole } of await examples(id)) {
          const one = within({ id: 'example', version: 1, ...whole }, id)
          if (!one) continue
          const app = appOf(flow([{ ...one, id: 'example' }]))
          const { fault, events } = await ran(app, { input: sample(huge), trace: 'failures' })
          expect(fault?.code, fault?.message).not.toBe('CORE:INTERNAL')
          if (fault) expect(fault.at?.path, fault.code).toMatch(/^example/)
          expect(events.length).toBeLessThan(5_000)
        }
      })
    const field = definition.fields.find((one) => one.kind === 'value' || one.kind === 'condition')
    if (field && definition.kind !== 'trigger')
      test(`a failing script in ${field.name} is a Fault of that field`, async () => {
        for (const [name, value] of scripts) {
          const config: Config = { ...(await examples(id))[0]!.step.config, [field.name]: value }
          if (field.when) config[field.when.field] = field.when.is[0]!
          const one: Step = { ...step(id, config), id: 'example' }
          if (definition.branches)
            one.branches = definition.branches.flatMap((rule) =>
              Array.from({ length: rule.min }, () => branch(rule.role, [])),
            )
          const { fault } = await ran([one], { input: sample([1]) })
          expect(fault?.code, name).toMatch(/^DATAWAY:/)
          expect(fault!.at, name).toMatchObject({ path: 'example', field: field.name })
        }
      })
  })

test('an endless script stops at its limit, and the next run is well', async () => {
  const endless = step('set-payload', {
    value: code('def dw_process(msg):\n    while True:\n        pass\n'),
  })
  const { fault } = await ran([endless], { scriptLimits: { milliseconds: 200 } })
  expect(fault).toMatchObject({ code: expect.stringMatching(/^DATAWAY:/), at: { path: endless.id } })
  expect((await ran([step('set-payload', { value: ex('1 + 1') })])).payload).toBe(2)
})
test('a cancel ends a script that never would', async () => {
  const word = new Int32Array(new SharedArrayBuffer(4))
  const host = testHost()
  const endless = step('set-payload', {
    value: code('def dw_process(msg):\n    while True:\n        pass\n'),
  })
  const { Worker } = await import('node:worker_threads')
  const setter = new Worker(
    "const { workerData } = require('node:worker_threads'); setTimeout(() => Atomics.store(new Int32Array(workerData), 0, 1), 100)",
    { eval: true, workerData: word.buffer },
  )
  const { summary } = await ran([endless], { host, cancelWord: word })
  expect(summary.outcome).toBe('cancelled')
  await setter.terminate()
})
test('a huge list loops in bounded memory of events', async () => {
  const loop = step('for-each', { items: ex('range(100000)') }, branch('body', []))
  const ints = step('for-each', { items: ex('100000') }, branch('body', []))
  const { summary, events } = await ran([ints])
  expect(summary.outcome).toBe('ok')
  expect(events.length).toBeLessThan(2000)
  expect((await ran([loop])).fault?.code).toMatch(/^(DATAWAY|CORE):/)
})
