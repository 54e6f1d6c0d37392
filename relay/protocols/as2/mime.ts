// MIME entities as bytes (RFC 2045, 2046): what is signed is signed byte for byte, so nothing is written anew.
import { fault } from '../../../worker/model/fault.ts'

/** Names in lower case. */
export type Headers = Map<string, string>

export interface MimeEntity {
  headers: Headers
  /** Headers, the empty line and the body, as they came. */
  whole: Buffer
  body: Buffer
}

const mostHeaders = 65_536
const mostParts = 20

/** Throws AS2:MIME. */
export function parseEntity(whole: Buffer): MimeEntity {
  const end = headEnd(whole)
  if (end === undefined || end.from > mostHeaders) throw wrong('has no end of its headers')
  return { headers: parseHeaders(whole.subarray(0, end.from).toString('latin1')), whole, body: whole.subarray(end.to) } // prettier-ignore
}

/** Of an entity whose headers travelled elsewhere, such as in those of HTTP. */
export function entityOf(headers: Headers, body: Buffer): MimeEntity {
  const lines = [...headers].filter(([name]) => /^content-|^mime-version$/.test(name))
  return { headers, whole: Buffer.concat([headBytes(lines), body]), body }
}

/** Headers and a body as bytes. */
export function writeEntity(headers: [string, string][], body: Buffer): Buffer {
  return Buffer.concat([headBytes(headers), body])
}
function headBytes(headers: [string, string][]): Buffer {
  return Buffer.from(headers.map(([name, value]) => `${name}: ${value}\r\n`).join('') + '\r\n', 'latin1')
}

function headEnd(bytes: Buffer): { from: number; to: number } | undefined {
  // Without any header the empty line comes first.
  if (bytes.subarray(0, 2).equals(Buffer.from('\r\n'))) return { from: 0, to: 2 }
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { from: crlf, to: crlf + 4 }
  return lf >= 0 ? { from: lf, to: lf + 2 } : undefined
}

export function parseHeaders(text: string): Headers {
  const headers: Headers = new Map()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** `a/b; name="value"` in its parts; type and names in lower case. */
export function parseContentType(text = ''): { type: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>()
  for (const [, name, quoted, plain] of text.matchAll(/;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g))
    parameters.set(name!.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '') // prettier-ignore
  return { type: (text.split(';')[0] ?? '').trim().toLowerCase(), parameters }
}

/** The parts between the lines of the boundary; the line break before a boundary belongs to it (RFC 2046 5.1.1). */
export function partsOf(body: Buffer, boundary: string): Buffer[] {
  if (boundary === '' || boundary.length > 200) throw wrong('has no boundary')
  const line = Buffer.from('--' + boundary, 'latin1')
  const parts: Buffer[] = []
  let from: number | undefined
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue
    if (from !== undefined) {
      const isCrlf = at >= 2 && body[at - 2] === 0x0d
      parts.push(body.subarray(from, Math.max(from, at - (isCrlf ? 2 : 1))))
      if (parts.length > mostParts) throw wrong('has too many parts')
    }
    const after = at + line.length
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return parts
    const next = body.indexOf(0x0a, after)
    if (next < 0) break
    from = next + 1
  }
  throw wrong('ends before its last boundary')
}

/** The body without its transfer encoding. */
export function decoded({ headers, body }: MimeEntity): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? 'binary').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return quotedPrintable(body)
  return body
}

function quotedPrintable(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/[ \t]*=\r?\n/g, '')
  return Buffer.from(text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1') // prettier-ignore
}

function wrong(how: string) {
  return fault('AS2:MIME', `A MIME message ${how}.`, { hint: 'It may have been cut on its way.' })
}
