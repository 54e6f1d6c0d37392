// A Fault is an error as data: it crosses wasm, worker, comlink and relay unchanged. There are no error classes;
// code throws a Fault (a plain object) and converts what is foreign once, at the border where it came in.

/** A place in a source text: 1-based line and column, columns in code points. */
export interface SourcePlace {
  line: number
  column: number
  endLine?: number
  endColumn?: number
}

/** Where something went wrong: the path of the step in the run, the field of its config, the place in its source. */
export interface Place extends Partial<SourcePlace> {
  /** `s1/b2[3]/s7`: step / branch [round] / step; the same text as `RunEvent.path`. */
  path?: string
  /** Name of the config field, e.g. `value` or `condition`. */
  field?: string
}

export interface Fault {
  /** `NS:NAME`, upper case, stable; what handlers match. */
  code: string
  /** One sentence that names the thing, says what was found and what was wanted. English; the studio translates by code. */
  message: string
  at?: Place
  /** What to do next. */
  hint?: string
  /** Parameters of the message, so that the studio can say it in another language, and details (status, headers …). */
  data?: Record<string, unknown>
  cause?: Fault
  /** For a script: Python's exception type and its traceback, innermost last. */
  exception?: string
  traceback?: string
}

export function fault(code: string, message: string, more: Omit<Fault, 'code' | 'message'> = {}): Fault {
  return { code, message, ...more }
}

export function isFault(thing: unknown): thing is Fault {
  return (
    typeof thing === 'object' &&
    thing !== null &&
    typeof (thing as Fault).code === 'string' &&
    typeof (thing as Fault).message === 'string' &&
    (thing as Fault).code.includes(':')
  )
}

/** Turns whatever was thrown into a Fault, once, at the border where it came in. */
export function toFault(thrown: unknown, code = 'CORE:INTERNAL'): Fault {
  if (isFault(thrown)) return thrown
  if (thrown instanceof Error)
    return { code, message: thrown.message || thrown.name, data: { stack: thrown.stack } }
  return { code, message: String(thrown) }
}

/** The same Fault with a fuller place: what is known already wins. */
export function withPlace(f: Fault, at: Place): Fault {
  return { ...f, at: { ...at, ...f.at } }
}

/**
 * Whether a handler's pattern takes a code. `ANY` takes all; `FOO` and `FOO:ANY` take every `FOO:*`; `HTTP:5XX` takes
 * `HTTP:500`…`HTTP:599`; anything else only its equal. Not a prefix match: `FOO` does not take `FOOD:X`.
 */
export function matches(pattern: string, code: string): boolean {
  const wanted = pattern.trim().toUpperCase()
  const got = code.toUpperCase()
  if (wanted === 'ANY' || wanted === got) return true
  const [space, name] = wanted.split(':')
  const [gotSpace, gotName = ''] = got.split(':')
  if (space !== gotSpace) return false
  if (name === undefined || name === 'ANY') return true
  return /^\dXX$/.test(name) && gotName.length === 3 && gotName[0] === name[0] && /^\d{3}$/.test(gotName)
}

/** What a check of a text finds: live in the editor, from `weft validate`, before a publish. */
export interface Diagnostic extends SourcePlace {
  severity: 'error' | 'warning' | 'info'
  code: string
  message: string
  hint?: string
}
