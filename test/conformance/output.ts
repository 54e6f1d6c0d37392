// What a script prints when DataWay runs it as a whole module: the text that is compared with python3's. For any host.
import type { WasmDataWay } from '../../dataway-wasm/host.ts'
import type { Limits } from '../../worker/model/dataway.ts'
import { Data } from '../../worker/model/data.ts'
import { isFault } from '../../worker/model/fault.ts'
import { message } from '../../worker/model/message.ts'

const input = message(Data.none)

/** Standard output, followed by the last line of the traceback when the script ends in an exception. */
export function scriptOutput(way: WasmDataWay, source: string, limits: Partial<Limits> = {}): string {
  let out = ''
  const env = {
    run: 'conformance',
    clock: () => ({ micros: 1_700_000_000_000_000, offset: 0, zone: 'UTC' }),
    seed: () => 1,
    print: (text: string) => void (out += text),
    limits,
  }
  try {
    way.evaluate(way.script(source), input, env)
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    const { exception, message: text, traceback } = thrown
    if (exception !== 'SystemExit') out += (traceback?.trimEnd().split('\n').at(-1) ?? text) + '\n'
  } finally {
    way.release(env.run)
  }
  return out
}
