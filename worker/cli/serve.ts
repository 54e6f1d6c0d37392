// `weft serve APP.json …`: keeps the triggers of app files running: Schedulers by the clock, HTTP Listeners on a real HTTP
// server. What it needs from outside (connection values, variables, secrets) never stands in an app file.
import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { absoluteConnections } from '../engine/connections.ts'
import { environmentOf, readApp, variablesFrom } from '../headless/app-file.ts'
import { command, parse, pathOf, write } from '../headless/command-line.ts'
import { startDemo, type DemoServer } from '../headless/demo-server.ts'
import { serveHooks, type HookServer } from '../headless/hook-server.ts'
import { mustBeRunnable } from '../headless/publish-check.ts'
import type { App } from '../model/app.ts'
import type { RunEvent } from '../model/event.ts'
import { fault, type Fault } from '../model/fault.ts'
import { newRunId } from '../model/id.ts'
import { nodeEngine } from '../node.ts'
import { means, subscribe } from '../publish/subscriptions.ts'
import { PublishedRuns } from '../publish/published-runs.ts'
import { Publisher } from '../publish/publisher.ts'
import { realTime } from '../publish/real-time.ts'
import { storedMarks } from '../publish/stored-values.ts'
import { MOST_RUNS, RUNS_AT_ONCE, RUNS_WAITING } from '../model/publish-limits.ts'
import { openNodeStore } from '../store/node-home.ts'
import { retentionSetting, usualRetention } from '../model/retention.ts'

export const help = `weft serve APP.json …           keep the triggers of apps running until SIGTERM or Ctrl+C
  --port N           port of the HTTP Listeners (default 8518; 0: any free one): http://HOST:N/hook/PATH
  --host H           address to listen at; default 127.0.0.1 (0.0.0.0: all of this machine)
  --data DIR         folder of the journal, the runs and what components keep; default: beside the first app file,
                     APP.data. A run that was killed is resumed from it
  --connections FILE values of connections by name: {"CRM": {"baseUrl": "https://…"}}; secrets: WEFT_SECRET_<id>
  --variables FILE   global variables: {"region": "eu"}; a change of the file is seen by the next run
  --env NAME         the part of these files to use: {"production": {…}}
  --secrets FILE     the same variables from a file, a line each: WEFT_SECRET_erp=…
  --base URL         what relative addresses stand on; default: the demo APIs, on a port of this machine
  --at-once N        runs of an app that are under way at once; more wait. Default 64
  --waiting N        runs of an app that may wait for their turn; more are refused. Default 1000
  --keep-runs N      ended runs that are kept; default 10000
  --keep-mb N        megabytes of them that are kept; default 256. Pinned runs and dead letters stay besides
  --drain SECONDS    how long runs under way may take after SIGTERM; default 30`

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  connections: { type: 'string' },
  variables: { type: 'string' },
  env: { type: 'string' },
  secrets: { type: 'string' },
  base: { type: 'string' },
  drain: { type: 'string' },
  'at-once': { type: 'string' },
  waiting: { type: 'string' },
  'keep-runs': { type: 'string' },
  'keep-mb': { type: 'string' },
} as const

const defaultPort = 8518

export default function serve(args: string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parse(args, options)
    const port = wholeNumber('--port', values.port ?? String(defaultPort), 65_535)
    const drainSeconds = wholeNumber('--drain', values.drain ?? '30', 86_400)
    const runsAtOnce = wholeNumber('--at-once', values['at-once'] ?? String(RUNS_AT_ONCE), MOST_RUNS)
    const runsWaiting = wholeNumber('--waiting', values.waiting ?? String(RUNS_WAITING), MOST_RUNS)
    const retention = {
      runs: wholeNumber('--keep-runs', values['keep-runs'] ?? String(usualRetention.runs), 10_000_000),
      bytes:
        wholeNumber('--keep-mb', values['keep-mb'] ?? String(usualRetention.bytes / 2 ** 20), 1_000_000) *
        2 ** 20,
    }
    const apps = await Promise.all((positionals.length > 0 ? positionals : [undefined]).map(readApp))
    for (const app of apps) await mustBeRunnable(app)
    if (values.secrets !== undefined) loadSecrets(values.secrets)
    const environment = await environmentOf(values)
    const stopped = stopAsked()
    const { store, close } = await openNodeStore(dataFolder(values.data, positionals[0]!))
    // Written when it changes only: a full disk does not keep it from starting.
    const known = await store.setting(retentionSetting)
    if (JSON.stringify(known) !== JSON.stringify(retention))
      await store.setSetting(retentionSetting, retention)
    let demo: DemoServer | undefined
    let hooks: HookServer | undefined
    try {
      if (values.base === undefined && !apps.every((app) => absoluteConnections(app, environment)))
        demo = await startDemo()
      const engine = await nodeEngine({ log: logLine, store })
      const base = values.base ?? demo?.base ?? ''
      const variables = variablesFrom(values.variables, values.env)
      const runs = new PublishedRuns({ engine, store, base, variables }, realTime)
      const publisher = new Publisher({
        ...realTime,
        newRunId,
        marks: storedMarks(store),
        secret: (id) => engine.parts.host.secret(id),
        subscribe: (subscribing) => {
          const told = (trouble: Fault | undefined): void => {
            subscribing.told(trouble)
            if (trouble) void write(process.stderr, `${time()} ${subscribing.flow.name}: ${trouble.code} ${trouble.message}\n`) // prettier-ignore
          }
          return subscribe(means(engine), { ...subscribing, told })
        },
        run: async (start) => {
          const done = await runs.run(start)
          if (done.fault) await tellFailed(start.app, start.flow.name, start.run, done.fault)
          return done
        },
      })
      const left = await runs.resume()
      if (left > 0) await write(process.stderr, `${time()} goes on with ${left} runs that were under way\n`)
      const setting = {
        granted: { hosts: 'all' as const },
        runsAtOnce,
        runsWaiting,
        ...(environment && { connections: environment }),
      }
      for (const app of apps) publisher.publish(app, setting)
      if (values.port !== undefined || apps.some(hasListener)) {
        const host = values.host ?? '127.0.0.1'
        hooks = await serveHooks((request) => publisher.answer(request), { port, host })
        await write(process.stdout, `weft serve listens at ${hooks.origin}/hook/\n`)
      } else await write(process.stdout, 'weft serve runs\n')
      await stopped
      for (const { id } of apps) publisher.stopSchedules(id)
      const ended = Promise.all([hooks?.drain(), runs.idle()])
      await Promise.race([ended, pause(drainSeconds * 1000, undefined, { ref: false })])
      await runs.stop()
      return 0
    } finally {
      hooks?.close()
      await demo?.close()
      close()
      // A durable run that waits goes on in the next process.
      setImmediate(() => process.exit())
    }
  })
}

/** Resolves when the process is asked to end; asked again, it ends at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = (): void => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}

function dataFolder(chosen: string | undefined, appFile: string): string {
  const folder = pathOf(chosen ?? `${appFile.replace(/\.json$/i, '')}.data`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw fault('CLI:FILE', `The data folder ${folder} cannot be made (${code}).`, {
      hint: 'Name another one with --data DIR.',
      data: { path: folder },
    })
  }
  return folder
}

function loadSecrets(path: string): void {
  try {
    process.loadEnvFile(pathOf(path))
  } catch (error) {
    throw fault('CLI:FILE', `${path} cannot be read: ${(error as Error).message}.`, { data: { path } })
  }
}

function hasListener(app: App): boolean {
  return app.flows.some((flow) => flow.trigger?.component === 'http-listener' && !flow.trigger.disabled)
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= most) return number
  throw fault('CLI:USAGE', `${name} takes a whole number from 0 to ${most}, not ${text}.`)
}

function logLine({ data }: RunEvent): void {
  process.stderr.write(`${time()} ${data?.level} ${data?.category}: ${data?.text}\n`)
}

function tellFailed(
  app: App,
  flow: string,
  run: string,
  { code, message }: { code: string; message: string },
): Promise<void> {
  return write(process.stderr, `${time()} FAILED ${app.name} › ${flow}, run ${run}: ${code} ${message}\n`)
}

function time(): string {
  return new Date().toISOString()
}
