// What looks like a secret is found wherever it stands, and left out wherever it stands; what a person wrote is not suspected.
import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../../../worker/api.ts'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import { toBase64 } from '../../../../worker/model/base64.ts'
import { partsOf, type Lesson } from '../../../../worker/model/lesson.ts'
import { findings, leftOut, without } from '../../../../worker/share/hide.ts'

const github = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'
const app: App = {
  ...emptyApp('a', 'Shop'),
  connections: [
    { id: 'c', connector: 'http', name: 'CRM', config: { baseUrl: 'https://me:hunter22@crm.test' } },
  ],
  flows: [
    {
      id: 'f',
      name: 'Main',
      samples: [],
      settings: {},
      steps: [
        {
          id: 's1',
          component: 'http/request',
          version: 1,
          name: 'Ask',
          config: { headers: { mode: 'expression', source: `{'Authorization': 'Bearer ${github}'}` } },
        },
        { id: 's2', component: 'logger', version: 1, name: 'Say', note: 'A token is asked for here', config: { content: { mode: 'expression', source: "msg.payload['password']" } } }, // prettier-ignore
      ],
    },
  ],
}
const bytes = (text: string) => toBase64(new TextEncoder().encode(text))
const run: RunRecord = {
  format: 'weft-run/1',
  summary: { id: 'r', app: 'a', appName: 'Shop', appHash: 'A1b2'.repeat(16), flow: 'f', flowName: 'Main', trigger: 'manual', startedAt: 1, took: 1, outcome: 'ok', steps: 1, events: 1, bytes: 1 }, // prettier-ignore
  input: { id: 'i', name: 'i', payload: '{"email": "mei@example.com", "n": 3}' },
  base: '',
  effects: [{ key: 's1#0', kind: 'http', asked: 'GET /', outcome: { value: { status: 200, body: { $bytes: bytes(`{"access_token":"${jwt}","email":"mei@example.com","age":44}`) } } } }], // prettier-ignore
  digest: 'd',
}

describe('what looks like a secret', () => {
  test('is found in addresses, scripts, and in the bytes of recorded answers', () => {
    const found = findings({ app, run })
    expect(found.map(({ kind, text, where }) => `${kind} ${text} ${where}`)).toEqual([
      'password hunter22 CRM',
      `token ${github} Ask`,
      `token ${jwt} run`,
    ])
  })
  test('is not what people write: notes, expressions, hashes, ids', () => {
    const plain = { ...app, connections: [], flows: [{ ...app.flows[0]!, steps: [app.flows[0]!.steps[1]!] }] }
    expect(findings({ app: plain })).toEqual([])
  })
})

describe('leaving out', () => {
  test('takes chosen texts away everywhere, and the digest of the run with them', () => {
    const texts = findings({ app, run }).map(({ text }) => text)
    const made = without({ app, run, view: 'copy' }, texts, [])
    const all = JSON.stringify(made)
    for (const text of texts) expect(all).not.toContain(text)
    const { value } = made.run!.effects[0]!.outcome as { value: { body: { $bytes: string } } }
    expect(atob(value.body.$bytes)).toContain(`"email":"mei@example.com"`)
    expect(made.run!.digest).toBeUndefined()
    expect(made.app.connections[0]!.config['baseUrl']).toBe(`https://me:${leftOut}@crm.test`)
  })
  test('blanks the values under chosen names in the input and in answers, with their types', () => {
    const samples = [{ id: 'i', name: 'email', payload: '{"email": "mei@example.com"}' }]
    const withInput = { ...app, flows: [{ ...app.flows[0]!, samples }] }
    const made = without({ app: withInput, run, view: 'copy' }, [], ['Email', 'age'])
    expect(made.app.flows[0]!.samples[0]!.payload).toBe(`{"email":"${leftOut}"}`)
    expect(made.run!.input.payload).toBe(`{"email":"${leftOut}","n":3}`)
    const { value } = made.run!.effects[0]!.outcome as { value: { body: { $bytes: string } } }
    const text = new TextDecoder().decode(Uint8Array.from(atob(value.body.$bytes), (c) => c.charCodeAt(0)))
    expect(JSON.parse(text)).toMatchObject({ email: leftOut, age: 0 })
  })
  test('nothing chosen, nothing changed', () => {
    const shared = { app, run, view: 'copy' as const }
    expect(without(shared, [], [])).toBe(shared)
    expect(without(shared, ['not there'], []).run!.digest).toBe('d')
  })
  test('of each state that a lesson of the app has, too', () => {
    const sample = { id: 'i', name: 'i', payload: '{"email": "mei@example.com", "n": 3}' }
    const parts = { ...partsOf(app), flows: [{ ...app.flows[0]!, samples: [sample] }] }
    const lesson: Lesson = { title: 'T', text: 'T', goal: 'G', hints: [], tasks: [], shown: { test: 't' }, start: parts, solution: [{ parts }], wrong: [{ says: 'No', changes: [{ parts }] }] } // prettier-ignore
    const made = JSON.stringify(without({ app: { ...app, lesson }, view: 'copy' }, [], ['email']))
    expect(made).not.toContain('mei@example.com')
    expect(made.split('\\"n\\"').length - 1).toBe(3)
  })
})
