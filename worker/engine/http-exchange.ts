// One HTTP exchange by `fetch`, as the door of a host: redirects with every hop checked where the platform allows it, a
// limit on the answer's bytes while they stream, and one Fault for each way it can fail.
import type { HttpRequest, HttpResponse } from '../model/context.ts'
import { fault, type Fault } from '../model/fault.ts'

export interface ExchangeTools {
  fetch: typeof fetch
  /** Node shows redirects to its caller; a browser follows them itself. */
  manualRedirects: boolean
}

const redirectStatus = new Set([301, 302, 303, 307, 308])

export async function exchange(
  tools: ExchangeTools,
  request: HttpRequest,
  mayReach: (url: URL) => void,
  signal: AbortSignal,
): Promise<HttpResponse> {
  if (request.body && request.body.length > request.maxBytes)
    throw tooLarge('request', request, request.body.length)
  const stop = new AbortController()
  const cancel = () => stop.abort()
  signal.addEventListener('abort', cancel)
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    stop.abort()
  }, request.timeout)
  try {
    return await follow(tools, request, mayReach, stop.signal)
  } catch (thrown) {
    if (timedOut)
      throw fault(
        'HTTP:TIMEOUT',
        `${request.method} ${request.url} gave no complete answer in ${request.timeout} ms.`,
        {
          hint: 'Raise the timeout of the step, or retry it with Until Successful.',
          data: { url: request.url, timeout: request.timeout },
        },
      )
    throw thrown
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
}

async function follow(
  tools: ExchangeTools,
  request: HttpRequest,
  mayReach: (url: URL) => void,
  signal: AbortSignal,
): Promise<HttpResponse> {
  let { method, body, headers } = request
  let url = addressOf(request.url)
  for (let hops = 0; ; hops++) {
    mayReach(url)
    const response = await call(tools, { ...request, method, body, headers, url: url.href }, signal)
    const location = response.headers.get('location')
    const goesOn = tools.manualRedirects && redirectStatus.has(response.status) && location !== null
    if (!goesOn || request.redirects === 0) return await read(response, request, signal)
    await response.body?.cancel()
    if (hops >= request.redirects)
      throw fault('HTTP:REDIRECTS', `${request.url} redirects more than ${request.redirects} times.`, {
        hint: 'Raise the number of redirects of the step.',
      })
    const next = addressOf(location, url)
    const becomesGet = response.status === 303 || (response.status < 303 && method === 'POST')
    if (becomesGet && method !== 'HEAD') {
      method = 'GET'
      body = undefined
      headers = headers.filter(([name]) => !/^content-/i.test(name))
    }
    if (next.origin !== url.origin)
      headers = headers.filter(([name]) => !/^(authorization|cookie)$/i.test(name))
    url = next
  }
}

async function call(tools: ExchangeTools, request: HttpRequest, signal: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await tools.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body as BodyInit | undefined,
      redirect: tools.manualRedirects || request.redirects === 0 ? 'manual' : 'follow',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    })
  } catch (thrown) {
    if (signal.aborted) throw thrown
    throw unreachable(request, thrown)
  }
  if (response.type === 'opaqueredirect')
    throw fault('HTTP:REDIRECTS', `${request.url} redirects, and a browser does not show where to.`, {
      hint: 'Allow redirects in the step.',
      data: { url: request.url },
    })
  return response
}

async function read(response: Response, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const headers: [string, string][] = []
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers.push([name, value])
  })
  for (const cookie of response.headers.getSetCookie?.() ?? []) headers.push(['set-cookie', cookie])
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > request.maxBytes && request.method !== 'HEAD') {
    await response.body?.cancel().catch(() => {})
    throw tooLarge('answer', request, announced)
  }
  return {
    status: response.status,
    reason: response.statusText,
    headers,
    body: await readBody(response, request, signal),
    url: response.url || request.url,
  }
}

async function readBody(response: Response, request: HttpRequest, signal: AbortSignal): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array()
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > request.maxBytes) {
        await reader.cancel().catch(() => {})
        throw tooLarge('answer', request, size)
      }
      chunks.push(value)
    }
  } catch (thrown) {
    if (signal.aborted || size > request.maxBytes) throw thrown
    throw fault(
      'HTTP:INCOMPLETE',
      `The answer of ${request.method} ${request.url} broke off after ${size} bytes.`,
      {
        hint: 'Retry it with Until Successful.',
        data: { url: request.url, bytes: size },
      },
    )
  }
  if (chunks.length === 1) return chunks[0]!
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function addressOf(text: string, base?: URL): URL {
  let url: URL | undefined
  try {
    url = new URL(text, base)
  } catch {
    // Said below, with the other addresses that cannot be called.
  }
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw fault('HTTP:BAD_URL', `${JSON.stringify(text)} is not an address of http or https.`, {
      hint: 'Write https://…, or give the step a connection with a base URL.',
      data: { url: text },
    })
  return url
}

function tooLarge(what: string, request: HttpRequest, bytes: number): Fault {
  return fault(
    'HTTP:TOO_LARGE',
    `The ${what} of ${request.method} ${request.url} is larger than ${request.maxBytes} bytes.`,
    { hint: 'Ask for less, page by page.', data: { url: request.url, bytes, limit: request.maxBytes } },
  )
}

function unreachable(request: HttpRequest, thrown: unknown): Fault {
  const cause =
    thrown instanceof Error ? (thrown.cause as { code?: string; message?: string } | undefined) : undefined
  const why = cause?.code ?? cause?.message ?? (thrown instanceof Error ? thrown.message : String(thrown))
  return fault(
    'HTTP:UNREACHABLE',
    `${request.method} ${request.url} got no answer (${why}): nothing listens there, or it does not allow this page (CORS).`,
    {
      hint: 'Check the address. An API without CORS is reached through the relay.',
      data: { url: request.url, why },
    },
  )
}
