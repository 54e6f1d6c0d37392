// The test button of connections that the page speaks itself: a real server answers, or does not.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataway } from '../../../worker/dataway-node.ts'
import { Engine } from '../../../worker/engine/engine.ts'
import { emptyApp, type Config } from '../../../worker/model/app.ts'
import { nodeHost } from '../../../worker/node.ts'
import { registry } from '../../../worker/runs.ts'
import { testConnection } from '../../../worker/test-connection.ts'
import { startSoap } from '../../support/soap-server.ts'

let server: Server
let url: string
let engine: Engine
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`)
    const isKnown = request.headers.authorization === 'Bearer right'
    const status = request.url === '/open' ? 404 : request.url === '/broken' ? 503 : isKnown ? 200 : 401
    response.writeHead(status).end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  engine = new Engine({ host: nodeHost(), dataway: await loadDataway(), registry })
})
afterAll(() => void server.close())

const test = (connector: string, config: Config) => {
  const app = { ...emptyApp('app', 'app'), connections: [{ id: 'c', connector, name: 'c', config }] }
  return testConnection(app, 'c', engine, '').then(
    () => 'works',
    ({ code }) => code as string,
  )
}

describe('HTTP', () => {
  it('works where the server takes the sign-on, also where the base itself is nothing', async () => {
    expect(await test('http', { baseUrl: `${url}/api`, auth: 'bearer', token: 'right' })).toBe('works')
    expect(asked.at(-1)).toBe('GET /api Bearer right')
    expect(await test('http', { baseUrl: `${url}/open` })).toBe('works')
  })
  it('says what is wrong', async () => {
    expect(await test('http', { baseUrl: `${url}/api`, auth: 'bearer', token: 'wrong' })).toBe('HTTP:401')
    expect(await test('http', { baseUrl: `${url}/broken` })).toBe('HTTP:503')
    expect(await test('http', { baseUrl: 'http://127.0.0.1:1/' })).toMatch(/^HTTP:|^CONNECT:/)
  })
})

describe('SOAP', () => {
  it('works where the WSDL can be read, and says where not', async () => {
    const soap = await startSoap()
    expect(await test('soap', { wsdl: `${soap.url}/service?wsdl` })).toBe('works')
    await soap.close()
    expect(await test('soap', { wsdl: `${url}/open` })).toMatch(/^(HTTP|SOAP):/)
    expect(await test('soap', { wsdl: '<html/>' })).toBe('SOAP:WSDL')
    expect(await test('soap', {})).toBe('SOAP:NO_WSDL')
  })
})

it('a connection that is not there is a fault', async () => {
  const fault = testConnection(emptyApp('a', 'a'), 'c', engine, '')
  await expect(fault).rejects.toMatchObject({ code: 'CORE:NO_CONNECTION' })
})
