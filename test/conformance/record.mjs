// `node test/conformance/record.mjs [filter]`: runs every script of the corpus in python3 3.11 and writes what it printed
// beside it as `.out` (for a script that ends in an exception also the last line of the traceback), then counts how often
// each grammar production, builtin and method occurs (`python/occurrences.json`). The recorded files are committed.
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordJson } from './record-json.mjs'
import { recordTracebacks } from './record-traceback.mjs'
import { scripts } from './scripts.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const filter = process.argv[2]

let version
try {
  version = execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()
} catch {
  console.error('python3 is missing: recording needs CPython 3.11 on the PATH')
  process.exit(1)
}
if (!version.startsWith('Python 3.11.')) {
  console.error(`recording needs Python 3.11, python3 is ${version}`)
  process.exit(1)
}

const list = scripts(filter)
let changed = 0
let next = 0
await Promise.all(Array.from({ length: 4 }, worker))
const occurrences = execFileSync('python3', [join(here, 'occurrences.py'), ...scripts().map((s) => s.path)], {
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
writeFileSync(join(here, 'python', 'occurrences.json'), occurrences)
const documents = recordJson()
const tracebacks = recordTracebacks()
console.log(
  `${list.length} scripts, ${documents} JSON documents and ${tracebacks} tracebacks recorded with ${version}, ${changed} changed`,
)

async function worker() {
  while (next < list.length) {
    const script = list[next++]
    const out = await record(script.path)
    if (existsSync(script.out) && readFileSync(script.out, 'utf8') === out) continue
    writeFileSync(script.out, out)
    changed += 1
    console.log(relative(here, script.out))
  }
}

function record(path) {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, PYTHONIOENCODING: 'utf8', PYTHONHASHSEED: '0', TZ: 'UTC' }
    execFile(
      'python3',
      ['-I', '-S', '-W', 'ignore', '-X', 'utf8', path],
      { env, timeout: 20000 },
      (error, stdout, stderr) => {
        if (error?.killed) return reject(new Error(`${path} ran for more than 20 s`))
        resolve(stdout + (error ? lastLine(stderr) : ''))
      },
    )
  })
}

function lastLine(stderr) {
  return stderr.trimEnd().split('\n').at(-1) + '\n'
}
