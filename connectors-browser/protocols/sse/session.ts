// Server-sent events by fetch: connects again where the stream ends, with the id of the last event that a flow has done.
import type { Arguments } from '../../../relay/arguments.ts'
import type { Consumer } from '../../../relay/session.ts'
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import { pause } from '../../../worker/model/subscription.ts'
import type { Value } from '../../../worker/model/value.ts'
import { entityOf } from '../../protocol-fields.ts'
import type { PageProtocol } from '../../protocol-link.ts'
import { EventParser, type ServerEvent } from './parser.ts'

const maxEvent = 16 * 1024 * 1024
const usualRetry = 3_000
const longestRetry = 60_000

const sse: PageProtocol = async (connection, signal) => {
  const url = connection.line('url')
  const mime = connection.line('contentType', 'application/json')
  // Whether it lets us in is known before a trigger waits for its first event.
  const first = await open(connection, '', signal)
  await first.body?.cancel()
  return {
    operations: {},
    triggers: {
      listen: async (values, consumer) => {
        const wanted = new Set(values.texts('events'))
        let done = ''
        const parser = { retry: usualRetry }
        while (!consumer.signal.aborted) {
          const answer = await open(connection, done, consumer.signal)
          for await (const event of eventsOf(answer, url, consumer, parser)) {
            if (wanted.size > 0 && !wanted.has(event.event)) continue
            const accept = async (): Promise<void> => void (done = event.id)
            await consumer.emit({ payload: entityOf(event.data, mime), attributes: attributesOf(event), accept, reject: accept }) // prettier-ignore
          }
          await pause(parser.retry, consumer.signal)
        }
      },
    },
    isOpen: () => true,
    close: async () => {},
  }
}
export default sse

async function* eventsOf(
  answer: Response,
  url: string,
  { signal }: Consumer,
  told: { retry: number },
): AsyncGenerator<ServerEvent> {
  const parser = new EventParser(maxEvent)
  const reader = answer.body!.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const events = parser.take(value)
      if (parser.retry !== undefined) told.retry = Math.min(parser.retry, longestRetry)
      yield* events
    }
  } catch (thrown) {
    if (signal.aborted || isFault(thrown)) throw thrown
    if (thrown instanceof RangeError)
      throw fault('SSE:TOO_LARGE', `${url} sent an event of more than 16 MiB.`, { hint: 'Ask the server for smaller events.' }) // prettier-ignore
    // Cut in the middle: what was begun comes again, for the server knows the last id.
  } finally {
    await reader.cancel().catch(() => {})
  }
}

async function open(connection: Arguments, lastId: string, signal: AbortSignal): Promise<Response> {
  const url = connection.line('url')
  const headers = new Headers({ Accept: 'text/event-stream' })
  const auth = connection.line('auth', 'none')
  if (auth === 'bearer') headers.set('Authorization', `Bearer ${connection.line('token')}`)
  if (auth === 'header') headers.set(connection.line('header', 'X-Api-Key'), connection.line('token'))
  if (lastId) headers.set('Last-Event-ID', encodedId(lastId))
  let answer: Response
  try {
    answer = await fetch(url, { headers, signal, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' }) // prettier-ignore
  } catch (thrown) {
    throw signal.aborted
      ? fault('CONNECT:TIMEOUT', `${url} does not answer.`, { hint: 'Look at the server.', data: { url } })
      : refused(url, (thrown as Error).message)
  }
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status === 200 && /^text\/event-stream\b/i.test(type)) return answer
  await answer.body?.cancel()
  throw fault(
    'SSE:STATUS',
    `${url} answered ${answer.status} ${type || 'without a type'}, not with events.`,
    {
      hint:
        answer.status === 204
          ? 'The server wants no more readers.'
          : 'Check the address and who it is read as.',
      data: { url, status: answer.status },
    },
  )
}

/** Headers of fetch hold bytes: text goes as UTF-8. */
function encodedId(id: string): string {
  return String.fromCharCode(...new TextEncoder().encode(id))
}
function attributesOf({ event, id }: ServerEvent): Map<Value, Value> {
  return new Map<Value, Value>([
    ['event', event],
    ['id', id],
  ])
}
function refused(url: string, why: string): Fault {
  return fault('CONNECT:REFUSED', `${url} could not be read: ${why}.`, {
    hint: 'Either nothing answers there, or it does not allow web pages (CORS).',
    data: { url },
  })
}
