// The assertions of a test: DataWay expressions over the last message and over what the steps were given.
import type { Reply } from '../../model/context.ts'
import type { DataWay, EvaluateEnv } from '../../model/dataway.ts'
import { Data } from '../../model/data.ts'
import { toFault } from '../../model/fault.ts'
import type { TestFailure } from '../../model/flow-test.ts'
import type { Message } from '../../model/message.ts'
import { splitMime } from '../../model/mime.ts'
import { Entity, MessageValue, type Value } from '../../model/value.ts'

export interface Seen {
  message: Message
  /** How often each step ran, by id and by name. */
  calls: Map<Value, Value>
  /** The messages each step got, by id and by name. */
  spies: Map<Value, Value>
  /** Values of the case. */
  values: Value
  /** What the trigger answered. */
  reply?: Reply
}

/** What does not hold. */
export function failuresOf(
  dataway: DataWay,
  asserts: readonly string[],
  seen: Seen,
  env: EvaluateEnv,
): TestFailure[] {
  if (asserts.length === 0) return []
  const valueOf = evaluator(dataway, seen, env)
  return asserts.flatMap((assert): TestFailure[] => {
    try {
      const value = valueOf(assert)
      if (dataway.truth(value)) return []
      return [
        { assert, message: `${assert} is ${dataway.text(value)}.`, ...sidesOf(assert, dataway, valueOf) },
      ]
    } catch (thrown) {
      const failed = toFault(thrown)
      const line = failed.at?.line
      const at = line === undefined ? failed.at : { ...failed.at, line: Math.max(1, line - 1) }
      return [{ assert, message: failed.message, fault: { ...failed, at } }]
    }
  })
}

function evaluator(dataway: DataWay, seen: Seen, env: EvaluateEnv): (source: string) => Data {
  const given = [new MessageValue(seen.message), seen.calls, seen.spies, seen.values, replyValue(seen.reply)]
  const message: Message = { ...seen.message, payload: Data.of(given), error: undefined }
  return (source) => dataway.evaluate(dataway.compile(asFunction(source), 'expression'), message, env)
}

/** The value of an expression as people read it: text as it is, anything else as indented JSON. Undefined: it has none. */
export function shownText(
  dataway: DataWay,
  source: string,
  seen: Seen,
  env: EvaluateEnv,
): string | undefined {
  try {
    const value = evaluator(dataway, seen, env)(source)
    if (dataway.typeName(value) === 'Entity')
      return indented(new TextDecoder().decode(dataway.toBytes(value).bytes))
    const message: Message = { ...seen.message, payload: value, error: undefined }
    return dataway.text(dataway.evaluate(dataway.compile(asText, 'code'), message, env))
  } catch {
    return undefined
  }
}
const asText = `def dw_process(msg):
    import json
    value = msg.payload
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False, default=str)`

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** The names an assertion sees are parameters, so that `msg.vars` is what the flow left. */
function asFunction(source: string): string {
  return `(lambda msg, calls, spies, case, reply: (\n${source}\n))(*msg.payload)`
}

/** A dict; names of headers in lower case, of several the last one counts. The body is an Entity of its content type. */
function replyValue(reply: Reply | undefined): Value {
  if (!reply) return null
  const headers = new Map<Value, Value>(reply.headers.map(([name, text]) => [name.toLowerCase(), text]))
  const { mime, encoding } = splitMime(String(headers.get('content-type') ?? 'application/octet-stream'))
  return new Map<Value, Value>([
    ['status', reply.status],
    ['headers', headers],
    ['body', new Entity(reply.body, mime, encoding)],
  ])
}

/** Both sides of a comparison that does not hold, when it is one comparison and nothing else. */
function sidesOf(
  assert: string,
  dataway: DataWay,
  valueOf: (source: string) => Data,
): Pick<TestFailure, 'left' | 'right'> {
  const sides = comparisonOf(assert)
  if (!sides) return {}
  try {
    const [left, right] = sides.map((side) => shortened(dataway.text(valueOf(`repr(${side})`))))
    return { left, right }
  } catch {
    return {}
  }
}

const longest = 500
function shortened(text: string): string {
  return text.length > longest ? text.slice(0, longest - 1) + '…' : text
}

/** `a == b` → `a` and `b`; undefined for anything with more to it outside of brackets and quotes. */
export function comparisonOf(source: string): [string, string] | undefined {
  let depth = 0
  let quote = ''
  let outside = ''
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!
    if (quote) {
      if (char === '\\') {
        outside += '  '
        i++
        continue
      }
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
    else if (depth === 0 && char !== '\n') {
      outside += char
      continue
    }
    outside += ' '
  }
  const found = [...outside.matchAll(/==|!=|<=|>=|<|>/g)]
  if (found.length !== 1 || /\b(and|or|not|if|lambda|in|is)\b|:=|#/.test(outside)) return undefined
  const [{ index, 0: sign }] = found as [RegExpExecArray]
  return [source.slice(0, index).trim(), source.slice(index + sign.length).trim()]
}
