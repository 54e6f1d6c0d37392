// `npm run bench -- NAME [--json] [--seed N] [--text ascii] [--browser]`: bundles test/bench/NAME.bench.ts, runs it in Node or in
// Chromium, prints its tables (or one JSON). Gates nothing: the machine's load is printed beside the numbers.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { ensureBuilt, root } from '../../worker/cli/built.mjs'
import { chromium as chromiumPath, chromiumArgs, ensureBrowser } from '../support/browser.mjs'
import { table } from '../../dataway-wasm/bench/rounds.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const args = process.argv.slice(2)
const flag = (name) => args.includes(`--${name}`)
const option = (name, fallback) =>
  args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : fallback
const name = args.find((arg) => !arg.startsWith('--'))
const names = readdirSync(here).flatMap((file) => file.match(/^(.*)\.bench\.ts$/)?.[1] ?? [])

if (!name || !names.includes(name)) {
  console.error(
    `npm run bench -- NAME [--json] [--seed N] [--text ascii|mixed] [--browser]\nthere are: ${names.join(', ')}`,
  )
  process.exit(2)
}
/** The tables were printed as they came. */
let shown = false
const options = { seed: Number(option('seed', 1)), text: option('text', 'mixed') }
const report = { bench: name, ...options, load: loadavg()[0], tables: await runBench() }
report.loadAfter = loadavg()[0]
if (flag('json')) console.log(JSON.stringify(report, null, 1))
else {
  console.log(
    `${name}: seed ${report.seed}, ${report.text} text, load ${report.load.toFixed(2)} → ${report.loadAfter.toFixed(2)}`,
  )
  for (const { title, rows } of shown ? [] : report.tables) console.log(`\n${title}\n${table(rows)}`)
}
process.exit(0)

async function runBench() {
  await ensureBuilt('dataway')
  const browser = flag('browser')
  // Two folders deep, as the sources are: what stays outside the bundle is found by the same relative path.
  const outDir = join(root, 'test-results', `bench-${name}-${process.pid}`)
  mkdirSync(outDir, { recursive: true })
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir,
        emptyOutDir: true,
        minify: false,
        target: 'esnext',
        ...(browser
          ? { lib: { entry: join(here, `${name}.bench.ts`), formats: ['es'], fileName: 'bench' } }
          : { ssr: join(here, `${name}.bench.ts`) }),
        // It finds the project by its own place, which a bundle would change.
        rolldownOptions: { external: [/worker\/cli\/built\.mjs$/], output: { entryFileNames: 'bench.js' } },
      },
    })
    if (browser) return await inChromium(outDir)
    const { default: bench } = await import(pathToFileURL(join(outDir, 'bench.js')).href)
    const made = bench({ ...options, root, wasm: await readFile(wasmFile()) })
    if (!(Symbol.asyncIterator in made)) return await made
    // One that gives table by table shows each when it is there.
    const tables = []
    for await (const one of made) {
      tables.push(one)
      if (!flag('json')) console.log(`\n${one.title}\n${table(one.rows)}`)
    }
    shown = true
    return tables
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

function wasmFile() {
  return join(root, 'dataway-wasm', 'build', 'dataway.wasm')
}

/** Serves the bundle to Chromium with the headers of the studio, so that memory can be shared, and runs it in a worker's place: the page. */
async function inChromium(dir) {
  const page = `<!doctype html><meta charset="utf-8"><script type="module">
    import bench from '/bench.js'
    const wasm = new Uint8Array(await (await fetch('/dataway.wasm')).arrayBuffer())
    globalThis.tables = bench({ ...${JSON.stringify(options)}, wasm }).catch((error) => ({ error: String(error?.stack ?? error) }))
    globalThis.ready = true
  </script>`
  const server = createServer(async (request, response) => {
    const path = request.url === '/dataway.wasm' ? wasmFile() : join(dir, request.url)
    const type = request.url.endsWith('.js')
      ? 'text/javascript'
      : request.url.endsWith('.wasm')
        ? 'application/wasm'
        : 'text/html'
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    response.setHeader('Content-Type', type)
    if (request.url === '/') response.end(page)
    else if (existsSync(path)) response.end(await readFile(path))
    else response.writeHead(404).end()
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  await ensureBrowser()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  try {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${server.address().port}/`)
    await tab.waitForFunction(() => globalThis.ready)
    const tables = await tab.evaluate(() => globalThis.tables, undefined)
    if (tables.error) throw new Error(tables.error)
    return tables
  } finally {
    await browser.close()
    server.close()
  }
}
