// What a page may not call goes by a real relay: reads by themselves, the rest only when it is chosen or the origin is known.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../../worker/model/context.ts'
import { fault } from '../../../worker/model/fault.ts'
import { HttpByRelay } from '../../../worker/http-by-relay.ts'
import { startRelay, type TestRelay } from '../../support/relay.ts'

let server: Server
let relay: TestRelay
let url: string
const called: string[] = []
const cors = fault('HTTP:UNREACHABLE', 'The page could not reach it.')
const never = new AbortController().signal
beforeAll(async () => {
  server = createServer((request, response) => {
    called.push(`${request.method} ${request.url}`)
    if (request.url === '/moved') return response.writeHead(302, { location: '/there' }).end()
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`hello ${request.url}`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  relay = await startRelay()
})
afterAll(async () => {
  server.close()
  await relay.close()
})
beforeEach(() => void (called.length = 0))

const request = (method: string, path: string): HttpRequest => ({ method, url: url + path, headers: [], timeout: 5000, redirects: 5, maxBytes: 1000 }) // prettier-ignore
const newOne = (paired = true) => new HttpByRelay(paired ? async () => relay.client : () => Promise.reject(fault('RELAY:NONE', 'none')), 'http://studio.test') // prettier-ignore

describe('after the page was refused', () => {
  test('a read is asked again by the relay, which is told; the origin is known from then on', async () => {
    const one = newOne()
    expect(one.knows(request('POST', '/x'))).toBe(false)
    const answer = await one.again(cors, request('GET', '/moved'), () => {}, never)
    expect({ ...answer, body: new TextDecoder().decode(answer.body) }).toMatchObject({ status: 200, body: 'hello /there', by: 'relay' }) // prettier-ignore
    expect(called).toEqual(['GET /moved', 'GET /there'])
    expect(one.knows(request('POST', '/x'))).toBe(true)
    expect(one.knows({ ...request('POST', '/x'), by: 'page' })).toBe(false)
  })
  test('what may have arrived is not sent again; the fault says what to choose', async () => {
    const { code, hint } = (await newOne().again(cors, request('POST', '/x'), () => {}, never).catch((thrown: unknown) => thrown)) as typeof cors // prettier-ignore
    expect([code, hint]).toEqual(['HTTP:UNREACHABLE', expect.stringContaining('the relay')])
    expect(called).toEqual([])
  })
  test('without a relay the fault stays as it was', async () =>
    await expect(newOne(false).again(cors, request('GET', '/x'), () => {}, never)).rejects.toBe(cors))
  test('an address that is not granted is not asked', async () => {
    const mayReach = (): never => {
      throw fault('HTTP:NOT_GRANTED', 'no')
    }
    await expect(newOne().again(cors, request('GET', '/x'), mayReach, never)).rejects.toMatchObject({ code: 'HTTP:NOT_GRANTED' }) // prettier-ignore
    expect(called).toEqual([])
  })
})
test('what is to go by the relay goes by it, whatever it does', async () =>
  expect(await newOne().send(request('DELETE', '/x'), () => {}, never)).toMatchObject({ status: 200, by: 'relay' })) // prettier-ignore
