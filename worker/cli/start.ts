// `npm start [-- --port N] [--relay …]`: serves the built studio and the demo APIs on one origin and prints its address.
import { resolve } from 'node:path'
import { serve } from '../../relay/server.ts'
import { mount } from '../demo/mount.ts'

export const help = `weft start [--port N] [--relay]  serve the studio and the demo APIs on this machine; with --relay: weft relay`

const defaultPort = 8517

/** Runs until the process is told to stop. */
export default async function start(args: string[]): Promise<number> {
  if (args.includes('--relay')) {
    const { default: relay } = await import('./relay.ts')
    return await relay(args.filter((one) => one !== '--relay'))
  }
  const port = Number(option(args, '--port') ?? defaultPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error('--port takes a number from 0 (any free one) to 65535')
    return 2
  }
  const folder = resolve(import.meta.dirname, '../dist')
  const server = await serve({ folder, mounts: { '/demo/': mount() }, port })
  console.log(`Weft is at ${server.url}`)
  console.log('For databases, brokers, mail and files: npm start -- --relay')
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  await server.close()
  return 0
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
