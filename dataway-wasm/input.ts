// What an evaluation is given, laid out as assembly/message/exchange.ts evaluate() reads it. Of variables that were given to the
// evaluation before, in the same run, it is known already where they lie.
import type { Data } from '../worker/model/data.ts'
import type { Limits } from '../worker/model/dataway.ts'
import type { Fault } from '../worker/model/fault.ts'
import { emptyDict, type Message } from '../worker/model/message.ts'
import { Names } from '../worker/model/variables.ts'
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
  #names = Names.none
  readonly #nameAddresses: number[] = []
  readonly #data: (Data | undefined)[] = []
  readonly #boxes: (Box | undefined)[] = []
  #known = 0

  constructor(host: InputHost, address: number, room: number) {
    this.#host = host
    this.#address = address
    this.#room = room
  }

  /** Gives its address. Values come first: taking one in may move the memory. */
  write(message: Message, run: BoxRun, limits: Limits, withVariables: boolean): number {
    const host = this.#host
    const payload = host.box(message.payload, run)
    const attributes = message.attributes === emptyDict ? undefined : host.box(message.attributes, run)
    const error = message.error && host.error(message.error, run)
    if (message.seqId !== run.seqId || run.seqIdAt === 0) {
      run.seqIdAt = message.seqId ? host.text(message.seqId, run) : host.name('', run)
      run.seqId = message.seqId
    }
    const count = withVariables ? this.#findVariables(message, run) : 0
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
      const { low, high } = this.#boxes[i]!
      words[v] = this.#nameAddresses[i]!
      words[v + 2] = low
      words[v + 3] = high
    }
    return at
  }

  /** Where name and value of each variable lie; gives how many there are. */
  #findVariables({ variables: { names, data } }: Message, run: BoxRun): number {
    const host = this.#host
    if (this.#run !== run) this.forget()
    this.#run = run
    const before = this.#names.list
    this.#names = names
    for (let i = 0; i < data.length; i++) {
      const name = names.list[i]!
      if (before[i] !== name) this.#nameAddresses[i] = host.name(name, run)
      if (i < this.#known && this.#data[i] === data[i]) continue
      this.#boxes[i] = host.box(data[i]!, run)
      this.#data[i] = data[i]
    }
    this.#known = Math.max(this.#known, data.length)
    return data.length
  }
  /** Nothing of a run that is over is held. */
  forget(): void {
    for (let i = 0; i < this.#known; i++) this.#data[i] = this.#boxes[i] = undefined
    this.#known = 0
    this.#names = Names.none
    this.#run = undefined
  }
}

function writeNumber(words: Int32Array, at: number, n: number): void {
  const whole = Math.min(n, Number.MAX_SAFE_INTEGER)
  words[at] = whole
  words[at + 1] = Math.floor(whole / 0x1_0000_0000)
}
