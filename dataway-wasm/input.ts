// What an evaluation is given, laid out as assembly/message/exchange.ts evaluate() reads it. Of variables that were given to the
// evaluation before, in the same run, it is known already where they lie.
import type { Data } from '../worker/model/data.ts'
import type { Limits } from '../worker/model/dataway.ts'
import type { Fault } from '../worker/model/fault.ts'
import { emptyDict, type Message } from '../worker/model/message.ts'
import type { Variables } from '../worker/model/variables.ts'
import type { Box, BoxRun } from './box.ts'

const flags = { error: 1, noAttributes: 2 } as const
/** Words before the variables, and of each of them. */
const HEAD = 16
const VARIABLE = 4

/** What the layout needs of its host. All but `words` may move the memory. */
export interface InputHost {
  words(): Int32Array
  /** Room of so many bytes for one call. */
  callBuffer(bytes: number): number
  /** Of values that must not lie where the next evaluation works. */
  box(data: Data, run: BoxRun): Box
  error(error: Fault, run: BoxRun): Box
  /** The address of a text that lives as long as the run; a name is looked for among those that are there. */
  text(text: string, run: BoxRun): number
  name(text: string, run: BoxRun): number
}

export class InputLayout {
  readonly #host: InputHost
  /** Where short inputs stand, and how many bytes they may have. */
  readonly #address: number
  readonly #room: number
  /** The limits that stand there. */
  #limits: Limits | undefined
  #run: BoxRun | undefined
  /** Of the variable at each place that was given: its name and where that lies, its value and where that lies. */
  readonly #names: (string | undefined)[] = []
  readonly #nameAddresses: number[] = []
  readonly #data: (Data | undefined)[] = []
  readonly #boxes: (Box | undefined)[] = []
  /** Places of the variables that this evaluation is given. */
  readonly #places: number[] = []

  constructor(host: InputHost, address: number, room: number) {
    this.#host = host
    this.#address = address
    this.#room = room
  }

  /** Gives its address. Values come first: taking one in may move the memory. */
  write(message: Message, run: BoxRun, limits: Limits, sees: 'all' | readonly string[]): number {
    const host = this.#host
    const payload = host.box(message.payload, run)
    const attributes = message.attributes === emptyDict ? undefined : host.box(message.attributes, run)
    const error = message.error && host.error(message.error, run)
    if (message.seqId !== run.seqId || run.seqIdAt === 0) {
      run.seqIdAt = message.seqId ? host.text(message.seqId, run) : host.name('', run)
      run.seqId = message.seqId
    }
    const count = this.#findVariables(message, run, sees)
    const bytes = (HEAD + count * VARIABLE) * 4
    const isShort = bytes <= this.#room
    const at = isShort ? this.#address : host.callBuffer(bytes)
    const words = host.words()
    const w = at >> 2
    words[w] = payload.low
    words[w + 1] = payload.high
    if (attributes) {
      words[w + 2] = attributes.low
      words[w + 3] = attributes.high
    }
    if (error) {
      words[w + 4] = error.low
      words[w + 5] = error.high
    }
    words[w + 6] = count
    words[w + 7] = (error ? flags.error : 0) | (attributes ? 0 : flags.noAttributes)
    if (!isShort || limits !== this.#limits) {
      writeNumber(words, w + 8, limits.fuel)
      writeNumber(words, w + 10, limits.heapBytes)
      writeNumber(words, w + 12, limits.outputBytes)
      words[w + 14] = limits.recursion
      if (isShort) this.#limits = limits
    }
    words[w + 15] = run.seqIdAt
    for (let i = 0, v = w + HEAD; i < count; i++, v += VARIABLE) {
      const place = this.#places[i]!
      const { low, high } = this.#boxes[place]!
      words[v] = this.#nameAddresses[place]!
      words[v + 2] = low
      words[v + 3] = high
    }
    return at
  }

  /** Where name and value of each variable that is seen lie; gives how many there are. */
  #findVariables({ variables }: Message, run: BoxRun, sees: 'all' | readonly string[]): number {
    if (sees.length === 0) return 0
    if (this.#run !== run) this.forget()
    this.#run = run
    if (sees === 'all') {
      for (let place = 0; place < variables.size; place++) this.#find(variables, place, place, run)
      return variables.size
    }
    let count = 0
    for (const name of sees) {
      const place = variables.names.placeOf(name)
      if (place !== undefined) this.#find(variables, place, count++, run)
    }
    return count
  }
  #find({ names, data }: Variables, place: number, at: number, run: BoxRun): void {
    const host = this.#host
    const name = names.list[place]!
    if (this.#names[place] !== name) {
      this.#names[place] = name
      this.#nameAddresses[place] = host.name(name, run)
    }
    if (this.#data[place] !== data[place]) {
      this.#boxes[place] = host.box(data[place]!, run)
      this.#data[place] = data[place]
    }
    this.#places[at] = place
  }
  /** Nothing of a run that is over is held. */
  forget(): void {
    for (let i = 0; i < this.#names.length; i++) {
      this.#names[i] = undefined
      this.#data[i] = this.#boxes[i] = undefined
    }
    this.#run = undefined
  }
}

function writeNumber(words: Int32Array, at: number, n: number): void {
  const whole = Math.min(n, Number.MAX_SAFE_INTEGER)
  words[at] = whole
  words[at + 1] = Math.floor(whole / 0x1_0000_0000)
}
