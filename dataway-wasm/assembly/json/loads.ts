// JSON text to a value, with Python's errors: json.loads and the values of JSON entities.
import { alloc } from '../memory/region.ts'
import { reserve } from '../memory/limits.ts'
import { ERROR, Value } from '../value/value.ts'
import { ExcKind, raise } from '../vm/raise.ts'
import { diagnose, locate, problemAt, problemColumn, problemLine } from './diagnose.ts'
import { JsonError, jsonError, readJson } from './read.ts'
import { nodeValue } from './tape.ts'

/** Room for text that readJson may read: bytes to write behind it. */
export function documentRoom(n: usize): usize {
  return alloc(n + 80)
}

/** The value of `n` bytes at `p`, which stay there as long as the value and have 64 bytes behind them. ERROR. */
export function loadDocument(p: usize, n: usize, flags: u32): Value {
  const node = readJson(p, n, flags)
  if (node) return nodeValue(node)
  if (jsonError == JsonError.LIMIT) return ERROR
  if (jsonError == JsonError.DEPTH) return raise(ExcKind.RecursionError, 'maximum recursion depth exceeded while decoding a JSON array from a unicode string')
  if (jsonError == JsonError.UTF8) return raise(ExcKind.UnicodeDecodeError, "'utf-8' codec can't decode the JSON text: invalid UTF-8")
  const text = diagnose(p, n)
  locate(p, n)
  return raise(
    ExcKind.JSONDecodeError,
    text + ': line ' + problemLine.toString() + ' column ' + problemColumn.toString() + ' (char ' + problemAt.toString() + ')',
  )
}

/** The same for text that belongs to others: it is copied. */
export function loadCopy(p: usize, n: usize, flags: u32): Value {
  if (n > 65536 && !reserve(n)) return ERROR
  const own = documentRoom(n)
  memory.copy(own, p, n)
  return loadDocument(own, n, flags)
}
