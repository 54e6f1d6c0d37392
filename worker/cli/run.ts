// `weft run APP.json …`: runs a flow of an app file. The result goes to stdout, log lines to stderr; a failed run leaves
// its Fault as one line of JSON on stderr and the exit status 1.
import { writeFile } from 'node:fs/promises'
import type { RunRecord } from '../api.ts'
import { absoluteConnections } from '../engine/connections.ts'
import { withGlobals } from '../engine/globals.ts'
import { contentHash } from '../model/content-hash.ts'
import type { RunEvent } from '../model/event.ts'
import { newRunId } from '../model/id.ts'
import { environmentOf, flowOf, inputOf, readApp, variablesFrom } from '../headless/app-file.ts'
import { command, parse, pathOf, readJson, write } from '../headless/command-line.ts'
import { demoDataFrom, startDemo, type DemoServer } from '../headless/demo-server.ts'
import { nodeEngine } from '../node.ts'

export const help = `weft run APP.json [options]     run a flow and print its result
  --flow NAME        name or id of the flow; default: the one that is started by hand
  --payload FILE     payload of the first message (- for stdin)
  --mime TYPE        its MIME type; default by the file's name
  --message FILE     the whole first message as tagged JSON: {payload, attributes, variables}
  --sample NAME      a sample of the flow; default: its first one
  --base URL         what relative addresses stand on. A bare origin (http://host:port) is put before a connection's
                     /path; a URL with a path of its own takes that path's place. Default: the demo APIs, on a port
                     of this machine
  --demo-data DIR    other data for these demo APIs: crm_pages.json, erp_before.json, mock_faults.json,
                     supplier_a.json, supplier_b.xml, supplier_c.csv, fx.json, base_snapshot.json, crm_left.json,
                     directory_right.json; any of them
  --connections FILE values of connections by name: {"CRM": {"baseUrl": "https://…"}}; secrets: WEFT_SECRET_<id>
  --variables FILE   global variables: {"region": "eu"}
  --env NAME         the part of these files to use: {"production": {…}}
  --events FILE      writes the run's events, one JSON a line
  --record FILE      writes what is needed to replay the run
  --replay FILE      replays such a record: every step again, no network
  --times N          runs it N times, one after another, on the same demo data; prints each result`

const options = {
  flow: { type: 'string' },
  payload: { type: 'string' },
  mime: { type: 'string' },
  message: { type: 'string' },
  sample: { type: 'string' },
  base: { type: 'string' },
  'demo-data': { type: 'string' },
  connections: { type: 'string' },
  variables: { type: 'string' },
  env: { type: 'string' },
  events: { type: 'string' },
  record: { type: 'string' },
  replay: { type: 'string' },
  times: { type: 'string' },
} as const

export default function run(args: string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parse(args, options)
    const app = await readApp(positionals[0])
    const engine = await nodeEngine({ log: logLine })
    let demo: DemoServer | undefined
    let stopped = false
    const stop = (): void => {
      if (stopped) process.exit(130)
      stopped = true
      for (const id of engine.live.keys()) engine.cancel(id)
    }
    process.on('SIGINT', stop)
    try {
      const record = values.replay === undefined ? undefined : ((await readJson(values.replay)) as RunRecord)
      const flow = flowOf(app, values.flow ?? record?.summary.flow)
      const variables = await variablesFrom(values.variables, values.env)()
      const input = record?.input ?? withGlobals(await inputOf(flow, values), variables)
      const environment = await environmentOf(values)
      if (values.base === undefined && !record && !absoluteConnections(app, environment))
        demo = await startDemo(
          values['demo-data'] === undefined ? undefined : await demoDataFrom(values['demo-data']),
        )
      const appHash = await contentHash(app)
      for (let i = 0; i < Number(values.times ?? 1); i++) {
        const events: RunEvent[] = []
        const { run: live, done } = engine.start({
          run: newRunId(),
          app,
          flow: flow.id,
          input,
          base: record?.base ?? values.base ?? demo?.base ?? '',
          granted: { hosts: 'all' },
          appHash,
          environment,
          replay: record,
          onEvents: (batch) => events.push(...batch),
        })
        const { message, fault, summary } = await done
        await engine.idle()
        if (values.events !== undefined)
          await writeFile(pathOf(values.events), events.map((event) => JSON.stringify(event) + '\n').join(''))
        if (values.record !== undefined)
          await writeFile(pathOf(values.record), JSON.stringify(live.record(summary) ?? null))
        if (fault) throw fault
        if (record) tellDifferences(events)
        if (message.payload.value !== null) await print(engine.parts.dataway.toBytes(message.payload).bytes)
        engine.release(live)
      }
      return 0
    } finally {
      process.off('SIGINT', stop)
      await demo?.close()
      await engine.parts.host.close?.()
    }
  })
}

async function print(bytes: Uint8Array): Promise<void> {
  await write(process.stdout, bytes)
  if (bytes.at(-1) !== 10) await write(process.stdout, '\n')
}

function logLine({ data }: RunEvent): void {
  const time = new Date().toISOString().slice(11, 23)
  process.stderr.write(`${time} ${data?.level} ${data?.category}: ${data?.text}\n`)
}

function tellDifferences(events: RunEvent[]): void {
  for (const { data, path } of events)
    if (data?.fault?.code.startsWith('REPLAY:'))
      process.stderr.write(`differs at ${path || 'the run'}: ${data.fault.message}\n`)
}
