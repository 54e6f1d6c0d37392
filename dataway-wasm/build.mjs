// Builds dataway-wasm/build/dataway.wasm: generates the index of builtins from their headers, then runs asc.
// Silent; a no-op when no source changed; safe to start twice at once. `--quick` optimises little, `--checked` keeps
// assertions, `--force` builds in any case. DATAWAY_QUICK=1 makes quick builds the rule while developing. Also writes build/builtins.json, the documentation of all builtins.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'
import { libraryDocs } from './library-docs.mjs'
import { libraryFiles, writeLibrary } from './library.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const assembly = join(here, 'assembly')
const library = join(here, 'library')
const out = join(here, 'build')

function sources(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) =>
      e.name === 'generated'
        ? []
        : e.isDirectory()
          ? sources(join(dir, e.name))
          : e.name.endsWith('.ts')
            ? [join(dir, e.name)]
            : [],
    )
}

/** Whether the process that took the lock is gone. */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    process.kill(pid, 0)
    return false
  } catch (error) {
    if (error.code === 'EPERM') return false
    // No pid yet: it has just been taken, or its owner died between two lines.
    return (
      error.code === 'ESRCH' ||
      Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5000
    )
  }
}

async function waitForOther(lock) {
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}

/** The compiling tier reads instructions by a table of its own, which must name the same ones in the same order. */
function checkOpcodes() {
  const read = (file) => readFileSync(join(here, file), 'utf8')
  const machine = read('assembly/compile/opcode.ts')
    .split('COUNT,')[0]
    .matchAll(/^ {2}([A-Z_]+),$/gm)
  const tier = /const rows = `([^`]*)`/.exec(read('tier/opcode.ts'))[1].matchAll(/^([A-Z_]+)/gm)
  const [wanted, found] = [machine, tier].map((list) => [...list].map((row) => row[1]))
  const at = wanted.findIndex((name, n) => name !== found[n])
  if (at >= 0 || wanted.length !== found.length)
    throw new Error(`tier/opcode.ts must have a row for each instruction of assembly/compile/opcode.ts, in its order; see ${wanted[at] ?? found[wanted.length]}.`) // prettier-ignore
}

/** Builds if needed. Returns the path of the wasm file. Throws with asc's messages when the sources are wrong. */
export async function build({
  quick = process.env.DATAWAY_QUICK === '1',
  checked = false,
  force = false,
} = {}) {
  mkdirSync(out, { recursive: true })
  const name = checked ? 'dataway.checked' : 'dataway'
  const wasm = join(out, `${name}.wasm`)
  const stamp = join(out, `${name}.hash`)
  const hash = createHash('sha256')
  const files = [
    ...sources(assembly),
    ...['build', 'generate', 'library', 'library-docs'].map((name) => join(here, `${name}.mjs`)),
  ]
  for (const file of [...files, ...libraryFiles(library)])
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0')
  const key = hash.digest('hex') + (quick ? ' quick' : '')
  // A full build is good for who asks for a quick one.
  const isFresh = () =>
    !force &&
    existsSync(wasm) &&
    existsSync(stamp) &&
    [key, key.replace(' quick', '')].includes(readFileSync(stamp, 'utf8'))
  if (isFresh()) return wasm
  const lock = join(out, '.lock')
  await waitForOther(lock)
  // When asc crashes it ends the process.
  const unlock = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', unlock)
  try {
    if (isFresh()) return wasm
    checkOpcodes()
    const { index, docs } = generate(assembly, files)
    const generated = join(assembly, 'generated')
    mkdirSync(generated, { recursive: true })
    index['library.ts'] = writeLibrary(library)
    for (const [file, text] of Object.entries(index)) writeFileSync(join(generated, file), text)
    writeFileSync(join(out, 'builtins.json'), JSON.stringify([...docs, ...libraryDocs(library)], null, 1))
    const { default: asc, libraryFiles: runtimeFiles } = await import('assemblyscript/asc')
    // Our own runtime (memory/runtime.ts) takes the place of the stub: asc gives other custom runtimes a shadow stack.
    runtimeFiles['rt/index-stub'] = ''
    const fresh = `${wasm}.${process.pid}`
    const flags = quick ? ['-O1'] : ['-O3']
    const { error, stderr } = await asc.main(
      [
        'assembly/index.ts',
        '--baseDir', here,
        '--outFile', relative(here, fresh),
        '--runtime', 'stub',
        '--enable', 'simd',
        '--exportTable',
        '--uncheckedBehavior', checked ? 'never' : 'always',
        ...(checked ? [] : ['--noAssert']),
        ...(process.env.DATAWAY_NAMES ? ['--debug'] : []),
        ...flags,
      ], // prettier-ignore
    )
    if (error) throw new Error(`DataWay does not compile:\n${stderr.toString() || error.message}`)
    const warnings = stderr.toString().trim()
    if (warnings && process.env.DATAWAY_WARNINGS) process.stderr.write(warnings + '\n')
    renameSync(fresh, wasm)
    writeFileSync(stamp, key)
    return wasm
  } finally {
    unlock()
    process.off('exit', unlock)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const has = (flag) => process.argv.includes(flag)
  try {
    await build({
      ...(has('--quick') ? { quick: true } : {}),
      checked: has('--checked'),
      force: has('--force'),
    })
  } catch (error) {
    process.stderr.write(error.message + '\n')
    process.exitCode = 1
  }
}
