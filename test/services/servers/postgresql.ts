// PostgreSQL with SCRAM passwords.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, give, runProgram, scratch, startProgram, userIds, type Server } from '../support/server.ts'

const home = '/usr/lib/postgresql'
const version = existsSync(home) ? readdirSync(home).sort().at(-1) : undefined
const program = (name: string): string => join(home, version ?? 'none', 'bin', name)

export const postgresqlPrograms = { [program('postgres')]: 'postgresql' }
export const postgresqlPassword = 'pg-secret-1'

export async function startPostgresql(): Promise<Server> {
  const [port, folder, ids] = [await freePort(), scratch('postgresql'), userIds('postgres')]
  give(folder, ids)
  writeFileSync(join(folder, 'password'), postgresqlPassword)
  const data = join(folder, 'data')
  const how = [
    '-D',
    data,
    '-U',
    'weft',
    '-A',
    'scram-sha-256',
    '--pwfile',
    join(folder, 'password'),
    '-E',
    'UTF8',
    '-N',
  ]
  runProgram(program('initdb'), how, { cwd: folder, ids, env: { LC_ALL: 'C.UTF-8' } })
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off']
  const { stop } = await startProgram(program('postgres'), args, {
    port,
    folder,
    ids,
    ready: /ready to accept/,
  })
  return { port, folder, stop }
}
