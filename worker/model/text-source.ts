// The source of a text-mode field: text with DataWay expressions in double braces, `Hello {{msg.payload['name']}}`.
// The editor draws each expression as a chip, DataWay evaluates it. A literal `{{` is written `\{{`.

/** A part of the source; `from` and `to` are offsets into it, braces and escapes included. */
export type TextPart =
  | { kind: 'text'; text: string; from: number; to: number }
  /** `start` is the offset of the expression's first character. */
  | { kind: 'expression'; source: string; start: number; from: number; to: number }

const opening = '([{'
const closing = ')]}'

/** Cuts a text source into its parts. Text after an expression that never closes stays text. */
export function parseText(source: string): TextPart[] {
  const parts: TextPart[] = []
  let text = ''
  let textFrom = 0
  let at = 0
  const endText = (to: number) => {
    if (to > textFrom) parts.push({ kind: 'text', text, from: textFrom, to })
    text = ''
  }
  while (at < source.length) {
    if (source.startsWith('\\{{', at)) {
      text += '{{'
      at += 3
      continue
    }
    const end = source.startsWith('{{', at) ? expressionEnd(source, at + 2) : -1
    if (end < 0) {
      text += source[at++]
      continue
    }
    endText(at)
    parts.push({
      kind: 'expression',
      source: source.slice(at + 2, end),
      start: at + 2,
      from: at,
      to: end + 2,
    })
    at = textFrom = end + 2
  }
  endText(source.length)
  return parts
}

/** Plain text as a text source that means exactly this text. */
export function textSource(text: string): string {
  return text.replaceAll('{{', '\\{{')
}

/** Offset of the `}}` that ends an expression: outside strings and with all brackets closed. -1: there is none. */
function expressionEnd(source: string, from: number): number {
  let depth = 0
  let at = from
  while (at < source.length) {
    const char = source[at]!
    if (char === '"' || char === "'") {
      at = stringEnd(source, at)
      if (at < 0) return -1
      continue
    }
    if (depth === 0 && source.startsWith('}}', at)) return at
    if (opening.includes(char)) depth++
    if (closing.includes(char) && depth-- === 0) return -1
    at++
  }
  return -1
}

function stringEnd(source: string, from: number): number {
  const quote = source[from]!
  const triple = source.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote
  let at = from + triple.length
  while (at < source.length) {
    if (source[at] === '\\') at += 2
    else if (source.startsWith(triple, at)) return at + triple.length
    else at++
  }
  return -1
}
