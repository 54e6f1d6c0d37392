// Builds number/number-probe.ts by itself and wraps its exports so that tests speak in text; python3 is the oracle.

import { spawnSync } from 'node:child_process'
import asc from 'assemblyscript/asc'

interface Exports {
  memory: WebAssembly.Memory
  allocate(bytes: number): number
  parse(p: number, length: number, radix: number): number
  room(x: number, radix: number): number
  text(x: number, radix: number, out: number): number
  calculate(op: number, a: number, b: number, c: number): number
  toFloat(x: number): number
  fromFloat(d: number): number
  divide(a: number, b: number): number
  compareFloat(x: number, d: number): number
  refused(x: number): number
  readFloat(p: number, length: number): number
  repr(x: number, out: number): number
  format(x: number, type: number, precision: number, flags: number, out: number): number
  formattedRoom(x: number, precision: number): number
}

export interface Numbers {
  readonly raw: Exports
  big(text: string, radix?: number): number
  show(x: number, radix?: number): string
  readFloat(text: string): number
  repr(x: number): string
  format(x: number, type: string, precision: number, flags?: number): string
}

export async function buildNumbers(): Promise<Numbers> {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [
      'dataway-wasm/assembly/number/number-probe.ts',
      '-O2',
      '--runtime',
      'stub',
      '--enable',
      'simd,bulk-memory',
      '-o',
      'out.wasm',
    ],
    {
      writeFile(name, contents) {
        if (name === 'out.wasm') binary = contents as Uint8Array
      },
    },
  )
  if (error || !binary) throw new Error(`asc: ${stderr.toString()}`)
  const { instance } = await WebAssembly.instantiate(binary as Uint8Array<ArrayBuffer>, {
    env: { abort: () => undefined },
  })
  const raw = instance.exports as unknown as Exports
  const write = (text: string): [number, number] => {
    const bytes = new TextEncoder().encode(text)
    const p = raw.allocate(bytes.length + 8)
    new Uint8Array(raw.memory.buffer, p, bytes.length).set(bytes)
    return [p, bytes.length]
  }
  const read = (p: number, length: number) =>
    new TextDecoder().decode(new Uint8Array(raw.memory.buffer, p, length))
  return {
    raw,
    big: (text, radix = 10) => raw.parse(...write(text), radix),
    show(x, radix = 10) {
      const p = raw.allocate(raw.room(x, radix))
      return read(p, raw.text(x, radix, p))
    },
    readFloat: (text) => raw.readFloat(...write(text)),
    repr(x) {
      const p = raw.allocate(32)
      return read(p, raw.repr(x, p))
    },
    format(x, type, precision, flags = 0) {
      const p = raw.allocate(raw.formattedRoom(x, precision))
      return read(p, raw.format(x, type.charCodeAt(0), precision, flags, p))
    },
  }
}

export const hasPython = spawnSync('python3', ['--version']).status === 0

/** Runs a python3 program that reads `input` as JSON from stdin and prints JSON. */
export function python<T>(program: string, input: unknown): T {
  const run = spawnSync('python3', ['-c', `import sys, json\ndata = json.load(sys.stdin)\n${program}`], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as T
}

/** A small reproducible generator (mulberry32); the seed is printed by the tests that fail. */
export function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
