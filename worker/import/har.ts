// HTTP archives (HAR 1.2, w3c.github.io/web-performance/specs/HAR) as requests with the answers that were recorded. What a page
// loads besides (pictures, scripts, styles, fonts) is found but not chosen.
import { fromBase64 } from '../model/base64.ts'
import { fault } from '../model/fault.ts'
import { nameOf, parted, takeAuthorization } from './curl.ts'
import {
  maxAnswerBytes,
  maxRequests,
  type Found,
  type FoundAnswer,
  type FoundRequest,
  type Note,
} from './found.ts'

interface HarPair {
  name: string
  value: string
}
interface HarEntry {
  request?: {
    method?: string
    url?: string
    headers?: HarPair[]
    postData?: { mimeType?: string; text?: string; params?: HarPair[] }
  }
  response?: {
    status?: number
    headers?: HarPair[]
    content?: { mimeType?: string; text?: string; encoding?: string }
  }
}

/** Of the transport, or of the page that made the request: no business of a step. */
const dropped = /^(:|host$|content-length$|connection$|accept-encoding$|user-agent$|referer$|origin$|cookie$|sec-|dnt$|upgrade-insecure|pragma$|cache-control$|if-|te$|priority$|accept-language$)/i // prettier-ignore
const minor = /^(image|font|video|audio)\/|^text\/(css|html|javascript)|javascript|wasm/

export function isHar(value: unknown): boolean {
  return Array.isArray((value as { log?: { entries?: unknown } } | null)?.log?.entries)
}

/** Throws IMPORT:HAR where there is no request in it. */
export function fromHar(value: unknown): Found {
  const { entries, pages } = (value as { log: { entries: HarEntry[]; pages?: { title?: unknown }[] } }).log
  const notes: Note[] = []
  const seen = { cookies: false }
  const requests = entries.slice(0, maxRequests).flatMap((entry) => {
    const request = requestOf(entry, seen)
    return request ? [request] : []
  })
  if (entries.length > maxRequests) notes.push({ what: 'limit', detail: String(entries.length - maxRequests) }) // prettier-ignore
  if (seen.cookies) notes.push({ what: 'cookies', detail: '' })
  if (requests.length === 0)
    throw fault('IMPORT:HAR', 'The archive has no HTTP request.', {
      hint: 'Record again with the network panel open, then save all as HAR.',
    })
  const title = pages?.[0]?.title
  return { kind: 'har', title: typeof title === 'string' && title ? title : new URL(requests[0]!.url).host, requests, notes } // prettier-ignore
}

function requestOf({ request, response }: HarEntry, seen: { cookies: boolean }): FoundRequest | undefined {
  const { method, url } = request ?? {}
  if (typeof method !== 'string' || typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url))
    return undefined
  const given = pairs(request!.headers)
  if (given.some(([name]) => name.toLowerCase() === 'cookie')) seen.cookies = true
  const headers = given.filter(([name]) => !dropped.test(name))
  const auth = takeAuthorization(headers)
  const { plain, query } = parted(url)
  const found: FoundRequest = { name: '', method: method.toUpperCase(), url: plain, headers, query }
  const body = bodyOf(request!.postData)
  if (body) found.body = body
  if (auth) found.auth = auth
  const answer = answerOf(response)
  if (answer) found.answer = answer
  if (minor.test(answer?.mime ?? '') || method === 'OPTIONS') found.minor = true
  return { ...found, name: nameOf(found) }
}

function bodyOf(data: NonNullable<HarEntry['request']>['postData']): FoundRequest['body'] {
  if (!data) return undefined
  const text = data.text || new URLSearchParams(pairs(data.params)).toString()
  return text ? { text, ...(data.mimeType && { mime: data.mimeType }) } : undefined
}

function answerOf(response: HarEntry['response']): FoundAnswer | undefined {
  const { status, headers, content } = response ?? {}
  if (typeof status !== 'number' || status < 100) return undefined
  const text = content?.text ?? ''
  let bytes: Uint8Array
  try {
    bytes = content?.encoding === 'base64' ? fromBase64(text) : new TextEncoder().encode(text)
  } catch {
    return undefined
  }
  if (bytes.length > maxAnswerBytes) return undefined
  return { status, headers: pairs(headers), mime: content?.mimeType || 'application/octet-stream', bytes }
}

function pairs(list: HarPair[] | undefined): [string, string][] {
  if (!Array.isArray(list)) return []
  return list.flatMap(({ name, value }): [string, string][] =>
    typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
  )
}
