// `weft relay …`: the studio with a relay at the same origin. Prints its address and a pairing code.
import { resolve } from 'node:path'
import { serve } from '../../relay/server.ts'
import { defaultConfig, readConfig, type RelayConfig } from '../../relay/config.ts'
import { Relay } from '../../relay/relay.ts'
import { command, parse } from '../headless/command-line.ts'
import { portOf, untilStopped } from '../headless/studio-server.ts'
import { mount } from '../demo/mount.ts'

export const help = `weft relay [options]             serve the studio with a relay for what browsers cannot speak
  --port N           first port to try; default 8517
  --allow HOST:PORT  a private target that flows may reach, e.g. 127.0.0.1:5432 or 10.0.0.0/8:*; may be repeated
  --origin ORIGIN    a studio served elsewhere that may pair, e.g. http://localhost:5173; may be repeated
  --data DIR         where the keys of paired studios are kept; default ~/.weft/relay
  --config FILE      JSON of whoever runs it: name, data, origins, address, allowTargets, tenants, limits`

const options = {
  port: { type: 'string' },
  allow: { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  data: { type: 'string' },
  config: { type: 'string' },
} as const

/** Runs until the process is told to stop. */
export default function relay(args: string[]): Promise<number> {
  return command(async () => {
    const { values } = parse(args, options)
    const port = portOf(values.port)
    if (port === undefined) return 2
    const file = values.config === undefined ? defaultConfig : await readConfig(resolve(values.config))
    const config: RelayConfig = {
      ...file,
      data: values.data === undefined ? file.data : resolve(values.data),
      origins: [...file.origins, ...(values.origin ?? [])],
      tenants: file.tenants.map((tenant) => ({
        ...tenant,
        allowTargets: [...tenant.allowTargets, ...(values.allow ?? [])],
      })),
    }
    const door = new Relay(config, (line) => console.log(line))
    const folder = resolve(import.meta.dirname, '../dist')
    const server = await serve({ folder, mounts: { '/demo/': mount() }, port, relay: door })
    console.log(`Weft is at ${server.url}, with a relay`)
    door.printCodes()
    await untilStopped()
    await server.close()
    return 0
  })
}
