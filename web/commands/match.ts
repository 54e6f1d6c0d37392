// Which part of a label a typed text finds: whole words first, then starts of words, then letters in order. Pure.
export interface Match {
  score: number
  /** Ranges [from, to) of the label that were matched. */
  ranges: [number, number][]
}

/** Undefined: not found. `extra` words are searched too, but are not marked. */
export function match(label: string, typed: string, extra = ''): Match | undefined {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return { score: 0, ranges: [] }
  const text = label.toLowerCase()
  const at = text.indexOf(wanted)
  if (at === 0) return { score: 100, ranges: [[0, wanted.length]] }
  if (at > 0) return { score: isStart(text, at) ? 80 : 60, ranges: [[at, at + wanted.length]] }
  const words = wanted.split(/\s+/)
  if (words.length > 1 && words.every((word) => text.includes(word)))
    return { score: 50, ranges: words.map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length]).sort((a, b) => a[0] - b[0]) } // prettier-ignore
  const more = extra.toLowerCase()
  if (words.every((word) => `${text} ${more}`.includes(word))) return { score: 40, ranges: [] }
  return inOrder(text, wanted)
}

/** Letters in order, each at the start of a word or right after the one before: `us` finds `Until Successful`. */
function inOrder(text: string, wanted: string): Match | undefined {
  const ranges: [number, number][] = []
  let from = 0
  for (const letter of wanted) {
    let at = text.indexOf(letter, from)
    while (at >= 0 && at !== from && !isStart(text, at)) at = text.indexOf(letter, at + 1)
    if (at < 0) return undefined
    const last = ranges.at(-1)
    if (last && last[1] === at) last[1] = at + 1
    else ranges.push([at, at + 1])
    from = at + 1
  }
  return { score: 20 - ranges.length, ranges }
}

function isStart(text: string, at: number): boolean {
  return at === 0 || /[\s/·:(_-]/.test(text[at - 1]!)
}

/** The label cut into matched and other pieces. */
export function pieces(label: string, ranges: readonly [number, number][]): { text: string; hit: boolean }[] {
  const result: { text: string; hit: boolean }[] = []
  let from = 0
  for (const [start, end] of ranges) {
    if (start > from) result.push({ text: label.slice(from, start), hit: false })
    result.push({ text: label.slice(start, end), hit: true })
    from = end
  }
  if (from < label.length) result.push({ text: label.slice(from), hit: false })
  return result
}
