// The one door to the world. Whatever is no pure function of the message passes here, is recorded once with its place in
// the run, and is given from the record in a replay, where nothing outside is called.
import type { RecordedEffect } from '../api.ts'
import type { Tagged } from '../model/app.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import type { HttpResponse } from '../model/context.ts'
import { fault, isFault, toFault, type Fault } from '../model/fault.ts'
import { MAX_RECORD_BYTES } from './limits.ts'

type Outcome = { value: unknown } | { fault: Fault }
interface Entry {
  key: string
  kind: string
  asked: string
  outcome: Outcome
}

export class Door {
  readonly #entries: Entry[] = []
  readonly #recorded: Map<string, RecordedEffect> | undefined
  readonly #differs: (path: string, difference: Fault) => void
  readonly #keep: boolean
  #bytes = 0

  /** `recorded`: replay these and call nothing. `differs` hears where a replay leaves its record. */
  constructor(
    keep: boolean,
    recorded: RecordedEffect[] | undefined,
    differs: (path: string, difference: Fault) => void,
  ) {
    this.#keep = keep
    this.#recorded = recorded && new Map(recorded.map((effect) => [effect.key, effect]))
    this.#differs = differs
  }

  get replaying(): boolean {
    return this.#recorded !== undefined
  }

  /** An effect that answers at once: the clock, chance. */
  now<T>(path: string, index: number, kind: string, asked: string, go: () => T): T {
    const key = `${path}#${index}`
    if (this.#recorded) return this.#replayed<T>(path, key, kind, asked)
    const value = go()
    this.#record({ key, kind, asked, outcome: { value } })
    return value
  }

  async later<T>(path: string, index: number, kind: string, asked: string, go: () => Promise<T>): Promise<T> {
    const key = `${path}#${index}`
    if (this.#recorded) return this.#replayed<T>(path, key, kind, asked)
    try {
      const value = await go()
      this.#record({ key, kind, asked, outcome: { value } })
      return value
    } catch (thrown) {
      // A cancel is no outcome: the effect stays open.
      if (isFault(thrown) && thrown.code !== 'CORE:CANCELLED')
        this.#record({ key, kind, asked, outcome: { fault: thrown } })
      throw thrown
    }
  }

  /** What was recorded, as JSON; undefined when it grew beyond its limit. */
  record(): RecordedEffect[] | undefined {
    if (this.#recorded) return [...this.#recorded.values()]
    if (!this.#keep || this.#bytes > MAX_RECORD_BYTES) return undefined
    return this.#entries.map(({ key, kind, asked, outcome }) => ({
      key,
      kind,
      asked,
      outcome: 'fault' in outcome ? outcome : { value: encode(kind, outcome.value) },
    }))
  }

  /** Recorded effects that the replay did not ask for. */
  unasked(): string[] {
    return this.#recorded ? [...this.#recorded.keys()].filter((key) => !this.#asked.has(key)) : []
  }
  readonly #asked = new Set<string>()

  #record(entry: Entry): void {
    if (!this.#keep || this.#bytes > MAX_RECORD_BYTES) return
    this.#bytes += 200 + entry.asked.length + sizeOf(entry.outcome)
    if (this.#bytes > MAX_RECORD_BYTES) this.#entries.length = 0
    else this.#entries.push(entry)
  }

  #replayed<T>(path: string, key: string, kind: string, asked: string): T {
    const found = this.#recorded!.get(key)
    this.#asked.add(key)
    if (!found)
      throw fault('REPLAY:MISSING', `The record has no effect ${kind} at ${key}.`, {
        hint: 'The record is not of this app, or it was changed.',
      })
    if (found.kind !== kind || found.asked !== asked)
      this.#differs(
        path,
        fault(
          'REPLAY:DIFFERS',
          `The step asks for ${kind} ${asked}; recorded is ${found.kind} ${found.asked}.`,
        ),
      )
    if ('fault' in found.outcome)
      throw isFault(found.outcome.fault) ? found.outcome.fault : toFault(found.outcome.fault)
    return decode(kind, found.outcome.value) as T
  }
}

function sizeOf(outcome: Outcome): number {
  if ('fault' in outcome) return 500
  const value = outcome.value as { body?: Uint8Array } | string | null
  if (typeof value === 'string') return value.length
  return typeof value === 'object' && value?.body ? value.body.length * 1.4 : 100
}

function encode(kind: string, value: unknown): Tagged {
  if (kind !== 'http') return value as Tagged
  const { status, reason, headers, body, url } = value as HttpResponse
  return { status, reason, headers, url, body: { $bytes: toBase64(body) } }
}

function decode(kind: string, value: Tagged): unknown {
  if (kind !== 'http') return value
  const response = value as unknown as Omit<HttpResponse, 'body'> & { body: { $bytes: string } }
  return { ...response, body: fromBase64(response.body.$bytes) }
}
