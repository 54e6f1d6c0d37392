// One conversation over a link: values in both directions, each side sending only as much as the other has room for.
import { joined } from '../model/bytes.ts'
import { fault, type Fault } from '../model/fault.ts'
import type { Value } from '../model/value.ts'
import type { ChannelFrame, Opening } from './frame.ts'
import { pack, unpack } from './packed-value.ts'

/** Bytes a side may send before the other grants more. */
const windowBytes = 1024 * 1024
const partBytes = 256 * 1024
/** Room is granted again when so much was taken: small values cost no frame of their own. */
const grantBytes = 128 * 1024

export class Channel {
  readonly id: number
  readonly about: Opening
  readonly #post: (frame: ChannelFrame, body?: Uint8Array) => void
  readonly #closed: () => void
  readonly #isCut: () => boolean
  readonly #maxValue: number
  #stop: AbortController | undefined
  readonly #lost: ((why: Fault) => void)[] = []

  #room = windowBytes
  #roomCame: (() => void) | undefined
  #sending: Promise<void> = Promise.resolve()
  /** Values that wait for their turn or for room. */
  #unsent = 0
  #ended = false

  #parts: Uint8Array[] = []
  #partsSize = 0
  /** Room that the value under way has used while others wait to be read. */
  #withheld = 0
  #owed = 0
  readonly #values: { value: Value; bytes: number }[] = []
  #wake: (() => void) | undefined
  #otherEnded = false
  #failure: Fault | undefined

  constructor(
    id: number,
    about: Opening,
    maxValue: number,
    post: (frame: ChannelFrame, body?: Uint8Array) => void,
    closed: () => void,
    isCut: () => boolean,
  ) {
    this.id = id
    this.about = about
    this.#maxValue = maxValue
    this.#post = post
    this.#closed = closed
    this.#isCut = isCut
  }

  /** Aborted when the other side gave up, or the link is lost for good. */
  get signal(): AbortSignal {
    // Made for those who ask: most calls are over before anybody would.
    if (!this.#stop) {
      this.#stop = new AbortController()
      if (this.#failure) this.#stop.abort(this.#failure)
    }
    return this.#stop.signal
  }
  /** The link has no socket at the moment; it may come back. */
  get isCut(): boolean {
    return this.#isCut()
  }
  get failure(): Fault | undefined {
    return this.#failure
  }

  /** What `work` gives; rejects before when the other side gave up or the link is lost. The work then goes on alone. */
  whileOpen<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure)
      this.#lost.push(reject)
      work.then(resolve, reject)
    })
  }

  /** Resolves when the value is on its way; one value after another, whoever sends. Rejects when the channel has failed. */
  send(value: Value): Promise<void> {
    return this.#inTurn(value, false)
  }

  /** The same, and nothing more will be sent: a frame less than `send` and `end`. */
  sendLast(value: Value): Promise<void> {
    return this.#inTurn(value, true)
  }

  #inTurn(value: Value, isLast: boolean): Promise<void> {
    const isFirst = this.#unsent++ === 0
    const sent = isFirst ? this.#send(value, isLast) : this.#sending.then(() => this.#send(value, isLast))
    // What found room has gone by now.
    if (this.#unsent > 0) this.#sending = sent.catch(() => {})
    return sent
  }

  /** Nothing more will be sent. */
  end(): void {
    if (this.#unsent > 0) return void this.#sending.then(() => this.end())
    if (this.#ended || this.#failure) return
    this.#post({ t: 'end', ch: this.id })
    this.#hasEnded()
  }

  #hasEnded(): void {
    this.#ended = true
    if (this.#otherEnded) this.#closed()
  }

  /** Gives up, in both directions. */
  fail(failure: Fault): void {
    if (this.#failure || (this.#ended && this.#otherEnded)) return
    this.#post({ t: 'fail', ch: this.id, fault: failure })
    this.lose(failure)
  }

  /** The next value; `undefined` after the last. Rejects with the Fault of the other side. */
  async receive(): Promise<Value | undefined> {
    for (;;) {
      const first = this.#values.shift()
      if (first) {
        const isLast = this.#values.length === 0
        this.#grant(first.bytes + (isLast ? this.#withheld : 0))
        if (isLast) this.#withheld = 0
        return first.value
      }
      if (this.#failure) throw this.#failure
      if (this.#otherEnded) return undefined
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Value> {
    for (;;) {
      const value = await this.receive()
      if (value === undefined) return
      yield value
    }
  }

  /** A frame of the other side. */
  take(frame: ChannelFrame, body: Uint8Array): void {
    if (frame.t === 'part') {
      // First: a value that is the last one needs no more room.
      if (frame.end) this.#otherEnded = true
      this.#takePart(frame.last, body)
      if (frame.end && this.#ended) this.#closed()
    } else if (frame.t === 'credit') {
      this.#room += frame.n
      this.#roomCame?.()
    } else if (frame.t === 'end') {
      this.#otherEnded = true
      this.#wake?.()
      if (this.#ended) this.#closed()
    } else if (frame.t === 'fail') this.lose(frame.fault)
  }

  /** Ends it without telling the other side. Values that had come stay readable. */
  lose(failure: Fault): void {
    if (this.#failure) return
    this.#failure = failure
    this.#stop?.abort(failure)
    for (const lost of this.#lost) lost(failure)
    this.#roomCame?.()
    this.#wake?.()
    this.#closed()
  }

  /** Whole in this turn of the event loop, where there is room. */
  async #send(value: Value, isLast: boolean): Promise<void> {
    try {
      const packed = pack(value)
      for (let at = 0; at < packed.length;) {
        while (this.#room <= 0 && !this.#failure)
          await new Promise<void>((resolve) => (this.#roomCame = resolve))
        if (this.#failure) throw this.#failure
        const size = Math.min(partBytes, this.#room, packed.length - at)
        this.#room -= size
        const last = at + size === packed.length
        const part = { t: 'part' as const, ch: this.id, last }
        this.#post(last && isLast ? { ...part, end: true } : part, packed.subarray(at, at + size))
        at += size
      }
      if (isLast) this.#hasEnded()
    } finally {
      this.#unsent--
    }
  }

  /** Room for the rest of a value comes at once when no other waits to be read; else when those were taken. */
  #takePart(last: boolean, body: Uint8Array): void {
    this.#partsSize += body.length
    if (this.#partsSize > this.#maxValue)
      return this.fail(
        fault('RELAY:TOO_LARGE', `A value over the relay may have ${this.#maxValue} bytes.`, {
          hint: 'Read it in parts or page by page.',
        }),
      )
    this.#parts.push(body)
    if (!last && this.#values.length === 0) return this.#grant(body.length)
    if (!last) {
      this.#withheld += body.length
      return
    }
    const value = unpack(this.#parts.length === 1 ? this.#parts[0]! : joined(this.#parts))
    this.#parts = []
    this.#partsSize = 0
    this.#values.push({ value, bytes: body.length + this.#withheld })
    this.#withheld = 0
    this.#wake?.()
  }

  #grant(bytes: number): void {
    this.#owed += bytes
    if (this.#owed < grantBytes || this.#otherEnded || this.#failure) return
    this.#post({ t: 'credit', ch: this.id, n: this.#owed })
    this.#owed = 0
  }
}
