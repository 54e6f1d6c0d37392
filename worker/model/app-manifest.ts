// An application connector as data: what a SaaS API is, how it is signed on to, which operations it has. One file an
// application; palette, forms, docs, checks and the code that calls it are all made from it.
import type { Field, FaultRow, Shape, Text } from './definition.ts'

export interface AppManifest {
  /** The file's name; operations are `<id>/<operation>`, faults `<ID>:<code>`. */
  id: string
  label: Text
  summary: Text
  /** lucide icon name, kebab-case. */
  icon: string
  /** Extra words the palette's search finds its operations by. */
  keywords?: string
  /** The vendor's page that this file follows. */
  docs: string
  /** How far it was tried: against the vendor's published signature vectors, or only written by the vendor's page. */
  checked: 'vectors' | 'documentation'
  baseUrl: string
  /** Fields of a connection, besides its base URL. */
  fields: Field[]
  auth: Auth
  /** Where a 2xx answer tells of a failure in its body. */
  failure?: AnswerFailure
  /** Errors that the vendor documents, by `<ID>:<code>`. */
  faults: FaultRow[]
  operations: AppOperation[]
}

/** A sign-on: the scheme is a file of `connectors-browser/auth/`, the rest its options. */
export interface Auth {
  scheme: string
  [option: string]: unknown
}

export interface AnswerFailure {
  /** Name in the JSON body that holds the code. Absent in an answer: it went well. */
  code: string
  /** Codes that are no failure, as text. */
  ok: string[]
  /** Name in the JSON body that holds the words. */
  message: string
}

export interface AppOperation {
  id: string
  label: Text
  summary: Text
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** After the base URL; `{name}` is the argument of that name, encoded for a path. */
  path: string
  fields: AppField[]
  /** Header fields that every call has. */
  headers?: Record<string, string>
  /** `json` (default) or `form`. */
  bodyType?: 'json' | 'form'
  /**
   * DataWay expression for the body, where it is more than the `body` arguments by name. Arguments are `msg.vars[…]`, the
   * connection's plain fields `msg.vars['properties'][…]`.
   */
  body?: string
  /** DataWay expression for the result; `msg` is the answer (payload, attributes) with the same variables. Default: the body. */
  result?: string
  /**
   * DataWay expression over an answer: a dict of query arguments for the next page, or None after the last. The results are
   * lists and joined, at most `maxItems` (a field every paged operation has).
   */
  nextPage?: string
  output?: Shape
  examples: AppExample[]
}

export interface AppField extends Field {
  /** Where the argument goes. Default: in the query of a GET or DELETE, else in the body. `none`: only to expressions. */
  in?: 'path' | 'query' | 'header' | 'body' | 'none'
}

/** Shown in the docs; run as a test against a server that checks the request and gives the answer. */
export interface AppExample {
  title: Text
  connection?: Record<string, string>
  arguments: Record<string, unknown>
  /** What must arrive. Query and headers: at least these. */
  request: { path: string; query?: Record<string, string>; headers?: Record<string, string>; body?: unknown }
  answer: { status: number; headers?: Record<string, string>; body: unknown }
  result?: unknown
  fault?: string
}
