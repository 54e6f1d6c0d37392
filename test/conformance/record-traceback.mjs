// Records what python3 3.11 writes to stderr for each script of traceback/cases.txt (parted by `---` lines), as
// traceback/cases.out. The scripts run from a file named `<script>`, as DataWay calls its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = join(dirname(fileURLToPath(import.meta.url)), 'traceback')

/** How many scripts were recorded. */
export function recordTracebacks() {
  const place = mkdtempSync(join(tmpdir(), 'traceback-'))
  const cases = readFileSync(join(here, 'cases.txt'), 'utf8').split('---\n')
  const outputs = cases.map((source) => {
    writeFileSync(join(place, '<script>'), source)
    const { stderr } = spawnSync('python3', ['-I', '-S', '-X', 'utf8', '<script>'], {
      cwd: place,
      encoding: 'utf8',
    })
    return stderr.replaceAll(join(place, '<script>'), '<script>')
  })
  rmSync(place, { recursive: true })
  writeFileSync(join(here, 'cases.out'), outputs.join('---\n'))
  return cases.length
}
