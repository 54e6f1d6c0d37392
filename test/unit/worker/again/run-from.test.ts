// Run from here: a flow goes on from a step of a recorded run, nothing before it is done again.
import { describe, expect, test } from 'vitest'
import type { RunFromRequest } from '../../../../worker/api.ts'
import { beginningAt } from '../../../../worker/again/run-from.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { KeptRuns } from '../../../../worker/kept-runs.ts'
import type { App, Flow, Step } from '../../../../worker/model/app.ts'
import { toTagged } from '../../../../worker/model/codec.ts'
import { contentHash } from '../../../../worker/model/content-hash.ts'
import type { RunEvent } from '../../../../worker/model/event.ts'
import { registry } from '../../../../worker/runs.ts'
import { MemoryTables } from '../../../../worker/store/memory-tables.ts'
import { appOf, branch, code, dataway, ex, flow, step, testHost } from '../../../support/engine.ts'
import { Machine } from '../../../support/machine.ts'

const call = (path: string): Step => step('http/request', { url: path, method: 'POST' })
const set = (source: string): Step => step('set-payload', { value: ex(source) })

/** A page's engine with its store, after one run of an app. */
async function afterRun(app: App) {
  const host = testHost()
  host.answers = {
    'POST /a': [
      { status: 200, body: '{"n":1}' },
      { status: 200, body: '{"n":100}' },
    ],
    'POST /b': [200],
  }
  const { store } = new Machine(new MemoryTables(), async () => new MemoryTables()).tab()
  await store.saveApp({ app, version: 0, kind: 'edit', label: '' })
  const engine = new Engine({ host, dataway, registry })
  const kept = new KeptRuns(engine, store)
  const begin = async (id: string, edited: App, more: object = {}) => {
    const events: RunEvent[] = []
    const options = { run: id, app: edited, flow: edited.flows[0]!.id, input: { id: 'i', name: '' }, ...more }
    const world = {
      base: 'http://local.test',
      granted: { hosts: 'all' as const },
      appHash: await contentHash(edited),
    }
    const { run, done } = engine.start({ ...world, ...options, onEvents: (batch) => events.push(...batch) })
    const result = await done
    const record = run.record(result.summary)!
    kept.keep(id, { run, app: edited, record })
    return { events, record, fault: result.fault, payload: toTagged(result.message.payload.value) }
  }
  const first = await begin('first', app)
  let count = 0
  const from = async (path: string, edited: App, message?: RunFromRequest['message']) =>
    begin(`again${++count}`, edited, await beginningAt(kept, { run: 'first', path }, message))
  return { host, engine, store, first, from }
}
const entered = (events: RunEvent[]): string[] =>
  events.filter(({ kind }) => kind === 'enter').map(({ path }) => path)

describe('run from here', () => {
  test('begins with the recorded message, in the edited flow, and calls nothing of before', async () => {
    const [a, b, c] = [call('/a'), set("msg.payload['n'] + 1"), call('/b')]
    const last = set("msg.attrs['statusCode']")
    const app = appOf(flow([a, b, c, last]))
    const { host, from } = await afterRun(app)
    expect(host.called.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b'])
    const edited: App = {
      ...app,
      flows: [{ ...app.flows[0]!, steps: [a, { ...b, config: set("msg.payload['n'] + 41").config }] }],
    }
    const again = await from(b.id, edited)
    expect([again.payload, entered(again.events)]).toEqual([42, [b.id]])
    const on = await from(c.id, app)
    expect([on.payload, entered(on.events)]).toEqual([200, [c.id, last.id]])
    expect(host.called.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b', '/b'])
  })

  test('in a loop: the rounds before are as they were, from the place on the world is called', async () => {
    const inner = call('/a')
    const note = set("msg.payload['n']")
    const loop = step('for-each', { items: ex('[1, 2, 3]'), collect: true }, branch('body', [inner, note]))
    const app = appOf(flow([loop]))
    const { host, first, from } = await afterRun(app)
    const body = loop.branches![0]!.id
    expect(entered(first.events)).toContain(`${loop.id}/${body}[1]/${inner.id}`)
    expect(host.called.length).toBe(3)
    host.answers['POST /a'] = [{ status: 200, body: '{"n":7}' }]
    const again = await from(`${loop.id}/${body}[1]/${inner.id}`, app)
    expect(again.fault).toBeUndefined()
    expect(host.called.length).toBe(5)
    const notes = again.events.filter(({ kind, path }) => kind === 'leave' && path.endsWith(note.id))
    expect(notes.map(({ values }) => values!.payload)).toEqual([{ inline: 1 }, { inline: 7 }, { inline: 7 }])
  })

  test('what came of it replays byte for byte', async () => {
    const [a, b] = [
      call('/a'),
      step('transform', { value: code('import random\ndef dw_process(msg):\n  return random.random()') }),
    ]
    const app = appOf(flow([a, b]))
    const { engine, from } = await afterRun(app)
    const again = await from(a.id, app)
    const events: RunEvent[] = []
    const { done } = engine.replay(again.record, app, 'third', (batch) => events.push(...batch))
    expect(toTagged((await done).message.payload.value)).toEqual(again.payload)
    expect(events.filter(({ kind }) => kind === 'fault')).toEqual([])
  })

  test('another message instead; a step that was not reached; a step that is no more', async () => {
    const [a, b] = [set('1'), set("msg.payload['x'] * 2")]
    const ok = { ...set('msg.payload'), name: 'end' }
    const app = appOf(flow([a, b, ok]))
    const { first, from } = await afterRun(app)
    expect(first.fault?.code).toBe('DATAWAY:EXCEPTION')
    expect((await from(b.id, app, { id: 'm', name: '', value: { x: 21 } })).payload).toBe(42)
    await expect(from(ok.id, app)).rejects.toMatchObject({ code: 'RUN:NOT_REACHED' })
    const without: App = { ...app, flows: [{ ...(app.flows[0] as Flow), steps: [a] }] }
    expect((await from(b.id, without)).fault).toMatchObject({ code: 'RUN:NO_STEP' })
  })
})
