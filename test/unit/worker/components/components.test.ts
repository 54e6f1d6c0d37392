// Every component keeps what its definition promises: texts in both languages, docs, icons, examples that run.
import { expect, describe, test } from 'vitest'
import { definitions, docs, examples } from '../../../../worker/definitions.ts'
import { handleDemo } from '../../../../worker/demo/handler.ts'
import { memoryStore } from '../../../../worker/demo/state.ts'
import type { Tagged } from '../../../../worker/model/app.ts'
import { checkApp } from '../../../../worker/model/check-app.ts'
import { readCron } from '../../../../worker/model/cron.ts'
import type { Text } from '../../../../worker/model/definition.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, dataway, flow, ran, step as stepOf, testHost } from '../../../support/engine.ts'

const chinese = /[\u4e00-\u9fff]/
/** Names that are the same in both languages. */
const same =
  /^(\d|PGP|AES \d{3}|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|DEBUG|INFO|WARN|ERROR|MiB|HTTP|GZIP|ZLIB|DEFLATE|[HRP]S\d{3}|AES|RSA|CBC|PKCS[157]|SHA\d{3})$/

test('there are components', () => {
  expect(definitions.size).toBeGreaterThanOrEqual(19)
})

for (const [id, definition] of definitions) {
  describe(id, () => {
    test('its id is its folder and it has code', async () => {
      expect(definition.id).toBe(id)
      await registry.load(appOf(flow([stepOf(id)])))
      expect(registry.code(id)?.run).toBeTypeOf('function')
    })
    test('its words are there in both languages', async () => {
      const { label, ...rest } = definition
      const texts = [...textsIn(rest)]
      if (definition.family) expect(label.zh).toMatch(chinese)
      else {
        expect(label.zh, 'names of components stay English').toBe(label.en)
        expect(definition.keywords, 'Chinese readers find it too').toMatch(chinese)
      }
      expect(texts.length).toBeGreaterThan(0)
      for (const text of texts) {
        expect(text.en).not.toBe('')
        expect(text.zh, text.en).toMatch(same.test(text.en) ? same : chinese)
      }
      expect(await docs(id, 'en')).toMatch(/^# /)
      expect(await docs(id, 'zh')).toMatch(chinese)
    })
    test('its examples do what they say', async () => {
      const all = await examples(id)
      expect(all.length).toBeGreaterThanOrEqual(2)
      for (const { title, step, input, output, fault } of all) {
        const app = appOf(flow([{ id: 'example', version: 1, ...step }]))
        const { payload, attributes, variables } = input
        const value = payload as Tagged
        const sample = {
          id: 'i',
          name: '',
          value,
          attributes: attributes as Tagged,
          variables: variables as Tagged,
        }
        const host = demoHost()
        const result = await ran(app, { input: sample, host })
        expect(result.fault?.code, `${title.en}: ${result.fault?.message}`).toBe(fault)
        if (output && 'payload' in output) expect(result.payload, title.en).toEqual(output.payload)
        if (output?.attributes !== undefined) expect(result.attributes, title.en).toEqual(output.attributes)
        if (output?.variables !== undefined) expect(result.variables, title.en).toEqual(output.variables)
      }
    })
    test('its examples pass the checks of an app, but for what an example shows', async () => {
      for (const { step, fault } of await examples(id)) {
        if (fault) continue
        const one = { id: 'example', version: 1, ...step }
        const isTrigger = definition.kind === 'trigger'
        const app = appOf(isTrigger ? flow([], { trigger: one }) : flow([one]))
        const problems = checkApp(app, {
          definition: (name) => definitions.get(name),
          check: (s, m) => dataway.check(s, m),
          readCron,
        })
        expect(problems.filter((problem) => problem.code !== 'CORE:NO_FLOW')).toEqual([])
      }
    })
  })
}

/** The network is the demo APIs. */
function demoHost() {
  const store = memoryStore()
  const host = testHost()
  host.http = async (request) => {
    const { method, url, headers, body } = request
    const answer = await handleDemo(
      new Request(url, { method, headers, body: body as BodyInit | undefined }),
      store,
    )
    return {
      status: answer.status,
      reason: answer.statusText,
      headers: [...answer.headers] as [string, string][],
      body: new Uint8Array(await answer.arrayBuffer()),
      url,
    }
  }
  return host
}

function* textsIn(thing: unknown): Generator<Text> {
  if (typeof thing !== 'object' || thing === null) return
  if ('en' in thing && 'zh' in thing) yield thing as Text
  else for (const inner of Object.values(thing)) yield* textsIn(inner)
}
