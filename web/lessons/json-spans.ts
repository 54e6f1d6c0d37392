// The words of a line of JSON by what they are, for their colours. A line that is no JSON is one plain word.
export interface JsonSpan {
  kind: 'key' | 'string' | 'number' | 'word' | 'plain'
  text: string
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g

export function jsonSpans(line: string): JsonSpan[] {
  const spans: JsonSpan[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) spans.push({ kind: 'plain', text: line.slice(at, to) })
  }
  for (const match of line.matchAll(token)) {
    const [whole, text, colon, number] = match
    plain(match.index)
    spans.push({ kind: text ? (colon ? 'key' : 'string') : number ? 'number' : 'word', text: text ?? whole })
    if (colon) spans.push({ kind: 'plain', text: colon })
    at = match.index + whole.length
  }
  plain(line.length)
  return spans
}
