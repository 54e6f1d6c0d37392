// One table in the store: a head, and buckets of rows by the hash of their keys, so that a row costs what its bucket costs. What
// was changed is written when the work is done: work that fails changes nothing.
import type { Tagged } from '../../model/app.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import type { Context } from '../../model/context.ts'
import { fault } from '../../model/fault.ts'
import { alone } from '../kept-state.ts'
import type { Row } from './columns.ts'

const MOST_ROWS = 100_000
const BUCKETS = 256

interface Head {
  [name: string]: Tagged
  key: string
  rows: number
  /** Number of the next new row: rows come in the order in which they were inserted. */
  serial: number
  /** Buckets that have rows. */
  buckets: number[]
}
type Bucket = { [name: string]: [serial: number, row: Tagged] }
export interface Kept {
  name: string
  serial: number
  row: Row
  /** The row as it is stored: equal text, equal row. */
  text: string
}

export class Table {
  readonly #context: Context
  readonly #place: string
  readonly #head: Head
  readonly #buckets = new Map<number, Bucket>()
  readonly #changed = new Set<number>()

  private constructor(context: Context, place: string, head: Head) {
    this.#context = context
    this.#place = place
    this.#head = head
  }

  /** Does the work while nobody else works on the table. Throws CORE:TABLE when it has another key. */
  static async use<T>(context: Context, work: (table: Table) => Promise<T>): Promise<T> {
    const name = String(context.setting('table') ?? '')
    const key = String(context.setting('key') ?? 'id')
    const place = `table/${name}`
    return await alone(context, place, async () => {
      const head = ((await context.state.get(place)) ?? { key, rows: 0, serial: 0, buckets: [] }) as Head
      if (head.key !== key && head.rows > 0)
        throw fault('CORE:TABLE', `The key of the table ${name} is ${head.key}, not ${key}.`, {
          at: { field: 'key' },
          hint: 'Use one key column for a table everywhere.',
        })
      const table = new Table(context, place, { ...head, key })
      const result = await work(table)
      await table.#save()
      return result
    })
  }

  async get(name: string): Promise<Kept | undefined> {
    const found = (await this.#bucket(bucketOf(name)))[name]
    return found && kept(name, found)
  }

  /** All rows, in the order in which they were inserted. */
  async all(): Promise<Kept[]> {
    const all: Kept[] = []
    for (const number of this.#head.buckets)
      for (const [name, found] of Object.entries(await this.#bucket(number))) all.push(kept(name, found))
    return all.sort((a, b) => a.serial - b.serial)
  }

  /** Inserts a row, or replaces the one of the same key in its place. Throws CORE:TABLE_FULL. */
  async put(name: string, row: Row): Promise<void> {
    const number = bucketOf(name)
    const bucket = await this.#bucket(number)
    const old = bucket[name]
    if (!old && ++this.#head.rows > MOST_ROWS)
      throw fault('CORE:TABLE_FULL', `The table would have more than ${MOST_ROWS} rows.`, {
        hint: 'Delete rows, or keep them in a database.',
      })
    bucket[name] = [old?.[0] ?? this.#head.serial++, toTagged(row)]
    this.#changed.add(number)
  }

  async delete(name: string): Promise<boolean> {
    const number = bucketOf(name)
    const bucket = await this.#bucket(number)
    if (!bucket[name]) return false
    delete bucket[name]
    this.#head.rows--
    this.#changed.add(number)
    return true
  }

  async #bucket(number: number): Promise<Bucket> {
    let bucket = this.#buckets.get(number)
    if (!bucket) {
      const isThere = this.#head.buckets.includes(number)
      bucket = (isThere ? await this.#context.state.get(`${this.#place}/${number}`) : undefined) as Bucket | undefined // prettier-ignore
      this.#buckets.set(number, (bucket ??= {}))
    }
    return bucket
  }

  async #save(): Promise<void> {
    if (this.#changed.size === 0) return
    const buckets = new Set(this.#head.buckets)
    for (const number of this.#changed) {
      const bucket = this.#buckets.get(number)!
      const isEmpty = Object.keys(bucket).length === 0
      if (isEmpty) buckets.delete(number)
      else buckets.add(number)
      await this.#context.state.put(`${this.#place}/${number}`, isEmpty ? undefined : bucket)
    }
    const head: Head = { ...this.#head, buckets: [...buckets].sort((a, b) => a - b) }
    await this.#context.state.put(this.#place, head.rows > 0 ? head : undefined)
  }
}

/** Names have their type in front, so none is a name that objects have by themselves. */
function kept(name: string, [serial, row]: [number, Tagged]): Kept {
  return { name, serial, row: fromTagged(row) as Row, text: textOf(row) }
}

/** The same for equal rows, in whatever order their columns are written. */
export function textOf(row: Tagged): string {
  const sorted = Object.entries(row as { [key: string]: Tagged }).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(sorted)
}

/** FNV-1a. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
