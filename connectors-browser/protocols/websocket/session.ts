// WebSocket by the platform's own: one socket for the calls to an address, one for each trigger.
import type { Arguments } from '../../../relay/arguments.ts'
import type { Consumer, Session } from '../../../relay/session.ts'
import { fault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { PageProtocol } from '../../protocol-link.ts'
import { entityOf, wireOf } from '../../protocol-fields.ts'

/** Messages that wait for the flow; a source that is faster is cut, so that memory does not grow. */
const most = { messages: 1_000, bytes: 64 * 1024 * 1024 }

type Content = string | Uint8Array
type Listener = { message(content: Content): void; closed(why: Fault): void }

const websocket: PageProtocol = async (connection, signal) => {
  const url = connection.line('url')
  const mime = connection.line('contentType', 'application/json')
  const listeners = new Set<Listener>()
  const socket = await open(url, connection.texts('protocols'), signal)
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    const content = typeof data === 'string' ? data : new Uint8Array(data)
    for (const listener of [...listeners]) listener.message(content)
  }
  socket.onclose = ({ code, reason }) => {
    const why = lost(url, code, reason)
    for (const listener of [...listeners]) listener.closed(why)
  }
  const send = (content: Content): void => {
    if (socket.readyState !== WebSocket.OPEN) throw lost(url, 1006, '')
    socket.send(content as string)
  }
  const listen = (listener: Listener): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const session: Session = {
    operations: {
      send: async (values) => {
        send(contentOf(values))
        return {}
      },
      request: async (values, { signal: stop }) => {
        const content = contentOf(values)
        const key = values.text('match', '').trim()
        const wanted = key === '' ? undefined : fieldOf(content, key)
        if (key !== '' && wanted === undefined)
          throw fault('WEBSOCKET:MATCH', `The message has no field ${key}.`, { hint: 'The answer is known by it: put it into the content.' }) // prettier-ignore
        const isAnswer = (answer: Content): boolean => key === '' || fieldOf(answer, key) === wanted
        const answer = await ask({ listen, send: () => send(content), isAnswer, timeout: values.number('timeout', 30_000), stop, url }) // prettier-ignore
        return { payload: entityOf(answer, mimeOf(answer, mime)), attributes: attributes(url, answer) }
      },
    },
    triggers: {
      listen: async (values, consumer) => {
        const textOnly = values.text('kind', 'any') === 'text'
        const hello = values.text('hello', '')
        const begin = (): void => void (hello && send(hello))
        const wanted = (content: Content): boolean => !textOnly || typeof content === 'string'
        const emit = (content: Content) => consumer.emit({ payload: entityOf(content, mimeOf(content, mime)), attributes: attributes(url, content), accept: done, reject: done }) // prettier-ignore
        await handOn({ listen, begin, wanted, emit, consumer })
      },
    },
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: async () => socket.close(1000),
  }
  return session
}
export default websocket

/** The protocol confirms nothing: a message that the flow could not take is gone. */
const done = async (): Promise<void> => {}

function open(url: string, protocols: string[], signal: AbortSignal): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    let socket: WebSocket
    try {
      socket = new WebSocket(url, protocols)
    } catch (thrown) {
      return reject(
        fault('WEBSOCKET:ADDRESS', `"${url.slice(0, 200)}" is not an address of a WebSocket.`, {
          hint: `Write wss://host/path. ${(thrown as Error).message}`,
        }),
      )
    }
    socket.binaryType = 'arraybuffer'
    const refused = (code: 'REFUSED' | 'TIMEOUT'): void => {
      socket.onopen = socket.onerror = socket.onclose = null
      socket.close()
      reject(
        fault(`CONNECT:${code}`, `${url} ${code === 'TIMEOUT' ? 'does not answer' : 'takes no WebSocket'}.`, {
          hint: 'Check the address, and that the server allows this page.',
          data: { url },
        }),
      )
    }
    signal.addEventListener('abort', () => refused('TIMEOUT'), { once: true })
    socket.onopen = () => resolve(socket)
    socket.onerror = () => refused('REFUSED')
    socket.onclose = () => refused('REFUSED')
  }).then((socket) => {
    const opened = socket as WebSocket
    opened.onopen = opened.onerror = opened.onclose = null
    return opened
  })
}

interface Asking {
  listen(listener: Listener): () => void
  send(): void
  isAnswer(content: Content): boolean
  timeout: number
  stop: AbortSignal
  url: string
}
function ask({ listen, send, isAnswer, timeout, stop, url }: Asking): Promise<Content> {
  return new Promise<Content>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      away()
    }
    const fail = (why: unknown): void => {
      end()
      reject(why as Error)
    }
    const late = () => fail(fault('CONNECT:TIMEOUT', `${url} gave no answer within ${timeout} ms.`, { hint: 'Raise the timeout, or look what the server sends.', data: { url, timeout } })) // prettier-ignore
    const timer = setTimeout(late, timeout)
    const away = listen({
      message: (content) => {
        if (!isAnswer(content)) return
        end()
        resolve(content)
      },
      closed: fail,
    })
    stop.addEventListener('abort', () => fail(fault('CORE:CANCELLED', 'The run was stopped.')), {
      once: true,
    })
    try {
      send()
    } catch (thrown) {
      fail(thrown)
    }
  })
}

interface HandingOn {
  listen(listener: Listener): () => void
  begin(): void
  wanted(content: Content): boolean
  emit(content: Content): Promise<void>
  consumer: Consumer
}
/** In order; several at once where the consumer takes them. Rejects when the socket is cut or too much waits. */
function handOn({ listen, begin, wanted, emit, consumer }: HandingOn): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting: Content[] = []
    let bytes = 0
    let busy = 0
    let isOver = false
    const end = (settle: () => void): void => {
      if (isOver) return
      isOver = true
      away()
      settle()
    }
    const pump = (): void => {
      while (!isOver && busy < consumer.parallel && waiting.length > 0) {
        const content = waiting.shift()!
        bytes -= content.length
        busy++
        emit(content)
          .catch((thrown: unknown) =>
            end(() => (consumer.signal.aborted ? resolve() : reject(thrown as Error))),
          )
          .finally(() => {
            busy--
            pump()
          })
      }
    }
    const away = listen({
      message: (content) => {
        if (!wanted(content)) return
        waiting.push(content)
        bytes += content.length
        if (waiting.length > most.messages || bytes > most.bytes) end(() => reject(tooFast()))
        else pump()
      },
      closed: (why) => end(() => reject(why as unknown as Error)),
    })
    consumer.signal.addEventListener('abort', () => end(resolve), { once: true })
    try {
      begin()
    } catch (thrown) {
      end(() => reject(thrown as Error))
    }
  })
}

function contentOf(values: Arguments): Content {
  const { bytes, isText } = wireOf(values.value('content'))
  return isText ? new TextDecoder().decode(bytes) : bytes
}
function mimeOf(content: Content, mime: string): string {
  return typeof content === 'string' || mime !== 'application/json' ? mime : 'application/octet-stream'
}
function fieldOf(content: Content, name: string): string | undefined {
  try {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[name]
    return value === undefined ? undefined : JSON.stringify(value)
  } catch {
    return undefined
  }
}
function attributes(url: string, content: Content): Map<Value, Value> {
  return new Map<Value, Value>([
    ['url', url],
    ['binary', typeof content !== 'string'],
  ])
}
function lost(url: string, code: number, reason: string): Fault {
  return fault('CONNECT:LOST', `The WebSocket of ${url} was closed (${code}${reason ? ` ${reason}` : ''}).`, {
    hint: 'Retry it with Until Successful; a trigger connects again by itself.',
    data: { url, code, reason },
  })
}
function tooFast(): Fault {
  return fault('WEBSOCKET:OVERFLOW', `More than ${most.messages} messages or 64 MiB wait for the flow.`, {
    hint: 'Let it take several at once, or ask the server for less.',
  })
}
