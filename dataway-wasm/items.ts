// What For Each loops over: items come out of the module some at a time, because each way in and out costs as much as an item.
import type { Data } from '../worker/model/data.ts'
import type { Items } from '../worker/model/context.ts'

export class FetchedItems implements Items {
  readonly count: number
  /** The items from a number on, at least one of them. */
  readonly #fetch: (from: number) => Data[]
  #from = 0
  #fetched: readonly Data[]

  constructor(count: number, first: readonly Data[], fetch: (from: number) => Data[]) {
    this.count = count
    this.#fetched = first
    this.#fetch = fetch
  }

  at(index: number): Data {
    const known = this.#fetched[index - this.#from]
    if (known) return known
    this.#fetched = this.#fetch(index)
    this.#from = index
    return this.#fetched[0]!
  }
  *[Symbol.iterator](): Iterator<Data> {
    for (let i = 0; i < this.count; i++) yield this.at(i)
  }
}
