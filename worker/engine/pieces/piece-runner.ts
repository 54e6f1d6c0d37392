// The other side: does pieces of runs in a worker of its own, with an engine whose world is its clock and its chance.
import type { RunEvent } from '../../model/event.ts'
import { fault, toFault } from '../../model/fault.ts'
import type { App } from '../../model/app.ts'
import type { DataWay } from '../../model/dataway.ts'
import type { Registry } from '../../model/registry.ts'
import { Engine } from '../engine.ts'
import type { Host } from '../host.ts'
import { Parcel, Shelf } from './parcel.ts'
import type { Piece, PieceAnswer, PieceCall, PieceResult } from './piece.ts'

export class PieceRunner {
  readonly #engine: Promise<Engine>
  readonly #apps = new Map<number, App>()
  readonly #groups = new Map<number, Shelf>()

  constructor(
    dataway: Promise<DataWay>,
    registry: Registry,
    world: Pick<Host, 'clock' | 'random' | 'breathe'>,
  ) {
    const host = onlyComputing(world)
    this.#engine = dataway.then((loaded) => new Engine({ host, dataway: loaded, registry }))
    this.#engine.catch(() => {})
  }

  async take(call: PieceCall, answer: (answer: PieceAnswer) => void): Promise<void> {
    if ('endGroup' in call) return await this.#end(call.endGroup)
    const { id, piece } = call
    try {
      answer({ id, result: await this.#run(piece) })
    } catch (thrown) {
      answer({ id, fault: toFault(thrown) })
    }
  }

  async #run(piece: Piece): Promise<PieceResult> {
    const engine = await this.#engine
    if (piece.app) this.#apps.set(piece.appNumber, piece.app)
    const app = this.#apps.get(piece.appNumber)!
    let shelf = this.#groups.get(piece.group)
    if (!shelf) this.#groups.set(piece.group, (shelf = new Shelf()))
    const known = new Set<number>(shelf.numbers())
    const events: RunEvent[] = []
    const { run, done } = engine.start({
      // One for the group: values that its pieces share are parsed once.
      run: nameOf(piece.group),
      app,
      flow: piece.flow,
      input: new Parcel(shelf, known, false).unpack(piece.message),
      base: piece.base,
      granted: piece.granted,
      trace: piece.trace,
      part: { steps: piece.steps },
      prefix: piece.prefix,
      onEvents: (batch) => events.push(...batch),
      ...(piece.scriptLimits && { scriptLimits: piece.scriptLimits }),
      ...(piece.cancelWord && { cancelWord: piece.cancelWord }),
    })
    const { message, fault, summary } = await done
    const recorded = piece.trace === 'failures' ? (run.recorder?.flush(), run.recorder?.events ?? []) : events
    const inside = recorded.filter(({ path }) => path !== '')
    const messages = piece.trace === 'full' ? [...(run.recorder?.messages ?? [])] : []
    const parcel = new Parcel(shelf, known, false)
    return {
      outcome: summary.outcome as PieceResult['outcome'],
      message: parcel.pack(message),
      ...(fault && { fault }),
      steps: summary.steps,
      events: inside,
      messages: messages.map(([seq, one]) => [seq, parcel.pack(one)]),
      effects: run.door.record() ?? [],
    }
  }

  async #end(group: number): Promise<void> {
    if (!this.#groups.delete(group)) return
    const { dataway } = (await this.#engine).parts
    dataway.release(nameOf(group))
  }
}

function nameOf(group: number): string {
  return `pieces${group}`
}

/** Only branches come here that compute: whatever else is asked is a mistake of ours. */
function onlyComputing(world: Pick<Host, 'clock' | 'random' | 'breathe'>): Host {
  const no = (): never => {
    throw fault('CORE:INTERNAL', 'A branch in a worker of its own asked for the world outside.')
  }
  return {
    ...world,
    monotonic: () => performance.now(),
    http: async () => no(),
    sleep: async () => no(),
    cache: no,
    state: no,
    lock: async () => no(),
    secret: () => undefined,
    soon: (flush) => void setTimeout(flush, 16),
  }
}
