// Asks a worker of its own once, with a deadline, and ends it: for hostile bytes, which may loop, grow or break what is around.
import { type Fault } from './model/fault.ts'
import { scriptUrl } from './trusted-url.ts'

/** For loading the worker's script; the work has a deadline of its own, counted from then on. */
const startMilliseconds = 10_000

/** What such a worker says: that it is there, then its answer or what went wrong. */
export type ThrowAwaySays<T> = { ready: true } | { answer: T } | { fault: Fault }

/** Rejects with the worker's Fault, with `slow` at the deadline, with `broken` when the worker dies. */
export function askOnce<T>(
  script: string,
  request: unknown,
  { milliseconds, slow, broken }: { milliseconds: number; slow: Fault; broken: Fault },
): Promise<T> {
  const worker = new Worker(scriptUrl(script), { type: 'module', name: 'weft-throw-away' })
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<T>((resolve, reject) => {
    const within = (time: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => reject(slow), time)
    }
    within(startMilliseconds)
    worker.onmessage = ({ data }: MessageEvent<ThrowAwaySays<T>>) => {
      if ('answer' in data) resolve(data.answer)
      else if ('fault' in data) reject(data.fault)
      else {
        within(milliseconds)
        worker.postMessage(request)
      }
    }
    worker.onerror = () => reject(broken)
  }).finally(() => {
    clearTimeout(timer)
    worker.terminate()
  })
}
