// A protocol that the relay or the page speaks, as data: what a connection needs, which operations and triggers there are, what
// they give. Palette, forms, docs and checks are made from it; the code is session.ts beside it, in relay/protocols/<id>/ or in
// connectors-browser/protocols/<id>/.
import type { Field, FaultRow, Shape, Text } from './definition.ts'
import type { ConnectionValues } from './protocol-link.ts'

export interface ProtocolManifest {
  /** The folder's name; operations are `<id>/<operation>`, faults `<ID>:<name>`. */
  id: string
  label: Text
  summary: Text
  /** lucide icon name, kebab-case. */
  icon: string
  /** Extra words the palette's search finds its operations by. */
  keywords?: string
  /** The specification it follows, and how far it was tried: `against` real servers, or only by its wire. */
  docs: string
  tested: Text
  /** Fields of a connection. `host` and `port` are its target. */
  fields: Field[]
  /** A session serves several calls at once. */
  shares?: boolean
  /** Who speaks it: the relay (default), or the page itself. */
  runs?: 'relay' | 'page'
  /** Which fields name the target that has to be granted. Default `host`, with its `port`. */
  target?: TargetFields
  /** Calls can share a database transaction. */
  transactions?: boolean
  /** No steps of its own in the palette: the engine uses it for another connector. */
  internal?: boolean
  faults: FaultRow[]
  operations: ProtocolOperation[]
  triggers?: ProtocolOperation[]
}

/**
 * `url`: a field with a whole address; `uri`: one with a connection string where `by` says so, else host and port; `none`: it leaves
 * this computer for nowhere.
 */
export type TargetFields = 'host' | 'url' | 'uri' | 'none'

/** Undefined: nothing has to be granted. */
export function targetOf(
  fields: TargetFields | undefined,
  connection: ConnectionValues,
): { host: string; port: string } | undefined {
  if (fields === 'none') return undefined
  if (fields === 'uri' && connection['by'] === 'uri') {
    // The first of several hosts; of MongoDB, which alone has such.
    const [, host = '', port = '27017'] = /^[a-z]+:\/\/(\[[^\]]*\]|[^:,/?@]+)(?::(\d+))?/.exec(String(connection['uri'] ?? '')) ?? [] // prettier-ignore
    return { host: host.replace(/^\[(.*)\]$/, '$1'), port }
  }
  if (fields !== 'url')
    return { host: String(connection['host'] ?? ''), port: String(connection['port'] ?? '') }
  const url = String(connection['url'] ?? '')
  if (!URL.canParse(url)) return { host: '', port: '' }
  const { hostname, port } = new URL(url)
  return { host: hostname, port }
}

export interface ProtocolOperation {
  id: string
  label: Text
  summary: Text
  fields: Field[]
  /** A large result in batches: in the palette a scope that runs its branch for each. */
  stream?: boolean
  /** May be sent again after an unknown outcome: it only reads, or does the same twice. Default false. */
  repeatable?: boolean
  /** Of the payload; of each batch where it streams. */
  output?: Shape
  /** Of the attributes. */
  attributes?: Shape
  /** What the payload looks like afterwards, for the docs. */
  gives: Text
  example?: { arguments: Record<string, unknown>; result: unknown }
}
