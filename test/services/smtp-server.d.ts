// What we use of smtp-server, which brings no types.
declare module 'smtp-server' {
  import type { Readable } from 'node:stream'
  interface Session {
    secure: boolean
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }
  type Done = (error?: Error | null, result?: object) => void
  export class SMTPServer {
    constructor(options: {
      key: Buffer
      cert: Buffer
      authMethods: string[]
      allowInsecureAuth: boolean
      onAuth(auth: { username: string; password: string }, session: Session, done: Done): void
      onRcptTo(address: { address: string }, session: Session, done: Done): void
      onData(stream: Readable, session: Session, done: Done): void
    })
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    on(event: 'error', heard: (error: Error) => void): void
  }
}
