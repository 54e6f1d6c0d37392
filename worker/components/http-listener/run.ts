// HTTP Listener: the request is the message; when the flow is done, its last message makes the answer.
import type { Context, Reply } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, isFault, withPlace, type Fault } from '../../model/fault.ts'
import type { Message } from '../../model/message.ts'
import { passThrough } from '../pass-through.ts'

export default passThrough

/** The Content-Type is the body's own and overrides a header of that name. */
export function reply(message: Message, context: Context, failed?: Fault): Reply {
  const [status, body, headers] = failed
    ? ['errorStatus', 'errorBody', 'errorHeaders']
    : ['status', 'body', 'headers']
  const content = evaluated('HTTP:LISTENER_BODY_EVAL_ERROR', () => context.field(body!, message) ?? Data.none)
  const { bytes, mime } =
    content.value === null ? { bytes: new Uint8Array(), mime: '' } : context.bytes(content)
  const rows = evaluated('HTTP:LISTENER_HEADERS_EVAL_ERROR', () => context.rows(headers!, message))
  const lines: [string, string][] = []
  for (const [name, value] of rows) {
    if (mime && name.toLowerCase() === 'content-type') continue
    const list = Array.isArray(value.value) ? value.value.map((one) => Data.of(one)) : [value]
    for (const one of list) lines.push([name, context.text(one)])
  }
  if (mime) lines.push(['content-type', mime])
  return { status: statusOf(context, status!, message), headers: lines, body: bytes }
}

function statusOf(context: Context, name: string, message: Message): number {
  const status = evaluated('HTTP:LISTENER_BODY_EVAL_ERROR', () => context.field(name, message)?.value)
  const number = typeof status === 'string' && /^\d{3}$/.test(status.trim()) ? Number(status) : status
  if (typeof number === 'number' && number >= 200 && number <= 599) return number
  throw fault('HTTP:SYSTEM_ERROR', `${String(status)} is not a status from 200 to 599.`, {
    at: { field: name },
  })
}

function evaluated<T>(code: string, go: () => T): T {
  try {
    return go()
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    throw withPlace({ ...thrown, code, cause: thrown }, thrown.at ?? {})
  }
}
