// What may be sent twice: methods by RFC 9110, 9.2; others with a key by which the target knows a repeat.
import type { HttpRequest } from '../model/context.ts'

/** They change nothing (safe methods). */
export const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Twice has the effect of once (idempotent methods). */
export const repeatableMethods: ReadonlySet<string> = new Set([...readingMethods, 'PUT', 'DELETE'])

/**
 * The request with an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header), the same for the same place of a run: 22
 * characters. One that the flow sets itself stays.
 */
export async function withKey(request: HttpRequest, place: string): Promise<HttpRequest> {
  if (request.headers.some(([name]) => name.toLowerCase() === 'idempotency-key')) return request
  return { ...request, headers: [...request.headers, ['Idempotency-Key', await keyOf(place)]] }
}

export async function keyOf(place: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(place)))
  const base64 = btoa(String.fromCharCode(...digest))
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22)
}
