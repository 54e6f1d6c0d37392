// Nodemailer's SMTP server for one user; it keeps what it gets. Nobody of the name `nobody…` is there.
import { readFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'
import { certificate } from '../support/certificate.ts'
import { freePort, scratch, type Server } from '../support/server.ts'

export const smtpUser = { user: 'weft@example.com', password: 'smtp-secret-1' }

export interface GotMail {
  from: string
  to: string[]
  /** One character a byte. */
  text: string
  secure: boolean
}

export async function startSmtp(): Promise<Server & { ca: string; got: GotMail[] }> {
  const [port, folder, got] = [await freePort(), scratch('smtp'), [] as GotMail[]]
  const { key, cert, ca } = certificate(folder)
  const server = new SMTPServer({
    key: readFileSync(key),
    cert: readFileSync(cert),
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      password === smtpUser.password
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onRcptTo: ({ address }, _, done) =>
      address.startsWith('nobody')
        ? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
        : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        got.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('latin1'),
          secure: session.secure,
        })
        done()
      })
    },
  })
  // Clients that break off are nothing to it.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { port, folder, ca, got, stop }
}
