// Which steps of an app need a relay.
import { expect, test } from 'vitest'
import { emptyApp, type App, type Config, type Step } from '../../../../worker/model/app.ts'
import sync from '../../../../worker/templates/sync/app.json' with { type: 'json' }
import { needsOf } from '../../../../web/relay/needs.ts'

function app(...steps: [component: string, config?: Config, connection?: string][]): App {
  const made = steps.map(([component, config = {}, connection], i): Step => ({ id: `s${i}`, component, version: 1, name: `S${i}`, config, ...(connection && { connection }) })) // prettier-ignore
  return {
    ...emptyApp('a', 'A'),
    connections: [{ id: 'db', connector: 'postgresql', name: 'db', config: { host: 'db.example' } }],
    flows: [{ id: 'f', name: 'F', steps: made, samples: [], settings: {} }],
  }
}

test('an app that only calls HTTP APIs needs none', () => {
  expect(needsOf(sync as unknown as App)).toEqual([])
  expect(needsOf(app(['http/request', { by: 'auto' }]))).toEqual([])
})

test('a step that the relay is to send, and those of protocols that a page cannot speak, with their target', () => {
  const needs = needsOf(app(['http/request', { by: 'relay' }], ['postgresql/query', {}, 'db'], ['redis/get'], ['mqtt-ws/publish'])) // prettier-ignore
  expect(needs.map(({ step, protocol, target }) => [step, protocol, target])).toEqual([
    ['s0', 'http', ''],
    ['s1', 'postgresql', 'db.example:5432'],
    ['s2', 'redis', ''],
  ])
})
