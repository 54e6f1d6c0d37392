// Runs a template against a copy of the demo APIs, as a headless run does but without a port.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { handleDemo } from '../../worker/demo/handler.ts'
import { memoryStore, type DemoState } from '../../worker/demo/state.ts'
import { Engine } from '../../worker/engine/engine.ts'
import type { App, Sample } from '../../worker/model/app.ts'
import { newRunId } from '../../worker/model/id.ts'
import { registry } from '../../worker/runs.ts'
import { dataway, testHost } from './engine.ts'

type Store = ReturnType<typeof memoryStore>
const origin = 'http://127.0.0.1:1'

/** Runs first flows of one app, on one store; the cache of the app lasts from run to run. */
export function scenario(file: unknown, store: Store) {
  const app = file as App
  const host = testHost()
  host.http = async ({ method, url, headers, body }) => {
    const answer = await handleDemo(
      new Request(url, { method, headers, body: body as BodyInit | undefined }),
      store,
    )
    return {
      status: answer.status,
      reason: '',
      headers: [...answer.headers] as [string, string][],
      body: new Uint8Array(await answer.arrayBuffer()),
      url,
    }
  }
  const engine = new Engine({ host, dataway, registry })
  const copy = String(app.connections[0]!.config['baseUrl'])
  return {
    /** The result of one run, as JSON. */
    async run(input?: Sample): Promise<any> {
      const flow = app.flows[0]!
      const { run, done } = engine.start({
        run: newRunId(),
        app,
        flow: flow.id,
        input: input ?? flow.samples[0] ?? { id: 'none', name: '' },
        base: origin,
        granted: { hosts: 'all' },
        trace: 'failures',
      })
      const { message, fault } = await done
      if (fault) throw new Error(`${fault.code} ${fault.message} at ${fault.at?.path}`)
      const result = JSON.parse(new TextDecoder().decode(dataway.toBytes(message.payload).bytes))
      engine.release(run)
      return result
    },
    /** Looks at the copy, or changes it behind the app's back. */
    look: <T>(work: (state: DemoState) => T): Promise<T> => store.change(copy.split('/')[2]!, work),
  }
}

export const expected = (name: string): any =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../unit/worker/templates/data', `${name}.json`), 'utf8'))

/** Chance from a seed: the same for the same seed. */
export function chanceOf(seed: number) {
  let state = (seed * 2654435761) >>> 0
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return {
    below: (n: number) => Math.floor(random() * n),
    pick: <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!,
    happens: (p: number) => random() < p,
  }
}
