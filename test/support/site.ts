// The built studio served by `npm start`'s server on a free port, for e2e and bench.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../worker/cli/built.mjs'

export interface Site {
  /** `http://127.0.0.1:<port>/` */
  url: string
  /** Stops the server, as when the machine is offline. */
  stop(): Promise<void>
}

/** Starts what `npm start` starts, on a free port; resolves when it says its address. */
export async function startSite(port = 0): Promise<Site> {
  const child = spawn(
    process.execPath,
    [join(root, 'worker/cli/weft.mjs'), 'start', '--port', String(port)],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await addressOf(child)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const found = /https?:\/\/\S+/.exec(line)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it said its address`)),
    )
  })
}
