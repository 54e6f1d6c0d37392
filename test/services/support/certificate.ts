// A certificate for localhost, signed by itself, for servers that speak TLS.
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './server.ts'

export function certificate(folder: string): { key: string; cert: string; ca: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  if (!existsSync(cert))
    runProgram(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { cwd: folder },
    )
  chmodSync(key, 0o644)
  return { key, cert, ca: readFileSync(cert, 'utf8') }
}
