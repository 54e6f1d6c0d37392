// Writing a WebAssembly module: the instructions that compiled loops are made of, and the binary format around them
// (WebAssembly core specification, chapter 5).

export const I32 = 0x7f
export const I64 = 0x7e
export const F64 = 0x7c

/** Opcodes without operands. */
export const op = {
  unreachable: 0x00, else: 0x05, end: 0x0b, return: 0x0f, drop: 0x1a, select: 0x1b,
  i32_eqz: 0x45, i32_eq: 0x46, i32_ne: 0x47, i32_lt_u: 0x49, i32_gt_u: 0x4b, i32_add: 0x6a, i32_mul: 0x6c, i32_shl: 0x74, i32_and: 0x71, i32_or: 0x72,
  i64_eqz: 0x50, i64_eq: 0x51, i64_ne: 0x52, i64_lt_s: 0x53, i64_lt_u: 0x54, i64_gt_s: 0x55, i64_le_s: 0x57, i64_ge_s: 0x59, i64_ge_u: 0x5a,
  f64_eq: 0x61, f64_ne: 0x62, f64_lt: 0x63, f64_gt: 0x64, f64_le: 0x65, f64_ge: 0x66,
  i64_add: 0x7c, i64_sub: 0x7d, i64_mul: 0x7e, i64_div_s: 0x7f, i64_div_u: 0x80, i64_rem_s: 0x81, i64_and: 0x83, i64_or: 0x84,
  i64_xor: 0x85, i64_shl: 0x86, i64_shr_s: 0x87, i64_shr_u: 0x88,
  f64_neg: 0x9a, f64_add: 0xa0, f64_sub: 0xa1, f64_mul: 0xa2, f64_div: 0xa3,
  i32_wrap: 0xa7, i64_extend_s: 0xac, i64_extend_u: 0xad, f64_convert: 0xb9, i64_reinterpret: 0xbd, f64_reinterpret: 0xbf,
} as const // prettier-ignore

export function unsigned(n: number): number[] {
  const bytes = []
  do {
    const low = n & 0x7f
    n >>>= 7
    bytes.push(n ? low | 0x80 : low)
  } while (n)
  return bytes
}

/** The code of a function. Blocks are opened and closed by the caller, who knows how deep it is. */
export class FunctionWriter {
  readonly code: number[] = []
  /** Places of branches in the code, and whether they are likely taken. */
  readonly hints: [number, 0 | 1][] = []
  readonly #locals: number[] = []
  readonly #parameters: number

  constructor(parameters: number) {
    this.#parameters = parameters
  }

  /** A new local variable of a type. */
  local(type: number): number {
    this.#locals.push(type)
    return this.#parameters + this.#locals.length - 1
  }

  /** Drops the code from a place on. */
  takeBack(length: number): void {
    this.code.length = length
    while ((this.hints.at(-1)?.[0] ?? -1) >= length) this.hints.pop()
  }
  do(...opcodes: number[]): void {
    this.code.push(...opcodes)
  }
  #with(opcode: number, n: number): void {
    this.code.push(opcode)
    let rest = n >>> 0
    for (; rest > 0x7f; rest >>>= 7) this.code.push((rest & 0x7f) | 0x80)
    this.code.push(rest)
  }
  get(local: number): void {
    this.#with(0x20, local)
  }
  set(local: number): void {
    this.#with(0x21, local)
  }
  tee(local: number): void {
    this.#with(0x22, local)
  }
  getGlobal(n: number): void {
    this.#with(0x23, n)
  }
  setGlobal(n: number): void {
    this.#with(0x24, n)
  }
  call(n: number): void {
    this.#with(0x10, n)
  }
  branch(depth: number): void {
    this.#with(0x0c, depth)
  }
  branchIf(depth: number): void {
    this.#with(0x0d, depth)
  }
  open(kind: 'block' | 'loop' | 'if', type = 0x40, hint?: 'likely' | 'unlikely'): void {
    if (hint) this.hints.push([this.code.length, hint === 'likely' ? 1 : 0])
    this.code.push(kind === 'block' ? 0x02 : kind === 'loop' ? 0x03 : 0x04, type)
  }
  #memory(opcode: number, align: number, offset: number): void {
    this.code.push(opcode)
    this.#with(align, offset)
  }
  load8(offset: number): void {
    this.#memory(0x2d, 0, offset)
  }
  load16(offset: number): void {
    this.#memory(0x2f, 1, offset)
  }
  load32(offset: number): void {
    this.#memory(0x28, 2, offset)
  }
  load64(offset: number): void {
    this.#memory(0x29, 3, offset)
  }
  store32(offset: number): void {
    this.#memory(0x36, 2, offset)
  }
  store64(offset: number): void {
    this.#memory(0x37, 3, offset)
  }
  i32(n: number): void {
    this.code.push(0x41)
    for (;;) {
      const low = n & 0x7f
      n >>= 7
      if ((n === 0 && !(low & 0x40)) || (n === -1 && low & 0x40)) {
        this.code.push(low)
        return
      }
      this.code.push(low | 0x80)
    }
  }
  i64(value: bigint): void {
    // In two halves: arithmetic on bigints is what would cost most here.
    let low = Number(BigInt.asIntN(32, value))
    let high = Number(BigInt.asIntN(32, value >> 32n))
    this.code.push(0x42)
    for (;;) {
      const bits = low & 0x7f
      low = (low >>> 7) | (high << 25)
      high >>= 7
      if (low === high && (bits & 0x40 ? high === -1 : high === 0)) {
        this.code.push(bits)
        return
      }
      this.code.push(bits | 0x80)
    }
  }
  f64(bits: bigint): void {
    this.code.push(0x44)
    for (let shift = 0n; shift < 64n; shift += 8n) this.code.push(Number((bits >> shift) & 0xffn))
  }

  /** Locals and code, as the code section has them. */
  body(): FunctionBody {
    const groups: [number, number][] = []
    for (const type of this.#locals) {
      const last = groups.at(-1)
      if (last?.[1] === type) last[0]++
      else groups.push([1, type])
    }
    const head = unsigned(groups.length)
    for (const [count, type] of groups) head.push(...unsigned(count), type)
    const { code } = this
    const bytes = new Uint8Array(head.length + code.length + 1)
    bytes.set(head)
    for (let i = 0; i < code.length; i++) bytes[head.length + i] = code[i]!
    bytes[bytes.length - 1] = op.end
    return { bytes, hints: this.hints.map(([at, likely]) => [at + head.length, likely]) }
  }
}

export interface FunctionBody {
  readonly bytes: Uint8Array
  /** As `hints`, from the start of the bytes. */
  readonly hints: [number, 0 | 1][]
}

const text = (s: string): number[] => [...unsigned(s.length), ...[...s].map((c) => c.charCodeAt(0))]
const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content]
const list = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()]

function hintsOf(number: number, hints: FunctionBody['hints']): number[] {
  const bytes = [...unsigned(number), ...unsigned(hints.length)]
  for (const [at, likely] of hints) bytes.push(...unsigned(at), 1, likely)
  return bytes
}

/** What a module imports from `module`, in the order of their numbers. */
export type Import =
  | { name: string; kind: 'function'; type: number }
  | { name: string; kind: 'memory' }
  | { name: string; kind: 'global'; type: number }

/** A module of functions of type `type`, exported by their numbers. `types`: parameters and results. */
export function moduleOf(
  types: { parameters: number[]; results: number[] }[],
  imports: Import[],
  type: number,
  functions: readonly FunctionBody[],
): Uint8Array<ArrayBuffer> {
  const bodies = functions.map((body) => body.bytes)
  const before = imports.filter((entry) => entry.kind === 'function').length
  const imported = imports.map((entry) => [
    ...text('tier'),
    ...text(entry.name),
    ...(entry.kind === 'function'
      ? [0, entry.type]
      : entry.kind === 'memory'
        ? [2, 0, 1]
        : [3, entry.type, 1]),
  ])
  const head = [
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(types.map((t) => [0x60, ...list(t.parameters.map((p) => [p])), ...list(t.results.map((r) => [r]))]))),
    ...section(2, list(imported)),
    ...section(3, list(bodies.map(() => [type]))),
    ...section(7, list(bodies.map((_, n) => [...text(String(n)), 0, ...unsigned(before + n)]))),
    // Branch hinting (a WebAssembly proposal; who does not know the section skips it) keeps the ways out apart from the loop.
    ...section(0, [...text('metadata.code.branch_hint'), ...list(functions.map(({ hints }, n) => hintsOf(before + n, hints)))]),
  ] // prettier-ignore
  const lengths = bodies.map((body) => unsigned(body.length))
  const count = unsigned(bodies.length)
  const size = bodies.reduce((sum, body, n) => sum + body.length + lengths[n]!.length, count.length)
  head.push(10, ...unsigned(size), ...count)
  const module = new Uint8Array(head.length + size - count.length)
  module.set(head)
  let at = head.length
  bodies.forEach((body, n) => {
    module.set(lengths[n]!, at)
    at += lengths[n]!.length
    module.set(body, at)
    at += body.length
  })
  return module
}
