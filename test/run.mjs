// `npm test`: builds what is missing and runs every part: lint, types, unit, conformance (again
// as `checked`, in the build of DataWay with canaries and poison in its memory), services, e2e. Prints each part's counts
// and ends with one line `N passed, N failed`. `npm test -- unit lint` runs only the named parts; `--long` the long forms.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build as buildDataway } from '../dataway-wasm/build.mjs'
import { ensureBuilt, root } from '../worker/cli/built.mjs'
import { ensureBrowser } from './support/browser.mjs'

const long = process.argv.includes('--long')
/** Where test/support/table.ts leaves what is to be seen. */
const tables = join(root, 'test-results', 'tables')
/** A program of a part that hangs is ended, so that the others still run and the reason is told. */
const patience = long ? 86_400_000 : 1_500_000
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))

/** Each part resolves with its counts; `output` is shown when something failed. */
const parts = {
  lint: async () =>
    sum([
      await check('eslint', ['--config', 'test/eslint.config.js', '.']),
      await check('prettier', ['--check', '--log-level', 'warn', '.']),
    ]),
  types: async () =>
    sum([
      await check('tsc', ['--noEmit', '-p', '.']),
      await check('svelte-check', [
        '--tsconfig',
        './tsconfig.json',
        '--threshold',
        'error',
        '--output',
        'human',
      ]),
    ]),
  unit: () => vitest('unit'),
  conformance: () => vitest('conformance'),
  checked,
  services: () => vitest('services'),
  e2e: playwright,
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

let passed = 0
let failed = 0
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
await build()
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const started = Date.now()
  rmSync(tables, { recursive: true, force: true })
  const result = await part().catch((error) => ({
    passed: 0,
    failed: 1,
    output: String(error?.stack ?? error),
  }))
  if (result.failed > 0) console.log(result.output.trimEnd())
  for (const file of existsSync(tables) ? readdirSync(tables).sort() : [])
    console.log(readFileSync(join(tables, file), 'utf8').trimEnd())
  const skipped = result.skipped ? `, ${result.skipped} skipped` : ''
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed${skipped} (${seconds} s)`)
  passed += result.passed
  failed += result.failed
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** A build that fails counts as one failure of its own; the parts that need it then say what they miss. */
async function build() {
  for (const name of ['dataway', 'node', 'studio']) {
    try {
      await ensureBuilt(name, console.log)
    } catch (error) {
      failed += 1
      console.log(`the build of ${name} failed:\n${error.message}`)
    }
  }
}

async function check(tool, args) {
  const { code, output } = await run(join('node_modules', '.bin', tool), args)
  return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output }
}

/** The tests of DataWay again, in the build whose memory has canaries and poison (dataway-wasm/assembly/memory/guard.ts). */
async function checked() {
  const env = { WEFT_DATAWAY: await buildDataway({ checked: true, quick: true }) }
  const all = await vitest('conformance', [], env)
  return sum([all, await vitest('unit', ['test/unit/dataway-wasm'], env)])
}

async function vitest(project, only = [], env = {}) {
  if (!existsSync(join(root, 'test', project))) return { passed: 0, failed: 0, output: '' }
  const report = join(root, 'test-results', `${project}.json`)
  rmSync(report, { force: true })
  const args = [
    'run',
    ...only,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code, output } = await run('node_modules/.bin/vitest', args, env)
  if (!existsSync(report)) return { passed: 0, failed: 1, output }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot be loaded, or an error outside a test, has no failed test of its own.
  const bad = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests
  return { passed: numPassedTests, failed: bad, skipped: numPendingTests, output }
}

async function playwright() {
  await ensureBrowser()
  const report = join(root, 'test-results', 'e2e.json')
  rmSync(report, { force: true })
  const { code, output } = await run(
    'node_modules/.bin/playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1, output }
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats
  const bad = unexpected === 0 && code !== 0 ? 1 : unexpected
  return { passed: expected + flaky, failed: bad, skipped, output }
}

function sum(results) {
  return results.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: (all.skipped ?? 0) + (one.skipped ?? 0),
    output: [all.output, one.output].filter(Boolean).join('\n'),
  }))
}

function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env, FORCE_COLOR: '0', CI: '1', WEFT_LONG: long ? '1' : '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which is ended as one.
      detached: true,
    })
    let output = ''
    const end = () => process.kill(-child.pid, 'SIGKILL')
    const timer = setTimeout(() => {
      output += `\n${command} did not end within ${patience / 60_000} minutes.\n`
      end()
    }, patience)
    process.on('exit', end)
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('exit', end)
      resolve({ code, output })
    })
  })
}
