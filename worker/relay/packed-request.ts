// A request as bytes, before they are sealed: what is said about it as a line of JSON, then its body.
import { joined } from '../model/bytes.ts'

export function packRequest(head: object, body: Uint8Array): Uint8Array {
  const line = new TextEncoder().encode(JSON.stringify(head) + '\n')
  return joined([line, body])
}

export function unpackRequest<Head>(packed: Uint8Array): Head & { body: Uint8Array } {
  const end = packed.indexOf(10)
  const head = JSON.parse(new TextDecoder().decode(packed.subarray(0, end))) as Head
  return { ...head, body: packed.slice(end + 1) }
}
