// redis-server with a password.
import { freePort, scratch, startProgram, type Server } from '../support/server.ts'

export const redisPrograms = { 'redis-server': 'redis-server' }
export const redisPassword = 'redis-secret-1'

export async function startRedis(): Promise<Server> {
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
  ]
  const { stop } = await startProgram('redis-server', args, { port, folder })
  return { port, folder, stop }
}
