// The built studio from memory: every file is read, hashed and compressed once; nothing outside the folder can be named.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { studioHeaders } from './policy.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
}
const compressible = /^(text\/|application\/(json|wasm|manifest)|image\/svg)/

interface StaticFile {
  type: string
  tag: string
  immutable: boolean
  plain: Buffer
  packed: Partial<Record<'br' | 'gzip', Buffer>>
}

export class StaticFiles {
  readonly #files = new Map<string, StaticFile>()

  /** A folder that does not exist has no files. */
  constructor(folder: string) {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      this.#files.set('/' + path.slice(folder.length + 1).replaceAll('\\', '/'), load(path))
    }
  }

  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.#files.get(path.endsWith('/') ? path + 'index.html' : path)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...studioHeaders, Allow: 'GET, HEAD' }).end()
      return
    }
    if (!file) {
      response
        .writeHead(404, { ...studioHeaders, 'Content-Type': 'text/plain; charset=utf-8' })
        .end('Not found\n')
      return
    }
    const headers: Record<string, string> = {
      ...studioHeaders,
      'Content-Type': file.type,
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.tag,
      Vary: 'Accept-Encoding',
    }
    if (path === '/service-worker.js') headers['Service-Worker-Allowed'] = '/'
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304, headers).end()
      return
    }
    const { body, encoding } = pack(file, String(request.headers['accept-encoding'] ?? ''))
    if (encoding) headers['Content-Encoding'] = encoding
    headers['Content-Length'] = String(body.length)
    response.writeHead(200, headers)
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

function load(path: string): StaticFile {
  const plain = readFileSync(path)
  const hash = createHash('sha256').update(plain).digest('base64url')
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    tag: `"${hash.slice(0, 22)}"`,
    immutable: /[\\/]assets[\\/].*-[\w-]{8}\.\w+$/.test(path),
    plain,
    packed: {},
  }
}

function pack(file: StaticFile, accepted: string): { body: Buffer; encoding?: 'br' | 'gzip' } {
  if (!compressible.test(file.type) || file.plain.length < 512) return { body: file.plain }
  if (/\bbr\b/.test(accepted)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }
    return { body: (file.packed.br ??= brotliCompressSync(file.plain, options)), encoding: 'br' }
  }
  if (/\bgzip\b/.test(accepted))
    return { body: (file.packed.gzip ??= gzipSync(file.plain)), encoding: 'gzip' }
  return { body: file.plain }
}
