// A recorded run becomes a test that passes, and fails when the flow no longer gives the same.
import { expect, test } from 'vitest'
import { Engine } from '../../../../../worker/engine/engine.ts'
import { runTests } from '../../../../../worker/engine/testing/run-test.ts'
import { testOfRun } from '../../../../../worker/engine/testing/test-of-run.ts'
import type { App } from '../../../../../worker/model/app.ts'
import { editStep } from '../../../../../worker/model/commands/edit.ts'
import { contentHash } from '../../../../../worker/model/content-hash.ts'
import { parseApp } from '../../../../../worker/model/validate.ts'
import { registry } from '../../../../../worker/runs.ts'
import { appOf, branch, dataway, ex, flow, ran, sample, step, testHost } from '../../../../support/engine.ts'

async function saved(app: App, host = testHost(), input = sample(null)) {
  const { run, summary, events } = await ran(app, { host, input })
  const record = run.record({ ...summary, appHash: await contentHash(app) })!
  const messageAt = (seq: number) => Promise.resolve(run.recorder!.messages.get(seq)!)
  return testOfRun(dataway, app, { record, events, messageAt }, 'Saved')
}
const results = async (app: App) =>
  (await runTests(new Engine({ host: testHost(), dataway, registry }), app)).results

test('answers from outside become mocks in their order, assertions are true, and the test passes without network', async () => {
  const call = step('http/request', { url: 'http://api.test/x' })
  const collect = step('set-variable', { name: 'seen', value: ex("msg.vars.get('seen', 0) + 1") })
  const loop = step('for-each', { items: ex('2') }, branch('body', [call, collect]))
  const last = step('set-payload', { value: ex("{'n': msg.vars['seen'], 'text': 'it\\'s'}") })
  const app = appOf(flow([loop, last]))
  const host = testHost()
  host.answers['GET /x'] = [
    { status: 200, body: '{"a":1}' },
    { status: 200, body: '{"a":2}' },
  ]
  const one = await saved(app, host)
  expect(one.mocks).toMatchObject([{ step: call.id, answers: [{}, {}] }])
  expect(one.asserts).toEqual([`msg.payload == {'n': 2, 'text': "it's"}`, `calls['${call.id}'] == 2`])
  const tested = { ...app, tests: [one] }
  expect(parseApp(JSON.stringify(tested))).toEqual(tested)
  expect((await results(tested))[0]).toMatchObject({ outcome: 'passed', failures: [] })
  const edited = editStep(tested, last.id, (old) => ({ ...old, config: { value: ex('{}') } }))
  expect((await results(edited))[0]).toMatchObject({ outcome: 'failed' })
})
test('a failed run asserts its error', async () => {
  const app = appOf(flow([step('raise-error', { type: 'A:B', description: 'why' })]))
  const one = await saved(app)
  expect(one.asserts).toEqual(["msg.error['code'] == 'A:B'"])
  expect((await results({ ...app, tests: [one] }))[0]!.outcome).toBe('passed')
})
test('large results are asserted by their parts', async () => {
  const app = appOf(flow([step('set-payload', { value: ex("{'rows': list(range(500)), 'total': 500}") })]))
  const one = await saved(app)
  expect(one.asserts).toEqual(["len(msg.payload['rows']) == 500", "msg.payload['total'] == 500"])
})
test('a part of a flow is no test', async () => {
  const set = step('set-payload', { value: ex('1') })
  const app = appOf(flow([set]))
  const { run, summary, events } = await ran(app, { part: { steps: [set.id] } })
  const record = run.record(summary)!
  const messageAt = (seq: number) => Promise.resolve(run.recorder!.messages.get(seq)!)
  await expect(testOfRun(dataway, app, { record, events, messageAt }, 'x')).rejects.toMatchObject({ code: 'TEST:NO_WHOLE_RUN' }) // prettier-ignore
})
