// NATS with JetStream and a user.
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import {
  freePort,
  restartable,
  scratch,
  startProgram,
  type Restartable,
  type Server,
} from '../support/server.ts'

export const natsPrograms = { 'nats-server': 'nats-server' }
export const natsUser = { user: 'weft', password: 'nats-secret-1' }

export async function startNats(): Promise<Server & Restartable> {
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
  const server = await restartable(() => startProgram('nats-server', ['-c', config], { port, folder }))
  return { port, folder, ...server }
}
