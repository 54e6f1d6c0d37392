// Whether a pattern takes the name of a file.
import { fault } from '../../worker/model/fault.ts'

/** `*.csv`, `order-??.xml`; or a regular expression of letters, classes and simple repeats, without groups in repeats. */
export function matcherOf(pattern: string, kind: string): (name: string) => boolean {
  if (pattern === '') return () => true
  if (kind !== 'regex') return (name) => wildcard(pattern, name)
  // Nested repeats can take exponential time; the relay is shared.
  if (pattern.length > 200 || /\)[*+{?]/.test(pattern) || /\\[1-9k]/.test(pattern))
    throw fault(
      'RELAY:ARGUMENT',
      'This pattern is too hard for the relay: no repeated groups, no back references.',
    )
  try {
    const expression = new RegExp(pattern, 'u')
    return (name) => name.length <= 1024 && expression.test(name)
  } catch {
    throw fault('RELAY:ARGUMENT', `"${pattern}" is no regular expression.`)
  }
}

/** In linear memory and at most n·m steps. */
function wildcard(pattern: string, name: string): boolean {
  let [p, n, star, from] = [0, 0, -1, 0]
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++
      from = n
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      p++
      n++
    } else if (star >= 0) {
      p = star + 1
      n = ++from
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
