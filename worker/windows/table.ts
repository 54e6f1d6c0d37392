// A list of dicts as a table: the columns of its first rows, and a window of rows with a short text in each cell.
import type { ValuePlace, ValueTable } from '../api.ts'
import type { Message } from '../model/message.ts'
import { childrenOf, previewOf, type Seen } from './view.ts'
import { isDict } from './views.ts'
import { seenAt } from './windows.ts'

/** Rows that are asked for their columns, and the most columns there are. */
const asked = 200
const maxColumns = 100
const maxRows = 1_000

export function tableOf(message: Message, place: ValuePlace, from: number, count: number): ValueTable {
  const children = childrenOf(seenAt(message, place).value)
  const columns = new Set<string>()
  for (const { value } of children.slice(0, asked))
    if (isDict(value))
      for (const { key } of childrenOf(value)) if (columns.size < maxColumns) columns.add(String(key))
  const names = [...columns]
  return {
    columns: names,
    count: children.length,
    rows: children.slice(from, from + Math.min(count, maxRows)).map(({ value }) => {
      if (!isDict(value)) return [previewOf(value)]
      const cells = new Map(childrenOf(value).map((one) => [String(one.key), one.value]))
      return names.map((name) => (cells.has(name) ? cellOf(cells.get(name)) : ''))
    }),
  }
}

/** A text without its quotes: in a table it is read, not written. */
function cellOf(value: Seen): string {
  return typeof value === 'string' ? value.slice(0, 120) : previewOf(value)
}
