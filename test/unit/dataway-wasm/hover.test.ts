// Help for the name under the pointer.
import { beforeAll, describe, expect, it } from 'vitest'
import { hover } from '../../../dataway-wasm/hover.ts'
import type { WasmDataWay } from '../../../dataway-wasm/host.ts'
import { loadDataway } from '../../../worker/dataway-node.ts'
import type { SourceMode } from '../../../worker/model/app.ts'
import { Data } from '../../../worker/model/data.ts'
import { message } from '../../../worker/model/message.ts'
import { Entity } from '../../../worker/model/value.ts'

let dataway: WasmDataWay
beforeAll(async () => {
  dataway = await loadDataway()
}, 300_000)

const body = '{"customer": {"name": "Ada"}, "tags": ["a", "b"]}'
const sample = message(Data.of(new Entity(new TextEncoder().encode(body), 'application/json')))

/** Help where the bar stands. */
const at = (text: string, mode: SourceMode = 'expression') =>
  hover(dataway, text.replace('|', ''), mode, text.indexOf('|'), sample)

describe('hover', () => {
  it('tells of a builtin, with an example that runs', async () => {
    const help = await at('l|en(msg.payload)')
    expect(help).toMatchObject({ name: 'len' })
    expect(help!.examples.length).toBeGreaterThan(0)
    for (const { input, output } of help!.examples) {
      const env = {
        run: 't',
        clock: () => ({ micros: 0, offset: 0, zone: 'UTC' }),
        seed: () => 1,
        print() {},
      }
      expect(dataway.evaluate(dataway.compile(`repr(${input})`, 'expression'), sample, env).value).toBe(
        output,
      )
    }
  })
  it('tells of a method by the type of what stands before the dot', async () => {
    expect(await at("msg.payload['tags'][0].up|per()")).toMatchObject({
      name: 'str.upper',
      signature: 'str.upper()',
    })
    expect(await at('[1].app|end(2)')).toMatchObject({ name: 'list.append' })
    expect(await at('datetime.date(2024, 2, 29).iso|format()')).toMatchObject({
      name: 'datetime.date.isoformat',
    })
    expect(await at('json.du|mps(1)')).toMatchObject({ name: 'json.dumps' })
    expect(await at('math.sq|rt(2)')).toMatchObject({ name: 'math.sqrt' })
  })
  it('tells the value in the sample', async () => {
    expect(await at('msg.pay|load')).toMatchObject({ name: 'Message.payload' })
    const script = "def dw_process(msg):\n    name = msg.payload['customer']['name']\n    return na|me"
    expect(await at(script, 'code')).toMatchObject({ signature: 'name: str', value: "'Ada'" })
  })
  it('lists a module', async () => {
    expect((await at('js|on'))!.text).toContain('dumps')
  })
  it.each(['re|turn 1', "'le|n'", 'unknown_|thing', '1 |+ 2', '# le|n'])(
    'knows nothing of %s',
    async (text) => {
      expect(await at(text, 'code')).toBeUndefined()
    },
  )
})
