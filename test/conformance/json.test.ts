// Our list of JSON documents: DataWay's json.loads accepts and refuses what Python's does, with the same value and message.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { documents } from './json/documents.mjs'
import { jsonScript } from './json/script.ts'
import { loadDataway, scriptOutput } from './script-output.ts'

interface Outcome {
  repr?: string
  error?: string
  message?: string
}

const outcomes = JSON.parse(
  readFileSync(new URL('json/outcomes.json', import.meta.url), 'utf8'),
) as Outcome[]
let way: WasmDataWay

beforeAll(async () => {
  way = await loadDataway()
})

/** Python's json lets a surrogate pass that is written as three bytes; that is no UTF-8, and DataWay refuses it. */
const refused = '22eda08022'

let at = 0
for (const [group, list] of Object.entries(documents)) {
  describe(group, () => {
    for (const document of list) {
      const outcome = outcomes[at++]!
      const bytes = Buffer.from(document as Uint8Array)
      const strict = bytes.toString('hex') === refused
      it(`${JSON.stringify(bytes.toString()).slice(0, 60)} ${outcome.error ?? 'accepted'}`, () => {
        const source = jsonScript(bytes.toString('hex'))
        const wanted = outcome.repr ?? `${outcome.error}|${outcome.message}`
        if (strict) expect(scriptOutput(way, source)).toMatch(/^UnicodeDecodeError/)
        else expect(scriptOutput(way, source)).toBe(wanted + '\n')
      })
    }
  })
}
