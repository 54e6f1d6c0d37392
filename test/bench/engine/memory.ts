// Memory over a million messages, one run each: what is left after the garbage collector has been.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { BenchTable } from '../dataway.bench.ts'

const looks = [1_000, 100_000, 250_000, 500_000, 1_000_000]

/** `run` makes so many runs, `inUse` tells the bytes that DataWay holds. */
export async function memoryTable(
  run: (count: number) => Promise<void>,
  inUse: () => number,
): Promise<BenchTable> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const rows: BenchTable['rows'] = []
  let done = 0
  for (const messages of looks) {
    await run(messages - done)
    done = messages
    collect()
    const { heapUsed, external, rss } = process.memoryUsage()
    const mb = (bytes: number): number => bytes / 2 ** 20
    rows.push({ messages, 'JS heap MB': mb(heapUsed), 'outside the heap MB': mb(external), 'values in DataWay KB': inUse() / 1024, 'process MB': mb(rss) }) // prettier-ignore
  }
  return { title: 'Memory while a million messages pass, events off', rows }
}
