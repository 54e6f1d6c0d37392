// A request for /hook/* goes to the one tab that runs published apps; its flow's answer goes back. Nothing of an answer can
// act as a document of the studio's origin.
/// <reference lib="webworker" />

const findMilliseconds = 1_500
const flowMilliseconds = 60_000
const maxBody = 64 * 1024 * 1024

/** What the tab is asked, with a port for the answer. */
export interface HookCall {
  kind: 'weft-hook'
  method: string
  url: string
  /** Path below /hook, beginning with `/`. */
  path: string
  headers: [string, string][]
  body: Uint8Array
}
/** `taken`: this tab answers; then its answer. */
export type HookReply = { taken: true } | { status: number; headers: [string, string][]; body: Uint8Array }

export async function answerHook(
  self: ServiceWorkerGlobalScope,
  request: Request,
  url: URL,
  path: string,
): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > maxBody) return problem(413, 'HTTP:TOO_LARGE', 'The body is larger than 64 MiB.')
  const headers = [...request.headers] as [string, string][]
  const call: HookCall = { kind: 'weft-hook', method: request.method, url: url.href, path, headers, body }
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const answer = await firstAnswer(tabs, call)
  if (answer === 'nobody') {
    return problem(
      503,
      'HTTP:LISTENER_NOT_RUNNING',
      'No tab of Weft runs published apps. Open Weft and publish the app.',
    )
  }
  if (answer === 'late')
    return problem(504, 'HTTP:TIMEOUT', `The flow gave no answer within ${flowMilliseconds / 1000} s.`)
  return reply(answer.status, answer.headers, request.method === 'HEAD' ? null : answer.body)
}

type Answer = Extract<HookReply, { status: number }>

function firstAnswer(tabs: readonly WindowClient[], call: HookCall): Promise<Answer | 'nobody' | 'late'> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => resolve('nobody'), findMilliseconds)
    if (tabs.length === 0) resolve('nobody')
    for (const tab of tabs) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }: MessageEvent<HookReply>) => {
        clearTimeout(timer)
        if ('taken' in data) timer = setTimeout(() => resolve('late'), flowMilliseconds)
        else resolve(data)
      }
      tab.postMessage(call, [port2])
    }
  })
}

function problem(status: number, code: string, message: string): Response {
  const body = new TextEncoder().encode(JSON.stringify({ code, message }))
  return reply(status, [['content-type', 'application/json']], body)
}

function reply(status: number, given: [string, string][], body: Uint8Array | null): Response {
  const headers = new Headers()
  for (const [name, value] of given) {
    try {
      headers.append(name, value)
    } catch {
      // A header that HTTP does not allow is left out rather than failing the whole answer.
    }
  }
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  const isBodyless = status === 101 || status === 204 || status === 205 || status === 304
  const isValid = Number.isInteger(status) && status >= 200 && status <= 599
  return new Response(isBodyless ? null : (body as Uint8Array<ArrayBuffer> | null), {
    status: isValid ? status : 500,
    headers,
  })
}
