// XML as a panel shows it: one line an element, indented by depth, its parts by kind, so that the page only colours them. What
// is not well-formed is shown as far as it can be read; nothing is resolved, no entity, no DTD.
import type { ValueLines, ValuePlace, XmlLine } from '../api.ts'
import type { Message } from '../model/message.ts'
import { Entity } from '../model/value.ts'
import { textOf } from './view.ts'
import { seenAt } from './windows.ts'

/** Lines beyond are not made: the panel shows a part, *Download* has all. */
const maxLines = 200_000
const maxWindow = 1_000
/** A longer text of one part is cut in the middle of the screen anyway. */
const maxPart = 2_000

const made = new WeakMap<object, XmlLine[]>()

/** Lines `from` … `from + count` of the XML at a place. */
export function xmlLinesOf(message: Message, place: ValuePlace, from: number, count: number): ValueLines {
  const { value } = seenAt(message, place)
  const key = typeof value === 'object' && value !== null ? value : message
  let lines = made.get(key)
  if (!lines) {
    lines = xmlLines(value instanceof Entity ? textOf(value) : String(value))
    made.set(key, lines)
  }
  return { count: lines.length, lines: lines.slice(from, from + Math.min(count, maxWindow)) }
}

/** An element that holds only text stays on one line. */
export function xmlLines(text: string): XmlLine[] {
  const lines: XmlLine[] = []
  let depth = 0
  /** Whether the last line is an open tag that may still take its text and its end. */
  let open = false
  const token = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>[]*(?:\[[\s\S]*?\])?[^>]*>?|<\/[^>]*>?|<(?:"[^"]*"|'[^']*'|[^>"'])*>?|[^<]+/g // prettier-ignore
  for (const [piece] of text.matchAll(token)) {
    if (lines.length >= maxLines) break
    if (piece.startsWith('</')) {
      depth = Math.max(0, depth - 1)
      const end = [['tag', piece] as const]
      if (open) lines.at(-1)!.parts.push(...end)
      else lines.push({ depth, parts: [...end] })
      open = false
    } else if (/^<(?:!--|\?|!(?!\[CDATA))/.test(piece)) {
      lines.push({ depth, parts: [['comment', cut(piece)]] })
      open = false
    } else if (piece.startsWith('<![CDATA[') || !piece.startsWith('<')) {
      const content = piece.startsWith('<') ? piece : piece.trim()
      if (content === '') continue
      const part = ['text', cut(content)] as const
      // The end tag still comes on the same line.
      if (open) lines.at(-1)!.parts.push(part)
      else lines.push({ depth, parts: [part] })
    } else {
      lines.push({ depth, parts: tagParts(piece) })
      open = !piece.endsWith('/>')
      if (open) depth++
    }
  }
  return lines
}

function tagParts(tag: string): XmlLine['parts'] {
  const parts: XmlLine['parts'] = []
  for (const [piece, name, equals, value] of tag.matchAll(
    /\s([^\s=/>"']+)(\s*=\s*)("[^"]*"|'[^']*')|[^\s]+|\s+/g,
  )) {
    if (name === undefined) parts.push(['tag', /^\s/.test(piece) ? '' : cut(piece)])
    else parts.push(['tag', ' '], ['name', name], ['tag', equals!.trim()], ['value', cut(value!)])
  }
  return parts.filter(([, text]) => text !== '')
}

function cut(text: string): string {
  return text.length > maxPart ? `${text.slice(0, maxPart)}…` : text
}
