// `weft dataway` as a script meets it: the result on stdout, the print text on stderr, a Fault as the last line there.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensureBuilt } from '../../../../worker/cli/built.mjs'

// Other work of the machine must not fail a test.
vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../../../..')
let folder = ''
beforeAll(async () => {
  await ensureBuilt('node')
  folder = mkdtempSync(join(tmpdir(), 'weft-dataway-'))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Told {
  code: number | null
  out: string
  err: string
}
function dataway(args: string[], input = ''): Promise<Told> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'worker/cli/weft.mjs'), 'dataway', ...args], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
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
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

test('run: the result is compact JSON, what is printed is told as it is', async () => {
  const script = file(
    'map.py',
    "print('a', end='')\ndef dw_process(msg):\n    print(' b')\n    return {'n': msg.payload['n'] + 1, 's': 'é'}\n",
  )
  const told = await dataway(['run', script, '--payload', file('in.json', '{"n": 41}')])
  expect(told).toEqual({ code: 0, out: '{"n":42,"s":"é"}', err: 'a b\n' })
})

test.each([
  ['None', '', 0],
  ["'text é'", 'text é', 0],
  ["b'raw'", 'raw', 0],
  ["Entity.from_value({'a': [1]}, 'application/json')", '{"a":[1]}', 0],
])('run: %s gives its bytes', async (value, out, code) => {
  const script = file('value.py', `def dw_process(msg): return ${value}\n`)
  expect(await dataway(['run', script])).toEqual({ code, out, err: '' })
})

test('run: a message file gives payload, attributes and variables', async () => {
  const message = file(
    'message.json',
    JSON.stringify({ payload: 1, attributes: { a: 2 }, variables: { v: 3 } }),
  )
  const script = file('sum.py', "def dw_process(msg): return msg.payload + msg.attrs['a'] + msg.vars['v']\n")
  expect(await dataway(['run', script, '--message', message])).toEqual({ code: 0, out: '6', err: '' })
})

test('run: a message file with a part that no message has is refused, not half read', async () => {
  const message = file('strange.json', '{"payload": 1, "vars": {"x": 2}}')
  const script = file('any.py', 'def dw_process(msg): return msg.payload\n')
  const { code, out, err } = await dataway(['run', script, '--message', message])
  expect([code, out]).toEqual([1, ''])
  expect(JSON.parse(err)).toMatchObject({ code: 'CLI:FILE', data: { part: 'vars' } })
})

test('run: a whole script runs without dw_process; a Fault is the last line and the status 1', async () => {
  const told = await dataway(['run', file('fail.py', "print('before')\n1 / 0\n")])
  expect(told).toMatchObject({ code: 1, out: '' })
  const [printed, fault] = told.err.split('\n')
  expect(printed).toBe('before')
  expect(JSON.parse(fault!)).toMatchObject({
    code: 'DATAWAY:EXCEPTION',
    exception: 'ZeroDivisionError',
    at: { line: 2 },
  })
})

test.each([
  ['raise SystemExit', '', 0],
  ['raise SystemExit(3)', '', 3],
  ["raise SystemExit('why')", 'why\n', 1],
])('run: %s ends the script as in Python', async (line, err, code) => {
  expect(await dataway(['run', file('exit.py', line + '\n')])).toEqual({ code, out: '', err })
})

test('check: every problem with its place, status 1', async () => {
  expect(await dataway(['check', file('good.py', 'x = 1\n')])).toEqual({ code: 0, out: '', err: '' })
  const told = await dataway(['check', file('bad.py', 'x = 1\ny = (1\n')])
  expect(told.code).toBe(1)
  expect(told.out).toBe("bad.py:2:5: error DATAWAY:SYNTAX SyntaxError: '(' was never closed\n")
})

test('check: what the cloud platform would not accept is a warning and no failure', async () => {
  const told = await dataway(['check', file('loop.py', 'while x:\n    pass\n')])
  expect(told).toEqual({
    code: 0,
    out: "loop.py:1:1: warning DATAWAY:PORTABLE The cloud platform has no 'while' in code mode.\n",
    err: '',
  })
})

test('format: on stdout, or into the file', async () => {
  const name = file('form.py', 'x=1\nif x :\n  y( 2 )\n')
  const formatted = 'x = 1\nif x:\n    y(2)\n'
  expect(await dataway(['format', name])).toEqual({ code: 0, out: formatted, err: '' })
  expect(await dataway(['format', name, '--write'])).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(join(folder, name), 'utf8')).toBe(formatted)
})

test('repl: values, definitions over lines, errors that do not end the session', async () => {
  const lines = 'x = 5\nx * 2\ndef f(a):\n    return a + x\n\nf(1)\n1 / 0\nprint(x)\n'
  const told = await dataway(['repl'], lines)
  expect(told).toEqual({ code: 0, out: '10\n6\nZeroDivisionError: division by zero\n5\n', err: '' })
})
