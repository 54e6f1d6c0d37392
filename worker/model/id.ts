// Ids: 8 characters of base32 for what stands in an App, longer ones that sort by time for runs.

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bytes of chance; tests and simulations give their own. */
export type RandomBytes = (count: number) => Uint8Array

/** Drawn many at once: asking the system costs more than making an id. */
const drawn = new Uint8Array(1024)
let used = drawn.length
const system: RandomBytes = (count) => {
  if (used + count > drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  return drawn.subarray(used, (used += count))
}

/** Id of an app, flow, step, branch, connection, sample or test: 40 random bits. */
export function newId(random: RandomBytes = system): string {
  let id = ''
  for (const byte of random(8)) id += digits[byte & 31]
  return id
}

/** Id of a run: milliseconds since the epoch, then 40 random bits. Sorts by time as text. */
export function newRunId(now: number = Date.now(), random: RandomBytes = system): string {
  let time = ''
  for (let rest = Math.floor(now), i = 0; i < 9; i++, rest = Math.floor(rest / 32))
    time = digits[rest % 32] + time
  return time + newId(random)
}

export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-hjkmnp-tv-z]{8}$/.test(text)
}
