// Calls that are made again after an error carry the key of the first one: a server that counts by key did each thing once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Step } from '../../../../worker/model/app.ts'
import { nodeHost } from '../../../../worker/node.ts'
import { branch, ex, ran, step } from '../../../support/engine.ts'
import { countingServer, type CountingServer } from '../../../support/kill-scenario.ts'

let server: CountingServer
beforeAll(async () => {
  server = await countingServer()
})
afterAll(() => server.close())

const post = (path: string): Step =>
  step('http/request', { method: 'POST', url: server.base + path, repeat: 'with key' })
const until = (more: object, ...steps: Step[]) =>
  step('until-successful', { maxRetries: 5, interval: '1 ms', ...more }, branch('body', steps))
const forEach = (count: number, ...steps: Step[]) =>
  step('for-each', { items: ex(String(count)) }, branch('body', steps))
/** How often each call was sent, by key. */
const sent = (path: string) =>
  [...server.byKey.values()].filter((one) => one.path === path).map((one) => one.sent)

test('Until Successful sends the same call with the same key', async () => {
  const path = '/until?fail=2'
  expect((await ran([until({}, post(path))], { host: nodeHost() })).summary.outcome).toBe('ok')
  expect(sent(path)).toEqual([3])
})

test('calls before the one that failed keep theirs too, each its own', async () => {
  const steps = [until({}, post('/first'), post('/second'), post('/third?fail=1'))]
  expect((await ran(steps, { host: nodeHost() })).summary.outcome).toBe('ok')
  expect(['/first', '/second', '/third?fail=1'].map(sent)).toEqual([[2], [2], [2]])
})

test('each round of a loop is a call of its own, its retries are not', async () => {
  const path = '/loop?fail=1'
  const steps = [forEach(3, until({}, forEach(2, post(path))))]
  expect((await ran(steps, { host: nodeHost() })).summary.outcome).toBe('ok')
  expect(sent(path)).toEqual([2, 1, 1, 1, 1, 1])
})

test('a try that went well, but not as it is wanted, is followed by a new call', async () => {
  const path = '/poll'
  const condition = ex("msg.vars['attempt'] == 2")
  const steps = [until({ retryType: 'success', condition }, post(path))]
  expect((await ran(steps, { host: nodeHost() })).summary.outcome).toBe('ok')
  expect(sent(path)).toEqual([1, 1, 1])
})

test('Try repeats its calls with their keys', async () => {
  const path = '/try?fail=2'
  const caught = branch('catch', [], { errors: 'HTTP:5XX', retries: 3, interval: '1 ms' })
  const steps = [step('try', {}, branch('body', [post('/before'), post(path)]), caught)]
  expect((await ran(steps, { host: nodeHost() })).summary.outcome).toBe('ok')
  expect([sent('/before'), sent(path)]).toEqual([[3], [3]])
})

test('another run has other keys', async () => {
  const steps = [post('/run')]
  for (let i = 0; i < 2; i++) await ran(steps, { host: nodeHost() })
  expect(sent('/run')).toEqual([1, 1])
})
