// What Home draws of a component is what its definition says.
import { expect, test } from 'vitest'
import tiles from 'virtual:tiles'
import { definitions } from '../../../worker/definitions.ts'

test('icon and group of every component', () => {
  expect(definitions.size).toBeGreaterThan(30)
  for (const { id, icon, group } of definitions.values()) expect(tiles[id], id).toEqual([icon, group])
})
