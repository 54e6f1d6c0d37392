// The command line as a person or a script meets it: what goes to stdout, to stderr, and the exit status.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ensureBuilt } from '../../../../worker/cli/built.mjs'
import { startDemo, type DemoServer } from '../../../../worker/headless/demo-server.ts'
import { freshState } from '../../../../worker/demo/state.ts'

// Other work of the machine must not fail a test.
vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../../../..')
const template = (id: string) => join(root, 'worker/templates', id, 'app.json')
const expected = (name: string) =>
  JSON.parse(readFileSync(join(root, `test/unit/worker/templates/data/${name}.json`), 'utf8')) as unknown
let folder = ''
let demo: DemoServer
beforeAll(async () => {
  await ensureBuilt('node')
  folder = mkdtempSync(join(tmpdir(), 'weft-cli-'))
  demo = await startDemo()
}, 600_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await demo.close()
})

interface Told {
  code: number | null
  out: string
  err: string
}
function weft(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Told> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'worker/cli/weft.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder, ...env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.end(input)
  })
}
/** A file in the folder that the caller stands in; commands get its bare name. */
function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}
const faultOf = (told: Told) =>
  JSON.parse(told.err.trim().split('\n').at(-1)!) as { code: string; at?: object }

describe('weft run', () => {
  test('prints the result, and the log on stderr', async () => {
    const told = await weft(['run', template('hello')])
    expect(told).toMatchObject({ code: 0, out: '{"greeting":"Hello, Ada!","letters":3}\n' })
    expect(told.err).toMatch(/^[\d:.]+ INFO Say hello: Greeted Hello, Ada!\n$/)
  })
  test('takes a payload from a file beside the caller, from stdin, or a whole message', async () => {
    const name = file('who.json', { name: '小明' })
    expect((await weft(['run', template('hello'), '--payload', name])).out).toContain('"Hello, 小明!"')
    const piped = await weft(
      ['run', template('hello'), '--payload', '-', '--mime', 'application/json'],
      '{"name":"Bo"}',
    )
    expect(piped.out).toContain('"letters":2')
    const message = file('message.json', { payload: { name: 'Cy' } })
    expect((await weft(['run', template('hello'), '--message', message])).out).toContain('Hello, Cy!')
    expect((await weft(['run', template('hello'), '--sample', '小明'])).out).toContain('小明')
  })
  test('the data sync scenario over real HTTP, first and second run', async () => {
    const told = await weft(['run', template('sync'), '--times', '2'])
    const reports = told.out.trim().split('\n').map((line) => JSON.parse(line) as unknown) // prettier-ignore
    expect(reports).toEqual([expected('expected_report'), expected('expected_second_run')])
    expect(told.code).toBe(0)
  })
  test('other demo data from a folder', async () => {
    const { pages } = freshState().data
    file('crm_pages.json', [{ results: pages[0]!.results.slice(0, 1) }])
    file('erp_before.json', [])
    file('mock_faults.json', { 'PUT /api/customers/c-1001': [503, 200] })
    const told = await weft(['run', template('sync'), '--demo-data', '.'])
    expect(JSON.parse(told.out)).toMatchObject({ created: ['c-1001'], failed: [], retries: 1 })
  })
  test('other demo data of the other scenarios, each file at its place', async () => {
    file('fx.json', { rates: { USD: 10, EUR: 10 } })
    writeFileSync(join(folder, 'supplier_c.csv'), 'SKU;Unit price (EUR);Qty;Lead\nPEN;0,12;70;3\n')
    const told = await weft(['run', template('aggregate'), '--demo-data', '.'])
    expect(JSON.parse(told.out)).toContainEqual({ sku: 'PEN', offers: 1, stock: 70, best: { supplier: 'C', cny: 1.2, lead: 3 }, alert: null }) // prettier-ignore
    const person = { key: 'k1', name: 'A', email: 'a@b.example', phone: '', title: '', updatedAt: '2026-01-01T00:00:00Z' } // prettier-ignore
    file('base_snapshot.json', [])
    file('crm_left.json', [person])
    file('directory_right.json', [])
    const pair = await weft(['run', template('bidirectional'), '--demo-data', '.'])
    expect(JSON.parse(pair.out)).toEqual({ toLeft: [], toRight: [['create', 'k1']], conflicts: [], aliases: [] }) // prettier-ignore
  })
  test('--base as a bare origin and with a path of its own', async () => {
    const origin = await weft(['run', template('sync'), '--base', demo.base])
    expect(JSON.parse(origin.out)).toEqual(expected('expected_report'))
    const path = await weft(['run', template('sync'), '--base', `${demo.base}/demo/other/`])
    expect(JSON.parse(path.out)).toEqual(expected('expected_report'))
    expect(JSON.parse((await weft(['run', template('sync'), '--base', demo.base])).out)).toEqual(expected('expected_second_run')) // prettier-ignore
  })
  test('connection values by environment', async () => {
    const app = JSON.parse(readFileSync(template('sync'), 'utf8')) as { connections: { name: string }[] }
    const values = Object.fromEntries(
      app.connections.map(({ name }) => [name, { baseUrl: `${demo.base}/demo/env` }]),
    )
    const name = file('connections.json', { production: values })
    const told = await weft(['run', template('sync'), '--connections', name, '--env', 'production'])
    expect(JSON.parse(told.out)).toEqual(expected('expected_report'))
    expect((await weft(['run', template('sync'), '--connections', name, '--env', 'none'])).code).toBe(2)
  })
  test('a record replays without network and without a difference; a changed one shows it', async () => {
    const first = await weft(['run', template('sync'), '--record', 'record.json', '--events', 'events.jsonl'])
    const events = readFileSync(join(folder, 'events.jsonl'), 'utf8').trim().split('\n')
    expect(events.map((line) => (JSON.parse(line) as { kind: string }).kind)).toContain('effect')
    const again = await weft(['run', template('sync'), '--replay', 'record.json'])
    expect(again.out).toBe(first.out)
    expect(again.err).not.toContain('differs')
    const record = readFileSync(join(folder, 'record.json'), 'utf8')
    file('changed.json', record.replace('"status":201', '"status":200'))
    expect((await weft(['run', template('sync'), '--replay', 'changed.json'])).err).toContain('differs')
  })
  test('a failed run: nothing on stdout, its Fault as the last line of stderr, exit status 1', async () => {
    const told = await weft(['run', template('hello'), '--payload', file('empty.json', '{}')])
    expect(told).toMatchObject({ code: 1, out: '' })
    expect(faultOf(told)).toMatchObject({ at: { path: 'greet1ng', field: 'payload' } })
  })
  test('what cannot be read is said', async () => {
    expect(faultOf(await weft(['run', 'nowhere.json'])).code).toBe('CLI:FILE')
    expect(faultOf(await weft(['run', file('not.json', '{')])).code).toBe('APP:SYNTAX')
    expect(faultOf(await weft(['run', file('newer.json', { format: 'weft/9' })])).code).toBe('APP:NEWER')
    expect(faultOf(await weft(['run', template('hello'), '--flow', 'other'])).code).toBe('CORE:NO_FLOW')
    expect(await weft(['run', template('hello'), '--strange'])).toMatchObject({ code: 2, out: '' })
    expect(await weft(['run'])).toMatchObject({ code: 2 })
    expect(await weft(['nothing'])).toMatchObject({ code: 2 })
  })
})

describe('weft test', () => {
  test('runs the tests of an app; one that fails is told, and in the JUnit file', async () => {
    expect(await weft(['test', template('router')])).toMatchObject({ code: 0, out: expect.stringContaining('1 passed, 0 failed') }) // prettier-ignore
    const app = JSON.parse(readFileSync(template('router'), 'utf8')) as { tests: { asserts: string[] }[] }
    app.tests[0]!.asserts = ['msg.payload == "<&>"', 'True']
    const told = await weft(['test', file('failing.json', app), '--junit', 'junit.xml'])
    expect(told).toMatchObject({ code: 1, out: expect.stringContaining('0 passed, 1 failed') })
    const xml = readFileSync(join(folder, 'junit.xml'), 'utf8')
    expect(xml).toContain('failures="1"')
    expect(xml).toContain('&lt;&amp;&gt;')
    expect(told.out).toMatch(/FAILED .*\n {4}msg\.payload == "<&>" is False\.\n {6}left: {2}\{'automatic'/)
  })
  test('cases are results of their own, what is left out is told, and what was not reached', async () => {
    const app = JSON.parse(readFileSync(template('router'), 'utf8')) as { tests: object[] }
    app.tests.push({ id: 'left0ut1', name: 'Later', flow: 'x', skip: true })
    const cases = [{ id: 'c1', name: 'as before' }, { id: 'c2', name: 'none', input: { id: 'i', name: '', payload: '[]', mime: 'application/json' }, asserts: ['False'] }] // prettier-ignore
    app.tests[0] = { ...app.tests[0], asserts: [], cases }
    const { out } = await weft(['test', file('cases.json', app), '--coverage', '--junit', 'cases.xml'])
    expect(out).toMatch(/ok {6}.* › as before\nFAILED .* › none\n[^]*skipped Later\n/)
    expect(out).toMatch(/steps \d+ of \d+, branches \d+ of \d+ reached/)
    expect(out.trim().split('\n').at(-1)).toBe('1 passed, 1 failed, 1 skipped')
    const xml = readFileSync(join(folder, 'cases.xml'), 'utf8')
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1"')
  })
})

test('branches in parallel workers give what they give in one', async () => {
  const body = (rounds: string) => ({
    id: 'body0001',
    role: 'body',
    config: {},
    steps: [{ id: 'work0001', component: 'set-payload', name: 'Work', config: { value: { mode: 'code', source: `def dw_process(msg):\n    t = msg.payload\n    for i in range(${rounds}):\n        t = (t * 31 + i) % 1000003\n    return t\n` } } }],
  }) // prettier-ignore
  const app = (workers: boolean, rounds: string) => ({
    format: 'weft/1',
    id: 'parallel',
    name: 'P',
    flows: [{ id: 'flow0001', name: 'Main', steps: [{ id: 'loop0001', component: 'parallel-for-each', name: 'Loop', config: { items: { mode: 'expression', source: '[1, 2, 3, 4]' }, workers }, branches: [body(rounds)] }] }],
  }) // prettier-ignore
  const [one, many] = await Promise.all([weft(['run', file('one.json', app(false, '100_000'))]), weft(['run', file('many.json', app(true, '100_000'))])]) // prettier-ignore
  expect(JSON.parse(one.out)).toHaveLength(4)
  expect(many).toMatchObject({ code: 0, out: one.out })
})

describe('weft validate', () => {
  test('is silent about a sound app, names place and reason otherwise', async () => {
    expect(await weft(['validate', template('sync')])).toMatchObject({ code: 0, out: '' })
    const app = JSON.parse(readFileSync(template('hello'), 'utf8')) as {
      flows: { steps: { config: object }[] }[]
    }
    app.flows[0]!.steps[0]!.config = { payload: { mode: 'expression', source: '1 +' } }
    const told = await weft(['validate', file('broken.json', app)])
    expect(told.code).toBe(1)
    expect(told.out).toMatch(/Say hello › Greet › payload 1:\d+: error/)
  })
})

test('weft --help names every command, weft --version the version', async () => {
  const { out } = await weft(['--help'])
  for (const name of ['run', 'test', 'validate', 'start', 'dataway']) expect(out).toContain(`weft ${name}`)
  expect((await weft(['--version'])).out).toBe('weft 0.1.0\n')
})
