// The one door to the world. Whatever is no pure function of the message passes here, is recorded once with its place in
// the run, and is given from the record where it is known already: in a replay, where nothing outside is called; in a run
// that goes on after a kill; in a run from a step of an earlier one.
import type { RecordedEffect } from '../api.ts'
import type { Tagged } from '../model/app.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import type { HttpResponse } from '../model/context.ts'
import type { ProtocolResult } from '../model/protocol-link.ts'
import { protocolFromTagged, protocolSize, protocolToTagged } from './protocol-record.ts'
import { fault, isFault, toFault, type Fault } from '../model/fault.ts'
import { MAX_RECORD_BYTES } from './limits.ts'
import type { EffectJournal } from './effect-journal.ts'

type Outcome = { value: unknown } | { fault: Fault }
interface Entry {
  key: string
  kind: string
  asked: string
  outcome: Outcome
}

export interface DoorOptions {
  /** Whether effects are kept for the run's record. */
  keep: boolean
  known?: RecordedEffect[]
  /** What happens to an effect that is not known: `never` a Fault (replay), `now` it is done, `later` only after `goLive`. */
  live: 'never' | 'now' | 'later'
  /** Hears where a replay leaves its record. */
  differs(path: string, difference: Fault): void
  /** Where effects are written down while they happen, so that a killed run can go on. */
  journal?: EffectJournal
}

/** How an effect may be treated after a kill. */
export interface Again {
  /** It changes something outside: what is known so far must be safe before it leaves. */
  leaves: boolean
  /** It may be done a second time when nobody knows whether the first one arrived. */
  repeat: boolean
}

/** What stays inside Weft may be done again. */
export const local: Again = { leaves: false, repeat: true }

/** What stands at the end of what a call inside a transaction asks. */
export const inTransaction = ' in a transaction'

/** Thrown by an effect of which nobody knows whether it was done. */
export class OutcomeUnknown {
  readonly fault: Fault
  constructor(key: string, kind: string, asked: string) {
    this.fault = fault('RUN:OUTCOME_UNKNOWN', `Weft was killed while ${kind} ${asked} was under way.`, {
      hint: 'Look whether it arrived; then choose to send it again or to go on without it.',
      data: { key, kind, asked },
    })
  }
}

export class Door {
  readonly #options: DoorOptions
  readonly #entries: (Entry | { recorded: RecordedEffect })[] = []
  #known: Map<string, RecordedEffect> | undefined
  readonly #asked = new Set<string>()
  #isLive: boolean
  #bytes = 0

  constructor(options: DoorOptions) {
    this.#options = options
    this.#known = options.known && new Map(options.known.map((effect) => [effect.key, effect]))
    this.#isLive = options.live === 'now'
  }

  /** Nothing outside will be called. */
  get replaying(): boolean {
    return this.#options.live === 'never'
  }
  /** What is known is not all there is: the run goes on from it. */
  get resuming(): boolean {
    return this.#known !== undefined && this.#isLive
  }

  /** From here on the world is called; what is known of it counts no more. */
  goLive(): void {
    this.#isLive = true
    this.#known = undefined
  }

  /**
   * A database transaction begins at a place. When a killed run had begun it and never ended it, the database has taken back
   * what was done in it: that is done again. `end`: the key of the effect that ends it.
   */
  beginTransaction(path: string, end: string): void {
    if (!this.resuming || this.#known!.has(end) || this.#options.journal?.openSince(end) !== undefined) return
    const isInside = (key: string, asked: string): boolean =>
      key.startsWith(`${path}/`) && asked.endsWith(inTransaction)
    for (const [key, { asked }] of this.#known!) if (isInside(key, asked)) this.#known!.delete(key)
    this.#takenBack = isInside
  }
  /** Whether an effect was done in the transaction that the database took back. */
  #takenBack: ((key: string, asked: string) => boolean) | undefined

  /** An effect that answers at once: the clock, chance. */
  now<T>(path: string, index: number, kind: string, asked: string, go: () => T): T {
    const key = `${path}#${index}`
    const known = this.#find(path, key, kind, asked)
    if (known) return outcomeOf<T>(kind, known)
    const value = go()
    this.#record({ key, kind, asked, outcome: { value } }, false)
    return value
  }

  /**
   * `go` hears when a former life of the run began this effect. Throws OutcomeUnknown when one did and it may not be repeated.
   */
  async later<T>(
    path: string,
    index: number,
    kind: string,
    asked: string,
    again: Again,
    go: (since?: number) => Promise<T>,
  ): Promise<T> {
    const key = `${path}#${index}`
    const known = this.#find(path, key, kind, asked)
    if (known) return outcomeOf<T>(kind, known)
    const { journal } = this.#options
    const since = this.#takenBack?.(key, asked) ? undefined : journal?.openSince(key)
    if (since !== undefined && !again.repeat) throw new OutcomeUnknown(key, kind, asked)
    if (journal && again.leaves && since === undefined) await journal.open(key, kind, asked)
    try {
      const value = await go(since)
      this.#record({ key, kind, asked, outcome: { value } }, true)
      return value
    } catch (thrown) {
      // A cancel is no outcome: the effect stays open.
      if (isFault(thrown) && thrown.code !== 'CORE:CANCELLED')
        this.#record({ key, kind, asked, outcome: { fault: thrown } }, true)
      throw thrown
    }
  }

  /** Takes in the effects of a piece of the run that was done elsewhere. */
  adopt(effects: readonly RecordedEffect[]): void {
    if (!this.#options.keep) return
    for (const recorded of effects) this.#entries.push({ recorded })
  }

  /** What was recorded, as JSON; undefined when it grew beyond its limit. */
  record(): RecordedEffect[] | undefined {
    if (this.replaying) return [...this.#known!.values()]
    if (!this.#options.keep || this.#bytes > MAX_RECORD_BYTES) return undefined
    return this.#entries.map((entry) => ('recorded' in entry ? entry.recorded : encoded(entry)))
  }

  /** Recorded effects that the replay did not ask for. */
  unasked(): string[] {
    return this.#known ? [...this.#known.keys()].filter((key) => !this.#asked.has(key)) : []
  }

  #record(entry: Entry, isEffect: boolean): void {
    this.#options.journal?.done(encoded(entry), isEffect)
    if (!this.#options.keep || this.#bytes > MAX_RECORD_BYTES) return
    this.#bytes += 200 + entry.asked.length + sizeOf(entry.kind, entry.outcome)
    if (this.#bytes > MAX_RECORD_BYTES) this.#entries.length = 0
    else this.#entries.push(entry)
  }

  /** Throws REPLAY:MISSING where the world may not be asked. */
  #find(path: string, key: string, kind: string, asked: string): RecordedEffect | undefined {
    const found = this.#known?.get(key)
    if (!found) {
      if (this.#isLive) return undefined
      throw fault('REPLAY:MISSING', `The record has no effect ${kind} at ${key}: ${asked}`, {
        hint: 'The record is not of this app, or it was changed.',
        data: { kind, asked },
      })
    }
    this.#asked.add(key)
    if (found.kind !== kind || found.asked !== asked)
      this.#options.differs(
        path,
        fault(
          'REPLAY:DIFFERS',
          `The step asks for ${kind} ${asked}; recorded is ${found.kind} ${found.asked}.`,
          { data: { kind, asked, recorded: found.asked } },
        ),
      )
    if (!this.replaying) this.#entries.push({ recorded: found })
    return found
  }
}

function outcomeOf<T>(kind: string, { outcome }: RecordedEffect): T {
  if ('fault' in outcome) throw toFault(outcome.fault)
  return decode(kind, outcome.value) as T
}

function sizeOf(kind: string, outcome: Outcome): number {
  if ('fault' in outcome) return 500
  if (kind === 'protocol') return protocolSize(outcome.value as ProtocolResult)
  const value = outcome.value as { body?: Uint8Array } | string | null
  if (typeof value === 'string') return value.length
  return typeof value === 'object' && value?.body ? value.body.length * 1.4 : 100
}

function encoded({ key, kind, asked, outcome }: Entry): RecordedEffect {
  return { key, kind, asked, outcome: 'fault' in outcome ? outcome : { value: encode(kind, outcome.value) } }
}

function encode(kind: string, value: unknown): Tagged {
  if (kind === 'protocol') return protocolToTagged(value as ProtocolResult)
  if (kind !== 'http') return value as Tagged
  const { status, reason, headers, body, url, by } = value as HttpResponse
  return { status, reason, headers, url, body: { $bytes: toBase64(body) }, ...(by && { by }) }
}

function decode(kind: string, value: Tagged): unknown {
  if (kind === 'protocol') return protocolFromTagged(value)
  if (kind !== 'http') return value
  const response = value as unknown as Omit<HttpResponse, 'body'> & { body: { $bytes: string } }
  return { ...response, body: fromBase64(response.body.$bytes) }
}
