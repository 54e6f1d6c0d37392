// `npm start [-- --port N]`: serves the built studio and the demo APIs on one origin and prints its address.
import { resolve } from 'node:path'
import { serve } from '../../relay/server.ts'
import { handleDemo } from '../demo/handler.ts'
import { memoryStore } from '../demo/state.ts'

export const help = `weft start [--port N]            serve the studio and the demo APIs on this machine`

const defaultPort = 8517

/** Runs until the process is told to stop. */
export default async function start(args: string[]): Promise<number> {
  const port = Number(option(args, '--port') ?? defaultPort)
  const folder = resolve(import.meta.dirname, '../dist')
  const copies = memoryStore()
  const server = await serve({ folder, mounts: { '/demo/': (request) => demo(request, copies) }, port })
  console.log(`Weft is at ${server.url}`)
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  await server.close()
  return 0
}

/** The header tells the service worker that a server answers here, so that it does not answer itself. */
async function demo(request: Request, copies: ReturnType<typeof memoryStore>): Promise<Response> {
  const answer = await handleDemo(request, copies)
  answer.headers.set('X-Weft-Demo', '1')
  return answer
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
