// Published apps: a same-origin fetch from another tab gets the flow's answer; when the tab that runs them is gone, the next
// one takes over; an app taken back answers no more.
import type { Page } from '@playwright/test'
import { expect, killTab, openTab, test } from './harness/site.ts'

const listener = (path: string, methods: string): any => ({
  format: 'weft/1',
  id: 'hooks',
  name: 'Hooks',
  flows: [
    {
      id: 'f1',
      name: 'In',
      trigger: {
        id: 't1',
        component: 'http-listener',
        version: 1,
        name: 'Listen',
        config: { path, methods, status: 201, body: { mode: 'expression', source: 'msg.payload' } },
      },
      steps: [],
      samples: [],
      settings: {},
    },
  ],
  connections: [],
  variables: [],
  types: [],
  scripts: [],
  tests: [],
})

const ask = (
  page: Page,
  method: string,
  path: string,
): Promise<{ status: number; type: string; body: string; allow: string }> =>
  page.evaluate(
    async ([m, p]) => {
      const body = m === 'GET' ? undefined : '{"hello":"there"}'
      const answer = await fetch(p!, { method: m, body, headers: { 'content-type': 'application/json' } })
      const { headers } = answer
      return {
        status: answer.status,
        type: headers.get('content-type') ?? '',
        allow: headers.get('allow') ?? '',
        body: await answer.text(),
      }
    },
    [method, path] as const,
  )

test('a published listener answers other tabs, moves to the next tab, and stops when taken back', async ({
  context,
  harness,
}) => {
  const runner = await openTab(context, harness)
  await runner.evaluate(async () => {
    await window.harness.goOffline()
    await navigator.serviceWorker.ready
  })
  await runner.evaluate(
    async (text) => {
      const app = JSON.parse(text)
      await window.harness.store.saveApp({ app, version: 0, kind: 'edit', label: '' })
      await window.harness.engine.publish(app, { granted: { hosts: 'all' } })
    },
    JSON.stringify(listener('/orders/{id}', 'POST')),
  )
  const caller = await openTab(context, harness)
  await expect.poll(() => caller.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)

  expect(await ask(caller, 'POST', 'hook/orders/7')).toMatchObject({
    status: 201,
    type: 'application/json',
    body: '{"hello":"there"}',
  })
  expect(await ask(caller, 'GET', 'hook/orders/7')).toMatchObject({ status: 405, allow: 'POST' })
  expect(await ask(caller, 'POST', 'hook/nothing')).toMatchObject({ status: 404 })

  await killTab(runner)
  await expect
    .poll(async () => (await ask(caller, 'POST', 'hook/orders/8')).status, { timeout: 15_000 })
    .toBe(201)
  await caller.evaluate(() => window.harness.store.deleteApp('hooks'))
  await expect.poll(async () => (await ask(caller, 'POST', 'hook/orders/8')).status).toBe(404)
  await caller.evaluate(() => window.harness.engine.unpublish('hooks'))
  expect((await ask(caller, 'POST', 'hook/orders/8')).status).toBe(503)
})
