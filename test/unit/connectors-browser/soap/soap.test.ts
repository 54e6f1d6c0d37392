// SOAP against a server that reads the wire by itself: bodies by the schema, both versions, rpc, signatures, faults, replay.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseXml, xmlText } from '../../../../connectors-browser/soap/xml.ts'
import { passwordDigest } from '../../../../connectors-browser/soap/security.ts'
import type { Host } from '../../../../worker/engine/host.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { exchange } from '../../../../worker/http-exchange.ts'
import type { App, Config } from '../../../../worker/model/app.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, dataway, ex, flow, ran, step, testHost } from '../../../support/engine.ts'
import { startSoap, type SoapServer } from '../../../support/soap-server.ts'

let server: SoapServer
beforeAll(async () => void (server = await startSoap()))
afterAll(() => server.close())
beforeEach(() => {
  server.calls.length = 0
  server.reads.length = 0
  // The chance of the tests begins anew with each.
  server.nonces.clear()
})

function host(): Host {
  return {
    ...testHost(),
    http: (request, mayReach, signal) => exchange(request, mayReach, signal, { redirects: 'here' }),
  }
}
function app(config: Config, connection: Config = {}, component = 'soap/call', times = 1): App {
  const steps = Array.from({ length: times }, () => ({ ...step(component, config), connection: 'c1' }))
  const shared = { id: 'c1', connector: 'soap', name: 'Shop', config: { wsdl: `${server.url}/service?wsdl`, ...connection } } // prettier-ignore
  return { ...appOf(flow(steps)), connections: [shared] }
}
const call = (operation: string, body: string, connection: Config = {}) =>
  ran(app({ operation, body: ex(body) }, connection), { host: host() })

describe('a call', () => {
  test('stands in the order and the namespace of the schema, whatever the order of the dict', async () => {
    const body = "{'line': [{'item': 'a & <b>', '@no': 7}, {'item': '中'}], 'gift': None, 'customer': 'Ann'}"
    const { fault, payload, attributes } = await call('PlaceOrder', body)
    expect(fault).toBeUndefined()
    const [sent] = server.calls
    expect(sent!.headers).toMatchObject({ soapaction: '"urn:shop#PlaceOrder"', 'content-type': 'text/xml; charset=utf-8' }) // prettier-ignore
    const order = parseXml(sent!.body).children[0]!.children[0]!
    expect(order).toMatchObject({ name: 'Order', namespace: 'urn:shop' })
    expect(order.children.map((one) => [one.name, one.namespace, one.text])).toEqual([
      ['customer', 'urn:shop', 'Ann'],
      ['line', 'urn:shop', ''],
      ['line', 'urn:shop', ''],
      ['gift', 'urn:shop', ''],
    ])
    expect(order.children[1]!.attributes).toEqual({ no: '7' })
    expect(order.children[3]!.attributes).toEqual({ 'xsi:nil': 'true' })
    expect(payload).toEqual({
      Header: { Session: 's-9' },
      Body: { OrderResult: { id: 'o-1', line: [{ '@no': '1', item: 'a & <b>' }, { '@no': '2', item: '中' }], note: null } }, // prettier-ignore
    })
    expect(attributes).toMatchObject({ statusCode: 200 })
  })
  test('what repeats by the schema is a list, also of one', async () => {
    const { payload } = await call('PlaceOrder', "{'Order': {'customer': 'x', 'line': {'item': 'a'}}}")
    expect(payload).toMatchObject({ Body: { OrderResult: { line: [{ item: 'a' }] } } })
  })
  test('SOAP 1.2 has its action in the content type', async () => {
    const { payload } = await call('GetPrice', "{'item': 'a'}")
    expect(payload).toEqual({ Body: { GetPriceResponse: { price: '2.50' } } })
    expect(server.calls[0]!.headers['content-type']).toBe('application/soap+xml; charset=utf-8; action="urn:shop#GetPrice"') // prettier-ignore
    expect(server.calls[0]!.headers['soapaction']).toBeUndefined()
  })
  test('rpc', async () =>
    expect((await call('Add', "{'b': 2, 'a': 40}")).payload).toEqual({
      Body: { AddResponse: { sum: '42' } },
    }))
  test('XML goes as it is; headers by their full names', async () => {
    const config = { operation: 'GetPrice', body: ex(`'<?xml version="1.0"?><p:GetPrice xmlns:p="urn:shop"><p:item>x</p:item></p:GetPrice>'`), headers: ex("{'{urn:h}Key': 'k<1'}") } // prettier-ignore
    expect((await ran(app(config), { host: host() })).fault).toBeUndefined()
    expect(server.calls[0]!.body).toContain('<p:GetPrice xmlns:p="urn:shop">')
    expect(server.calls[0]!.body).toContain('<m:Key xmlns:m="urn:h">k&lt;1</m:Key>')
  })
  test('the WSDL and its schema are read once a run', async () => {
    const { fault } = await ran(app({ operation: 'GetPrice', body: ex("{'item': 'a'}") }, {}, 'soap/call', 3), { host: host() }) // prettier-ignore
    expect(fault).toBeUndefined()
    expect(server.calls).toHaveLength(3)
    expect(server.reads).toEqual(['/service?wsdl', '/shop.xsd'])
  })
})

describe('WS-Security', () => {
  const signed = { security: 'digest', user: 'ann', password: 'pä&ss' }
  test('a digest that the server computes too; each call has its own nonce', async () => {
    const twice = app({ operation: 'GetSecret', body: ex('{}') }, signed, 'soap/call', 2)
    expect((await ran(twice, { host: host() })).fault).toBeUndefined()
    expect(server.calls[0]!.body).toContain('soap:mustUnderstand="1"')
  })
  test('a wrong password is a fault of the service, with its detail', async () => {
    const { fault } = await call('GetSecret', '{}', { ...signed, password: 'no' })
    expect(fault).toMatchObject({ code: 'SOAP:FAILEDAUTHENTICATION', data: { reason: 'who are you?', actor: 'urn:me', detail: { Tries: '3' } } }) // prettier-ignore
  })
  test('the password is in no record, and a replay calls nobody', async () => {
    const one = app({ operation: 'GetSecret', body: ex('{}') }, signed)
    const first = await ran(one, { host: host() })
    const record = first.run.record(first.summary)!
    expect(JSON.stringify(record)).not.toMatch(/pä&ss|PasswordDigest/)
    const sent = server.calls.length
    const engine = new Engine({ host: testHost(), dataway, registry })
    const { done } = engine.replay(record, one, 'again', () => {})
    expect((await done).fault).toBeUndefined()
    expect(server.calls).toHaveLength(sent)
  })
  test('the digest of the profile', async () =>
    // By printf … | openssl sha1 -binary | base64
    expect(await passwordDigest(new Uint8Array([1, 2, 3, 4]), '2026-01-02T03:04:05Z', 'verySecret')).toBe(
      'FUm2CjngS/9wmfakn8GXZYrmDUc=',
    ))
})

describe('what goes wrong', () => {
  test('a fault of SOAP 1.2', async () =>
    expect((await call('GetPrice', "{'item': 'bad'}")).fault).toMatchObject({ code: 'SOAP:SENDER', data: { subcode: 'NoSuchItem', reason: 'no such item' } })) // prettier-ignore
  test('an operation that there is not: those there are are named', async () => {
    const { fault } = await call('Nope', '{}')
    expect(fault).toMatchObject({ code: 'SOAP:OPERATION', data: { operations: ['PlaceOrder', 'GetSecret', 'GetPrice', 'Add'] } }) // prettier-ignore
  })
  test('no envelope: the status of HTTP', async () =>
    expect((await call('GetPrice', '{}', { address: `${server.url}/html` })).fault!.code).toBe('HTTP:502'))
  test('a one-way call is answered by a status', async () =>
    expect((await call('GetPrice', '{}', { address: `${server.url}/empty` })).payload).toEqual({ Body: {} }))
  test.each([
    ['no XML', 'hello', 'HTTP:URL'],
    ['another root', '<a/>', 'SOAP:WSDL'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'SOAP:XML'],
    ['no service', '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>', 'SOAP:WSDL'],
    ['nothing', '', 'SOAP:NO_WSDL'],
  ])('a WSDL that is %s', async (_name, wsdl, code) =>
    expect((await call('GetPrice', '{}', { wsdl })).fault!.code).toBe(code),
  )
  test('a host that is not granted is not asked', async () => {
    const { fault } = await ran(app({ operation: 'GetPrice' }), { host: host(), granted: { hosts: [] } })
    expect(fault!.code).toBe('HTTP:NOT_GRANTED')
    expect(server.reads).toEqual([])
  })
  test('text cannot break out of its element', () =>
    expect(xmlText('a]]>\u0000"<')).toBe('a]]&gt;&quot;&lt;'))
})

test('operations are listed with the outline of their messages', async () => {
  const { payload } = await ran(app({}, {}, 'soap/operations'), { host: host() })
  expect(payload).toMatchObject([
    { name: 'PlaceOrder', port: 'P11', version: '1.1', input: { Order: { customer: 'string', line: [{ item: 'string' }], gift: 'boolean' } } }, // prettier-ignore
    { name: 'GetSecret' },
    { name: 'GetPrice', version: '1.2' },
    { name: 'Add', input: { a: 'int', b: 'int' }, output: { sum: 'int' } },
  ])
})
