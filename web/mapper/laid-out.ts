// A value as Python writes it, over lines: what fits into one line stays there. Text that was cut stays as far as it goes. Pure.
const width = 44
const opening = '([{'
const closing = ')]}'

export function laidOut(text: string): string {
  return piece(text, 0, '').text
}

/** From a place to the end of what is bracketed around it. */
function piece(text: string, from: number, margin: string): { text: string; to: number } {
  let out = ''
  let at = from
  while (at < text.length) {
    const char = text[at]!
    if (char === "'" || char === '"') {
      const end = stringEnd(text, at)
      out += text.slice(at, end)
      at = end
    } else if (opening.includes(char)) {
      const flat = flatEnd(text, at)
      if (flat !== undefined && flat - at <= width) {
        out += text.slice(at, flat)
        at = flat
      } else {
        const inside = piece(text, at + 1, `${margin}  `)
        const close = text[inside.to] ?? ''
        out += `${char}\n${margin}  ${inside.text.trim()}${close && `\n${margin}${close}`}`
        at = inside.to + close.length
      }
    } else if (from > 0 && closing.includes(char)) return { text: out, to: at }
    else if (char === ',' && from > 0) {
      out += `,\n${margin}`
      at += text[at + 1] === ' ' ? 2 : 1
    } else {
      out += char
      at++
    }
  }
  return { text: out, to: at }
}

/** The end of the bracket that opens here; undefined where the text was cut before it. */
function flatEnd(text: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at]!
    if (char === "'" || char === '"') at = stringEnd(text, at) - 1
    else if (opening.includes(char)) depth++
    else if (closing.includes(char) && --depth === 0) return at + 1
  }
  return undefined
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[from]) return at + 1
  }
  return text.length
}
