// The open lists of one Aggregator in the store: a table of them, and each item under a key of its own, so that adding one
// costs the same whatever the length of its list.
import type { Tagged } from '../../model/app.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import type { Context } from '../../model/context.ts'
import { fault } from '../../model/fault.ts'
import type { MaybePromise } from '../../model/maybe-promise.ts'
import type { Value } from '../../model/value.ts'
import { alone, keyOf, nameOf } from '../kept-state.ts'

const MOST_LISTS = 1_000
const MOST_ITEMS = 10_000
/** Lists that one message lets go because their time is over. */
const MOST_OVERDUE = 10

export interface List {
  key: string
  items: Value[]
}
interface Open {
  [name: string]: Tagged
  /** When its first message came, and which one that was. */
  since: number
  by: string
  count: number
}
type Table = { [key: string]: Open }
interface Item {
  item: Value
  order: number | undefined
}
interface Rules {
  by: string
  /** Milliseconds; 0: none. */
  timeout: number
  isComplete(count: number, items: () => Promise<Value[]>): MaybePromise<boolean>
}

export class Lists {
  readonly #context: Context
  readonly #place: string

  constructor(context: Context) {
    this.#context = context
    this.#place = `aggregate/${context.step.id}`
  }

  /** `begun`: the list began with this item. `overdue`: lists of other keys whose keeper is gone. */
  add(
    key: string,
    { item, order }: Item,
    { by, timeout, isComplete }: Rules,
  ): Promise<{ complete?: List; begun?: string; overdue: List[] }> {
    return this.#alone(async (table) => {
      const now = this.#context.now()
      const name = nameOf(key)
      const list = table[name] ?? { since: now, by, count: 0 }
      if (list.count === 0 && Object.keys(table).length >= MOST_LISTS)
        throw full(`${MOST_LISTS} lists are open`)
      if (list.count >= MOST_ITEMS) throw full(`the list ${key} has ${MOST_ITEMS} messages`)
      await this.#context.state.put(this.#item(name, list.count), [toTagged(item), order ?? null])
      list.count++
      table[name] = list
      const isWhole = await isComplete(list.count, () => this.#read(name, list.count))
      const complete = isWhole ? await this.#take(table, name) : undefined
      const overdue: List[] = []
      if (timeout > 0)
        for (const [other, { since }] of Object.entries(table)) {
          if (overdue.length === MOST_OVERDUE) break
          // The keeper itself has the first turn.
          if (other !== name && now >= since + timeout * 1.5) overdue.push(await this.#take(table, other))
        }
      return { complete, begun: list.count === 1 && !isWhole ? list.by : undefined, overdue }
    })
  }

  async isOpen(key: string, by: string): Promise<boolean> {
    const table = (await this.#context.state.get(this.#place)) as Table | undefined
    return table?.[nameOf(key)]?.by === by
  }

  /** The list as it is, which is then gone; undefined when it is no longer this one. */
  take(key: string, by: string): Promise<List | undefined> {
    return this.#alone(async (table) =>
      table[nameOf(key)]?.by === by ? await this.#take(table, nameOf(key)) : undefined,
    )
  }

  async #take(table: Table, name: string): Promise<List> {
    const { count } = table[name]!
    const items = await this.#read(name, count)
    delete table[name]
    for (let i = 0; i < count; i++) await this.#context.state.put(this.#item(name, i), undefined)
    return { key: keyOf(name), items }
  }

  async #read(name: string, count: number): Promise<Value[]> {
    const items: { item: Value; order: number }[] = []
    for (let i = 0; i < count; i++) {
      const [item, order] = ((await this.#context.state.get(this.#item(name, i))) ?? [null, null]) as [
        Tagged,
        number | null,
      ]
      items.push({ item: fromTagged(item), order: order ?? i })
    }
    return items.sort((a, b) => a.order - b.order).map(({ item }) => item)
  }

  #alone<T>(work: (table: Table) => Promise<T>): Promise<T> {
    const context = this.#context
    return alone(context, this.#place, async () => {
      const table = ((await context.state.get(this.#place)) ?? {}) as Table
      const result = await work(table)
      await context.state.put(this.#place, Object.keys(table).length > 0 ? table : undefined)
      return result
    })
  }

  #item(name: string, index: number): string {
    return `${this.#place}/${name}/${index}`
  }
}

function full(why: string) {
  return fault('CORE:AGGREGATOR_FULL', `No message can be kept: ${why}.`, {
    hint: 'Give a size, a condition or a time after which lists are let go.',
  })
}
