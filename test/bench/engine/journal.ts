// What the log of events costs: frames of small events, frames with a payload, reading back, one flushed write.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunEvent } from '../../../worker/model/event.ts'
import { FrameBatch, readFrames } from '../../../worker/store/frame.ts'
import { joined } from '../../../worker/model/bytes.ts'
import { openNodeStore } from '../../../worker/store/node-home.ts'
import { decodeRecord, writeRecord } from '../../../worker/store/record.ts'
import type { BenchTable } from '../dataway.bench.ts'

const batch = 100

const small = (n: number): RunEvent => ({ seq: n, at: n * 7, path: `s000000${n % 10}`, kind: n % 2 ? 'enter' : 'leave' }) // prettier-ignore
/** Every event has a payload of its own. */
const large = (n: number): RunEvent => ({
  ...small(n),
  values: { payload: { inline: { n, name: `order ${n}`, lines: [1.5, 2, 3], text: 'x'.repeat(930) } } },
})

const frames = new FrameBatch()
/** Valid until the next one is made. */
function frameOf(events: RunEvent[], n: number): Uint8Array {
  const { type, numbers, text } = writeRecord({ kind: 'events', t: 0, run: 'r', n, events })
  frames.add(type, n, numbers, text)
  return frames.take()
}

/** Microseconds of CPU an event, the best of some rounds: the machine is shared. */
function micros(events: RunEvent[]): number {
  const rounds = Array.from({ length: 7 }, () => {
    const began = process.cpuUsage()
    for (let n = 0; n < events.length; n += batch) frameOf(events.slice(n, n + batch), n)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / events.length
  })
  return Math.min(...rounds)
}

export async function journalTable(): Promise<BenchTable> {
  const many = Array.from({ length: 100_000 }, (_, n) => small(n))
  const log = joined(Array.from({ length: many.length / batch }, (_, n) => frameOf(many.slice(n * batch, (n + 1) * batch), n).slice())) // prettier-ignore
  const began = performance.now()
  let events = 0
  for (const frame of readFrames(log).frames) {
    const record = decodeRecord(frame)
    if (record?.kind === 'events') events += record.events.length
  }
  const back = performance.now() - began
  if (events !== many.length) throw new Error(`${events} events came back`)
  return {
    title: 'Journal',
    rows: [
      { what: 'µs of CPU an event, as frames', value: micros(many), goal: 0.5 },
      { what: 'µs of CPU an event with a payload of 1 KB', value: micros(Array.from({ length: 10_000 }, (_, n) => large(n))), goal: 5 }, // prettier-ignore
      { what: `ms to read ${events} events back`, value: back, goal: 300 },
      { what: 'ms of one flushed write', value: await flushedWrite() },
    ],
  }
}

async function flushedWrite(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
  const { store, close } = await openNodeStore(folder)
  const times: number[] = []
  for (let i = 0; i < 200; i++) {
    const before = performance.now()
    await store.setSetting('x', i)
    times.push(performance.now() - before)
  }
  close()
  rmSync(folder, { recursive: true, force: true })
  return times.sort((a, b) => a - b)[100]!
}
