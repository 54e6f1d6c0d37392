// The event stream of the HTML standard, chunk by chunk: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

export interface ServerEvent {
  event: string
  data: string
  /** The last id that was said, also by an earlier event. */
  id: string
}

export class EventParser {
  /** What to say when connecting again. */
  lastId = ''
  /** Milliseconds to wait before connecting again, where the server said. */
  retry: number | undefined
  readonly #decoder = new TextDecoder('utf-8')
  readonly #limit: number
  #rest = ''
  #afterReturn = false
  #event = ''
  #data: string[] = []
  #size = 0

  /** `limit`: characters of one event; throws RangeError beyond. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Events that are complete with this chunk. */
  take(bytes: Uint8Array): ServerEvent[] {
    let text = this.#decoder.decode(bytes, { stream: true })
    // A line end of two characters may be cut in between.
    if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1)
    if (text !== '') this.#afterReturn = text.endsWith('\r')
    const lines = (this.#rest + text).split(/\r\n|\r|\n/)
    this.#rest = lines.pop()!
    if (this.#rest.length + this.#size > this.#limit) throw new RangeError('an event is too large')
    return lines.flatMap((line) => this.#line(line) ?? [])
  }

  #line(line: string): ServerEvent | undefined {
    if (line === '') return this.#dispatch()
    const at = line.indexOf(':')
    if (at === 0) return undefined
    const name = at === -1 ? line : line.slice(0, at)
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '')
    if (name === 'event') this.#event = value
    else if (name === 'data') {
      this.#data.push(value)
      this.#size += value.length
      if (this.#size > this.#limit) throw new RangeError('an event is too large')
    } else if (name === 'id' && !value.includes('\0')) this.lastId = value
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value)
    return undefined
  }

  #dispatch(): ServerEvent | undefined {
    const event = { event: this.#event || 'message', data: this.#data.join('\n'), id: this.lastId }
    const isEmpty = this.#data.length === 0
    this.#event = ''
    this.#data = []
    this.#size = 0
    return isEmpty ? undefined : event
  }
}
