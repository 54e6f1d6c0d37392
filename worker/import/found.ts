// What an importer found in a foreign text: requests, in its own order, with what was answered where that is known.

export interface FoundRequest {
  name: string
  method: string
  /** Absolute; `{id}` in it is a parameter. */
  url: string
  headers: [string, string][]
  /** By name; a value may be a parameter's example. */
  query: [string, string][]
  body?: { text: string; mime?: string }
  auth?: { kind: 'basic'; user: string; password: string } | { kind: 'bearer'; token: string }
  /** Parameters of an API: what a call fills in, with an example. Absent: a request that was made like this. */
  parameters?: { name: string; in: 'path' | 'query' | 'header'; example: string }[]
  answer?: FoundAnswer
  /** Seconds. */
  timeout?: number
  redirects?: number
  /** Not chosen at first: a picture, a script. */
  minor?: boolean
}

export interface FoundAnswer {
  status: number
  headers: [string, string][]
  mime: string
  bytes: Uint8Array
}

export interface Found {
  kind: 'curl' | 'har' | 'openapi'
  title: string
  requests: FoundRequest[]
  /** What was left out or could not be read. */
  notes: Note[]
}

/** A word of `importWords` and what it speaks of. */
export interface Note {
  what: 'option' | 'file' | 'cookies' | 'secret' | 'limit' | 'reference'
  detail: string
}

/** Requests of one import; more are left out and told. */
export const maxRequests = 2_000
/** Bytes of an answer that becomes a mock; a longer one is left out. */
export const maxAnswerBytes = 256 * 1024
