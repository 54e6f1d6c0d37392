// Every code point's predicates and case forms, and case changes of random text, against python3.

import asc from 'assemblyscript/asc'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasPython, python, randomFrom } from '../number/probe.ts'

interface Exports {
  memory: WebAssembly.Memory
  allocate(bytes: number): number
  flags(code: number): number
  decimal(code: number): number
  change(how: number, p: number, length: number, to: number): number
}

const METHODS = ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold']
const seed = Number(process.env.SEED ?? Date.now() % 1e9)
let wasm: Exports
let input: number
let output: number

beforeAll(async () => {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    ['dataway-wasm/assembly/text/unicode-probe.ts', '-O2', '--runtime', 'stub', '-o', 'out.wasm'],
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
  wasm = instance.exports as unknown as Exports
  input = wasm.allocate(4096)
  output = wasm.allocate(3 * 4096)
}, 60_000)

function change(how: number, text: string): string {
  const bytes = new TextEncoder().encode(text)
  new Uint8Array(wasm.memory.buffer, input, bytes.length).set(bytes)
  const length = wasm.change(how, input, bytes.length, output)
  return new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, output, length))
}

describe.skipIf(!hasPython)(`Unicode against python3 (seed ${seed})`, () => {
  it('knows the predicates of every code point', () => {
    const expected = python<number[]>(
      `
tests = [str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.isspace, str.isupper, str.islower, str.istitle,
         str.isprintable, str.isidentifier]
print(json.dumps([sum(1 << k for k, t in enumerate(tests) if t(chr(i))) | (('a' + chr(i)).isidentifier() << 10) for i in range(0x110000)]))`,
      0,
    )
    const wrong = expected.findIndex((bits, code) => (wasm.flags(code) & 2047) !== bits)
    expect(wrong).toBe(-1)
  }, 60_000)

  it('knows the value of every decimal digit', () => {
    const expected = python<[number, number][]>(
      'import unicodedata\nprint(json.dumps([[i, unicodedata.decimal(chr(i), -1)] for i in range(0x20000)]))',
      0,
    )
    expect(expected.find(([code, value]) => wasm.decimal(code) !== value)).toBeUndefined()
  })

  it('changes the case of every character as str does', () => {
    const expected = python<[number, string[]][]>(
      `
methods = [getattr(str, m) for m in data]
print(json.dumps([[i, [m(chr(i)) for m in methods]] for i in range(0x110000)
  if not 0xd800 <= i < 0xe000 and any(m(chr(i)) != chr(i) for m in methods)]))`,
      METHODS,
    )
    for (const [code, forms] of expected)
      forms.forEach((form, how) =>
        expect(change(how, String.fromCodePoint(code)), `${METHODS[how]} ${code}`).toBe(form),
      )
    expect(expected.length).toBeGreaterThan(2800)
  }, 60_000)

  it('changes the case of words, with final sigmas and joined letters', () => {
    const random = randomFrom(seed)
    const letters = [..."aBzÄßﬁΣσςΑᾴ\u0301\u00ad.'’ǅǆİıŉΐᾳᾼԵևაᲐꮅ 1_-Ⅷⓐ𐐀𐐨ʰªⁿ日ΌΣ"]
    const texts = Array.from({ length: 5000 }, () =>
      Array.from(
        { length: Math.floor(random() * 9) },
        () => letters[Math.floor(random() * letters.length)],
      ).join(''),
    )
    const expected = python<string[][]>(
      'print(json.dumps([[getattr(t, m)() for m in data["methods"]] for t in data["texts"]]))',
      { methods: METHODS, texts },
    )
    texts.forEach((text, i) =>
      METHODS.forEach((method, how) =>
        expect(change(how, text), `${method} of ${JSON.stringify(text)}`).toBe(expected[i]![how]),
      ),
    )
  })
})
