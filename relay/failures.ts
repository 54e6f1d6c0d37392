// What goes wrong on the way to a target, as Faults CONNECT:…; the same for every protocol.
import { fault, isFault, type Fault } from '../worker/model/fault.ts'

export interface Where {
  host: string
  port: number
}

const lost = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
])
const slow = new Set([
  'ETIMEDOUT',
  'ETIMEOUT',
  'ESOCKETTIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'CONNECT_TIMEOUT',
  'UPGRADE_TIMEOUT',
])
const unknown = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'])
const refused = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EHOSTDOWN'])

/**
 * `otherwise`: what an error is that says nothing of itself; of a connection that stood it is the loss.
 * CONNECT:NOT_FOUND (no such name), CONNECT:REFUSED, CONNECT:TIMEOUT, CONNECT:TLS, CONNECT:LOST. A Fault stays what it is.
 */
export function connectFault(
  thrown: unknown,
  { host, port }: Where,
  otherwise: 'REFUSED' | 'LOST' = 'REFUSED',
): Fault {
  if (isFault(thrown)) return thrown
  const said = String((thrown as Error)?.message)
  const kind = /time(d )?-?out/i.test(said) ? 'TIMEOUT' : /clos|disconnect|\bend(ed)?\b|terminat|hang|hung|not (connected|available)/i.test(said) ? 'LOST' : otherwise // prettier-ignore
  return transportFault(thrown, { host, port }) ?? connectError(kind, host, port, thrown)
}

/** The same; undefined for an error that is none of the way there. */
export function transportFault(thrown: unknown, { host, port }: Where): Fault | undefined {
  if (isFault(thrown)) return thrown
  const code = codeOf(thrown)
  // A server that speaks no TLS hangs up, or answers with something else.
  if (/before secure TLS connection/.test(String((thrown as Error)?.message)))
    return connectError('TLS', host, port, thrown)
  if (code === undefined) return undefined
  if (unknown.has(code)) return connectError('NOT_FOUND', host, port, thrown)
  if (refused.has(code)) return connectError('REFUSED', host, port, thrown)
  if (slow.has(code)) return connectError('TIMEOUT', host, port, thrown)
  if (lost.has(code)) return connectError('LOST', host, port, thrown)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|EPROTO/.test(code))
    return connectError('TLS', host, port, thrown)
  return undefined
}

/** Of an error, or of the one inside it. */
function codeOf(thrown: unknown): string | undefined {
  for (
    let error = thrown as { code?: unknown; cause?: unknown; errors?: unknown[] } | undefined, i = 0;
    error && i < 5;
    i++
  ) {
    if (typeof error.code === 'string') return error.code
    error = (error.cause ?? error.errors?.[0]) as typeof error
  }
  return undefined
}

const said = {
  NOT_FOUND: ['has no address', 'Check the name of the host.'],
  REFUSED: ['takes no connection', 'Check host and port, and that the server runs.'],
  TIMEOUT: ['does not answer', 'Check host and port; a firewall may be between.'],
  TLS: [
    'and the relay do not agree on TLS',
    'Check whether the port speaks TLS, and the certificate: its name, its end, its issuer.',
  ],
  LOST: ['broke off the connection', 'What was under way has no known outcome. Retry what may be repeated.'],
} as const

export function connectError(kind: keyof typeof said, host: string, port: number, thrown?: unknown): Fault {
  const code = codeOf(thrown)
  return fault(`CONNECT:${kind}`, `${host}:${port} ${said[kind][0]}${code ? ` (${code})` : ''}.`, {
    hint: said[kind][1],
    data: { host, port, ...(code && { code }) },
  })
}
