// The event log of one run while it is written. Steps leave raw entries (a push each); references to values are made when
// a batch goes out. Of a long loop the first and the last rounds stay. Keeps the messages, so that panels can look into
// values that are not inline.
import type { EventData, Noted, RunEvent } from '../model/event.ts'
import type { Message } from '../model/message.ts'
import { KEPT_ROUNDS, MAX_EVENTS } from './limits.ts'
import { DigestSum } from './digest.ts'
import { noteOf, noteOfVariables } from './value-ref.ts'

interface Entry {
  seq: number
  at: number
  path: string
  kind: RunEvent['kind']
  data: EventData | undefined
  message: Message | undefined
  values?: RunEvent['values']
}

/** Where the events of steps go: the log itself, or the round of a long loop that may be dropped. */
export type Sink = Entry[]

/** The last rounds of a loop beyond its first ones. */
export class LateRounds {
  readonly #rounds: Sink[] = []
  /** A sink for the next round; the oldest one falls out. */
  next(): Sink {
    if (this.#rounds.length === KEPT_ROUNDS) this.#rounds.shift()
    const sink: Sink = []
    this.#rounds.push(sink)
    return sink
  }
  /** Gives what was kept to the loop's own sink. */
  into(sink: Sink): void {
    for (const round of this.#rounds) for (const entry of round) sink.push(entry)
    this.#rounds.length = 0
  }
}

export class Recorder {
  readonly root: Sink = []
  readonly messages = new Map<number, Message>()
  readonly events: RunEvent[] = []
  #seq = 0
  #count = 0
  readonly #digest = new DigestSum()
  readonly #clock: () => number
  readonly #started: number
  readonly #soon: (flush: () => void) => void
  readonly #out: ((events: RunEvent[]) => void) | undefined
  readonly #log: ((event: RunEvent) => void) | undefined
  #asked = false

  /** `out` absent: nothing is sent, the log is kept only (trace level `failures`). */
  constructor(
    clock: () => number,
    soon: (flush: () => void) => void,
    out?: (events: RunEvent[]) => void,
    log?: (event: RunEvent) => void,
  ) {
    this.#clock = clock
    this.#started = clock()
    this.#soon = soon
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
    const entry: Entry = { seq, at: this.micros(), path, kind, data, message }
    // At once, not when the batch goes out: by then a value may have taken another form, and another digest with it.
    if (this.#out && message) this.#value(entry, message)
    sink.push(entry)
    if (this.#out && !this.#asked) {
      this.#asked = true
      this.#soon(() => {
        this.#asked = false
        this.flush()
      })
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
      if (entry) entry.at = startedAt + event.at
    }
  }

  /** Turns what is in the log by now into events and sends them. */
  flush(): void {
    if (this.root.length === 0) return
    const entries = this.root.splice(0).sort((a, b) => a.seq - b.seq)
    const batch = entries.map((entry) => this.#event(entry))
    for (const event of batch) this.events.push(event)
    this.#out?.(batch)
  }

  micros(): number {
    return Math.round((this.#clock() - this.#started) * 1000)
  }

  /** Digest of all values that were logged: equal for equal runs, whatever the order of parallel branches. */
  get digest(): string | undefined {
    return this.#out && this.#digest.text
  }

  #value(entry: Entry, message: Message): void {
    const payload = noteOf(message.payload)
    const attributes = noteOf(message.attributes)
    const variables = this.#noteOfVariables(message.variables)
    entry.values = { payload: payload.ref, attributes: attributes.ref, variables: variables.ref }
    const { path, kind } = entry
    if (kind !== 'enter' && kind !== 'leave') return
    const what = kind === 'enter' ? '|enter|' : '|leave|'
    this.#digest.add(path, what, payload.text, '|', attributes.text, '|', variables.text)
  }

  /** A step often hands on the variables that it got. */
  #noteOfVariables(variables: Message['variables']): Noted {
    if (variables !== this.#variables) {
      this.#variables = variables
      this.#variablesNoted = noteOfVariables(variables)
    }
    return this.#variablesNoted!
  }
  #variables: Message['variables'] | undefined
  #variablesNoted: Noted | undefined

  #event(entry: Entry): RunEvent {
    const { seq, at, path, kind, data, message } = entry
    const event: RunEvent = { seq, at, path, kind }
    if (data) event.data = data
    if (message) {
      this.messages.set(seq, message)
      if (!entry.values) this.#value(entry, message)
      event.values = entry.values
    }
    return event
  }
}
