// python3 as the oracle of random programs.
import { execFileSync, spawn } from 'node:child_process'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const oracle = fileURLToPath(new URL('oracle.py', import.meta.url))

/** What `python3 --version` says; empty, and told, when there is none. */
export function pythonVersion(): string {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' })
  } catch {
    console.log('skipped: needs python3 3.11, run apt-get install python3')
    return ''
  }
}

/** What each program printed (null: it took python3 too long, so there is nothing to compare), and how often what was in them. */
export async function askPython(
  sources: string[],
): Promise<{ outputs: (string | null)[]; used: Record<string, number> }> {
  const python3 = spawn('python3', [oracle], { stdio: ['pipe', 'pipe', 'inherit'] })
  python3.stdin.end(JSON.stringify(sources))
  return (await json(python3.stdout)) as Awaited<ReturnType<typeof askPython>>
}

/** Both ran out of memory; of DataWay it is the whole that counts, and that is not caught. */
export function isFullMemory(wanted: string, got: string): boolean {
  return wanted.includes('MemoryError') && got.includes('The script needed more than 256 MB of memory.')
}
