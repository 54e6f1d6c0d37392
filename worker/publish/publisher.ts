// Runs the triggers of published apps: Scheduler by the wall clock, HTTP Listener by requests that a host hands in. Knows no
// browser and no Node: clock, timers and the engine are given to it.
import type { PublishSetting } from '../api.ts'
import type { HookAnswer, HookRequest } from '../engine-worker.ts'
import type { App, Flow, Step } from '../model/app.ts'
import type { Schedule } from '../model/cron.ts'
import { Data } from '../model/data.ts'
import { toFault, type Fault } from '../model/fault.ts'
import { message, type Message } from '../model/message.ts'
import { route, type Route } from '../model/hook-routes.ts'
import type { ProtocolMessage } from '../model/protocol-link.ts'
import type { Reply } from '../model/context.ts'
import { hookMessage } from './hook-message.ts'
import { problem } from './hook-problem.ts'
import { listenersOf, type Listener } from './listeners.ts'
import { scheduleOf } from './schedule.ts'
import type { Verified } from './signatures.ts'
import type { Subscribing } from './subscriptions.ts'

export interface PublisherHost {
  now(): number
  /** Calls back once after about so many milliseconds; the result stops it. */
  after(milliseconds: number, call: () => void): () => void
  newRunId(): string
  /**
   * Runs a flow to its end and stores what its trace level wants. Throws STORE:FULL when it cannot be kept and must be, and
   * RUN:QUEUE_FULL when too many wait for their turn: then it has not begun.
   */
  run(start: PublishedRun): Promise<{ reply?: Reply; fault?: { code: string; message: string } }>
  /** The value of a secret that a listener checks signatures with. */
  secret?(id: string): string | undefined
  /** Lets a protocol's trigger start runs of a flow; the result stops it. Absent: such flows do not start by themselves. */
  subscribe?(subscribing: Subscribing): () => void
  /** Where the last time of a schedule stands; absent: nothing is caught up with. */
  marks?: {
    read(name: string): Promise<number | undefined>
    write(name: string, at: number | null): Promise<void>
  }
}
export interface PublishedRun {
  run: string
  app: App
  flow: Flow
  input: Message | undefined
  reply: boolean
  setting: PublishSetting
  /** To be kept together with the run: the time of the schedule that it is for. */
  mark?: { name: string; value: number }
}

/** Timers are looked at this often at least: a computer that slept wakes up with old timers. */
const longestSleep = 30_000
/** A tick that is later than this was missed (the computer slept, nothing was running): the Scheduler says what becomes of it. */
const lateness = 60_000
/** Missed ticks that are made up for at most, the oldest ones. */
const mostMissed = 100
/** While the store has no room, triggers pause and look again this often. */
const fullWait = 30_000

interface Published {
  app: App
  setting: PublishSetting
  ticks: Map<string, Ticks>
  /** By flow: what ends its subscription, and what stands between. */
  subscriptions: Map<string, { end(): void; trouble?: Fault | undefined }>
}
/** Requests of one app that may wait for their answers at once; more are told to come again: back-pressure. */
export const MOST_REQUESTS = 256

export class Publisher {
  readonly #host: PublisherHost
  readonly #apps = new Map<string, Published>()
  #routes: Route<Listener>[] = []
  /** Requests that wait for their answer, by app. */
  readonly #underWay = new Map<string, number>()

  constructor(host: PublisherHost) {
    this.#host = host
  }

  get apps(): string[] {
    return [...this.#apps.keys()]
  }

  /** What runs: the version and its setting. */
  running(id: string): { app: App; setting: PublishSetting } | undefined {
    return this.#apps.get(id)
  }

  /** Starts the triggers of an app; those of an older version are stopped first. Throws what a schedule cannot be read for. */
  publish(app: App, setting: PublishSetting): void {
    this.check(app)
    const published: Published = { app, setting, ticks: new Map(), subscriptions: new Map() }
    this.unpublish(app.id)
    this.#apps.set(app.id, published)
    for (const flow of scheduledOf(app)) this.#schedule(published, flow, this.#host.now())
    for (const flow of subscribedOf(app)) this.#subscribe(published, flow)
    this.#routes = this.#routes.concat(listenersOf(app))
  }

  #subscribe(published: Published, flow: Flow): void {
    const { app, setting, subscriptions } = published
    const handle = async ({ payload = null, attributes = new Map() }: ProtocolMessage): Promise<void> => {
      const run = this.#host.newRunId()
      const input = message(Data.of(payload), Data.of(attributes), undefined, run)
      const { fault } = await this.#host.run({ run, app, flow, setting, input, reply: false })
      if (fault) throw fault as Fault
    }
    const told = (trouble: Fault | undefined): void => {
      const entry = subscriptions.get(flow.id)
      if (entry) entry.trouble = trouble
    }
    const end = this.#host.subscribe?.({ app, flow, setting, handle, told })
    if (end) subscriptions.set(flow.id, { end })
  }

  /** Why a flow gets no messages; undefined: it is well, or it is no such flow. */
  trouble(app: string, flow: string): Fault | undefined {
    return this.#apps.get(app)?.subscriptions.get(flow)?.trouble
  }

  /** Throws what a schedule cannot be read for. */
  check(app: App): void {
    for (const flow of scheduledOf(app)) scheduleOf(flow.trigger!, this.#host.now())
  }

  /** No tick and no message starts a run any more; listeners go on. */
  stopSchedules(app: string): void {
    this.#apps.get(app)?.ticks.forEach((ticks) => ticks.stop())
    this.#apps.get(app)?.subscriptions.forEach(({ end }) => end())
  }

  unpublish(app: string): void {
    this.stopSchedules(app)
    this.#apps.delete(app)
    this.#routes = this.#routes.filter((one) => one.target.app !== app)
  }

  /** When a scheduled flow runs next; undefined: never, or it is not published. */
  next(app: string, flow: string): number | undefined {
    return this.#apps.get(app)?.ticks.get(flow)?.next
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
    const { app, setting } = this.#apps.get(id)!
    const run = this.#host.newRunId()
    const underWay = this.#underWay.get(id) ?? 0
    if (underWay >= MOST_REQUESTS) return later(busy(underWay), 1)
    this.#underWay.set(id, underWay + 1)
    try {
      const checked = await this.#verified(request, flow.trigger!)
      if ('answer' in checked) return checked.answer
      const input = hookMessage(checked.request, routed.parameters, run)
      const done = await this.#host.run({ run, app, flow, setting, input, reply: true })
      const reply = done.reply ?? problem(500, done.fault ?? { code: 'CORE:INTERNAL', message: 'The flow made no answer.' }) // prettier-ignore
      return checked.sealed ? await checked.sealed(reply) : reply
    } catch (thrown) {
      const failed = toFault(thrown)
      if (failed.code === 'HTTP:SIGNATURE') return problem(401, failed)
      if (failed.code === 'RUN:QUEUE_FULL') return later(failed, 1)
      return failed.code === 'STORE:FULL' ? later(failed, fullWait / 1000) : problem(500, failed)
    } finally {
      this.#underWay.set(id, this.#underWay.get(id)! - 1)
    }
  }

  /** Loaded with the first listener that wants it. */
  async #verified(request: HookRequest, { config }: Step): Promise<Verified> {
    if ((config['verify'] ?? 'none') === 'none') return { request }
    const { verified } = await import('./signatures.ts')
    const secret = (id: string): string | undefined => this.#host.secret?.(id)
    return await verified(request, config, { secret, now: this.#host.now() })
  }

  /** Begins where it stopped, when that is known. */
  #schedule(published: Published, flow: Flow, now: number): void {
    const { marks } = this.#host
    const begin = (from: number): void => {
      const ticks = new Ticks(this.#host, flow.trigger!, from, (at) => this.#fire(published, flow, at))
      published.ticks.set(flow.id, ticks)
    }
    if (!marks) return begin(now)
    const name = markOf(published.app, flow)
    void marks.read(name).then(async (mark) => {
      if (mark === undefined) await marks.write(name, now).catch(() => {})
      if (this.#apps.get(published.app.id) === published) begin(mark ?? now)
    })
  }

  /** Of an app that is published no more: what it misses from now on, nobody wants. */
  async forget(app: App): Promise<void> {
    for (const flow of app.flows) await this.#host.marks?.write(markOf(app, flow), null)
  }

  async #fire({ app, setting }: Published, flow: Flow, at: number): Promise<void> {
    const run = { run: this.#host.newRunId(), app, flow, setting, input: undefined, reply: false }
    const mark = this.#host.marks && { mark: { name: markOf(app, flow), value: at } }
    for (;;) {
      try {
        await this.#host.run({ ...run, ...mark })
        return
      } catch (thrown) {
        const { code, message } = toFault(thrown)
        // The run could not even start; the next tick tries again.
        console.warn(message)
        const comesAgain = code === 'STORE:FULL' || code === 'RUN:QUEUE_FULL'
        if (!comesAgain || !this.#apps.has(app.id)) return
        await new Promise<void>((again) => this.#host.after(fullWait, again))
      }
    }
  }
}

/** An answer that asks to come again after some seconds. */
function later(failed: { code: string; message: string }, seconds: number): HookAnswer {
  const answer = problem(503, failed)
  return { ...answer, headers: [...answer.headers, ['retry-after', String(seconds)]] }
}
function busy(underWay: number): { code: string; message: string } {
  return { code: 'HTTP:BUSY', message: `${underWay} requests of this app wait for their answers already.` }
}

function markOf(app: App, flow: Flow): string {
  return `fired/${app.id}/${flow.id}`
}

/** The times of one Scheduler, as they come. */
class Ticks {
  readonly #host: PublisherHost
  readonly #trigger: Step
  readonly #schedule: Schedule
  readonly #fire: (at: number) => Promise<void>
  #running = 0
  #isStopped = false
  #stopTimer = (): void => {}
  /** Milliseconds since the epoch. */
  next: number | undefined

  constructor(host: PublisherHost, trigger: Step, from: number, fire: (at: number) => Promise<void>) {
    this.#host = host
    this.#trigger = trigger
    this.#schedule = scheduleOf(trigger, from)
    this.#fire = fire
    this.#wait(from)
  }

  stop(): void {
    this.#isStopped = true
    this.next = undefined
    this.#stopTimer()
  }

  #wait(from: number): void {
    const at = this.#schedule.next(from)
    this.next = at
    if (at === undefined) return
    const look = (): void => {
      const now = this.#host.now()
      if (now < at) this.#stopTimer = this.#host.after(Math.min(at - now, longestSleep), look)
      else this.#due(at, now)
    }
    look()
  }

  /** Of several times that have come by now only the newest one counts, unless each missed one is to be made up for. */
  #due(at: number, now: number): void {
    const { catchUp = 'none', skipIfRunning } = this.#trigger.config
    const times = this.#until(at, now)
    const last = times.at(-1)!
    const isOnTime = now - last <= lateness
    const isFree = this.#running === 0 || skipIfRunning !== true
    if (catchUp === 'all' && times.length > 1) void this.#start(times)
    else if (isFree && (isOnTime || catchUp !== 'none')) void this.#start([last])
    this.#wait(now)
  }

  /** Times from `at` to `now`; of too many the oldest, and the newest alone where that is what counts. */
  #until(at: number, now: number): number[] {
    const times = [at]
    for (;;) {
      const next = this.#schedule.next(times.at(-1)!)
      if (next === undefined || next > now) return times
      if (times.length < mostMissed) times.push(next)
      else if (this.#trigger.config['catchUp'] === 'all') return times
      else return [this.#newest(now) ?? times.at(-1)!]
    }
  }
  #newest(now: number): number | undefined {
    let newest: number | undefined
    let next = this.#schedule.next(now - lateness)
    while (next !== undefined && next <= now) next = this.#schedule.next((newest = next))
    return newest
  }

  /** One after another. */
  async #start(times: number[]): Promise<void> {
    this.#running++
    for (const at of times) if (!this.#isStopped) await this.#fire(at)
    this.#running--
  }
}

function scheduledOf(app: App): Flow[] {
  return app.flows.filter(({ trigger }) => trigger?.component === 'scheduler' && !trigger.disabled)
}

/** Flows of a connector's trigger: `kafka/consume`. */
function subscribedOf(app: App): Flow[] {
  return app.flows.filter(({ trigger }) => trigger?.component.includes('/') && !trigger.disabled)
}
