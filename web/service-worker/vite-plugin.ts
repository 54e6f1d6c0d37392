// Builds the service worker after the studio, when all file names are known: one script without imports, and version.json
// for its kill switch. While developing the script is made on request and caches nothing.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const entry = join(import.meta.dirname, 'service-worker.ts')
const output = 'service-worker.js'
const ownFiles = [output, 'version.json']

export function serviceWorker(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'weft-service-worker',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      if (config.command !== 'build') return
      const folder = resolve(config.root, config.build.outDir)
      const files = filesIn(folder)
      const version = hashOf(folder, files)
      writeFileSync(join(folder, output), await bundle(config.root, files, version))
      writeFileSync(join(folder, 'version.json'), JSON.stringify({ version, off: false }) + '\n')
    },
    configureServer(server) {
      server.middlewares.use(`/${output}`, (_, response) => {
        bundle(config.root, [], 'dev').then(
          (code) => {
            response.setHeader('Content-Type', 'text/javascript')
            response.setHeader('Cache-Control', 'no-store')
            response.end(code)
          },
          (error: Error) => {
            response.statusCode = 500
            response.end(error.message)
          },
        )
      })
    },
  }
}

async function bundle(root: string, files: string[], version: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { __FILES__: JSON.stringify(files), __VERSION__: JSON.stringify(version) },
    build: {
      write: false,
      target: 'es2023',
      assetsInlineLimit: 0,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: output } },
    },
  })
  const [built] = Array.isArray(result) ? result : [result]
  if (!built || !('output' in built)) throw new Error('the service worker was not built')
  return built.output[0].code
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/'))
    .filter((file) => !ownFiles.includes(file) && !file.endsWith('.map'))
    .sort()
}

function hashOf(folder: string, files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file + '\0').update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}
