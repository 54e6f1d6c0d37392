// CPython's own data files, in DataWay: the decimal arithmetic test cases, formatted floats, floats read from text, math. They are not
// ours and not in this repository: Debian's package libpython3.11-testsuite has them, and so has a python3 3.11 that was installed
// with its tests.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Data } from '../../worker/model/data.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { showTable } from '../support/table.ts'
import { loadDataway } from './script-output.ts'

const folder = findFolder()
const rows: string[] = []
let decimals = 0
if (!folder) console.log('skipped: needs the data files of CPython 3.11, run apt-get install libpython3.11-testsuite')

function findFolder(): string | undefined {
  const code = 'import os, sys, test; print(os.path.dirname(test.__file__) if sys.version_info[:2] == (3, 11) else "")'
  const ask = () => {
    try {
      return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      return ''
    }
  }
  return ['/usr/lib/python3.11/test', ask()].find((path) => path && existsSync(join(path, 'formatfloat_testcases.txt')))
}

const read = (name: string): string => readFileSync(join(folder!, name), 'utf8')

/** What `dw_process` of a script beside this file returns for a text. */
async function evaluate(script: string, text: string): Promise<unknown> {
  const way = await loadDataway()
  const program = way.compile(readFileSync(new URL(`cpython/${script}.py`, import.meta.url), 'utf8'), 'code')
  const payload = new Entity(new TextEncoder().encode(text), 'text/plain', 'utf-8')
  const limits = { fuel: 1e12, milliseconds: 600_000, heapBytes: 1 << 30 }
  const env = { run: 'cpython', clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }), seed: () => 1, print() {}, limits }
  const { value } = way.evaluate(program, message(Data.of(payload)), env)
  way.release(env.run)
  return value
}

async function compare(name: string, script: string, text: string, least: number): Promise<void> {
  const [count, wrong] = (await evaluate(script, text)) as [number, string[]]
  if (script === 'dectest') decimals += count
  if (script !== 'dectest' || wrong.length > 0) rows.push(`${name} ${count - wrong.length}/${count}`)
  expect(count).toBeGreaterThanOrEqual(least)
  expect(wrong).toEqual([])
}

afterAll(() => {
  if (rows.length > 0) showTable('cpython', `CPython's data files, equal/compared: ${rows.join(' · ')} · ${decimals} decimal operations`)
})

describe.skipIf(!folder)('floats', () => {
  it('formatfloat_testcases.txt', async () => {
    await compare('formatfloat', 'floats', `formatfloat\n${read('formatfloat_testcases.txt')}`, 1000)
  })
  it('math_testcases.txt', async () => {
    await compare('math', 'floats', `math\n${read('math_testcases.txt')}`, 400)
  })
  it('cmath_testcases.txt, what is real', async () => {
    await compare('cmath', 'floats', `cmath\n${read('cmath_testcases.txt')}`, 400)
  })
  it('floating_points.txt: the bits that JavaScript reads, and texts that read back the same', async () => {
    const all = (await evaluate('floats', `bits\n${read('floating_points.txt')}`)) as [string, string, boolean][]
    const view = new DataView(new ArrayBuffer(8))
    const wrong = all.filter(([text, hex, same]) => {
      view.setFloat64(0, Number(text))
      return !same || hex !== view.getBigUint64(0).toString(16).padStart(16, '0')
    })
    rows.push(`floating_points ${all.length - wrong.length}/${all.length}`)
    expect(all.length).toBeGreaterThan(1000)
    expect(wrong).toEqual([])
  })
})

describe.skipIf(!folder)('decimal arithmetic', () => {
  const files = folder ? readdirSync(join(folder, 'decimaltestdata')).filter((name) => name.endsWith('.decTest')).sort() : []
  it.each(files)('%s', async (name) => {
    await compare(name.replace('.decTest', ''), 'dectest', read(`decimaltestdata/${name}`), 0)
  }, 600_000)
  it('all together', () => {
    expect(decimals).toBeGreaterThan(60_000)
  })
})
