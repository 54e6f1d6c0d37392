// MariaDB with a user `weft` and a database of that name.
import { join } from 'node:path'
import { freePort, give, runProgram, scratch, startProgram, userIds, type Server } from '../support/server.ts'

export const mariadbPrograms = {
  mariadbd: 'mariadb-server',
  'mariadb-install-db': 'mariadb-server',
  mariadb: 'mariadb-client',
}
export const mariadbPassword = 'my-secret-1'

export async function startMariadb(): Promise<Server> {
  const [port, folder, ids] = [await freePort(), scratch('mariadb'), userIds('mysql')]
  give(folder, ids)
  const data = join(folder, 'data')
  const who = ids ? ['--user=mysql'] : []
  runProgram('mariadb-install-db', [...who, `--datadir=${data}`, '--skip-test-db', '--auth-root-authentication-method=normal'], { cwd: folder, ids }) // prettier-ignore
  const socket = join(folder, 'socket')
  const args = ['--no-defaults', `--datadir=${data}`, `--port=${port}`, '--bind-address=127.0.0.1', `--socket=${socket}`, '--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'] // prettier-ignore
  const { stop } = await startProgram('mariadbd', args, { port, folder, ids })
  const sql = `CREATE DATABASE weft CHARACTER SET utf8mb4; CREATE USER weft@'%' IDENTIFIED BY '${mariadbPassword}'; GRANT ALL ON weft.* TO weft@'%';`
  runProgram('mariadb', ['--no-defaults', '-u', 'root', `--socket=${socket}`], { cwd: folder, input: sql })
  return { port, folder, stop }
}
