// Markdown of our docs and notes as plain data: blocks and spans that a component draws as elements. No HTML passes
// through; a link is kept only with an allowed scheme.
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; spans: Span[] }
  | { kind: 'em'; spans: Span[] }
  | { kind: 'link'; href: string; spans: Span[] }

export type Block =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'code'; text: string; language: string }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'quote'; spans: Span[] }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] }
  | { kind: 'rule' }

/** Characters; a note longer than this is cut, so that hostile text cannot hold the page up. */
const LIMIT = 30_000

export function markdown(source: string): Block[] {
  const lines = source.slice(0, LIMIT).replaceAll('\r', '').split('\n')
  const blocks: Block[] = []
  let at = 0
  const gather = (test: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && test(lines[at]!)) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at]!
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    const fence = /^(```+|~~~+)\s*(\w*)/.exec(line)
    if (line.trim() === '') at++
    else if (fence) {
      at++
      const text = gather((l) => !l.startsWith(fence[1]!)).join('\n')
      at++
      blocks.push({ kind: 'code', text, language: fence[2] ?? '' })
    } else if (heading) {
      at++
      blocks.push({ kind: 'heading', level: heading[1]!.length, spans: spans(heading[2]!) })
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      at++
      blocks.push({ kind: 'rule' })
    } else if (isItem(line)) {
      const ordered = /^\s*\d/.test(line)
      blocks.push({ kind: 'list', ordered, items: items(gather((l) => isItem(l) || /^\s{2,}\S/.test(l))) })
    } else if (line.startsWith('>')) {
      const text = gather((l) => l.startsWith('>')).map((l) => l.replace(/^>\s?/, ''))
      blocks.push({ kind: 'quote', spans: spans(text.join(' ')) })
    } else if (line.includes('|') && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[at + 1] ?? '')) {
      const rows = gather((l) => l.includes('|')).map(cells)
      blocks.push({ kind: 'table', head: rows[0]!, rows: rows.slice(2) })
    } else {
      const first = at
      const text = gather(
        (l) => at === first || (l.trim() !== '' && !/^(#{1,6}\s|```|~~~|>)/.test(l) && !isItem(l)),
      )
      blocks.push({ kind: 'paragraph', spans: spans(text.map((l) => l.trim()).join(' ')) })
    }
  }
  return blocks
}

/** Whether drawing it shows more than its letters: marks, lists, several paragraphs. */
export function isMarked(source: string): boolean {
  const [first, ...rest] = markdown(source)
  if (!first) return false
  return rest.length > 0 || first.kind !== 'paragraph' || first.spans.some(({ kind }) => kind !== 'text')
}

const isItem = (line: string) => /^\s*([-*+]|\d+[.)])\s+/.test(line)

function items(lines: string[]): Span[][] {
  const texts: string[] = []
  for (const line of lines) {
    if (isItem(line)) texts.push(line.replace(/^\s*([-*+]|\d+[.)])\s+/, ''))
    else texts[texts.length - 1] += ' ' + line.trim()
  }
  return texts.map(spans)
}

function cells(line: string): Span[][] {
  const bare = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return bare.split(/(?<!\\)\|/).map((cell) => spans(cell.trim().replaceAll('\\|', '|')))
}

const marks =
  /(?<code>`+)(?<codeText>.+?)\k<code>|\*\*(?<strong>.+?)\*\*|(?<![\w*])[*_](?<em>[^\s*_](?:.*?[^\s*_])?)[*_](?![\w*])|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)/

function spans(text: string, depth = 0): Span[] {
  const found: Span[] = []
  let rest = text
  while (rest !== '') {
    const match = depth > 4 ? null : marks.exec(rest)
    if (!match?.groups) {
      found.push({ kind: 'text', text: rest })
      break
    }
    if (match.index > 0) found.push({ kind: 'text', text: rest.slice(0, match.index) })
    const { codeText, strong, em, label, href } = match.groups
    if (codeText !== undefined) found.push({ kind: 'code', text: codeText.trim() })
    else if (strong !== undefined) found.push({ kind: 'strong', spans: spans(strong, depth + 1) })
    else if (em !== undefined) found.push({ kind: 'em', spans: spans(em, depth + 1) })
    else if (safe(href!)) found.push({ kind: 'link', href: href!, spans: spans(label!, depth + 1) })
    else found.push(...spans(label!, depth + 1))
    rest = rest.slice(match.index + match[0].length)
  }
  return found
}

/** Web and mail addresses, and places inside the studio. */
function safe(href: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(href)
}
