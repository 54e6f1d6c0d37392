// The clock as scripts read it, with the zone of this machine.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Of milliseconds since the epoch. */
export function localClock(ms: number): { micros: number; offset: number; zone: string } {
  return { micros: Math.round(ms * 1000), offset: -new Date(ms).getTimezoneOffset() * 60, zone }
}
