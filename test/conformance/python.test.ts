// The corpus of Python scripts: each prints in DataWay exactly what python3 3.11 printed (record.mjs), by the interpreter alone and
// with every loop compiled.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { newDataway, scriptOutput } from './script-output.ts'
import { scripts } from './scripts.mjs'

let interpreted: WasmDataWay
let compiled: WasmDataWay

beforeAll(async () => {
  interpreted = await newDataway('off')
  compiled = await newDataway('always')
})

const list = scripts()

it('has a recorded output for every script', () => {
  expect(list.length).toBeGreaterThan(150)
})

describe.each([...new Set(list.map((script) => `${script.level}/${script.feature}`))])('%s', (feature) => {
  const own = list.filter((script) => `${script.level}/${script.feature}` === feature)
  it.each(own.map((script) => [script.name.slice(feature.length + 1), script] as const))('%s', (_name, script) => {
    const source = readFileSync(script.path, 'utf8')
    expect(scriptOutput(interpreted, source)).toBe(readFileSync(script.out, 'utf8'))
    const fuel = interpreted.fuelLeft
    expect(scriptOutput(compiled, source)).toBe(readFileSync(script.out, 'utf8'))
    expect(compiled.fuelLeft).toBe(fuel)
  })
})

it('has compiled their loops', () => {
  expect(interpreted.tiering.compiled).toBe(0)
  expect(compiled.tiering.compiled).toBeGreaterThan(300)
})
