// DataWay for the engine and the studio: implements worker/model/dataway.ts over the WebAssembly module. Values stay in
// the module as handles that belong to a run; JavaScript sees them only when somebody asks.
import type { SourceMode, TypeName } from '../worker/model/app.ts'
import { Data, type Handle, type HandleOwner } from '../worker/model/data.ts'
import type { DataWay, EvaluateEnv, Limits, Program } from '../worker/model/dataway.ts'
import { fault, type Diagnostic, type Fault } from '../worker/model/fault.ts'
import type { Message } from '../worker/model/message.ts'
import { toTagged } from '../worker/model/codec.ts'
import { Entity, type Value } from '../worker/model/value.ts'
import { exceptionFault, stopFault, syntaxFault } from './failure.ts'
import { conversionOf, wrapText } from './text-program.ts'
import { Tiering, type TierMode } from './tiering.ts'
import type { Machine } from './tier/tier.ts'
import { decodeText, errorDict, WireReader, WireWriter } from './wire.ts'

/** What the module exports; addresses are numbers, values are 64-bit boxes. */
export interface Exports extends Machine {
  openRun(): number
  closeRun(region: number): void
  runBuffer(region: number, size: number): number
  callBuffer(size: number): number
  takeIn(region: number, at: number): bigint
  takeEntity(region: number, at: number, size: number, texts: number, mime: number, encoding: number): bigint
  compile(at: number, size: number, mode: number): number
  freeProgram(program: number): void
  problemAnswer(): void
  problemNumber(which: number): number
  evaluate(program: number, region: number, input: number, conversion: number): bigint
  stopReason(): number
  failureText(): void
  answer(): number
  answerLength(): number
  truthOf(value: bigint): number
  textOfValue(value: bigint): number
  giveOut(value: bigint): number
  bytesOfValue(value: bigint, region: number): number
  mimeOfValue(value: bigint): void
  typeNameOf(value: bigint): void
  itemCount(value: bigint, region: number): bigint
  itemAt(value: bigint, index: number, region: number): bigint
  bytesInUse(): number
  fuelLeft(): bigint
}

/** A compiled script inside one instance. */
interface Compiled extends Program {
  readonly address: number
  readonly conversion: number
  /** Maps an offset of what was compiled to one of the source. */
  readonly original: (offset: number) => number
}

interface Run {
  readonly region: number
  open: boolean
}
interface RunHandle extends Handle {
  readonly run: Run
}

export const defaultLimits: Limits = {
  fuel: 2_000_000_000,
  milliseconds: 10_000,
  heapBytes: 256 << 20,
  recursion: 1000,
  outputBytes: 64 << 20,
}

const ERROR = BigInt.asIntN(64, 0xfffe000000000008n)
const NONE = BigInt.asIntN(64, 0xfffe000000000000n)
const MAX_SOURCE = 65_536
const MAX_PROGRAMS = 500
const modes = { module: 0, code: 1, expression: 2 } as const
const encoder = new TextEncoder()

/** DataWay over the bytes of the module, or the compiled module. */
export async function createDataWay(
  wasm: WebAssembly.Module | BufferSource,
  { tier = 'auto' }: { tier?: TierMode } = {},
): Promise<WasmDataWay> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm)
  const dataWay = new WasmDataWay()
  dataWay.start(await WebAssembly.instantiate(module, dataWay.imports), tier)
  if (tier === 'always') await dataWay.tiering.load()
  return dataWay
}

export class WasmDataWay implements DataWay, HandleOwner {
  #exports!: Exports
  /** Puts the compiling tier to work. */
  tiering!: Tiering
  /** The program that runs. */
  #running: Compiled | undefined
  #bytes = new Uint8Array(0)
  #view = new DataView(new ArrayBuffer(0))
  readonly #programs = new Map<string, Compiled>()
  readonly #runs = new Map<string, Run>()
  readonly #writer = new WireWriter()
  #nextId = 1
  #env: EvaluateEnv | undefined
  /** What the running evaluation was told of the world: each is asked once, so that one record replays it. */
  #now: { micros: number; offset: number } | undefined
  #seed: number | undefined
  #deadline = 0

  /** What the module calls. */
  readonly imports: WebAssembly.Imports = {
    host: {
      poll: () => this.#poll(),
      print: (at: number, size: number) => this.#env?.print(this.#textAt(at, size)),
      clock: () => this.#reading().micros,
      zoneOffset: () => this.#reading().offset,
      seed: () => (this.#seed ??= this.#env?.seed() ?? 0),
      hot: (frame: number, pc: number) => this.tiering.hot(frame, pc),
    },
    env: {
      abort: () => {
        throw fault('DATAWAY:INTERNAL', 'The DataWay module stopped by itself.')
      },
    },
  }

  start(instance: WebAssembly.Instance, tier: TierMode): void {
    this.#exports = instance.exports as unknown as Exports
    this.tiering = new Tiering(this.#exports, tier)
  }

  #reading(): { micros: number; offset: number } {
    return (this.#now ??= this.#env?.clock() ?? { micros: 0, offset: 0 })
  }

  #poll(): number {
    if (this.#running) this.tiering.runsLong(this.#running)
    if (this.#env?.cancel && Atomics.load(this.#env.cancel, 0) !== 0) return 3
    return performance.now() > this.#deadline ? 2 : 0
  }

  /** A view of the memory, which changes its place when it grows. */
  #memory(): Uint8Array {
    const { buffer } = this.#exports.memory
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer)
      this.#view = new DataView(buffer)
    }
    return this.#bytes
  }
  #textAt(at: number, size: number): string {
    return decodeText(this.#memory().subarray(at, at + size))
  }
  #answer(): Uint8Array {
    const at = this.#exports.answer()
    return this.#memory().subarray(at, at + this.#exports.answerLength())
  }
  #answerText(): string {
    return decodeText(this.#answer())
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
    const bytes = encoder.encode(wrapped.source)
    const at = this.#exports.callBuffer(bytes.length + 1)
    this.#memory().set(bytes, at)
    this.#bytes[at + bytes.length] = 0
    const address = this.#exports.compile(at, bytes.length, mode === 'text' ? modes.expression : modes[mode])
    if (!address) throw syntaxFault(this.#problem(), bytes, source, wrapped.original)
    const program: Compiled = {
      source,
      mode: mode === 'module' ? 'code' : mode,
      id: this.#nextId++,
      address,
      conversion: conversionOf(mode, as, source),
      original: wrapped.original,
    }
    this.#programs.set(key, program)
    this.tiering.added(program)
    if (this.#programs.size > MAX_PROGRAMS && this.#runs.size === 0) this.#dropOldest()
    return program
  }
  #dropOldest(): void {
    for (const [key, program] of this.#programs) {
      this.tiering.removed(program)
      this.#exports.freeProgram(program.address)
      this.#programs.delete(key)
      if (this.#programs.size <= MAX_PROGRAMS / 2) return
    }
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
    let run = this.#runs.get(name)
    if (!run) this.#runs.set(name, (run = { region: this.#exports.openRun(), open: true }))
    return run
  }
  release(name: string): void {
    const run = this.#runs.get(name)
    if (!run) return
    this.#runs.delete(name)
    run.open = false
    this.#exports.closeRun(run.region)
  }

  #ownHandle(data: Data): RunHandle | undefined {
    const handle = data.handle as RunHandle | undefined
    return handle?.owner === this && handle.run.open ? handle : undefined
  }

  /** The box of a value inside the module, made at most once a run. */
  #box(data: Data, run: Run): bigint {
    const handle = this.#ownHandle(data)
    if (handle && (handle.run === run || isImmediate(handle.box))) return handle.box
    const value = data.value
    if (value === null) return NONE
    const box = value instanceof Entity ? this.#takeEntity(value, run) : this.#takeIn(value, run)
    if (box === ERROR) throw fault('DATAWAY:VALUE', 'The value cannot be taken into DataWay.')
    data.remember({ owner: this, box, run } as RunHandle)
    return box
  }
  #takeIn(value: Value, run: Run): bigint {
    const writer = this.#writer
    writer.clear()
    writer.value(value)
    const at = this.#exports.runBuffer(run.region, writer.length)
    this.#memory().set(writer.bytes, at)
    return this.#exports.takeIn(run.region, at)
  }
  #takeEntity(entity: Entity, run: Run): bigint {
    const { bytes, mime, encoding } = entity
    const at = this.#exports.runBuffer(run.region, bytes.length)
    this.#memory().set(bytes, at)
    const mimeBytes = encoder.encode(mime)
    const encodingBytes = encoder.encode(encoding)
    const texts = this.#exports.callBuffer(mimeBytes.length + encodingBytes.length)
    this.#memory().set(mimeBytes, texts)
    this.#bytes.set(encodingBytes, texts + mimeBytes.length)
    return this.#exports.takeEntity(
      run.region,
      at,
      bytes.length,
      texts,
      mimeBytes.length,
      encodingBytes.length,
    )
  }
  #data(box: bigint, run: Run): Data {
    return box === NONE ? Data.none : Data.ofHandle({ owner: this, box, run } as RunHandle)
  }
  /** A box for a question outside an evaluation. */
  #boxFor(data: Data): { box: bigint; run: Run } {
    const handle = this.#ownHandle(data)
    if (handle) return { box: handle.box, run: handle.run }
    const run = this.#run('')
    return { box: this.#box(data, run), run }
  }

  toValue(handle: Handle): Value {
    const { box, run } = handle as RunHandle
    if (!run.open) throw fault('DATAWAY:RELEASED', 'This value belonged to a run that has ended.')
    if (!this.#exports.giveOut(box)) throw this.#failure()
    return new WireReader(this.#answer()).value()
  }
  toTagged(handle: Handle): Uint8Array {
    return encoder.encode(JSON.stringify(toTagged(this.toValue(handle))))
  }

  truth(data: Data): boolean {
    const t = this.#exports.truthOf(this.#boxFor(data).box)
    if (t < 0) throw this.#failure()
    return t === 1
  }
  text(data: Data): string {
    if (!this.#exports.textOfValue(this.#boxFor(data).box)) throw this.#failure()
    return this.#answerText()
  }
  typeName(data: Data): string {
    this.#exports.typeNameOf(this.#boxFor(data).box)
    return this.#answerText()
  }
  toBytes(data: Data): { bytes: Uint8Array; mime: string } {
    const { box, run } = this.#boxFor(data)
    const how = this.#exports.bytesOfValue(box, run.region)
    if (!how) throw this.#failure()
    const bytes = this.#answer().slice()
    if (how < 4) return { bytes, mime: ['', 'text/plain; charset=utf-8', 'application/octet-stream', 'application/json'][how]! } // prettier-ignore
    this.#exports.mimeOfValue(box)
    return { bytes, mime: this.#answerText() }
  }
  items(data: Data, env: EvaluateEnv): { readonly count: number; at(index: number): Data } {
    const run = this.#run(env.run)
    const box = this.#box(data, run)
    const count = Number(this.#exports.itemCount(box, run.region))
    if (count < 0) {
      const name = this.typeName(data)
      throw fault('CORE:TYPE', `For Each needs a list, dict, text or number; it got ${name}.`, {
        data: { type: name },
      })
    }
    return {
      count,
      at: (index) => {
        const item = this.#exports.itemAt(box, index, run.region)
        if (item === ERROR) throw this.#failure()
        return this.#data(item, run)
      },
    }
  }

  // Evaluation

  evaluate(program: Program, message: Message, env: EvaluateEnv): Data {
    const compiled = program as Compiled
    const run = this.#run(env.run)
    const limits = env.limits ? { ...defaultLimits, ...env.limits } : defaultLimits
    const payload = this.#box(message.payload, run)
    const attributes = this.#box(message.attributes, run)
    const variables: [string, bigint][] = []
    for (const [name, data] of message.variables) variables.push([name, this.#box(data, run)])
    const input = this.#writeInput(message, run, payload, attributes, variables, limits)
    const outer = this.#env
    const outerProgram = this.#running
    this.#env = env
    this.#running = compiled
    const [outerNow, outerSeed] = [this.#now, this.#seed]
    this.#now = this.#seed = undefined
    this.#deadline = performance.now() + limits.milliseconds
    try {
      const box = this.#exports.evaluate(compiled.address, run.region, input, compiled.conversion)
      if (box === ERROR) throw this.#failure(compiled, limits)
      return this.#data(box, run)
    } finally {
      this.tiering.ran(compiled, limits.fuel - this.fuelLeft)
      this.#running = outerProgram
      this.#env = outer
      this.#now = outerNow
      this.#seed = outerSeed
    }
  }

  /** Lays out what assembly/message/exchange.ts reads. */
  #writeInput(
    message: Message,
    run: Run,
    payload: bigint,
    attributes: bigint,
    variables: [string, bigint][],
    limits: Limits,
  ): number {
    const error = message.error ? this.#takeIn(errorDict(message.error), run) : NONE
    let room = 80 + message.seqId.length * 3
    for (const [name] of variables) room += name.length * 3 + 24
    const at = this.#exports.callBuffer(room)
    const bytes = this.#memory()
    const view = this.#view
    view.setBigInt64(at, payload, true)
    view.setBigInt64(at + 8, attributes, true)
    view.setUint32(at + 16, variables.length, true)
    view.setUint32(at + 20, message.error ? 1 : 0, true)
    view.setBigInt64(at + 24, BigInt(Math.min(limits.fuel, Number.MAX_SAFE_INTEGER)), true)
    view.setBigInt64(at + 32, BigInt(limits.heapBytes), true)
    view.setBigInt64(at + 40, BigInt(limits.outputBytes), true)
    view.setBigInt64(at + 48, BigInt(limits.recursion), true)
    view.setBigInt64(at + 56, error, true)
    let to = at + 64
    const text = (t: string): void => {
      const { written } = encoder.encodeInto(t, bytes.subarray(to + 4, to + 4 + t.length * 3))
      view.setUint32(to, written, true)
      to = (to + 4 + written + 7) & ~7
    }
    text(message.seqId)
    for (const [name, box] of variables) {
      text(name)
      view.setBigInt64(to, box, true)
      to += 8
    }
    return at
  }

  #failure(program?: Compiled, limits: Limits = defaultLimits): Fault {
    const stop = this.#exports.stopReason()
    if (stop) return stopFault(stop, limits)
    this.#exports.failureText()
    return exceptionFault(JSON.parse(this.#answerText()), program)
  }

  /** Units of fuel that the last evaluation left. */
  get fuelLeft(): number {
    return Number(this.#exports.fuelLeft())
  }
  /** Bytes of memory that values and programs hold. */
  get bytesInUse(): number {
    return this.#exports.bytesInUse()
  }
}

/** Whether a box is a value by itself: int, float, None, bool. */
function isImmediate(box: bigint): boolean {
  const tag = BigInt.asUintN(64, box) >> 48n
  return tag !== 0xfffdn && tag !== 0xfffcn
}
