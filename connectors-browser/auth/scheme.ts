// What a sign-on scheme is: it gets a request and sends it signed. It runs inside the recorded effect, so that no secret
// stands in a record and a replay needs none.
import type { HttpRequest, HttpResponse, SigningWorld } from '../../worker/model/context.ts'
import type { Auth } from '../../worker/model/app-manifest.ts'

export interface SignOn {
  request: HttpRequest
  /** The connection's values, secrets in plain. */
  connection: Readonly<Record<string, string | number | boolean | null>>
  options: Auth
  world: SigningWorld
}

/** Sends the request with what shows who it is from. Rejects with a Fault `AUTH:…` or what sending rejects with. */
export type Scheme = (signOn: SignOn) => Promise<HttpResponse>

/** A value of the connection as text; empty where it is not set. */
export function value({ connection }: SignOn, name: unknown): string {
  return String(connection[String(name)] ?? '')
}

export function withQuery(url: string, query: Record<string, string>): string {
  const made = new URL(url)
  for (const [name, text] of Object.entries(query)) made.searchParams.set(name, text)
  return made.href
}

export function withHeaders(request: HttpRequest, headers: [string, string][]): HttpRequest {
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  return {
    ...request,
    headers: [...request.headers.filter(([name]) => !names.has(name.toLowerCase())), ...headers],
  }
}
