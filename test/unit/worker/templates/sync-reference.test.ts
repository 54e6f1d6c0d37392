// The reference itself against the sample's expected results, so that it can be trusted as a yardstick.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshState } from '../../../../worker/demo/state.ts'
import { reference } from '../../../support/sync-reference.ts'

const expected = (name: string) =>
  JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'))

it('gives the expected first report, ERP and second report for the sample data', () => {
  const { data } = freshState()
  const calls = new Map<string, number>()
  const first = reference(data, data.erp, calls)
  expect(first.report).toEqual(expected('expected_report'))
  expect(first.erp).toEqual(expected('expected_erp_after'))
  expect(reference(data, first.erp, calls).report).toEqual(expected('expected_second_run'))
})
