// One HTTP exchange by the platform's fetch: the same in a worker and in Node. Bounded in time and bytes; whatever goes
// wrong is a Fault HTTP:… that says what to do next.
import type { HttpRequest, HttpResponse } from './model/context.ts'
import { fault, isFault, type Fault } from './model/fault.ts'

export interface ExchangeOptions {
  /** `platform`: fetch follows redirects (a browser shows no address of them); `here`: each address is asked for first. */
  redirects: 'platform' | 'here'
  fetch?: typeof fetch
}

const redirecting = [301, 302, 303, 307, 308]

/**
 * `mayReach` throws for an address that is not granted. Faults: HTTP:TIMEOUT, HTTP:UNREACHABLE, HTTP:INCOMPLETE,
 * HTTP:TOO_LARGE, HTTP:REDIRECTS, HTTP:URL, CORE:CANCELLED.
 */
export async function exchange(
  request: HttpRequest,
  mayReach: (url: URL) => void,
  signal: AbortSignal,
  options: ExchangeOptions,
): Promise<HttpResponse> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), request.timeout)
  const stop = (): void => deadline.abort()
  signal.addEventListener('abort', stop)
  try {
    if (signal.aborted) throw cancelled()
    return await follow(request, mayReach, deadline.signal, options)
  } catch (thrown) {
    if (signal.aborted) throw cancelled()
    if (deadline.signal.aborted) {
      throw fault(
        'HTTP:TIMEOUT',
        `${request.method} ${request.url} gave no answer within ${request.timeout} ms.`,
        {
          hint: 'Set a longer timeout on the step, or retry with Until Successful.',
          data: { timeout: request.timeout, url: request.url },
        },
      )
    }
    throw isFault(thrown) ? thrown : unreachable(request, thrown)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

async function follow(
  request: HttpRequest,
  mayReach: (url: URL) => void,
  signal: AbortSignal,
  options: ExchangeOptions,
): Promise<HttpResponse> {
  let { method, body, headers } = request
  let url = parseUrl(request.url)
  for (let hop = 0; ; hop++) {
    mayReach(url)
    const answer = await (options.fetch ?? fetch)(url, {
      method,
      headers: sendable(headers),
      body: method === 'GET' || method === 'HEAD' ? undefined : (body as Uint8Array<ArrayBuffer> | undefined),
      redirect:
        options.redirects === 'platform' && request.redirects > 0 && !request.bound ? 'follow' : 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    })
    if (answer.type === 'opaqueredirect')
      throw request.bound ? boundRedirect(request) : tooManyRedirects(request)
    if (answer.redirected) mayReach(new URL(answer.url))
    const location = answer.headers.get('location')
    if (
      !redirecting.includes(answer.status) ||
      !location ||
      options.redirects === 'platform' ||
      request.redirects === 0
    ) {
      return await received(request, answer, url)
    }
    if (hop >= request.redirects) throw tooManyRedirects(request)
    void answer.body?.cancel().catch(() => {})
    const next = new URL(location, url)
    if (next.origin !== url.origin) headers = headers.filter(([name]) => !isPrivate(name))
    if (answer.status === 303 || ((answer.status === 301 || answer.status === 302) && method === 'POST')) {
      method = method === 'HEAD' ? 'HEAD' : 'GET'
      body = undefined
      headers = headers.filter(([name]) => !/^content-/i.test(name))
    }
    url = next
  }
}

async function received(request: HttpRequest, answer: Response, url: URL): Promise<HttpResponse> {
  const body = await readBody(request, answer)
  return {
    status: answer.status,
    reason: answer.statusText,
    headers: [...answer.headers] as [string, string][],
    body,
    url: answer.url || url.href,
  }
}

async function readBody(request: HttpRequest, answer: Response): Promise<Uint8Array> {
  const announced = Number(answer.headers.get('content-length') ?? 0)
  if (announced > request.maxBytes) {
    void answer.body?.cancel().catch(() => {})
    throw tooLarge(request, announced)
  }
  if (!answer.body) return new Uint8Array()
  const reader = answer.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch((thrown) => {
      throw thrown instanceof DOMException && thrown.name === 'AbortError'
        ? thrown
        : incomplete(request, size)
    })
    if (done) break
    size += value.length
    if (size > request.maxBytes) {
      void reader.cancel().catch(() => {})
      throw tooLarge(request, size)
    }
    parts.push(value)
  }
  if (parts.length === 1) return parts[0]!
  const body = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return body
}

function parseUrl(text: string): URL {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw fault('HTTP:URL', `"${text.slice(0, 200)}" is not an address.`, {
      hint: 'Write https://host/path, or choose a connection and write the path alone.',
    })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw fault('HTTP:URL', `${url.protocol} is not a protocol of HTTP Request.`, {
      hint: 'Use http: or https:.',
    })
  }
  return url
}

function sendable(headers: [string, string][]): Headers {
  const made = new Headers()
  for (const [name, value] of headers) {
    try {
      made.append(name, value)
    } catch {
      throw fault('HTTP:HEADER', `The header ${JSON.stringify(name.slice(0, 100))} cannot be sent.`, {
        hint: 'Names have letters, digits and -; values have no line breaks and no letters beyond Latin-1.',
      })
    }
  }
  return made
}

/** What is meant for one origin does not follow to another. */
function isPrivate(name: string): boolean {
  return /^(authorization|cookie|proxy-authorization)$/i.test(name)
}

function cancelled(): Fault {
  return fault('CORE:CANCELLED', 'The run was stopped.')
}
function incomplete(request: HttpRequest, size: number): Fault {
  return fault('HTTP:INCOMPLETE', `The answer of ${request.url} broke off after ${size} bytes.`, {
    hint: 'Nothing of it is used. Retry with Until Successful.',
    data: { url: request.url, bytes: size },
  })
}
function tooLarge(request: HttpRequest, size: number): Fault {
  return fault('HTTP:TOO_LARGE', `The answer of ${request.url} is larger than ${request.maxBytes} bytes.`, {
    hint: 'Ask for less at once, e.g. page by page.',
    data: { url: request.url, bytes: size, limit: request.maxBytes },
  })
}
function tooManyRedirects(request: HttpRequest): Fault {
  return fault('HTTP:REDIRECTS', `${request.url} redirects more often than ${request.redirects} times.`, {
    hint: 'Allow more redirects on the step, or write the final address.',
    data: { url: request.url, redirects: request.redirects },
  })
}
function boundRedirect({ url }: HttpRequest): Fault {
  return fault(
    'HTTP:REDIRECTS',
    `${url} redirects, and the request carries a secret that is bound to hosts.`,
    {
      hint: 'A browser does not tell where to. Write the final address, or send it by the relay.',
      data: { url },
    },
  )
}
/** A browser does not say which of these it was. */
function unreachable(request: HttpRequest, thrown: unknown): Fault {
  const cause = (thrown as { cause?: { code?: string } })?.cause?.code
  const why = cause ? ` (${cause})` : ''
  return fault('HTTP:UNREACHABLE', `${request.method} ${request.url} could not be reached${why}.`, {
    hint: 'Either nothing answers at this address, or it does not allow calls from web pages (CORS). A relay helps with the latter.',
    data: { url: request.url, method: request.method },
  })
}
