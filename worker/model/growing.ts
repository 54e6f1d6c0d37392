// Lists and dicts that are put together item by item over many messages (Set Variable's append and put). Each message has its own
// version, as if it were copied every time. In fact the versions share one list or dict, which always is the newest of them, and an
// older one is made again when somebody reads it (Baker, "Shallow binding makes functional arrays fast"). So n items cost n steps.
import { toTagged } from './codec.ts'
import { Data, type Handle, type HandleOwner } from './data.ts'
import type { Value } from './value.ts'

/** A dict forgets its older versions, which are read no more then, when it was changed this many times more than it has entries. */
const MOST_CHANGES = 1_000

/** What all versions of a list or dict share. Versions are counted by the changes that led to them. */
interface Shared<T extends Value> {
  readonly changes: number
  /** A copy of this version. */
  at(version: number): T
}

class SharedList implements Shared<Value[]> {
  readonly #items: Value[]
  constructor(items: Value[]) {
    this.#items = items
  }
  get changes(): number {
    return this.#items.length
  }
  at(version: number): Value[] {
    return this.#items.slice(0, version)
  }
  add(items: readonly Value[]): void {
    for (const item of items) this.#items.push(item)
  }
}

class SharedDict implements Shared<Map<Value, Value>> {
  readonly #dict: Map<Value, Value>
  /** What each change replaced; undefined: its key was new. */
  readonly #replaced: { key: Value; value: Value | undefined }[] = []
  constructor(dict: Map<Value, Value>) {
    this.#dict = dict
  }
  get changes(): number {
    return this.#replaced.length
  }
  get isWorn(): boolean {
    return this.#replaced.length > this.#dict.size * 2 + MOST_CHANGES
  }
  at(version: number): Map<Value, Value> {
    const dict = new Map(this.#dict)
    for (let i = this.#replaced.length - 1; i >= version; i--) {
      const { key, value } = this.#replaced[i]!
      if (value === undefined) dict.delete(key)
      else dict.set(key, value)
    }
    return dict
  }
  put(entries: Iterable<readonly [Value, Value]>): void {
    for (const [key, value] of entries) {
      this.#replaced.push({ key, value: this.#dict.get(key) })
      this.#dict.set(key, value)
    }
  }
}

class Version implements Handle {
  readonly owner = owner
  readonly shared: Shared<Value[] | Map<Value, Value>>
  readonly number: number
  constructor(shared: Shared<Value[] | Map<Value, Value>>) {
    this.shared = shared
    this.number = shared.changes
  }
}

const encoder = new TextEncoder()
const owner: HandleOwner = {
  toValue: (handle) => valueOf(handle as Version),
  toTagged: (handle) => encoder.encode(JSON.stringify(toTagged(valueOf(handle as Version)))),
}
function valueOf({ shared, number }: Version): Value {
  return shared.at(number)
}

/** What a value shares with its versions, when it is the newest of them. */
function newest<S extends Shared<Value[] | Map<Value, Value>>>(
  { handle }: Data,
  kind: new (start: never) => S,
): S | undefined {
  if (!(handle instanceof Version) || !(handle.shared instanceof kind)) return undefined
  return handle.number === handle.shared.changes ? handle.shared : undefined
}

/** The list with these items behind it; undefined when it is none. The old list stays as it is. */
export function withItems(list: Data, items: readonly Value[]): Data | undefined {
  const shared =
    newest(list, SharedList) ?? (Array.isArray(list.value) ? new SharedList(list.value.slice()) : undefined)
  shared?.add(items)
  return shared && Data.ofHandle(new Version(shared))
}

/** The dict with these entries, each in the place of that with its key or behind it; undefined when it is none. The old dict stays as it is. */
export function withEntries(dict: Data, entries: Iterable<readonly [Value, Value]>): Data | undefined {
  let shared = newest(dict, SharedDict)
  if (!shared || shared.isWorn)
    shared = dict.value instanceof Map ? new SharedDict(new Map(dict.value)) : undefined
  shared?.put(entries)
  return shared && Data.ofHandle(new Version(shared))
}
