// What is asked while somebody types: problems, completion, the value of an expression. Answered by a worker of its own, so
// that a slow answer never delays a run; one that takes too long is killed with its worker.
import type { EngineApi, ValuePlace } from './api.ts'
import type { ScratchApi } from './engine-worker.ts'
import { LivingWorker } from './living-worker.ts'
import type { Sample } from './model/app.ts'
import { fault, isFault, type Fault } from './model/fault.ts'
import scratchUrl from './scratch.ts?worker&url'

/** An expression has this long; its fuel ends sooner. */
const patience = 2_000

export function scratchTools(
  sampleAt: (place: ValuePlace) => Promise<Sample>,
): Pick<EngineApi, 'check' | 'complete' | 'hover' | 'misfits' | 'preview'> {
  const scratch = new LivingWorker<ScratchApi>({ url: scratchUrl, name: 'weft-scratch', patience: 60_000 })

  const call = async <T>(name: keyof ScratchApi, ...args: unknown[]): Promise<T> => {
    const slow = fault('DATAWAY:TIMEOUT', `There was no answer within ${patience / 1000} s.`)
    const timer = setTimeout(() => scratch.kill(slow), patience)
    try {
      return (await scratch.call(name, ...args)) as T
    } finally {
      clearTimeout(timer)
    }
  }

  /** Gives the scratch worker the message once; later calls name it. */
  const keyOf = async (input: ValuePlace | Sample): Promise<string> => {
    const isPlace = 'seq' in input
    const key = isPlace ? `${input.run}/${input.seq}` : JSON.stringify(input)
    if (await call<boolean>('has', key)) return key
    await call('keep', key, isPlace ? await sampleAt(input) : input)
    return key
  }

  return {
    check: (source, mode) => call('check', source, mode),
    complete: async (source, mode, offset, place) => {
      const key = place && (await keyOf(place).catch(() => undefined))
      return call('complete', source, mode, offset, key)
    },
    hover: async (source, mode, offset, place) => {
      const key = place && (await keyOf(place).catch(() => undefined))
      return call('hover', source, mode, offset, key)
    },
    misfits: async (sample, schema) => call('misfits', await keyOf(sample), schema),
    preview: async (source, mode, as, input, characters) => {
      const started = performance.now()
      try {
        return await call('preview', source, mode, as, await keyOf(input), characters)
      } catch (thrown) {
        const failed: Fault = isFault(thrown) ? thrown : fault('CORE:INTERNAL', String(thrown))
        return { ok: false, fault: failed, took: performance.now() - started }
      }
    },
  }
}
