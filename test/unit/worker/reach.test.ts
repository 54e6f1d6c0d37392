// What an app would reach is found without running it.
import { expect, test } from 'vitest'
import { emptyApp, type App, type FieldValue } from '../../../worker/model/app.ts'
import { reachOf } from '../../../worker/reach.ts'
import { operationCalls } from '../../../worker/runs.ts'

function appWith(urls: [string, FieldValue, string?][]): App {
  return {
    ...emptyApp('a', 'A'),
    connections: [
      {
        id: 'api',
        connector: 'http',
        name: 'API',
        config: { baseUrl: 'https://api.example/v1', token: { mode: 'secret', id: 'key' } },
      },
      { id: 'demo', connector: 'http', name: 'Demo', config: { baseUrl: '/demo/1' } },
    ],
    flows: [
      {
        id: 'f',
        name: 'F',
        trigger: {
          id: 't',
          component: 'scheduler',
          version: 1,
          name: 'T',
          config: { mode: 'cron', cron: '0 0 8 * * ?' },
        },
        steps: urls.map(([method, url, connection], i) => {
          return {
            id: `s${i}`,
            component: 'http/request',
            version: 1,
            name: 'R',
            connection,
            config: { method, url },
          }
        }),
        samples: [],
        settings: {},
      },
    ],
  }
}

test('hosts, methods, connectors, schedules and secrets', () => {
  const reach = reachOf(
    appWith([
      ['GET', 'https://one.example/a?b=1'],
      ['PUT', { mode: 'text', source: '/items/{{msg.vars["id"]}}' }, 'api'],
      ['GET', '/contacts', 'demo'],
      ['POST', { mode: 'expression', source: "msg.payload['url']" }],
      ['GET', { mode: 'expression', source: "'/x'" }, 'api'],
      ['GET', 'https://one.example/a?b=1'],
    ]),
    'http://127.0.0.1:8517/',
  )
  expect(reach.calls.map(({ method, host }) => `${method} ${host}`)).toEqual([
    'GET one.example',
    'PUT api.example',
    'GET 127.0.0.1:8517',
    'POST *',
    'GET api.example',
  ])
  expect(reach.connectors).toEqual(['http'])
  expect(reach.schedules).toEqual(['0 0 8 * * ?'])
  expect(reach.secrets).toEqual(['key'])
})

test('operations of application connectors are found by their manifest, at the address of their connection', async () => {
  const app = appWith([])
  app.connections.push({
    id: 'own',
    connector: 'github',
    name: 'Own',
    config: { baseUrl: 'https://git.example/api' },
  })
  const step = (id: string, component: string, connection?: string) => ({ id, component, version: 1, name: id, connection, config: {} }) // prettier-ignore
  app.flows[0]!.steps.push(
    step('a', 'github/create-issue'),
    step('b', 'github/list-issues', 'own'),
    step('c', 'nobody/nothing'),
  )
  const { calls } = reachOf(app, 'http://localhost:8517/', await operationCalls(app))
  expect(calls.map(({ method, host }) => `${method} ${host}`)).toEqual([
    'POST api.github.com',
    'GET git.example',
  ])
})
