// CSV as a panel reads it: rows as dicts by the names of the first line, as DataWay's own conversion has them (RFC 4180).
// Columns without a name, and cells beyond the names, are left out.

/** Rows beyond are not read: the panel shows what there is room for, the flow sees all. */
const maxRows = 200_000

export function csvRows(text: string): Record<string, string>[] {
  const lines = cellsOf(text)
  const names = lines.next().value ?? []
  const rows: Record<string, string>[] = []
  for (const cells of lines) {
    if (rows.length >= maxRows) break
    rows.push(Object.fromEntries(cells.slice(0, names.length).map((cell, i) => [names[i]!, cell])))
  }
  return rows
}

/** Cells line by line; empty lines are none. */
function* cellsOf(text: string): Generator<string[], undefined> {
  let cells: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        const end = text.indexOf('"', at)
        cell += text.slice(at, end < 0 ? text.length : end)
        at = end < 0 ? text.length : end
        if (text[at + 1] !== '"') break
        cell += '"'
        at++
      }
      at++
    }
    const rest = /[,\r\n]/g
    rest.lastIndex = at
    const end = rest.exec(text)?.index ?? text.length
    cells.push(cell + text.slice(at, end))
    at = end + 1
    if (text[end] === ',' && at < text.length) continue
    if (text[end] === ',') cells.push('')
    if (text[end] === '\r' && text[at] === '\n') at++
    if (cells.length > 1 || cells[0] !== '') yield cells
    cells = []
  }
}
