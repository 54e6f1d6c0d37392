// One value in the forms it has taken so far. A step passes Data on; who needs another form asks for it, and it is
// made at most once and remembered. `handle` is a place in a DataWay heap: only the DataWay host makes and reads it.
import type { Noted } from './event.ts'
import type { Value } from './value.ts'

/** A value inside a DataWay instance. Valid until its owner resets the region it lives in. */
export interface Handle {
  /** Who can read it; another instance must ask the owner for the JavaScript form. */
  readonly owner: HandleOwner
}

export interface HandleOwner {
  toValue(handle: Handle): Value
  /** Tagged JSON (codec.ts) as UTF-8 bytes, made inside wasm without JavaScript objects. */
  toTagged(handle: Handle): Uint8Array
}

export class Data {
  static readonly none = new Data(null)
  #value: Value | undefined
  #handle: Handle | undefined
  /** How it stands in the event log: made at most once (engine/value-ref.ts). */
  noted: Noted | undefined = undefined
  /** It belongs to the app, so that it comes again in every run. */
  isConstant = false

  private constructor(value: Value | undefined, handle?: Handle) {
    this.#value = value
    this.#handle = handle
  }
  static of(value: Value): Data {
    return value === null ? Data.none : new Data(value)
  }
  static constant(value: Value): Data {
    if (value === null) return Data.none
    const data = new Data(value)
    data.isConstant = true
    return data
  }
  static ofHandle(handle: Handle): Data {
    return new Data(undefined, handle)
  }

  /** The JavaScript form, decoded on first use. Do not change what it returns: it is shared. */
  get value(): Value {
    if (this.#value === undefined) this.#value = this.#handle!.owner.toValue(this.#handle!)
    return this.#value
  }
  get handle(): Handle | undefined {
    return this.#handle
  }
  /** Only for the DataWay host: remembers the handle it made of this value. */
  remember(handle: Handle | undefined): void {
    if (handle === undefined && this.#value === undefined) void this.value
    this.#handle = handle
  }
  /** Whether the JavaScript form exists already, so that reading it costs nothing. */
  get hasValue(): boolean {
    return this.#value !== undefined
  }
}
