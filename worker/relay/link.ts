// Channels over one WebSocket, the same on both sides. Frames are numbered by their order and kept until the other side says
// that it has them: when the socket is cut, the next one goes on where it was, and no channel notices. What is sent in one turn of the
// event loop goes as one message.
import { fault, isFault, type Fault } from '../model/fault.ts'
import { Channel } from './channel.ts'
import { maxFrame, readFrame, readMessage, writeFrame, writeMessage, type ChannelFrame, type Header, type Opening } from './frame.ts' // prettier-ignore

export interface LinkSocket {
  send(bytes: Uint8Array): void
  close(): void
}

export interface LinkOptions {
  /** Bytes of one value. */
  maxValue: number
  /** Channels at once. */
  maxChannels: number
  /** The relay's side: what the studio opens. */
  opened?(channel: Channel): void
  /** The other side broke the rules; the link is closed. */
  broken?(failure: Fault): void
}

/** The other side is told what has come at least this often. */
const tellFrames = 32
const tellBytes = 256 * 1024
/** Kept frames; more means that the other side tells nothing. */
const maxKept = 64 * 1024 * 1024

export class Link {
  readonly #options: LinkOptions
  readonly #channels = new Map<number, Channel>()
  #socket: LinkSocket | undefined
  #kept: Uint8Array[] = []
  #keptBytes = 0
  /** Number of the first kept frame. */
  #keptFrom = 0
  #got = 0
  #untoldFrames = 0
  #untoldBytes = 0
  #nextId = 1
  /** What goes with the next message. */
  #outbox: Uint8Array[] = []
  #outboxBytes = 0
  #isWaiting = false

  constructor(options: LinkOptions) {
    this.#options = options
  }

  /** Frames received so far: what a resume says. */
  get got(): number {
    return this.#got
  }
  get channels(): number {
    return this.#channels.size
  }
  get isCut(): boolean {
    return this.#socket === undefined
  }

  /** Goes on over this socket; `otherGot` frames had arrived at the other side. */
  attach(socket: LinkSocket, otherGot: number): void {
    this.#socket = socket
    this.#forget(otherGot)
    this.#outbox = []
    this.#outboxBytes = 0
    for (const frame of this.#kept) this.#out(frame)
    this.#flush()
  }

  /** The socket is gone; what is sent now waits for the next one. */
  cut(): void {
    this.#socket = undefined
  }

  /** Ends every channel. */
  close(failure: Fault): void {
    this.#flush()
    const socket = this.#socket
    this.#socket = undefined
    for (const channel of [...this.#channels.values()]) channel.lose(failure)
    this.#kept = []
    socket?.close()
  }

  open(about: Opening): Channel {
    if (this.#channels.size >= this.#options.maxChannels)
      throw fault('RELAY:BUSY', `The relay link has ${this.#options.maxChannels} calls under way.`, {
        hint: 'Do less at once: lower the number of parallel branches.',
      })
    const id = this.#nextId++
    const channel = this.#add(id, about)
    this.#post({ t: 'open', ch: id, about })
    return channel
  }

  /** A WebSocket message. */
  take(message: Uint8Array): void {
    try {
      for (const frame of readMessage(message)) {
        const { header, body } = readFrame(frame)
        this.#take(header, body, frame.length)
      }
    } catch (thrown) {
      const failure = isFault(thrown) ? thrown : fault('RELAY:FRAME', 'The relay link broke its rules.')
      this.close(failure)
      this.#options.broken?.(failure)
    }
  }

  #take(header: Header, body: Uint8Array, size: number): void {
    if ('got' in header && header.got !== undefined) this.#forget(header.got)
    if (!('ch' in header)) return
    this.#got++
    this.#untoldFrames++
    this.#untoldBytes += size
    if (header.t === 'open') this.#opened(header.ch, header.about)
    // A frame for a channel that has ended here was on its way.
    else this.#channels.get(header.ch)?.take(header, body)
    if (this.#untoldFrames >= tellFrames || this.#untoldBytes >= tellBytes) {
      this.#told()
      this.#out(writeFrame({ t: 'got', got: this.#got }))
    }
  }

  #opened(id: number, about: Opening): void {
    const { opened, maxChannels } = this.#options
    if (!opened || this.#channels.has(id) || typeof about !== 'object')
      throw fault('RELAY:FRAME', 'A channel was opened that cannot be.')
    const busy = this.#channels.size >= maxChannels
    const channel = this.#add(id, about)
    if (busy) channel.fail(fault('RELAY:BUSY', `The relay link has ${maxChannels} calls under way.`))
    else opened(channel)
  }

  #add(id: number, about: Opening): Channel {
    const channel = new Channel(
      id,
      about,
      this.#options.maxValue,
      (frame, body) => this.#post(frame, body),
      () => this.#channels.delete(id),
      () => this.isCut,
    )
    this.#channels.set(id, channel)
    return channel
  }

  #post(frame: ChannelFrame, body?: Uint8Array): void {
    const bytes = writeFrame({ ...frame, got: this.#got }, body)
    this.#told()
    this.#kept.push(bytes)
    this.#keptBytes += bytes.length
    this.#out(bytes)
    if (this.#keptBytes > maxKept)
      this.close(fault('RELAY:LOST', 'The other side of the relay link takes nothing any more.'))
  }

  #out(frame: Uint8Array): void {
    if (this.#socket === undefined) return
    if (this.#outboxBytes + frame.length > maxFrame / 2) this.#flush()
    this.#outbox.push(frame)
    this.#outboxBytes += frame.length
    if (this.#isWaiting) return
    this.#isWaiting = true
    soon(() => {
      this.#isWaiting = false
      this.#flush()
    })
  }

  #flush(): void {
    const frames = this.#outbox
    if (frames.length === 0) return
    this.#outbox = []
    this.#outboxBytes = 0
    this.#socket?.send(writeMessage(frames))
  }

  #told(): void {
    this.#untoldFrames = 0
    this.#untoldBytes = 0
  }

  #forget(got: number): void {
    const count = got - this.#keptFrom
    if (!Number.isInteger(got) || count > this.#kept.length)
      throw fault('RELAY:FRAME', 'The other side has frames that were never sent.')
    if (count <= 0) return
    for (const frame of this.#kept.splice(0, count)) this.#keptBytes -= frame.length
    this.#keptFrom = got
  }
}

/** When what is ready to run now has run. In a page a task would come late: messages of the socket stand in the same line. */
const soon: (work: () => void) => void = typeof setImmediate === 'function' ? setImmediate : queueMicrotask
