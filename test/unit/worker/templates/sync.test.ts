// The data sync scenario gives the expected report, ERP and second run: for the sample, and for 200 sets of data made by
// chance, compared with a reference that was written on its own.
import { describe, expect, test, vi } from 'vitest'
import { freshState, memoryStore, type Customer, type DemoData } from '../../../../worker/demo/state.ts'
import app from '../../../../worker/templates/sync/app.json' with { type: 'json' }
import { expected, scenario } from '../../../support/scenario.ts'
import { reference, syncData } from '../../../support/sync-reference.ts'

// Other work of the machine must not fail a test.
vi.setConfig({ testTimeout: 60_000 })

const erpOf = (copy: ReturnType<typeof scenario>): Promise<Customer[]> => copy.look(({ erp }) => byId(erp))
const byId = (rows: Customer[]) => [...rows].sort((a, b) => (a.externalId < b.externalId ? -1 : 1))

test('the sample: report, ERP and second run', async () => {
  const copy = scenario(app, memoryStore())
  const report = await copy.run()
  expect(report).toEqual(expected('expected_report'))
  expect(Object.keys(report)).toEqual(Object.keys(expected('expected_report')))
  expect(await erpOf(copy)).toEqual(expected('expected_erp_after'))
  expect(await copy.run()).toEqual(expected('expected_second_run'))
  expect(await erpOf(copy)).toEqual(expected('expected_erp_after'))
})

describe('any data of this shape', () => {
  for (let from = 1; from <= 200; from += 20)
    test(`seeds ${from} to ${from + 19}`, async () => {
      for (let seed = from; seed < from + 20; seed++) {
        const data: DemoData = syncData(seed)
        const copy = scenario(app, memoryStore(data))
        const calls = new Map<string, number>()
        const first = reference(data, freshState(data).erp, calls)
        expect(await copy.run(), `first run of seed ${seed}`).toEqual(first.report)
        expect(await erpOf(copy), `ERP of seed ${seed}`).toEqual(byId(first.erp))
        const second = reference(data, first.erp, calls)
        expect(await copy.run(), `second run of seed ${seed}`).toEqual(second.report)
      }
    })
})
