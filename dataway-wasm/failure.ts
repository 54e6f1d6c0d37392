// Faults of DataWay: a syntax error with its place, an exception with Python's traceback, a limit that was hit.
import type { Limits, Program } from '../worker/model/dataway.ts'
import { fault, type Fault, type SourcePlace } from '../worker/model/fault.ts'

const decoder = new TextDecoder()

/** A problem as the compiler says it: byte offsets into the compiled source; `column` in bytes from 0, or -1. */
export interface Problem {
  type: string
  message: string
  from: number
  to: number
  column: number
}

/** DATAWAY:SYNTAX at its place in `source`; `original` maps offsets of the compiled text to it. */
export function syntaxFault(
  problem: Problem,
  bytes: Uint8Array,
  source: string,
  original: (offset: number) => number,
): Fault {
  const toOffset = (byte: number) => original(decoder.decode(bytes.subarray(0, byte)).length)
  const from = toOffset(Math.min(problem.from, bytes.length))
  const to = problem.to > problem.from ? toOffset(Math.min(problem.to, bytes.length)) : from + 1
  const start = placeOf(source, from)
  const end = placeOf(source, to)
  const line = source.split(/\r\n|\r|\n/)[start.line - 1] ?? ''
  const width = end.line === start.line ? Math.max(end.column - start.column, 1) : 1
  return fault('DATAWAY:SYNTAX', `${problem.type}: ${problem.message}`, {
    at: { ...start, endLine: end.line, endColumn: end.column },
    exception: problem.type,
    traceback: `  line ${start.line}\n    ${line}\n    ${' '.repeat(start.column - 1)}${'^'.repeat(width)}\n${problem.type}: ${problem.message}`,
    data: { platform: 1000001 },
  })
}

/** Line and column, from 1, in code points. */
function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset)
  const lines = before.split(/\r\n|\r|\n/)
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 }
}

interface Report {
  type: string
  message: string
  traceback: string
  /** In the script itself: line from 1 (0: none), columns in bytes from 0. */
  line: number
  column: number
  end: number
  /** The name that was probably meant. */
  meant?: string
}

/** DATAWAY:EXCEPTION with the traceback, at the innermost place in the script itself. */
export function exceptionFault(
  report: Report | null,
  program?: Program & { original(offset: number): number },
): Fault {
  if (!report) return fault('DATAWAY:INTERNAL', 'The script failed without an exception.')
  const { type, message, traceback, meant } = report
  const at = report.line && program ? placeIn(program, report) : undefined
  const hint = meant ? `Did you mean '${meant}'?` : returnHint(message)
  return fault('DATAWAY:EXCEPTION', message ? `${type}: ${message}` : type, {
    ...(at ? { at } : {}),
    exception: type,
    traceback: traceback.trimEnd(),
    ...(hint ? { hint } : {}),
    data: { platform: 1200001, exception: type, message, ...(meant ? { meant } : {}) },
  })
}

/** What is iterable and may not leave a script (assembly/message/persist.ts) leaves it as a list. */
function returnHint(message: string): string | undefined {
  const [, type = '', where] = /^a script cannot return a (\w+) \(at (.*)\); /.exec(message) ?? []
  if (
    !/^(range|set|frozenset|tuple|generator|map|filter|zip|enumerate|reversed|deque|dict_\w+|\w*iterator)$/.test(
      type,
    )
  )
    return undefined
  return where === 'result' ? 'Return list(…) of it.' : `Put list(…) of it at ${where}.`
}

const encoder = new TextEncoder()

function placeIn(program: Program & { original(offset: number): number }, frame: Report): SourcePlace {
  if (program.mode === 'text') {
    // The compiled text is one line: its columns are offsets, given back to the source.
    return placeOf(program.source, program.original(frame.column))
  }
  const line = program.source.split(/\r\n|\r|\n/)[frame.line - 1] ?? ''
  const column = (byte: number) => [...decoder.decode(encoder.encode(line).subarray(0, byte))].length + 1
  return { line: frame.line, column: column(frame.column), endLine: frame.line, endColumn: column(frame.end) }
}

/** Bytes that all values of one module may have together (assembly/memory/limits.ts). */
const MOST_BYTES = 0x6000_0000

/** The Fault of a script that was stopped whatever it catches, when values and programs held that many bytes. */
export function stopFault(reason: number, limits: Limits, inUse: number): Fault {
  const seconds = limits.milliseconds / 1000
  switch (reason) {
    case 1:
      return fault('DATAWAY:FUEL', `The script did more than ${limits.fuel.toLocaleString('en')} units of work.`, { hint: 'Look for a loop that does not end.' }) // prettier-ignore
    case 2:
      return fault('DATAWAY:TIMEOUT', `The script ran longer than ${seconds} s.`, { hint: 'Look for a loop that does not end.' }) // prettier-ignore
    case 3:
      return fault('DATAWAY:CANCELLED', 'The script was stopped.')
    case 4:
      if (inUse >= MOST_BYTES)
        return fault('DATAWAY:MEMORY', `The values of all runs need more than ${MOST_BYTES >> 20} MB together.`, { hint: 'Run less at once, or in shorter runs: a run keeps what its steps made until it ends.' }) // prettier-ignore
      return fault('DATAWAY:MEMORY', `The script needed more than ${limits.heapBytes >> 20} MB of memory.`, { hint: 'Work on the data in smaller parts.' }) // prettier-ignore
    default:
      return fault('DATAWAY:OUTPUT', `The script printed more than ${limits.outputBytes >> 20} MB.`)
  }
}

/** Only the checked build (build.mjs --checked) says what and where: UTF-16 behind its size. */
export function abortFault(memory: Uint8Array, what: number, file: number, line: number): Fault {
  const text = (at: number): string => {
    if (!at) return ''
    const size = new DataView(memory.buffer).getUint32(at - 4, true)
    return new TextDecoder('utf-16').decode(memory.slice(at, at + size))
  }
  return fault(
    'DATAWAY:INTERNAL',
    `The DataWay module stopped by itself. ${text(what)} ${text(file)}:${line}`,
  )
}
