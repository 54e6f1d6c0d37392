// Compress: levels of one's own, against Node's zlib, which unpacks what is packed here; and a cancel in the middle of it.
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Value } from '../../../../worker/model/value.ts'
import { message } from '../../../../worker/model/message.ts'
import { Data } from '../../../../worker/model/data.ts'
import { Engine } from '../../../../worker/engine/engine.ts'
import { registry } from '../../../../worker/runs.ts'
import { appOf, dataway, flow, step, testHost } from '../../../support/engine.ts'

const unpack = { GZIP: gunzipSync, ZLIB: inflateSync, DEFLATE: inflateRawSync }
let runs = 0
function start(content: Uint8Array, config: Record<string, string>) {
  const engine = new Engine({ host: testHost(), dataway, registry })
  const app = appOf(flow([step('compress', config)]))
  const input = message(Data.of(content as Value))
  const run = `compress${++runs}`
  const started = engine.start({ run, app, flow: app.flows[0]!.id, input, base: 'http://h', granted: { hosts: 'all' }, trace: 'off' }) // prettier-ignore
  return { ...started, cancel: () => engine.cancel(run) }
}
async function packed(content: Uint8Array, config: Record<string, string>): Promise<Uint8Array> {
  const { message, fault } = await start(content, config).done
  expect(fault).toBeUndefined()
  return message.payload.value as Uint8Array
}

const vocabulary =
  'order customer invoice delivery amount currency status address item quantity price total'.split(' ')
const words = new TextEncoder().encode(Array.from({ length: 60_000 }, (_, n) => vocabulary[((n * 2654435761) >>> 9) % vocabulary.length]).join(' ')) // prettier-ignore

test.each(['GZIP', 'ZLIB', 'DEFLATE'] as const)('%s at every level is what Node unpacks', async (format) => {
  const sizes = new Map<string, number>()
  for (const content of [new Uint8Array(), words.subarray(0, 1), words])
    for (const level of ['default', 'none', '1', '5', '9']) {
      const result = await packed(content, { format, level })
      expect(unpack[format](result).equals(content), `${format} ${level}`).toBe(true)
      expect(Buffer.compare(await packed(result, { format, operation: 'decompress' }), content)).toBe(0)
      sizes.set(level, result.length)
    }
  expect(sizes.get('none')!).toBeGreaterThan(words.length)
  expect(sizes.get('9')!).toBeLessThan(sizes.get('1')!)
  expect(sizes.get('1')!).toBeLessThan(words.length / 2)
})

test('a cancel ends it in the middle, packing and unpacking', async () => {
  const large = new Uint8Array(48 * 1024 * 1024)
  for (let at = 0; at < large.length; at++) large[at] = (at * 2654435761) >>> 13
  const small = await packed(new Uint8Array(60 * 1024 * 1024), { level: '1' })
  for (const [content, config] of [
    [large, { level: '9' }],
    [large, {}],
    [small, { operation: 'decompress' }],
  ] as const) {
    const { done, cancel } = start(content, config)
    const before = performance.now()
    setTimeout(cancel, 20)
    expect((await done).summary.outcome, JSON.stringify(config)).toBe('cancelled')
    console.log(`${JSON.stringify(config)}: stopped after ${Math.round(performance.now() - before - 20)} ms`)
  }
})
