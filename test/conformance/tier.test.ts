// Random programs full of loops, numbers of all kinds and lists, each by the interpreter alone and with every loop compiled: the
// same output, fault, traceback and fuel. Fuel is short, so that many of them end within a loop. WEFT_PROGRAMS sets how many,
// WEFT_SEED which.
import { beforeAll, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import type { Fault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'
import { randomFrom } from '../../dataway-wasm/bench/workloads.mjs'
import { newDataway } from './script-output.ts'

const long = process.env['WEFT_LONG'] === '1'
const count = Number(process.env['WEFT_PROGRAMS'] ?? (long ? 5000 : 200))
const seed = Number(process.env['WEFT_SEED'] ?? (long ? Math.floor(Math.random() * 2 ** 31) : 1))

let interpreted: WasmDataWay
let compiled: WasmDataWay

beforeAll(async () => {
  interpreted = await newDataway('off')
  compiled = await newDataway('always')
})

it(`${count} random programs (seed ${seed})`, () => {
  const random = randomFrom(seed)
  const differences: string[] = []
  for (let n = 0; n < count && differences.length < 3; n++) {
    const source = randomProgram(random)
    const fuel = 500 + Math.floor(random() * 20_000)
    const wanted = outcome(interpreted, source, fuel)
    // Again, with what was learned meanwhile.
    for (let again = 0; again < 3; again++) {
      const got = outcome(compiled, source, fuel)
      if (got === wanted) continue
      differences.push(`${source}\ninterpreted ${wanted}\ncompiled    ${got}`)
      break
    }
  }
  expect(compiled.tiering.compiled).toBeGreaterThan(count / 2)
  expect(differences.length, `seed ${seed}\n${differences.join('\n\n')}`).toBe(0)
}, 3_600_000)

function outcome(way: WasmDataWay, source: string, fuel: number): string {
  let out = ''
  const env = {
    run: 'tier',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: (text: string) => void (out += text),
    limits: { fuel },
  }
  try {
    way.evaluate(way.compile(source, 'code'), message(Data.none), env)
  } catch (thrown) {
    const { code, message: text, traceback } = thrown as Fault
    out += `${code} ${text}\n${traceback ?? ''}`
  }
  out += `fuel ${way.fuelLeft}`
  way.release(env.run)
  return out
}

function randomProgram(random: () => number): string {
  const int = (n: number): number => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[int(list.length)]!
  // Integers, and names that are sometimes something else.
  const ints = ['a', 'b', 'c']
  const names = [...ints, ...ints, 'x', 'y']
  const lists = ['l', 'm']
  let loops = 0

  const literal = (): string => pick(['0', '1', '-1', '7', '100', '0.5', '2.0', '-1.5', '1e300', '65536', '140737488355327', '2147483647', '10**15', '10**20', 'True', 'False', 'None', '"s"']) // prettier-ignore
  const number = (): string => pick(['0', '1', '2', '3', '5', '-2', '0.5', '1.25', '1000', '65537', '999999'])
  const index = (): string => (random() < 0.9 ? `${pick(ints)} % 5` : pick([...names, '-1', '-2', '4', '5', 'a - 1']))
  const whole = (depth = 2): string => {
    if (depth === 0 || random() < 0.2) return pick([...ints, ...ints, '1', '2', '3', '7', '-5', '4096', '65537', `l[${index()}]`])
    const op = pick(['+', '+', '-', '*', '*', '&', '|', '^', '//', '%', '>>', '<<'])
    if (op === '<<') return `(${whole(depth - 1)} & 4095) << ${pick(['1', '7', '30', '36'])}`
    const right = op === '//' || op === '%' ? pick(['3', '7', '-4', '1000', '999999', 'a']) : op === '>>' ? pick(['1', '3', '20', '70']) : whole(depth - 1)
    return `(${whole(depth - 1)}) ${op} (${right})`
  }
  const atom = (): string => (random() < 0.6 ? pick(names) : random() < 0.6 ? number() : random() < 0.8 ? `${pick(lists)}[${index()}]` : literal())
  const mixed = (depth: number): string => {
    if (depth === 0 || random() < 0.25) return atom()
    const op = pick(['+', '+', '-', '*', '*', '/', '//', '%', '**'])
    const right = op === '**' ? pick(['2', '0', 'a % 4']) : '/%'.includes(op[0]!) && random() < 0.8 ? pick(['2', '3.0', '0.1', '-7']) : mixed(depth - 1)
    return pick([`${mixed(depth - 1)} ${op} ${right}`, `(${mixed(depth - 1)}) ${op} (${right})`, `-${atom()}`, `f(${atom()}, ${atom()})`, `min(${pick(names)}, ${number()})`, `abs(${atom()})`, `(${atom()} if ${condition(1)} else ${atom()})`, `(${condition(1)})`, `len(${pick(lists)})`]) // prettier-ignore
  }
  const expression = (depth = 2): string => (random() < 0.6 ? whole(depth) : mixed(depth))
  const condition = (depth = 2): string => {
    const simple = `${expression(depth && depth - 1)} ${pick(['<', '<=', '>', '>=', '==', '!=', 'is', 'is not'])} ${expression(depth && depth - 1)}`
    return depth === 0 || random() < 0.6 ? pick([simple, simple, `not ${atom()}`, atom()]) : `${condition(depth - 1)} ${pick(['and', 'or'])} ${condition(depth - 1)}`
  }
  const indented = (lines: string[]): string[] => lines.map((line) => `    ${line}`)
  const block = (depth: number, inLoop: boolean): string[] => indented(Array.from({ length: 1 + int(3) }, () => statement(depth, inLoop)).flat())
  const statement = (depth: number, inLoop: boolean): string[] => {
    const choice = random()
    if (depth > 0 && choice < 0.35) return loop(depth)
    if (depth > 0 && choice < 0.5) {
      const rest = random() < 0.5 ? ['else:', ...block(depth - 1, inLoop)] : []
      return [`if ${condition()}:`, ...block(depth - 1, inLoop), ...rest]
    }
    if (depth > 0 && choice < 0.58) {
      return ['try:', ...block(depth - 1, inLoop), `except ${pick(['TypeError', 'ZeroDivisionError', 'IndexError', 'ValueError', 'Exception'])} as e:`, `    print(type(e).__name__, e)`, `    ${pick(names)} = ${number()}`, ...(random() < 0.3 ? ['finally:', ...block(0, false)] : [])] // prettier-ignore
    }
    if (choice < 0.62) return [`${pick(ints)} = (${whole()}) % ${pick(['1000', '65536', '2147483648', '99999999999'])}`]
    if (choice < 0.7) return [`${pick(names)} ${pick(['+=', '-=', '*=', '//=', '%=', '|=', '='])} ${expression()}`]
    if (choice < 0.78) return [`${pick(lists)}[${index()}] ${pick(['=', '+=', '='])} ${expression(1)}`]
    if (choice < 0.82) return [`${pick(names)}, ${pick(names)} = ${expression(1)}, ${expression(1)}`]
    if (choice < 0.85) return [`if len(${pick(lists)}) < 12: ${pick(lists)}.append(${expression(1)})`]
    if (choice < 0.855) return [`del ${pick(names)}`]
    if (choice < 0.91 && inLoop) return [`if ${condition(1)}: ${pick(['break', 'continue'])}`]
    if (choice < 0.94) return [`print(${atom()})`]
    return [`${pick(names)} = ${expression()}`]
  }
  const loop = (depth: number): string[] => {
    const n = loops++
    const body = block(depth - 1, true)
    const rest = random() < 0.2 ? ['else:', ...block(0, false)] : []
    return pick([
      () => [`for ${pick([...names, 'i'])} in range(${int(12)}):`, ...body, ...rest],
      () => [`for ${pick(names)} in range(${int(5)}, ${5 + int(40)}, ${1 + int(4)}):`, ...body, ...rest],
      () => [`for ${pick(names)} in range(${int(20)}, -${int(20)}, -${1 + int(3)}):`, ...body, ...rest],
      () => [`for ${pick(names)} in ${pick(lists)}:`, ...body, ...rest],
      () => [`it${n} = iter(range(${int(15)}))`, `for ${pick(names)} in it${n}:`, `    for ${pick(names)} in it${n}:`, ...indented(body), `        if ${condition(1)}: break`],
      () => [`w${n} = ${int(15)}`, `while w${n} > 0:`, `    w${n} -= 1`, ...body, ...rest],
      () => [`${pick(lists)} = [${expression(1)} for ${pick(names)} in range(${1 + int(9)}) if ${condition(1)}] + [1, 2.5, 3, 4, 5]`],
      () => [`for ${pick(names)}, ${pick(names)} in enumerate(${pick(lists)}):`, ...body],
    ])() // prettier-ignore
  }
  const start = names.map((name) => `${name} = ${random() < 0.8 ? number() : literal()}`)
  const show = `print(${[...names, ...lists].join(', ')})`
  const lines = [
    ...start,
    'l = [1, 2, 3, 4, 5]',
    `m = [0.5, ${literal()}, 2, ${number()}, 7]`,
    ...Array.from({ length: 3 + int(3) }, () => ['try:', ...indented(loop(3)), 'except Exception as e:', '    print(type(e).__name__, e)', show, `a, b, c = ${int(9)}, ${int(1000)}, 3`]).flat(),
  ]
  return `def f(x, y):\n    t = 0\n    for k in range(3):\n        t += x * k\n    return t - y\ndef dw_process(msg):\n${indented(lines).join('\n')}\n`
}
