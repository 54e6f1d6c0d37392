// Timing peers fairly: outputs are compared first, then the peers take turns in rounds, so that the machine's moods hit all
// of them alike. What counts is the ratio within a round; its median is reported.

/** JSON of two outputs is equal: numbers may differ by the last digits of a sum's order. */
export function sameResult(a, b) {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameResult(item, b[i]))
  if (a && typeof a === 'object')
    return !!b && typeof b === 'object' && Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => sameResult(a[key], b[key])) // prettier-ignore
  return a === b
}

const median = (list) => [...list].sort((x, y) => x - y)[Math.floor(list.length / 2)]

/**
 * `peers`: name → function to time (may be async). Returns name → {ms, ratio}: median milliseconds a call and the median
 * over the rounds of its time over the first peer's.
 */
export async function rounds(peers, { count = 9, ms = 60, warmup = 500 } = {}) {
  const names = Object.keys(peers)
  const repeats = {}
  for (const name of names) {
    // Warm up until the engine's compilers have done their part, and find how many calls fill a round.
    for (let part = 0; part < 4; part++) {
      await callFor(peers[name], warmup / 4)
      // What is compiled in the background comes in between two tasks.
      await new Promise((done) => setTimeout(done, 1))
    }
    const { calls, took } = await callFor(peers[name], ms)
    repeats[name] = Math.max(1, Math.round((calls * ms) / took))
  }
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < count; round++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + round) % names.length]
      const fn = peers[name]
      const began = performance.now()
      for (let i = 0; i < repeats[name]; i++) {
        const answer = fn()
        if (answer instanceof Promise) await answer
      }
      times[name].push((performance.now() - began) / repeats[name])
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { ms: median(times[name]), ratio: median(times[name].map((t, i) => t / times[names[0]][i])) },
    ]),
  )
}

async function callFor(fn, ms) {
  const began = performance.now()
  let calls = 0
  do {
    const answer = fn()
    if (answer instanceof Promise) await answer
    calls++
  } while (performance.now() - began < ms)
  return { calls, took: performance.now() - began }
}

/** Rows of objects as an aligned text table. */
export function table(rows) {
  if (rows.length === 0) return ''
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const text = (value) => (value === undefined ? '–' : typeof value === 'number' ? (Number.isInteger(value) ? String(value) : value.toPrecision(3)) : String(value)) // prettier-ignore
  const width = columns.map((c) => Math.max(c.length, ...rows.map((row) => text(row[c]).length)))
  const line = (cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(width[i]) : cell.padStart(width[i]))).join('  ')
  return [line(columns), ...rows.map((row) => line(columns.map((c) => text(row[c]))))].join('\n')
}
