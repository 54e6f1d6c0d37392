// The worker for what is asked while somebody types: problems, completion, the value of an expression. Holds no run and no
// data that matters: the page kills it when an answer takes too long.
import type { Preview } from './api.ts'
import { complete } from '../dataway-wasm/complete.ts'
import { answerOn } from './api-port.ts'
import { loadDataway } from './dataway-browser.ts'
import { messageOf } from './engine/input.ts'
import type { ScratchApi } from './engine-worker.ts'
import type { Sample, SourceMode, TypeName } from './model/app.ts'
import type { Completion, EvaluateEnv, HoverHelp } from './model/dataway.ts'
import { toFault, type Diagnostic } from './model/fault.ts'
import type { Violation } from './model/schema-check.ts'
import { Data } from './model/data.ts'
import { message, type Message } from './model/message.ts'
import { previewOf, typeOf } from './windows/view.ts'

const mostKept = 6
/** What is parsed and made stays between two keystrokes; now and then all of it is given back. */
const evaluationsPerRelease = 40
const limits = { fuel: 20_000_000, milliseconds: 500, outputBytes: 1024 * 1024 }
const runName = 'preview'
const mostMisfits = 20
const writeJson = `def dw_process(msg):
    import json
    held = msg.payload
    if type(held).__name__ == 'Entity':
        held = held['^value']
    return json.dumps(held)
`
const jsonLimits = { fuel: 200_000_000, milliseconds: 1_500, outputBytes: 16 * 1024 * 1024 }

class Scratch implements ScratchApi {
  readonly #kept = new Map<string, Message>()
  #evaluations = 0

  async keep(key: string, sample: Sample): Promise<void> {
    this.#kept.set(key, messageOf(sample, runName))
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
  }
  async has(key: string): Promise<boolean> {
    return this.#kept.has(key)
  }

  async check(source: string, mode: SourceMode): Promise<Diagnostic[]> {
    const [dataway, { notPortable }] = await Promise.all([
      loadDataway(),
      import('../dataway-wasm/portable.ts'),
    ])
    return [...dataway.check(source, mode), ...notPortable(source, mode)]
  }
  async complete(source: string, mode: SourceMode, offset: number, key?: string): Promise<Completion[]> {
    return complete(await loadDataway(), source, mode, offset, this.#sample(key))
  }
  async hover(
    source: string,
    mode: SourceMode,
    offset: number,
    key?: string,
  ): Promise<HoverHelp | undefined> {
    const { hover } = await import('../dataway-wasm/hover.ts')
    return hover(await loadDataway(), source, mode, offset, this.#sample(key))
  }
  #sample(key: string | undefined): Message {
    return (key === undefined ? undefined : this.#kept.get(key)) ?? message(Data.none)
  }

  async preview(
    source: string,
    mode: SourceMode,
    as: TypeName | undefined,
    key: string,
    characters?: number,
  ): Promise<Preview> {
    const dataway = await loadDataway()
    const message = this.#kept.get(key)!
    const started = performance.now()
    const took = (): number => performance.now() - started
    try {
      const data = dataway.evaluate(dataway.compile(source, mode, as), message, environment())
      const { value } = data
      return { ok: true, text: previewOf(value, characters), type: typeOf(value), took: took() }
    } catch (thrown) {
      return { ok: false, fault: toFault(thrown), took: took() }
    } finally {
      if (++this.#evaluations % evaluationsPerRelease === 0) dataway.release(runName)
    }
  }

  async misfits(key: string, schema: string): Promise<Violation[]> {
    const [dataway, { schemaCheck }] = await Promise.all([loadDataway(), import('./model/schema-check.ts')])
    const check = await schemaCheck(schema)
    const asJson = dataway.compile(writeJson, 'code')
    const { value } = dataway.evaluate(asJson, this.#kept.get(key)!, { ...environment(), limits: jsonLimits })
    return check(JSON.parse(String(value))).slice(0, mostMisfits)
  }
}

function environment(): EvaluateEnv {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  const now = Date.now()
  return {
    run: runName,
    clock: () => ({ micros: now * 1000, offset: -new Date(now).getTimezoneOffset() * 60, zone }),
    seed: () => 1,
    print: () => {},
    limits,
  }
}

answerOn(new Scratch(), self)
