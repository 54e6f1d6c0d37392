// Builds what is missing, once, keyed by a hash of the sources: npm runs no scripts of packages here, so `npm start`,
// `npm test` and the `weft` launcher ask this module for the parts that they need. Silent unless something is built.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const stamps = join(root, 'node_modules', '.cache', 'weft')
const lockMinutes = 10

/** What can be built: its sources, what must exist afterwards, and the command that makes it. */
const parts = {
  dataway: {
    entry: 'dataway-wasm/assembly/index.ts',
    target: 'dataway-wasm/build/dataway.wasm',
    // Knows itself whether it has to do anything.
    command: ['dataway-wasm/build.mjs'],
  },
  node: {
    needs: ['dataway'],
    sources: ['worker', 'relay', 'connectors-browser', 'dataway-wasm/host.ts', 'package-lock.json'],
    target: 'dist-node/start.js',
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--logLevel',
      'warn',
      '--config',
      'worker/vite.node.ts',
    ],
  },
  studio: {
    needs: ['dataway'],
    sources: [
      'index.html',
      'web',
      'worker',
      'relay',
      'connectors-browser',
      'dataway-wasm',
      'package-lock.json',
      'vite.config.ts',
    ],
    target: 'dist/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
}

/**
 * Makes sure that `dataway` (the wasm module), `node` (dist-node, what `weft` runs) or `studio` (dist) is there and made
 * of the present sources. Safe to start twice at once. Rejects with what the build printed when it fails.
 */
export async function ensureBuilt(name, tell = () => {}) {
  const part = parts[name]
  for (const needed of part.needs ?? []) await ensureBuilt(needed, tell)
  if (part.entry && !existsSync(join(root, part.entry))) return
  if (!part.sources) return run(part.command)
  if (isFresh(name, sourceHash(part.sources))) return
  const unlock = await lock(name)
  try {
    const hash = sourceHash(part.sources)
    if (isFresh(name, hash)) return
    tell(`building ${name} …`)
    await run(part.command)
    if (!existsSync(join(root, part.target))) throw new Error(`the build of ${name} left no ${part.target}`)
    writeFileSync(join(stamps, name), hash)
  } finally {
    unlock()
  }
}

function isFresh(name, hash) {
  const stamp = join(stamps, name)
  return (
    existsSync(join(root, parts[name].target)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  )
}

function sourceHash(sources) {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesOf(join(root, source))) {
      hash.update(relative(root, file) + '\0')
      hash.update(readFileSync(file))
    }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return names.filter((entry) => !isGenerated(entry)).flatMap((entry) => filesOf(join(path, entry.name)))
}

/** Git-ignored outputs: they change because of a build and must not ask for another one. */
function isGenerated(entry) {
  return (
    (entry.isDirectory() && ['build', 'generated'].includes(entry.name)) ||
    entry.name.includes('.generated.') ||
    entry.name.endsWith('.md')
  )
}

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(output || `${script} ended with ${code}`)),
    )
  })
}

/** A lock by a folder's creation; one left by a killed build is broken after some minutes or when its process is gone. */
async function lock(name) {
  mkdirSync(stamps, { recursive: true })
  const folder = join(stamps, `${name}.lock`)
  for (;;) {
    try {
      mkdirSync(folder)
      writeFileSync(join(folder, 'pid'), String(process.pid))
      return () => rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function isAbandoned(folder) {
  try {
    const age = Date.now() - statSync(folder).mtimeMs
    if (age > lockMinutes * 60_000) return true
    if (age < 2_000) return false
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
