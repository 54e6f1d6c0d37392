// Idempotent with many keys: all of them are known again, and a message costs no more for those that came before it.
import { expect, test } from 'vitest'
import { branch, ex, ran, sample, step } from '../../../support/engine.ts'

const KEYS = 2_000

test('thousands of keys are remembered, and what one message reads and writes stays small', async () => {
  const once = step('idempotent', { key: ex("f'order {msg.payload}'") }, branch('body', []))
  const count = step('set-variable', { name: 'all', operation: 'append', value: ex("msg.vars['repeated']") })
  const loop = step('for-each', { items: ex(`list(range(${KEYS})) * 2`) }, branch('body', [once, count]))
  const { variables, run, summary } = await ran([loop], { input: sample(null) })
  expect(variables['all']).toEqual([...Array(KEYS).fill(false), ...Array(KEYS).fill(true)])
  const largest = Math.max(...run.record(summary)!.effects.map((effect) => JSON.stringify(effect).length))
  expect(largest).toBeLessThan(4_000)
})
