// What quick-add and palette offer, and in which order.
import { expect, test } from 'vitest'
import '../../../worker/app-connectors.ts'
import { componentChoices } from '../../../web/canvas/component-choices.ts'

test('recent ones first, then what every flow needs, the operations of applications and protocols last, by their names', () => {
  const choices = componentChoices('step', ['logger'])
  expect(choices[0]).toMatchObject({ id: 'logger', group: 'Recent' })
  const first = choices.findIndex(({ definition }) => definition.family)
  expect(first).toBeGreaterThan(20)
  const operations = choices.slice(first)
  expect(operations.filter(({ definition }) => !definition.family)).toEqual([])
  expect(operations.find(({ id }) => id === 'github/list-issues')).toMatchObject({ group: 'GitHub', label: 'GitHub: List issues' }) // prettier-ignore
  const names = choices.filter(({ label }) => label.includes(': ')).map(({ id }) => id)
  expect(names).toEqual(operations.map(({ id }) => id))
})
