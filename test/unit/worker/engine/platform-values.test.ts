// The platform's details that are easily missed, those about values and scripts in a step and about what starts and answers a flow,
// each by its number in the list of them. Where we decided otherwise the name says so. Those of the components themselves are in
// platform-details.test.ts; all that MIME types do is in the tests of the language.
import { describe, expect, test } from 'vitest'
import { notPortable } from '../../../../dataway-wasm/portable.ts'
import { withGlobals } from '../../../../worker/engine/globals.ts'
import type { Step } from '../../../../worker/model/app.ts'
import { rowsValue } from '../../../../worker/model/field-value.ts'
import { hookMessage } from '../../../../worker/publish/hook-message.ts'
import { Publisher } from '../../../../worker/publish/publisher.ts'
import { appOf, code, dataway, ex, flow, ran, sample, step } from '../../../support/engine.ts'

const value = async (source: string) => {
  const { payload, fault } = await ran([step('set-payload', { value: ex(source) })])
  expect(fault).toBeUndefined()
  return payload
}
const failure = async (one: Step) => (await ran([one])).fault
const blob = (value: string, mime: string) => `Entity.from_value(${value}, '${mime}')['^blob'].decode()`
const json = "'application/json'"

describe('values', () => {
  test('19: ^name is what an Entity says of itself, *name all values, name the first one; ^raw is ^blob', async () => {
    const form = "Entity.from_bytes(b'k=1&k=2&mime_type=x', 'application/x-www-form-urlencoded')"
    expect(await value(`(lambda e: [e['k'], e['^value']['*k'], e['^mime_type'], e['mime_type'], e['^raw'] == e['^blob']])(${form})`)).toEqual(['1', ['1', '2'], 'application/x-www-form-urlencoded', 'x', true]) // prettier-ignore
  })
  test('20: an Entity of a value answers with the typed values it was made of, one of bytes with what is read from them', async () => {
    const made = "Entity.from_value({'n': 123, 'none': None}, 'application/x-www-form-urlencoded')"
    expect(await value(`(lambda e: [e['n'], e['none']])(${made})`)).toEqual([123, null])
    expect(await value("Entity.from_bytes(b'n=123', 'application/x-www-form-urlencoded')['n']")).toBe('123')
  })
  test('21: JSON of an Entity is compact and keeps Chinese; json.dumps has spaces and escapes', async () => {
    expect(await value(blob("{'名': [1, 2]}", 'application/json'))).toBe('{"名":[1,2]}')
    expect(await value("json.dumps({'名': [1, 2]})")).toBe('{"\\u540d": [1, 2]}')
    expect(await value("json.dumps({'名': 1}, ensure_ascii=False)")).toBe('{"名": 1}')
  })
  test('22: XML has one root, @ for attributes, #text behind the children as it is, <k></k> for None, true and false', async () => {
    const xml = "{'root': {'@id': 'i', '#text': '<b>t</b>', 'k': None, 'f': True}}"
    expect((await value(blob(xml, 'application/xml')) as string).split('\n').at(-1)).toBe('<root id="i"><k></k><f>true</f><b>t</b></root>') // prettier-ignore
    expect((await failure(step('set-payload', { value: ex("Entity.from_value({'a': 1, 'b': 2}, 'application/xml')['^blob']") })))?.code).toMatch(/^(DATAWAY|CORE):/) // prettier-ignore
  })
  test('23: CSV ends its lines with CRLF, quotes where it must, and writes True and 123.0', async () => {
    expect(await value(blob("[{'a': 'x', 'b': 123.0, 'c': True}, {'a': 'y,z', 'b': 1, 'c': ''}]", 'application/csv'))).toBe('a,b,c\r\nx,123.0,True\r\n"y,z",1,\r\n') // prettier-ignore
  })
  test('24: a part of multipart that is text has no Content-Type; the boundary stays in ^mime_type; another MIME type is an error', async () => {
    const parts = "[('a', 'text'), ('f', ('f.json', '{}', 'application/json'))]"
    const mime = 'multipart/form-data; boundary=123'
    const text = (await value(blob(parts, mime))) as string
    expect(text).toMatch(/^--123\r\nContent-Disposition: form-data; name="a"\r\n\r\ntext\r\n--123\r\n/)
    expect(text).toContain('filename="f.json"\r\nContent-Type: application/json\r\n')
    expect(await value(`Entity.from_value(${parts}, '${mime}')['^mime_type']`)).toBe(mime)
    expect((await failure(step('set-payload', { value: ex(`Entity.from_value(Entity.from_value({}, ${json}), '${mime}')`) })))?.code).toMatch(/^DATAWAY:/) // prettier-ignore
  })
  test('25: an Entity needs a MIME type, whatever the signature says; from_bytes looks at nothing', async () => {
    expect((await failure(step('set-payload', { value: ex('Entity.from_value({})') })))?.code).toMatch(/^DATAWAY:/) // prettier-ignore
    expect(await value(`Entity.from_bytes(b'{broken', ${json})['^blob'].decode()`)).toBe('{broken')
  })
  test('26: the text of the type of an Entity is Entity', async () => {
    expect(await value(`str(type(Entity.from_value({}, ${json})))`)).toBe('Entity')
  })
  test('27: a set, a tuple or a generator is no result, and the Fault says where; what a dw_process yields is a list', async () => {
    for (const [source, place] of [['{1}', 'set'], ['(1, 2)', 'tuple'], ["{'a': [{2}]}", 'a'], ['[(i for i in [1])]', 'generator']]) // prettier-ignore
      expect(JSON.stringify(await failure(step('set-payload', { value: ex(source!) }))), source).toContain(place!) // prettier-ignore
    const yields = step('set-payload', { value: code('def dw_process(msg):\n  for i in range(10):\n    yield i') }) // prettier-ignore
    const sums = step('set-payload', { value: code('def dw_process(msg):\n  n = 0\n  for i in msg.payload:\n    n += i\n  return n') }) // prettier-ignore
    expect((await ran([yields, sums])).payload).toBe(45)
  })
  test('28: while, try, class, import and lambda: ours run, and are told as not portable', async () => {
    const source = 'import json\nclass A:\n  n = 1\ndef dw_process(msg):\n  while True:\n    try:\n      return A().n\n    finally:\n      pass' // prettier-ignore
    expect((await ran([step('set-payload', { value: code(source) })])).payload).toBe(1)
    expect(dataway.check(source, 'code')).toEqual([])
    expect(notPortable(source, 'code').map(({ message }) => message).join()).toMatch(/import.*class.*while.*try/s) // prettier-ignore
    expect(notPortable('lambda: 1', 'expression')).not.toEqual([])
  })
  test('29: print changes nothing in a real run; ours is a line of the log at DEBUG', async () => {
    const printing = step('set-payload', { value: code('def dw_process(msg):\n  print("seen")\n  return 1') })
    const { payload, events } = await ran([printing], { trace: 'full' })
    expect(payload).toBe(1)
    expect(events.filter(({ kind }) => kind === 'log').map(({ data }) => [data?.level, String(data?.text).trim()])).toEqual([['DEBUG', 'seen']]) // prettier-ignore
  })
})

describe('what starts a flow and what it answers', () => {
  const listener = (config: object, ...steps: Step[]) =>
    appOf(flow(steps, { trigger: step('http-listener', { path: '/x', ...config } as never) }))
  const request = { method: 'POST', path: '/x/7', url: 'http://h/hook/x/7?q=1&q=2', headers: [['content-type', 'application/json'], ['a', '1'], ['a', '2'], ['cookie', 'c=3']] as [string, string][], body: new TextEncoder().encode('{"k": 1}') } // prettier-ignore

  test('32: headers and query parameters are dicts of lists, cookies and parameters of the path dicts of text', async () => {
    const { attributes } = await ran([], { input: hookMessage(request, { id: '7' }, 'r1') })
    expect(attributes).toMatchObject({ headers: { a: ['1', '2'] }, queryParams: { q: ['1', '2'] }, cookies: { c: '3' }, uriParams: { id: '7' } }) // prettier-ignore
  })
  test('33: the type of the body that goes back overrides a header of that name', async () => {
    const headers = rowsValue([['Content-Type', 'text/html']])
    const { reply } = await ran(listener({ headers }, step('set-payload', { value: ex(`Entity.from_value({}, ${json})`) })), { reply: true }) // prettier-ignore
    expect(reply!.headers.filter(([name]) => name.toLowerCase() === 'content-type').map(([, type]) => type)).toEqual(['application/json']) // prettier-ignore
  })
  test('38: the Scheduler takes no notice of an error of its flow: the next tick comes', async () => {
    const timers: { at: number; call: () => void }[] = []
    let now = Date.parse('2026-03-01T00:00:00Z')
    let runs = 0
    const publisher = new Publisher({
      now: () => now,
      after: (milliseconds, call) => (timers.push({ at: now + milliseconds, call }), () => {}),
      newRunId: () => `r${runs}`,
      run: async () => (runs++, { fault: { code: 'A:B', message: 'why' } }),
    })
    const trigger = step('scheduler', { mode: 'periodic', every: '10 s' })
    publisher.publish(appOf(flow([], { trigger })), { granted: { hosts: 'all' } })
    for (let i = 0; i < 3; i++) {
      const { at, call } = timers.shift()!
      now = at
      call()
      await new Promise((later) => setTimeout(later, 0))
    }
    expect(runs).toBe(3)
  })
  test('44: a body can be read once; ours as often as one likes: logging it takes nothing away', async () => {
    const { payload } = await ran([step('logger', {}), step('logger', {}), step('set-payload', { value: ex("msg.payload['k']") })], { input: hookMessage(request, {}, 'r1') }) // prettier-ignore
    expect(payload).toBe(1)
  })
  test('46: a global variable is read anew by the next run', async () => {
    const app = appOf(flow([step('set-payload', { value: ex("msg.vars['limit']") })]))
    for (const limit of [1, 2]) expect((await ran(app, { input: withGlobals(sample(null), { limit }) as never })).payload).toBe(limit) // prettier-ignore
  })
  test('48: a part of a flow that is run by itself has no trigger in it, and its steps stand side by side', async () => {
    const first = step('set-payload', { value: ex('1') })
    const second = step('set-variable', { name: 'x', value: ex('msg.payload') })
    const app = listener({}, step('raise-error', { type: 'A:B', description: 'not run' }), first, second, step('raise-error', { type: 'A:C', description: 'not run' })) // prettier-ignore
    const done = await ran(app, { part: { steps: [first.id, second.id] } })
    expect(done).toMatchObject({ fault: undefined, payload: 1, variables: { x: 1 } })
  })
})
