// What components keep is there after a restart: the process ends between two messages, its data directory stays.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { App, Step, Tagged } from '../../../../worker/model/app.ts'
import { toTagged } from '../../../../worker/model/codec.ts'
import { nodeEngine } from '../../../../worker/node.ts'
import { openNodeStore } from '../../../../worker/store/node-home.ts'
import { appOf, branch, ex, flow, sample, step } from '../../../support/engine.ts'

let directory: string
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'weft-state-'))))
afterEach(() => rmSync(directory, { recursive: true }))

let runs = 0
/** One message in a process of its own. */
async function after(
  app: App,
  value: Tagged,
): Promise<{ payload: Tagged; code?: string; variables: Record<string, Tagged> }> {
  const { store, close } = await openNodeStore(directory)
  const engine = await nodeEngine({ store })
  const { done } = engine.start({ run: `r${runs++}`, app, flow: app.flows[0]!.id, input: sample(value), base: '', granted: { hosts: [] } }) // prettier-ignore
  const { message, fault } = await done
  close()
  const variables = Object.fromEntries(
    [...message.variables].map(([name, data]) => [name, toTagged(data.value)]),
  )
  return { payload: toTagged(message.payload.value), code: fault?.code, variables }
}
const scope = (component: string, config: object, ...steps: Step[]) =>
  step(component, config as never, branch('body', steps))
const set = (source: string) => step('set-payload', { value: ex(source) })
const raise = () => step('raise-error', { type: 'A:B', description: 'x' })

test('Idempotent remembers its keys', async () => {
  const app = appOf(flow([scope('idempotent', { key: ex('msg.payload'), repeat: 'result' }, set("'made'"))]))
  expect((await after(app, 'k')).variables).toEqual({ repeated: false })
  expect(await after(app, 'k')).toMatchObject({ payload: 'made', variables: { repeated: true } })
})
test('Circuit Breaker stays open', async () => {
  const breaker = step('circuit-breaker', { failures: 2, wait: '1 h' }, branch('body', [raise()]), branch('fallback', [set("'fallback'")])) // prettier-ignore
  const app = appOf(flow([breaker]))
  expect([(await after(app, 1)).code, (await after(app, 1)).code]).toEqual(['A:B', 'A:B'])
  expect((await after(app, 1)).payload).toBe('fallback')
})
test('Rate Limiter knows what was taken', async () => {
  const app = appOf(flow([step('rate-limiter', { count: 1, unit: 'minute' })]))
  expect([(await after(app, 1)).code, (await after(app, 1)).code]).toEqual([undefined, undefined])
  expect((await after(app, 1)).code).toBe('CORE:RATE_LIMITED')
})
test('Aggregator goes on with its list', async () => {
  const app = appOf(flow([scope('aggregator', { key: ex("'k'"), size: 3, timeout: '0 s' })]))
  await after(app, 'a')
  await after(app, { $date: '2026-01-02' })
  expect(await after(app, 'c')).toMatchObject({ payload: ['a', { $date: '2026-01-02' }, 'c'] })
})
test('Resequencer knows whose turn it is', async () => {
  const app = appOf(flow([scope('resequencer', { number: ex('msg.payload'), late: 'error' }, set("'done'"))]))
  expect([(await after(app, 0)).payload, (await after(app, 1)).payload]).toEqual(['done', 'done'])
  expect((await after(app, 1)).code).toBe('CORE:LATE')
})
test('Table State has its rows, Cache its entries', async () => {
  const table = (operation: string) => appOf(flow([step('table-state', { table: 't', operation })]))
  await after(table('insert'), [{ id: 1 }, { id: 2 }])
  expect((await after(table('query'), null)).payload).toEqual([{ id: 1 }, { id: 2 }])
  const cache = (operation: string) =>
    appOf(flow([step('cache', { operation, key: 'k', value: 'v', ttl: '1 h' })]))
  await after(cache('store'), null)
  expect((await after(cache('read'), null)).payload).toBe('v')
})
test('State Store has its list', async () => {
  const app = appOf(flow([step('state-store', { type: 'list', operation: 'push', key: 'k' })]))
  expect((await after(app, 'a')).payload).toEqual({ value: 1 })
  expect((await after(app, 'b')).payload).toEqual({ value: 2 })
})
