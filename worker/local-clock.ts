// The clock as scripts read it, with the zone of this machine.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Seconds since the epoch of the last question and the offset then: it changes at whole seconds only, and asking for it is slow. */
let second = NaN
let offset = 0

/** Of milliseconds since the epoch. */
export function localClock(ms: number): { micros: number; offset: number; zone: string } {
  const now = Math.floor(ms / 1000)
  if (now !== second) {
    second = now
    offset = -new Date(ms).getTimezoneOffset() * 60
  }
  return { micros: Math.round(ms * 1000), offset, zone }
}
