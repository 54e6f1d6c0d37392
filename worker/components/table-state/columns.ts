// What a row is: a dict with a key, whose columns may have types.
import type { Context } from '../../model/context.ts'
import { Data } from '../../model/data.ts'
import { fault, type Fault } from '../../model/fault.ts'
import type { Value } from '../../model/value.ts'
import { heldValue } from '../held-value.ts'

export type Row = Map<Value, Value>
interface Column {
  type: string
  /** string: characters; decimal: digits in all, and after the point. */
  sizes: number[]
}

const typeNames: Record<string, string[]> = {
  int: ['int'],
  float: ['float', 'int'],
  bool: ['bool'],
  string: ['str'],
  decimal: ['Decimal', 'int'],
  date: ['date'],
  time: ['time'],
  datetime: ['datetime'],
}
/** Types whose values name a row. */
const keyTypes = ['str', 'int', 'Decimal', 'date', 'datetime']

export class Columns {
  readonly #context: Context
  readonly #key: string
  readonly #columns: ReadonlyMap<string, Column> | undefined

  /** Throws CORE:TABLE for a column that is written wrong. */
  constructor(context: Context) {
    this.#context = context
    this.#key = String(context.setting('key') ?? 'id')
    this.#columns = columnsOf(String(context.setting('columns') ?? ''))
  }

  /** The rows in a field. Throws CORE:TYPE when there are none. */
  rows(data: Data): Data[] {
    const context = this.#context
    const type = context.typeName(data)
    if (type === 'dict') return [data]
    if (type === 'list' || type === 'Entity') {
      const value = heldValue(data, context)
      return context.typeName(value) === 'dict' ? [value] : [...context.items(value)]
    }
    throw bad(`A ${type} is no row.`, 'rows', 'Give a list of dicts, or one dict.')
  }

  /** The row with its values, and the name of its key. Throws CORE:TYPE. */
  read(data: Data, index: number): { row: Row; name: string } {
    const row = data.value
    if (!(row instanceof Map))
      throw bad(
        `Row ${index} is a ${this.#context.typeName(data)}, no dict.`,
        'rows',
        'Give a list of dicts.',
      )
    const columns = this.#columns
    if (columns) {
      for (const name of row.keys())
        if (!columns.has(String(name)))
          throw bad(
            `Row ${index} has ${String(name)}, which is no column.`,
            'rows',
            'Add the column, or leave it out.',
          )
      for (const [name, column] of columns) this.#check(row.get(name) ?? null, name, column, index)
    }
    return { row, name: this.name(Data.of(row.get(this.#key) ?? null), `Row ${index}`) }
  }

  /** What stands for a key in the store: 1 and '1' are different keys. Throws CORE:TYPE. */
  name(key: Data, who: string): string {
    const type = this.#context.typeName(key)
    if (keyTypes.includes(type)) return `${type}:${this.#context.text(key)}`
    throw bad(`${who}: its key ${this.#key} is a ${type}.`, 'key', `A key is ${keyTypes.join(', ')}.`)
  }

  #check(value: Value, name: string, { type, sizes }: Column, index: number): void {
    if (value === null) return
    const context = this.#context
    const data = Data.of(value)
    const got = context.typeName(data)
    const wanted = sizes.length > 0 ? `${type}(${sizes.join(',')})` : type
    const wrong = (why: string): Fault =>
      bad(`Row ${index}, column ${name}: ${why}; ${wanted} was wanted.`, 'rows', 'Convert it before.')
    if (!typeNames[type]!.includes(got)) throw wrong(`a ${got}`)
    const text = context.text(data)
    if (type === 'string' && sizes.length > 0 && [...text].length > sizes[0]!)
      throw wrong(`${[...text].length} characters`)
    if (type === 'decimal' && sizes.length > 0) {
      const [whole = '', part = ''] = text.replace('-', '').split('.')
      const [digits = 0, after = 0] = sizes
      if (whole.replace(/^0+/, '').length > digits - after || part.length > after) throw wrong(text)
    }
  }
}

function columnsOf(text: string): Map<string, Column> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return undefined
  return new Map(
    lines.map((line) => {
      const found = /^\s*([^:]+?)\s*:\s*(\w+)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?\s*$/.exec(line)
      if (!found || !(found[2]! in typeNames))
        throw fault('CORE:TABLE', `${line.trim()} is no column.`, {
          at: { field: 'columns' },
          hint: `Write name: type; types are ${Object.keys(typeNames).join(', ')}.`,
        })
      const sizes = [found[3], found[4]].flatMap((size) => (size === undefined ? [] : [Number(size)]))
      return [found[1]!, { type: found[2]!, sizes }]
    }),
  )
}

function bad(message: string, field: string, hint: string): Fault {
  return fault('CORE:TYPE', message, { at: { field }, hint })
}
