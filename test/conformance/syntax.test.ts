// The trees and the errors of DataWay's parser against what CPython 3.11 makes of the same sources
// (recorded by test/conformance/syntax/record.py).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { beforeAll, describe, expect, it } from 'vitest'

interface Case {
  source: string
  tree?: string
  error?: string
}
interface Probe {
  memory: WebAssembly.Memory
  alloc(size: number): number
  parse(start: number, size: number, expression: boolean): number
  outAddress(): number
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const cases = JSON.parse(readFileSync(new URL('syntax/recorded.json', import.meta.url), 'utf8')) as Case[]
let module: WebAssembly.Module

beforeAll(async () => {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [
      'dataway-wasm/assembly/syntax/syntax-probe.ts',
      '--baseDir',
      root,
      '-O1',
      '--runtime',
      'stub',
      '--outFile',
      'out.wasm',
    ],
    { writeFile: (_name: string, data: Uint8Array | string) => void (binary = data as Uint8Array) },
  )
  if (error) throw new Error(stderr.toString())
  module = new WebAssembly.Module(binary as Uint8Array<ArrayBuffer>)
}, 120_000)

function parse(source: string): string {
  const { exports } = new WebAssembly.Instance(module, { env: { abort: () => {} } })
  const probe = exports as unknown as Probe
  const bytes = new TextEncoder().encode(source)
  const at = probe.alloc(bytes.length + 16)
  new Uint8Array(probe.memory.buffer).set(bytes, at)
  const size = probe.parse(at, bytes.length, false)
  return new TextDecoder().decode(new Uint8Array(probe.memory.buffer, probe.outAddress(), size))
}

// Kinds whose places CPython does not tell, or tells of another part (syntax/ast.ts has the numbers' names).
const PLACELESS = new Set([
  0, 10, 11, 16, 21, 30, 33, 38, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 69, 70, 71,
])

/** Both sides in one form: numbers by value, without the places that cannot be compared. */
function comparable(tree: string, source: string): string {
  const format = /f['"]/i.test(source)
  return tree
    .replace(/\((\d+)@\S*( o=(?:2|8|10|16))?( x=)([0-9a-f]+)/g, (whole, kind, base, _x, hex: string) => {
      if (kind !== '6' && kind !== '7') return whole
      const text = Buffer.from(hex, 'hex').toString()
      const prefix = { 'o=16': '0x', 'o=8': '0o', 'o=2': '0b' }[String(base).trim()] ?? ''
      const value = kind === '6' ? String(BigInt(prefix + text)) : String(Number(text))
      return `${whole.slice(0, whole.indexOf(' '))} v=${value}`
    })
    .replace(/\(7(@\S*) v=(\S+)/g, (_whole, place: string, text: string) => `(7${place} v=${Number(text)}`)
    .replace(/\((\d+)@(\d+:\d+)/g, (whole, kind) => (PLACELESS.has(Number(kind)) ? `(${kind}@` : whole))
    .replace(
      /\((49|50)@(\S*) \[ (.*?) \]/g,
      (_w, kind, place, names: string) => `(${kind}@${place} [ ${names.replace(/\(1@\S*/g, '(1@')} ]`,
    )
    .replace(/\(29@\S* (\[|\+|\))/g, '(29@ $1')
    .replace(/\(8@\S*/g, (whole) => (format ? '(8@' : whole))
    .replace(/\s+/g, ' ')
}

describe('trees', () => {
  // `except*` is written by other statements when it is parsed: what it does is in the corpus.
  const same = cases.filter((c) => c.tree !== undefined && !c.source.includes('except*'))
  it.each(same.map((c) => [c.source, c.tree!]))('%j', (source, tree) => {
    expect(comparable(parse(source), source)).toBe(comparable(tree, source))
  })
})

describe('errors: type, text, line and column', () => {
  it.each(cases.filter((c) => c.error !== undefined).map((c) => [c.source, c.error!]))(
    '%j',
    (source, error) => {
      expect(parse(source)).toBe(`ERROR ${error}`)
    },
  )
})

describe('hostile texts', () => {
  it.each([
    ['deep brackets', '('.repeat(5000)],
    ['deep lists', '['.repeat(190) + ']'.repeat(190)],
    ['deep unary', '-'.repeat(5000) + '1'],
    ['deep not', 'not '.repeat(5000) + '1'],
    ['deep lambda', 'lambda: '.repeat(3000) + '1'],
    ['deep power', '1' + '**1'.repeat(5000)],
    ['deep blocks', Array.from({ length: 200 }, (_, i) => ' '.repeat(i) + 'if 1:\n').join('')],
    ['deep f-strings', "f'" + '{'.repeat(300)],
  ])('%s end in an error, not in a trap', (_name, source) => {
    expect(parse(source)).toMatch(/^ERROR /)
  })
  it('never trap, whatever the bytes', () => {
    const alphabet = ['(', ')', '[', ']', '{', '}', ':', ',', '\n', '    ', '\t', 'if ', 'else', 'def f', 'x', '1', "'", '"', '=', '*', '**', 'f"', '\\', 'lambda ', 'for ', 'in ', '.', '@', 'é', '\0', 'match ', 'case '] // prettier-ignore
    let state = 42
    const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32
    for (let round = 0; round < 1500; round++) {
      let source = ''
      for (let n = random() * 30; n > 0; n--) source += alphabet[Math.floor(random() * alphabet.length)]
      expect(parse(source), JSON.stringify(source)).toMatch(/^(ERROR|\()/)
    }
  })
})
