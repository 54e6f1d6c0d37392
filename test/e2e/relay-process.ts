// `weft relay` as a process of its own, on a free port, with what its terminal shows.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** `weft relay` on a free port; `lines` is what its terminal shows. */
export async function startRelay(...options: string[]) {
  const data = mkdtempSync(join(tmpdir(), 'weft-relay-'))
  const child = spawn(
    process.execPath,
    ['worker/cli/weft.mjs', 'relay', '--port', '0', '--data', data, ...options],
    {
      cwd: root,
    },
  )
  let lines = ''
  const seen = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(lines)
      if (found) return found[1]!
      await new Promise((more) => child.stdout.once('data', more))
    }
  }
  child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString()))
  const url = await seen(/Weft is at (http\S+?)\/?,/)
  return {
    url,
    data,
    terminal: () => lines,
    code: () => seen(/Pairing code: (\S+)/),
    end: () => child.kill(),
  }
}
