// Hostile input for the compiler, the JSON reader and the MIME readers: whatever the bytes, the answer is a value or a
// Fault, soon, and the module goes on. WEFT_FUZZ sets the number of rounds, WEFT_SEED repeats a run.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { isFault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { readFileSync } from 'node:fs'
import { documents } from './json/documents.mjs'
import { loadDataway, scriptOutput } from './script-output.ts'
import { scripts } from './scripts.mjs'

const rounds = Number(process.env['WEFT_FUZZ'] ?? (process.env['WEFT_LONG'] === '1' ? 20_000 : 400))
const seed = Number(process.env['WEFT_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const options = { numRuns: rounds, seed }

let way: WasmDataWay

beforeAll(async () => {
  way = await loadDataway()
})

const words = ['def f(x):', 'class C:', 'if ', 'else:', 'for x in ', 'while ', 'try:', 'except ', 'finally:', 'with ', 'match x:', 'case ', 'lambda ', 'return ', 'yield ', 'import ', 'from ', 'global ', 'del ', 'raise ', 'assert ', 'not ', 'and ', 'is ', 'x', 'y.z', '1', '0x', '1e', '"', "'", '"""', "f'{", '}', 'b"', '\\', '(', ')', '[', ']', '{', ':', ',', ';', '=', '==', ':=', '->', '*', '**', '//', '@', '...', '\n', '\n    ', '\n\t', ' ', '#', 'é', '\0', '\r', '\ufeff', '\u2028', '😀'] // prettier-ignore
const tokens = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((all) => all.join(''))
const corpus = scripts().map((script) => readFileSync(script.path, 'utf8'))
/** A real script with a piece cut out, doubled or replaced. */
const mutant = fc
  .tuple(fc.constantFrom(...corpus), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.constantFrom('', ...words))
  .map(([source, place, size, word]) => {
    const at = Math.floor(place * source.length)
    return source.slice(0, at) + word + source.slice(at + size)
  })

describe('sources', () => {
  it.each([
    ['random text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['random tokens', tokens],
    ['broken scripts', mutant],
  ])(`%s: diagnostics or none (seed ${seed})`, (_name, sources) => {
    fc.assert(
      fc.property(sources, (source) => {
        for (const mode of ['code', 'expression'] as const)
          for (const one of way.check(source, mode)) expect(one.line).toBeGreaterThan(0)
      }),
      options,
    )
    expect(scriptOutput(way, 'print(1 + 1)')).toBe('2\n')
  }, 600_000)
})

const printable = fc.constantFrom(...Object.values(documents).flat()).map((document) => Buffer.from(document as Uint8Array))
/** A JSON document with some bytes changed. */
const brokenJson = fc
  .tuple(printable, fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 4 }))
  .map(([document, changes]) => {
    const bytes = Uint8Array.from(document)
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
    return bytes
  })

describe('payloads', () => {
  const types = ['application/json', 'application/xml', 'application/csv', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'text/plain'] // prettier-ignore
  it.each(types)(`%s: a value or a Fault (seed ${seed})`, (mime) => {
    const program = way.compile('str(msg.payload["^value"])', 'expression')
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 120 }), brokenJson, shaped(mime))
    fc.assert(
      fc.property(bytes, (payload) => {
        const env = { run: 'fuzz', clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }), seed: () => 1, print: () => {} }
        try {
          way.text(way.evaluate(program, message(Data.of(new Entity(payload, mime))), env))
        } catch (thrown) {
          if (!isFault(thrown)) throw thrown
          expect(thrown.code).toMatch(/^(DATAWAY|CORE):/)
        } finally {
          way.release('fuzz')
        }
      }),
      options,
    )
    expect(scriptOutput(way, 'print(1 + 1)')).toBe('2\n')
  }, 600_000)
})

/** Bytes that look like the type, so that the reader gets past its first look. */
function shaped(mime: string): fc.Arbitrary<Uint8Array> {
  const parts: Record<string, string[]> = {
    'application/json': ['{', '}', '[', ']', '"a"', ':', ',', '1', '-', '.5', 'e9', 'true', 'null', '\\u00', '"', ' '],
    'application/xml': ['<a>', '</a>', '<a b="c"', '/>', '>', '<', '&amp;', '&', '&#x', ';', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '?>', '<!DOCTYPE', 'text', '"', '='],
    'application/csv': ['a', ',', '"', '""', '\r\n', '\n', '\r', ' ', 'é'],
    'application/x-www-form-urlencoded': ['a', '=', '&', '%', '%4', '%41', '+', '%ff', ';'],
    'multipart/form-data; boundary=b': ['--b', '--b--', '\r\n', '\r\n\r\n', 'Content-Disposition: form-data; name="a"', '; filename="f"', 'Content-Type: text/plain', 'x', ':', '"'],
    'text/plain': ['a', 'é', '\0'],
  } // prettier-ignore
  return fc.array(fc.constantFrom(...parts[mime]!), { maxLength: 30 }).map((all) => Uint8Array.from(Buffer.from(all.join(''))))
}

/** Functions that read a small language of their own: `a` is a text in it, or nearly, `b` what it is used for. */
const pieces: Record<string, [source: string, parts: string[]]> = {
  're': ["[re.findall(a, b), re.sub(a, 'x', b), re.split(a, b), bool(re.fullmatch(a, b))]", ['(', ')', '(?:', '(?P<n>', '(?=', '(?<!', '[', ']', '[^', '-', '|', '*', '+', '?', '{2,3}', '{9', '}', '.', '^', '$', '\\', '\\d', '\\b', '\\1', 'a', 'é', '(?i)', '*?']],
  'struct': ["[struct.calcsize(a), struct.unpack(a, b.encode())]", ['<', '>', '!', '=', '@', 'b', 'H', 'i', 'q', 'Q', 'f', 'd', 's', 'p', 'x', '?', 'c', '3', '99999999999', ' ', 'z']],
  'format': ["[format(12, a), format(1.5, a), format('x', a)]", ['0', '9', '>', '<', '^', '=', '*', '+', '-', ' ', '#', ',', '_', '.', '.3', 'd', 'f', 'e', 'g', 'x', 'c', 'n', '%', 's', '99999999999', 'é']],
  'percent': ["a % (1, 'b', 2.5)", ['%', '%s', '%d', '%5', '.2', 'f', '(', 'a', ')', '*', '-', '0', '#', 'x', 'c', 'r', '999999999999']],
  'str.format': ["a.format(1, 'b', c=[2])", ['{', '}', '{{', '{}', '{0', '.real', '[0]', '!r', ':', '>9', '{c', 'x', '1']],
  'strptime': ["datetime.datetime.strptime(b, a)", ['%Y', '%m', '%d', '%H', '%M', '%S', '%f', '%z', '%Z', '%j', '%U', '%a', '%B', '%y', '%p', '%c', '%', '-', ' ', 'T', '%%']],
  'numbers': ["int(a, 0) + float(a) + decimal.Decimal(a)", ['0x', '0b', '1', '9', '_', '.', 'e', '-', '+', ' ', 'inf', 'nan', '٣']],
  'json.loads': ['json.loads(a)', ['{', '}', '[', ']', ',', ':', '"', '\\u', 'd800', '1', 'e', '-', '.', 'null', 'NaN', ' ']],
  'codecs': ["[a.encode(b, 'replace'), bytes(a, 'latin-1', 'ignore').decode(b, 'replace'), base64.b64decode(a), bytes.fromhex(a), urllib.parse.parse_qs(a)]", ['a', 'ff', '%', '%c3', '&', '=', '+', '/', '\ud800', 'é', '😀', ' ']],
} // prettier-ignore

describe('what reads a language of its own', () => {
  it.each(Object.entries(pieces))(`%s: a value or an exception, soon (seed ${seed})`, (_name, [source, parts]) => {
    const script = `def dw_process(msg):
    import re
    a = msg.payload['a']
    b = msg.payload['b']
    return str(${source})`
    const program = way.compile(script, 'code')
    const text = fc.oneof(fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join('')), fc.string({ unit: 'binary', maxLength: 30 })) // prettier-ignore
    const used = fc.oneof(fc.constantFrom('utf-8', 'utf-16', 'ascii', 'idna'), fc.string({ maxLength: 40 }), fc.constant('a'.repeat(500) + '!')) // prettier-ignore
    const limits = { fuel: 200_000_000, milliseconds: 5000, heapBytes: 64 << 20 }
    const env = { run: 'fuzz', clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }), seed: () => 1, print: () => {}, limits } // prettier-ignore
    let most = 0
    fc.assert(
      fc.property(text, used, (a, b) => {
        const payload = new Map([['a', a], ['b', b]]) // prettier-ignore
        try {
          way.text(way.evaluate(program, message(Data.of(payload)), env))
        } catch (thrown) {
          if (!isFault(thrown)) throw thrown
          // No trap (INTERNAL), nothing that goes on and on (TIMEOUT, FUEL).
          expect(thrown.code).toMatch(/^DATAWAY:(EXCEPTION|MEMORY)$/)
        } finally {
          way.release('fuzz')
        }
        most = Math.max(most, way.bytesInUse)
      }),
      options,
    )
    // What a run leaves behind does not add up.
    expect(most).toBeLessThan(256 << 20)
    expect(scriptOutput(way, 'print(1 + 1)')).toBe('2\n')
  }, 600_000)
})
