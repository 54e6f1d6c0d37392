// Vite's view of DataWay: the wasm module is built before anything needs it, and again when a source of it changes;
// the page then reloads, or shows the compiler's message in the overlay.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { ensureBuilt, root } from '../worker/cli/built.mjs'

export function dataway(): Plugin {
  return {
    name: 'weft-dataway',
    async buildStart() {
      // What needs the module says so itself; what does not (most unit tests) goes on.
      await ensureBuilt('dataway').catch((error: Error) => this.warn(error.message))
    },
    configureServer: rebuildOnChange,
  }
}

function rebuildOnChange(server: ViteDevServer): void {
  const folder = join(root, 'dataway-wasm')
  let building = false
  let again = false
  const rebuild = async (): Promise<void> => {
    if (building) {
      again = true
      return
    }
    building = true
    do {
      again = false
      const failure = await quickBuild(folder)
      if (failure) {
        server.ws.send({ type: 'error', err: { message: failure, stack: '', plugin: 'weft-dataway' } })
      } else server.ws.send({ type: 'full-reload' })
    } while (again)
    building = false
  }
  server.watcher.add(join(folder, 'assembly'))
  server.watcher.on('all', (event, file) => {
    const isSource = file.startsWith(join(folder, 'assembly')) && file.endsWith('.ts')
    if (isSource && event !== 'addDir' && !file.includes('.generated.')) void rebuild()
  })
}

/** Resolves with what the compiler said, or nothing when all is well. */
function quickBuild(folder: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'build.mjs'), '--quick'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve(code === 0 ? undefined : output || `build.mjs ended with ${code}`))
  })
}
