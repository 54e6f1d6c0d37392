// Small facts about the view that are remembered in this browser: pane sizes, what is open. Never data of an app.
import { readLocal, writeLocal } from './local.ts'

/** A remembered value, reactive. A value that storage refuses or that cannot be read is the given one. */
export class Kept<T> {
  readonly #name: string
  #value = $state.raw() as T

  constructor(name: string, initial: T) {
    this.#name = `weft-${name}`
    this.#value = read(this.#name, initial)
  }
  get value(): T {
    return this.#value
  }
  set value(next: T) {
    this.#value = next
    writeLocal(this.#name, JSON.stringify(next))
  }
}

function read<T>(name: string, initial: T): T {
  try {
    const text = readLocal(name)
    const value: unknown = text === null ? undefined : JSON.parse(text)
    return typeof value === typeof initial && Array.isArray(value) === Array.isArray(initial)
      ? (value as T)
      : initial
  } catch {
    return initial
  }
}
