// The corpus of Python scripts: each prints in DataWay exactly what python3 3.11 printed (record.mjs).
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { loadDataway, scriptOutput } from './script-output.ts'
import { scripts } from './scripts.mjs'

let way: WasmDataWay

beforeAll(async () => {
  way = await loadDataway()
})

const list = scripts()

it('has a recorded output for every script', () => {
  expect(list.length).toBeGreaterThan(150)
})

describe.each([...new Set(list.map((script) => `${script.level}/${script.feature}`))])('%s', (feature) => {
  const own = list.filter((script) => `${script.level}/${script.feature}` === feature)
  it.each(own.map((script) => [script.name.slice(feature.length + 1), script] as const))('%s', (_name, script) => {
    expect(scriptOutput(way, readFileSync(script.path, 'utf8'))).toBe(readFileSync(script.out, 'utf8'))
  })
})
