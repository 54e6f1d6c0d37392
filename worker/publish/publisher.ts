// Runs the triggers of published apps: Scheduler by the wall clock, HTTP Listener by requests that a host hands in. Knows no
// browser and no Node: clock, timers and the engine are given to it.
import type { Grant } from '../api.ts'
import type { HookAnswer, HookRequest } from '../engine-worker.ts'
import type { App, Flow } from '../model/app.ts'
import type { Schedule } from '../model/cron.ts'
import { isFault, toFault } from '../model/fault.ts'
import type { Message } from '../model/message.ts'
import type { Reply } from '../model/context.ts'
import { hookMessage, problem } from './hook-message.ts'
import { route, type Route } from './hook-routes.ts'
import { scheduleOf } from './schedule.ts'

export interface PublisherHost {
  now(): number
  /** Calls back once after about so many milliseconds; the result stops it. */
  after(milliseconds: number, call: () => void): () => void
  newRunId(): string
  /** Runs a flow to its end and stores what its trace level wants. */
  run(start: PublishedRun): Promise<{ reply?: Reply; fault?: { code: string; message: string } }>
}
export interface PublishedRun {
  run: string
  app: App
  flow: Flow
  granted: Grant
  input: Message | undefined
  reply: boolean
}

/** Timers are looked at this often at least: a computer that slept wakes up with old timers. */
const longestSleep = 30_000
/** A tick that is later than this was missed (the computer slept): it is left out. */
const lateness = 60_000

interface Published {
  app: App
  granted: Grant
  stops: (() => void)[]
}
interface Listener {
  app: string
  flow: Flow
}

export class Publisher {
  readonly #host: PublisherHost
  readonly #apps = new Map<string, Published>()
  #routes: Route<Listener>[] = []

  constructor(host: PublisherHost) {
    this.#host = host
  }

  get apps(): string[] {
    return [...this.#apps.keys()]
  }

  /** The version that runs. */
  appOf(id: string): App | undefined {
    return this.#apps.get(id)?.app
  }

  /** Starts the triggers of an app; those of an older version are stopped first. Throws what a schedule cannot be read for. */
  publish(app: App, granted: Grant): void {
    const published: Published = { app, granted, stops: [] }
    const now = this.#host.now()
    const scheduled = app.flows.filter(
      (flow) => flow.trigger?.component === 'scheduler' && !flow.trigger.disabled,
    )
    const schedules = scheduled.map((flow) => ({ flow, schedule: scheduleOf(flow.trigger!, now) }))
    this.unpublish(app.id)
    this.#apps.set(app.id, published)
    for (const { flow, schedule } of schedules) published.stops.push(this.#tick(published, flow, schedule))
    this.#routes = this.#routes.concat(listenersOf(app))
  }

  /** No tick starts a run any more; listeners go on. */
  stopSchedules(app: string): void {
    this.#apps.get(app)?.stops.forEach((stop) => stop())
  }

  unpublish(app: string): void {
    this.stopSchedules(app)
    this.#apps.delete(app)
    this.#routes = this.#routes.filter((one) => one.target.app !== app)
  }

  /** Next fire time of each scheduled flow. */
  next(): { app: string; flow: string; at: number }[] {
    const now = this.#host.now()
    return [...this.#apps.values()].flatMap(({ app }) =>
      app.flows
        .filter((flow) => flow.trigger?.component === 'scheduler')
        .map((flow) => ({
          app: app.id,
          flow: flow.id,
          at: scheduleOf(flow.trigger!, now).next(now) ?? Infinity,
        })),
    )
  }

  /** The flow's answer to a request, or 404, 405, 500 by the reason. */
  async answer(request: HookRequest): Promise<HookAnswer> {
    const routed = route(this.#routes, request.method, request.path)
    if (!routed) {
      return problem(404, {
        code: 'HTTP:LISTENER_NOT_FOUND',
        message: `No listener has the path ${request.path}.`,
      })
    }
    if ('allowed' in routed) {
      const message = `The path ${request.path} takes ${routed.allowed.join(', ')}, not ${request.method}.`
      return problem(405, { code: 'HTTP:METHOD_NOT_ALLOWED', message }, routed.allowed)
    }
    const { app: id, flow } = routed.target
    const { app, granted } = this.#apps.get(id)!
    const run = this.#host.newRunId()
    try {
      const input = hookMessage(request, routed.parameters, run)
      const done = await this.#host.run({ run, app, flow, granted, input, reply: true })
      return (
        done.reply ??
        problem(500, done.fault ?? { code: 'CORE:INTERNAL', message: 'The flow made no answer.' })
      )
    } catch (thrown) {
      return problem(500, toFault(thrown))
    }
  }

  #tick(published: Published, flow: Flow, schedule: Schedule): () => void {
    let stop = (): void => {}
    let running = false
    const wait = (from: number): void => {
      const at = schedule.next(from)
      if (at === undefined) return
      const look = (): void => {
        const now = this.#host.now()
        if (now < at) {
          stop = this.#host.after(Math.min(at - now, longestSleep), look)
          return
        }
        wait(Math.max(at, now - lateness))
        if (now - at > lateness || (running && flow.trigger!.config['skipIfRunning'] === true)) return
        running = true
        void this.#fire(published, flow).finally(() => (running = false))
      }
      look()
    }
    wait(this.#host.now())
    return () => stop()
  }

  async #fire({ app, granted }: Published, flow: Flow): Promise<void> {
    try {
      await this.#host.run({ run: this.#host.newRunId(), app, flow, granted, input: undefined, reply: false })
    } catch (thrown) {
      // The run could not even start; the next tick tries again.
      console.warn(isFault(thrown) ? thrown.message : thrown)
    }
  }
}

function listenersOf(app: App): Route<Listener>[] {
  return app.flows
    .filter((flow) => flow.trigger?.component === 'http-listener' && !flow.trigger.disabled)
    .map((flow) => {
      const { path = '/', methods = '' } = flow.trigger!.config
      const chosen = String(methods ?? '')
        .split(',')
        .map((one) => one.trim().toUpperCase())
        .filter(Boolean)
      return { path: String(path), methods: chosen, target: { app: app.id, flow } }
    })
}
