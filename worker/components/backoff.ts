// How long a component waits before it tries again: a fixed interval or one that doubles, with chance in it where that is wanted.
import type { Field } from '../model/definition.ts'

const longestWait = 3_600_000

export const backoffFields: Field[] = [
  {
    name: 'backoff',
    kind: 'select',
    label: { en: 'Growth of the wait', zh: '间隔增长' },
    default: 'fixed',
    options: [
      { value: 'fixed', label: { en: 'Always the same', zh: '固定' } },
      { value: 'exponential', label: { en: 'Doubles each time', zh: '逐次加倍' } },
    ],
    advanced: true,
  },
  {
    name: 'jitter',
    kind: 'boolean',
    label: { en: 'Jitter', zh: '随机抖动' },
    help: { en: 'Each wait is 50–100 % of its length.', zh: '每次等待为其时长的 50–100 %。' },
    default: false,
    advanced: true,
  },
]

export interface Backoff {
  /** Milliseconds. */
  interval: number
  backoff: string
  jitter: boolean
}

/** Milliseconds before the next try when `tries` were made after the first one; at most an hour. */
export function waitBefore(
  { interval, backoff, jitter }: Backoff,
  tries: number,
  random: () => number,
): number {
  const grown = backoff === 'exponential' ? interval * 2 ** Math.min(tries, 30) : interval
  const capped = Math.min(grown, longestWait)
  return jitter ? Math.round(capped * (0.5 + random() / 2)) : capped
}
