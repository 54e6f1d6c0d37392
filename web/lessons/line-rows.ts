// Two texts line by line beside each other: what both have stands in one row, what only one has stands alone. A comma at the end of a
// line says nothing: it is there because another line follows.
import { diff } from '@codemirror/merge'

export interface Row {
  kind: 'same' | 'differs'
  goal?: string
  yours?: string
}

/** Longer texts are compared up to here; lines. */
const longest = 5_000

/** Rows, and in how many places the texts differ. */
export function lineRows(goal: string, yours: string): { rows: Row[]; places: number } {
  const [a, b] = [linesOf(goal), linesOf(yours)]
  const letters = new Map<string, string>()
  // Each different line is one letter, so that a comparison of texts is one of lines.
  const coded = (lines: readonly string[]) =>
    lines.map((line) => letterOf(letters, line.replace(/,$/, ''))).join('')
  const changes = diff(coded(a), coded(b), { scanLimit: 500 })
  const rows: Row[] = []
  let [inGoal, inYours] = [0, 0]
  const same = (to: number) => {
    while (inGoal < to) rows.push({ kind: 'same', goal: a[inGoal++]!, yours: b[inYours++]! })
  }
  for (const { fromA, toA, fromB, toB } of changes) {
    same(fromA)
    for (let i = 0; i < Math.max(toA - fromA, toB - fromB); i++)
      rows.push({
        kind: 'differs',
        ...(fromA + i < toA && { goal: a[fromA + i]! }),
        ...(fromB + i < toB && { yours: b[fromB + i]! }),
      })
    inGoal = toA
    inYours = toB
  }
  same(a.length)
  return { rows, places: changes.length }
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n').slice(0, longest)
}

/** More than twice `longest` letters stand here below the halves of pairs. */
const firstLetter = 0x8000
function letterOf(letters: Map<string, string>, line: string): string {
  let letter = letters.get(line)
  if (letter === undefined) letters.set(line, (letter = String.fromCharCode(firstLetter + letters.size)))
  return letter
}
