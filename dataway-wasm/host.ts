// DataWay for the engine and the studio: implements worker/model/dataway.ts over the WebAssembly module. Values stay in
// the module as handles that belong to a run; JavaScript sees them only when somebody asks.
import type { SourceMode, TypeName } from '../worker/model/app.ts'
import { Data, type Handle, type HandleOwner } from '../worker/model/data.ts'
import type { DataWay, EvaluateEnv, Limits, Program } from '../worker/model/dataway.ts'
import { fault, type Diagnostic, type Fault } from '../worker/model/fault.ts'
import type { Items } from '../worker/model/context.ts'
import type { Message } from '../worker/model/message.ts'
import { toTagged } from '../worker/model/codec.ts'
import { Entity, type Value } from '../worker/model/value.ts'
import {
  Box,
  HEAP,
  immediate,
  immediateValue,
  isImmediate,
  isSame,
  SPECIAL,
  special,
  type BoxRun as Run,
} from './box.ts'
import { defaultLimits, MAX_PROGRAMS, MAX_SOURCE, modes, type Compiled } from './compiled.ts'
import { Evaluation } from './evaluation.ts'
import type { Exports } from './exports.ts'
import { abortFault, exceptionFault, stopFault, syntaxFault } from './failure.ts'
import { CROWDED, newBoxRun, takenBack, takenIn, takeOut } from './relief.ts'
import { InputLayout, type InputHost } from './input.ts'
import { FetchedItems } from './items.ts'
import { conversionOf, variablesSeen, variablesSeenByCode, wrapText } from './text-program.ts'
import { Tiering, type TierMode } from './tiering.ts'
import { decodeText, encodeTextAt, shortText, errorDict, WireReader, wireTypes, WireWriter } from './wire.ts'

/** Bytes of values outside of any run that are kept before their memory is used again. */
const MAX_GUESTS = 1 << 20
/** Bytes of the buffer that short answers are cut from, and the longest of them. */
const CUTS = 4096
const LARGEST_CUT = 512
/** Bytes of memory that an instance may have between runs. */
const MOST_KEPT = 256 << 20
/** Most MIME types, names of variables and constants that are kept in the module, and the longest of them. */
const MAX_TEXTS = 2000
const LONGEST_TEXT = 100
const encoder = new TextEncoder()

/** DataWay over the bytes of the module, or the compiled module. */
export async function createDataWay(
  wasm: WebAssembly.Module | BufferSource,
  { tier = 'auto' }: { tier?: TierMode } = {},
): Promise<WasmDataWay> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm)
  const dataWay = new WasmDataWay()
  dataWay.start(module, await WebAssembly.instantiate(module, dataWay.imports), tier)
  if (tier === 'always') await dataWay.tiering.load()
  return dataWay
}

export class WasmDataWay implements DataWay, HandleOwner {
  #module!: WebAssembly.Module
  #tier!: TierMode
  #exports!: Exports
  /** Puts the compiling tier to work. */
  tiering!: Tiering
  /** What runs now. Questions about values run outside of any: what they cost is bounded by their fuel. */
  #running: Evaluation<Compiled> | undefined
  #bytes = new Uint8Array(0)
  #words = new Int32Array(0)
  /** Index in #words of what the module leaves for us: box, answer (assembly/message/exchange.ts). */
  #mail = 0
  #input!: InputLayout
  readonly #programs = new Map<string, Compiled>()
  readonly #runs = new Map<string, Run>()
  /** The run that was asked for last; a run that is alone costs no look-up. */
  #latest: Run | undefined
  /** The last result while it lies where it was made (Exports.settle), and whether somebody asked about it there. */
  #floating: Box | undefined
  #asked = false
  #cuts = new Uint8Array(0)
  #cutAt = CUTS
  /** Where values live that somebody asks about outside of any run. */
  #guests: Run | undefined
  readonly #texts = new Map<string, number>()
  readonly #writer = new WireWriter()
  #nextId = 1

  readonly #inputHost: InputHost = {
    words: () => (this.#memory(), this.#words),
    callBuffer: (bytes) => this.#exports.callBuffer(bytes),
    box: (data, run) => this.#box(data, run),
    error: (error, run) => this.#takeIn(errorDict(error), run),
    text: (text, run) => this.#textIn(text, run),
    name: (text, run) => this.#lasting(text) || this.#textIn(text, run),
  }
  /** What the module calls. */
  readonly imports: WebAssembly.Imports = {
    host: {
      poll: () => this.#poll(),
      print: (at: number, size: number) => this.#running?.env.print(this.#textAt(at, size)),
      clock: () => this.#running?.now.micros ?? 0,
      zoneOffset: () => this.#running?.now.offset ?? 0,
      seed: () => this.#running?.seed ?? 0,
      hot: (frame: number, pc: number) => this.tiering.hot(frame, pc),
    },
    env: {
      abort: (what: number, file: number, line: number) => {
        throw abortFault(this.#memory(), what, file, line)
      },
    },
  }

  start(module: WebAssembly.Module, instance: WebAssembly.Instance, tier: TierMode): void {
    this.#module = module
    this.#tier = tier
    this.#exports = instance.exports as unknown as Exports
    this.tiering = new Tiering(this.#exports, tier)
    this.#mail = this.#exports.mailAddress() >> 2
    this.#input = new InputLayout(this.#inputHost, this.#exports.inputAddress(), this.#exports.inputRoom())
  }

  #poll(): number {
    const running = this.#running
    if (!running) return 0
    this.tiering.runsLong(running.program)
    return running.poll()
  }

  /** A view of the memory. When it grows the views are detached, and have no length. */
  #memory(): Uint8Array {
    if (this.#bytes.length === 0) {
      const { buffer } = this.#exports.memory
      this.#bytes = new Uint8Array(buffer)
      this.#words = new Int32Array(buffer)
    }
    return this.#bytes
  }
  #textAt(at: number, size: number): string {
    const bytes = this.#memory()
    return shortText(bytes, at, at + size) ?? decodeText(bytes.subarray(at, at + size))
  }
  /** A copy of the bytes of the last answer. Short ones are cut from one buffer: making a buffer costs more than they do. */
  #answer(): Uint8Array<ArrayBuffer> {
    const bytes = this.#memory()
    const at = this.#words[this.#mail + 2]!
    const size = this.#words[this.#mail + 3]!
    if (size > LARGEST_CUT) return bytes.slice(at, at + size) as Uint8Array<ArrayBuffer>
    if (this.#cutAt + size > CUTS) {
      this.#cuts = new Uint8Array(CUTS)
      this.#cutAt = 0
    }
    const cut = this.#cuts.subarray(this.#cutAt, this.#cutAt + size)
    cut.set(bytes.subarray(at, at + size))
    this.#cutAt += size
    return cut
  }
  #answerText(): string {
    this.#memory()
    return this.#textAt(this.#words[this.#mail + 2]!, this.#words[this.#mail + 3]!)
  }
  /** The value that the last call left. */
  #mailed(run: Run): Box {
    this.#memory()
    return new Box(this, run, this.#words[this.#mail]!, this.#words[this.#mail + 1]!)
  }

  // Programs

  compile(source: string, mode: SourceMode, as: TypeName = 'any'): Program {
    return this.#compile(source, mode, as)
  }
  /** A whole script, as `weft dataway run` takes it: its statements run, then dw_process(msg) if it is defined. */
  script(source: string): Program {
    return this.#compile(source, 'module', 'any')
  }

  #compile(source: string, mode: SourceMode | 'module', as: TypeName): Compiled {
    const key = `${mode} ${as} ${source}`
    const known = this.#programs.get(key)
    if (known) {
      this.#programs.delete(key)
      this.#programs.set(key, known)
      return known
    }
    if (source.length > MAX_SOURCE && mode !== 'module') {
      throw fault(
        'DATAWAY:LENGTH',
        `The source has ${source.length} characters; ${MAX_SOURCE} are allowed.`,
        {
          data: { platform: 1000000 },
        },
      )
    }
    const wrapped = mode === 'text' ? wrapText(source, as) : { source, original: (offset: number) => offset }
    const program: Compiled = {
      source,
      mode: mode === 'module' ? 'code' : mode,
      id: this.#nextId++,
      address: 0,
      conversion: conversionOf(mode, as, source),
      compiled: wrapped.source,
      as: mode === 'text' ? modes.expression : modes[mode],
      sees: mode === 'module' ? 'all' : mode === 'code' ? variablesSeenByCode(source) : variablesSeen(source),
      original: wrapped.original,
    }
    this.#takeProgram(program)
    this.#programs.set(key, program)
    if (this.#programs.size > MAX_PROGRAMS && this.#isIdle()) this.#dropOldest()
    return program
  }
  #takeProgram(program: Compiled): void {
    const bytes = encoder.encode(program.compiled)
    program.address = this.#exports.compile(this.#send(bytes), bytes.length, program.as)
    if (!program.address) throw syntaxFault(this.#problem(), bytes, program.source, program.original)
    this.tiering.added(program)
  }
  #dropOldest(): void {
    for (const [key, program] of this.#programs) {
      this.tiering.removed(program)
      this.#exports.freeProgram(program.address)
      program.address = 0
      this.#programs.delete(key)
      if (this.#programs.size <= MAX_PROGRAMS / 2) return
    }
  }
  #isIdle(): boolean {
    return this.#runs.size === 0 && !this.#latest && !this.#running
  }
  #problem(): { type: string; message: string; from: number; to: number; column: number } {
    this.#exports.problemAnswer()
    const [type = 'SyntaxError', ...message] = this.#answerText().split('\n')
    const [from, to, column] = [0, 1, 2].map((which) => this.#exports.problemNumber(which))
    return { type, message: message.join('\n'), from: from!, to: to!, column: column! }
  }

  check(source: string, mode: SourceMode): Diagnostic[] {
    try {
      this.#compile(source, mode, 'any')
      return []
    } catch (thrown) {
      const { code, message, at, hint } = thrown as Fault
      return [
        { line: at?.line ?? 1, column: at?.column ?? 1, severity: 'error', code, message, ...(at?.endLine ? { endLine: at.endLine, endColumn: at.endColumn } : {}), ...(hint ? { hint } : {}) },
      ] // prettier-ignore
    }
  }

  // Values

  #run(name: string): Run {
    const latest = this.#latest
    if (latest && latest.name === name) return latest
    if (latest) this.#runs.set(latest.name, latest)
    return (this.#latest = this.#runs.get(name) ?? this.#newRun(name))
  }
  #newRun(name: string): Run {
    return newBoxRun(name, this.#exports.openRun())
  }
  /** The run with a region of its own that has only what is asked for from now on, when its old one has become large. */
  #relieved(run: Run): Run {
    const size = this.#exports.runBytes(run.region)
    if (size < run.most || this.#running) return run
    this.#settle()
    const write = ({ low, high }: Box) =>
      this.#exports.giveOut(low, high, run.region) ? this.#answer() : undefined
    if (!takeOut(run, size, write)) return run
    run.open = false
    this.#exports.closeRun(run.region)
    return (this.#latest = this.#newRun(run.name))
  }
  release(name: string): void {
    const latest = this.#latest
    const run = latest && latest.name === name ? latest : this.#runs.get(name)
    if (!run) return
    if (this.#runs.size) this.#runs.delete(name)
    if (run === latest) this.#latest = undefined
    run.open = false
    run.boxes = []
    this.#input.forget()
    if (this.#floating?.run === run) this.#floating = undefined
    this.#exports.closeRun(run.region)
    if (this.#memory().length > MOST_KEPT && this.#isIdle()) this.#startAgain()
  }
  /** A fresh instance: the memory of one never shrinks. */
  #startAgain(): void {
    for (const program of this.#programs.values()) program.address = 0
    if (this.#guests) this.#guests.open = false
    this.#guests = this.#floating = undefined
    this.#texts.clear()
    this.#bytes = new Uint8Array(0)
    this.start(this.#module, new WebAssembly.Instance(this.#module, this.imports), this.#tier)
  }
  /** Before a question about a value: the last result may be asked about once where it lies. */
  #ask(box: Box): void {
    if (box === this.#floating && !this.#asked) this.#asked = true
    else this.#settle()
  }
  /** Before the module uses the memory of its last evaluation again. */
  #settle(): void {
    const box = this.#floating
    if (!box) return
    this.#floating = undefined
    if (!this.#exports.settle(box.low, box.high, box.run.region)) throw this.#failure()
    this.#memory()
    box.low = this.#words[this.#mail]!
    box.high = this.#words[this.#mail + 1]!
  }

  #ownHandle(data: Data): Box | undefined {
    const handle = data.handle
    return handle instanceof Box && handle.owner === this && handle.run.open ? handle : undefined
  }

  /** The box of a value inside the module, made at most once a run. */
  #box(data: Data, run: Run): Box {
    this.#settle()
    const { handle } = data
    if (handle instanceof Box && handle.owner === this) {
      if (handle.run.open && handle.run === run) return handle
      if (isImmediate(handle)) return handle
      if (handle.bytes && !data.hasValue && run !== this.#guests)
        return this.#takeBack(data, handle.bytes, run)
    }
    const before = run.taken
    const { value } = data
    const box =
      immediate(value, this, run) ??
      (value instanceof Entity
        ? this.#takeEntity(value, run)
        : data.isConstant && typeof value === 'string'
          ? this.#takeConstant(value, run)
          : this.#takeIn(value, run))
    if (handle instanceof Box && handle.run.name === run.name) takenBack(run, run.taken - before)
    if (data !== Data.none) data.remember(box)
    return box
  }
  /** A text of an app, which comes again in every run. */
  #takeConstant(text: string, run: Run): Box {
    const at = this.#lasting(text)
    return at ? new Box(this, run, at, HEAP) : this.#takeIn(text, run)
  }
  #takeIn(value: Value, run: Run): Box {
    const writer = this.#writer
    writer.clear()
    writer.value(value)
    return this.#takeBytes(writer.bytes, run)
  }
  #takeBack(data: Data, bytes: Uint8Array, run: Run): Box {
    const box = this.#takeBytes(bytes, run)
    run.boxes.push(box)
    takenBack(run, bytes.length)
    data.remember(box)
    return box
  }
  #takeBytes(bytes: Uint8Array, run: Run): Box {
    const at = this.#roomIn(run, bytes.length)
    this.#memory().set(bytes, at)
    if (!this.#exports.takeIn(run.region, at)) throw fault('DATAWAY:VALUE', 'The value cannot be taken into DataWay.') // prettier-ignore
    return this.#mailed(run)
  }
  #takeEntity(entity: Entity, run: Run): Box {
    const { bytes } = entity
    const mime = this.#lasting(entity.mime)
    const encoding = this.#lasting(entity.encoding)
    if (!mime || !encoding) return this.#takeIn(entity, run)
    const at = this.#roomIn(run, bytes.length)
    this.#memory().set(bytes, at)
    this.#exports.takeEntity(run.region, at, bytes.length, mime, encoding)
    return this.#mailed(run)
  }
  #roomIn(run: Run, size: number): number {
    takenIn(run, size)
    return this.#exports.runBuffer(run.region, size)
  }
  /** The address of a short text in the module, 0 when there are too many of them. */
  #lasting(text: string): number {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    if (this.#texts.size >= MAX_TEXTS || text.length > LONGEST_TEXT) return 0
    const address = this.#exports.lastingText(this.#send(encoder.encode(text)), this.#sent)
    this.#texts.set(text, address)
    return address
  }
  #sent = 0
  /** Bytes for the next call: their address; their count is in #sent. */
  #send(bytes: Uint8Array): number {
    this.#settle()
    const at = this.#exports.callBuffer(bytes.length + 1)
    this.#memory().set(bytes, at)
    this.#bytes[at + bytes.length] = 0
    this.#sent = bytes.length
    return at
  }
  #data(box: Box): Data {
    if (!isImmediate(box)) {
      box.run.boxes.push(box)
      return Data.ofHandle(box)
    }
    if (box.low === special.none && box.high === SPECIAL) return Data.none
    const data = Data.of(immediateValue(box))
    data.remember(box)
    return data
  }
  /** A box for a question outside an evaluation. */
  #boxFor(data: Data): Box {
    const own = this.#ownHandle(data)
    if (own) {
      this.#ask(own)
      return own
    }
    const { handle } = data
    if (handle instanceof Box && handle.bytes) {
      const run = this.#latest?.name === handle.run.name ? this.#latest : this.#runs.get(handle.run.name)
      if (run) return this.#box(data, run)
    }
    const guests = this.#guests
    if (guests && guests.taken > MAX_GUESTS) {
      guests.open = false
      this.#exports.closeRun(guests.region)
      this.#guests = undefined
    }
    return this.#box(data, (this.#guests ??= this.#newRun('')))
  }

  #askedFor(handle: Handle): Box {
    const box = handle as Box
    if (!box.run.open) throw fault('DATAWAY:RELEASED', 'This value belonged to a run that has ended.')
    this.#ask(box)
    return box
  }
  toValue(handle: Handle): Value {
    if (isImmediate(handle as Box)) return immediateValue(handle as Box)
    if ((handle as Box).bytes) return new WireReader((handle as Box).bytes!).value()
    const box = this.#askedFor(handle)
    if (!this.#exports.giveOut(box.low, box.high, box.run.region)) throw this.#failure()
    return new WireReader(this.#answer()).value()
  }
  toTagged(handle: Handle): Uint8Array {
    const box = (handle as Box).bytes ? undefined : this.#askedFor(handle)
    if (box && this.#exports.taggedOfValue(box.low, box.high, box.run.region)) return this.#answer()
    return encoder.encode(JSON.stringify(toTagged(this.toValue(handle))))
  }

  truth(data: Data): boolean {
    if (data.hasValue && typeof data.value === 'boolean') return data.value
    const { handle } = data
    if (handle instanceof Box && handle.high === SPECIAL) return handle.low === special.true
    const { low, high, run } = this.#boxFor(data)
    const t = this.#exports.truthOf(low, high, run.region)
    if (t < 0) throw this.#failure()
    return t === 1
  }
  text(data: Data): string {
    if (data.hasValue && typeof data.value === 'string') return data.value
    const { low, high, run } = this.#boxFor(data)
    if (!this.#exports.textOfValue(low, high, run.region)) throw this.#failure()
    return this.#answerText()
  }
  typeName(data: Data): string {
    const { low, high, run } = this.#boxFor(data)
    this.#exports.typeNameOf(low, high, run.region)
    return this.#answerText()
  }
  toBytes(data: Data): { bytes: Uint8Array; mime: string } {
    const { low, high, run } = this.#boxFor(data)
    const how = this.#exports.bytesOfValue(low, high, run.region)
    if (!how) throw this.#failure()
    const bytes = this.#answer()
    if (how < 4) return { bytes, mime: wireTypes[how]! }
    this.#exports.mimeOfValue(low, high)
    return { bytes, mime: this.#answerText() }
  }
  items(data: Data, env: EvaluateEnv): Items {
    const run = this.#run(env.run)
    const { low, high } = this.#box(data, run)
    const count = this.#exports.itemCount(low, high, run.region)
    if (count === -2) throw this.#failure()
    if (count < 0) {
      const name = this.typeName(data)
      throw fault('CORE:TYPE', `For Each needs a list, dict, text or number; it got ${name}.`, {
        data: { type: name },
      })
    }
    return new FetchedItems(count, this.#items(run), (from) => {
      const now = this.#run(env.run)
      const { low, high } = this.#box(data, now)
      if (!this.#exports.itemsFrom(low, high, from, now.region)) throw this.#failure()
      return this.#items(now)
    })
  }
  /** The items that the last call gave. */
  #items(run: Run): Data[] {
    this.#memory()
    const words = this.#words
    const from = words[this.#mail + 2]! >> 2
    const count = words[this.#mail + 3]! >> 3
    const items = new Array<Data>(count)
    for (let i = 0; i < count; i++)
      items[i] = this.#data(new Box(this, run, words[from + 2 * i]!, words[from + 2 * i + 1]!))
    return items
  }

  // Evaluation

  evaluate(program: Program, message: Message, env: EvaluateEnv): Data {
    const compiled = program as Compiled
    if (!compiled.address) this.#takeProgram(compiled)
    const run = this.#memory().length > CROWDED ? this.#relieved(this.#run(env.run)) : this.#run(env.run)
    const limits = env.limits ? { ...defaultLimits, ...env.limits } : defaultLimits
    const input = this.#input.write(message, run, limits, compiled.sees)
    const outer = this.#running
    this.#running = new Evaluation(compiled, env, limits.milliseconds)
    try {
      const how = this.#exports.evaluate(compiled.address, run.region, input, compiled.conversion)
      if (!how) throw this.#failure(compiled, limits)
      const box = this.#mailed(run)
      if (isSame(box, message.payload.handle)) return message.payload
      if (how === 2) {
        this.#floating = box
        this.#asked = false
      }
      return this.#data(box)
    } catch (thrown) {
      if (!(thrown instanceof RangeError || thrown instanceof WebAssembly.RuntimeError)) throw thrown
      // The stack of the host ended, or the module trapped: what it holds is in the middle of something.
      for (const one of [...this.#runs.values(), run]) one.open = false
      this.#runs.clear()
      this.#latest = undefined
      this.#startAgain()
      throw fault('DATAWAY:INTERNAL', `The DataWay module stopped by itself: ${thrown.message}.`)
    } finally {
      if (this.tiering.counts) this.tiering.ran(compiled, limits.fuel - this.fuelLeft)
      this.#running = outer
    }
  }

  /** The address of a text that lives as long as the run. */
  #textIn(text: string, run: Run): number {
    this.#settle()
    const at = this.#exports.callBuffer(text.length * 3 + 1)
    const written = encodeTextAt(text, this.#memory(), at)
    return this.#exports.runText(run.region, at, written)
  }

  #failure(program?: Compiled, limits: Limits = defaultLimits): Fault {
    const stop = this.#exports.stopReason()
    if (stop) return stopFault(stop, limits, this.bytesInUse)
    this.#exports.failureText()
    return exceptionFault(JSON.parse(this.#answerText()), program)
  }

  /** Units of fuel that the last evaluation left. */
  get fuelLeft(): number {
    this.#memory()
    return this.#words[this.#mail + 5]! * 0x1_0000_0000 + (this.#words[this.#mail + 4]! >>> 0)
  }
  /** Bytes of memory that values and programs hold. */
  get bytesInUse(): number {
    return this.#exports.bytesInUse()
  }
}
