// What an HTTP Listener answers: the last message, its Content-Type, and what a failed flow says.
import { expect, test } from 'vitest'
import type { Config, Step } from '../../../../worker/model/app.ts'
import { rowsValue } from '../../../../worker/model/field-value.ts'
import { appOf, ex, flow, ran, step } from '../../../support/engine.ts'

async function answered(config: Config, ...steps: Step[]) {
  const app = appOf(flow(steps, { trigger: step('http-listener', { path: '/x', ...config }) }))
  const { reply, fault } = await ran(app, { reply: true })
  return {
    status: reply?.status,
    headers: reply?.headers,
    body: reply && new TextDecoder().decode(reply.body),
    fault,
  }
}
const setPayload = (source: string) => step('set-payload', { value: ex(source) })

test("the last component's payload is the body, also after steps that leave the payload", async () => {
  const { status, headers, body } = await answered(
    {},
    setPayload("{'a': '中'}"),
    step('logger', { content: 'x' }),
  )
  expect(status).toBe(200)
  expect(body).toBe('{"a":"中"}')
  expect(headers).toEqual([['content-type', 'application/json']])
})
test('the Content-Type of the body overrides a header of that name; lists repeat a header', async () => {
  const headers = rowsValue([['Content-Type', 'text/html'], ['X-Two', ex('[1, 2]')]]) // prettier-ignore
  const answer = await answered(
    { headers, status: ex('201') },
    setPayload("Entity.from_value('a,b', 'text/plain')"),
  )
  expect(answer.status).toBe(201)
  expect(answer.headers).toEqual([
    ['X-Two', '1'],
    ['X-Two', '2'],
    ['content-type', 'text/plain'],
  ])
})
test('no payload: an empty body without a type', async () => {
  expect(await answered({}, setPayload('None'))).toMatchObject({ status: 200, body: '', headers: [] })
})
test('a failed flow: 500 and the error, or what the fields say', async () => {
  const raise = step('raise-error', { type: 'ORDER:INVALID', description: 'no lines' })
  const plain = await answered({}, raise)
  expect(plain.status).toBe(500)
  expect(JSON.parse(plain.body!)).toMatchObject({ code: 'ORDER:INVALID', desc: 'no lines' })
  expect(plain.fault!.code).toBe('ORDER:INVALID')
  const own = { errorStatus: ex('422'), errorBody: ex("'bad: ' + msg.error['desc']") }
  expect(await answered(own, raise)).toMatchObject({ status: 422, body: 'bad: no lines' })
})
test('a body that cannot be made is a failed run with a code of its own', async () => {
  const { fault } = await answered({ body: ex("msg.payload['nothing']") }, setPayload('{}'))
  expect(fault).toMatchObject({ code: 'HTTP:LISTENER_BODY_EVAL_ERROR', at: { field: 'body' } })
  expect((await answered({ status: ex("'many'") }, setPayload('1'))).fault!.code).toBe('HTTP:SYSTEM_ERROR')
})
test('seq_id stays the same through the run', async () => {
  const ids = setPayload("[msg.seq_id, msg.vars['rootMessage'].seq_id]")
  const body = {
    id: 'b',
    role: 'body',
    config: {},
    steps: [ids, step('set-variable', { name: 'ids', value: ex('msg.payload') })],
  }
  const { variables, summary } = await ran([{ ...step('for-each', { items: ex('1') }), branches: [body] }])
  expect(variables['ids']).toEqual([summary.id, summary.id])
})
