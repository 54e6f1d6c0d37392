// From foreign texts to apps that run: their steps call what was described, their tests answer from what was recorded.
import { describe, expect, test } from 'vitest'
import { Engine } from '../../../../worker/engine/engine.ts'
import { runTests } from '../../../../worker/engine/testing/run-test.ts'
import { appFromFound, stepsFromFound } from '../../../../worker/import/make.ts'
import { readForeign } from '../../../../worker/import/read.ts'
import { parseApp } from '../../../../worker/model/validate.ts'
import { registry } from '../../../../worker/runs.ts'
import { dataway, ran, testHost } from '../../../support/engine.ts'

const words = { manual: 'Start', flow: 'Main', test: 'Recorded' }
const made = async (text: string, from?: string) => appFromFound(await readForeign(text, from), words)

const pets = `
openapi: 3.0.3
info: {title: Pets}
servers: [{url: /v1}]
security: [{key: []}]
paths:
  /pets/{petId}:
    parameters:
      - {name: petId, in: path, required: true, schema: {type: integer, example: 7}}
    get:
      operationId: readPet
      parameters:
        - {name: full, in: query, schema: {type: boolean}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
    put:
      summary: Change a pet
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: done}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, example: Rex}
        born: {type: string, format: date}
        children: {type: array, items: {$ref: '#/components/schemas/Pet'}}
`

const har = JSON.stringify({
  log: {
    pages: [{ title: 'Shop' }],
    entries: [
      {
        request: { method: 'GET', url: 'https://shop.example/api/cart?n=1', headers: [{ name: 'Accept', value: 'application/json' }, { name: 'Cookie', value: 's=1' }, { name: 'Authorization', value: 'Bearer t0p' }] }, // prettier-ignore
        response: { status: 200, headers: [{ name: 'X-Page', value: '1' }], content: { mimeType: 'application/json', text: '{"items":[1,2]}' } }, // prettier-ignore
      },
      {
        request: { method: 'POST', url: 'https://shop.example/api/cart', headers: [], postData: { mimeType: 'application/json', text: '{"add":"{{x}}"}' } }, // prettier-ignore
        response: { status: 409, headers: [], content: { mimeType: 'text/plain', text: 'no' } },
      },
      {
        request: { method: 'GET', url: 'https://shop.example/logo.png', headers: [] },
        response: { status: 200, headers: [], content: { mimeType: 'image/png', text: 'AAA=', encoding: 'base64' } }, // prettier-ignore
      },
    ],
  },
})

describe('OpenAPI', () => {
  test('an operation is a flow with a sample and a connection, and calls what is described', async () => {
    const { app, secrets } = await made(pets, 'https://docs.example/openapi.yaml')
    expect(app.name).toBe('Pets')
    expect(secrets).toEqual([])
    expect(app.connections).toMatchObject([{ connector: 'http', config: { baseUrl: 'https://docs.example', auth: 'bearer' } }]) // prettier-ignore
    expect(app.flows.map(({ name }) => name)).toEqual(['readPet', 'Change a pet'])
    expect(parseApp(JSON.stringify(app))).toEqual(app)
    const host = testHost()
    host.answers['GET /v1/pets/7'] = [200]
    const input = app.flows[0]!.samples[0]!
    const { fault } = await ran(app, { host, input })
    expect(fault).toBeUndefined()
    expect(host.called).toMatchObject([{ method: 'GET', url: 'https://docs.example/v1/pets/7?full=true' }])
  })
  test('a body goes as the sample has it; a schema inside itself ends', async () => {
    const { app } = await made(pets, 'https://docs.example/openapi.yaml')
    const host = testHost()
    host.answers['PUT /v1/pets/7'] = [204]
    const change = { ...app, flows: app.flows.slice(1) }
    await ran(change, { host, input: change.flows[0]!.samples[0]! })
    expect(JSON.parse(host.called[0]!.body!)).toMatchObject({ name: 'Rex', born: '2026-01-02', children: [{ name: 'Rex' }] }) // prettier-ignore
  })
  test('Swagger 2', async () => {
    const { app } = await made(JSON.stringify({ swagger: '2.0', host: 'api.example', basePath: '/v2', schemes: ['http'], paths: { '/a': { post: { parameters: [{ in: 'body', name: 'b', schema: { type: 'object', properties: { n: { type: 'integer' } } } }] } } } })) // prettier-ignore
    expect(app.connections).toMatchObject([{ config: { baseUrl: 'http://api.example' } }])
    expect(app.flows[0]!.samples[0]!.payload).toBe('{\n  "n": 1\n}')
  })
})

describe('HAR', () => {
  test('requests follow each other; secrets leave the app, cookies are left out', async () => {
    const found = await readForeign(har)
    expect(found.notes).toEqual([{ what: 'cookies', detail: '' }])
    expect(found.requests.map((one) => one.minor ?? false)).toEqual([false, false, true])
    const { app, secrets } = appFromFound(found, words)
    expect(secrets.map(({ value }) => value)).toEqual(['t0p'])
    expect(JSON.stringify(app)).not.toContain('t0p')
    expect(app.flows[0]!.steps).toHaveLength(3)
  })
  test('a body with braces goes as it was recorded', async () => {
    const found = await readForeign(har)
    const { app } = appFromFound({ ...found, requests: [found.requests[1]!] }, words)
    const host = testHost()
    host.answers['POST /api/cart'] = [200]
    await ran(app, { host })
    expect(host.called).toMatchObject([{ body: '{"add":"{{x}}"}', url: 'https://shop.example/api/cart' }])
    expect(host.called[0]!.headers).toContainEqual(['Content-Type', 'application/json'])
  })
})

describe('tests made of known answers', () => {
  test.each([
    ['OpenAPI', pets],
    ['HAR', har],
  ])('%s: they pass without calling anybody', async (_name, text) => {
    const found = await readForeign(text, 'https://docs.example/openapi.yaml')
    const { app } = appFromFound(found, words)
    expect(app.tests.length).toBeGreaterThan(0)
    await registry.load(app)
    const engine = new Engine({ host: testHost(), dataway, registry })
    const report = await runTests(engine, app, { base: 'http://local.test', onResult: () => {} })
    expect(report.results.map((one) => [one.outcome, one.failures])).toEqual(app.tests.map(() => ['passed', []])) // prettier-ignore
  })
})

describe('steps for a flow', () => {
  test('a pasted command is a step; what signs it on is a connection with a secret', async () => {
    const { steps, connections, secrets } = stepsFromFound(
      await readForeign(`curl -u ann:pw https://a.example/x?y=1`),
    )
    expect(steps).toMatchObject([
      { component: 'http/request', name: 'GET /x', connection: connections[0]!.id },
    ])
    expect(connections).toMatchObject([{ config: { baseUrl: 'https://a.example', auth: 'basic', user: 'ann', password: { mode: 'secret', id: secrets[0]!.id } } }]) // prettier-ignore
    expect(secrets[0]!.value).toBe('pw')
  })
})

describe('what is none of these', () => {
  test.each([
    ['hello', 'IMPORT:UNKNOWN'],
    ['{"a": ', 'IMPORT:SYNTAX'],
    ['openapi: 3.0.0\n bad: [', 'IMPORT:SYNTAX'],
    ['{"openapi":"3.0.0"}', 'IMPORT:OPENAPI'],
    ['{"log":{"entries":[]}}', 'IMPORT:HAR'],
    ['{"format":"weft/1"}', 'IMPORT:UNKNOWN'],
  ])('%j is %s', async (text, code) => await expect(readForeign(text)).rejects.toMatchObject({ code }))
  test('names of the prototype are names like others', async () => {
    const text =
      '{"openapi":"3.0.0","paths":{"__proto__":{"get":{}},"/a":{"get":{"parameters":[{"in":"query","name":"__proto__"}]}}}}'
    await expect(made(text)).resolves.toBeTruthy()
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})
