// Published flows that messages start: over a real WebSocket, in a real engine.
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket as NodeSocket, WebSocketServer } from 'ws'
import { Engine } from '../../../../worker/engine/engine.ts'
import type { App, Config } from '../../../../worker/model/app.ts'
import { spoken } from '../../../../worker/spoken-protocols.ts'
import { Publisher } from '../../../../worker/publish/publisher.ts'
import { means, subscribe } from '../../../../worker/publish/subscriptions.ts'
import { registry } from '../../../../worker/runs.ts'
import { toTagged } from '../../../../worker/model/codec.ts'
import { appOf, dataway, ex, flow, step, testHost } from '../../../support/engine.ts'

globalThis.WebSocket ??= NodeSocket as unknown as typeof WebSocket

let server: WebSocketServer
let url: string
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
  server.on('connection', (socket) =>
    socket.on('message', (data) => socket.send((data as Buffer).toString())),
  )
})
afterAll(() => server.close())
const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** An app whose flow a message starts, published in a host of its own. */
function published(source: string, trigger: Config = {}, granted: string[] | 'all' = 'all') {
  const link = spoken(() => Promise.reject(new Error('no relay')))
  const engine = new Engine({ host: { ...testHost(), protocols: link }, dataway, registry })
  const results: unknown[] = []
  let look = (): void => {}
  const listen = { ...step('websocket/listen', { hello: '{"n": 20}', ...trigger }), connection: 'c1' }
  const app: App = {
    ...appOf(flow([step('set-payload', { value: ex(source) })], { trigger: listen })),
    connections: [{ id: 'c1', connector: 'websocket', name: 'S', config: { url } }],
  }
  const publisher = new Publisher({
    now: () => 0,
    after: () => () => {},
    newRunId: () => `r${results.length}`,
    subscribe: (subscribing) =>
      subscribe(means(engine), { ...subscribing, told: (trouble) => (subscribing.told(trouble), look()) }),
    run: async ({ run, app: version, flow: { id }, input, setting }) => {
      await registry.load(version)
      const { done } = engine.start({
        run,
        app: version,
        flow: id,
        input: input!,
        base: '',
        granted: setting.granted,
      })
      const { fault, message } = await done
      results.push(fault?.code ?? toTagged(message.payload.value))
      look()
      return { ...(fault && { fault }) }
    },
  })
  publisher.publish(app, { granted: { hosts: granted } })
  ends.push(
    () => publisher.unpublish(app.id),
    () => link.close(),
  )
  const until = (is: () => boolean): Promise<void> =>
    is() ? Promise.resolve() : new Promise<void>((resolve) => (look = () => void (is() && resolve())))
  return { results, until, trouble: () => publisher.trouble(app.id, app.flows[0]!.id), publisher, app }
}

test('a message starts the flow with it as payload', async () => {
  const { results, until } = published("msg.payload['n'] + 1")
  await until(() => results.length === 1)
  expect(results).toEqual([21])
})
test('a flow that fails gets the message again, as often as is allowed', async () => {
  const { results, until } = published("msg.payload['gone']", { attempts: 2 })
  await until(() => results.length === 2)
  expect(results).toEqual(['DATAWAY:EXCEPTION', 'DATAWAY:EXCEPTION'])
})
test('a host that is not granted is not asked, and the trouble can be seen', async () => {
  const one = published('1', {}, ['elsewhere.example'])
  await one.until(() => one.trouble() !== undefined)
  expect(one.trouble()!.code).toBe('RELAY:NOT_GRANTED')
  expect(one.results).toEqual([])
})
test('what is unpublished takes no more', async () => {
  const { results, until, publisher, app } = published("msg.payload['n']")
  await until(() => results.length === 1)
  publisher.unpublish(app.id)
  await new Promise((done) => setTimeout(done, 50))
  for (const client of server.clients) client.send('{"n": 1}')
  await new Promise((done) => setTimeout(done, 50))
  expect(results).toEqual([20])
})
