// Links and files: what goes in comes out; what is hostile or damaged is refused with its own Fault, and costs little.
import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../../../worker/api.ts'
import { emptyApp, type App } from '../../../../worker/model/app.ts'
import type { Change, Lesson } from '../../../../worker/model/lesson.ts'
import { fromBase64Url, toBase64Url } from '../../../../worker/model/base64url.ts'
import { fileName, fromFile, toFile } from '../../../../worker/share/file.ts'
import { fromFragment, toFragment, type Shared } from '../../../../worker/share/link.ts'
import { withoutSecrets } from '../../../../worker/share/secrets.ts'

const app: App = {
  ...emptyApp('app1', '同步 contacts'),
  flows: [
    {
      id: 'flow1',
      name: 'Main',
      trigger: { id: 't1', component: 'manual', version: 1, name: 'Start', config: {} },
      steps: [
        {
          id: 's1',
          component: 'choice',
          version: 1,
          name: 'Choice',
          config: { a: 1, b: null, c: { mode: 'literal', value: { $int: '9007199254740993' } } },
          branches: [
            {
              id: 'b1',
              role: 'when',
              config: { condition: { mode: 'expression', source: 'True', as: 'bool' } },
              steps: [
                {
                  id: 's2',
                  component: 'logger',
                  version: 1,
                  name: 'Log',
                  note: 'x',
                  disabled: true,
                  config: {},
                },
              ],
            },
          ],
        },
      ],
      samples: [{ id: 'm1', name: 'one', payload: '{}', mime: 'application/json' }],
      settings: { trace: 'full' },
    },
  ],
  connections: [
    { id: 'c1', connector: 'http', name: 'CRM', config: { base: '/demo/crm', password: 'hunter2-canary' } },
  ],
}
const run: RunRecord = {
  format: 'weft-run/1',
  summary: {
    id: 'r1',
    app: 'app1',
    appName: '同步 contacts',
    appHash: 'h',
    flow: 'flow1',
    flowName: 'Main',
    trigger: 'manual',
    startedAt: 1,
    took: 2,
    outcome: 'ok',
    steps: 3,
    events: 4,
    bytes: 5,
  },
  input: { id: 'm1', name: 'one' },
  base: 'http://127.0.0.1:1/',
  effects: [
    { key: 's1#0', kind: 'http', asked: 'GET /x', outcome: { value: { status: 200 } } },
    {
      key: 's1#1',
      kind: 'http',
      asked: 'GET /x',
      outcome: { fault: { code: 'HTTP:503', message: 'no', data: { status: 503 } } },
    },
  ],
}
const shared: Shared = { app, flow: 'flow1', sample: { id: 'm1', name: 'one' }, run, view: 'copy' }

function linkOf(content: string | Uint8Array): string {
  return 'a=1.' + toBase64Url(deflateRawSync(content))
}
function withApp(change: object): string {
  return linkOf(JSON.stringify({ app: { ...app, ...change }, view: 'copy' }))
}
function nest(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('a link', () => {
  test('carries app, sample, run and view', async () => {
    const fragment = await toFragment(shared)
    expect(nest(await fromFragment('#' + fragment))).toEqual(nest(shared))
    expect(fragment.length).toBeLessThan(1_500)
  })

  test('cut anywhere is refused, never half read', async () => {
    const fragment = await toFragment(shared)
    for (let length = 4; length < fragment.length; length += 7) {
      await expect(fromFragment(fragment.slice(0, length))).rejects.toMatchObject({ code: 'LINK:BROKEN' })
    }
  })

  test('with changed letters is refused or is still an app: never another error', async () => {
    const fragment = await toFragment(shared)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fragment.length - 5),
        fc.string({ minLength: 1, maxLength: 3 }),
        async (at, put) => {
          const changed = fragment.slice(0, 4 + at) + put + fragment.slice(4 + at + put.length)
          const result = await fromFragment(changed).catch((thrown) => thrown)
          if (!('app' in result)) expect(result.code).toMatch(/^LINK:(BROKEN|TOO_LARGE|NEWER)$/)
        },
      ),
    )
  })

  test('of 64 MiB of zeros is stopped early', async () => {
    const bomb = linkOf(new Uint8Array(64 * 1024 * 1024))
    const before = process.memoryUsage().rss
    const started = performance.now()
    await expect(fromFragment(bomb)).rejects.toMatchObject({ code: 'LINK:TOO_LARGE' })
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  test.each([
    ['too many characters', 'a=1.' + 'A'.repeat(100_000), 'LINK:TOO_LARGE'],
    ['1 MiB and one byte', linkOf(' '.repeat(1024 * 1024 + 1)), 'LINK:TOO_LARGE'],
    ['another version', 'a=2.AAAA', 'LINK:NEWER'],
    ['an encrypted form', 'e=1.AAAA.BBBB', 'LINK:NEWER'],
    ['a newer app', withApp({ format: 'weft/9' }), 'LINK:NEWER'],
    ['nothing', '', 'LINK:BROKEN'],
    ['an empty body', 'a=1.', 'LINK:BROKEN'],
    ['foreign letters', 'a=1.ab+/', 'LINK:BROKEN'],
    ['no deflate', 'a=1.' + toBase64Url(new Uint8Array([1, 2, 3, 4])), 'LINK:BROKEN'],
    ['no UTF-8', linkOf(new Uint8Array([0xff, 0xfe, 0xfd])), 'LINK:BROKEN'],
    ['no JSON', linkOf('hello'), 'LINK:BROKEN'],
    ['no app', linkOf('{"app":{"format":"other"}}'), 'LINK:BROKEN'],
    ['a list', linkOf('[]'), 'LINK:BROKEN'],
    ['null', linkOf('null'), 'LINK:BROKEN'],
    ['depth', linkOf('{"app":' + '['.repeat(500_000) + ']'.repeat(500_000) + '}'), 'LINK:TOO_LARGE'],
    ['wrong types', withApp({ flows: 3 }), 'LINK:BROKEN'],
    [
      'a run of another flow',
      linkOf(JSON.stringify({ ...shared, run: { ...run, summary: { ...run.summary, flow: 'x' } } })),
      'LINK:BROKEN',
    ],
  ])('with %s is refused', async (_, fragment, code) => {
    await expect(fromFragment(fragment)).rejects.toMatchObject({ code })
  })

  test('cannot pollute: __proto__ refuses it, other names are plain data, unknown fields are dropped', async () => {
    const config = '{"__proto__":{"polluted":1}}'
    const text = JSON.stringify({ app, view: 'copy' }).replace('"config":{}', `"config":${config}`)
    await expect(fromFragment(linkOf(text))).rejects.toMatchObject({ code: 'LINK:BROKEN' })
    const read = await fromFragment(
      withApp({ autoRun: true, triggers: ['x'], constructor: { prototype: { polluted: 1 } } }),
    )
    expect(Object.keys(read.app)).not.toContain('autoRun')
    expect(Object.hasOwn(read.app, 'constructor')).toBe(false)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('secrets', () => {
  test('of secret fields never travel, whether typed in or referenced', async () => {
    const referenced = {
      ...app.connections[0]!,
      config: { token: { mode: 'secret', id: 'canary-id' } as const },
    }
    const all = { ...app, connections: [...app.connections, referenced] }
    const { app: bare, removed } = withoutSecrets(all, (id) => (id === 'http' ? ['password'] : []))
    expect(removed).toBe(2)
    expect(JSON.stringify(bare)).not.toMatch(/canary/)
    expect(bare.connections[0]!.config).toEqual({ base: '/demo/crm' })
    expect(bare.flows).toEqual(app.flows)
  })
})

describe('a file', () => {
  test('holds the app alone, or with its run', () => {
    expect(nest(fromFile(toFile({ app, view: 'copy' })).app)).toEqual(nest(app))
    expect(nest(fromFile('\uFEFF' + toFile(shared)))).toEqual(nest(shared))
  })
  test.each([
    ['not JSON', 'PK\u0003\u0004', 'APP:SYNTAX'],
    ['other JSON', '{"name":"package"}', 'APP:FORMAT'],
    ['a newer format', '{"format":"weft/2","id":"x"}', 'APP:NEWER'],
    ['a damaged app', '{"format":"weft/1","id":"x","name":"n","flows":[3]}', 'APP:FIELD'],
    [
      'too many steps',
      JSON.stringify({
        ...app,
        flows: [
          {
            ...app.flows[0],
            steps: Array.from({ length: 20_001 }, (_, i) => ({
              id: `s${i}`,
              component: 'logger',
              version: 1,
              name: 'x',
              config: {},
            })),
          },
        ],
      }),
      'APP:TOO_LARGE',
    ],
    ['two steps of one id', JSON.stringify({ ...app, flows: [app.flows[0], app.flows[0]] }), 'APP:FIELD'],
  ])('that is %s is refused', (_, text, code) => {
    expect(() => fromFile(text)).toThrow(expect.objectContaining({ code }))
  })
  test('has a name that any system takes', () => {
    expect(fileName({ ...app, name: '../a\\b:"c"?' })).toBe('..abc.weft.json')
    expect(fileName({ ...app, name: '///' })).toBe('app.weft.json')
    expect(fileName(app)).toBe('同步 contacts.weft.json')
  })
})

describe('base64url', () => {
  test('is read back, and only in its one form', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect([...fromBase64Url(text)!]).toEqual([...bytes])
      }),
    )
    for (const bad of ['A', 'AB=', 'A B', 'AB', '\u{1F600}AA']) expect(fromBase64Url(bad)).toBeUndefined()
  })
})

describe('a lesson in a link', () => {
  const start = { flows: app.flows, connections: app.connections, variables: [], types: [], scripts: [], tests: [] } // prettier-ignore
  const step = { id: 'n', component: 'logger', version: 1, name: 'New', config: {} }
  const lesson: Lesson = {
    title: { en: 'Title', zh: '标题' },
    pattern: 'Message Filter',
    text: 'Text',
    goal: 'Goal',
    hints: ['1', '2', '3'],
    tasks: [
      { text: 'a', when: { kind: 'ran' } },
      { text: 'b', when: { kind: 'looked', step: 's1' } },
      { text: 'c', when: { kind: 'changed' } },
      { text: 'd', when: { kind: 'passed', test: 't' } },
    ],
    shown: { test: 't', value: 'msg.payload' },
    start,
    solution: [
      { set: 's1', config: { a: 2 }, clear: ['b'] },
      { add: [step], after: 's1' },
      { move: ['s2'], first: 'flow1' },
      { wrap: ['s1'], in: step },
      { addBranch: { id: 'b9', role: 'when', config: {}, steps: [step] }, to: 's1' },
      { remove: ['s2'] },
      { parts: start },
    ],
    wrong: [{ says: 'No', changes: [{ remove: ['s1'] }] }],
  }
  test('comes out as it went in', async () => {
    const shared: Shared = { app: { ...app, lesson }, view: 'copy' }
    expect((await fromFragment(await toFragment(shared))).app.lesson).toEqual(lesson)
  })
  test('is read as carefully as the rest', async () => {
    const bad = async (more: object) =>
      fromFragment(await toFragment({ app: { ...app, lesson: { ...lesson, ...more } }, view: 'copy' }))
    for (const more of [
      { title: 7 },
      { text: 'x'.repeat(20_001) },
      { hints: 'x' },
      { tasks: [{ text: 'x', when: { kind: 'x' } }] },
      { hints: Array(101).fill('x') },
      { solution: [{}] },
      { start: { flows: [{ id: 'f' }, { id: 'f' }] } },
    ])
      await expect(bad(more)).rejects.toMatchObject({ code: expect.stringMatching(/^LINK:/) })
    const { lesson: read } = (await bad({ strange: 1 })).app
    expect(read).toEqual(lesson)
  })
  test('carries no secrets, neither in its start nor in its solution', () => {
    const secret = { mode: 'secret', id: 'x' } as const
    const flows = [{ ...app.flows[0]!, steps: [{ ...step, config: { key: secret, k: 'known' } }] }]
    const parts = { ...start, flows }
    const changes: Change[] = [
      { parts },
      { add: parts.flows[0]!.steps, first: 'flow1' },
      { set: 'n', config: { key: secret } },
      { wrap: ['n'], in: flows[0]!.steps[0]! },
      { addBranch: { id: 'b9', role: 'when', config: { key: secret }, steps: flows[0]!.steps }, to: 'n' },
    ]
    const own = { ...lesson, start: parts, solution: changes, wrong: [{ says: 'x', changes }] }
    const text = JSON.stringify(withoutSecrets({ ...app, lesson: own }, () => ['k']).app)
    expect(text).not.toContain('"secret"')
    expect(text.split('known').length - 1).toBe(0)
  })
})
