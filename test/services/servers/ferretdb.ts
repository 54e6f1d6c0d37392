// FerretDB: MongoDB's protocol over SQLite. With a user for SCRAM, and a second port that speaks TLS.
import { certificate } from '../support/certificate.ts'
import { buildThem, builtByUs, freePort, scratch, startProgram, type Server } from '../support/server.ts'

const program = builtByUs('ferretdb')
export const ferretdbPrograms = { [program]: buildThem }
export const ferretdbUser = { user: 'weft', password: 'ferret-secret-1' }

export async function startFerretdb(on?: number): Promise<Server & { tlsPort: number; ca: string }> {
  const [port, tlsPort, folder] = [on ?? (await freePort()), await freePort(), scratch('ferretdb')]
  const { key, cert, ca } = certificate(folder)
  const args = [
    '--handler=sqlite',
    `--sqlite-url=file:${folder}/`,
    `--state-dir=${folder}`,
    `--listen-addr=127.0.0.1:${port}`,
    `--listen-tls=127.0.0.1:${tlsPort}`,
    `--listen-tls-cert-file=${cert}`,
    `--listen-tls-key-file=${key}`,
    '--debug-addr=-',
    '--telemetry=disable',
    '--test-enable-new-auth',
    '--setup-database=weft',
    `--setup-username=${ferretdbUser.user}`,
    `--setup-password=${ferretdbUser.password}`,
  ]
  const { stop } = await startProgram(program, args, { port, folder })
  return { port, tlsPort, ca, folder, stop }
}
