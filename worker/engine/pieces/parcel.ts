// Messages on their way between workers. What the variables of many pieces share (the list that every piece of a Parallel For
// Each can look back at) has a number and crosses once a worker, not once a piece.
import type { Tagged } from '../../model/app.ts'
import { fromTagged, toTagged } from '../../model/codec.ts'
import { Data } from '../../model/data.ts'
import type { Fault } from '../../model/fault.ts'
import { message, type Message } from '../../model/message.ts'
import { Variables } from '../../model/variables.ts'

/** A value; or the number of one that the other side has; or both: from now on it has it. */
export type Packed = { value: Tagged; number?: number } | { number: number }
export interface PackedMessage {
  payload: Packed
  attributes: Packed
  variables: [name: string, value: Packed][]
  error?: Fault
  seqId: string
}

/** The values of one side that have a number. */
export class Shelf {
  readonly #numbers = new Map<Data, number>()
  readonly #values = new Map<number, Data>()

  numberOf(data: Data): number | undefined {
    return this.#numbers.get(data)
  }
  numbers(): Iterable<number> {
    return this.#values.keys()
  }
  at(number: number): Data {
    return this.#values.get(number)!
  }
  put(data: Data, number = this.#values.size): number {
    this.#numbers.set(data, number)
    this.#values.set(number, data)
    return number
  }
}

/** One delivery: equal values in it are one object, which is cloned once. */
export class Parcel {
  readonly #shelf: Shelf
  /** Numbers that the other side has. */
  readonly #known: Set<number>
  readonly #numbers: boolean
  readonly #packed = new Map<Data, Packed>()
  readonly #unpacked = new Map<Packed, Data>()

  /** `numbers`: this side gives numbers to what it sends as variables. */
  constructor(shelf: Shelf, known: Set<number>, numbers: boolean) {
    this.#shelf = shelf
    this.#known = known
    this.#numbers = numbers
  }

  pack({ payload, attributes, variables, error, seqId }: Message): PackedMessage {
    return {
      payload: this.#pack(payload, false),
      attributes: this.#pack(attributes, false),
      variables: [...variables].map(([name, data]) => [name, this.#pack(data, this.#numbers)]),
      ...(error && { error }),
      seqId,
    }
  }

  unpack({ payload, attributes, variables, error, seqId }: PackedMessage): Message {
    return message(
      this.#unpack(payload),
      this.#unpack(attributes),
      Variables.of(variables.map(([name, value]) => [name, this.#unpack(value)])),
      seqId,
      error,
    )
  }

  #pack(data: Data, isShared: boolean): Packed {
    const number = this.#shelf.numberOf(data)
    if (number !== undefined && this.#known.has(number)) return { number }
    let packed = this.#packed.get(data)
    if (!packed) {
      packed = { value: toTagged(data.value) }
      if (isShared && typeof packed.value === 'object' && packed.value !== null) {
        packed.number = number ?? this.#shelf.put(data)
        this.#known.add(packed.number)
      }
      this.#packed.set(data, packed)
    }
    return packed
  }

  #unpack(packed: Packed): Data {
    if (!('value' in packed)) return this.#shelf.at(packed.number)
    let data = this.#unpacked.get(packed)
    if (!data) {
      this.#unpacked.set(packed, (data = Data.of(fromTagged(packed.value))))
      if (packed.number !== undefined) this.#known.add(this.#shelf.put(data, packed.number))
    }
    return data
  }
}
