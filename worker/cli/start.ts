// `npm start [-- --port N] [--relay …]`: serves the built studio and the demo APIs on one origin and prints its address.
import { resolve } from 'node:path'
import { serve } from '../../relay/server.ts'
import { mount } from '../demo/mount.ts'
import { portOf, untilStopped } from '../headless/studio-server.ts'

export const help = `weft start [--port N] [--relay]  serve the studio and the demo APIs on this machine; with --relay: weft relay`

/** Runs until the process is told to stop. */
export default async function start(args: string[]): Promise<number> {
  if (args.includes('--relay')) {
    const { default: relay } = await import('./relay.ts')
    return await relay(args.filter((one) => one !== '--relay'))
  }
  const port = portOf(option(args, '--port'))
  if (port === undefined) return 2
  const folder = resolve(import.meta.dirname, '../dist')
  const server = await serve({ folder, mounts: { '/demo/': mount() }, port })
  console.log(`Weft is at ${server.url}`)
  console.log('For databases, brokers, mail and files: npm start -- --relay')
  await untilStopped()
  await server.close()
  return 0
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
