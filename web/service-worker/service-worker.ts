// The studio without its server: answers from a cache of exactly one version, mounts the demo APIs where no server has them,
// and hands requests for /hook/* to the tab that runs published apps. One static file, built by vite-plugin.ts.
/// <reference lib="webworker" />
import { engineLost } from '../../worker/publish/hook-messages.ts'
import { answerDemo } from './demo.ts'
import { answerHook, loseEngine } from './hook.ts'

declare const self: ServiceWorkerGlobalScope
/** Written by the build: every file of this version, by its path from the scope; empty while developing. */
declare const __FILES__: string[]
declare const __VERSION__: string

const prefix = 'weft-'
const cacheName = prefix + __VERSION__
const scope = new URL(self.registration.scope)
const isHashed = /^assets\/.*-[\w-]{8}\.\w+$/
const atOnce = 4
const anyVary: CacheQueryOptions = { ignoreVary: true, ignoreSearch: true }

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', (event) => {
  // A new version waits until the page asks for it, or all pages of the old one are closed.
  if (event.data === 'activate') void self.skipWaiting()
  if (event.data === engineLost) loseEngine((event.source as Client).id)
})
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return
  const path = url.pathname.slice(scope.pathname.length)
  if (path.startsWith('hook/'))
    event.respondWith(answerHook(self, event.request, url, path.slice('hook'.length)))
  else if (path.startsWith('demo/')) event.respondWith(answerDemo(event.request, '/' + path + url.search))
  else if (event.request.method === 'GET' && __FILES__.length > 0) {
    if (event.request.mode === 'navigate') event.waitUntil(obeyKillSwitch())
    const file = path === '' ? 'index.html' : path
    if (__FILES__.includes(file)) event.respondWith(fromCache(event.request, file))
  }
})

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName)
  const requests = __FILES__.map(
    (file) => new Request(new URL(file, scope), isHashed.test(file) ? {} : { cache: 'reload' }),
  )
  // A few at a time: the page that brought this worker here is still loading.
  for (let i = 0; i < requests.length; i += atOnce) await cache.addAll(requests.slice(i, i + atOnce))
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName && __FILES__.length > 0) await caches.delete(name)
  }
  await self.clients.claim()
}

async function fromCache(request: Request, file: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(new URL(file, scope).href, anyVary)) ?? fetch(request)
}

/** `version.json` with `"off": true` on the server removes this service worker and its files from every browser. */
async function obeyKillSwitch(): Promise<void> {
  try {
    const answer = await fetch(new URL('version.json', scope), { cache: 'no-store' })
    const { off } = (await answer.json()) as { off?: boolean }
    if (!off) return
  } catch {
    return
  }
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
  await self.registration.unregister()
}
