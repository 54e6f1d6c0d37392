// NATS with JetStream and a user.
import { once } from 'node:events'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { freePort, scratch, startProgram, type Server } from '../support/server.ts'

export const natsPrograms = { 'nats-server': 'nats-server' }
export const natsUser = { user: 'weft', password: 'nats-secret-1' }

export interface NatsServer extends Server {
  /** Killed in the middle of whatever it does, and started again on the same port and store. */
  restart(): Promise<void>
}

export async function startNats(): Promise<NatsServer> {
  const [port, folder] = [await freePort(), scratch('nats')]
  const config = join(folder, 'nats.conf')
  writeFileSync(
    config,
    `listen: 127.0.0.1:${port}
jetstream { store_dir: ${JSON.stringify(join(folder, 'js'))} }
authorization { users: [
  { user: ${natsUser.user}, password: ${natsUser.password} }
  { user: narrow, password: p, permissions: { publish: ["allowed"], subscribe: ["_INBOX.>"] } }
] }
max_payload: 16MB
`,
  )
  const start = () => startProgram('nats-server', ['-c', config], { port, folder })
  let started = await start()
  const restart = async (): Promise<void> => {
    const gone = once(started.process, 'exit')
    started.process.kill('SIGKILL')
    await gone
    started = await start()
  }
  return { port, folder, stop: () => started.stop(), restart }
}
