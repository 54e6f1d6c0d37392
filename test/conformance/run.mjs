// `node test/conformance/run.mjs [filter] [--diff]`: runs the scripts of the corpus through DataWay in one process, prints
// passed and all by feature, names what fails and, with --diff or a filter, the first lines that differ.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { build } from 'vite'
import { scripts } from './scripts.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const bundle = `${root}node_modules/.cache/weft/conformance/script-output.js`
const patience = 5_000

if (isMainThread) await main()
else await serve()

async function main() {
  const words = process.argv.slice(2)
  const filter = words.find((word) => !word.startsWith('-')) ?? ''
  const list = scripts(filter)
  await bundleHost()
  const results = await runAll(list)
  table(list, results)
  const failed = list.filter((script) => results.get(script.name) !== readFileSync(script.out, 'utf8'))
  for (const script of failed) {
    console.log(`FAILED ${script.name}`)
    if (filter || words.includes('--diff'))
      difference(readFileSync(script.out, 'utf8'), results.get(script.name), filter ? 12 : 2)
  }
  console.log(`${list.length - failed.length} of ${list.length} scripts print what python3 prints`)
  process.exit(failed.length > 0 ? 1 : 0)
}

async function bundleHost() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/conformance/script-output.ts',
      outDir: bundle.slice(0, bundle.lastIndexOf('/')),
      emptyOutDir: true,
    },
  })
}

/** Runs scripts in a thread; one that does not come back in time is stopped and the next gets a new thread. */
async function runAll(list) {
  const results = new Map()
  const rest = [...list]
  while (rest.length > 0) {
    await new Promise((done) => {
      const worker = new Worker(fileURLToPath(import.meta.url))
      let timer
      const next = () => {
        clearTimeout(timer)
        if (rest.length === 0) return end()
        timer = setTimeout(() => fail(`did not end in ${patience / 1000} s`), patience)
        worker.postMessage(readFileSync(rest[0].path, 'utf8'))
      }
      const end = () => worker.terminate().then(() => done())
      const fail = (why) => {
        clearTimeout(timer)
        results.set(rest.shift().name, `CRASH ${why}\n`)
        end()
      }
      worker.on('message', ({ ready, out, crash }) => {
        if (ready) return next()
        if (crash) return fail(crash)
        results.set(rest.shift().name, out)
        next()
      })
      worker.on('error', (error) => fail(String(error?.message ?? error)))
    })
  }
  return results
}

async function serve() {
  const { loadDataway, scriptOutput } = await import(bundle)
  const way = await loadDataway()
  parentPort.on('message', (source) => {
    try {
      parentPort.postMessage({ out: scriptOutput(way, source) })
    } catch (error) {
      parentPort.postMessage({ crash: String(error?.stack ?? JSON.stringify(error)).slice(0, 1500) })
    }
  })
  parentPort.postMessage({ ready: true })
}

function table(list, results) {
  const rows = new Map()
  for (const script of list) {
    const key = `${script.level} ${script.feature}`
    const row = rows.get(key) ?? [0, 0]
    rows.set(key, row)
    row[1] += 1
    if (results.get(script.name) === readFileSync(script.out, 'utf8')) row[0] += 1
  }
  for (const [key, [passed, all]] of rows) console.log(`${key.padEnd(24)} ${passed}/${all}`)
}

function difference(wanted, got, most) {
  const a = wanted.split('\n')
  const b = (got ?? '').split('\n')
  for (let i = 0, shown = 0; i < Math.max(a.length, b.length) && shown < most; i++) {
    if (a[i] === b[i]) continue
    console.log(`  ${i + 1} python3 ${clip(a[i])}\n  ${i + 1} dataway ${clip(b[i])}`)
    shown += 1
  }
}

function clip(line) {
  return line === undefined ? '(no line)' : line.slice(0, 1200)
}
