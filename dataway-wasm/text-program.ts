// Text mode as one expression: its parts become a list, which the result type then turns into what is wanted.
// Text only: a str. One tag only: the value itself. Several parts: a list; for any other type than `any` their texts are
// put together first.
import type { SourceMode, TypeName } from '../worker/model/app.ts'
import { parseText } from '../worker/model/text-source.ts'

const types: TypeName[] = [
  'any',
  'str',
  'int',
  'float',
  'decimal',
  'bool',
  'bytes',
  'list',
  'dict',
  'datetime',
  'date',
  'time',
  'none',
]

/** Added to a conversion: the items' texts are joined before it. */
const JOIN = 32

/** The number of a conversion for the module (assembly/message/convert.ts). */
export function conversionOf(mode: SourceMode | 'module', as: TypeName, source: string): number {
  const to = types.indexOf(as)
  if (mode !== 'text' || as === 'any' || as === 'none' || as === 'list') return to
  return parseText(source).length > 1 ? to + JOIN : to
}

export function wrapText(
  source: string,
  _as: TypeName,
): { source: string; original: (offset: number) => number } {
  const parts = parseText(source)
  const places: { at: number; from: number; length: number }[] = []
  let text = parts.length > 1 ? '[' : ''
  parts.forEach((part, i) => {
    if (i) text += ', '
    if (part.kind === 'text') text += literal(part.text)
    else {
      places.push({ at: text.length + 1, from: part.start, length: part.source.length })
      // A line break inside parentheses is white space; as a space it keeps the compiled text on one line.
      text += `(${part.source.replace(/\r\n|\r|\n/g, (b) => ' '.repeat(b.length))})`
    }
  })
  if (parts.length === 0) text = "''"
  else if (parts.length > 1) text += ']'
  return {
    source: text,
    original: (offset) => {
      const place = places.findLast((p) => p.at <= offset) ?? places[0]
      return place ? place.from + Math.min(Math.max(offset - place.at, 0), place.length) : 0
    },
  }
}

function literal(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** A text between quotes as a script has it, without escapes. */
const name = String.raw`(?:'([^'"\\\n]*)'|"([^'"\\\n]*)")`
/** How a script asks for a variable by its name: `msg.vars['n']`, `msg.vars.get('n'`, `'n' in msg.vars`. */
const asks = [
  String.raw`\bmsg\.vars\[\s*${name}\s*\]`,
  String.raw`\bmsg\.vars\.get\(\s*${name}\s*(?=[,)])`,
  String.raw`(?<=(?:^|[(,=:[{]|\b(?:if|and|or|not|return|else))\s*)${name}\s+(?:not\s+)?in\s+msg\.vars\b(?!\s*[[.(])`,
].map((pattern) => new RegExp(pattern, 'g'))

/** Names of the variables that an expression, or the body of `dw_process`, surely sees no others of; `all` where it might. */
export function variablesSeen(source: string): 'all' | readonly string[] {
  const names = new Set<string>()
  let rest = source.replace(/\bmsg\.(payload|attrs|error|id|seq_id|isthrowing)\b/g, '')
  for (const pattern of asks)
    rest = rest.replace(pattern, (_, one?: string, other?: string) => {
      names.add(one ?? other!)
      return ''
    })
  return /\b(msg|globals|locals|vars|eval|exec|import)\b|__/.test(rest) ? 'all' : [...names]
}
/** The same of a script, whose message has the name that its function gives it. */
export function variablesSeenByCode(source: string): 'all' | readonly string[] {
  const [before, body, ...more] = source.split(/\bdef\s+dw_process\s*\(\s*msg\s*\)/)
  return body === undefined || more.length > 0 ? 'all' : variablesSeen(`${before} ${body}`)
}
