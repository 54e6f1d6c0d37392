// RabbitMQ as one node with a home of its own, the plugin for AMQP 1.0 included.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  freePort,
  restartable,
  scratch,
  startProgram,
  type Restartable,
  type Server,
} from '../support/server.ts'

export const rabbitPrograms = { 'rabbitmq-server': 'rabbitmq-server' }
export const rabbitUser = { user: 'guest', password: 'guest' }

export async function startRabbit(): Promise<Server & Restartable> {
  const [port, distribution, epmd, folder] = [
    await freePort(),
    await freePort(),
    await freePort(),
    scratch('rabbitmq'),
  ]
  for (const name of ['mnesia', 'log']) mkdirSync(join(folder, name))
  const plugins = join(folder, 'plugins')
  writeFileSync(plugins, '[rabbitmq_amqp1_0].')
  writeFileSync(
    join(folder, 'rabbitmq.conf'),
    `listeners.tcp.1 = 127.0.0.1:${port}\nloopback_users.guest = true\nlog.console = true\n`,
  )
  // The program behind Debian's wrapper, which would change the user to rabbitmq.
  const inner = '/usr/lib/rabbitmq/bin/rabbitmq-server'
  const pid = join(folder, 'pid')
  const start = () =>
    startProgram(existsSync(inner) ? inner : 'rabbitmq-server', [], {
      port,
      folder,
      env: {
        HOME: folder,
        RABBITMQ_PID_FILE: pid,
        RABBITMQ_NODENAME: `weft${port}@localhost`,
        RABBITMQ_DIST_PORT: String(distribution),
        ERL_EPMD_PORT: String(epmd),
        ERL_EPMD_ADDRESS: '127.0.0.1',
        RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
        RABBITMQ_LOG_BASE: join(folder, 'log'),
        RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
        RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
      },
      ready: /started|completed/i,
    })
  // Before it stands a script.
  const server = await restartable(start, { victim: () => Number(readFileSync(pid, 'utf8')) })
  const stop = async (): Promise<void> => {
    await server.stop()
    // The port mapper is a daemon that the server leaves behind.
    spawnSync('epmd', ['-kill'], { env: { ...process.env, ERL_EPMD_PORT: String(epmd) } })
  }
  return { port, folder, restart: server.restart, stop }
}
