// Memory of long runs: what nobody holds any more is given back while the run goes on, and whoever holds a value has it still.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
// @ts-expect-error a plain script without types
import { build } from '../../../dataway-wasm/build.mjs'
import { createDataWay, type WasmDataWay } from '../../../dataway-wasm/host.ts'
import { Engine } from '../../../worker/engine/engine.ts'
import { toTagged } from '../../../worker/model/codec.ts'
import { Data } from '../../../worker/model/data.ts'
import { message, withVariable, type Message } from '../../../worker/model/message.ts'
import { Entity, type Float } from '../../../worker/model/value.ts'
import { registry } from '../../../worker/runs.ts'
import { appOf, branch, code, ex, flow, step, testHost } from '../../support/engine.ts'
import { isLong } from '../../support/long-report.ts'
import { env } from './dataway.ts'

const module = new WebAssembly.Module(
  readFileSync(process.env['WEFT_DATAWAY'] ?? ((await build()) as string)),
)
const MiB = 1 << 20
const body = (source: string): string => `def dw_process(msg):\n    return ${source}\n`

/** The largest memory that the module had while `go` ran, in bytes. */
async function peak(go: (dataWay: WasmDataWay) => Promise<void>): Promise<number> {
  let memory: WebAssembly.Memory | undefined
  const instantiate = WebAssembly.instantiate
  WebAssembly.instantiate = (async (...args: [WebAssembly.Module, WebAssembly.Imports]) => {
    const instance = await instantiate(...args)
    memory = instance.exports['memory'] as WebAssembly.Memory
    return instance
  }) as unknown as typeof WebAssembly.instantiate
  const dataWay = await createDataWay(module).finally(() => (WebAssembly.instantiate = instantiate))
  await go(dataWay)
  // Memory of a module never shrinks.
  return memory!.buffer.byteLength
}

async function ranIn(dataWay: WasmDataWay, app: ReturnType<typeof appOf>, payload?: Data): Promise<Message> {
  const engine = new Engine({ host: testHost(), dataway: dataWay, registry })
  const input = message(payload ?? Data.none)
  const more = { base: '', granted: { hosts: [] }, trace: 'off' as const }
  const { done } = engine.start({ run: 'long', app, flow: app.flows[0]!.id, input, ...more })
  const { fault, message: last } = await done
  if (fault) throw new Error(`${fault.code} ${fault.message}`)
  return last
}

describe('a run of many rounds', () => {
  const rounds = 10_000
  const looped = (...steps: ReturnType<typeof step>[]) =>
    appOf(flow([
      step('set-variable', { name: 'kept', value: code(body('{"first": [1.5, "é" * 1000], "n": 7}')) }),
      step('set-variable', { name: 't', value: code(body("'é' + 'x' * 100_000")) }),
      step('while', { condition: ex('True'), maxLoops: rounds }, branch('body', steps)),
    ])) // prettier-ignore

  test('over a text of 100 KB takes less than 64 MB', { timeout: 120_000 }, async () => {
    const app = looped(step('set-variable', { name: 't', value: code(body("msg.vars['t'][1:] + 'y'")) }))
    const most = await peak(async (dataWay) => {
      const { variables } = await ranIn(dataWay, app)
      expect(variables.get('t')!.value).toBe('x'.repeat(100_001 - rounds) + 'y'.repeat(rounds))
      expect(toTagged(variables.get('kept')!.value)).toEqual({ first: [1.5, 'é'.repeat(1000)], n: 7 })
    })
    expect(most).toBeLessThan(64 * MiB)
  })

  test('over JSON of 100 KB takes less than 64 MB', { timeout: 120_000 }, async () => {
    const first =
      "{'n': 0, 'list': [{'id': i, 'name': 'name ' + str(i) + ' é', 'price': i / 8} for i in range(2000)]}"
    const list = Array.from({ length: 2000 }, (_, i) => ({
      id: i,
      name: `name ${i} é`,
      price: i % 8 ? i / 8 : { $float: `${i / 8}.0` },
    }))
    const again = "json.dumps({**msg.vars['t'], 'n': msg.vars['t']['n'] + 1})"
    const app = appOf(
      flow([
        step('set-variable', { name: 't', value: code(body(first)) }),
        step('while', { condition: ex('True'), maxLoops: 1000 }, branch('body', [
          step('set-variable', { name: 's', value: code(body(again)) }),
          step('set-variable', { name: 't', value: code(body("json.loads(msg.vars['s'])")) }),
        ])),
      ]),
    ) // prettier-ignore
    const most = await peak(async (dataWay) => {
      const { variables } = await ranIn(dataWay, app)
      expect(toTagged(variables.get('t')!.value)).toEqual({ n: 1000, list })
    })
    expect(most).toBeLessThan(64 * MiB)
  })
})

test('For Each over a body of 10 MB takes less than two and a half times as much, with the root message and the module itself', { timeout: 60_000 }, async () => {
  const items = Array.from({ length: 50_000 }, (_, i) => ({ id: i, name: 'n'.repeat(180), price: i / 4 }))
  const bytes = new TextEncoder().encode(JSON.stringify(items))
  expect(bytes.length).toBeGreaterThan(9.5 * MiB)
  const sum = step('set-variable', { name: 'sum', value: ex("msg.vars['sum'] + msg.payload['price']") })
  const app = appOf(
    flow([
      step('set-variable', { name: 'sum', value: ex('0') }),
      step('for-each', { items: ex('msg.payload') }, branch('body', [sum])),
    ]),
  )
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let heap = 0
  const most = await peak(async (dataWay) => {
    const timer = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed - before)), 5)
    const last = await ranIn(dataWay, app, Data.of(new Entity(bytes, 'application/json')))
    clearInterval(timer)
    heap = Math.max(heap, process.memoryUsage().heapUsed - before)
    expect((last.variables.get('sum')!.value as Float).value).toBe(items.reduce((all, { price }) => all + price, 0))
  })
  console.log(`${(bytes.length / MiB).toFixed(1)} MiB: ${most / MiB} MiB of wasm memory, ${(heap / MiB).toFixed(1)} MiB of heap more`)
  expect(most).toBeLessThan(2.5 * bytes.length)
}) // prettier-ignore

type Act =
  | { do: 'make' | 'entity'; n: number }
  | { do: 'wrap' | 'take' | 'drop'; of: number }
  | { do: 'ask'; of: number; how: number }
/** A value by what made it, and what it must be. */
interface Held {
  data: Data
  is: unknown
}
const big = 400_000

test('values that are held anywhere are what they were', { timeout: 120_000 }, async () => {
  let relieved = 0
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({ do: fc.constant('make' as const), n: fc.nat(99) }),
    fc.record({ do: fc.constant('wrap' as const), of: fc.nat(99) }),
    fc.record({ do: fc.constant('take' as const), of: fc.nat(99) }),
    fc.record({ do: fc.constant('entity' as const), n: fc.nat(99) }),
    fc.record({ do: fc.constant('drop' as const), of: fc.nat(99) }),
    fc.record({ do: fc.constant('ask' as const), of: fc.nat(99), how: fc.nat(4) }),
  )
  const check = async (acts: Act[]): Promise<void> => {
    const dataWay = await createDataWay(module)
    const held: Held[] = []
    const one = (n: number): Held | undefined => held[n % Math.max(1, held.length)]
    const made = (source: string, from: Held | undefined, is: unknown): void => {
      const input = withVariable(message(from?.data ?? Data.none), 'other', one(3)?.data ?? Data.none)
      const before = dataWay.bytesInUse
      const data = dataWay.evaluate(dataWay.compile(body(source), 'code'), input, env({ run: 'held' }))
      if (dataWay.bytesInUse < before - 4 * MiB) relieved++
      held.push({ data, is })
    }
    for (const next of acts) {
      if (next.do === 'make') {
        made(`{"n": ${next.n}, "t": "é" + "x" * ${big}, "l": [${next.n}, None, 1.5, b"q"]}`, undefined, { n: next.n, t: 'é' + 'x'.repeat(big), l: [next.n, null, 1.5, { $bytes: 'cQ==' }] }) // prettier-ignore
      } else if (next.do === 'entity') {
        const bytes = new TextEncoder().encode(JSON.stringify({ n: next.n, t: 'y'.repeat(big) }))
        const input = { data: Data.of(new Entity(bytes, 'application/json')), is: 0 }
        made('[msg.payload["n"], msg.payload["t"]]', input, [next.n, 'y'.repeat(big)])
      } else {
        const from = one('of' in next ? next.of : 0)
        if (!from) continue
        if (next.do === 'wrap') made('[msg.payload]', from, [from.is])
        if (next.do === 'take')
          made('msg.payload[0] if isinstance(msg.payload, list) else msg.payload["l"]', from, Array.isArray(from.is) ? from.is[0] : (from.is as { l?: unknown })?.l ?? undefined) // prettier-ignore
        if (next.do === 'drop') held.splice(held.indexOf(from), 1)
        if (next.do === 'ask') {
          if (next.how === 0) expect(dataWay.truth(from.data)).toBe(Boolean(from.is))
          if (next.how === 1) expect(dataWay.typeName(from.data)).toBe(Array.isArray(from.is) ? 'list' : from.is === null ? 'NoneType' : typeof from.is === 'number' ? 'int' : typeof from.is === 'string' ? 'str' : 'dict') // prettier-ignore
          if (next.how === 2) expect(toTagged(from.data.value)).toEqual(from.is)
          if (next.how === 3 && Array.isArray(from.is)) expect(dataWay.items(from.data, env({ run: 'held' })).count).toBe(from.is.length) // prettier-ignore
          if (next.how === 4 && from.data.handle && !from.data.hasValue) expect(JSON.parse(new TextDecoder().decode(dataWay.toTagged(from.data.handle)))).toEqual(from.is) // prettier-ignore
        }
      }
    }
    for (const { data, is } of held) expect(toTagged(data.value)).toEqual(is)
    dataWay.release('held')
  }
  // A take of what has no first part fails in the script as in Python: such a schedule ends there.
  const tolerant = (acts: Act[]): Promise<void> =>
    check(acts).catch((thrown: { code?: string }) => {
      if (!thrown.code?.startsWith('DATAWAY:')) throw thrown
      if (thrown.code === 'DATAWAY:INTERNAL' || thrown.code === 'DATAWAY:RELEASED')
        throw new Error(thrown.code)
    })
  // One that surely gives memory back: whatever chance makes of the others.
  const droppers = Array.from({ length: 100 }, (_, n): Act[] => [
    { do: 'make', n },
    { do: 'drop', of: 0 },
  ]).flat()
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 80, maxLength: 160 }), tolerant), {
    numRuns: isLong ? 200 : 8,
    examples: [[droppers]],
    endOnFailure: true,
  })
  expect(relieved).toBeGreaterThan(0)
})
