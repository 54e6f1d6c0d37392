// redis-server with a password.
import {
  freePort,
  restartable,
  scratch,
  startProgram,
  type Restartable,
  type Server,
} from '../support/server.ts'

export const redisPrograms = { 'redis-server': 'redis-server' }
export const redisPassword = 'redis-secret-1'

/** `keeps`: each command is on its disk before it is answered. */
export async function startRedis(keeps = false): Promise<Server & Restartable> {
  const [port, folder] = [await freePort(), scratch('redis')]
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--requirepass',
    redisPassword,
    '--save',
    '',
    '--dir',
    folder,
    ...(keeps ? ['--appendonly', 'yes', '--appendfsync', 'always'] : []),
  ]
  const server = await restartable(() => startProgram('redis-server', args, { port, folder }))
  return { port, folder, ...server }
}
