// The variables of a message: values by name, in the order in which the names first came. Immutable. Messages that have the
// same names share the list of them, so that setting one copies no more than a short row of values.
import type { Data } from './data.ts'
import type { Noted } from './event.ts'

/** Lists of names that are kept for the next message; more are made and forgotten. */
const MAX_KEPT = 10_000
let kept = 0

/** Names in their order. */
export class Names {
  static readonly none = new Names([])
  readonly list: readonly string[]
  readonly #places = new Map<string, number>()
  readonly #longer = new Map<string, Names>()
  readonly #shorter = new Map<string, Names>()

  private constructor(list: readonly string[]) {
    this.list = list
    list.forEach((name, place) => this.#places.set(name, place))
  }
  placeOf(name: string): number | undefined {
    return this.#places.get(name)
  }
  and(name: string): Names {
    return this.#longer.get(name) ?? keep(this.#longer, name, new Names([...this.list, name]))
  }
  without(name: string): Names {
    const known = this.#shorter.get(name)
    if (known) return known
    const left = this.list.filter((one) => one !== name)
    return keep(this.#shorter, name, left.reduce<Names>((names, one) => names.and(one), Names.none)) // prettier-ignore
  }
}
function keep(list: Map<string, Names>, name: string, names: Names): Names {
  if (kept < MAX_KEPT) {
    kept++
    list.set(name, names)
  }
  return names
}

export class Variables implements ReadonlyMap<string, Data> {
  static readonly none = new Variables(Names.none, [])
  readonly names: Names
  /** How they stand in the event log: made at most once (engine/value-ref.ts). */
  noted: Noted | undefined = undefined
  /** In the order of the names. */
  readonly data: readonly Data[]

  private constructor(names: Names, data: readonly Data[]) {
    this.names = names
    this.data = data
  }
  /** Of pairs; the last one of a name counts. */
  static of(pairs: Iterable<readonly [string, Data]>): Variables {
    return pairs instanceof Variables ? pairs : Variables.none.and(pairs)
  }

  with(name: string, data: Data): Variables {
    const place = this.names.placeOf(name)
    if (place === undefined) return new Variables(this.names.and(name), this.#and(data))
    if (this.data[place] === data) return this
    const changed = this.data.slice()
    changed[place] = data
    return new Variables(this.names, changed)
  }
  /** The row with one more at its end. A spread would leave it room to grow, which it never does. */
  #and(last: Data): Data[] {
    const { data } = this
    const row = new Array<Data>(data.length + 1)
    for (let i = 0; i < data.length; i++) row[i] = data[i]!
    row[data.length] = last
    return row
  }
  and(pairs: Iterable<readonly [string, Data]>): Variables {
    return [...pairs].reduce<Variables>((all, [name, data]) => all.with(name, data), this)
  }
  without(name: string): Variables {
    const place = this.names.placeOf(name)
    if (place === undefined) return this
    const { data } = this
    const row = new Array<Data>(data.length - 1)
    for (let i = 0; i < row.length; i++) row[i] = data[i < place ? i : i + 1]!
    return new Variables(this.names.without(name), row)
  }
  /** With these names as they are in `before`: a value of then, or gone. */
  restored(names: readonly string[], before: Variables): Variables {
    return names.reduce<Variables>((result, name) => {
      const old = before.get(name)
      return old === undefined ? result.without(name) : result.with(name, old)
    }, this)
  }

  get size(): number {
    return this.data.length
  }
  get(name: string): Data | undefined {
    const place = this.names.placeOf(name)
    return place === undefined ? undefined : this.data[place]
  }
  has(name: string): boolean {
    return this.names.placeOf(name) !== undefined
  }
  keys(): MapIterator<string> {
    return this.names.list.values() as MapIterator<string>
  }
  values(): MapIterator<Data> {
    return this.data.values() as MapIterator<Data>
  }
  *entries(): MapIterator<[string, Data]> {
    for (let i = 0; i < this.data.length; i++) yield [this.names.list[i]!, this.data[i]!]
  }
  [Symbol.iterator](): MapIterator<[string, Data]> {
    return this.entries()
  }
  forEach(call: (data: Data, name: string, all: ReadonlyMap<string, Data>) => void): void {
    this.data.forEach((data, place) => call(data, this.names.list[place]!, this))
  }
}
