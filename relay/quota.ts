// How much a tenant may ask for: calls by a token bucket, new targets a minute, and a pause after targets that kept failing.
import { fault, type Fault } from '../worker/model/fault.ts'
import type { RelayLimits } from './config.ts'

const minute = 60_000
const mostFailures = 10
const pauseMs = 60_000

export class Quota {
  readonly #limits: RelayLimits
  readonly #now: () => number
  #tokens: number
  #filled: number
  /** Targets of the last minute: when each was first asked for. */
  readonly #targets = new Map<string, number>()
  #failures: number[] = []
  #pausedUntil = 0

  constructor(limits: RelayLimits, now: () => number = Date.now) {
    this.#limits = limits
    this.#now = now
    this.#tokens = limits.burst
    this.#filled = now()
  }

  /** Throws RELAY:BUSY when there are too many calls. */
  admitCall(): void {
    const { callsPerSecond, burst } = this.#limits
    const now = this.#now()
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filled) / 1000) * callsPerSecond)
    this.#filled = now
    if (this.#tokens < 1) throw busy(`more than ${callsPerSecond} calls a second`)
    this.#tokens--
  }

  /** Throws RELAY:BUSY for what looks like a search for open ports. */
  admitTarget(target: string): void {
    const { newTargetsPerMinute } = this.#limits
    if (newTargetsPerMinute === 0) return
    const now = this.#now()
    if (now < this.#pausedUntil) throw busy('too many targets that do not answer; wait a minute')
    for (const [one, at] of this.#targets) if (at < now - minute) this.#targets.delete(one)
    if (!this.#targets.has(target) && this.#targets.size >= newTargetsPerMinute)
      throw busy(`more than ${newTargetsPerMinute} new targets a minute`)
    this.#targets.set(target, this.#targets.get(target) ?? now)
  }

  told(_target: string, failed: boolean): void {
    if (!failed || this.#limits.newTargetsPerMinute === 0) return
    const now = this.#now()
    this.#failures = [...this.#failures.filter((at) => at > now - minute), now]
    if (this.#failures.length < mostFailures) return
    this.#failures = []
    this.#pausedUntil = now + pauseMs
  }
}

function busy(why: string): Fault {
  return fault('RELAY:BUSY', `The relay was asked for too much: ${why}.`, {
    hint: 'Do less at once, or ask its operator for more.',
  })
}
