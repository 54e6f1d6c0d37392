// OpenSSH with SFTP for the user who runs the tests, by key.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, programOf, runProgram, scratch, startProgram, type Server } from '../support/server.ts'

export const sshdPrograms = { sshd: 'openssh-server', 'ssh-keygen': 'openssh-client' }

export interface Sshd extends Server {
  user: string
  privateKey: string
  hostKey: string
  /** Folder for files. */
  files: string
}

export async function startSshd(): Promise<Sshd> {
  const [port, folder] = [await freePort(), scratch('sshd')]
  if (process.getuid?.() === 0 && !existsSync('/run/sshd')) mkdirSync('/run/sshd', { mode: 0o755 })
  const make = (name: string, type: string): string => {
    runProgram('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', join(folder, name)], { cwd: folder })
    return join(folder, name)
  }
  const [host, client] = [make('host', 'ed25519'), make('client', 'ed25519')]
  writeFileSync(join(folder, 'authorized'), readFileSync(`${client}.pub`))
  chmodSync(join(folder, 'authorized'), 0o600)
  const files = join(folder, 'files')
  mkdirSync(files)
  const config = join(folder, 'sshd_config')
  const lines = [`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${host}`, `AuthorizedKeysFile ${join(folder, 'authorized')}`, 'StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'Subsystem sftp internal-sftp', `PidFile ${join(folder, 'pid')}`] // prettier-ignore
  writeFileSync(config, lines.join('\n') + '\n')
  const { stop } = await startProgram(programOf('sshd') ?? 'sshd', ['-D', '-e', '-f', config], {
    port,
    folder,
  })
  const [, hostKey = ''] = runProgram('ssh-keygen', ['-lf', `${host}.pub`], { cwd: folder }).split(' ')
  return {
    port,
    folder,
    stop,
    user: userInfo().username,
    privateKey: readFileSync(client, 'utf8'),
    hostKey,
    files,
  }
}
