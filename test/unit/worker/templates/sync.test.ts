// The data sync scenario gives the expected report, ERP and second run: for the sample, and for 200 sets of data made by
// chance, compared with a reference that was written on its own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { handleDemo } from '../../../../worker/demo/handler.ts'
import { freshState, memoryStore, type Customer, type DemoData } from '../../../../worker/demo/state.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import type { App } from '../../../../worker/model/app.ts'
import { newRunId } from '../../../../worker/model/id.ts'
import { registry } from '../../../../worker/runs.ts'
import template from '../../../../worker/templates/sync/template.ts'
import { dataway, testHost } from '../../../support/engine.ts'
import { reference, syncData } from '../../../support/sync-reference.ts'

// Other work of the machine must not fail a test.
vi.setConfig({ testTimeout: 60_000 })

const app: App = template.app
const origin = 'http://127.0.0.1:1'
const expected = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'data', `${name}.json`), 'utf8'))

/** Runs the flow on a copy of the demo APIs. */
async function sync(store: ReturnType<typeof memoryStore>) {
  const host = testHost()
  host.http = async ({ method, url, headers, body }) => {
    const answer = await handleDemo(
      new Request(url, { method, headers, body: body as BodyInit | undefined }),
      store,
    )
    return {
      status: answer.status,
      reason: '',
      headers: [...answer.headers] as [string, string][],
      body: new Uint8Array(await answer.arrayBuffer()),
      url,
    }
  }
  const engine = new Engine({ host, dataway, registry })
  const flow = app.flows[0]!
  const { run, done } = engine.start({
    run: newRunId(),
    app,
    flow: flow.id,
    input: flow.samples[0] ?? { id: 'none', name: '' },
    base: origin,
    granted: { hosts: 'all' },
    trace: 'failures',
  })
  const { message, fault } = await done
  if (fault) throw new Error(`${fault.code} ${fault.message} at ${fault.at?.path}`)
  const report = JSON.parse(new TextDecoder().decode(dataway.toBytes(message.payload).bytes))
  engine.release(run)
  return report
}

async function erpOf(store: ReturnType<typeof memoryStore>): Promise<Customer[]> {
  const copy = String(app.connections[0]!.config['baseUrl'])
  const answer = await handleDemo(new Request(`${origin}${copy}/api/customers`), store)
  const rows = (await answer.json()) as Customer[]
  return rows.sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
}

test('the sample: report, ERP and second run', async () => {
  const store = memoryStore()
  const report = await sync(store)
  expect(report).toEqual(expected('expected_report'))
  expect(Object.keys(report)).toEqual(Object.keys(expected('expected_report')))
  expect(await erpOf(store)).toEqual(expected('expected_erp_after'))
  expect(await sync(store)).toEqual(expected('expected_second_run'))
  expect(await erpOf(store)).toEqual(expected('expected_erp_after'))
})

describe('any data of this shape', () => {
  for (let from = 1; from <= 200; from += 20)
    test(`seeds ${from} to ${from + 19}`, async () => {
      for (let seed = from; seed < from + 20; seed++) {
        const data: DemoData = syncData(seed)
        const store = memoryStore(data)
        const calls = new Map<string, number>()
        const first = reference(data, freshState(data).erp, calls)
        expect(await sync(store), `first run of seed ${seed}`).toEqual(first.report)
        const sorted = [...first.erp].sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
        expect(await erpOf(store), `ERP of seed ${seed}`).toEqual(sorted)
        calls.set('GET /api/customers', (calls.get('GET /api/customers') ?? 0) + 1)
        const second = reference(data, first.erp, calls)
        expect(await sync(store), `second run of seed ${seed}`).toEqual(second.report)
      }
    })
})
