// Wire Tap: the copy is a run of its own, which never delays or fails the one that gave it.
import { expect, test } from 'vitest'
import { Engine } from '../../../../worker/engine/engine.ts'
import type { LaunchRequest } from '../../../../worker/engine/run.ts'
import type { App } from '../../../../worker/model/app.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, dataway, ex, flow, ran, sample, step, testHost } from '../../../support/engine.ts'

async function tapped(app: App, host = testHost()) {
  const engine = new Engine({ host, dataway, registry })
  const { done } = engine.start({ run: 'main', app, flow: app.flows[0]!.id, input: sample('p', { variables: { v: 1 } }), base: '', granted: { hosts: [] } }) // prettier-ignore
  const result = await done
  const atEnd = engine.live.size
  await engine.idle()
  return { result, atEnd, host }
}
const log = (source: string) => step('logger', { content: ex(source), category: 'c' })

test('the other flow gets the message; this one goes on and does not wait', async () => {
  const copy = flow([step('sleep', { time: '1 s' }), log("msg.payload + str(msg.vars['v'])")])
  const host = testHost()
  host.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms / 50))
  const { result, atEnd } = await tapped(appOf(flow([step('wire-tap', { flow: copy.id }), log("'main'")]), copy), host) // prettier-ignore
  expect(result.message.payload.value).toBe('p')
  expect(atEnd).toBe(1)
  expect(host.lines).toEqual(['INFO c main', 'INFO c p1'])
})
test('its error stays there', async () => {
  const copy = flow([step('raise-error', { type: 'A:B', description: 'x' })])
  const { result } = await tapped(appOf(flow([step('wire-tap', { flow: copy.id })]), copy))
  expect(result.summary.outcome).toBe('ok')
})
test('flows that tap each other without end stop with a warning', async () => {
  const again = flow([])
  again.steps.push(step('wire-tap', { flow: again.id }))
  const { host } = await tapped(appOf(again))
  expect(host.lines).toEqual([expect.stringMatching(/^WARN Main .*without end/)])
})
test('a host that keeps runs is asked to start it; a replay starts none', async () => {
  const copy = flow([])
  const app = appOf(flow([step('wire-tap', { flow: copy.id })]), copy)
  const asked: LaunchRequest[] = []
  const first = await ran(app, { launch: (request) => asked.push(request) > 0 })
  expect(asked).toMatchObject([{ flow: copy.id, launches: 1 }])
  const record = JSON.parse(JSON.stringify(first.run.record(first.summary)!)) as never
  const again = await ran(app, { replay: record, launch: (request) => asked.push(request) > 0 })
  expect(again.summary.outcome).toBe('ok')
  expect(asked).toHaveLength(1)
})
