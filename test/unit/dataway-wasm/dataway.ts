// A DataWay of its own for tests, and short ways to run a source in it.
import { readFileSync } from 'node:fs'
import { createDataWay, type WasmDataWay } from '../../../dataway-wasm/host.ts'
import { Data } from '../../../worker/model/data.ts'
import type { SourceMode, TypeName } from '../../../worker/model/app.ts'
import type { EvaluateEnv } from '../../../worker/model/dataway.ts'
import type { Fault } from '../../../worker/model/fault.ts'
import { message, type Message } from '../../../worker/model/message.ts'
import { Entity, type Value } from '../../../worker/model/value.ts'
// @ts-expect-error a plain script without types
import { build } from '../../../dataway-wasm/build.mjs'

export const dataWay: WasmDataWay = await createDataWay(
  readFileSync(process.env['WEFT_DATAWAY'] ?? ((await build()) as string)),
)

const encoder = new TextEncoder()

export function env(more: Partial<EvaluateEnv> = {}): EvaluateEnv {
  return {
    run: 'test',
    clock: () => ({ micros: 1_700_000_000_000_000, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: () => {},
    ...more,
  }
}

export function entity(text: string | Uint8Array, mime = 'application/json'): Data {
  return Data.of(new Entity(typeof text === 'string' ? encoder.encode(text) : text, mime))
}

/** The value of an expression with this payload. */
export function evaluate(
  source: string,
  payload: Data = Data.none,
  mode: SourceMode = 'expression',
  as?: TypeName,
): Value {
  return dataWay.evaluate(dataWay.compile(source, mode, as), message(payload), env()).value
}

export function run(
  source: string,
  input: Message = message(Data.none),
  more: Partial<EvaluateEnv> = {},
): Data {
  return dataWay.evaluate(dataWay.compile(source, 'code'), input, env(more))
}

/** The text that a JSON value has when it goes out. */
export function jsonOf(source: string, payload?: Data): string {
  const data = dataWay.evaluate(dataWay.compile(source, 'expression'), message(payload ?? Data.none), env())
  return new TextDecoder().decode(dataWay.toBytes(data).bytes)
}

export function faultOf(run: () => unknown): Fault {
  try {
    run()
  } catch (thrown) {
    return thrown as Fault
  }
  throw new Error('there was no fault')
}

/** What a whole script prints, with the last line of its traceback when it fails. */
export function printed(source: string, more: Partial<EvaluateEnv> = {}): string {
  let out = ''
  try {
    dataWay.evaluate(
      dataWay.script(source),
      message(Data.none),
      env({ print: (text) => void (out += text), ...more }),
    )
  } catch (thrown) {
    const { traceback, message: text } = thrown as Fault
    out += traceback?.trimEnd().split('\n').at(-1) ?? text
  }
  return out
}
