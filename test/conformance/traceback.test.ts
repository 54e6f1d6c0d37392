// Tracebacks to the letter: frames, the marks under what failed, chains, notes, "Did you mean", as python3 3.11 writes
// them (record-traceback.mjs).
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import type { Fault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'
import { loadDataway } from './script-output.ts'

const read = (name: string) =>
  readFileSync(new URL(`traceback/${name}`, import.meta.url), 'utf8').split('---\n')
const cases = read('cases.txt')
const outputs = read('cases.out')

let way: WasmDataWay
beforeAll(async () => {
  way = await loadDataway()
})

function traceback(source: string): string {
  const env = {
    run: 'traceback',
    clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print() {},
  }
  try {
    way.evaluate(way.script(source), message(Data.none), env)
    return ''
  } catch (thrown) {
    return (thrown as Fault).traceback + '\n'
  } finally {
    way.release('traceback')
  }
}

it('has a recorded traceback for every script', () => {
  expect(cases.length).toBeGreaterThan(60)
  expect(outputs.length).toBe(cases.length)
})

describe('a traceback', () => {
  it.each(cases.map((source, i) => [source, outputs[i]!]))('of %s', (source, wanted) => {
    expect(traceback(source)).toBe(wanted)
  })
})
