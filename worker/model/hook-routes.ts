// Which listener takes a request: the most exact path wins, of equal ones the first. Pure. The engine asks it for a request that
// has come, the relay for one whose studio may be away.

export interface Route<T> {
  /** `/orders/{id}`, `/files/*`; `{name}` takes one part, `*` any number of them, also none. */
  path: string
  /** Empty: all. */
  methods: string[]
  target: T
}

export type Routed<T> =
  | { target: T; parameters: Record<string, string> }
  /** The path is known, the method is not. */
  | { allowed: string[] }
  | undefined

export function route<T>(routes: readonly Route<T>[], method: string, path: string): Routed<T> {
  const parts = partsOf(path)
  const matches = routes
    .map((one) => ({ one, found: match(patternOf(one), parts) }))
    .filter((pair): pair is { one: Route<T>; found: Match } => pair.found !== undefined)
    .sort((a, b) => compare(a.found.exactness, b.found.exactness))
  const taking = matches.find(({ one }) => one.methods.length === 0 || one.methods.includes(method))
  if (taking) return { target: taking.one.target, parameters: taking.found.parameters }
  if (matches.length === 0) return undefined
  return { allowed: [...new Set(matches.flatMap(({ one }) => one.methods))] }
}

interface Match {
  parameters: Record<string, string>
  /** By part: 0 exact text, 1 a name, 2 a star. */
  exactness: number[]
}

function match(pattern: string[], parts: string[]): Match | undefined {
  const parameters: Record<string, string> = {}
  const exactness: number[] = []
  const at = (p: number, i: number): boolean => {
    if (p === pattern.length) return i === parts.length
    const wanted = pattern[p]!
    if (wanted === '*') {
      exactness[p] = 2
      for (let end = i; end <= parts.length; end++) if (at(p + 1, end)) return true
      return false
    }
    if (i === parts.length) return false
    const name = /^\{([^{}]+)\}$/.exec(wanted)?.[1]
    if (name === undefined) {
      exactness[p] = 0
      return wanted === parts[i] && at(p + 1, i + 1)
    }
    exactness[p] = 1
    if (!at(p + 1, i + 1)) return false
    parameters[name] = parts[i]!
    return true
  }
  return at(0, 0) ? { parameters, exactness } : undefined
}

/** The first difference decides; a pattern that has ended is more exact than a star that takes nothing. */
function compare(a: number[], b: number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Taken apart once. */
const patterns = new WeakMap<object, string[]>()
function patternOf(one: Route<unknown>): string[] {
  const known = patterns.get(one)
  if (known) return known
  const pattern = partsOf(one.path)
  patterns.set(one, pattern)
  return pattern
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decoded)
}
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
