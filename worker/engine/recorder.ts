// The event log of one run while it is written. Steps leave entries (a push each), which go out in batches. Of a long loop the first and the last rounds stay. Keeps the messages, so that panels can look into
// values that are not inline.
import type { EventData, RunEvent } from '../model/event.ts'
import type { Message } from '../model/message.ts'
import { KEPT_ROUNDS, MAX_EVENTS } from './limits.ts'
import { Chain, DigestSum } from './digest.ts'
import { noteOf, noteOfVariables } from './value-ref.ts'

interface Entry {
  readonly event: RunEvent
  readonly message: Message | undefined
}

/** Where the events of steps go: the log itself, or the round of a long loop that may be dropped. */
export class Sink {
  entries: Entry[] = []
  readonly mayBeDropped: boolean

  constructor(mayBeDropped = false) {
    this.mayBeDropped = mayBeDropped
  }
}

/** The last rounds of a loop beyond its first ones. */
export class LateRounds {
  readonly #rounds: Sink[] = []
  /** A sink for the next round; the oldest one falls out. */
  next(): Sink {
    if (this.#rounds.length === KEPT_ROUNDS) this.#rounds.shift()
    const sink = new Sink(true)
    this.#rounds.push(sink)
    return sink
  }
  /** Gives what was kept to the loop's own sink. */
  into(sink: Sink): void {
    for (const { entries } of this.#rounds) for (const entry of entries) sink.entries.push(entry)
    this.#rounds.length = 0
  }
}

/** What a recorder asks of the host. */
interface Clock {
  /** Milliseconds. */
  monotonic(): number
  soon(flush: () => void): void
}

export class Recorder {
  readonly root = new Sink()
  readonly events: RunEvent[] = []
  /** Of the events. */
  readonly #entries: Entry[] = []
  #seq = 0
  #count = 0
  readonly #digest = new DigestSum()
  readonly #host: Clock
  readonly #started: number
  readonly #out: ((events: RunEvent[]) => void) | undefined
  readonly #log: ((event: RunEvent) => void) | undefined
  /** The batch that is asked for. It forgets this log once that is sent: a run that is over is not held by a timer. */
  #next: { recorder?: Recorder } | undefined
  /** Microseconds of the last event that something took time before. */
  #at = 0

  /** `out` absent: nothing is sent, the log is kept only (trace level `failures`). */
  constructor(host: Clock, out?: (events: RunEvent[]) => void, log?: (event: RunEvent) => void) {
    this.#host = host
    this.#started = host.monotonic()
    this.#out = out
    this.#log = log
  }

  /** Adds an event; `message` is what the values panel shows for it. */
  add(
    sink: Sink,
    path: string,
    kind: RunEvent['kind'],
    data?: EventData,
    message?: Message,
  ): Entry | undefined {
    const seq = this.#seq++
    if (kind === 'log') this.#log?.({ seq, at: this.micros(), path, kind, data })
    if (++this.#count > MAX_EVENTS && kind !== 'end' && kind !== 'fault' && kind !== 'log') return undefined
    const at = this.#timeOf(kind)
    // At once, not when the batch goes out: by then a value may have taken another form, and another digest with it. Of rounds that
    // are mostly dropped that would be work for nothing: a list that grows by an item each round would be read whole each time.
    const values =
      this.#out && message && !sink.mayBeDropped ? this.#countedValuesOf(path, kind, message) : undefined
    // Each is written in one go: objects that get parts later are larger and slower.
    const event: RunEvent = values
      ? data
        ? { seq, at, path, kind, data, values }
        : { seq, at, path, kind, values }
      : data
        ? { seq, at, path, kind, data }
        : { seq, at, path, kind }
    const entry: Entry = { event, message }
    sink.entries.push(entry)
    if (this.#out && !this.#next) {
      const next: { recorder?: Recorder } = (this.#next = { recorder: this })
      this.#host.soon(() => next.recorder?.flush())
    }
    return entry
  }

  /** Takes in the log of a piece of the run that was done elsewhere, with the messages that it has. */
  adopt(
    sink: Sink,
    events: readonly RunEvent[],
    messages: ReadonlyMap<number, Message>,
    startedAt: number,
  ): void {
    for (const event of events) {
      const entry = this.add(sink, event.path, event.kind, event.data, messages.get(event.seq))
      if (entry) entry.event.at = startedAt + event.at
    }
  }

  /** Gives what is in the log by now its order and sends it. */
  flush(): void {
    if (this.#next) this.#next.recorder = undefined
    this.#next = undefined
    const { entries } = this.root
    if (entries.length === 0) return
    this.root.entries = []
    if (entries.some(({ event }, i) => i > 0 && event.seq < entries[i - 1]!.event.seq))
      entries.sort((a, b) => a.event.seq - b.event.seq)
    const batch: RunEvent[] = []
    for (const entry of entries) {
      const { event, message } = entry
      if (message) event.values ??= valuesOf(message)
      this.#entries.push(entry)
      this.events.push(event)
      batch.push(event)
    }
    this.#out?.(batch)
  }

  /** The messages of the events that have one, by their number. */
  get messages(): Map<number, Message> {
    const messages = new Map<number, Message>()
    for (const { event, message } of this.#entries) if (message) messages.set(event.seq, message)
    return messages
  }

  micros(): number {
    return Math.round((this.#host.monotonic() - this.#started) * 1000)
  }
  /** A step is entered, and a branch begun, when the event before it happened. */
  #timeOf(kind: RunEvent['kind']): number {
    if (kind !== 'enter' && kind !== 'branch' && kind !== 'round') this.#at = this.micros()
    return this.#at
  }
  /** Time has passed between two steps. */
  waited(): void {
    this.#at = this.micros()
  }

  /** Digest of all values that were logged at once: equal for equal runs, whatever the order of parallel branches. */
  get digest(): string | undefined {
    return this.#out && this.#digest.text
  }

  #countedValuesOf(path: string, kind: RunEvent['kind'], message: Message): RunEvent['values'] {
    if (kind === 'enter' || kind === 'leave') {
      const { payload, attributes, variables } = message
      this.#digest.add(
        new Chain()
          .text(path)
          .text(kind)
          .hash(noteOf(payload))
          .hash(noteOf(attributes))
          .hash(noteOfVariables(variables)),
      )
    }
    return valuesOf(message)
  }
}

function valuesOf({ payload, attributes, variables }: Message): RunEvent['values'] {
  return {
    payload: noteOf(payload).ref,
    attributes: noteOf(attributes).ref,
    variables: noteOfVariables(variables).ref,
  }
}
