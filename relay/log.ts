// What the relay writes of its work: one JSON line each on stderr. Who, what, where to, how it went; never a value, an argument,
// a header, a credential.

export type LogFields = Record<string, string | number | undefined>

const flushEvery = 200
/** Lines that wait; more are dropped, and counted. */
const mostLines = 10_000
let lines: string[] = []
let dropped = 0
let timer: NodeJS.Timeout | undefined
let sink: (text: string) => void = (text) => void process.stderr.write(text)

export function log(event: string, fields: LogFields): void {
  if (lines.length >= mostLines) {
    dropped++
    return
  }
  lines.push(JSON.stringify({ time: new Date().toISOString(), event, ...fields }))
  timer ??= setTimeout(flushLog, flushEvery).unref()
}

/** Writes what waits. */
function flushLog(): void {
  clearTimeout(timer)
  timer = undefined
  if (dropped > 0) lines.push(JSON.stringify({ event: 'dropped', lines: dropped }))
  if (lines.length > 0) sink(lines.join('\n') + '\n')
  lines = []
  dropped = 0
}

/** Sends the lines elsewhere: tests, or nowhere. */
export function logTo(write: (text: string) => void): void {
  sink = write
}
