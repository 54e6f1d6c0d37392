// The demo APIs where no server has them: offline, or on a static host. Their state is kept in the Cache API, because a
// service worker is put to sleep between two requests.
/// <reference lib="webworker" />
import { handleDemo } from '../../worker/demo/handler.ts'
import {
  freshState,
  ownData,
  type DemoData,
  type DemoState,
  type DemoStore,
} from '../../worker/demo/state.ts'

/** An answer of our own server says so by this header; a static host's 404 does not. */
const demoHeader = 'X-Weft-Demo'
const cacheName = 'demo-weft'

/** `path`: the request's path from the scope on, `/demo/<copy>/…`. */
export async function answerDemo(request: Request, path: string): Promise<Response> {
  const body = await request.arrayBuffer()
  const { method, headers } = request
  const init = { method, headers, body: method === 'GET' || method === 'HEAD' ? undefined : body }
  try {
    const answer = await fetch(new Request(request.url, { ...init, credentials: 'omit' }))
    if (answer.headers.has(demoHeader)) return answer
  } catch {
    // No server: answered below.
  }
  const answer = await handleDemo(new Request(new URL(path, request.url), init), store)
  const isolated = new Headers(answer.headers)
  isolated.set('Cross-Origin-Resource-Policy', 'same-origin')
  isolated.set(demoHeader, '1')
  return new Response(answer.body, { status: answer.status, headers: isolated })
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other, so that no change is lost. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => {})
  return mine
}

const store: DemoStore = {
  change: (copy, work) =>
    inTurn(async () => {
      const state = (await read(copy)) ?? freshState()
      const result = await work(state)
      await write(copy, state)
      return result
    }),
  reset: (copy, data?: DemoData) =>
    inTurn(async () => write(copy, freshState(data ?? (await read(copy))?.data))),
}

async function read(copy: string): Promise<DemoState | undefined> {
  const cache = await caches.open(cacheName)
  const kept = (await (await cache.match(`/demo/${copy}`))?.json()) as Partial<DemoState> | undefined
  if (!kept) return undefined
  // A copy that an older Weft kept lacks what came later.
  const data = { ...ownData, ...kept.data }
  return { ...freshState(data), ...kept, data }
}
async function write(copy: string, state: DemoState): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.put(`/demo/${copy}`, new Response(JSON.stringify(state)))
}
