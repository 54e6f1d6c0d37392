// The clock and the timers of this machine, for what runs by the wall clock.
import type { PublisherHost } from './publisher.ts'

export const realTime: Pick<PublisherHost, 'now' | 'after'> = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}
